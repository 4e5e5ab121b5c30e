"""The derivation table of a compliance sheet: one row an indicator, all live.

An indicator's value comes from its evidence on the sheet "Bukti", its state and points
follow from the value by its scale, shares from the weights, contributions from points
and shares, a criterion's points from its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from xlsxwriter.utility import xl_rowcol_to_cell

from scorecard.methods.aggregates import SENTENCES, PartCells
from scorecard.methods.aggregates import formula as aggregate_formula
from scorecard.model import CriterionScore, Finding, Score, Scorecard
from scorecard.rubric.methods import Aggregate
from scorecard.rubric.nouns import Criterion, Indicator, Rubric
from scorecard.sheets import formulas
from scorecard.sheets.book import Book, Cell
from scorecard.sheets.ledger import Source
from scorecard.sheets.lines import interval_words, sentence_case
from scorecard.sheets.settled import points_formula, side_formula, state_formula

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
    """The rows of one scorecard on its sheet, by the node they show."""

    book: Book
    rubric: Rubric
    card: Scorecard
    grid: Grid
    rows: Mapping[str, int]
    sources: Mapping[str, Source]
    proof: str

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


def parts_of(derivation: Derivation, parent: str, *, high: bool) -> list[PartCells]:
    """Give the cells of the parts that weigh something in a heading's points."""
    grid = derivation.grid
    points = grid.points_high if high else grid.points
    return [
        PartCells(
            derivation.at(node_id(each), grid.weight),
            derivation.at(node_id(each), points),
        )
        for each in _children(derivation.card, parent)
        if each.points is not None and each.weight > 0
    ]


def figures(derivation: Derivation, node: Node, parent: str) -> dict[int, Cell]:
    """Make the cells of figures of one row, by column."""
    grid, look = derivation.grid, _look(node)
    cells = {
        grid.points: _points(derivation, node, high=False),
        grid.weight: _weight(derivation, node),
        grid.share: _share(derivation, node, parent),
        grid.contribution: _contribution(derivation, node, high=False),
    }
    if grid.is_interval:
        cells[grid.points_high] = _points(derivation, node, high=True)
        cells[grid.contribution_high] = _contribution(derivation, node, high=True)
    if isinstance(node, Finding):
        cells |= _measured(derivation, node)
    else:
        blank = Cell("", look)
        cells |= dict.fromkeys((grid.value, grid.numerator, grid.denominator), blank)
    return cells


def aggregate_of(rubric: Rubric, criterion: str) -> Aggregate:
    """Give the rule by which a heading joins its parts; "" is the total."""
    node = rubric.node(criterion) if criterion else None
    return node.aggregate if isinstance(node, Criterion) else rubric.score.aggregate


def rule_of(book: Book, rubric: Rubric, criterion: str) -> str:
    """Say how a heading joins its parts."""
    words = SENTENCES[aggregate_of(rubric, criterion)].in_(book.language)
    return sentence_case(words)


def end(score: Score, *, high: bool) -> Fraction:
    """Give the exact figure of one end."""
    return score.high if high else score.low


def _below(card: Scorecard, parent: str) -> Iterator[Node]:
    for node in _children(card, parent):
        yield node
        if isinstance(node, CriterionScore):
            yield from _below(card, node.criterion)


def _children(card: Scorecard, parent: str) -> tuple[Node, ...]:
    return (
        *(each for each in card.criteria if each.parent == parent),
        *(each for each in card.findings if parent and each.criterion == parent),
    )


def _look(node: Node) -> str:
    return "cell group" if isinstance(node, CriterionScore) else "cell"


def _points(derivation: Derivation, node: Node, *, high: bool) -> Cell:
    look = f"{_look(node)} places:{derivation.rubric.score.places}"
    if node.points is None:
        return _without(derivation, node)
    if node.points.is_interval and not derivation.grid.is_interval:
        ends = (node.points.published_low, node.points.published_high)
        return Cell(interval_words(derivation.book, *ends), "cell centre small wrap")
    value = end(node.points, high=high)
    if isinstance(node, Finding):
        return Cell(value, look, _scaled(derivation, node, high=high))
    parts = parts_of(derivation, node.criterion, high=high)
    rule = aggregate_of(derivation.rubric, node.criterion)
    return Cell(value, look, f"={aggregate_formula(rule, parts)}" if parts else "")


def _scaled(derivation: Derivation, finding: Finding, *, high: bool) -> str:
    """Put the value's cell on the indicator's scale."""
    indicator = derivation.rubric.node(finding.indicator)
    source = derivation.source(finding.indicator)
    if source is None or not isinstance(indicator, Indicator):
        return ""
    value = derivation.at(finding.indicator, derivation.grid.value)
    low_end, high_end = points_formula(
        derivation.book, derivation.rubric, indicator, (value, source)
    )
    return high_end if high else low_end


def _without(derivation: Derivation, node: Node) -> Cell:
    if node.informative:
        return Cell(derivation.book.word("informative"), _ABSENT)
    if isinstance(node, Finding):
        return Cell(derivation.book.word(node.state), _ABSENT)
    return Cell(derivation.book.word("not_assessed"), _ABSENT)


def _weight(derivation: Derivation, node: Node) -> Cell:
    if node.informative:
        return Cell(derivation.book.word("informative"), _ABSENT)
    return Cell(node.weight, _look(node) + " places:2")


def _share(derivation: Derivation, node: Node, parent: str) -> Cell:
    look = _look(node) + " percent"
    if node.informative:
        return Cell("", _look(node))
    siblings = [
        each for each in _children(derivation.card, parent) if each.points is not None
    ]
    if node not in siblings or not node.weight:
        return Cell(node.share, look)
    weight = derivation.grid.weight
    outer = derivation.at(parent, derivation.grid.share) if parent else "1"
    if aggregate_of(derivation.rubric, parent) == "sum":
        whole = ["100"]
    else:
        weighing = (each for each in siblings if each.weight)
        whole = [derivation.at(node_id(each), weight) for each in weighing]
    own = derivation.at(node_id(node), weight)
    return Cell(node.share, look, formulas.local_share(own, whole, outer))


def _contribution(derivation: Derivation, node: Node, *, high: bool) -> Cell:
    if node.contribution is None:
        return Cell("", _look(node))
    grid = derivation.grid
    points = grid.points_high if high else grid.points
    formula = formulas.contribution(
        derivation.at(node_id(node), points),
        derivation.at(node_id(node), grid.share),
        derivation.rubric.score.maximum,
    )
    look = f"{_look(node)} places:{derivation.rubric.score.places}"
    return Cell(end(node.contribution, high=high), look, formula)


def _measured(derivation: Derivation, finding: Finding) -> dict[int, Cell]:
    grid, source = derivation.grid, derivation.source(finding.indicator)
    value = derivation.at(finding.indicator, grid.value)
    sides = (source.numerator, source.denominator) if source else ("", "")
    live = [side_formula(value, sides, own) if own else "" for own in sides]
    word = derivation.book.word(finding.state)
    absent = Cell("" if finding.state == "scored" else word, _ABSENT)

    def cell(figure: Fraction | None, places: int, formula: str) -> Cell:
        look = _ABSENT if figure is None else f"cell places:{places}"
        return Cell(absent.value if figure is None else figure, look, formula)

    return {
        grid.value: cell(finding.value, 2, f"={source.value}" if source else ""),
        grid.numerator: cell(finding.numerator, 0, live[0]),
        grid.denominator: cell(finding.denominator, 0, live[1]),
    }


def state_cell(derivation: Derivation, finding: Finding) -> Cell:
    """Say in which state the evidence leaves the indicator."""
    word = derivation.book.word(finding.state)
    live = ""
    if finding.indicator in derivation.sources:
        value = derivation.at(finding.indicator, derivation.grid.value)
        live = state_formula(derivation.book, value)
    return Cell(word, "cell centre wrap", live)


def rows_from(card: Scorecard, first: int) -> dict[str, int]:
    """Give each node its row, from the first row of the table on."""
    nodes: Sequence[Node] = in_order(card)
    return {node_id(node): row for row, node in enumerate(nodes, first)}
