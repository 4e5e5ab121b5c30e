"""Every formula of an exported workbook results in the value stored beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import ironcalc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from xlsxwriter import Workbook

from scorecard.model import RubricUsed, Scorecard, Season, Submission
from scorecard.ranking import rankings
from scorecard.rubric.nouns import Rubric
from scorecard.scoring import assess
from scorecard.sheets.compliance import compliance_workbook
from scorecard.sheets.recap import recap_workbook
from scorecard.wording import Text
from tests.handmade_season import handmade_season, loaded_rubric
from tests.index_verbs import index_verbs
from tests.shipped import RUBRICS, sent, shipped
from tests.small import criterion, indicator, linear, mark, rubric, share, submission

TOLERANCE = 1e-9


@dataclass(frozen=True)
class Calculated:
    """A formula, the value stored with it and the value an engine gives it."""

    sheet: str
    cell: str
    formula: str
    stored: object
    result: object

    @property
    def agrees(self) -> bool:
        if isinstance(self.stored, int | float):
            return (
                isinstance(self.result, int | float)
                and abs(self.result - self.stored) <= TOLERANCE
            )
        return (self.result or "") == (self.stored or "")


def recalculated(content: bytes) -> list[Calculated]:
    """Recalculate a workbook with an engine that ignores what is stored."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xlsx"
        path.write_bytes(content)
        model = ironcalc.load_from_xlsx(str(path), "en", "UTC")
    model.evaluate()
    stored = load_workbook(BytesIO(content), data_only=True)
    return [
        Calculated(
            title,
            cell.coordinate,
            cell.value,
            stored[title][cell.coordinate].value,
            model.get_cell_value(place, cell.row, cell.column),
        )
        for place, title, cell in formulas_of(content)
    ]


def formulas_of(content: bytes) -> Iterator[tuple[int, str, Any]]:
    for place, sheet in enumerate(load_workbook(BytesIO(content)).worksheets):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield place, sheet.title, cell


def season_of(rubric: Rubric, cards: Sequence[Scorecard]) -> Season:
    used = RubricUsed(rubric.id, rubric.edition, rubric.title.text, "ab" * 32, "")
    return Season(
        format="scorecard-results/1",
        tool="0",
        as_of=date(2026, 3, 31),
        rubric=used,
        scorecards=tuple(cards),
        rankings=rankings(cards, rubric),
        awards=(),
        problems=(),
        inputs=(),
    )


def sheet_of(rubric: Rubric, sent: Submission) -> tuple[Scorecard, bytes]:
    card = assess(sent, rubric)
    season = season_of(rubric, [card])
    return card, compliance_workbook(season, rubric, card.participant.code)


def disagreeing(content: bytes) -> list[Calculated]:
    return [each for each in recalculated(content) if not each.agrees]


@pytest.mark.parametrize("code", ["21", "35", "12", "63", "61.71"])
def test_compliance_sheets_of_the_handmade_season_recalculate(code: str) -> None:
    rubric = loaded_rubric().rubric
    content = compliance_workbook(handmade_season(), rubric, code)
    assert len(recalculated(content)) > 50
    assert disagreeing(content) == []


@pytest.mark.parametrize("hari", [2, 40, "kira-kira"])
def test_sheets_of_the_verbs_of_indices_recalculate(hari: int | str) -> None:
    """A figure that is unreadable makes ends of what turns them round, too."""
    figures = {"masuk": 120, "arsip": 9, "selesai": 55, "lalu": 3, "masuk_lalu": 8}
    sent = submission(**figures, hari=hari)
    if isinstance(hari, str):
        unread = replace(sent.answers["hari"], value=None, unreadable=Text("x", "x"))
        sent = replace(sent, answers={**sent.answers, "hari": unread})
    card, content = sheet_of(index_verbs(), sent)
    assert card.total is not None and card.total.is_interval == isinstance(hari, str)
    assert disagreeing(content) == []


def test_the_recap_recalculates() -> None:
    content = recap_workbook(handmade_season(), loaded_rubric().rubric)
    assert disagreeing(content) == []


@pytest.mark.parametrize("name", sorted(RUBRICS))
def test_every_shipped_rubric_has_sheets_that_recalculate(name: str) -> None:
    rubric = shipped(name)
    figures = {"masuk": 273, "selesai": 271, "arsip": 1, "selesai_lalu": 9}
    card, content = sheet_of(rubric, sent(rubric.categories[0].id, figures))
    assert disagreeing(content) == []
    assert recap_workbook(season_of(rubric, [card]), rubric)


def test_a_wrong_stored_value_is_caught() -> None:
    """The check itself works: 1 + 1 is not 3."""
    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True}) as planted:
        planted.add_worksheet().write_formula(0, 0, "=1+1", None, 3)
    assert [each.result for each in disagreeing(buffer.getvalue())] == [2]


def test_a_planted_wrong_stored_value_is_overwritten_on_recalculation() -> None:
    """One stored number of a real sheet is forged: only that one is told."""
    content = compliance_workbook(handmade_season(), loaded_rubric().rubric, "35")
    honest = next(
        each
        for each in recalculated(content)
        if each.sheet == "Kepatuhan" and each.stored == 85.17
    )
    (planted,) = disagreeing(forged(content, honest.cell, "85.17", "99.99"))
    assert (planted.cell, planted.stored) == (honest.cell, 99.99)
    assert planted.result == pytest.approx(85.17, abs=TOLERANCE)


def forged(content: bytes, cell: str, stored: str, planted: str) -> bytes:
    """Write another value beside a formula of the first sheet."""
    buffer = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                start = part.index(f'<c r="{cell}"'.encode())
                rest = part[start:].replace(stored.encode(), planted.encode(), 1)
                part = part[:start] + rest
            new.writestr(name, part)
    return buffer.getvalue()


def test_a_tie_of_binary_figures_rounds_as_the_exact_total_does() -> None:
    """86.245 exactly; summed in binary it may stand below the tie."""
    parts = [indicator("a", "49", measure=share("selesai", "masuk"))]
    parts += [indicator("b", "51", measure=share("lalu", "masuk_lalu"))]
    small = rubric(criterion("k", indicators=parts))
    for done in range(0, 1000, 7):
        sent_in = submission(
            selesai=done, masuk=1000, lalu=500 + done // 2, masuk_lalu=1000
        )
        card = assess(sent_in, small)
        assert card.total is not None
        if (card.total.low * 1000) % 10 == 5:
            assert disagreeing(sheet_of(small, sent_in)[1]) == []


def test_a_gate_holds_where_the_evidence_is_withheld_and_left_out() -> None:
    """No points, no weight, and yet the band is capped: on the sheet as in the rule."""
    absent = indicator("tiada", measure=share("lalu", "masuk_lalu"), missing="exclude")
    gate = {"id": "g", "title": {"id": "g", "en": "g"}, "of": "tiada", "below": "40"}
    small = rubric(
        criterion("k", indicators=[indicator("ada"), absent]),
        gates=[gate | {"cap": "b", "basis": "assumption"}],
    )
    card, content = sheet_of(small, submission(selesai=9, masuk=9))
    assert card.band is not None and (card.band.low, card.band.uncapped) == ("b", "a")
    assert disagreeing(content) == []
    sheet = load_workbook(BytesIO(content), data_only=True)["Kepatuhan"]
    assert "membatasi" in [cell.value for row in sheet for cell in row]


COUNTS = st.integers(0, 40)
MODES = st.sampled_from(["half_up", "half_even", "down"])
JOINS = st.sampled_from(["weighted_mean", "geometric_mean", "sum", "lowest"])
WEIGHTS = st.sampled_from(["10", "25", "33.3", "40", "50"])


@st.composite
def nested_rubrics(draw: st.DrawFn) -> Rubric:
    """Two levels of criteria, any aggregate at each, with a gate on one of them."""
    missing = st.sampled_from(["zero", "exclude"])
    marked = {"verb": "mark", "maximum": "4", "least": "1"}
    inside = criterion(
        "dalam",
        draw(WEIGHTS),
        aggregate=draw(JOINS),
        indicators=[
            indicator("a", draw(WEIGHTS), missing=draw(missing)),
            indicator(
                "b",
                draw(WEIGHTS),
                measure=share("lalu", "masuk_lalu"),
                missing=draw(missing),
            ),
        ],
    )
    beside = criterion(
        "mutu_jawaban",
        draw(WEIGHTS),
        indicators=[
            indicator("mutu", "100", measure=marked, scale=linear("0", "4")),
            indicator("info", "0", informative="true"),
        ],
    )
    outer = criterion(
        "luar", draw(WEIGHTS), aggregate=draw(JOINS), criteria=[inside, beside]
    )
    last = criterion(
        "akhir",
        draw(WEIGHTS),
        indicators=[indicator("c", measure=share("arsip", "masuk"))],
    )
    gate = {"id": "g", "title": {"id": "g", "en": "g"}, "of": "dalam", "below": "40"}
    score = {
        "maximum": draw(st.sampled_from(["100", "5"])),
        "places": draw(st.sampled_from(["0", "1", "2"])),
        "mode": draw(MODES),
        "aggregate": draw(JOINS),
        "bands_on": draw(st.sampled_from(["exact", "published"])),
    }
    top = score["maximum"]
    ranges = [
        {"id": key, "title": {"id": key, "en": key}, "colour": "#112233"} | ends
        for key, ends in (
            ("a", {"from": "3.5", "to": top}),
            ("b", {"from": "2", "to": "3.49"}),
            ("c", {"from": "0", "to": "1.99"}),
        )
    ]
    return rubric(
        outer,
        last,
        score=score,
        bands={"basis": "assumption", "ranges": ranges},
        gates=[gate | {"cap": "b", "basis": "assumption"}],
    )


@st.composite
def submissions(draw: st.DrawFn) -> Submission:
    answers: dict[str, int] = {}
    for key in ("masuk", "masuk_lalu"):
        if draw(st.integers(0, 5)):
            answers[key] = draw(COUNTS)
    for key, over in (("selesai", "masuk"), ("lalu", "masuk_lalu"), ("arsip", "masuk")):
        if draw(st.integers(0, 5)):
            answers[key] = draw(st.integers(0, 45))
            answers[key] = min(answers[key], answers.get(over, 45) + 1)
    made = submission(**answers)
    given_marks = draw(st.lists(st.sampled_from(["0", "1", "2.5", "4"]), max_size=3))
    marks = tuple(mark(value, str(place)) for place, value in enumerate(given_marks))
    return replace(made, marks=marks)


@settings(max_examples=60, deadline=None)
@given(nested_rubrics(), submissions())
def test_any_rubric_and_evidence_recalculate_to_the_engine_s_figures(
    any_rubric: Rubric, any_submission: Submission
) -> None:
    card, content = sheet_of(any_rubric, any_submission)
    assert disagreeing(content) == []
    if card.total is not None:
        published = {
            Fraction(card.total.published_low),
            Fraction(card.total.published_high),
        }
        stored = {
            Fraction(str(each.stored))
            for each in recalculated(content)
            if each.sheet == "Kepatuhan" and isinstance(each.stored, int | float)
        }
        assert published <= stored
