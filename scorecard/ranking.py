"""Step 6, rank: places within a category, how ties were broken, why places differ.

Standard competition places, 1, 2, 2, 4, unless the rubric wants dense ones. A tie is
told apart by the rubric's chain of rules, compared exactly; where the chain ends the
tie stands and is said to stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from scorecard.cases import ranked_value, with_cases
from scorecard.model import Participant, Ranking, Scorecard, Standing
from scorecard.number import published
from scorecard.rubric.nouns import Category, Rubric, SideRanking
from scorecard.standing_notes import with_notes
from scorecard.ties import (
    Key,
    known,
    look_alike,
    tie_sentence,
    tie_value,
)
from scorecard.wording import Text

Group: TypeAlias = tuple[str, str]
"""Those who are ranked with each other: a category, and a parent within it."""

TOTAL = "total"


def rankings(scorecards: Sequence[Scorecard], rubric: Rubric) -> tuple[Ranking, ...]:
    """Rank every category that has participants: by the total, then each side ranking.

    The standings hold every participant of the category; those without a figure come
    last, by code, without a place.
    """
    return tuple(
        ranking
        for category in rubric.categories
        for members in among_whom(category, scorecards)
        for ranking in _of_members(category, members, rubric)
    )


def among_whom(
    category: Category, scorecards: Sequence[Scorecard]
) -> tuple[tuple[Scorecard, ...], ...]:
    """Give those who are ranked with each other: the category, or each parent's part.

    In the order of the parents' codes, and of the participants' own. Those who name no
    parent are ranked with each other.
    """
    groups: dict[str, list[Scorecard]] = {}
    for each in sorted(scorecards, key=lambda card: card.participant.code):
        if each.participant.category == category.id:
            parent = each.participant.parent if category.within else ""
            groups.setdefault(parent, []).append(each)
    return tuple(tuple(groups[parent]) for parent in sorted(groups))


def group_of(participant: Participant, rubric: Rubric) -> Group:
    """Name those who are ranked with each other: category, and parent if it parts."""
    own = participant.category
    within = any(each.within for each in rubric.categories if each.id == own)
    return own, participant.parent if within else ""


def total_key(scorecard: Scorecard, rubric: Rubric) -> Key | None:
    """Give what a place by total is decided on: the total, then each tie rule.

    While a total is an interval its worse end counts: the lowest, where higher is
    better.
    """
    if scorecard.total is None:
        return None
    exact = rubric.score.ranks_on == "exact"
    total = scorecard.total
    if rubric.score.prefer == "higher":
        value = total.low if exact else Fraction(total.published_low)
    else:
        value = -(total.high if exact else Fraction(total.published_high))
    return (known(value), *(tie_value(rule, scorecard) for rule in rubric.tie_break))


def value_of(scorecard: Scorecard, indicator: str) -> Fraction | None:
    """Give an indicator's value if it is scored."""
    finding = scorecard.finding(indicator)
    if finding is None or finding.state != "scored":
        return None
    return finding.value


def _of_members(
    category: Category, members: Sequence[Scorecard], rubric: Rubric
) -> Iterator[Ranking]:
    total = _by_total(category, members, rubric)
    sides = tuple(
        _by_value(side, category, members, rubric) for side in rubric.rankings
    )
    for ranking in (with_notes(total, sides, members, rubric), *sides):
        yield _within(ranking, members[0].participant) if category.within else ranking


def _within(ranking: Ranking, one: Participant) -> Ranking:
    return replace(ranking, within=one.parent, within_name=one.parent_name)


def _by_total(
    category: Category, members: Sequence[Scorecard], rubric: Rubric
) -> Ranking:
    standings = _standings(
        members,
        lambda each: total_key(each, rubric),
        lambda each: each.total.published_low if each.total else "",
        rubric,
    )
    title = Text("Nilai", "Total")
    return Ranking(TOTAL, title, category.id, "", standings)


def _by_value(
    side: SideRanking,
    category: Category,
    members: Sequence[Scorecard],
    rubric: Rubric,
) -> Ranking:
    sign = 1 if side.prefer == "higher" else -1

    def key(scorecard: Scorecard) -> Key | None:
        value = ranked_value(scorecard, side)
        return None if value is None else (known(sign * value),)

    def shown(scorecard: Scorecard) -> str:
        value = value_of(scorecard, side.by)
        return "" if value is None else rubric_published(value, rubric)

    placed = _standings(members, key, shown, rubric)
    standings = with_cases(placed, side, members, rubric)
    return Ranking(side.id, side.title.text, category.id, side.by, standings)


def rubric_published(value: Fraction, rubric: Rubric) -> str:
    """Round a figure as the rubric rounds its total."""
    return published(value, rubric.score.places, rubric.score.mode)


def _standings(
    members: Sequence[Scorecard],
    key: Callable[[Scorecard], Key | None],
    shown: Callable[[Scorecard], str],
    rubric: Rubric,
) -> tuple[Standing, ...]:
    having = ((k, each) for each in members if (k := key(each)) is not None)
    keyed = sorted(having, key=itemgetter(0), reverse=True)
    alike = look_alike(keyed, rubric)
    placed: list[Standing] = []
    groups = groupby(keyed, key=itemgetter(0))
    for number, (shared_key, group) in enumerate(groups, start=1):
        dense = rubric.score.ties == "dense"
        place = number if dense else len(placed) + 1
        tied = [each for _, each in group]
        placed.extend(
            Standing(
                place=place,
                participant=each.participant.code,
                value=shown(each),
                shared=len(tied) > 1,
                provisional=False,
                tie=tie_sentence(each, shared_key, alike, rubric),
                note=None,
            )
            for each in tied
        )
    return (*placed, *(_unplaced(each) for each in members if key(each) is None))


def _unplaced(scorecard: Scorecard) -> Standing:
    return Standing(
        place=None,
        participant=scorecard.participant.code,
        value="",
        shared=False,
        provisional=False,
        tie=None,
        note=scorecard.reason if scorecard.total is None else None,
    )
