"""The tables of bands and gates on the sheet of the score."""

from __future__ import annotations

from scorecard.methods import gates
from scorecard.methods.live.expressions import plain
from scorecard.rubric.nouns import Band, Gate, Rubric
from scorecard.sheets.book import Cell, height_for, tint
from scorecard.sheets.form.page import Page
from scorecard.sheets.lines import sentence_case

TITLE, FROM, TO, ZONE = 1, 2, 3, 4
_SPANS = (
    *((1, 1, "gate"), (2, 3, "gate_of"), (4, 4, "gate_below")),
    *((5, 7, "gate_cap"), (8, 9, "gate_now")),
)


def best_first(rubric: Rubric) -> list[Band]:
    """Order the bands from the best to the worst."""
    return sorted(rubric.bands.ranges, key=lambda band: band.from_, reverse=True)


def bands_table(page: Page, row: int) -> int:
    """Write the bands from the best to the worst; give the row after."""
    plan = page.plan
    page.put(row, TITLE, Cell(plan.word("bands"), "heading"))
    zoned = any(band.zone for band in plan.rubric.bands.ranges)
    heads = [(TITLE, "band"), (FROM, "from"), (TO, "upto")]
    heads += [(ZONE, "zone")] if zoned else []
    for column, key in heads:
        page.put(row + 1, column, Cell(plan.word(key), "head"))
    places = f"cell middle places:{plan.rubric.score.places} inset"
    for here, band in enumerate(best_first(plan.rubric), row + 2):
        title = band.title.text.in_(plan.language)
        fill = f" fill:{tint(band.colour)}"
        page.put(here, TITLE, Cell(title, f"cell bold wrap middle indent:1{fill}"))
        page.put(here, FROM, Cell(band.from_, places))
        page.put(here, TO, Cell(band.to, places))
        if zoned:
            zone = band.zone.text.in_(plan.language) if band.zone else ""
            page.put(here, ZONE, Cell(zone, "cell centre middle"))
        page.sheet.set_row(here, max(18.0, height_for(title, 36.0, "bold")))
    return row + 2 + len(plan.rubric.bands.ranges)


def gates_table(page: Page, row: int) -> int:
    """Write the gates and whether each holds the band; give the row after."""
    plan, rubric = page.plan, page.plan.rubric
    if not rubric.gates:
        return row
    page.put(row, TITLE, Cell(plan.word("gates"), "heading"))
    for first, last, key in _SPANS:
        page.across(row + 1, (first, last), Cell(plan.word(key), "head"))
    page.sheet.set_row(row + 1, 30)
    for here, gate in enumerate(rubric.gates, row + 2):
        _gate(page, gate, here)
    return row + 2 + len(rubric.gates)


def _gate(page: Page, gate: Gate, row: int) -> None:
    plan, rubric = page.plan, page.plan.rubric
    title = sentence_case(gate.title.text.in_(plan.language))
    node = sentence_case(rubric.node(gate.of).title.text.in_(plan.language))
    cap = next(band for band in rubric.bands.ranges if band.id == gate.cap)
    page.put(row, 1, Cell(title, "cell wrap middle indent:1"))
    page.across(row, (2, 3), Cell(node, "cell wrap middle indent:1"))
    page.put(row, 4, Cell(gate.below, "cell places:2 middle inset"))
    words = cap.title.text.in_(plan.language)
    page.across(row, (5, 7), Cell(words, "cell centre middle wrap"))
    live = f"={_holding(page, gate)}"
    page.across(row, (8, 9), Cell(_blank(page, gate), "cell centre middle", live))
    tall = max(height_for(title, 36.0), height_for(node, 24.0))
    page.sheet.set_row(row, max(19.0, tall))


def _holding(page: Page, gate: Gate) -> str:
    """Say whether a gate holds the band, may hold it, or does not."""
    low, high = (page.tree.at(gate.of, key) for key in ("low", "high"))
    keys = ("holds", "holds_maybe", "holds_not")
    words = gates.Words(*(page.plan.word(key) for key in keys))
    absent = page.tree.absent(gate.of)
    return gates.word_formula((low, high), plain(gate.below), words, absent)


def _blank(page: Page, gate: Gate) -> str:
    finding = page.card.finding(gate.of)
    if finding and finding.state == "missing" and not finding.informative:
        return page.plan.word("holds")
    points = page.card.points_of(gate.of)
    if points is None:
        return "–"
    if points.high < gate.below:
        return page.plan.word("holds")
    return page.plan.word("holds_maybe" if points.low < gate.below else "holds_not")
