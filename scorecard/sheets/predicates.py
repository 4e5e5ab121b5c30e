"""The tables of bands and gates on a compliance sheet, which decide the predicate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from scorecard.methods import gates
from scorecard.methods.live.expressions import quoted
from scorecard.model import Score
from scorecard.rubric.nouns import Band, Gate, Indicator, Rubric
from scorecard.sheets.book import Cell, height_for, put, put_across, tint
from scorecard.sheets.derivation import Derivation
from scorecard.sheets.lines import sentence_case

TITLE, SECOND, FROM, TO = 1, 2, 3, 4
"""Columns of the tables of bands and gates."""


@dataclass(frozen=True, slots=True)
class Place:
    """The sheet, and the header rows of the results, the bands and the gates."""

    derivation: Derivation
    sheet: Worksheet
    results: int
    bands: int
    gates: int


def bands_table(place: Place) -> None:
    """Write the table of bands, best first."""
    book, sheet = place.derivation.book, place.sheet
    put(book, sheet, (place.bands - 1, 0), Cell(book.word("bands"), "heading"))
    zoned = has_zones(place.derivation.rubric)
    last = TITLE if zoned else SECOND
    head = Cell(book.word("band"), "head")
    put_across(book, sheet, (place.bands, TITLE, last), head)
    for column, key in ((FROM, "from"), (TO, "to")):
        put(book, sheet, (place.bands, column), Cell(book.word(key), "head"))
    if zoned:
        put(book, sheet, (place.bands, SECOND), Cell(book.word("zone"), "head"))
    places = f"cell places:{place.derivation.rubric.score.places}"
    for row, band in enumerate(best_first(place.derivation.rubric), place.bands + 1):
        title = Cell(
            band.title.text.in_(book.language), f"cell bold fill:{tint(band.colour)}"
        )
        put_across(book, sheet, (row, TITLE, last), title)
        if zoned:
            zone = band.zone.text.in_(book.language) if band.zone else ""
            put(book, sheet, (row, SECOND), Cell(zone, "cell centre"))
        put(book, sheet, (row, FROM), Cell(band.from_, places))
        put(book, sheet, (row, TO), Cell(band.to, places))


def gates_table(place: Place) -> int:
    """Write the gates and whether each holds the band; give the row after."""
    book, sheet, grid = place.derivation.book, place.sheet, place.derivation.grid
    rubric = place.derivation.rubric
    if not rubric.gates:
        return place.gates - 1
    put(book, sheet, (place.gates - 1, 0), Cell(book.word("gates"), "heading"))
    heads = ((1, 1, "gate"), (2, 2, "of"), (3, 3, "below"), (4, 6, "cap"))
    results = (
        (grid.points, grid.points, "low" if grid.is_interval else "points"),
        (grid.weight, grid.contribution, "outcome"),
    )
    for first, last, key in (*heads, *results):
        head = Cell(book.word(key), "head")
        put_across(book, sheet, (place.gates, first, last), head)
    if grid.is_interval:
        top = Cell(book.word("high"), "head")
        put(book, sheet, (place.gates, grid.points_high), top)
    for row, gate in enumerate(rubric.gates, place.gates + 1):
        _gate(place, gate, row)
    return place.gates + 1 + len(rubric.gates)


def gate_caps(place: Place, *, high: bool) -> Iterator[str]:
    """Give each gate's cap as a place in the table of bands, live."""
    rubric = place.derivation.rubric
    order = [band.id for band in best_first(rubric)]
    for row, gate in enumerate(rubric.gates, place.gates + 1):
        cap = order.index(gate.cap) + 1
        below = xl_rowcol_to_cell(row, FROM)
        points = _points_of(place, gate, high=high)
        held = gates.formula(points, below, cap)
        yield f"IF(ISNUMBER({points}),{held},{_without_points(place, gate, cap)})"


def band_column(place: Place, column: int) -> str:
    """Give the address of a column of the table of bands."""
    last = place.bands + len(place.derivation.rubric.bands.ranges)
    return str(xl_range_abs(place.bands + 1, column, last, column))


def best_first(rubric: Rubric) -> list[Band]:
    """Order the bands from the best to the worst."""
    return sorted(rubric.bands.ranges, key=lambda band: band.from_, reverse=True)


def band_of(rubric: Rubric, band_id: str) -> Band:
    """Find a band."""
    return next(each for each in rubric.bands.ranges if each.id == band_id)


def has_zones(rubric: Rubric) -> bool:
    """Tell whether the rubric names zones beside its bands."""
    return any(band.zone for band in rubric.bands.ranges)


def _without_points(place: Place, gate: Gate, cap: int) -> str:
    """Hold the band where an indicator has no evidence: withholding opens no gate."""
    if not isinstance(place.derivation.rubric.node(gate.of), Indicator):
        return "1"
    missing = quoted(place.derivation.book.word("missing"))
    points = _points_of(place, gate, high=False)
    return f"IF({points}={missing},{cap},1)"


def _gate(place: Place, gate: Gate, row: int) -> None:
    book, sheet = place.derivation.book, place.sheet
    rubric = place.derivation.rubric
    title = sentence_case(gate.title.text.in_(book.language))
    node = sentence_case(rubric.node(gate.of).title.text.in_(book.language))
    cap = band_of(rubric, gate.cap).title.text.in_(book.language)
    put(book, sheet, (row, TITLE), Cell(title, "cell wrap"))
    put(book, sheet, (row, SECOND), Cell(node, "cell wrap"))
    put(book, sheet, (row, FROM), Cell(gate.below, "cell places:2"))
    put_across(book, sheet, (row, TO, TO + 2), Cell(cap, "cell centre wrap"))
    sheet.set_row(row, max(15.0, height_for(title, 36.0), height_for(node, 24.0)))
    score = place.derivation.card.points_of(gate.of)
    if score is None:
        _gate_idle(place, gate, row)
    else:
        _gate_result(place, gate, row, score)


def _gate_idle(place: Place, gate: Gate, row: int) -> None:
    """Tell of a gate without points: it holds where the evidence was withheld."""
    book, grid = place.derivation.book, place.derivation.grid
    none = Cell(book.word("not_assessed"), "cell absent")
    held = any(hit.gate == gate.id for hit in place.derivation.card.gates)
    result = Cell(book.word("hit"), "cell centre") if held else none
    for column in dict.fromkeys((grid.points, grid.points_high)):
        put(book, place.sheet, (row, column), none)
    put_across(book, place.sheet, (row, grid.weight, grid.contribution), result)


def _gate_result(place: Place, gate: Gate, row: int, score: Score) -> None:
    book, sheet, grid = place.derivation.book, place.sheet, place.derivation.grid
    look = f"cell places:{place.derivation.rubric.score.places}"
    low = _points_of(place, gate, high=False)
    put(book, sheet, (row, grid.points), Cell(score.low, look, f"={low}"))
    if grid.is_interval:
        high = f"={_points_of(place, gate, high=True)}"
        put(book, sheet, (row, grid.points_high), Cell(score.high, look, high))
    holds, not_ = book.word("hit"), book.word("no_hit")
    words = gates.Words(holds, holds, not_)
    below = xl_rowcol_to_cell(row, FROM)
    held = f"={gates.word_formula((low, low), below, words)}"
    told = holds if score.low < gate.below else not_
    across = (row, grid.weight, grid.contribution)
    put_across(book, sheet, across, Cell(told, "cell centre", held))


def _points_of(place: Place, gate: Gate, *, high: bool) -> str:
    grid = place.derivation.grid
    return place.derivation.at(gate.of, grid.points_high if high else grid.points)
