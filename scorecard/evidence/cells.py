"""The nouns of workbooks: values with their positions, sheets, and a whole file.

Rows and columns are counted from 1, as in A1. Error cells (``#REF!``) and formulas that
were never calculated are values of their own, never blanks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from operator import itemgetter
from typing import TypeAlias, overload

from scorecard.errors import Location, Problem
from scorecard.evidence.folding import folded
from scorecard.evidence.limits import LIMITS

Position: TypeAlias = tuple[int, int]

# Far more than any form has rows; what lies below is no form.
FORM_ROWS, FORM_COLUMNS = 300, 60
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
class Source:
    """Where the rows of a large sheet come from, each part of them when it is wanted.

    `pick` gives whole columns without reading the others, `first` the first `FORM_ROWS`
    rows, `texts` what stands in them, all that is no longer than so; None if that
    cannot be told. `whole` reads every row; `check` looks at rows of which nobody wants
    anything. Each may raise what readers raise.
    """

    pick: Callable[[Sequence[int]], list[Sequence[Value]] | None]
    first: Callable[[], Sequence[Row] | None]
    texts: Callable[[int], frozenset[str] | None]
    whole: Callable[[], Sequence[Row]]
    check: Callable[[], None]


class LongRows(Sequence[Row]):
    """The rows of a large sheet: the first are in hand, others when they are asked for.

    It is a Sequence, so that whoever takes rows need not know of it.
    """

    __slots__ = ("_all", "_first", "_is_checked", "_is_more", "_picked", "_source")

    def __init__(self, first: Sequence[Row], source: Source) -> None:
        self._first = first
        self._source = source
        self._is_checked = False
        self._is_more = False
        self._picked: dict[int, Sequence[Value]] = {}
        self._all: Sequence[Row] | None = None

    def pick(self, columns: Sequence[int]) -> list[Sequence[Value]] | None:
        """Give whole columns, those picked before once more; None if it cannot be."""
        missing = [each for each in columns if each not in self._picked]
        if missing:
            found = self._source.pick(missing) if self._all is None else None
            self._is_checked = True
            if found is None:
                return None
            self._picked.update(zip(missing, found, strict=True))
        return [self._picked[each] for each in columns]

    def texts(self, longest: int) -> frozenset[str] | None:
        """Give the texts up to a length in the first `FORM_ROWS` rows, if it can."""
        return self._source.texts(longest) if self._all is None else None

    def check(self) -> None:
        """Look at every row once; raises what readers raise."""
        if not self._is_checked:
            self._source.check()
            self._is_checked = True

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        least, end = (
            (index.start or 0, index.stop)
            if isinstance(index, slice)
            else (index, index + 1)
        )
        if least < 0 or end is None or not 0 <= end <= FORM_ROWS:
            return self._whole[index]
        if end > len(self._first) and not self._is_more:
            self._first = self._source.first() or self._whole
            self._is_more = True
        return self._first[index]

    def __len__(self) -> int:
        return len(self._whole)

    @property
    def _whole(self) -> Sequence[Row]:
        if self._all is None:
            self.check()
            self._all = self._source.whole()
        return self._all


@dataclass(frozen=True, slots=True)
class Headings:
    """What may be headings in the first rows of a sheet: as written, and folded."""

    texts: Sequence[Sequence[str]]
    words: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class FirstTexts:
    """The different texts of the first rows: those that begin with a digit apart.

    In an export these are most: dates, times and numbers.
    """

    words: frozenset[str]
    figures: frozenset[str]


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
    _texts: dict[int, FirstTexts] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def first_texts(self, longest: int) -> FirstTexts:
        """Give the texts of the first `FORM_ROWS` rows up to a length, some longer."""
        if longest not in self._texts:
            self._texts[longest] = _first_texts(self.rows, longest)
        return self._texts[longest]

    @property
    def headings(self) -> Headings:
        """Give what may be headings; many look for theirs, so it is made once."""
        if not self._headings:
            self._headings.append(_headings(self.rows[: LIMITS.header_rows]))
        return self._headings[0]

    def value(self, row: int, column: int) -> Value:
        """Give a value; nothing outside of what is filled."""
        cells = self.rows[row - 1 : row] if row > 0 else ()
        if not cells or not 0 < column <= len(cells[0]):
            return None
        value = cells[0][column - 1]
        return None if value == "" else value

    def column(self, column: int, first_row: int = 1) -> list[Value]:
        """Give all values of a column from a row on: the fast way for long tables."""
        return [
            None if value == "" else value
            for value in self.columns([column], first_row)[0]
        ]

    def columns(self, columns: Sequence[int], first_row: int) -> list[Sequence[Value]]:
        """Give several columns from a row on in one pass; a blank may be ``""``."""
        if isinstance(self.rows, LongRows):
            picked = self.rows.pick(columns)
            if picked is not None:
                return [column[first_row - 1 :] for column in picked]
        body = self.rows[first_row - 1 :]
        width = max(columns)
        if min(map(len, body), default=width) < width:
            body = [[*row, *(None,) * (width - len(row))] for row in body]
        # A single column would come without its tuple.
        pick = itemgetter(*(column - 1 for column in columns), width - 1)
        cells = list(zip(*map(pick, body), strict=True)) or [()] * (len(columns) + 1)
        return list(cells[:-1])

    def check(self) -> None:
        """Look at rows that nobody asked for; raises what readers raise."""
        if isinstance(self.rows, LongRows):
            self.rows.check()

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


def _first_texts(rows: Sequence[Row], longest: int) -> FirstTexts:
    texts = rows.texts(longest) if isinstance(rows, LongRows) else None
    if texts is None:
        every = set().union(*(row[:FORM_COLUMNS] for row in rows[:FORM_ROWS]))
        texts = frozenset(text for text in every if isinstance(text, str))
    # A formula's text may be empty.
    figures = frozenset(text for text in texts if text[:1].isdigit())
    return FirstTexts(texts - figures - {""}, figures)


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
