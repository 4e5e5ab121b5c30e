"""Aggregates: how the points of parts become the points of their heading."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import prod
from typing import NamedTuple

from scorecard.number import exponential, logarithm
from scorecard.rubric.methods import Aggregate
from scorecard.wording import Text

_ONE = Fraction(1)


class PartCells(NamedTuple):
    """Where one part's weight and points stand."""

    weight: str
    points: str


class Part(NamedTuple):
    """One part's weight and points (0-100)."""

    weight: Fraction
    points: Fraction


def aggregated(aggregate: Aggregate, parts: Sequence[Part]) -> Fraction | None:
    """Join the points of the parts that have any; None if no weight is left.

    `sum` adds weight x points / 100 and does not make up for a part that is absent;
    `product` and `lowest` look at no weight; the others divide by what there is.
    """
    weighing = [part for part in parts if part.weight > 0]
    if not weighing:
        return None
    match aggregate:
        case "weighted_mean":
            return _weighted_mean(weighing)
        case "geometric_mean":
            return _geometric_mean(weighing)
        case "harmonic_mean":
            return _harmonic_mean(weighing)
        case "product":
            return 100 * prod((part.points / 100 for part in weighing), start=_ONE)
        case "sum":
            added = sum((part.weight * part.points for part in weighing), Fraction(0))
            return min(added / 100, Fraction(100))
        case "lowest":
            return min(part.points for part in weighing)


def formula(aggregate: Aggregate, parts: Sequence[PartCells]) -> str:
    """Write the same as a spreadsheet expression over parts that all weigh something.

    A part without points is told by a weight of 0 beside its points of 0: see `live`.
    """
    products = "+".join(f"{part.weight}*{part.points}" for part in parts)
    weights = "+".join(part.weight for part in parts)
    points = ",".join(part.points for part in parts)
    match aggregate:
        case "weighted_mean":
            return f"({products})/({weights})"
        case "sum":
            return f"MIN(({products})/100,100)"
        case "lowest":
            return f"MIN({points})"
        case "geometric_mean":
            logs = "+".join(f"{part.weight}*LN({part.points})" for part in parts)
            mean = f"EXP(({logs})/({weights}))"
            return f"IF(MIN({points})<=0,0,MIN({mean},100))"
        case "harmonic_mean":
            turned = "+".join(f"{part.weight}/{part.points}" for part in parts)
            return f"IF(MIN({points})<=0,0,({weights})/({turned}))"
        case "product":
            factors = "*".join(f"({part.points}/100)" for part in parts)
            return f"100*{factors}"


def among_those_there(aggregate: Aggregate, parts: Sequence[PartCells]) -> str:
    """Write the formula for parts of which some may be absent, weighing 0: not all."""
    there = [
        PartCells(part.weight, f"IF({part.weight}>0,{part.points},100)")
        for part in parts
    ]
    return formula(aggregate, parts if is_additive(aggregate) else there)


def is_additive(aggregate: Aggregate) -> bool:
    """Tell whether each part contributes its own points to the heading."""
    return aggregate in ("weighted_mean", "sum")


SENTENCES: dict[Aggregate, Text] = {
    "weighted_mean": Text(
        "rata-rata menurut bobot dari bagian yang dinilai",
        "mean by weight of the parts that are scored",
    ),
    "geometric_mean": Text(
        "rata-rata geometrik menurut bobot: bagian yang lemah tidak tertutup",
        "geometric mean by weight: a weak part is not made up for",
    ),
    "harmonic_mean": Text(
        "rata-rata harmonik menurut bobot: bagian yang lemah paling menentukan",
        "harmonic mean by weight: a weak part counts most",
    ),
    "product": Text(
        "hasil kali bagian-bagiannya, masing-masing sebagai per seratus",
        "product of the parts, each taken as hundredths",
    ),
    "sum": Text(
        "jumlah bobot × poin ÷ 100; bagian yang tidak dinilai tidak digantikan",
        "sum of weight × points ÷ 100; a part that is absent is not made up for",
    ),
    "lowest": Text("poin bagian yang terendah", "points of the lowest part"),
}


def _weighted_mean(parts: Sequence[Part]) -> Fraction:
    weights = sum((part.weight for part in parts), Fraction(0))
    return sum((part.weight * part.points for part in parts), Fraction(0)) / weights


def _harmonic_mean(parts: Sequence[Part]) -> Fraction:
    if any(part.points <= 0 for part in parts):
        return Fraction(0)
    weights = sum((part.weight for part in parts), Fraction(0))
    return weights / sum((p.weight / p.points for p in parts), Fraction(0))


def _geometric_mean(parts: Sequence[Part]) -> Fraction:
    if any(part.points <= 0 for part in parts):
        return Fraction(0)
    if len({part.points for part in parts}) == 1:
        return parts[0].points
    weights = sum((part.weight for part in parts), Fraction(0))
    mean = sum((p.weight * logarithm(p.points) for p in parts), Fraction(0)) / weights
    return min(exponential(mean), Fraction(100))
