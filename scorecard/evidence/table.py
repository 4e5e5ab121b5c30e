"""Tables inside sheets: the header row is found by its cells, wherever it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from scorecard.evidence.folding import folded
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.workbook import Sheet, Value


@dataclass(frozen=True, slots=True)
class Header:
    """The row of headings: each known column's place, and all headings as written."""

    row: int
    columns: Mapping[str, int]
    twice: tuple[str, ...]
    headings: tuple[str, ...]


def find_header(
    sheet: Sheet, names: Mapping[str, Iterable[str]], needed: Collection[str]
) -> Header | None:
    """Find the first row that holds a heading of every needed column.

    `names` gives the spellings of each column, the preferred one first.
    """
    known = {folded(name): key for key, each in names.items() for name in each}
    for row, values in enumerate(sheet.rows[: LIMITS.header_rows], start=1):
        found = [
            (known[folded(value)], column)
            for column, value in enumerate(values, start=1)
            if isinstance(value, str) and folded(value) in known
        ]
        if set(needed) <= {key for key, _ in found}:
            return _header(row, found, values)
    return None


def is_blank(value: Value) -> bool:
    """Nothing was written in the cell."""
    return value is None or (isinstance(value, str) and not value.strip())


def _header(
    row: int, found: list[tuple[str, int]], values: tuple[Value, ...]
) -> Header:
    columns: dict[str, int] = {}
    twice = []
    for key, column in found:
        if key in columns:
            twice.append(key)
        columns.setdefault(key, column)
    headings = tuple(value for value in values if isinstance(value, str))
    return Header(row, columns, tuple(dict.fromkeys(twice)), headings)
