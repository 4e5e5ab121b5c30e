"""The rubric's tree on the sheet of the working: points, weights, shares, coverage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from scorecard.methods import missing
from scorecard.methods.aggregates import PartCells
from scorecard.methods.headings import Joining, joining_of, live
from scorecard.methods.live import findings
from scorecard.methods.live.expressions import Cells, Live, plain, quoted, total
from scorecard.methods.measures import formula
from scorecard.methods.scales import OPEN, attainable, sentence
from scorecard.model import Scorecard
from scorecard.number import Language, display
from scorecard.rubric.methods import Mark
from scorecard.rubric.nouns import Criterion, Indicator
from scorecard.sheets.book import Cell, Value, put
from scorecard.sheets.form.blanks import (
    blank_end,
    blank_values,
    fill_headings,
    fraction,
)
from scorecard.sheets.form.branches import (
    COLUMNS,
    Node,
    Placed,
    Tree,
    children,
    placed_nodes,
)
from scorecard.sheets.form.ledger import Ledger
from scorecard.sheets.form.places import Plan, inputs_of
from scorecard.wording import Text

Written: TypeAlias = dict[str, tuple[str, Value]]

_HEADS = {
    **{key: f"w_{key}" for key in COLUMNS},
    **{key: key for key in ("state", "value", "weight", "share", "reason")},
    "low": "points",
    "high": "points_high",
    "part_low": "contribution",
    "part_high": "contribution_high",
}
_LEFT_OUT = Text(
    "Tidak berlaku untuk kategori peserta ini.",
    "Not applicable to this category of participants.",
)


def tree_section(ledger: Ledger, plan: Plan, cells: Cells, card: Scorecard) -> Tree:
    """Write every node and the whole; `card` is the blank form's."""
    ledger.heading(plan.word("w_nodes"), *(plan.word(_HEADS[key]) for key in COLUMNS))
    placed = tuple(placed_nodes(plan.rubric.criteria, plan))
    rows = {each.node.id: ledger.row + n for n, each in enumerate(placed)}
    rows[""] = ledger.row + len(placed)
    tree = Tree(plan, ledger.title, placed, rows, ledger, inputs_of(plan))
    blank = blank_values(card)
    fill_headings(tree, blank)
    for each in placed:
        if isinstance(each.node, Indicator):
            written = _indicator(tree, each, cells)
        else:
            written = _criterion(tree, each.node)
        written |= _place_in_whole(tree, each)
        _write(tree, each.node, written, blank[each.node.id])
    _whole(ledger, tree, blank)
    ledger.row += len(placed) + 1
    return tree


def _indicator(tree: Tree, placed: Placed, cells: Cells) -> Written:
    node, rubric = placed.node, tree.plan.rubric
    assert isinstance(node, Indicator)
    if not placed.included:
        return _left_out(cells)
    said = formula(node, cells, rubric)
    here = {key: tree.at(node.id, key) for key in COLUMNS}
    scored = f'IF({here["measured"]}="scored",{{}},"")'
    low, high = findings.points(node, rubric, (here["state"], here["value"]), said)
    ends = (here["low"], here["high"])
    at = findings.FindingCells(
        here["measured"], here["state"], here["value"], *ends, said.sentence
    )
    reason = findings.reason(node, rubric, at, cells.language)
    written: Written = {
        "measured": (said.state, None),
        "state": (findings.state(node, here["measured"], here["value"]), None),
        "value": (scored.format(said.value), None),
        "low": (low, None),
        "high": (high, None),
        "reason": (reason, _blank_reason(tree, node, said, cells.language)),
    }
    for key, part in (("numerator", said.numerator), ("denominator", said.denominator)):
        if part:
            written[key] = (scored.format(part), None)
    return written | _weighing(here)


def _weighing(here: dict[str, str]) -> Written:
    """Say whether an indicator applies, and whether there is evidence for it."""
    covered = ",".join(
        f'{here["state"]}="{each}"' for each in ("scored", "pending", "unreadable")
    )
    return {
        "applies": (f'IF({here["state"]}="not_applicable",0,1)', None),
        "covered": (f"IF(OR({covered}),1,0)", None),
        "judged": (here["applies"], None),
    }


def _left_out(cells: Cells) -> Written:
    """Write an indicator that the participant's category leaves out."""
    words = _LEFT_OUT.in_(cells.language)
    state = ('"not_applicable"', "not_applicable")
    nothing: Written = dict.fromkeys(("low", "high"), ('""', ""))
    zeros: Written = dict.fromkeys(("applies", "covered", "judged"), ("0", 0))
    told: Written = {
        "measured": state,
        "state": state,
        "reason": (quoted(words), words),
    }
    return told | nothing | zeros


def _criterion(tree: Tree, node: Criterion) -> Written:
    inside = children(tree, node.id)
    low, high = ('""', '""')
    if not node.informative:
        how = joining_of(node, tree.plan.rubric)
        ends = ("low_number", "high_number")
        low, high = (
            joined(tree, inside, how, end)
            for end in (reversed(ends) if how.turns else ends)
        )
    flags = ",".join(tree.at(each.id, "applies") for each in inside)
    return {
        "low": (low, None),
        "high": (high, None),
        "applies": (f"MAX({flags})", None),
        "covered": (_weighed(tree, inside, "covered"), None),
        "judged": (_weighed(tree, inside, "judged"), None),
    }


def joined(tree: Tree, nodes: Sequence[Node], how: Joining, column: str) -> str:
    """Join the points of parts, leaving out those that weigh nothing."""
    weighing = [node for node in nodes if tree.weight(node) > 0]
    return live(
        how,
        [
            PartCells(tree.at(node.id, "counted"), tree.at(node.id, column))
            for node in weighing
        ],
    )


def _weighed(tree: Tree, nodes: Sequence[Node], column: str) -> str:
    applying = [(tree.at(n.id, "weight"), tree.at(n.id, "applies")) for n in nodes]
    whole = total([f"{weight}*{flag}" for weight, flag in applying])
    cells = [tree.at(n.id, column) for n in nodes]
    inside = total(
        [
            f"{weight}*{flag}*{cell}"
            for (weight, flag), cell in zip(applying, cells, strict=True)
        ]
    )
    return f"IF({whole}=0,0,{inside}/{whole})"


def _place_in_whole(tree: Tree, placed: Placed) -> Written:
    node, parent = placed.node, placed.parent
    here = {key: tree.at(node.id, key) for key in COLUMNS}
    siblings = children(tree, parent.id if parent else "")
    how = joining_of(parent, tree.plan.rubric)
    whole = total([tree.at(each.id, "counted") for each in siblings])
    if how.aggregate == "sum":
        whole = "100"
    outer = tree.at(parent.id, "share") if parent else "1"
    maximum = plain(tree.plan.rubric.score.maximum)
    written: Written = {
        "counted": (f"IF(ISNUMBER({here['low']}),{here['weight']},0)", None),
        "share": (f"IF({whole}=0,0,{outer}*{here['counted']}/{whole})", None),
        "low_number": (f"IF(ISNUMBER({here['low']}),{here['low']},0)", None),
        "high_number": (f"IF(ISNUMBER({here['high']}),{here['high']},0)", None),
    }
    for column, of in (("part_low", "low"), ("part_high", "high")):
        test = f"AND(ISNUMBER({here[of]}),{here['share']}>0)"
        part = f'IF({test},{here[of + "_number"]}*{here["share"]}*{maximum}/100,"")'
        written[column] = (part if placed.additive else '""', None)
    return written


def _write(tree: Tree, node: Node, written: Written, blank: dict[str, Value]) -> None:
    ledger = tree.ledger
    row = tree.rows[node.id]
    title = node.title.text.in_(ledger.book.language)
    put(ledger.book, ledger.sheet, (row, 0), Cell(node.id, "cell small"))
    put(ledger.book, ledger.sheet, (row, 1), Cell(title, "cell"))
    weight = COLUMNS.index("weight")
    put(ledger.book, ledger.sheet, (row, weight), Cell(tree.weight(node), "cell"))
    blank = blank | {"counted": tree.weight(node) if blank["low"] != "" else 0}
    blank["low_number"] = blank["low"] if blank["low"] != "" else 0
    blank["high_number"] = blank["high"] if blank["high"] != "" else 0
    for key, (expression, value) in written.items():
        known = value if value is not None else blank.get(key, "")
        if key == "reason":
            tree.blank_reasons[node.id] = str(known)
        ledger.cell(row, COLUMNS.index(key), expression, known)


def _whole(ledger: Ledger, tree: Tree, blank: dict[str, dict[str, Value]]) -> None:
    how = joining_of(None, tree.plan.rubric)
    roots = children(tree, "")
    low, high = (blank_end(tree, roots, blank, key) for key in ("low", "high"))
    formulas = {
        "low": (joined(tree, roots, how, "low_number"), low),
        "high": (joined(tree, roots, how, "high_number"), high),
        "covered": (
            _weighed(tree, roots, "covered"),
            fraction(tree, roots, blank, "covered"),
        ),
        "judged": (
            _weighed(tree, roots, "judged"),
            fraction(tree, roots, blank, "judged"),
        ),
    }
    tree.blank_ends.extend((low, high))
    for key, (expression, value) in formulas.items():
        ledger.cell(tree.rows[""], COLUMNS.index(key), expression, value)


def _blank_reason(tree: Tree, node: Indicator, said: Live, language: Language) -> str:
    """Say of a blank form what the formula of the reason says."""
    rubric = tree.plan.rubric
    if isinstance(node.measure, Mark):
        ends = attainable(node.scale)
        points, most = (display(each, rubric.score.places, language) for each in ends)
        scale = sentence(node.scale).in_(language)
        told = OPEN.in_(language).format(points=points, most=most, scale=scale)
    elif node.informative:
        told = ""
    else:
        policy = missing.policy_of(node, rubric)
        told = missing.SENTENCES[policy].in_(language)
    return f"{said.blank} {told}".rstrip()
