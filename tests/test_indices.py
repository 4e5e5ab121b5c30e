"""Published indices, written as rubrics alone, come out as they were published."""

from __future__ import annotations

import csv
import shutil
from dataclasses import replace
from fractions import Fraction
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from rich.console import Console

from scorecard.cli.rubric_tree import rubric_view
from scorecard.evidence.submission import read_season
from scorecard.explanation.derivation import explain
from scorecard.model import Evidence, Submission
from scorecard.number import exact
from scorecard.rubric.load import load_rubric
from scorecard.rubric.nouns import Rubric
from scorecard.scoring import assess
from scorecard.sheets.form.workbook import form_workbook
from tests.filled_forms import Filled, differences, opened, plan_of
from tests.test_sheets_recalculated import (
    disagreeing,
    recalculated,
    season_of,
    sheet_of,
)

HERE = Path(__file__).parent / "indices"
INDICES = sorted(path.parent.name for path in HERE.glob("*/rubric.yaml"))

# The last digit of these does not follow from figures that were printed rounded.
ROUNDED = {
    "hdi-2020": {
        "BDI": "0.434",
        "CAF": "0.398",
        "CHE": "0.956",
        "CHN": "0.762",
        "CUB": "0.784",
        "DEU": "0.948",
        "IND": "0.646",
        "IRL": "0.956",
        "KGZ": "0.698",
        "MYS": "0.811",
        "NGA": "0.540",
        "PAK": "0.558",
        "PHL": "0.717",
        "QAT": "0.847",
        "SYC": "0.795",
        "TCD": "0.397",
    },
    "gci-2020": {
        "AFG": "5.21",
        "AGO": "13.00",
        "ALB": "64.33",
        "AUT": "93.90",
        "AZE": "89.32",
        "BEN": "80.07",
        "BGR": "67.39",
        "BRN": "56.06",
        "CAN": "97.68",
        "CHN": "92.52",
        "COM": "3.73",
        "CYP": "88.81",
        "DNK": "92.59",
        "GHA": "86.68",
    },
}
HALF_A_DIGIT = {
    "hdi-2020": {"income": Fraction(1, 2)}
    | dict.fromkeys(
        ("life_expectancy", "expected_schooling", "mean_schooling"), Fraction(1, 20)
    ),
    "gci-2020": dict.fromkeys(
        ("legal", "technical", "organisational", "capacity", "cooperative"),
        Fraction(1, 200),
    ),
}


@cache
def rubric_of(index: str) -> Rubric:
    loaded = load_rubric(HERE / index / "rubric.yaml")
    assert loaded.warnings == ()
    return loaded.rubric


@cache
def submissions(index: str) -> tuple[Submission, ...]:
    with TemporaryDirectory() as folder:
        shutil.copy(HERE / index / "figures.csv", folder)
        reading = read_season(Path(folder), rubric_of(index))
    assert [each.code for each in reading.problems] == ["csv-reading"]
    return reading.submissions


def published(index: str) -> dict[str, str]:
    """Give what was published by code; ".." is no result."""
    with (HERE / index / "figures.csv").open(encoding="utf-8", newline="") as file:
        separator = ";" if ";" in file.readline() else ","
        file.seek(0)
        rows = list(csv.reader(file, delimiter=separator))
    last = rows[0].index("published")
    return {row[0]: row[last] for row in rows[1:]}


def computed(index: str) -> dict[str, str]:
    cards = (assess(each, rubric_of(index)) for each in submissions(index))
    return {
        card.participant.code: card.total.published_low if card.total else ".."
        for card in cards
    }


def test_the_indices_are_several_and_of_many_kinds() -> None:
    assert len(INDICES) >= 8
    assert sum(len(published(index)) for index in INDICES) >= 150


@pytest.mark.parametrize("index", INDICES)
def test_an_index_comes_out_as_published(index: str) -> None:
    """To the last decimal, but where the printed figures cannot tell it."""
    told = published(index)
    found = computed(index)
    off = {code: found[code] for code in found if found[code] != told[code]}
    assert off == ROUNDED.get(index, {})
    assert set(found) == set(told)


@pytest.mark.parametrize("index", sorted(ROUNDED))
def test_what_rounding_hides_still_brackets_the_published_value(index: str) -> None:
    rubric, told = rubric_of(index), published(index)
    half_a_unit = Fraction(1, 2 * 10**rubric.score.places)
    for each in submissions(index):
        low, high = (_total(_moved(each, index, sign), rubric) for sign in (-1, 1))
        value = exact(told[each.participant.code])
        assert low - half_a_unit <= value <= high + half_a_unit, each.participant.code


def _moved(sent: Submission, index: str, sign: int) -> Submission:
    """Move every figure by half of its last printed digit, where it has any."""

    def moved(key: str, given: Evidence) -> Evidence:
        assert isinstance(given.value, Fraction)
        value = given.value + sign * HALF_A_DIGIT[index][key]
        return replace(given, value=max(value, Fraction(0)))

    return replace(sent, answers={k: moved(k, e) for k, e in sent.answers.items()})


def _total(sent: Submission, rubric: Rubric) -> Fraction:
    total = assess(sent, rubric).total
    assert total is not None
    return total.low


@pytest.mark.parametrize("index", sorted(set(INDICES) - set(ROUNDED)))
def test_totals_stand_in_the_published_order(index: str) -> None:
    told, found = published(index), computed(index)
    codes = [code for code in told if told[code] != ".."]
    assert sorted(codes, key=lambda c: (exact(told[c]), c)) == sorted(
        codes, key=lambda c: (exact(found[c]), c)
    )


def test_limits_of_three_decimals_are_told_with_all_of_them() -> None:
    rubric = rubric_of("hdi-2024")
    cards = [assess(each, rubric) for each in submissions("hdi-2024")]
    step = explain(season_of(rubric, cards), rubric, "TON")
    (band,) = [each for each in step.steps if each.kind == "band"]
    assert band.words.en == "Band High: 0.7 to 0.799, by the published total."
    console = Console(file=StringIO(), width=100)
    for part in rubric_view(rubric, "en"):
        console.print(part)
    assert "0.7 –  0.799  High" in console.file.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize("index", INDICES)
def test_the_blank_form_works_the_index_out_alike(index: str, tmp_path: Path) -> None:
    plan = plan_of(rubric_of(index))
    form = opened(form_workbook(plan), plan, tmp_path)
    for sent in submissions(index)[:3]:
        keyed = ((key, each.value) for key, each in sent.answers.items())
        typed = {k: f"{float(v)!r}" for k, v in keyed if isinstance(v, Fraction)}
        form.fill(Filled(typed))
        assert differences(form, assess(sent, rubric_of(index))) == []


@pytest.mark.parametrize("index", INDICES)
def test_a_compliance_sheet_derives_the_index_alike(index: str) -> None:
    _, content = sheet_of(rubric_of(index), submissions(index)[0])
    assert len(recalculated(content)) > 10
    assert disagreeing(content) == []
