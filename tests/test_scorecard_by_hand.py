"""One whole scorecard of the sample season, recomputed by plain arithmetic.

Provinsi Kepulauan Riau, by the annual rubric. Nothing here goes through the engine: the
figures are those of its form, export and marks, the rules those of the rubric's text. A
reader with a pocket calculator gets the same.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from scorecard.model import Scorecard
from scorecard.rubric.load import load_rubric
from scorecard.run import evaluate

INPUTS = Path(__file__).parent.parent / "inputs"

# Team decree, 100 %: exists 25, number 10, date 10, in force 20, admin 10, file 15;
# it does not name the liaison officers, worth 10.
DECREE = 25 + 10 + 10 + 20 + 10 + 15

# Action plan: exists 25, attached 25; handed in on 17 April (limit 31 March), so not on
# time; May to October, so not the whole period. 5 of 12 actions done. No policy made.
PLAN_SUBMITTED = 25 + 25
ACTIONS_DONE = Fraction(100 * 5, 12)
ACTION_PLAN = (
    Fraction(50, 100) * PLAN_SUBMITTED
    + Fraction(30, 100) * ACTIONS_DONE
    + Fraction(20, 100) * 0
)

# Marks of two assessors on eight tickets, 0 to 4.
TICKETS = [(2, 2), (2, 1), (2, 3), (2, 1), (1, 2), (3, 2), (1, 2), (2, 2)]
MEAN_MARK = sum(Fraction(one + two, 2) for one, two in TICKETS) / 8
ANSWER_QUALITY = 100 * MEAN_MARK / 4
# 18 of 271 closed by the reporter; half confirmed is worth full points.
CONFIRMED = Fraction(100 * 18, 271)
CITIZEN_CONFIRMED = 100 * CONFIRMED / 50
QUALITY = Fraction(60, 100) * ANSWER_QUALITY + Fraction(40, 100) * CITIZEN_CONFIRMED

# 271 of 273 reports closed, none archived or blocked; 3.2 days, faster than 5; none
# untouched.
COMPLETION_RATE = Fraction(100 * 271, 273)
COMPLETION = (
    Fraction(60, 100) * COMPLETION_RATE
    + Fraction(20, 100) * 100
    + Fraction(20, 100) * 100
)

TOTAL = (
    Fraction(20, 100) * DECREE
    + Fraction(20, 100) * ACTION_PLAN
    + Fraction(25, 100) * QUALITY
    + Fraction(35, 100) * COMPLETION
)


@pytest.fixture(scope="module")
def kepri() -> Scorecard:
    loaded = load_rubric(None)
    return evaluate(INPUTS, loaded, loaded.rubric.as_of).scorecard("21")


@pytest.mark.parametrize(
    ("node", "points"),
    [
        ("decree_in_force", DECREE),
        ("plan_submitted", PLAN_SUBMITTED),
        ("actions_done", ACTIONS_DONE),
        ("data_used", 0),
        ("action_plan", ACTION_PLAN),
        ("answer_quality", ANSWER_QUALITY),
        ("citizen_confirmed", CITIZEN_CONFIRMED),
        ("follow_up_quality", QUALITY),
        ("completion_rate", COMPLETION_RATE),
        ("completion", COMPLETION),
    ],
)
def test_each_node_by_hand(kepri: Scorecard, node: str, points: Fraction | int) -> None:
    got = kepri.points_of(node)
    assert got is not None
    assert got.low == got.high == points


def test_the_total_by_hand(kepri: Scorecard) -> None:
    assert kepri.total is not None
    assert kepri.total.low == TOTAL
    assert kepri.total.published_low == "68.71"
    assert kepri.band is not None
    assert kepri.band.title.id == "Sedang"


def test_its_completion_rate_is_the_published_one(kepri: Scorecard) -> None:
    finding = kepri.finding("completion_rate")
    assert finding is not None
    assert (finding.numerator, finding.denominator) == (271, 273)
    assert finding.reason.id == (
        "selesai ÷ (masuk − arsip − terblokir): 271 dari 273 laporan: 99,27 %. "
        "99,27 poin: 0 poin pada 0, 100 poin pada 100, merata di antaranya."
    )
