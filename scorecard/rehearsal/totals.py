"""Drawn points through the rubric's tree: every node, the total, the band."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from scorecard.methods.bands import rank_of_band
from scorecard.robustness.places import published, steady
from scorecard.robustness.points import Drawn, Part, aggregated
from scorecard.robustness.tables import Counts, Floats
from scorecard.rubric.lint.tailoring import left_out
from scorecard.rubric.nouns import Category, Criterion, Indicator, Rubric
from scorecard.tree import tailored_weight


@dataclass(frozen=True, slots=True)
class Tried:
    """What drawn points come to in one category; each array is (draws, 1)."""

    nodes: Mapping[str, Floats]
    total: Floats
    bands: Counts


def tried(points: Mapping[str, Floats], rubric: Rubric, category: Category) -> Tried:
    """Join drawn points as the rubric does; `bands` count from the worst (0)."""
    nodes: dict[str, Floats] = {}
    walk = _Walk(points, rubric, category, left_out(rubric, category), nodes)
    top = _joined(walk, rubric.criteria, rubric.score.aggregate)
    total = top * float(rubric.score.maximum) / 100
    return Tried(nodes, total, _bands(total, nodes, rubric))


def weighing(rubric: Rubric, category: Category) -> Iterator[Indicator]:
    """Give the indicators that count in a category, under headings that count."""
    out = left_out(rubric, category)

    def below(nodes: tuple[Criterion | Indicator, ...]) -> Iterator[Indicator]:
        for node in nodes:
            if node.id in out or not tailored_weight(node, category.id, rubric):
                continue
            if isinstance(node, Indicator):
                yield node
            else:
                yield from below(node.children)

    return below(rubric.criteria)


@dataclass(frozen=True, slots=True)
class _Walk:
    points: Mapping[str, Floats]
    rubric: Rubric
    category: Category
    out: frozenset[str]
    nodes: dict[str, Floats]


def _joined(
    walk: _Walk, nodes: tuple[Criterion | Indicator, ...], aggregate: str
) -> Floats:
    everybody = np.ones(1, dtype=np.bool_)
    parts = []
    for node in nodes:
        weight = tailored_weight(node, walk.category.id, walk.rubric)
        if node.id in walk.out or not weight:
            continue
        drawn = _node(walk, node)
        walk.nodes[node.id] = drawn
        parts.append(Part(np.array([[float(weight)]]), Drawn(drawn, everybody)))
    if not parts:
        return np.zeros((1, 1))
    return aggregated(aggregate, parts).points  # type: ignore[arg-type]


def _node(walk: _Walk, node: Criterion | Indicator) -> Floats:
    if isinstance(node, Indicator):
        return walk.points[node.id]
    return _joined(walk, node.children, node.aggregate)


def _bands(total: Floats, nodes: Mapping[str, Floats], rubric: Rubric) -> Counts:
    score = rubric.score
    judged = steady(total)
    if score.bands_on == "published":
        judged = published(total, score.places, score.mode) / 10.0**score.places
    starts = sorted(float(band.from_) for band in rubric.bands.ranges)
    reached = np.searchsorted(starts, steady(judged), side="right") - 1
    found = np.maximum(reached, 0)
    for gate in rubric.gates:
        if gate.of in nodes:
            low = steady(nodes[gate.of]) < float(gate.below)
            cap = rank_of_band(gate.cap, rubric)
            found = np.where(low, np.minimum(found, cap), found)
    return found
