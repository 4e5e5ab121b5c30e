"""The self-assessment beside the official score on a compliance sheet, live."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from scorecard.methods import rounding
from scorecard.methods.live.expressions import chosen, quoted
from scorecard.model import Scorecard
from scorecard.rubric.nouns import Rubric
from scorecard.self_assessment import (
    RELATIONS,
    Compared,
    Ends,
    Relation,
    compared,
    is_wide,
)
from scorecard.sheets.book import Cell, Value, height_for, put, put_across
from scorecard.sheets.derivation import Derivation
from scorecard.sheets.lines import sentence_case
from scorecard.sheets.totals import Foot

_ENDS = ("own_low", "own_high", "official_low", "official_high", "gap_low", "gap_high")
_WIDE = {key: (column, column) for column, key in enumerate(_ENDS, 2)}
_NARROW = {"own_low": (2, 2), "official_low": (3, 4), "gap_low": (5, 6)}
_HEADS = {"own_low": "own", "official_low": "official", "gap_low": "gap"}


@dataclass(frozen=True, slots=True)
class _Place:
    derivation: Derivation
    sheet: Worksheet
    row: int
    columns: dict[str, tuple[int, int]]
    foot: Foot

    def at(self, key: str) -> str:
        """Give the address of a figure; the low end stands for both if alone."""
        low = key.replace("_high", "_low")
        first, _ = self.columns.get(key) or self.columns[low]
        return str(xl_rowcol_to_cell(self.row, first))


def self_rows(card: Scorecard, rubric: Rubric) -> int:
    """Count the rows that the table takes, the space below it included."""
    lines = compared(card, rubric)
    return len(lines) + 4 if lines else 0


def self_table(derivation: Derivation, sheet: Worksheet, row: int, foot: Foot) -> None:
    """Write the table from a row on, if there is anything to compare."""
    book = derivation.book
    lines = compared(derivation.card, derivation.rubric)
    if not lines:
        return
    columns = _WIDE if is_wide(lines) else _NARROW
    put(book, sheet, (row, 0), Cell(book.word("self_assessment"), "heading"))
    _head(_Place(derivation, sheet, row + 1, columns, foot))
    for number, each in enumerate(lines, row + 2):
        _line(_Place(derivation, sheet, number, columns, foot), each)
    last = derivation.grid.contribution_high
    note = _note(derivation, lines)
    put_across(book, sheet, (row + 2 + len(lines), 0, last), Cell(note, _NOTE))
    sheet.set_row(row + 2 + len(lines), height_for(note, 118.0, "small"))


_NOTE = "text wrap small faint"


def _head(place: _Place) -> None:
    book, sheet, wide = place.derivation.book, place.sheet, place.columns is _WIDE
    put_across(book, sheet, (place.row, 0, 1), Cell(book.word("criterion"), "head"))
    for key, (first, last) in place.columns.items():
        title = Cell(book.word(key if wide else _HEADS[key]), "head")
        put_across(book, sheet, (place.row, first, last), title)
    across = (place.row, _after(place), place.derivation.grid.contribution_high)
    put_across(book, sheet, across, Cell(book.word("relation"), "head"))
    sheet.set_row(place.row, 30 if wide else 18)


def _line(place: _Place, line: Compared) -> None:
    book, sheet = place.derivation.book, place.sheet
    title = sentence_case(line.title.in_(book.language))
    bold = "" if line.criterion else " group"
    look = f"cell wrap indent:{line.depth}{bold}"
    put_across(book, sheet, (place.row, 0, 1), Cell(title, look))
    cells = dict(_figures(place, line))
    for key, (first, last) in place.columns.items():
        cell = Cell(cells[key].value, cells[key].style + bold, cells[key].formula)
        put_across(book, sheet, (place.row, first, last), cell)
    words = RELATIONS[line.relation].in_(book.language)
    across = (place.row, _after(place), place.derivation.grid.contribution_high)
    live = Cell(words, f"cell wrap indent:1{bold}", _relation(place))
    put_across(book, sheet, across, live)
    sheet.set_row(place.row, max(15.0, height_for(title, 34.0, "bold")))


def _after(place: _Place) -> int:
    return max(last for _, last in place.columns.values()) + 1


def _figures(place: _Place, line: Compared) -> Iterator[tuple[str, Cell]]:
    book = place.derivation.book
    own = RELATIONS["not_stated"].in_(book.language)
    none = book.word("no_total" if not line.criterion else "not_assessed")
    for number, end in enumerate(("low", "high")):
        yield f"own_{end}", _cell(place, _end(line.stated, number, own), "")
        live = _official(place, line, high=bool(number))
        yield f"official_{end}", _cell(place, _end(line.official, number, none), live)
        own_at, official_at = place.at(f"own_{end}"), place.at(f"official_{end}")
        gap = f'=IF(COUNT({own_at},{official_at})=2,{official_at}-{own_at},"–")'
        yield f"gap_{end}", _cell(place, _end(line.difference, number, "–"), gap)


def _end(ends: Ends | None, number: int, otherwise: str) -> Value:
    return otherwise if ends is None else ends[number]


def _cell(place: _Place, value: Value, live: str) -> Cell:
    if isinstance(value, str):
        return Cell(value, "cell absent small wrap", live)
    places = place.derivation.rubric.score.places
    return Cell(value, f"cell places:{places}", live)


def _official(place: _Place, line: Compared, *, high: bool) -> str:
    derivation, foot = place.derivation, place.foot
    grid, score = derivation.grid, derivation.rubric.score
    if line.official is None:
        return ""
    if not line.criterion:
        return f"={foot.published_high if high else foot.published}"
    column = grid.points_high if high else grid.points
    points = derivation.at(line.criterion, column)
    rounded = rounding.formula(points, score.places, score.mode)
    return f"=IF(ISNUMBER({points}),{rounded},{points})"


def _relation(place: _Place) -> str:
    language = place.derivation.book.language
    own_low, own_high = place.at("own_low"), place.at("own_high")
    low, high = place.at("official_low"), place.at("official_high")

    def less(one: str, other: str) -> str:
        return f"ROUND({one}-{other},10)<0"

    tests: list[tuple[str, Relation]] = [
        (f"NOT(ISNUMBER({own_low}))", "not_stated"),
        (f"NOT(ISNUMBER({low}))", "no_score"),
        (f"ROUND(ABS({low}-{own_low})+ABS({high}-{own_high}),10)=0", "same"),
        (less(high, own_low), "lower"),
        (less(own_high, low), "higher"),
        (f"OR({less(low, own_low)},{less(own_high, high)})", "overlaps"),
    ]
    words = [(test, quoted(RELATIONS[key].in_(language))) for test, key in tests]
    return f"={chosen(words, quoted(RELATIONS['within'].in_(language)))}"


def _note(derivation: Derivation, lines: tuple[Compared, ...]) -> str:
    book = derivation.book
    source = next((each.source for each in lines if each.source), None)
    if source is None:
        return book.word("self_absent")
    return book.word("self_note").format(place=str(source.location))
