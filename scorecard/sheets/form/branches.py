"""The rubric's tree as the form places it: who stands where, and on which line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

from scorecard.methods.headings import joining_of
from scorecard.rubric.nouns import Criterion, Indicator
from scorecard.sheets.book import Value
from scorecard.sheets.form.ledger import Ledger
from scorecard.sheets.form.places import Input, Plan, at
from scorecard.tree import applies, tailored_weight

Node: TypeAlias = Criterion | Indicator

COLUMNS = (
    *("key", "title", "measured", "state", "value", "numerator", "denominator"),
    *("low", "high", "weight", "counted", "applies", "covered", "judged"),
    *("share", "part_low", "part_high", "low_number", "high_number", "reason"),
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A node with its heading, its depth, and whether it is judged and additive."""

    node: Node
    parent: Criterion | None
    depth: int
    included: bool
    additive: bool

    @property
    def beside(self) -> bool:
        """Tell whether the node is only shown, by itself or under such a heading."""
        return self.node.informative or bool(self.parent and self.parent.informative)


@dataclass(frozen=True, slots=True)
class Tree:
    """The nodes in order, and where each stands on the sheet of the working."""

    plan: Plan
    title: str
    placed: tuple[Placed, ...]
    rows: Mapping[str, int]
    ledger: Ledger
    inputs: Mapping[str, Input]
    blank_ends: list[Value] = field(default_factory=list)
    blank_reasons: dict[str, str] = field(default_factory=dict)
    blank_thin: list[tuple[Criterion, Fraction]] = field(default_factory=list)

    def at(self, node: str, column: str) -> str:
        """Give the address of a node's cell; "" is the whole."""
        return at(self.title, self.rows[node], COLUMNS.index(column))

    def absent(self, node: str) -> str:
        """Test whether the evidence of an indicator that is judged is missing."""
        placed = next(each for each in self.placed if each.node.id == node)
        if isinstance(placed.node, Criterion) or placed.beside:
            return "FALSE"
        return f'{self.at(node, "state")}="missing"'

    def weight(self, node: Node) -> Fraction:
        """Give a node's weight in the plan's category."""
        return tailored_weight(node, self.plan.category.id, self.plan.rubric)


def placed_nodes(
    nodes: Sequence[Node], plan: Plan, above: Placed | None = None
) -> Iterator[Placed]:
    """Walk the nodes in order, each heading before what it holds."""
    heading = above.node if above else None
    assert heading is None or isinstance(heading, Criterion)
    how = joining_of(heading, plan.rubric)
    for node in nodes:
        here = Placed(
            node,
            heading,
            above.depth + 1 if above else 0,
            applies(node, plan.category.id, plan.rubric)
            and (above is None or above.included),
            how.adds_up and (above is None or above.additive),
        )
        yield here
        if isinstance(node, Criterion):
            yield from placed_nodes(node.children, plan, here)


def children(tree: Tree, parent: str) -> list[Node]:
    """List what a heading holds; "" is the whole."""
    return [
        each.node
        for each in tree.placed
        if (each.parent.id if each.parent else "") == parent
    ]
