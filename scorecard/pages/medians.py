"""The middle of each category, for readers to compare with; it moves no score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from scorecard.model import Scorecard, Season


@dataclass(frozen=True, slots=True)
class Medians:
    """Median points of each criterion over the `count` settled participants."""

    count: int
    points: Mapping[str, Fraction]


NO_MEDIANS = Medians(0, {})


def category_medians(season: Season) -> Mapping[str, Medians]:
    """Give each category's medians; make them once for all pages of a season.

    Only participants whose total is settled count, so that the middle is one too.
    """
    settled: dict[str, list[Scorecard]] = {}
    for scorecard in season.scorecards:
        if scorecard.outcome == "scored":
            category = scorecard.participant.category
            settled.setdefault(category, []).append(scorecard)
    return {category: _medians(cards) for category, cards in settled.items()}


def _medians(scorecards: list[Scorecard]) -> Medians:
    points: dict[str, list[Fraction]] = {}
    for scorecard in scorecards:
        for criterion in scorecard.criteria:
            if criterion.points is not None:
                points.setdefault(criterion.criterion, []).append(criterion.points.low)
    middles = {criterion: median(values) for criterion, values in points.items()}
    return Medians(len(scorecards), middles)
