"""Repairs of what assessors judge: a level to reach on every sample."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from scorecard.advice.changes import Judge
from scorecard.advice.repairs import Repair
from scorecard.advice.search import least_for_next_band
from scorecard.advice.sent import Sent
from scorecard.errors import Location
from scorecard.rubric.methods import Mark
from scorecard.rubric.nouns import Indicator
from scorecard.wording import say

_MOST_LEVELS = 10


def mark_repairs(indicator: Indicator, measure: Mark, sent: Sent) -> Iterator[Repair]:
    """List each whole level above the lowest mark, up to the maximum.

    Of a scale with more than ten, only the level for the next band and the maximum.
    """
    marks = [m for m in sent.submission.marks if m.indicator == indicator.id]
    place = next((mark.location for mark in marks), Location(sent.submission.path))
    lowest = min((m.value or Fraction(0) for m in marks), default=Fraction(0))
    levels = _levels_above(lowest, measure.maximum)

    def judged(level: Fraction) -> Judge:
        return Judge(indicator.id, level, measure.least, place)

    if len(levels) > _MOST_LEVELS:
        number = least_for_next_band(
            sent, len(levels), lambda n: (judged(levels[n - 1]),)
        )
        levels = tuple(dict.fromkeys((levels[(number or 0) - 1], levels[-1])))
    for level in levels:
        yield _repair(indicator, measure, judged(level))


def _levels_above(lowest: Fraction, maximum: Fraction) -> tuple[Fraction, ...]:
    whole = (Fraction(n) for n in range(floor(lowest) + 1, ceil(maximum)))
    return (*whole, maximum)


def _repair(indicator: Indicator, measure: Mark, judge: Judge) -> Repair:
    title = say(
        "{title}: setiap contoh bernilai paling sedikit {level} dari {most}",
        "{title}: every sample marked at least {level} of {most}",
        title=indicator.title.text,
        level=judge.level,
        most=measure.maximum,
    )
    return Repair(
        id=f"{indicator.id}.{judge.level}",
        indicator=indicator.id,
        kind="marks",
        title=title,
        changes=(judge,),
        hold="assessed",
    )
