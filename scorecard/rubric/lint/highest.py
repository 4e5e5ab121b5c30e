"""The highest points that a node can have, were all evidence of the best.

A geometric and a harmonic mean are bounded by the weighted mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import prod
from typing import NamedTuple

from scorecard.rubric import methods as verb
from scorecard.rubric.lint.domains import Domain, domain_of
from scorecard.rubric.lint.tailoring import left_out, weight_in
from scorecard.rubric.methods import Aggregate
from scorecard.rubric.nouns import Category, Criterion, Indicator, Rubric
from scorecard.rubric.scales import ends

_FULL = Fraction(100)


class _Part(NamedTuple):
    weight: Fraction
    points: Fraction
    may_be_absent: bool


def highest(
    node: Criterion | Indicator, rubric: Rubric, category: Category
) -> Fraction:
    """Give the most points of a criterion or indicator in a category."""
    if isinstance(node, Criterion):
        if node.scale is not None:
            return ends(node.scale)[1]
        return joined(node.aggregate, node.children, rubric, category)
    domain = domain_of(node, rubric)
    match node.scale:
        case verb.Linear() as scale if domain:
            return max(_linear(scale, value) for value in domain)
        case verb.Steps() as scale:
            return max(_step_points(scale, domain))
        case verb.Levels() as scale:
            return max(level.points for level in scale.levels)
    return ends(node.scale)[1]


def joined(
    aggregate: Aggregate,
    parts: tuple[Criterion | Indicator, ...],
    rubric: Rubric,
    category: Category,
) -> Fraction:
    """Join the highest points of parts; 100 where nothing weighs."""
    out = left_out(rubric, category)
    weighing = [
        _part(part, rubric, category)
        for part in parts
        if not part.informative and part.id not in out and weight_in(part, category)
    ]
    if not weighing:
        return _FULL
    if aggregate == "sum":
        added = sum((part.weight * part.points for part in weighing), Fraction(0))
        return min(added / 100, _FULL)
    best = _best_choice(weighing)
    if aggregate == "product":
        return 100 * prod((part.points / 100 for part in best), start=Fraction(1))
    if aggregate == "lowest":
        return min(part.points for part in best)
    return _mean(best)


def _part(node: Criterion | Indicator, rubric: Rubric, category: Category) -> _Part:
    return _Part(
        weight_in(node, category),
        highest(node, rubric, category),
        _may_be_absent(node, rubric),
    )


def _best_choice(parts: list[_Part]) -> list[_Part]:
    """Leave out what may be absent and would draw the mean down."""
    chosen = [part for part in parts if not part.may_be_absent]
    optional = (part for part in parts if part.may_be_absent)
    for part in sorted(optional, key=lambda part: part.points, reverse=True):
        if not chosen or part.points > _mean(chosen):
            chosen.append(part)
    return chosen


def _mean(parts: list[_Part]) -> Fraction:
    added = sum((part.weight * part.points for part in parts), Fraction(0))
    return added / sum((part.weight for part in parts), Fraction(0))


def _may_be_absent(node: Criterion | Indicator, rubric: Rubric) -> bool:
    """Tell whether a node's weight may go to others: excluded or not applicable."""
    if isinstance(node, Criterion):
        return all(_may_be_absent(child, rubric) for child in node.children)
    if (node.missing or rubric.score.missing) == "exclude":
        return True
    match node.measure:
        case verb.Share(if_none=state):
            return state == "not_applicable"
        case verb.Average() | verb.Median() | verb.Percentile() | verb.Within():
            return True
    return False


def _linear(scale: verb.Linear, value: Fraction) -> Fraction:
    points = 100 * (value - scale.worst) / (scale.best - scale.worst)
    return min(max(points, Fraction(0)), _FULL)


def _step_points(scale: verb.Steps, domain: Domain | None) -> Iterator[Fraction]:
    least, greatest = domain or (None, None)
    if least is None or least < scale.steps[0].from_:
        yield scale.otherwise
    for step in scale.steps:
        if greatest is None or step.from_ <= greatest:
            yield step.points
