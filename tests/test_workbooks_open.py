"""No workbook that is made gives Excel anything to repair."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from scorecard.model import Participant
from scorecard.number import Language
from scorecard.scoring import assess
from scorecard.sheets.compliance import compliance_workbook
from scorecard.sheets.form.places import Plan
from scorecard.sheets.form.workbook import form_workbook
from scorecard.sheets.recap import recap_workbook
from tests.filled_forms import Filled, plan_of, submission_of
from tests.handmade_season import handmade_season, loaded_rubric
from tests.shipped import RUBRICS, shipped
from tests.strict_xlsx import causes
from tests.test_sheets_recalculated import season_of

FORM = "xl/worksheets/sheet3.xml"
LONG = "x" * 260


@pytest.mark.parametrize("name", sorted(RUBRICS))
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_form_opens(name: str, language: Language) -> None:
    rubric = shipped(name)
    category = rubric.categories[-1]
    who = Participant("74.71", "Kota Kendari", category.types[0], category.id)
    plan = Plan(rubric, category, language, who, "ab" * 32)
    assert causes(form_workbook(plan)) == []
    assert causes(form_workbook(replace(plan, participant=None))) == []


@pytest.mark.parametrize("name", sorted(RUBRICS))
def test_a_compliance_sheet_opens(name: str) -> None:
    plan = plan_of(shipped(name))
    for filled in (Filled(), Filled({"masuk": 273, "selesai": 271, "arsip": 1})):
        known = {key: v for key, v in filled.answers.items() if key in keys(plan)}
        card = assess(submission_of(Filled(known), plan), plan.rubric)
        season = season_of(plan.rubric, [card])
        assert causes(compliance_workbook(season, plan.rubric, "21")) == []


def test_the_recap_and_a_whole_season_s_sheets_open() -> None:
    season, rubric = handmade_season(), loaded_rubric().rubric
    assert causes(recap_workbook(season, rubric)) == []
    for card in season.scorecards:
        content = compliance_workbook(season, rubric, card.participant.code)
        assert causes(content) == []


PLANTED = {
    "a function newer than the program": ("COUNTIF(", "_xlfn.TEXTJOIN("),
    "the function LET": ("COUNTIF(", "LET("),
    "a text of 260 characters in a formula": ("COUNTIF(", f'COUNTIF("{LONG}",'),
    "a reference to the sheet 'Lain'": ("COUNTIF(", "COUNTIF(Lain!A1,"),
    "the name 'entah'": ("COUNTIF(", "COUNTIF(entah,"),
    "functions nested too deep": ("COUNTIF(", "ABS(" * 70 + "COUNTIF("),
    "brackets that do not close": ("COUNTIF(", "ABS(COUNTIF("),
    "a rule that leads to another sheet": (
        "<formula1>0</formula1>",
        "<formula1>Skor!A1</formula1>",
    ),
    " is too high": ('ht="20.25"', 'ht="500"'),
    "its style is not there": ('<c r="C6" s="', '<c r="C6" s="9'),
    "elements out of order": ("<sheetData>", "<mergeCells/><sheetData>"),
}


@pytest.mark.parametrize("cause", PLANTED)
def test_what_excel_would_repair_is_found(cause: str) -> None:
    content = form_workbook(plan_of(shipped("rubric")))
    assert causes(content) == []
    found = causes(altered(content, *PLANTED[cause]))
    assert any(cause in each for each in found), found


def altered(content: bytes, old: str, new: str) -> bytes:
    """Put something wrong into the recap sheet of a form."""
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as made, ZipFile(buffer, "w", ZIP_DEFLATED) as copy:
        for name in made.namelist():
            part = made.read(name)
            if name == FORM:
                assert old.encode() in part, part[:3000]
                part = part.replace(old.encode(), new.encode(), 1)
            copy.writestr(name, part)
    return buffer.getvalue()


def keys(plan: Plan) -> set[str]:
    """Name the cells that a form asks for."""
    return {field.id for field in plan.rubric.form.recap}
