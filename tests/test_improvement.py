"""The award for the greatest rise: won, tied, open, or denied with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scorecard.awards import awards
from scorecard.comparison.comparing import compared
from scorecard.model import AwardResult, Submission
from scorecard.robustness.testing import robustness
from scorecard.rubric.nouns import Rubric
from tests.small import criterion, indicator, linear, mark, rubric, share, words
from tests.two_seasons import AFTER, BEFORE, absent, one_share, season_of, sent

AWARD = {
    "id": "naik",
    "title": words("Paling meningkat"),
    "improvement": "total",
    "places": "1",
    "least_value": "0.01",
    "basis": "assumption",
}


def decided(
    before: Sequence[Submission],
    after: Sequence[Submission],
    rules: Rubric | None = None,
    old: Rubric | None = None,
) -> tuple[AwardResult, ...]:
    rules = rules or one_share(awards=[AWARD])
    now = season_of(rules, *after, as_of=AFTER)
    then = season_of(old or rules, *before, as_of=BEFORE)
    return awards(now.season.scorecards, rules, compared(then, now))


def told(results: Sequence[AwardResult]) -> list[tuple[str, str]]:
    return [(each.participant, each.status) for each in results]


def test_the_greatest_exact_rise_wins_though_another_is_ahead():
    """30 to 50 of a thousand is less than 1/3 to 271/273."""
    before = [sent("11", 90), sent("12", 1, 3), sent("13", 33, 100)]
    after = [sent("11", 99), sent("12", 271, 273), sent("13", 98, 100)]
    (won,) = decided(before, after)
    assert (won.participant, won.status, won.place) == ("12", "won", 1)
    assert won.reason.en == (
        "Place 1 by rise of the total: 65.93. Conditions met: 33.33 to 99.27 and rise"
        " of the total at least 0.01."
    )
    assert won.reason.id == (
        "Urutan 1 menurut kenaikan nilai: 65,93. Syarat terpenuhi: dari 33,33 menjadi"
        " 99,27 dan kenaikan nilai paling sedikit 0,01."
    )
    assert won.number


def test_equal_rises_leave_the_award_open():
    results = decided(
        [sent("11", 10), sent("12", 20)], [sent("11", 40), sent("12", 50)]
    )
    assert told(results) == [("11", "open"), ("12", "open")]
    assert "Tied at the award's boundary with Provinsi 12" in results[0].reason.en


def test_who_fell_least_has_not_improved():
    results = decided(
        [sent("11", 50), sent("12", 60)], [sent("11", 49), sent("12", 40)]
    )
    assert told(results) == [("11", "denied")]
    assert "rise of the total at least 0.01" in results[0].reason.en


def test_who_was_not_in_the_earlier_season_cannot_win_and_takes_nothing_away():
    results = decided([sent("11", 50)], [sent("11", 60), sent("12", 99)])
    assert told(results) == [("11", "won")]


def test_where_nobody_can_be_compared_it_is_denied_with_the_reason():
    steep = indicator("i", scale=linear("0", "50"))
    new = rubric(criterion("k", indicators=[steep]), awards=[AWARD])
    (denied,) = decided([sent("11", 20)], [sent("11", 30)], new, one_share())
    assert denied.status == "denied"
    assert denied.reason.en == (
        "Its rise is not known. Not eligible: the totals are not comparable, because"
        " the rubric changed: i: The points are not comparable, because the scale"
        " changed (best)."
    )


def test_who_sent_nothing_before_is_denied_and_did_not_rise_from_zero():
    (denied,) = decided([absent("11")], [sent("11", 30)])
    assert denied.status == "denied"
    assert "before: not submitted" in denied.reason.en


def test_without_an_earlier_season_it_is_open_and_says_so():
    rules = one_share(awards=[AWARD])
    cards = season_of(rules, sent("11", 50), sent("12", 60)).season.scorecards
    results = awards(cards, rules)
    assert told(results) == [("11", "open"), ("12", "open")]
    assert results[0].reason.id == (
        "Kenaikannya tidak diketahui. Belum dapat ditetapkan. Syarat yang belum pasti:"
        " hasil musim sebelumnya belum disertakan (inputs/_season/before/results.json),"
        " sehingga kenaikan belum dapat dihitung."
    )


def test_a_rise_that_is_still_open_leaves_the_award_open():
    marked = indicator("mutu", "50", measure={"verb": "mark", "maximum": "4"})
    parts = [indicator("i", "50"), marked | {"scale": linear("0", "4")}]
    rules = rubric(criterion("k", indicators=parts), awards=[AWARD])

    def complete(code: str, closed: int, value: str) -> Submission:
        return replace(sent(code, closed), marks=(mark(value),))

    before = [complete("11", 50, "2"), complete("12", 50, "2")]
    after = [complete("11", 60, "2"), sent("12", 50)]
    assert told(decided(before, after, rules)) == [("11", "open"), ("12", "open")]


def test_an_indicator_named_is_what_must_have_risen():
    archived = indicator("j", "50", measure=share("arsip", "masuk"))
    award = AWARD | {"improvement": "i"}
    parts = [indicator("i", "50"), archived]
    rules = rubric(criterion("k", indicators=parts), awards=[award])
    results = decided(
        [sent("11", 50), sent("12", 10)], [sent("11", 55), sent("12", 40)], rules
    )
    assert told(results) == [("12", "won")]
    assert "rise of i: 30.00" in results[0].reason.en


def test_robustness_draws_the_other_awards_alone():
    """The earlier season is not drawn: no chance of the greatest rise is known."""
    stated = {"draws": "50", "seed": "1", "lowest": "5", "highest": "95"}
    stated |= {"variance_draws": "0", "weights": "10", "basis": "assumption"}
    best = {"id": "terbaik", "title": words("Terbaik"), "places": "1"}
    rules = one_share(awards=[AWARD, best | {"basis": "assumption"}], robustness=stated)
    now = season_of(rules, sent("11", 50), sent("12", 60))
    found = robustness(now.season, rules, rules.robustness)
    chances = {chance.award for each in found.ranks for chance in each.awards}
    assert chances == {"terbaik"}
