"""Scales of many draws at once; shape (draws, participants)."""

from __future__ import annotations

import numpy as np

from scorecard.robustness.chance import Chance
from scorecard.robustness.tables import Floats
from scorecard.rubric.methods import (
    Curve,
    Exponential,
    HeadingScale,
    Linear,
    Log,
    PercentRank,
    Power,
    Scale,
    Steps,
    ZScore,
)

LEAST = float(np.finfo(np.float64).tiny)
_HIGHEST = 700.0
"""The greatest power of e that a float can hold, nearly."""


def scaled_points(scale: Scale | HeadingScale, drawn: Floats, chance: Chance) -> Floats:
    """Put values, which are spent, on a scale whose posts may be drawn.

    Means, deviations and reference values are fixed by the rubric: they are not posts.
    """
    match scale:
        case Linear():
            ends = float(scale.worst), float(scale.best)
            return _between(ends, drawn, chance)
        case Log():
            ends = float(np.log(float(scale.worst))), float(np.log(float(scale.best)))
            return _between(ends, np.log(np.maximum(drawn, LEAST)), chance)
        case Steps():
            return _stepped(scale, drawn, chance)
        case Curve():
            return _on_the_line(scale, drawn, chance)
        case Power():
            return _power(scale, drawn)
        case Exponential():
            exponent = float(scale.rate) * (drawn - float(scale.at))
            return 100 * np.exp(np.minimum(exponent, 0.0))
        case ZScore():
            away = (drawn - float(scale.mean)) / float(scale.deviation)
            low, high = map(float, scale.ends)
            return np.clip(float(scale.centre) + float(scale.spread) * away, low, high)
        case PercentRank():
            return _surpassed(scale, drawn)
        case _:
            return drawn


def _between(ends: tuple[float, float], drawn: Floats, chance: Chance) -> Floats:
    worst, best = ends
    span = best - worst
    low = worst + chance.shift() * span
    high = best + chance.shift() * span
    drawn -= low
    drawn *= 100 / (high - low)
    return np.clip(drawn, 0.0, 100.0, out=drawn)


def _stepped(scale: Steps, drawn: Floats, chance: Chance) -> Floats:
    """Move all steps together, by a part of what lies between the first and last."""
    starts = [float(step.from_) for step in scale.steps]
    span = max(starts) - min(starts) or abs(starts[0])
    moved = chance.shift() * span
    reached = np.full(drawn.shape, float(scale.otherwise))
    for step in sorted(scale.steps, key=lambda each: each.from_):
        is_reached = drawn >= float(step.from_) + moved
        reached = np.where(is_reached, float(step.points), reached)
    return reached


def _on_the_line(scale: Curve, drawn: Floats, chance: Chance) -> Floats:
    """Move all posts together, by a part of what lies between the first and last."""
    places = np.array([float(post.at) for post in scale.posts])
    worth = np.array([float(post.points) for post in scale.posts])
    moved = chance.shift() * (places[-1] - places[0])
    made: Floats = np.interp(drawn - moved, places, worth)
    return made


def _power(scale: Power, drawn: Floats) -> Floats:
    low, high = float(scale.least), float(scale.most)
    ratio = np.maximum(drawn, LEAST) / float(scale.at)
    exponent = float(scale.exponent)
    made = np.exp(np.minimum(exponent * np.log(ratio), _HIGHEST))
    limit = high if exponent < 0 else low
    return np.where(drawn <= 0, limit, np.clip(100 * made, low, high))


def _surpassed(scale: PercentRank, drawn: Floats) -> Floats:
    reference = np.sort(np.array([float(each) for each in scale.reference]))
    below = np.searchsorted(reference, drawn, side="left").astype(np.float64)
    at_most = np.searchsorted(reference, drawn, side="right").astype(np.float64)
    if scale.prefer == "lower":
        size = float(len(reference))
        below, at_most = size - at_most, size - below
    counts = {"at_most": at_most, "middle": (below + at_most) / 2}
    among = len(reference) - (scale.method == "inclusive")
    made: Floats = 100 * counts.get(scale.method, below) / among
    return np.minimum(made, 100.0)
