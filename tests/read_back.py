"""Read what was typed into a form with the real reader, without a file between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time
from typing import TypeAlias

from scorecard.evidence.checks import without_impossible_totals
from scorecard.evidence.files import FileBytes
from scorecard.evidence.forms import read_form
from scorecard.evidence.ticket_evidence import read_tickets
from scorecard.evidence.workbook import Sheet, Value, Workbook, parse_workbook
from scorecard.model import AttachedFile, Submission
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.form.places import Plan, inputs_of
from scorecard.sheets.form.workbook import form_workbook

Typed: TypeAlias = str | int | float | bool | date
Cells: TypeAlias = Iterable[tuple[str, int, int, Typed]]
"""Sheet, row and column (from 1), and what is in the cell: a text is a text."""

_BLANK: dict[tuple[int, str, str], tuple[Rubric, Workbook]] = {}
"""Blank forms by rubric, category and code; each keeps its rubric alive."""


def submission_read(cells: Cells, plan: Plan) -> Submission:
    """Read a filled form as `evaluate` does; every file that is named is there."""
    assert plan.participant is not None
    workbook = _filled(_blank(plan), cells, plan)
    answers = read_form(workbook, plan.rubric).answers
    tickets = read_tickets((workbook,), plan.rubric, plan.participant.code)
    kinds = {key: each.field.kind for key, each in inputs_of(plan).items()}
    return Submission(
        plan.participant,
        "21",
        answers=without_impossible_totals(answers, plan.rubric),
        counts=tickets.counts,
        series=tickets.series,
        files={
            key: AttachedFile(key, str(evidence.value), 1, "0" * 64, True)
            for key, evidence in answers.items()
            if kinds.get(key) == "file"
        },
    )


def _blank(plan: Plan) -> Workbook:
    assert plan.participant is not None
    key = (id(plan.rubric), plan.category.id, plan.participant.code)
    if key not in _BLANK:
        content = form_workbook(plan)
        read = parse_workbook(FileBytes("borang.xlsx", content))
        assert isinstance(read, Workbook)
        _BLANK[key] = (plan.rubric, read)
    return _BLANK[key][1]


def _filled(blank: Workbook, cells: Cells, plan: Plan) -> Workbook:
    written: dict[str, list[tuple[int, int, Value]]] = {}
    for sheet, row, column, value in cells:
        written.setdefault(sheet, []).append((row, column, _stored(value)))
    percent = {
        (each.sheet, each.row + 1)
        for each in inputs_of(plan).values()
        if each.field.kind == "percent"
    }
    sheets = (
        _with(each, written[each.name], percent) if each.name in written else each
        for each in blank.sheets
    )
    return replace(blank, sheets=tuple(sheets))


def _with(
    sheet: Sheet, cells: list[tuple[int, int, Value]], percent: set[tuple[str, int]]
) -> Sheet:
    rows = [list(row) for row in sheet.rows]
    formats = dict(sheet.formats)
    for row, column, value in cells:
        rows.extend([] for _ in range(row - len(rows)))
        rows[row - 1].extend(None for _ in range(column - len(rows[row - 1])))
        rows[row - 1][column - 1] = value
        if (sheet.name, row) in percent:
            formats[row, column] = "0.00%"
    return replace(sheet, rows=rows, formats=formats)


def _stored(value: Typed) -> Value:
    """Give a value as the reader of files does: a day is a moment."""
    if isinstance(value, date):
        return datetime.combine(value, time())
    return value
