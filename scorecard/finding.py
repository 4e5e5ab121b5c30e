"""Step 3, find: what the rule says of one indicator: state, points, reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from scorecard.methods import missing
from scorecard.methods.measured import Measured
from scorecard.methods.measures import measured
from scorecard.methods.scales import (
    EARNED,
    NO_LEVEL,
    OPEN,
    attainable,
    points,
    sentence,
)
from scorecard.model import State, Submission
from scorecard.number import display
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.wording import Text, joined, say


@dataclass(frozen=True, slots=True)
class Found:
    """An indicator's measure with its state and points from 0 to 100.

    `low` and `high` are None where the state carries no points. `blocks` is true where
    the rubric says that without this evidence nothing is scored.
    """

    indicator: Indicator
    measured: Measured
    state: State
    low: Fraction | None
    high: Fraction | None
    reason: Text
    blocks: bool = False


_LEFT_OUT = Measured(
    "not_applicable",
    Text(
        "Tidak berlaku untuk kategori peserta ini.",
        "Not applicable to this category of participants.",
    ),
)


def find(
    indicator: Indicator,
    submission: Submission,
    rubric: Rubric,
    *,
    applies: bool = True,
) -> Found:
    """Measure one indicator and put the value on its scale.

    `applies` is false for an indicator that the participant's category leaves out.
    """
    if not applies:
        return _without_points(indicator, _LEFT_OUT)
    return judged(indicator, measured(indicator, submission, rubric), rubric)


def judged(indicator: Indicator, result: Measured, rubric: Rubric) -> Found:
    """Put what was measured on the indicator's scale."""
    match result.state:
        case "scored":
            return _scored(indicator, result, rubric)
        case "missing":
            return _missing(indicator, result, rubric)
        case "pending" | "unreadable":
            return _unsettled(indicator, result, rubric)
        case _:
            return _without_points(indicator, result)


def _scored(indicator: Indicator, result: Measured, rubric: Rubric) -> Found:
    assert result.value is not None
    reached = points(indicator.scale, result.value)
    if reached is None:
        why = say(NO_LEVEL.id, NO_LEVEL.en, value=result.value)
        reason = joined((result.reason, why))
        unread = replace(result, state="unreadable", value=None, reason=reason)
        return _unsettled(indicator, unread, rubric)
    told = _told(EARNED, (reached, reached), indicator, rubric)
    reason = joined((result.reason, told))
    return Found(indicator, result, "scored", reached, reached, reason)


def _unsettled(indicator: Indicator, result: Measured, rubric: Rubric) -> Found:
    low, high = _interval(indicator, result)
    told = _told(OPEN, (low, high), indicator, rubric)
    reason = joined((result.reason, told))
    return Found(indicator, result, result.state, low, high, reason)


def _interval(indicator: Indicator, result: Measured) -> tuple[Fraction, Fraction]:
    if result.bounds is None:
        return attainable(indicator.scale)
    ends = [points(indicator.scale, bound) for bound in result.bounds]
    known = [end for end in ends if end is not None]
    if len(known) < 2:
        return attainable(indicator.scale)
    return min(known), max(known)


def _missing(indicator: Indicator, result: Measured, rubric: Rubric) -> Found:
    if indicator.informative:
        return _without_points(indicator, result)
    policy = missing.policy_of(indicator, rubric)
    worth = missing.worth(policy)
    reason = joined((result.reason, missing.SENTENCES[policy]))
    blocks = missing.blocks(policy)
    return Found(indicator, result, "missing", worth, worth, reason, blocks)


def _without_points(indicator: Indicator, result: Measured) -> Found:
    return Found(indicator, result, result.state, None, None, result.reason)


def _told(
    template: Text,
    reached: tuple[Fraction, Fraction],
    indicator: Indicator,
    rubric: Rubric,
) -> Text:
    low, high = (
        Text(
            display(each, rubric.score.places, "id"),
            display(each, rubric.score.places, "en"),
        )
        for each in reached
    )
    scale = sentence(indicator.scale)
    return say(template.id, template.en, points=low, most=high, scale=scale)
