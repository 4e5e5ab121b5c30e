"""Advice: what to mend first, what each repair is worth, the way to the next band."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scorecard.advice.gains import Gain, Position, position, standpoint, weigh
from scorecard.advice.plans import Plan, next_band_plan
from scorecard.advice.possible import possible_repairs
from scorecard.model import Scorecard, Submission
from scorecard.rubric.nouns import Band, Rubric


@dataclass(frozen=True, slots=True)
class Advice:
    """Where a participant stands, every repair with its gain, and the shortest list.

    `next_band` is None for who has the best one already.
    """

    before: Position
    gains: tuple[Gain, ...]
    next_band: Band | None
    plan: Plan | None


def advise(
    submission: Submission, scorecards: Iterable[Scorecard], rubric: Rubric
) -> Advice:
    """Weigh every repair of a submission among the scorecards of its season."""
    start = standpoint(submission, scorecards, rubric)
    before = position(start.scorecard, start.others, rubric)
    repairs = possible_repairs(submission, start.scorecard, rubric)
    gains = weigh(repairs, start, before)
    following = band_above(start.scorecard, rubric)
    # Without a total no single repair may gain anything, but some together do.
    usable = [g.repair for g in gains] if start.scorecard.total else repairs
    plan = next_band_plan(usable, start) if following is not None else None
    return Advice(before, gains, following, plan)


def band_above(scorecard: Scorecard, rubric: Rubric) -> Band | None:
    """Give the band above the one that is certain."""
    worst_first = sorted(rubric.bands.ranges, key=lambda band: band.from_)
    if scorecard.band is None:
        return worst_first[0]
    ids = [band.id for band in worst_first]
    above = ids.index(scorecard.band.low) + 1
    return worst_first[above] if above < len(ids) else None
