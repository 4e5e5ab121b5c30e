"""Laws that hold for every rubric and all evidence."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from scorecard.model import Submission
from scorecard.ranking import rankings
from scorecard.rubric.nouns import Rubric
from scorecard.scoring import assess
from tests.small import criterion, indicator, linear, rubric, share, submission

AGGREGATES = st.sampled_from(["weighted_mean", "geometric_mean", "sum", "lowest"])
WEIGHTS = st.integers(1, 60)


@st.composite
def trees(draw: st.DrawFn, scale_by: int = 1) -> dict[str, Any]:
    """Draw three indicators of different kinds below one or two headings."""
    one, two, three = (draw(WEIGHTS) * scale_by for _ in range(3))
    aggregate = draw(AGGREGATES)
    rising = indicator("naik", str(one), measure=share("selesai", "masuk"))
    falling = indicator(
        "turun",
        str(two),
        measure={"verb": "figure", "figure": "hari"},
        scale=linear("60", "5"),
    )
    earlier = indicator("lalu", str(three), measure=share("lalu", "masuk_lalu"))
    inner = criterion("dalam", str(two), indicators=[rising, falling])
    return (
        criterion(
            "luar",
            aggregate=aggregate,
            criteria=[inner | {"aggregate": draw(AGGREGATES)}],
        )
        if draw(st.booleans())
        else criterion(
            "luar", aggregate=aggregate, indicators=[rising, falling, earlier]
        )
    )


@st.composite
def counts(draw: st.DrawFn, code: str = "21") -> Submission:
    masuk = draw(st.integers(1, 2000))
    before = draw(st.integers(1, 2000))
    given: dict[str, Any] = {
        "masuk": masuk,
        "selesai": draw(st.integers(0, masuk)),
        "hari": draw(st.fractions(0, 90, max_denominator=10)),
        "masuk_lalu": before,
    }
    if draw(st.booleans()):
        given["lalu"] = draw(st.integers(0, before))
    return submission(code, **given)


def total(sent: Submission, rules: Rubric) -> Fraction:
    card = assess(sent, rules)
    assert card.total is not None
    return card.total.low


@given(trees(), counts(), st.integers(0, 50), st.integers(0, 5))
def test_better_evidence_never_lowers_a_score(
    tree: dict[str, Any], sent: Submission, more: int, faster: int
) -> None:
    rules = rubric(tree)
    masuk = sent.answers["masuk"].value
    selesai = sent.answers["selesai"].value
    days = sent.answers["hari"].value
    assert isinstance(masuk, Fraction)
    assert isinstance(selesai, Fraction)
    assert isinstance(days, Fraction)
    better = submission(
        **{key: each.value for key, each in sent.answers.items()}  # type: ignore[arg-type]
        | {"selesai": min(masuk, selesai + more), "hari": max(days - faster, 0)}
    )
    assert total(better, rules) >= total(sent, rules)


@given(trees(), counts())
def test_points_stay_between_0_and_100(tree: dict[str, Any], sent: Submission) -> None:
    card = assess(sent, rubric(tree))
    scores = [each.points for each in (*card.criteria, *card.findings)]
    for score in (*scores, card.total):
        assert score is None or 0 <= score.low <= score.high <= 100


@given(st.data(), counts(), st.fractions(Fraction(1, 7), 9, max_denominator=7))
def test_scaling_all_weights_changes_nothing(
    data: st.DataObject, sent: Submission, factor: Fraction
) -> None:
    tree = data.draw(trees())
    if "sum" in _aggregates(tree):
        return
    scaled = _scaled(tree, factor)
    assert total(sent, rubric(scaled)) == total(sent, rubric(tree))


def _aggregates(node: dict[str, Any]) -> set[str]:
    inner = [_aggregates(each) for each in node.get("criteria", [])]
    return {node.get("aggregate", "weighted_mean")}.union(*inner)


def _scaled(node: dict[str, Any], factor: Fraction) -> dict[str, Any]:
    more: dict[str, Any] = {"weight": Fraction(node["weight"]) * factor}
    for key in ("criteria", "indicators"):
        if key in node:
            more[key] = [_scaled(each, factor) for each in node[key]]
    return node | more


@given(trees(), st.lists(counts(), min_size=2, max_size=6))
def test_another_participant_moves_nobodys_score(
    tree: dict[str, Any], sent: list[Submission]
) -> None:
    rules = rubric(tree)
    alone = assess(sent[0], rules)
    together = [assess(each, rules) for each in sent]
    assert together[0] == alone


@given(trees(), st.data())
def test_the_order_of_inputs_changes_nothing(
    tree: dict[str, Any], data: st.DataObject
) -> None:
    rules = rubric(tree)
    cards = [
        assess(data.draw(counts(code=code)), rules) for code in ("11", "12", "13", "14")
    ]
    shuffled = data.draw(st.permutations(cards))
    assert rankings(shuffled, rules) == rankings(cards, rules)


@given(trees(), counts(), counts())
def test_nobodys_order_depends_on_a_third(
    tree: dict[str, Any], one: Submission, other: Submission
) -> None:
    from dataclasses import replace

    rules = rubric(tree)
    second = replace(other, participant=replace(other.participant, code="12"))
    third = replace(other, participant=replace(other.participant, code="13"))
    pair = [assess(each, rules) for each in (one, second)]
    with_third = [*pair, assess(third, rules)]

    def order(cards: list[Any]) -> list[str]:
        standings = rankings(cards, rules)[0].standings
        return [each.participant for each in standings if each.participant != "13"]

    assert order(with_third) == order(pair)
