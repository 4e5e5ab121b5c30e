"""The cells of one row of the derivation table: state, value, points, share, part."""

from __future__ import annotations

from fractions import Fraction

from scorecard.methods.live.expressions import quoted
from scorecard.methods.scales import formula
from scorecard.model import CriterionScore, Finding, Score
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Indicator
from scorecard.sheets import formulas
from scorecard.sheets.book import Cell
from scorecard.sheets.derivation import (
    Derivation,
    Node,
    adds_up,
    end,
    joined,
    joining_in,
    may_lose_points,
    node_id,
    part_cells,
    parts_of,
)
from scorecard.sheets.lines import interval_words
from scorecard.sheets.settled import points_formula, side_formula, state_formula

_ABSENT = "cell absent small wrap"


def figures(derivation: Derivation, node: Node, parent: str) -> dict[int, Cell]:
    """Make the cells of figures of one row, by column."""
    grid, look = derivation.grid, _look(node)
    cells = {
        grid.points: _points(derivation, node, high=False),
        grid.weight: _weight(derivation, node),
        grid.share: _share(derivation, node, parent),
        grid.contribution: _contribution(derivation, node, parent, high=False),
    }
    if grid.is_interval:
        cells[grid.points_high] = _points(derivation, node, high=True)
        cells[grid.contribution_high] = _contribution(
            derivation, node, parent, high=True
        )
    if isinstance(node, Finding):
        cells |= _measured(derivation, node)
    else:
        blank = Cell("", look)
        cells |= dict.fromkeys((grid.value, grid.numerator, grid.denominator), blank)
    return cells


def _look(node: Node) -> str:
    return "cell group" if isinstance(node, CriterionScore) else "cell"


def _points(derivation: Derivation, node: Node, *, high: bool) -> Cell:
    look = f"{_look(node)} places:{derivation.rubric.score.places}"
    points = node.points
    if points and points.is_interval and not derivation.grid.is_interval:
        return _interval(derivation, node, points)
    if points is None and node.informative:
        return Cell(derivation.book.word("informative"), _ABSENT)
    if isinstance(node, Finding):
        live = _scaled(derivation, node, high=high)
    else:
        live = joined(derivation, node.criterion, high=high)
    if points is None:
        return _without(derivation, node, live)
    return Cell(end(points, high=high), look, live)


def _interval(derivation: Derivation, node: Node, points: Score) -> Cell:
    """Write both ends as words, where only what is informative is open."""
    ends = points.published_low, points.published_high
    words, live = interval_words(derivation.book, *ends), ""
    if isinstance(node, Finding) and node.indicator in derivation.sources:
        value = derivation.at(node.indicator, derivation.grid.value)
        settled = _scaled(derivation, node, high=False).removeprefix("=")
        live = f"=IF(ISNUMBER({value}),{settled},{quoted(words)})"
    return Cell(words, "cell centre small wrap", live)


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


def _without(derivation: Derivation, node: Node, live: str) -> Cell:
    if isinstance(node, Finding):
        return Cell(derivation.book.word(node.state), _ABSENT, live)
    return Cell(derivation.book.word("not_assessed"), _ABSENT, live)


def _weight(derivation: Derivation, node: Node) -> Cell:
    if node.informative:
        return Cell(derivation.book.word("informative"), _ABSENT)
    return Cell(node.weight, _look(node) + " places:2")


def _share(derivation: Derivation, node: Node, parent: str) -> Cell:
    look = _look(node) + " percent"
    if node.informative:
        return Cell("", _look(node))
    parts = parts_of(derivation, parent)
    if node not in parts:
        return Cell(node.share, look)
    low = derivation.grid.points
    weights = {
        node_id(each): part_cells(derivation, each, low).weight for each in parts
    }
    additive = joining_in(derivation.rubric, parent).aggregate == "sum"
    whole = ["100"] if additive else list(weights.values())
    outer = derivation.at(parent, derivation.grid.share) if parent else "1"
    live = formulas.local_share(weights[node_id(node)], whole, outer)
    if not additive and any(may_lose_points(derivation, each) for each in parts):
        live = f"=IF(({'+'.join(whole)})>0,{live.removeprefix('=')},0)"
    return Cell(node.share, look, live)


def _contribution(
    derivation: Derivation, node: Node, parent: str, *, high: bool
) -> Cell:
    grid = derivation.grid
    look = f"{_look(node)} places:{derivation.rubric.score.places}"
    points = derivation.at(node_id(node), grid.points_high if high else grid.points)
    share = derivation.at(node_id(node), grid.share)
    live = formulas.contribution(points, share, derivation.rubric.score.maximum)
    varies = node in parts_of(derivation, parent) and may_lose_points(derivation, node)
    if varies and adds_up(derivation, parent):
        there = f"AND(ISNUMBER({points}),{share}>0)"
        live = f'=IF({there},{live.removeprefix("=")},"")'
    elif node.contribution is None:
        return Cell("", _look(node))
    part = node.contribution
    return Cell(end(part, high=high) if part else "", look, live)


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
        grid.value: cell(finding.value, 2, _value(derivation, finding)),
        grid.numerator: cell(finding.numerator, 0, live[0]),
        grid.denominator: cell(finding.denominator, 0, live[1]),
    }


def _value(derivation: Derivation, finding: Finding) -> str:
    """Quote the value; a number that is no level of the scale cannot be read."""
    source = derivation.source(finding.indicator)
    if source is None:
        return ""
    node = derivation.rubric.node(finding.indicator)
    if not isinstance(node, Indicator) or not isinstance(node.scale, verb.Levels):
        return f"={source.value}"
    points = formula(node.scale, source.value)
    unread = quoted(derivation.book.word("unreadable"))
    there = f"OR(NOT(ISNUMBER({source.value})),ISNUMBER({points}))"
    return f"=IF({there},{source.value},{unread})"


def state_cell(derivation: Derivation, finding: Finding) -> Cell:
    """Say in which state the evidence leaves the indicator."""
    word = derivation.book.word(finding.state)
    live = ""
    if finding.indicator in derivation.sources:
        value = derivation.at(finding.indicator, derivation.grid.value)
        live = state_formula(derivation.book, value)
    return Cell(word, "cell centre wrap", live)
