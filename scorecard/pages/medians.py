"""The middle of those who are ranked together, to compare with; it moves no score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from statistics import median
from typing import TypeAlias

from scorecard.model import Participant, Scorecard, Season


@dataclass(frozen=True, slots=True)
class Medians:
    """Median points of each criterion over the `count` settled participants."""

    count: int
    points: Mapping[str, Fraction]


NO_MEDIANS = Medians(0, {})
Group: TypeAlias = tuple[str, str]
"""A category, and the government within which it is ranked; empty for the others."""


def category_medians(season: Season) -> Mapping[Group, Medians]:
    """Give the medians of all who are ranked together; make them once for all pages.

    Only participants whose total is settled count, so that the middle is one too.
    """
    settled: dict[Group, list[Scorecard]] = {}
    parted = _ranked_within(season)
    for scorecard in season.scorecards:
        if scorecard.outcome == "scored":
            group = _group(scorecard.participant, parted)
            settled.setdefault(group, []).append(scorecard)
    return {group: _medians(cards) for group, cards in settled.items()}


def group_of(participant: Participant, season: Season) -> Group:
    """Tell with whom a participant is ranked, and so compared."""
    return _group(participant, _ranked_within(season))


def _ranked_within(season: Season) -> frozenset[str]:
    return frozenset(each.category for each in season.rankings if each.within)


def _group(participant: Participant, parted: frozenset[str]) -> Group:
    category = participant.category
    return category, participant.parent if category in parted else ""


def _medians(scorecards: list[Scorecard]) -> Medians:
    points: dict[str, list[Fraction]] = {}
    for scorecard in scorecards:
        for criterion in scorecard.criteria:
            if criterion.points is not None:
                points.setdefault(criterion.criterion, []).append(criterion.points.low)
    middles = {criterion: median(values) for criterion, values in points.items()}
    return Medians(len(scorecards), middles)
