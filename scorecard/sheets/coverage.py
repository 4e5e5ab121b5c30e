"""How much of the weight has evidence, live: too little of it and nothing is scored.

Each heading's covered part follows from the states of what it holds, as the engine has
it: a level's weights are divided by those that apply there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from scorecard.methods.live.expressions import plain, quoted
from scorecard.methods.missing import blocks, policy_of
from scorecard.model import CriterionScore, Scorecard
from scorecard.rubric.nouns import Criterion, Indicator
from scorecard.sheets.book import Cell
from scorecard.sheets.derivation import (
    Derivation,
    Node,
    children_of,
    may_lose_points,
    node_id,
    parts_of,
)
from scorecard.sheets.ledger import Ledger, figure, table, titled
from scorecard.wording import Text

_COVERED = ("scored", "pending", "unreadable")
_JUDGED = (*_COVERED, "missing")
_KEYS = ("criterion", "covered_part", "judged_part", "applying", "applies")


@dataclass(frozen=True, slots=True)
class _Table:
    """Where the headings' rows stand, and how the derivation's sheet is named."""

    derivation: Derivation
    main: str
    rows: dict[str, int]

    def at(self, criterion: str, column: int) -> str:
        return str(xl_rowcol_to_cell(self.rows[criterion], column))

    def there(self, node: Node, column: int) -> str:
        return f"{self.main}{self.derivation.at(node_id(node), column)}"


def with_coverage(
    derivation: Derivation, main: Worksheet, proof: Worksheet
) -> Derivation:
    """Write the table below all evidence, and tell the derivation where it stands."""
    book, card = derivation.book, derivation.card
    ledger = Ledger(book, proof, row=proof.dim_rowmax + 2)
    heads = (each for each in card.criteria if each.parent or not each.informative)
    names = ["", *(each.criterion for each in heads)]
    rows = {name: row for row, name in enumerate(names, ledger.row + 2)}
    of = _Table(derivation, f"'{main.get_name()}'!", rows)
    titles = {each.criterion: each.title for each in card.criteria}
    whole = Text(book.word("sum"), book.word("sum"))
    lines = [
        [Cell(titled(book, titles.get(name, whole)), "cell wrap"), *_row(of, name)]
        for name in names
    ]
    table(ledger, "coverage_table", _KEYS, lines)
    covered, judged = of.at("", 1), of.at("", 2)
    live = f"=IF({judged}=0,0,100*{covered}/{judged})"
    cell = Cell(card.coverage, "cell places:2 bold", live)
    ledger.row -= 1
    sheet = f"'{proof.get_name()}'!"
    parts = {
        name: (sheet + of.at(name, 1), sheet + of.at(name, 2)) for name in names if name
    }
    whole_part = sheet + figure(ledger, book.word("coverage"), cell)
    return replace(derivation, coverage=whole_part, parts_covered=parts)


def is_scored(derivation: Derivation, coverage: str) -> str:
    """Test whether there is a total at all; empty where there always is."""
    rubric, grid = derivation.rubric, derivation.grid
    missing = quoted(derivation.book.word("missing"))
    tests = [
        f"{derivation.at(each.indicator, grid.value)}<>{missing}"
        for each in derivation.card.findings
        if not each.informative
        and isinstance(node := rubric.node(each.indicator), Indicator)
        and blocks(policy_of(node, rubric))
    ]
    for heading, (covered, judged) in derivation.parts_covered.items():
        node = rubric.node(heading)
        if isinstance(node, Criterion) and node.coverage and not node.informative:
            part = f"IF({judged}=0,100,100*{covered}/{judged})"
            tests.append(f"ROUND({part},10)>={plain(node.coverage)}")
    if rubric.score.coverage > 0:
        tests.append(f"ROUND({coverage},10)>={plain(rubric.score.coverage)}")
    if tests:
        return f"AND({','.join(tests)})"
    parts = parts_of(derivation, "")
    return "TRUE" if any(may_lose_points(derivation, each) for each in parts) else ""


def _row(of: _Table, criterion: str) -> list[Cell]:
    card = of.derivation.card
    every = [
        each
        for each in children_of(card, criterion)
        if criterion or not each.informative
    ]
    heavy = [each for each in every if not each.informative]
    whole = of.at(criterion, 3)
    cells = []
    for column, states in ((1, _COVERED), (2, _JUDGED)):
        inside = _sum(of, heavy, column, states)
        live = f"=IF({whole}>0,({inside})/{whole},0)"
        cells.append(Cell(_part(card, criterion, states), "cell centre places:4", live))
    weight = f"={_sum(of, heavy, 4, _JUDGED)}"
    cells.append(Cell(_applying(card, criterion), "cell centre places:2", weight))
    any_ = "+".join(_seen(of, each, 4, _JUDGED) for each in every) or "0"
    applies = int(any(_applies(card, each) for each in every))
    return [*cells, Cell(applies, "cell centre", f"=IF(({any_})>0,1,0)")]


def _sum(
    of: _Table, nodes: Sequence[Node], column: int, states: tuple[str, ...]
) -> str:
    grid = of.derivation.grid
    terms = (
        f"{of.there(each, grid.weight)}*{_seen(of, each, column, states)}"
        for each in nodes
    )
    return "+".join(terms) or "0"


def _seen(of: _Table, node: Node, column: int, states: tuple[str, ...]) -> str:
    """Say which part of a node counts: a heading's own, an indicator's by its state."""
    if isinstance(node, CriterionScore):
        return of.at(node.criterion, column)
    value, book = of.there(node, of.derivation.grid.value), of.derivation.book
    words = [f"({value}={quoted(book.word(each))})" for each in states[1:]]
    return f"({'+'.join((f'ISNUMBER({value})', *words))})"


def _applies(card: Scorecard, node: Node) -> bool:
    if isinstance(node, CriterionScore):
        return any(_applies(card, each) for each in children_of(card, node.criterion))
    return node.state in _JUDGED


def _applying(card: Scorecard, criterion: str) -> Fraction:
    every = children_of(card, criterion)
    weights = (each.weight for each in every if _applies(card, each))
    return sum(weights, Fraction(0))


def _part(card: Scorecard, criterion: str, states: tuple[str, ...]) -> Fraction:
    whole, inside = _applying(card, criterion), Fraction(0)
    if whole == 0:
        return whole
    for each in children_of(card, criterion):
        if isinstance(each, CriterionScore):
            applies = _applies(card, each)
            part = _part(card, each.criterion, states) if applies else Fraction(0)
            inside += each.weight * part
        else:
            inside += each.weight * (each.state in states)
    return inside / whole
