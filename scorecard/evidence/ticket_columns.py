"""The columns of a ticket export, each read whole: fifty thousand rows in a blink.

A column holds few different words, so each is understood once and looked up for every
row. Cells get no object of their own; places are worked out only for Problems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from scorecard.errors import Location
from scorecard.evidence.answers import as_text
from scorecard.evidence.folding import folded
from scorecard.evidence.table import is_blank
from scorecard.evidence.workbook import CellError, Sheet, Value
from scorecard.rubric.evidence import Label, TicketColumn

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class TicketColumns:
    """The rows of one export that hold a ticket, as columns of raw cells.

    `rows` are their numbers in the sheet; `places` the numbers of the columns. `again`
    are the rows that repeat the headings, as on every printed page.
    """

    sheet: Sheet
    places: Mapping[str, int]
    rows: Sequence[int]
    cells: Mapping[str, Sequence[Value]]
    again: tuple[int, ...] = ()

    def column(self, key: TicketColumn) -> Sequence[Value]:
        """Give a column's cells; blanks where the export lacks it."""
        return self.cells.get(key) or [None] * len(self.rows)

    def place(self, key: TicketColumn, rows: Iterable[int]) -> Location:
        """Name the cells of a column that span the rows."""
        span = sorted(rows)
        if key not in self.places:
            return Location(self.sheet.file, self.sheet.name)
        last = span[-1] if len(span) > 1 else 0
        return self.sheet.at(span[0], self.places[key], last)


def ticket_columns(
    sheet: Sheet, places: Mapping[str, int], first_row: int
) -> TicketColumns:
    """Take the declared columns of all rows that hold a Tracking ID or a status."""
    cells = sheet.columns(list(places.values()), first_row)
    whole: dict[str, Sequence[Value]] = dict(zip(places, cells, strict=True))
    kept, again = _ticket_rows(whole, sheet.value(first_row - 1, places["tracking_id"]))
    if len(kept) < len(cells[0]):
        whole = {key: [cells[index] for index in kept] for key, cells in whole.items()}
    rows = [first_row + index for index in kept]
    repeated = tuple(first_row + index for index in again)
    return TicketColumns(sheet, places, rows, whole, repeated)


def _ticket_rows(
    whole: Mapping[str, Sequence[Value]], heading: Value
) -> tuple[list[int], list[int]]:
    """Tell the rows that hold a ticket, and those that repeat the heading."""
    keys = whole["tracking_id"]
    statuses = whole.get("status") or [None] * len(keys)
    kept = [
        index
        for index, (key, status) in enumerate(zip(keys, statuses, strict=True))
        # Nearly every ID is of digits, and needs no further look.
        if (isinstance(key, str) and key.isdigit())
        or (key != heading and not (is_blank(key) and is_blank(status)))
    ]
    if heading not in keys:
        return kept, []
    return kept, [index for index, key in enumerate(keys) if key == heading]


def texts(cells: Sequence[Value], blanks: frozenset[str]) -> list[str]:
    """Read a column of words; spellings of a blank are none."""

    def word(value: Value) -> str:
        text = _words(value)
        return "" if folded(text) in blanks else text

    return each_read(cells, word)


def without_blanks(cells: Sequence[Value], blanks: frozenset[str]) -> list[Value]:
    """Give a column of figures; empty texts and spellings of a blank become None."""

    def figure(value: Value) -> Value:
        blank = isinstance(value, str) and folded(value) in ("", *blanks)
        return None if blank else value

    return each_read(cells, figure)


def ids(cells: Sequence[Value]) -> list[str]:
    """Read the Tracking IDs; nearly all are digits as they stand."""
    return [
        value if isinstance(value, str) and value.isdigit() else _words(value)
        for value in cells
    ]


def labels(
    cells: Sequence[Value], declared: Iterable[Label]
) -> tuple[list[str], frozenset[Value]]:
    """Read a column of the rubric's words as their ids; give the unknown ones too."""
    meant = {folded(word): each.id for each in declared for word in each.labels}
    known = each_read(cells, lambda value: meant.get(folded(as_text(value)), ""))
    if "" not in known:
        return known, frozenset()
    pairs = zip(cells, known, strict=True)
    return known, frozenset(value for value, word in pairs if not word)


def each_read(cells: Sequence[Value], read: Callable[[Value], Read]) -> list[Read]:
    """Read every cell, equal ones once."""
    # True equals 1 and 1.0 in a dict, but not to a reader.
    if bool in set(map(type, cells)):
        return list(map(read, cells))
    different = set(cells)
    if 2 * len(different) > len(cells):
        return list(map(read, cells))
    known = {value: read(value) for value in different}
    if len(known) == 1:
        return list(known.values()) * len(cells)
    return list(map(known.__getitem__, cells))


def _words(value: Value) -> str:
    """Give a cell's words; an error cell has none."""
    return "" if isinstance(value, CellError) else as_text(value)
