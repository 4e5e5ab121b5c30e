"""`rubric lint` tries a rubric: against closed forms and every case listed by hand."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from scorecard.cli import main
from scorecard.cli.choices import shipped_rubrics
from scorecard.methods.bands import band_at
from scorecard.number import published
from scorecard.rehearsal.findings import rehearsed
from scorecard.rehearsal.points import possible
from scorecard.rubric.altering import Alteration, altered_rubric
from scorecard.rubric.load import load_rubric
from scorecard.rubric.nouns import Rubric
from scorecard.scoring import assess
from tests.small import band, criterion, indicator, linear, rubric, submission, words


def told(rules: Rubric, *cards: Any) -> list[tuple[str, str]]:
    found = rehearsed(rules, cards).mistakes
    return [(each.code, each.message.en) for each in found]


def levels(*points: str) -> dict[str, Any]:
    steps = [{"level": str(n), "points": each} for n, each in enumerate(points)]
    return {"verb": "levels", "levels": steps}


def chosen(key: str, *points: str, weight: str = "100") -> dict[str, Any]:
    """An indicator that gives some points and none between them."""
    asked = {"verb": "answer", "field": "tingkat"}
    return indicator(key, weight, measure=asked, scale=levels(*points))


# --- an indicator that cannot matter --------------------------------------------------


def two(light: str, heavy: str, **more: Any) -> Rubric:
    parts = [indicator("ringan", light), indicator("berat", heavy)]
    return rubric(criterion("k", indicators=parts), **more)


def test_an_indicator_below_the_last_published_place_cannot_matter() -> None:
    """0.005 % of 100 points is 0.005, and totals have two decimals."""
    assert told(two("0.005", "99.995")) == [
        (
            "rubric-indicator-idle",
            "from its least to its most points the total moves by 0.0050 only, less "
            "than the last published place (0.01)",
        )
    ]
    assert told(two("0.01", "99.99")) == []
    assert told(two("0.05", "99.95", score={"places": "1"}))[0][0] == (
        "rubric-indicator-idle"
    )


def test_an_indicator_that_breaks_ties_matters_however_little_it_weighs() -> None:
    rule = {"title": words("ringan"), "of": "ringan", "prefer": "higher"}
    assert told(two("0.005", "99.995", tie_break=[rule])) == []


def test_under_the_lowest_part_a_light_weight_is_no_less_than_a_heavy_one() -> None:
    parts = [indicator("ringan", "0.005"), indicator("berat", "99.995")]
    lowest = criterion("k", indicators=parts, aggregate="lowest")
    assert told(rubric(lowest)) == []


# --- a criterion that decides everything ----------------------------------------------


def criteria(one: str, other: str) -> Rubric:
    return rubric(
        criterion("k", one, indicators=[indicator("i")]),
        criterion("l", other, indicators=[indicator("j")]),
    )


@pytest.mark.parametrize(("one", "other"), [("50", "50"), ("65", "35"), ("80", "20")])
def test_influence_is_the_square_of_the_weight_among_squares(one, other) -> None:
    """Of two even and independent criteria: w1² / (w1² + w2²)."""
    first, second = rehearsed(criteria(one, other)).influences
    squares = [Fraction(one) ** 2, Fraction(other) ** 2]
    for each, square in zip((first, second), squares, strict=True):
        assert each.drawn is not None
        assert float(each.drawn) == pytest.approx(
            float(100 * square / sum(squares)), abs=3
        )


def test_a_criterion_that_makes_most_of_the_difference_is_named() -> None:
    assert told(criteria("60", "40")) == []
    ((code, message),) = told(criteria("80", "20"))
    assert code == "rubric-criterion-dominant"
    assert message.endswith("of what totals differ by (its weight is 80 %)")


def test_a_criterion_of_two_steps_outweighs_one_of_many_parts() -> None:
    """Yes or no against the mean of ten: most of the variance at 40 % of the weight."""
    parts = [indicator(f"i{n}", "10") for n in range(10)]
    rules = rubric(
        criterion("k", "40", indicators=[chosen("satu", "0", "100")]),
        criterion("l", "60", indicators=parts),
    )
    ((code, message),) = told(rules)
    assert code == "rubric-criterion-dominant"
    assert "(its weight is 40 %)" in message


# --- a band that nobody can reach -----------------------------------------------------


def reached_by_hand(rules: Rubric, *every: tuple[float, ...]) -> set[str]:
    """Walk all combinations of equally weighing parts."""
    totals = [Fraction(sum(each)) / len(every) for each in product(*every)]
    return {band_at(t, published(t, 2), rules).id for t in totals}


def test_a_band_between_two_levels_is_never_reached() -> None:
    rules = rubric(criterion("k", indicators=[chosen("i", "0", "40", "90")]))
    assert reached_by_hand(rules, (0, 40, 90)) == {"a", "c"}
    ((code, message),) = told(rules)
    assert code == "rubric-band-not-reached"
    assert message == "the band 'b' is not reached in any of 12288 trials"


def test_two_of_three_levels_together_reach_it() -> None:
    parts = [chosen("i", "0", "40", "90", weight="50")]
    parts.append(chosen("j", "0", "40", "90", weight="50"))
    rules = rubric(criterion("k", indicators=parts))
    assert "b" in reached_by_hand(rules, (0, 40, 90), (0, 40, 90))
    assert told(rules) == []


def test_a_gate_may_close_a_band_to_all() -> None:
    """Whoever has 50 to 79.99 points is below the gate's post of 80."""
    gate = {"id": "g", "title": words("g"), "of": "i", "below": "80", "cap": "c"}
    gates = [gate | {"basis": "assumption"}]
    rules = rubric(criterion("k", indicators=[indicator("i")]), gates=gates)
    assert [code for code, _ in told(rules)] == ["rubric-band-not-reached"]


def test_absent_evidence_reaches_the_lowest_band_where_it_is_worth_nothing() -> None:
    one = chosen("i", "55", "100")
    assert told(rubric(criterion("k", indicators=[one]))) == []
    never = rubric(criterion("k", indicators=[one]), score={"missing": "exclude"})
    assert [code for code, _ in told(never)] == ["rubric-band-not-reached"]


def test_a_narrow_band_within_reach_is_found() -> None:
    ranges = [
        band("a", "63.2", "100"),
        band("b", "63", "63.19"),
        band("c", "0", "62.99"),
    ]
    bands = {"basis": "assumption", "ranges": ranges}
    assert told(rubric(criterion("k", indicators=[indicator("i")]), bands=bands)) == []


# --- what a scale can award -----------------------------------------------------------


def test_a_checklist_awards_the_sums_of_its_conditions() -> None:
    """The first is needed by the others: 0, or 25 and any of 10, 10, 20, 10, 10, 15."""
    rules = load_rubric().rubric
    decree = next(each for each in rules.indicators() if each.id == "decree_in_force")
    found = possible(decree, rules, rules.categories[0])
    others = (10, 10, 20, 10, 10, 15)
    sums = [
        25 + sum(w for w, take in zip(others, each, strict=True) if take)
        for each in product((False, True), repeat=6)
    ]
    assert sorted(found.points) == sorted([0, *sums])


# --- with results ---------------------------------------------------------------------


def test_an_indicator_on_which_all_are_equal_is_named() -> None:
    capped = indicator("j", "50", scale=linear("0", "20"))
    rules = rubric(criterion("k", indicators=[indicator("i", "50"), capped]))
    sent = [("11", 30), ("12", 60), ("13", 90)]
    cards = [assess(submission(c, selesai=n, masuk=100), rules) for c, n in sent]
    assert told(rules, *cards) == [
        (
            "rubric-indicator-same-for-all",
            "all 3 participants have 100.00 points: this indicator tells nobody apart",
        )
    ]
    assert told(rules, *cards[:2]) == []


# --- the command ----------------------------------------------------------------------


@pytest.mark.parametrize("name", list(shipped_rubrics()))
def test_shipped_rubrics_are_fine_and_the_same_each_time(name) -> None:
    rules = load_rubric(shipped_rubrics()[name]).rubric
    found = rehearsed(rules)
    assert found.mistakes == ()
    assert found == rehearsed(rules)


def test_lint_tells_hints_at_their_lines_and_influence(tmp_path, capsys) -> None:
    heavy = Alteration(("criteria.completion.weight=90",))
    text = altered_rubric(None, heavy).text.replace("weight: '90'", "weight: 90")
    mine = Path(tmp_path / "mine.yaml")
    mine.write_text(text, encoding="utf-8")
    assert main(["--lang", "en", "rubric", "lint", str(mine)]) == 0
    shown = capsys.readouterr()
    line = text.split("\n").index("- id: completion") + 1
    assert f"mine.yaml:{line} (rubric-criterion-dominant)" in shown.err
    assert f"{mine}: 1 note" in shown.out
    assert "Completion" in shown.out
    assert "Influence %" in shown.out


def test_lint_looks_at_results_too(evaluated_place, capsys) -> None:
    command = ["rubric", "lint", "--results", "outputs"]
    assert main(["--lang", "id", *command]) == 0
    assert "Pengaruh dalam hasil %" in capsys.readouterr().out
