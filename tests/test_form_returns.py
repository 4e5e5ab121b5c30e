"""A form that was filled in comes back: every cell is read, nothing is in the way."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from scorecard.evidence.submission import read_season
from scorecard.model import Participant, Submission
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.form.places import ANSWER, Plan, Room, inputs_of, tickets_sheet
from scorecard.sheets.form.workbook import form_workbook
from tests.filled_forms import HEADINGS
from tests.pdfs import pdf_of
from tests.shipped import RUBRICS, shipped

WRITTEN = {
    "yes_no": "Ya",
    "whole": 7,
    "number": 2.5,
    "percent": 0.25,
    "date": date(2025, 2, 3),
    "text": "=bukan rumus",
    "file": "bukti.pdf",
    "level": 1,
}


def plan_of(rubric: Rubric) -> Plan:
    category = rubric.categories[0]
    who = Participant("21", "Kepulauan Riau", "provinsi", category.id)
    return Plan(rubric, category, "id", who, room=Room(60, 20))


def returned(plan: Plan, folder: Path, *, tickets: bool = False) -> Submission:
    """Fill every cell of the form as a spreadsheet program does, and read it."""
    book = load_workbook(BytesIO(form_workbook(plan)))
    for each in inputs_of(plan).values():
        if each.key not in ("code", "name"):
            cell = book[each.sheet].cell(each.row + 1, ANSWER + 1)
            cell.value = WRITTEN[each.field.kind]
            if each.field.kind == "text":
                cell.data_type = "s"
    if tickets:
        sheet = book[tickets_sheet(plan)]
        row = (
            "#1",
            "5 Jan 2025",
            "08:00:00",
            "rahasia",
            "Aspirasi",
            "Proses",
            "Dinas A",
        )
        for number, cells in ((11, (*HEADINGS, "Instansi Terdisposisi")), (12, row)):
            for column, value in enumerate(cells, 1):
                sheet.cell(number, column).value = value
    home = folder / "21-kepulauan-riau"
    home.mkdir(parents=True)
    book.save(home / "borang.xlsx")
    (home / "bukti.pdf").write_bytes(pdf_of(["CONTOH SINTETIS"]))
    (submission,) = read_season(folder, plan.rubric).submissions
    return submission


@pytest.mark.parametrize("name", sorted(set(RUBRICS) - {"monev-opd"}))
def test_every_filled_cell_is_recognised(name: str, tmp_path: Path) -> None:
    plan = plan_of(shipped(name))
    submission = returned(plan, tmp_path)
    assert set(submission.answers) == set(inputs_of(plan))
    unread = [each.unreadable for each in submission.answers.values()]
    # The same 7 stands in every cell, so that totals are below their own parts.
    below_parts = "kurang dari jumlah bagiannya"
    assert all(why is None or why.id.startswith(below_parts) for why in unread)
    codes = {each.code for each in submission.problems if each.severity == "error"}
    assert codes <= {"recap-sum-differs", "quoted-percentage-differs"}, codes


def test_tickets_pasted_with_their_preamble_are_counted(tmp_path: Path) -> None:
    submission = returned(plan_of(shipped("rubric")), tmp_path, tickets=True)
    assert submission.counts["masuk"].value == 1
    assert submission.counts["proses"].value == 1


def test_offices_are_told_apart_in_the_pasted_export(tmp_path: Path) -> None:
    submission = returned(plan_of(shipped("monev-opd")), tmp_path, tickets=True)
    assert submission.counts["masuk"].value == 1


def test_a_blank_sheet_for_tickets_is_no_export(tmp_path: Path) -> None:
    submission = returned(plan_of(shipped("rubric")), tmp_path)
    assert submission.counts == {}
    assert submission.series == {}
