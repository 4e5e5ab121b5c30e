"""Findings become points, a total, a band: one rule a test."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from scorecard.scoring import assess
from tests.small import (
    criterion,
    indicator,
    linear,
    mark,
    rubric,
    share,
    submission,
    words,
)

HALF = {"measure": share("selesai", "masuk")}
BEFORE = {"measure": share("lalu", "masuk_lalu")}
MARK = {
    "measure": {"verb": "mark", "maximum": "4"},
    "scale": linear("0", "4"),
}


def two(first: str = "30", second: str = "70", **more: Any) -> Any:
    """Two indicators under one criterion; `more` goes to the second one."""
    return criterion(
        "k",
        indicators=[
            indicator("satu", first, **HALF),
            indicator("dua", second, **(BEFORE | more)),
        ],
    )


FULL = submission(selesai=1, masuk=2, lalu=9, masuk_lalu=10)
ONE = submission(selesai=1, masuk=2)


def test_total_is_the_mean_by_weight_exactly() -> None:
    card = assess(FULL, rubric(two()))
    assert card.total is not None
    assert card.total.low == Fraction(30 * 50 + 70 * 90, 100)
    assert card.total.published_low == "78.00"
    assert card.reason.id == "Nilai 78,00 dari 100: k 78,00."


def test_contributions_add_up_to_the_total() -> None:
    card = assess(FULL, rubric(two()))
    parts = [f.contribution.low for f in card.findings if f.contribution]
    assert card.total is not None
    assert sum(parts) == card.total.low


def test_nested_weights_multiply() -> None:
    inner = criterion("dalam", "40", indicators=[indicator("a", "25", **HALF)])
    inner["indicators"].append(indicator("b", "75", **BEFORE))
    other = criterion("lain", "60", indicators=[indicator("c", **HALF)])
    card = assess(FULL, rubric(criterion("luar", criteria=[inner, other])))
    shares = {f.indicator: f.share for f in card.findings}
    assert shares == {
        "a": Fraction(1, 10),
        "b": Fraction(3, 10),
        "c": Fraction(6, 10),
    }


@pytest.mark.parametrize(
    ("policy", "total"), [("zero", "15.00"), ("exclude", "50.00"), ("not_scored", None)]
)
def test_what_a_missing_indicator_does_is_the_rubrics_choice(
    policy: str, total: str | None
) -> None:
    card = assess(ONE, rubric(two(missing=policy)))
    assert (card.total.published_low if card.total else None) == total
    assert card.findings[1].state == "missing"


def test_not_scored_says_which_evidence_is_absent() -> None:
    card = assess(ONE, rubric(two(missing="not_scored")))
    assert card.outcome == "not_scored"
    assert card.reason.id == "tidak dapat dinilai: dua tidak ada."


def test_a_heading_may_ask_for_evidence_of_its_own() -> None:
    """The whole is covered by 65 %, one heading by 30 %: nothing is scored."""
    thin = two(missing="exclude") | {"weight": "50", "coverage": "31"}
    other = criterion("l", "50", indicators=[indicator("tiga", **HALF)])
    card = assess(ONE, rubric(thin, other))
    assert card.coverage == 65
    assert card.total is None
    assert card.reason.en == (
        "tidak dapat dinilai: the evidence of k covers 30.00 % of its weight, at least "
        "31 % is needed."
    )
    enough = assess(ONE, rubric(thin | {"coverage": "30"}, other))
    assert enough.total is not None


def test_a_heading_of_nothing_that_applies_asks_for_no_evidence() -> None:
    absent = {"if_none": "not_applicable", **share("lalu", "masuk_lalu")}
    gone = indicator("dua", measure=absent)
    thin = criterion("k", "50", coverage="80", indicators=[gone])
    other = criterion("l", "50", indicators=[indicator("tiga", **HALF)])
    card = assess(
        submission(selesai=1, masuk=2, lalu=0, masuk_lalu=0), rubric(thin, other)
    )
    assert card.total is not None
    assert card.total.low == 50


def test_a_scale_on_a_heading_is_put_on_what_its_parts_come_to() -> None:
    """A mean of 78 between 60 and 90 is worth 60 points; its parts add up no more."""
    scaled = two() | {"scale": linear("60", "90")}
    card = assess(FULL, rubric(scaled))
    assert card.total is not None
    assert card.total.low == 60
    assert [each.contribution for each in card.findings] == [None, None]


def test_a_scale_that_falls_turns_the_ends_of_an_interval() -> None:
    waiting = indicator("mutu", "50", **MARK)
    known = indicator("satu", "50", **HALF)
    falling = criterion("k", indicators=[waiting, known], scale=linear("100", "0"))
    card = assess(ONE, rubric(falling))
    assert card.total is not None
    assert (card.total.low, card.total.high) == (25, 75)


def test_coverage_below_the_least_share_is_not_scored() -> None:
    rules = rubric(two(missing="exclude"), score={"coverage": "31"})
    card = assess(ONE, rules)
    assert card.coverage == 30
    assert card.total is None
    assert card.reason.id == (
        "tidak dapat dinilai: bukti hanya mencakup 30,00 % bobot, paling sedikit 31 %."
    )


def test_not_applicable_by_category_leaves_no_weight_behind() -> None:
    everyone = {"id": "semua", "title": words("semua"), "types": ["provinsi"]}
    card = assess(
        FULL, rubric(two(), categories=[everyone | {"not_applicable": ["dua"]}])
    )
    assert card.total is not None
    assert card.total.low == 50
    assert card.findings[1].state == "not_applicable"
    assert card.coverage == 100


def test_category_replaces_weights_without_copying_the_rubric() -> None:
    everyone = {"id": "semua", "title": words("semua"), "types": ["provinsi"]}
    weights = {"satu": "50", "dua": "50"}
    card = assess(FULL, rubric(two(), categories=[everyone | {"weights": weights}]))
    assert card.total is not None
    assert card.total.low == 70


def test_pending_marks_make_the_total_an_interval() -> None:
    card = assess(ONE, rubric(two(**MARK)))
    assert card.outcome == "interval"
    assert card.total is not None
    assert (card.total.low, card.total.high) == (15, 85)
    assert card.band is not None
    assert (card.band.low, card.band.high, card.band.title.id) == ("c", "a", "c – a")


def test_informative_indicators_are_shown_and_carry_no_weight() -> None:
    beside = indicator("info", "0", informative="true", **BEFORE)
    rules = rubric(criterion("k", indicators=[indicator("satu", **HALF), beside]))
    card = assess(FULL, rules)
    assert card.total is not None
    assert card.total.low == 50
    info = card.finding("info")
    assert info is not None
    assert (info.value, info.share, info.contribution) == (90, 0, None)


@pytest.mark.parametrize(
    ("places", "mode", "text"),
    [
        ("2", "half_up", "2.68"),
        ("2", "half_even", "2.68"),
        ("2", "down", "2.67"),
        ("0", "half_up", "3"),
    ],
)
def test_the_total_is_rounded_once_as_declared(
    places: str, mode: str, text: str
) -> None:
    sent = submission(selesai=2675, masuk=100000)
    rules = rubric(
        criterion("k", indicators=[indicator("i")]),
        score={"places": places, "mode": mode},
    )
    card = assess(sent, rules)
    assert card.total is not None
    assert card.total.published_low == text


def test_an_index_of_five_is_published_on_its_own_scale() -> None:
    rules = rubric(two(), score={"maximum": "5"})
    card = assess(FULL, rules)
    assert card.total is not None
    assert card.total.published_low == "3.90"
    assert card.reason.id == "Nilai 3,90 dari 5: k 3,90."


@pytest.mark.parametrize(("done", "expected"), [(79995, "a"), (79994, "b")])
def test_a_band_is_decided_on_the_published_total(done: int, expected: str) -> None:
    rules = rubric(criterion("k", indicators=[indicator("i")]))
    card = assess(submission(selesai=done, masuk=100000), rules)
    assert card.band is not None
    assert card.band.low == expected


GATE = {
    "id": "pintu",
    "title": words("pintu"),
    "of": "satu",
    "below": "60",
    "cap": "c",
    "basis": "assumption",
}


def test_a_gate_caps_the_band_and_leaves_the_total() -> None:
    card = assess(FULL, rubric(two(), gates=[GATE]))
    assert card.total is not None
    assert card.total.published_low == "78.00"
    assert card.band is not None
    assert (card.band.low, card.band.uncapped) == ("c", "b")
    assert card.gates[0].reason.id == (
        "pintu: satu 50,00 poin, kurang dari 60; predikat paling tinggi c."
    )


def test_a_gate_on_open_marks_may_cap() -> None:
    gate = GATE | {"of": "dua"}
    card = assess(FULL, rubric(two(**MARK), gates=[gate]))
    assert card.band is not None
    assert (card.band.low, card.band.high) == ("c", "a")
    assert "predikat dapat dibatasi pada c" in card.gates[0].reason.id


def test_marks_settle_the_interval() -> None:
    rules = rubric(
        criterion("k", indicators=[indicator("mutu", **MARK)]),
    )
    card = assess(submission(marks=(mark("3"),)), rules)
    assert card.total is not None
    assert (card.outcome, card.total.low) == ("scored", 75)


def test_who_sent_nothing_is_a_result() -> None:
    from dataclasses import replace

    card = assess(replace(FULL, submitted=False), rubric(two()))
    assert (card.outcome, card.total, card.reason.id) == (
        "not_submitted",
        None,
        "tidak menyerahkan",
    )


def test_sum_does_not_make_up_for_an_absent_part() -> None:
    adding = two(missing="exclude") | {"aggregate": "sum"}
    card = assess(ONE, rubric(adding))
    assert card.total is not None
    assert card.total.low == 15


def test_lowest_takes_the_weakest_part() -> None:
    card = assess(FULL, rubric(two() | {"aggregate": "lowest"}))
    assert card.total is not None
    assert card.total.low == 50
    assert all(finding.contribution is None for finding in card.findings)
