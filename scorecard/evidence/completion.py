"""Complete what the fast reader gives: error cells, midnights, tidy texts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, time
from unicodedata import is_normalized

from scorecard.evidence.cells import CellError, Value
from scorecard.evidence.folding import cleaned
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.sheet_xml import SheetScan


def complete(
    rows: list[list[Value]], part: bytes, scan: SheetScan, dates: Collection[int]
) -> None:
    """Put back what the reader blanks, and give midnight its hour.

    `dates` are the styles of dates.
    """
    _overlay(rows, scan)
    if any(b' s="%d"' % style in part for style in dates):
        _complete_dates(rows)


def clean(rows: list[list[Value]]) -> None:
    """Compose accents and drop what no output can carry, in every text."""
    for row in rows:
        for index, value in enumerate(row):
            if isinstance(value, str):
                row[index] = cleaned(value)


def is_tidy(parts: Iterable[bytes]) -> bool:
    """No text of these parts holds what `clean` would change."""
    return all(
        (b"_" not in part or b"_x00" not in part)
        and (len(part) > LIMITS.whole_scan or b"&#" not in part)
        and (part.isascii() or is_normalized("NFC", part.decode(errors="replace")))
        for part in parts
    )


def _overlay(rows: list[list[Value]], scan: SheetScan) -> None:
    """Put back what the reader blanks: error cells, formulas never calculated."""
    special = {place: CellError(code) for place, code in scan.errors.items()}
    special.update((place, CellError("")) for place in scan.lost)
    for (row, column), error in special.items():
        rows.extend([] for _ in range(row - len(rows)))
        cells = rows[row - 1]
        cells.extend([None] * (column - len(cells)))
        cells[column - 1] = error


def _complete_dates(rows: list[list[Value]]) -> None:
    """Give midnight its hour: the reader makes a bare date of it."""
    for row in rows:
        for index, value in enumerate(row):
            if type(value) is date:
                row[index] = datetime.combine(value, time())
