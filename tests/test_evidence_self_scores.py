"""What a government's own form says it scores: read, shown, and never scored."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from scorecard.errors import Location
from scorecard.evidence.files import FileBytes
from scorecard.evidence.self_scores import read_self_scores
from scorecard.evidence.submission import read_season
from scorecard.evidence.workbook import Workbook, parse_workbook
from scorecard.model import Participant, Scorecard, SelfScore
from scorecard.rubric.nouns import Rubric
from scorecard.scoring import assess
from scorecard.self_assessment import compared
from scorecard.sheets.form.places import Plan, Room
from scorecard.sheets.form.workbook import form_workbook
from tests.filled_forms import Filled, submission_of
from tests.shipped import RUBRICS, shipped
from tests.test_form_office import written
from tests.test_sheets_office import Office, office
from tests.workbooks import workbook

__all__ = ["office"]

HEADINGS = ("No.", "Aspek dan indikator", "Poin", "Poin tertinggi")


def plan_of(rubric: Rubric) -> Plan:
    category = rubric.categories[0]
    who = Participant("21", "Kepulauan Riau", category.types[0], category.id)
    return Plan(rubric, category, "id", who, room=Room(60, 20))


def parsed(content: bytes) -> Workbook:
    book = parse_workbook(FileBytes("21/borang.xlsx", content))
    assert isinstance(book, Workbook)
    return book


def headings() -> dict[str, object]:
    return {f"{c}9": h for c, h in zip("ABCD", HEADINGS, strict=True)}


def stated(rows: dict[str, object], rubric: Rubric) -> tuple[SelfScore, ...]:
    return read_self_scores(parsed(workbook({"Skor": rows})), rubric)


@pytest.mark.parametrize("name", sorted(set(RUBRICS) - {"monev-opd"}))
def test_what_every_shipped_form_stores_is_read_back(name: str) -> None:
    """The headings that are looked for are those of the form itself."""
    plan = plan_of(shipped(name))
    card = assess(submission_of(Filled(), plan), plan.rubric)
    own = read_self_scores(parsed(form_workbook(plan)), plan.rubric)
    found = {each.criterion: each for each in own}
    expected = {
        each.criterion: each.points
        for each in card.criteria
        if each.points is not None and not each.informative
    }
    assert set(found) - {""} == set(expected)
    for criterion, points in expected.items():
        assert float(found[criterion].low) == pytest.approx(float(points.low))
        assert float(found[criterion].high) == pytest.approx(float(points.high))
    assert ("" in found) == (card.total is not None)
    if card.total is not None:
        assert found[""].low == Fraction(card.total.published_low)
        assert found[""].high == Fraction(card.total.published_high)
    assert all(each.location.sheet == "Skor" for each in own)


def test_an_interval_and_a_settled_total_are_told_apart() -> None:
    rubric = shipped("rubric")
    title = rubric.criteria[0].title.id
    rows = headings()
    rows |= {"B6": "Nilai", "C6": "65,27 – 80,27 dari 100"}
    rows |= {"B10": title, "C10": 85, "D10": 90.5}
    total, first = stated(rows, rubric)
    assert (total.low, total.high) == (Fraction("65.27"), Fraction("80.27"))
    assert (total.location.sheet, total.location.cell) == ("Skor", "C6")
    assert (first.criterion, first.shown) == (rubric.criteria[0].id, "85 – 90.5")
    settled, _ = stated(rows | {"C6": "72,50 dari 100"}, rubric)
    assert settled.low == settled.high == Fraction("72.5")
    bare, _ = stated(rows | {"C6": 71.25}, rubric)
    assert bare.low == bare.high == Fraction("71.25")


@pytest.mark.parametrize("total", ["tidak dapat dinilai", None, "1 2 3 4 5", "9" * 99])
def test_words_state_nothing(total: object) -> None:
    rows = headings()
    assert stated(rows | {"B6": "Nilai", "C6": total}, shipped("rubric")) == ()


def test_a_form_without_the_sheet_states_nothing() -> None:
    book = parsed(workbook({"Rekap": {"A1": "Kode"}}))
    assert read_self_scores(book, shipped("rubric")) == ()


def test_the_whole_way_from_a_folder_to_the_scorecard(tmp_path: Path) -> None:
    plan = plan_of(shipped("rubric"))
    home = tmp_path / "21-kepulauan-riau"
    home.mkdir()
    (home / "borang.xlsx").write_bytes(form_workbook(plan))
    (submission,) = read_season(tmp_path, plan.rubric).submissions
    card = assess(submission, plan.rubric)
    own = card.self_score("")
    assert own is not None
    assert own.location.file == "21-kepulauan-riau/borang.xlsx"


def test_a_forged_self_score_moves_nothing_official() -> None:
    plan = plan_of(shipped("rubric"))
    honest = submission_of(Filled(), plan)
    place = Location("21/borang.xlsx", "Skor", "C6")
    forged = tuple(
        SelfScore(node, Fraction(100), Fraction(100), "100", place)
        for node in ("", *(each.id for each in plan.rubric.criteria))
    )
    card = assess(replace(honest, self_scores=forged), plan.rubric)
    assert card.self_scores == forged
    assert without_own(card) == without_own(assess(honest, plan.rubric))


def without_own(card: Scorecard) -> Scorecard:
    return replace(card, self_scores=())


def test_a_form_saved_by_libreoffice_states_what_the_engine_finds(
    office: Office, tmp_path: Path
) -> None:
    """Filled, recalculated and saved by a real program, then read back."""
    plan = plan_of(shipped("rubric"))
    filled = Filled({"masuk": 273, "selesai": 271, "arsip": 1, "rata_hari": "2.675"})
    written(form_workbook(plan), filled, plan, tmp_path / "borang.xlsx")
    saved = office.convert("xlsx", [tmp_path / "borang.xlsx"]) / "borang.xlsx"
    card = assess(submission_of(filled, plan), plan.rubric)
    own = read_self_scores(parsed(saved.read_bytes()), plan.rubric)
    card = replace(card, self_scores=own)
    relations = {line.relation for line in compared(card, plan.rubric)}
    assert relations == {"same"}
    assert len(own) == 1 + sum(not each.informative for each in plan.rubric.criteria)
