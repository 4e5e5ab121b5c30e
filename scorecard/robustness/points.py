"""Scales and aggregates of many draws at once; shape (draws, participants)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from scorecard.robustness.chance import Chance
from scorecard.robustness.cohort import Column
from scorecard.robustness.tables import Flags, Floats
from scorecard.rubric.methods import Aggregate, Linear, Log, Scale, Steps

LEAST = float(np.finfo(np.float64).tiny)


class Drawn(NamedTuple):
    """A node's points in each draw, and who has any."""

    points: Floats
    present: Flags


class Part(NamedTuple):
    """A child with its weights (draws or 1, participants or 1)."""

    weight: Floats
    drawn: Drawn


def values(column: Column, chance: Chance) -> Floats:
    """Draw an indicator's values; a share from its table, any other as it is."""
    drawn = np.broadcast_to(column.value, (chance.draws, len(column.value))).copy()
    for source, tables in column.tables.items():
        found = chance.looked_up(source, tables.values)
        if found is not None:
            drawn[:, tables.rows] = found
    return drawn


def points(column: Column, drawn: Floats, chance: Chance) -> Drawn:
    """Put drawn values on the scale; what has none keeps its points or its interval."""
    scaled = _scaled(column.indicator.scale, drawn, chance)
    scaled[:, column.unscaled] = column.low[column.unscaled]
    if len(column.open):
        ends = column.low[column.open], column.high[column.open]
        scaled[:, column.open] = chance.between(*ends)
    return Drawn(scaled, column.present)


def aggregated(aggregate: Aggregate, parts: Sequence[Part]) -> Drawn:
    """Join parts as `methods.aggregates` does; parts that weigh nothing have no say."""
    there = [(_weighed(part), part.drawn.points) for part in parts]
    who = [part.drawn.present & (part.weight[:1] > 0).reshape(-1) for part in parts]
    present = np.logical_or.reduce(who)
    whole = np.maximum(added([weight for weight, _ in there]), LEAST)
    match aggregate:
        case "weighted_mean":
            joined = _products(there) / whole
        case "sum":
            joined = np.minimum(_products(there) / 100, 100.0)
        case "lowest":
            each = [np.where(weight > 0, points, np.inf) for weight, points in there]
            joined = np.minimum.reduce(np.broadcast_arrays(*each))
        case "geometric_mean":
            joined = _geometric(there, whole)
    if not present.all():
        joined = np.where(present, joined, 0.0)
    return Drawn(joined, present)


def _weighed(part: Part) -> Floats:
    present = part.drawn.present
    return part.weight if present.all() else part.weight * present


def added(weights: Sequence[Floats]) -> Floats:
    """Add arrays that broadcast, in their order."""
    whole = weights[0]
    for weight in weights[1:]:
        whole = whole + weight
    return whole


def _products(there: Sequence[tuple[Floats, Floats]]) -> Floats:
    return added([weight * each for weight, each in there])


def _geometric(there: Sequence[tuple[Floats, Floats]], whole: Floats) -> Floats:
    logs = [(weight, np.log(np.maximum(each, LEAST))) for weight, each in there]
    is_zero = np.any(
        np.broadcast_arrays(*[(weight > 0) & (each <= 0) for weight, each in there]),
        axis=0,
    )
    return np.where(is_zero, 0.0, np.minimum(np.exp(_products(logs) / whole), 100.0))


def _scaled(scale: Scale, drawn: Floats, chance: Chance) -> Floats:
    match scale:
        case Linear():
            ends = float(scale.worst), float(scale.best)
            return _between(ends, drawn, chance)
        case Log():
            ends = float(np.log(float(scale.worst))), float(np.log(float(scale.best)))
            return _between(ends, np.log(np.maximum(drawn, LEAST)), chance)
        case Steps():
            return _stepped(scale, drawn, chance)
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
