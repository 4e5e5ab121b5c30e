"""The blank form as a workbook: the same plan, the same bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from xlsxwriter.worksheet import Worksheet

from scorecard.evidence.fingerprint import (
    SHEET,
    FormLabel,
    LockedCell,
    fingerprint_rows,
)
from scorecard.methods.live import documents as live_documents
from scorecard.methods.live.documents import UNMET
from scorecard.methods.live.expressions import Cells
from scorecard.model import Participant, Submission
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.scoring import assess
from scorecard.sheets.book import Book, Cell, made_book, new_sheet, put
from scorecard.sheets.form import aliases
from scorecard.sheets.form.asked import asked_sheet, day_look, shown_label
from scorecard.sheets.form.calendar import calendar_sheet
from scorecard.sheets.form.copies import Skeleton, form_for, skeleton
from scorecard.sheets.form.counters import counters
from scorecard.sheets.form.days import day_columns, order_of
from scorecard.sheets.form.guide import guide_sheet
from scorecard.sheets.form.known import fields_section
from scorecard.sheets.form.ledger import Ledger, headings
from scorecard.sheets.form.nodes import tree_section
from scorecard.sheets.form.page import Page
from scorecard.sheets.form.places import (
    Input,
    Plan,
    heading_of,
    inputs_of,
    log_sheet,
    tickets_sheet,
    weights_of,
)
from scorecard.sheets.form.rows import row_cells
from scorecard.sheets.form.score import new_score_sheet, score_sheet
from scorecard.sheets.form.series import (
    LOG_KEYS,
    log_columns,
    rated_columns,
    series_section,
)
from scorecard.sheets.form.tickets import (
    EXPORT_WIDTH,
    NEVER,
    Export,
    export_section,
    first_rows,
    quantities_section,
    row_columns,
)
from scorecard.sheets.form.words import told

_A3 = 8
"""The working has many columns."""
_LOG_ROWS = 30
"""Rows of the log that are ruled; more may be filled in."""


def form_skeleton(plan: Plan) -> Skeleton:
    """Make the form once for all participants of a category: see `form_for`."""
    rubric = plan.rubric
    title = f"{plan.word('guide_title')} · {rubric.title.text.in_(plan.language)}"
    footer = f"{rubric.title.text.in_(plan.language)} · {rubric.edition}"
    rows: list[str] = []

    def fill(book: Book) -> None:
        rows.append(_fill(book, plan))

    content = made_book(title, footer, rubric.as_of, language=plan.language, fill=fill)
    return skeleton(content, rows[0])


def form_workbook(plan: Plan) -> bytes:
    """Make the form of the plan: the same plan, the same bytes."""
    return form_for(form_skeleton(plan), plan.participant)


def _fill(book: Book, plan: Plan) -> str:
    inputs = inputs_of(plan)
    guide_sheet(book, plan)
    for role in weights_of(plan):
        asked_sheet(book, plan, role, inputs)
    if tickets_sheet(plan):
        _paste_sheet(book, plan)
    if log_sheet(plan):
        _log_sheet(book, plan)
    card = assess(_blank(plan), plan.rubric)
    score = new_score_sheet(book, plan)
    ledger = Ledger(book, _working_sheet(book, plan), plan.word("working"))
    fields = fields_section(ledger, inputs, plan.rubric)
    counters(ledger, plan, inputs, fields)
    export = export_section(ledger, plan, inputs["code"].address)
    quantities = quantities_section(ledger, export, fields, plan.rubric)
    series = series_section(ledger, export, plan.rubric)
    cells = Cells(plan.language, "", fields, quantities, {}, series)
    cells = replace(cells, conditions=_conditions(ledger, cells, plan.rubric))
    tree = tree_section(ledger, plan, cells, card)
    score_sheet(Page(book, score, tree, card), export)
    ledger.sheet.protect("", {"format_columns": True})
    rows = _rows(book, plan, ledger, export) if export is not None else ""
    calendar_sheet(book, plan)
    _fingerprint(book, plan, inputs)
    return rows


def _fingerprint(book: Book, plan: Plan, inputs: dict[str, Input]) -> None:
    """Say on a very hidden sheet which rubric made the form, and what was locked."""
    labels = [
        FormLabel(each.sheet, key, shown_label(each, plan.language))
        for key, each in inputs.items()
    ]
    locked = [LockedCell(*each) for each in book.formulas]
    sheet = book.workbook.add_worksheet(SHEET)
    rows = fingerprint_rows(plan.rubric, plan.text_sha256, labels, locked)
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            sheet.write_string(number, column, words)
    sheet.very_hidden()


def _blank(plan: Plan) -> Submission:
    known = plan.participant or Participant("", "", "", "")
    participant = Participant(known.code, known.name, known.type, plan.category.id)
    return Submission(participant, "")


def _conditions(
    ledger: Ledger, cells: Cells, rubric: Rubric
) -> dict[tuple[str, str], str]:
    language = ledger.book.language
    ledger.heading(told("w_conditions", language), *headings(language, 1))
    found: dict[tuple[str, str], str] = {}
    for indicator in rubric.indicators():
        if isinstance(indicator.measure, verb.Document):
            verdicts = _verdicts(ledger, cells, indicator, rubric)
            found |= {(indicator.id, key): cell for key, cell in verdicts.items()}
    return found


def _verdicts(
    ledger: Ledger, cells: Cells, indicator: Indicator, rubric: Rubric
) -> dict[str, str]:
    """Write each condition by itself, then what depends on the one required."""
    measure = indicator.measure
    assert isinstance(measure, verb.Document)
    own: dict[str, str] = {}
    for each in measure.conditions:
        title = each.title.text.in_(ledger.book.language)
        alone = live_documents.verdict(each, measure, cells, rubric)
        key = f"{indicator.id}.{each.id}"
        (own[each.id],) = ledger.line(key, title, (alone, UNMET))
    first = own.get(measure.requires or "")
    if first is None:
        return own
    held = {measure.requires or "": first}
    for each in measure.conditions:
        if each.id != measure.requires:
            depends = live_documents.depending(own[each.id], first)
            key = f"{indicator.id}.{each.id}"
            (held[each.id],) = ledger.line(key, "", (depends, UNMET))
    return held


def _working_sheet(book: Book, plan: Plan) -> Worksheet:
    sheet = new_sheet(book, plan.word("working"), (24, 44, *(13,) * 18))
    put(book, sheet, (0, 0), Cell(plan.word("working"), "title"))
    put(book, sheet, (1, 0), Cell(plan.word("sheet_working"), "subtitle"))
    sheet.freeze_panes(3, 2)
    sheet.set_paper(_A3)
    sheet.fit_to_pages(1, 0)
    return sheet


def _paste_sheet(book: Book, plan: Plan) -> None:
    sheet = new_sheet(book, tickets_sheet(plan), (18,) * 20)
    sheet.data_validation(
        0,
        0,
        0,
        0,
        {
            "validate": "any",
            "input_title": plan.word("paste_title"),
            "input_message": plan.word("paste")[:250],
        },
    )
    sheet.set_tab_color("#E0B000")


def _log_sheet(book: Book, plan: Plan) -> None:
    tickets = plan.rubric.tickets
    assert tickets is not None
    assert tickets.log is not None
    sheet = new_sheet(book, log_sheet(plan), (24, 22, 26, 22))
    for column, key in enumerate(LOG_KEYS):
        names = next((n for k, n in tickets.log.columns.items() if k == key), (key,))
        put(book, sheet, (0, column), Cell(heading_of(plan, names), "head"))
        look = "cell open words" if column == 0 else f"cell open {day_look(plan)}"
        for row in range(1, _LOG_ROWS + 1):
            put(book, sheet, (row, column), Cell("", look))
    sheet.data_validation(1, 1, plan.room.log, 3, _dates(plan))
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    sheet.set_tab_color("#E0B000")


def _dates(plan: Plan) -> dict[str, object]:
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": date(1945, 1, 1),
        "maximum": date(2100, 12, 31),
        "error_title": plan.word("wrong_title")[:32],
        "error_message": plan.word("wrong_date"),
    }


def _rows(book: Book, plan: Plan, ledger: Ledger, export: Export) -> str:
    """Add the hidden sheet; give the cells that it will hold."""
    cells = {aliases.column(key): cell for key, cell in export.columns.items()}
    cells[aliases.HOURS] = export.hours
    for key, expression in first_rows(export).items():
        (here,) = ledger.line(f"first.{key}", "", (expression, NEVER))
        cells[aliases.first(key)] = here
    order = (order_of(export), "")
    (cells[aliases.ORDER],) = ledger.line("order.export", plan.word("w_order"), order)
    aliases.define(book, plan, cells, EXPORT_WIDTH)
    sheet = book.workbook.add_worksheet(plan.word("rows"))
    sheet.protect()
    sheet.hide()
    own = (*row_columns(export), *day_columns(export))
    return row_cells((*own, *log_columns(export), *rated_columns(export)))
