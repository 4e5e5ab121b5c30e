"""A blank form: what is stored in it, what is locked, what it carries."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from scorecard.evidence.fingerprint import SHEET, read_fingerprint
from scorecard.model import Participant
from scorecard.sheets.form.copies import form_for
from scorecard.sheets.form.places import ANSWER, inputs_of
from scorecard.sheets.form.words import WORDS
from scorecard.sheets.form.workbook import form_skeleton, form_workbook
from tests.filled_forms import ROOM, plan_of
from tests.shipped import RUBRICS, shipped
from tests.test_sheets_recalculated import Calculated, recalculated

NEW_SINCE_2010 = (
    *("XLOOKUP", "LET", "IFS", "MAXIFS", "TEXTJOIN", "CONCAT", "SWITCH", "FILTER"),
    *("LAMBDA", "SEQUENCE", "UNIQUE", "XMATCH", "SORT"),
)


def differing(content: bytes) -> list[Calculated]:
    """List formulas that result in another value than the one stored.

    A sentence writes its numbers with the decimal sign of its reader's program.
    """
    return [
        each
        for each in recalculated(content)
        if not each.agrees
        and str(each.stored).replace(",", ".") != str(each.result).replace(",", ".")
    ]


@pytest.mark.parametrize("name", sorted(RUBRICS))
@pytest.mark.parametrize("language", ["id", "en"])
def test_what_is_stored_is_what_a_blank_form_calculates(name, language):
    plan = replace(plan_of(shipped(name)), language=language)
    assert differing(form_workbook(plan)) == []


def test_every_formula_is_short_and_old_enough_for_any_program():
    for name in RUBRICS:
        content = form_workbook(plan_of(shipped(name)))
        with ZipFile(BytesIO(content)) as parts:
            text = "".join(
                parts.read(part).decode()
                for part in parts.namelist()
                if part.startswith("xl/worksheets/")
            )
        assert [n for n in NEW_SINCE_2010 if re.search(rf"\b{n}\(", text)] == []
        assert "_xlfn" not in text
        assert max(len(each.formula) for each in recalculated(content)) < 8_000


def test_the_same_plan_is_the_same_bytes():
    plan = plan_of(shipped("rubric"))
    assert form_workbook(plan) == form_workbook(plan)


def test_a_copy_is_the_form_of_its_participant_alone():
    plan = plan_of(shipped("rubric"))
    made = form_skeleton(plan)
    other = Participant("74.71", 'Kota <"Uji"> & =A1', "kota", plan.category.id)
    book = load_workbook(BytesIO(form_for(made, other)))
    cells = [book["Identitas"].cell(row, ANSWER + 1).value for row in (6, 7)]
    assert cells == ["74.71", 'Kota <"Uji"> & =A1']
    again = form_for(made, plan.participant)
    assert again == form_workbook(plan)


def test_only_the_cells_to_fill_can_be_changed():
    plan = plan_of(shipped("rubric"))
    book = load_workbook(BytesIO(form_workbook(plan)))
    for sheet in ("Petunjuk", "Identitas", "Rekap", "Dokumen", "Jawaban", "Skor"):
        protection = book[sheet].protection
        assert protection.sheet
        assert protection.password is None
    for each in inputs_of(plan).values():
        cell = book[each.sheet].cell(each.row + 1, ANSWER + 1)
        assert cell.protection.locked == (each.key in ("code", "name")), each.key
        assert f"{each.sheet}_{each.key.replace('.', '_')}" in book.defined_names
    assert not book["Tiket"].protection.sheet
    assert list(book["Tiket"].iter_rows(values_only=True)) == []


def test_every_input_has_a_message_and_what_is_typed_is_checked():
    plan = plan_of(shipped("rubric"))
    book = load_workbook(BytesIO(form_workbook(plan)))
    for each in inputs_of(plan).values():
        if each.key in ("code", "name"):
            continue
        (rule,) = [
            rule
            for rule in book[each.sheet].data_validations.dataValidation
            if each.cell in rule.cells
        ]
        assert rule.prompt
        if each.field.kind not in ("text", "file"):
            assert rule.error
            assert rule.showErrorMessage


def test_the_form_carries_its_rubric_s_fingerprint():
    plan = replace(plan_of(shipped("rubric")), text_sha256="ab" * 32)
    book = load_workbook(BytesIO(form_workbook(plan)))
    assert book[SHEET].sheet_state == "veryHidden"
    read = read_fingerprint(book[SHEET].iter_rows(values_only=True))
    assert read is not None
    assert (read.rubric, read.sha256) == (plan.rubric.id, "ab" * 32)
    assert ("Rekap", "masuk") in read.labels
    assert len(read.formulas) > 200


def test_a_blank_form_asks_for_the_code():
    plan = replace(plan_of(shipped("rubric")), participant=None, room=ROOM)
    book = load_workbook(BytesIO(form_workbook(plan)))
    assert book["Identitas"]["C6"].value is None
    assert not book["Identitas"]["C6"].protection.locked
    assert differing(form_workbook(plan)) == []


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_say_something(key):
    assert WORDS[key].id.strip()
    assert WORDS[key].en.strip()
