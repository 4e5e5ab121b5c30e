"""The sheet of thresholds: classes counted live over the values listed below."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from xlsxwriter.utility import xl_range_abs

from scorecard.comparison.thresholds import ValueClass, value_classes
from scorecard.model import Comparison, Development, Figure, ThresholdTable
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.book import Book, Cell, new_sheet, put
from scorecard.sheets.compared import columns_of, figure_cell
from scorecard.sheets.tables import HEADER_ROW, Rows, put_table
from scorecard.wording import Text, say

_CLASSES = (
    (Text("Kelas", "Class"), 22.0),
    (Text("Nama sebelum", "Names before"), 44.0),
    (Text("Sebelum", "Before"), 14.0),
    (Text("Sesudah", "After"), 14.0),
    (Text("Nama sesudah", "Names after"), 44.0),
)
_LISTED = (
    (Text("Kode", "Code"), 22.0),
    (Text("Nama", "Name"), 44.0),
    (Text("Sebelum", "Before"), 14.0),
    (Text("Sesudah", "After"), 14.0),
)


def threshold_sheet(
    book: Book, table: ThresholdTable, found: Comparison, rubric: Rubric
) -> None:
    """Write how many are in each class; a corrected value is counted again."""
    language, category = book.language, table.category_title
    listed = [e for e in found.participants if e.participant.category == table.category]
    top = HEADER_ROW + len(table.classes) + 3
    tab = say("Ambang {category}", "Thresholds {category}", category=category)
    sheet = new_sheet(book, tab.in_(language), [width for _, width in _CLASSES])
    title = say("{t}, {c}", "{t}, {c}", t=table.title, c=category)
    put(book, sheet, (0, 0), Cell(title.in_(language), "title"))
    put(book, sheet, (1, 0), Cell(table.definition.in_(language), "subtitle"))
    counted = _class_rows(book, table, listed, (top, rubric))
    put_table(book, sheet, HEADER_ROW, (columns_of(book, _CLASSES), counted))
    values = [_value_row(book, each, table.indicator, rubric) for each in listed]
    put_table(book, sheet, top, (columns_of(book, _LISTED), values))
    sheet.fit_to_pages(1, 0)


def _class_rows(
    book: Book,
    table: ThresholdTable,
    listed: Sequence[Development],
    below: tuple[int, Rubric],
) -> Rows:
    top, rubric = below
    spans = [xl_range_abs(top + 1, c, top + len(listed), c) for c in (2, 3)]
    names = {e.participant.code: e.participant.full_name for e in listed}
    assert rubric.comparison is not None
    known: list[ValueClass | None] = [*value_classes(rubric.comparison), None]
    return [
        [
            Cell(each.title.in_(book.language), "row wrap bold"),
            Cell(", ".join(names[code] for code in each.before), "row wrap"),
            Cell(len(each.before), "row centre bold", _count(one, spans[0])),
            Cell(len(each.after), "row centre bold", _count(one, spans[1])),
            Cell(", ".join(names[code] for code in each.after), "row wrap"),
        ]
        for each, one in zip(table.classes, known, strict=True)
    ]


def _count(one: ValueClass | None, span: str) -> str:
    """Count the cells of a class; what is no number and took part is not known."""
    if one is None:
        return f'=ROWS({span})-COUNT({span})-COUNTIF({span},"–")'
    limits = ((">", one.above), ("<=", one.most), (">=", one.least), ("<", one.below))
    parts = [
        f'{span},"{sign}"&{_number(limit)}'
        for sign, limit in limits
        if limit is not None
    ]
    return f"=COUNTIFS({','.join(parts)})" if parts else f"=COUNT({span})"


def _number(limit: Fraction) -> str:
    return f"{float(limit):.15g}"


def _value_row(
    book: Book, each: Development, indicator: str, rubric: Rubric
) -> list[Cell]:
    change = each.indicator(indicator)
    absent = Figure("absent")
    ends = (change.value.before, change.value.after) if change else (absent, absent)
    places = rubric.score.places
    there = (each.presence != "entered", each.presence != "left")
    return [
        Cell(each.participant.code, "row code"),
        Cell(each.participant.full_name, "row wrap"),
        *(
            figure_cell(book, end, places) if took else Cell("–", "row centre")
            for end, took in zip(ends, there, strict=True)
        ),
    ]
