"""Three of three do not silently beat 271 of 273: Wilson's bound and what is shown."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from scorecard.methods.wilson import deviate, lower, upper
from scorecard.model import Ranking
from scorecard.number import display, published
from scorecard.ranking import rankings
from scorecard.rubric.nouns import Rubric
from scorecard.scoring import assess
from tests.small import criterion, indicator, rubric, submission, words

CONFIDENCE = Fraction(95)
SENT = {"11": (3, 3), "12": (271, 273), "13": (53, 54), "14": (1219, 1294)}


@pytest.mark.parametrize(
    ("of", "over", "expected"),
    [
        (3, 3, "43.9"),
        (10, 10, "72.2"),  # 72.247: 72.3 only if rounded twice
        (53, 54, "90.2"),
        (100, 100, "96.3"),
        (271, 273, "97.4"),
        (1219, 1294, "92.8"),
    ],
)
def test_lower_bounds_of_published_shares(of: int, over: int, expected: str) -> None:
    assert published(lower(Fraction(of), Fraction(over), CONFIDENCE), 1) == expected


def test_the_interval_of_a_published_example() -> None:
    """81 of 263: 0.2553 to 0.3662 (Newcombe 1998, table I, method 3)."""
    of, over = Fraction(81), Fraction(263)
    assert published(lower(of, over, CONFIDENCE) / 100, 4) == "0.2553"
    assert published(upper(of, over, CONFIDENCE) / 100, 4) == "0.3662"


def test_without_a_miss_the_bound_has_a_closed_form() -> None:
    """n of n: n / (n + z^2)."""
    z = deviate(CONFIDENCE)
    for cases in (1, 3, 10, 1000):
        got = lower(Fraction(cases), Fraction(cases), CONFIDENCE)
        assert abs(got - 100 * cases / (cases + z * z)) < Fraction(1, 10**45)


@given(some.integers(1, 3000), some.data())
def test_the_bound_solves_the_equation_it_comes_from(over: int, data: Any) -> None:
    """It is the p at which n lies z standard errors of p above it."""
    of = data.draw(some.integers(1, over))
    p = lower(Fraction(of), Fraction(over), CONFIDENCE) / 100
    z = deviate(CONFIDENCE)
    distance = (Fraction(of, over) - p) ** 2 - z * z * p * (1 - p) / over
    assert abs(distance) < Fraction(1, 10**40)
    assert 0 < p < Fraction(of, over)


def test_the_deviate_is_that_of_the_tables() -> None:
    assert published(deviate(CONFIDENCE), 6) == "1.959964"
    both = math.erf(float(deviate(Fraction(99))) / math.sqrt(2))
    assert both == pytest.approx(0.99, abs=1e-11)


def by_completion(**more: Any) -> Rubric:
    side = {"id": "side", "title": words("samping"), "by": "i", **more}
    return rubric(criterion("k", indicators=[indicator("i")]), rankings=[side])


def ranked(rules: Rubric) -> Ranking:
    cards = [
        assess(submission(code, selesai=of, masuk=over), rules)
        for code, (of, over) in SENT.items()
    ]
    return rankings(cards, rules)[1]


def places(ranking: Ranking) -> list[tuple[str, int | None, str, str]]:
    return [(e.participant, e.place, e.value, e.bound) for e in ranking.standings]


def test_by_value_three_of_three_leads_and_it_is_said_that_the_bound_disagrees():
    got = ranked(by_completion())
    assert places(got) == [
        ("11", 1, "100.00", "43.85"),
        ("12", 2, "99.27", "97.37"),
        ("13", 3, "98.15", "90.23"),
        ("14", 4, "94.20", "92.80"),
    ]
    note = got.standings[0].note
    assert note is not None
    assert note.id == (
        "Di atas Provinsi 12 menurut nilai (100,00 berbanding 99,27), tetapi dari "
        "jumlah kasus yang berbeda: 3 dari 3 berbanding 271 dari 273. Menurut batas "
        "Wilson 95 % urutannya terbalik: 43,85 berbanding 97,37."
    )
    assert got.standings[1].note is None
    assert got.standings[2].note is not None


def test_on_the_wilson_bound_many_cases_lead_and_it_is_said_that_the_value_disagrees():
    got = ranked(by_completion(on="wilson"))
    assert [(each.participant, each.place) for each in got.standings] == [
        *(("12", 1), ("14", 2), ("13", 3), ("11", 4)),
    ]
    note = got.standings[0].note
    assert note is not None
    assert note.en == (
        "Ahead of Provinsi 11 by the Wilson bound at 95 % (97.37 against 43.85): 271 "
        "of 273 cases against 3 of 3. By value the order is the other way round: 99.27 "
        "against 100.00."
    )
    assert got.standings[3].value == "100.00"


def test_with_a_least_number_of_cases_the_others_are_shown_without_a_place():
    got = ranked(by_completion(least="30", basis="assumption"))
    assert [(each.participant, each.place) for each in got.standings] == [
        *(("12", 1), ("13", 2), ("14", 3), ("11", None)),
    ]
    note = got.standings[3].note
    assert note is not None
    assert note.id == ("Tidak diperingkat: 3 dari 3 kasus, paling sedikit 30 kasus.")
    assert got.standings[3].bound == "43.85"


def test_where_fewer_is_better_the_upper_end_counts() -> None:
    """0 of 3 untouched is not better than 2 of 273: up to 56.15 against 2.63."""
    rules = by_completion(on="wilson", prefer="lower")
    cards = [
        assess(submission(code, selesai=of, masuk=over), rules)
        for code, (of, over) in {"11": (0, 3), "12": (2, 273)}.items()
    ]
    got = rankings(cards, rules)[1]
    assert [(e.participant, e.value, e.bound) for e in got.standings] == [
        ("12", "0.73", "2.63"),
        ("11", "0.00", "56.15"),
    ]
    assert display(upper(Fraction(0), Fraction(3), CONFIDENCE), 2, "id") == "56,15"
