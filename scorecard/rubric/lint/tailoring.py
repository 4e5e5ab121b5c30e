"""What a category makes of the weights: replaced, and left out where not applicable."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scorecard.rubric.nouns import Category, Criterion, Indicator, Rubric


def weight_in(node: Criterion | Indicator, category: Category | None) -> Fraction:
    """Give a node's weight for a category; without one, as the node states it."""
    if category is None:
        return node.weight
    return category.weights.get(node.id, node.weight)


def left_out(rubric: Rubric, category: Category | None) -> frozenset[str]:
    """Name the nodes that do not apply: as listed, within such, or emptied by it."""
    listed = frozenset(category.not_applicable if category else ())
    return frozenset(
        name
        for criterion in rubric.criteria
        for name in _left_out(criterion, listed, inside=False)
    )


def _left_out(
    node: Criterion | Indicator, listed: frozenset[str], *, inside: bool
) -> Iterator[str]:
    inside = inside or node.id in listed
    children = node.children if isinstance(node, Criterion) else ()
    below = [
        name for child in children for name in _left_out(child, listed, inside=inside)
    ]
    weighing = {child.id for child in children if not child.informative}
    if inside or (weighing and weighing <= set(below)):
        yield node.id
    yield from below
