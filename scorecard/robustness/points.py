"""Points and aggregates of many draws at once; shape (draws, participants)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from scorecard.robustness.chance import Chance
from scorecard.robustness.cohort import Column
from scorecard.robustness.scales import LEAST as LEAST
from scorecard.robustness.scales import scaled_points
from scorecard.robustness.tables import Flags, Floats
from scorecard.rubric.methods import Aggregate


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
    scaled = scaled_points(column.indicator.scale, drawn, chance)
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
        case "harmonic_mean":
            joined = _harmonic(there, whole)
        case "product":
            factors = [np.where(w > 0, each / 100, 1.0) for w, each in there]
            joined = 100 * np.multiply.reduce(np.broadcast_arrays(*factors))
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
    mean = np.minimum(np.exp(_products(logs) / whole), 100.0)
    return np.where(_is_zero(there), 0.0, mean)


def _harmonic(there: Sequence[tuple[Floats, Floats]], whole: Floats) -> Floats:
    # Where a part is zero the outcome is, whatever stands in for it here.
    turned = [(weight, 1 / np.where(each > 0, each, 1.0)) for weight, each in there]
    return np.where(_is_zero(there), 0.0, whole / np.maximum(_products(turned), LEAST))


def _is_zero(there: Sequence[tuple[Floats, Floats]]) -> Flags:
    zeros = [(weight > 0) & (each <= 0) for weight, each in there]
    found: Flags = np.any(np.broadcast_arrays(*zeros), axis=0)
    return found
