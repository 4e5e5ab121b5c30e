"""Total, coverage and band as lines of the working: both ends of what is possible."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from xlsxwriter.utility import xl_range_abs

from scorecard.methods import bands, gates, rounding
from scorecard.methods.live.expressions import plain
from scorecard.methods.missing import blocks, policy_of
from scorecard.model import Scorecard
from scorecard.rubric.nouns import Criterion, Gate, Indicator
from scorecard.sheets import formulas
from scorecard.sheets.book import Value
from scorecard.sheets.form.branches import Tree
from scorecard.sheets.form.page import Page
from scorecard.sheets.form.places import named
from scorecard.sheets.form.tables import FROM, TITLE, ZONE, best_first


@dataclass(frozen=True, slots=True)
class End:
    """Addresses of one end: the exact total, as published, and its band's place."""

    exact: str
    published: str
    position: str


@dataclass(frozen=True, slots=True)
class Results:
    """Addresses of the results, and of the columns of the table of bands."""

    scored: str
    coverage: str
    low: End
    high: End
    titles: str
    zones: str


def results(page: Page, table: int) -> Results:
    """Write the results; the table of bands has its header in the row `table`."""
    last = table + len(page.plan.rubric.bands.ranges)
    sheet = named(page.sheet.get_name())
    starts, titles, zones = (
        f"{sheet}!{xl_range_abs(table + 1, column, last, column)}"
        for column in (FROM, TITLE, ZONE)
    )
    page.tree.ledger.heading(page.plan.word("w_results"))
    scored, covered = _is_scored(page.tree, page.card)
    low, high = (
        _end(page.tree, page.card, starts, high=high) for high in (False, True)
    )
    return Results(scored, covered, low, high, titles, zones)


def blocking(tree: Tree) -> list[str]:
    """List the indicators without which nothing is scored."""
    return [
        each.node.id
        for each in tree.placed
        if isinstance(each.node, Indicator)
        and each.included
        and not each.node.informative
        and blocks(policy_of(each.node, tree.plan.rubric))
    ]


def headings_with_coverage(tree: Tree) -> list[Criterion]:
    """List the headings that ask for evidence of a part of their weight."""
    return [
        each.node
        for each in tree.placed
        if isinstance(each.node, Criterion)
        and not each.node.informative
        and each.node.coverage
    ]


def covered_part(tree: Tree, heading: Criterion) -> str:
    """Write the per cent of a heading's weight that has evidence; 100 of nothing."""
    covered, judged = (tree.at(heading.id, key) for key in ("covered", "judged"))
    return f"IF({judged}=0,100,100*{covered}/{judged})"


def _is_scored(tree: Tree, card: Scorecard) -> tuple[str, str]:
    """Write whether there is a total, and the coverage."""
    rubric, ledger = tree.plan.rubric, tree.ledger
    covered, judged = tree.at("", "covered"), tree.at("", "judged")
    (share,) = ledger.line(
        "coverage",
        tree.plan.word("coverage"),
        (f"IF({judged}=0,0,100*{covered}/{judged})", card.coverage),
    )
    blocks = [f'{tree.at(each, "state")}="missing"' for each in blocking(tree)]
    tests = [f"ISNUMBER({tree.at('', 'low')})"]
    tests += [f"NOT(OR({','.join(blocks)}))"] if blocks else []
    tests.append(f"ROUND({share},10)>={plain(rubric.score.coverage)}")
    tests += [
        f"ROUND({covered_part(tree, each)},10)>={plain(each.coverage)}"
        for each in headings_with_coverage(tree)
    ]
    value = int(card.total is not None)
    (scored,) = ledger.line("scored", "", (f"IF(AND({','.join(tests)}),1,0)", value))
    return scored, share


def _end(tree: Tree, card: Scorecard, starts: str, *, high: bool) -> End:
    rubric, ledger = tree.plan.rubric, tree.ledger
    score, key = rubric.score, "high" if high else "low"
    points, blank = tree.at("", key), _blank_end(tree, high=high)
    scaled = formulas.scaled(points, score.maximum).removeprefix("=")
    exact = f'IF(ISNUMBER({points}),{scaled},"")'
    (whole,) = ledger.line(f"total_{key}", tree.plan.word("total"), (exact, blank))
    rounded = rounding.formula(whole, score.places, score.mode)
    known: Value = ""
    if isinstance(blank, Fraction):
        known = Fraction(rounding.published(blank, score))
    live = f'IF(ISNUMBER({whole}),{rounded},"")'
    (shown_,) = ledger.line(f"published_{key}", "", (live, known))
    on_exact = score.bands_on == "exact"
    decides = whole if on_exact else shown_
    base = bands.formula(decides, starts, len(rubric.bands.ranges))
    held = bands.capped_formula(base, _caps(tree, key))
    position = f'IF(ISNUMBER({whole}),{held},"")'
    place = _place(tree, card, blank if on_exact else known, key)
    (band,) = ledger.line(f"band_{key}", tree.plan.word("band"), (position, place))
    return End(whole, shown_, band)


def _blank_end(tree: Tree, *, high: bool) -> Value:
    points = tree.blank_ends[int(high)]
    if isinstance(points, Fraction):
        return points * tree.plan.rubric.score.maximum / 100
    return points


def _caps(tree: Tree, key: str) -> list[str]:
    rubric = tree.plan.rubric
    order = [band.id for band in best_first(rubric)]
    return [
        gates.formula(
            tree.at(gate.of, key),
            plain(gate.below),
            order.index(gate.cap) + 1,
            tree.absent(gate.of),
        )
        for gate in rubric.gates
    ]


def _place(tree: Tree, card: Scorecard, total: Value, key: str) -> Value:
    """Number the band of the blank form from the best (1)."""
    if not isinstance(total, Fraction):
        return ""
    rubric = tree.plan.rubric
    order = [band.id for band in best_first(rubric)]
    free = bands.band_at(total, str(total), rubric)
    caps = [order.index(gate.cap) for gate in rubric.gates if _holds(gate, card, key)]
    return 1 + max((order.index(free.id), *caps))


def _holds(gate: Gate, card: Scorecard, key: str) -> bool:
    """Tell whether a gate holds a band of the blank form."""
    finding = card.finding(gate.of)
    if finding and finding.state == "missing" and not finding.informative:
        return True
    points = card.points_of(gate.of)
    if points is None:
        return False
    return (points.low if key == "low" else points.high) < gate.below
