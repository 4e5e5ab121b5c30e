"""The derivation table of a compliance sheet: one row an indicator, all live.

An indicator's value comes from its evidence on the sheet "Bukti", its state and points
follow from the value by its scale, shares from the weights, contributions from points
and shares, a criterion's points from its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from xlsxwriter.utility import xl_rowcol_to_cell

from scorecard.methods.aggregates import PartCells
from scorecard.methods.headings import (
    Joining,
    formula,
    joining_of,
    live,
    sentence,
)
from scorecard.methods.live.expressions import quoted
from scorecard.model import CriterionScore, Finding, Score, Scorecard
from scorecard.rubric.nouns import Criterion, Indicator, Rubric
from scorecard.sheets.book import Book
from scorecard.sheets.ledger import Source
from scorecard.sheets.lines import sentence_case
from scorecard.sheets.settled import (
    may_be_absent,
)

Node = CriterionScore | Finding

_ABSENT = "cell absent small wrap"


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the columns of figures stand; a second set for the highest end."""

    value: int = 4
    numerator: int = 5
    denominator: int = 6
    points: int = 7
    points_high: int = 7
    weight: int = 8
    share: int = 9
    contribution: int = 10
    contribution_high: int = 10

    @property
    def is_interval(self) -> bool:
        """Low and high stand in columns of their own."""
        return self.points != self.points_high


SETTLED = Grid()
INTERVAL = Grid(
    points_high=8, weight=9, share=10, contribution=11, contribution_high=12
)


@dataclass(frozen=True, slots=True)
class Derivation:
    """The rows of one scorecard on its sheet, by the node they show.

    `coverage` is the address of the weight covered; empty before it is written, as
    `parts_covered` is: for each heading the addresses of what is covered and judged.
    """

    book: Book
    rubric: Rubric
    card: Scorecard
    grid: Grid
    rows: Mapping[str, int]
    sources: Mapping[str, Source]
    proof: str
    coverage: str = ""
    parts_covered: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def at(self, node: str, column: int) -> str:
        """Give the address of a node's figure."""
        return str(xl_rowcol_to_cell(self.rows[node], column))

    def source(self, indicator: str) -> Source | None:
        """Give the cells of an indicator's figures, as this sheet names them."""
        source = self.sources.get(indicator)
        if source is None:
            return None
        sheet = f"'{self.proof}'!"
        fields = ("numerator", "denominator", "low", "high")
        cells = {key: getattr(source, key) for key in fields}
        there = {key: sheet + cell for key, cell in cells.items() if cell}
        return replace(source, value=sheet + source.value, **there)


def in_order(card: Scorecard) -> tuple[Node, ...]:
    """List criteria and findings as the rubric nests them."""
    return tuple(_below(card, ""))


def node_id(node: Node) -> str:
    """Give the id of the criterion or indicator."""
    return node.criterion if isinstance(node, CriterionScore) else node.indicator


def joined(derivation: Derivation, parent: str, *, high: bool) -> str:
    """Write how a heading's points follow from its parts; empty without any."""
    grid, rubric = derivation.grid, derivation.rubric
    rule = joining_in(rubric, parent)
    points = grid.points_high if high != rule.turns else grid.points
    parts = parts_of(derivation, parent)
    cells = [part_cells(derivation, each, points) for each in parts]
    if not cells:
        return ""
    if any(may_lose_points(derivation, each) for each in parts):
        nothing = quoted(derivation.book.word("not_assessed"))
        return f"={live(rule, cells, nothing)}"
    return f"={formula(rule, cells)}"


def joining_in(rubric: Rubric, criterion: str) -> Joining:
    """Give the rule by which a heading joins its parts; "" is the total."""
    node = rubric.node(criterion) if criterion else None
    return joining_of(node if isinstance(node, Criterion) else None, rubric)


def rule_of(book: Book, rubric: Rubric, criterion: str) -> str:
    """Say how a heading joins its parts."""
    words = sentence(joining_in(rubric, criterion)).in_(book.language)
    return sentence_case(words)


def end(score: Score, *, high: bool) -> Fraction:
    """Give the exact figure of one end."""
    return score.high if high else score.low


def _below(card: Scorecard, parent: str) -> Iterator[Node]:
    for node in children_of(card, parent):
        yield node
        if isinstance(node, CriterionScore):
            yield from _below(card, node.criterion)


def children_of(card: Scorecard, parent: str) -> tuple[Node, ...]:
    """List the headings, then the indicators, right below a heading ("": the total)."""
    return (
        *(each for each in card.criteria if each.parent == parent),
        *(each for each in card.findings if parent and each.criterion == parent),
    )


def parts_of(derivation: Derivation, parent: str) -> list[Node]:
    """List the parts that weigh something, or would if the evidence were another."""
    return [
        each
        for each in children_of(derivation.card, parent)
        if each.weight > 0
        and not each.informative
        and (each.points is not None or may_lose_points(derivation, each))
    ]


def may_lose_points(derivation: Derivation, node: Node) -> bool:
    """Tell whether a part's points may turn into a word, and back."""
    if isinstance(node, CriterionScore):
        inside = parts_of(derivation, node.criterion)
        return any(may_lose_points(derivation, each) for each in inside)
    indicator = derivation.rubric.node(node.indicator)
    if node.indicator not in derivation.sources or not isinstance(indicator, Indicator):
        return False
    return may_be_absent(indicator, derivation.rubric)


def part_cells(derivation: Derivation, node: Node, column: int) -> PartCells:
    points = derivation.at(node_id(node), column)
    weight = derivation.at(node_id(node), derivation.grid.weight)
    if not may_lose_points(derivation, node):
        return PartCells(weight, points)
    return PartCells(f"{weight}*ISNUMBER({points})", f"N({points})")


def adds_up(derivation: Derivation, parent: str) -> bool:
    """Tell whether the points of a heading's parts add up, as far as to the total."""
    if not joining_in(derivation.rubric, parent).adds_up:
        return False
    outer = next((c for c in derivation.card.criteria if c.criterion == parent), None)
    return outer is None or adds_up(derivation, outer.parent)


def rows_from(card: Scorecard, first: int) -> dict[str, int]:
    """Give each node its row, from the first row of the table on."""
    nodes: Sequence[Node] = in_order(card)
    return {node_id(node): row for row, node in enumerate(nodes, first)}
