"""What a blank form shows: the values that are stored beside its formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from scorecard.methods.aggregates import Part, aggregated
from scorecard.model import CriterionScore, Finding, Scorecard
from scorecard.rubric.nouns import Criterion
from scorecard.sheets.book import Value
from scorecard.sheets.form.branches import Node, Tree


def blank_values(card: Scorecard) -> dict[str, dict[str, Value]]:
    """Give by node what a blank form shows of it."""
    values = {each.criterion: _blank(each) for each in card.criteria}
    return values | {each.indicator: _blank(each) for each in card.findings}


def _blank(node: CriterionScore | Finding) -> dict[str, Value]:
    points, part = node.points, node.contribution
    known: dict[str, Value] = {
        "low": points.low if points else "",
        "high": points.high if points else "",
        "share": node.share,
        "part_low": part.low if part else "",
        "part_high": part.high if part else "",
    }
    if isinstance(node, Finding):
        known |= {"measured": node.state, "state": node.state}
        known["applies"] = known["judged"] = int(node.state != "not_applicable")
        covered = node.state in ("scored", "pending", "unreadable")
        known["covered"] = int(covered)
    return known


def fill_headings(tree: Tree, blank: dict[str, dict[str, Value]]) -> None:
    """Work out coverage from the leaves up, as the formulas do."""
    for placed in reversed(tree.placed):
        if isinstance(placed.node, Criterion):
            inside = [each.id for each in placed.node.children]
            here = blank[placed.node.id]
            here["applies"] = int(any(blank[each]["applies"] for each in inside))
            for key in ("covered", "judged"):
                here[key] = fraction(tree, placed.node.children, blank, key)
    tree.blank_thin.extend(_thin(tree, blank))


def _thin(
    tree: Tree, blank: dict[str, dict[str, Value]]
) -> Iterator[tuple[Criterion, Fraction]]:
    """Give each heading that has too little evidence on a blank form, and how much."""
    for placed in tree.placed:
        node = placed.node
        if not isinstance(node, Criterion) or node.informative or not node.coverage:
            continue
        covered, judged = (_number(blank[node.id][k]) for k in ("covered", "judged"))
        if judged and 100 * covered / judged < node.coverage:
            yield node, 100 * covered / judged


def fraction(
    tree: Tree, nodes: Sequence[Node], blank: dict[str, dict[str, Value]], key: str
) -> Fraction:
    """Give the covered or judged part of the weight that applies."""
    applying = [node for node in nodes if blank[node.id]["applies"]]
    whole = sum((tree.weight(node) for node in applying), Fraction(0))
    parts = (tree.weight(n) * _number(blank[n.id][key]) for n in applying)
    return sum(parts, Fraction(0)) / whole if whole else Fraction(0)


def _number(value: Value) -> Fraction:
    return Fraction(value) if isinstance(value, int | Fraction) else Fraction(0)


def blank_end(
    tree: Tree, roots: Sequence[Node], blank: dict[str, dict[str, Value]], key: str
) -> Value:
    """Join the points of a blank form."""
    parts = [
        Part(tree.weight(node), value)
        for node in roots
        if isinstance(value := blank[node.id][key], Fraction)
    ]
    points = aggregated(tree.plan.rubric.score.aggregate, parts)
    return "" if points is None else points
