"""A season's rubric as it was applied: on its day of judgement, over its days."""

from __future__ import annotations

from datetime import date

from scorecard.model import DaysJudged
from scorecard.rubric.nouns import Period, Rubric


def as_things_stood(
    rubric: Rubric, as_of: date, period: DaysJudged | None = None
) -> Rubric:
    """Give the rubric with another day of judgement, and other days to be judged."""
    changes: dict[str, date | Period] = {"as_of": as_of}
    if period is not None:
        changes["period"] = Period(start=period.start, end=period.end)
    return rubric.model_copy(update=changes)
