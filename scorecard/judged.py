"""A season's rubric as it was applied: on its day of judgement, over its days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scorecard.model import DaysJudged, Season
from scorecard.rubric.load import LoadedRubric, parse_rubric
from scorecard.rubric.nouns import Period, Rubric


def applied_rubric(season: Season, name: str) -> LoadedRubric:
    """Read the rubric that results hold, as it was applied; `name` is their file's.

    Raises ScorecardError where the rubric is none.
    """
    read = parse_rubric(season.rubric.text, name)
    rubric = as_things_stood(read.rubric, season.as_of, season.period)
    return replace(read, rubric=rubric, what_if=season.what_if)


def as_things_stood(
    rubric: Rubric, as_of: date, period: DaysJudged | None = None
) -> Rubric:
    """Give the rubric with another day of judgement, and other days to be judged."""
    changes: dict[str, date | Period] = {"as_of": as_of}
    if period is not None:
        changes["period"] = Period(start=period.start, end=period.end)
    return rubric.model_copy(update=changes)
