"""The nouns of workbooks: values with their positions, sheets, and a whole file.

Rows and columns are counted from 1, as in A1. Error cells (``#REF!``) and formulas that
were never calculated are values of their own, never blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from scorecard.errors import Location, Problem
from scorecard.evidence.folding import folded
from scorecard.evidence.limits import LIMITS

Position: TypeAlias = tuple[int, int]

_LONGEST_HEADING = 120
_A1 = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


@dataclass(frozen=True, slots=True)
class CellError:
    """An error cell such as ``#REF!``; no code: a formula that was never calculated."""

    code: str


Value: TypeAlias = (
    bool | int | float | str | datetime | date | time | timedelta | CellError | None
)
Row: TypeAlias = Sequence[Value]


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, how its owner formats it, and its place."""

    value: Value
    number_format: str
    location: Location


@dataclass(frozen=True, slots=True)
class Headings:
    """What may be headings in the first rows of a sheet: as written, and folded."""

    texts: Sequence[Sequence[str]]
    words: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of values.

    `rows` begins with row 1 and each row with column A; rows may end early, and a
    blank cell of `rows` is None or an empty text (`value` and `column` give None).
    `formats` holds the number formats of numeric cells that have one; `formulas` the
    text of formulas, without ``=``, empty where another cell's formula is shared;
    `merged` the ranges as (row, column, last row, last column).
    `from_1904`: bare serial numbers of days count from 1904, not 1900.
    """

    file: str
    name: str
    rows: Sequence[Row]
    formats: Mapping[Position, str] = field(default_factory=dict)
    formulas: Mapping[Position, str] = field(default_factory=dict)
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden: bool = False
    from_1904: bool = False
    _headings: list[Headings] = field(
        default_factory=list, init=False, repr=False, compare=False
    )

    @property
    def headings(self) -> Headings:
        """Give what may be headings; many look for theirs, so it is made once."""
        if not self._headings:
            self._headings.append(_headings(self.rows[: LIMITS.header_rows]))
        return self._headings[0]

    def value(self, row: int, column: int) -> Value:
        """Give a value; nothing outside of what is filled."""
        if not 0 < row <= len(self.rows) or not 0 < column <= len(self.rows[row - 1]):
            return None
        value = self.rows[row - 1][column - 1]
        return None if value == "" else value

    def column(self, column: int, first_row: int = 1) -> list[Value]:
        """Give all values of a column from a row on: the fast way for long tables."""
        index = column - 1
        return [
            None if index >= len(row) or row[index] == "" else row[index]
            for row in self.rows[first_row - 1 :]
        ]

    def cell(self, row: int, column: int) -> Cell:
        """Give a value with its format and place."""
        number_format = self.formats.get((row, column), "General")
        return Cell(self.value(row, column), number_format, self.at(row, column))

    def at(self, row: int, column: int, last_row: int = 0) -> Location:
        """Name a cell, or the cells of one column down to `last_row`."""
        name = f"{column_letters(column)}{row}"
        if last_row:
            name += f":{column_letters(column)}{last_row}"
        return Location(self.file, self.name, name)


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of one file, in its own order, hidden ones too.

    `notes` tell what its owner should know of the reading: macros that were not run,
    hidden sheets, an ending that does not fit the contents.
    """

    file: str
    sheets: tuple[Sheet, ...]
    notes: tuple[Problem, ...] = ()

    def named(self, *names: str) -> tuple[Sheet, ...]:
        """Find the sheets that bear one of the names, spelling folded."""
        wanted = {folded(name) for name in names}
        return tuple(each for each in self.sheets if folded(each.name) in wanted)


def _headings(rows: Iterable[Row]) -> Headings:
    """Leave out long texts: they are a citizen's words, never read here."""
    texts = [
        [
            " ".join(value.split())
            if isinstance(value, str) and len(value) <= _LONGEST_HEADING
            else ""
            for value in row
        ]
        for row in rows
    ]
    return Headings(texts, [list(map(folded, row)) for row in texts])


def column_letters(column: int) -> str:
    """Write a column counted from 1 as a spreadsheet does: 27 is ``AA``."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def position(reference: str) -> Position | None:
    """Read ``D14`` as (14, 4); None for what names no cell."""
    match = _A1.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column
