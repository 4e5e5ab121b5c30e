"""The sheet "Bukti": where each figure of a compliance sheet comes from.

The numbers of tickets stand here once; numerators, denominators and percentages are
formulas over them, and the sheet "Kepatuhan" takes them from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from scorecard.errors import Location
from scorecard.model import (
    AttachedFile,
    Finding,
    InputFile,
    Scorecard,
    Season,
)
from scorecard.rubric.methods import Share
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.sheets import formulas
from scorecard.sheets.attached import DOCUMENT_COLUMNS, document_rows, state_of
from scorecard.sheets.book import Book, Cell, height_for, put, put_across
from scorecard.sheets.lines import sentence_case
from scorecard.sheets.tables import Column, put_table
from scorecard.wording import Text

WIDTHS = (46.0, 14.0, 40.0, 36.0, 18.0, 18.0)
_LAST = len(WIDTHS) - 1
_ABSENT = "cell absent small"
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class ShareCells:
    """Where a share's numerator, denominator and percentage stand."""

    numerator: str
    denominator: str
    percent: str


@dataclass(slots=True)
class _Writing:
    book: Book
    sheet: Worksheet
    row: int = 3
    quantities: dict[str, str] = field(default_factory=dict)
    shares: dict[str, ShareCells] = field(default_factory=dict)


def proof_sheet(
    book: Book, sheet: Worksheet, of: tuple[Season, Rubric, Scorecard]
) -> Mapping[str, ShareCells]:
    """Write the sheet; give the cells of each share, to be quoted elsewhere."""
    season, rubric, card = of
    put(book, sheet, (0, 0), Cell(book.word("evidence_title"), "title"))
    name = f"{card.participant.code} · {card.participant.name}"
    put(book, sheet, (1, 0), Cell(name, "heading"))
    sheet.set_row(0, 22)
    writing = _Writing(book, sheet)
    _statuses(writing, card)
    _shares(writing, rubric, card)
    _conditions(writing, card)
    _cited(writing, card)
    _files(writing, season, card)
    rows = document_rows(book, card)
    _table(writing, "document_contents", DOCUMENT_COLUMNS, rows)
    sheet.fit_to_pages(1, 0)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    return writing.shares


def place_cells(place: Location | None) -> list[Cell]:
    """Give file, sheet and cell, each in a cell of its own."""
    if place is None:
        return [Cell(""), Cell(""), Cell("")]
    cell = place.cell or (str(place.line) if place.line else "")
    return [
        Cell(place.file, "cell wrap"),
        Cell(place.sheet, "cell wrap"),
        Cell(cell, "cell centre wrap"),
    ]


def _statuses(writing: _Writing, card: Scorecard) -> None:
    book = writing.book
    rows = []
    for each in card.quantities:
        count = Cell(book.word("blank"), _ABSENT)
        if each.value is not None:
            places = 0 if each.value.denominator == 1 else 2
            count = Cell(each.value, f"cell places:{places}")
        title = _titled(book, each.title)
        source = Cell(book.word(each.source), "cell centre")
        rows.append([Cell(title), count, source, *place_cells(each.location)])
    keys = ("quantity", "count", "taken_from", "file", "sheet", "cell")
    top = _table(writing, "status_table", keys, rows)
    for row, each in enumerate(card.quantities, top):
        if each.value is not None:
            writing.quantities[each.quantity] = str(xl_rowcol_to_cell(row, 1))


def _shares(writing: _Writing, rubric: Rubric, card: Scorecard) -> None:
    measured = [
        (finding, node.measure)
        for finding in card.findings
        if finding.numerator is not None
        and finding.denominator is not None
        and isinstance(node := rubric.node(finding.indicator), Indicator)
        and isinstance(node.measure, Share)
    ]
    if not measured:
        return
    _heading(writing, "shares")
    for finding, measure in measured:
        _share(writing, card, finding, measure)
    writing.row += 1


def _share(
    writing: _Writing, card: Scorecard, finding: Finding, measure: Share
) -> None:
    book, first = writing.book, writing.row
    over = _sum_formula(writing, card, (measure.over, measure.less))
    of = _sum_formula(writing, card, (measure.of, ()))
    numerator, denominator, percent = (
        str(xl_rowcol_to_cell(first + down, 1)) for down in (1, 2, 3)
    )
    title = Cell(_titled(book, finding.title), "cell wrap group")
    definition = finding.definition.in_(book.language)
    _line(writing, [title, Cell("", "cell group")], definition)
    _line(writing, [Cell(book.word("numerator")), _figure(finding.numerator, of)], "")
    below = _figure(finding.denominator, over)
    _line(writing, [Cell(book.word("denominator")), below], "")
    value = Cell(book.word(finding.state), _ABSENT)
    if finding.value is not None:
        ratio = formulas.percentage(numerator, denominator)
        value = Cell(finding.value, "cell places:2 bold", ratio)
    _line(writing, [Cell(book.word("percent"), "cell bold"), value], "")
    writing.shares[finding.indicator] = ShareCells(numerator, denominator, percent)


def _figure(value: Fraction | None, formula: tuple[str, Fraction]) -> Cell:
    """Keep the season's figure; it is live where the formula gives the same."""
    live, result = formula
    return Cell(value, "cell places:0", live if live and result == value else "")


def _sum_formula(
    writing: _Writing,
    card: Scorecard,
    terms: tuple[Sequence[str], Sequence[str]],
) -> tuple[str, Fraction]:
    over = [each for each in terms[0] if each in writing.quantities]
    less = [each for each in terms[1] if each in writing.quantities]
    if not over:
        return "", Fraction(0)
    cells = writing.quantities
    formula = formulas.difference([cells[e] for e in over], [cells[e] for e in less])
    added = sum((card.quantity(e) or Fraction(0) for e in over), Fraction(0))
    taken = sum((card.quantity(e) or Fraction(0) for e in less), Fraction(0))
    return formula, added - taken


def _conditions(writing: _Writing, card: Scorecard) -> None:
    book = writing.book
    findings = [each for each in card.findings if each.conditions]
    if not findings:
        return
    _heading(writing, "document_conditions")
    for finding in findings:
        title = Cell(_titled(book, finding.title), "cell wrap group")
        points = Cell(book.word("points"), "cell centre group")
        result = Cell(book.word("result"), "cell centre group")
        _line(writing, [title, points, result], book.word("reason"), "cell group")
        for each in finding.conditions:
            word = book.word("met" if each.met else "not_met")
            cells = [
                Cell(_titled(book, each.title), "cell wrap indent:1"),
                Cell(each.points, "cell places:2"),
                Cell(word, "cell centre" + ("" if each.met else " bold")),
            ]
            _line(writing, cells, _dated(book, each.reason.in_(book.language)))
    writing.row += 1


def _cited(writing: _Writing, card: Scorecard) -> None:
    book = writing.book
    rows = [
        [
            Cell(_titled(book, cited.title), "cell wrap"),
            Cell(_dated(book, cited.shown), "cell wrap centre"),
            Cell(_titled(book, finding.title), "cell wrap"),
            *place_cells(cited.location),
        ]
        for finding in card.findings
        for cited in finding.evidence
    ]
    keys = ("what", "shown", "indicator", "file", "sheet", "cell")
    _table(writing, "cited", keys, rows)


def _files(writing: _Writing, season: Season, card: Scorecard) -> None:
    """List the files that were read and those that the form names, with digests."""
    book = writing.book
    read = [each for each in season.inputs if _belongs(each.path, card.path)]
    known = {each.path for each in read}
    named = [each for each in card.files if each.path not in known]
    if not read and not named:
        return
    _heading(writing, "files")
    heads = [Cell(book.word(key), "head") for key in ("file", "size", "state")]
    _line(writing, heads, book.word("digest"), "head")
    states = {file.path: state_of(book, file) for file in card.files}
    listed: list[InputFile | AttachedFile] = [*read, *named]
    for each in listed:
        _file(writing, each, states.get(each.path) or book.word("found"))
    writing.row += 1


def _file(writing: _Writing, file: InputFile | AttachedFile, state: str) -> None:
    cells = [
        Cell(file.path, "cell wrap"),
        Cell(file.size, "cell places:0"),
        Cell(state, "cell centre wrap"),
    ]
    _line(writing, cells, file.sha256, "cell small")


def _belongs(path: str, folder: str) -> bool:
    return bool(folder) and (path == folder or path.startswith(f"{folder}/"))


def _heading(writing: _Writing, key: str) -> None:
    put(
        writing.book,
        writing.sheet,
        (writing.row, 0),
        Cell(writing.book.word(key), "heading"),
    )
    writing.row += 1


def _line(
    writing: _Writing, cells: Sequence[Cell], rest: str, look: str = "cell wrap"
) -> None:
    """Write some cells, and the rest of the row as one."""
    for column, cell in enumerate(cells):
        put(writing.book, writing.sheet, (writing.row, column), cell)
    across = (writing.row, len(cells), _LAST)
    put_across(writing.book, writing.sheet, across, Cell(rest, look))
    heights = [15.0, height_for(rest, sum(WIDTHS[len(cells) :]), look)]
    heights += [
        height_for(cell.value, width, cell.style)
        for cell, width in zip(cells, WIDTHS, strict=False)
        if isinstance(cell.value, str)
    ]
    writing.sheet.set_row(writing.row, max(heights))
    writing.row += 1


def _table(
    writing: _Writing, title: str, keys: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> int:
    """Write a titled table if it has rows; give the first of them."""
    if not rows:
        return writing.row
    _heading(writing, title)
    columns = list(_columns(writing.book, keys))
    first = writing.row + 1
    table = (columns, rows)
    writing.row = put_table(writing.book, writing.sheet, writing.row, table) + 1
    return first


def _columns(book: Book, keys: Sequence[str]) -> Iterator[Column]:
    for key, width in zip(keys, WIDTHS, strict=False):
        yield Column(book.word(key), width)


def _dated(book: Book, words: str) -> str:
    """Put a date in the order in which Indonesians read it; leave all else alone."""
    if book.language != "id" or not _ISO_DATE.fullmatch(words):
        return words
    year, month, day = words.split("-")
    return f"{day}/{month}/{year}"


def _titled(book: Book, title: Text) -> str:
    return sentence_case(title.in_(book.language))
