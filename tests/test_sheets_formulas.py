"""Each formula gives what the engine's own arithmetic gives, edge by edge."""

from __future__ import annotations

from fractions import Fraction
from typing import cast, get_args

import ironcalc
import pytest

from scorecard.methods import bands, gates, rounding
from scorecard.methods.aggregates import Part, PartCells, aggregated, formula
from scorecard.number import RoundingMode, rounded
from scorecard.rubric.methods import Aggregate

VALUES = (
    *("0", "0.005", "0.015", "0.025", "2.665", "2.675", "2.685", "1.005", "86.245"),
    *("74.995", "74.99", "99.994", "99.995", "99.996", "100", "33.333333333333"),
    *("0.5", "1.5", "2.5", "3.5", "66.666666666667"),
)
PARTS = (
    (("30", "50"), ("70", "90")),
    (("30", "0"), ("70", "90")),
    (("80", "100"), ("70", "90")),
    (("33.3", "12.5"), ("33.3", "100"), ("33.4", "77.7")),
    (("100", "100"),),
    (("1", "0"),),
)


def result_of(formula: str, *cells: str) -> object:
    """Calculate a formula with numbers in A1, A2, ..."""
    model = ironcalc.create("formulas", "en", "UTC")
    for row, number in enumerate(cells, 1):
        model.set_user_input(0, row, 1, number)
    model.set_user_input(0, 1, 2, formula)
    model.evaluate()
    return cast(object, model.get_cell_value(0, 1, 2))


@pytest.mark.parametrize("mode", get_args(RoundingMode))
@pytest.mark.parametrize("places", [0, 1, 2])
@pytest.mark.parametrize("value", VALUES)
def test_rounding_is_the_rubric_s(value: str, places: int, mode: RoundingMode) -> None:
    formula = "=" + rounding.formula("A1", places, mode)
    expected = rounded(Fraction(value), places, mode)
    assert result_of(formula, value) == pytest.approx(float(expected), abs=1e-12)


def test_a_tie_lost_in_binary_sums_is_still_a_tie() -> None:
    """0.1 + 0.2 + 0.005 stands a hair off 0.305 in binary."""
    total = "=A1+A2+A3"
    model_total = result_of(total, "0.1", "0.2", "0.705")
    assert model_total == pytest.approx(1.005)
    formula = "=" + rounding.formula("(A1+A2+A3)", 2, "half_up")
    assert result_of(formula, "0.1", "0.2", "0.705") == 1.01


@pytest.mark.parametrize("aggregate", get_args(Aggregate))
@pytest.mark.parametrize("parts", PARTS)
def test_joined_points_are_the_engine_s(
    parts: tuple[tuple[str, str], ...], aggregate: Aggregate
) -> None:
    cells = [
        PartCells(f"A{2 * place + 1}", f"A{2 * place + 2}")
        for place in range(len(parts))
    ]
    exact = aggregated(aggregate, [Part(Fraction(w), Fraction(p)) for w, p in parts])
    assert exact is not None
    flat = [number for part in parts for number in part]
    result = result_of("=" + formula(aggregate, cells), *flat)
    assert result == pytest.approx(float(exact), abs=1e-9)


@pytest.mark.parametrize(
    ("total", "position"),
    [("100", 1), ("85", 1), ("84.99", 2), ("70", 2), ("50", 3), ("0", 3)],
)
def test_a_band_is_reached_from_its_lower_bound_on(total: str, position: int) -> None:
    formula = "=" + bands.formula("A1", "A2:A4", 3)
    assert result_of(formula, total, "85", "70", "0") == position


@pytest.mark.parametrize(("points", "place"), [("24.99", 3), ("25", 1), ("25.01", 1)])
def test_a_gate_caps_below_its_post_only(points: str, place: int) -> None:
    gate = gates.formula("A1", "A2", 3)
    assert result_of("=" + bands.capped_formula("1", [gate]), points, "25") == place
    words = gates.Words('membatasi "ya"', "dapat", "tidak")
    expected = words.holds if place == 3 else words.holds_not
    told = "=" + gates.word_formula(("A1", "A1"), "A2", words)
    assert result_of(told, points, "25") == expected


def test_a_gate_may_hold_between_two_ends() -> None:
    words = gates.Words("membatasi", "dapat", "tidak")
    told = "=" + gates.word_formula(("A1", "A3"), "A2", words)
    assert result_of(told, "20", "25", "30") == words.may_hold


def test_absent_evidence_opens_no_gate() -> None:
    """Without points and without evidence a gate holds; only without points, not."""
    assert result_of("=" + gates.formula("A9", "A2", 3, "TRUE"), "0", "25") == 3
    assert result_of("=" + gates.formula("A9", "A2", 3, "FALSE"), "0", "25") == 1
