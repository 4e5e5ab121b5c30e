"""The foot of a compliance sheet: total, rounding, bands and gates, all live."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from scorecard.methods import bands, rounding
from scorecard.methods.live.expressions import quoted
from scorecard.model import Score
from scorecard.number import exact, tidy
from scorecard.rubric.nouns import Rubric
from scorecard.sheets import formulas
from scorecard.sheets.book import Book, Cell, height_for, put, put_across, tint
from scorecard.sheets.coverage import is_scored
from scorecard.sheets.derivation import (
    Derivation,
    end,
    joined,
    rule_of,
)
from scorecard.sheets.lines import band_words
from scorecard.sheets.predicates import (
    FROM,
    SECOND,
    TITLE,
    Place,
    band_column,
    band_of,
    bands_table,
    gate_caps,
    gates_table,
    has_zones,
)

_POINTS, _EXACT, _PUBLISHED, _UNCAPPED, _BAND, _ZONE = range(1, 7)
"""Rows of the results, counted from their header."""


@dataclass(frozen=True, slots=True)
class Foot:
    """Where the results stand, to be quoted at the head; and the row after."""

    published: str = ""
    published_high: str = ""
    band: str = ""
    zone: str = ""
    after: int = 0


def totals(derivation: Derivation, sheet: Worksheet, row: int) -> Foot:
    """Write the totals from a row on; without a total, why there is none."""
    heading = Cell(derivation.book.word("totals"), "heading")
    put(derivation.book, sheet, (row, 0), heading)
    total = derivation.card.total
    if total is None:
        return _no_total(derivation, sheet, row + 1)
    starts = row + 9 + has_zones(derivation.rubric)
    gates = starts + 3 + len(derivation.rubric.bands.ranges)
    place = Place(derivation, sheet, row + 1, starts, gates)
    _labels(place)
    for high in (False, True) if derivation.grid.is_interval else (False,):
        _figures(place, total, high=high)
        _predicates(place, total, high=high)
    bands_table(place)
    return _foot(place, gates_table(place))


def _no_total(derivation: Derivation, sheet: Worksheet, row: int) -> Foot:
    book, card = derivation.book, derivation.card
    words = band_words(book, derivation.rubric, card)
    reason = card.reason.in_(book.language)
    told = reason if reason.startswith(words) else f"{words}. {reason}"
    last = derivation.grid.contribution_high
    put_across(book, sheet, (row, TITLE, last), Cell(told, "cell wrap bold"))
    sheet.set_row(row, height_for(told, 110.0, "bold"))
    return Foot(after=row + 1)


def _labels(place: Place) -> None:
    book, rubric = place.derivation.book, place.derivation.rubric
    grid = place.derivation.grid
    labels = dict(_label_words(book, rubric))
    head = {TITLE: "outcome", FROM: "how", grid.points: "figure"}
    if grid.is_interval:
        head |= {grid.points: "low", grid.points_high: "high"}
    spans = ((TITLE, SECOND), (FROM, grid.points - 1))
    for first, last in spans:
        title = Cell(book.word(head[first]), "head")
        put_across(book, place.sheet, (place.results, first, last), title)
    for column in dict.fromkeys((grid.points, grid.points_high)):
        title = Cell(book.word(head[column]), "head")
        put(book, place.sheet, (place.results, column), title)
    for down, (label, rule) in labels.items():
        row = place.results + down
        look = "cell wrap bold" if down in (_PUBLISHED, _BAND) else "cell wrap"
        put_across(book, place.sheet, (row, *spans[0]), Cell(label, look))
        put_across(book, place.sheet, (row, *spans[1]), Cell(rule, "cell wrap small"))
        place.sheet.set_row(row, max(_tallest(place, down), height_for(rule, 44.0)))


def _tallest(place: Place, down: int) -> float:
    """Give the height that the longest word of a row of predicates needs."""
    ranges = place.derivation.rubric.bands.ranges
    language = place.derivation.book.language
    words = {
        _UNCAPPED: [band.title.text.in_(language) for band in ranges],
        _BAND: [band.title.text.in_(language) for band in ranges],
        _ZONE: [band.zone.text.in_(language) for band in ranges if band.zone],
    }
    return max(
        20.0, *(height_for(each, 11.0, "bold") for each in words.get(down, [""]))
    )


def _label_words(book: Book, rubric: Rubric) -> Iterator[tuple[int, tuple[str, str]]]:
    maximum = tidy(rubric.score.maximum, book.language)
    rounded = rounding.sentence(rubric.score).in_(book.language)
    on = bands.SENTENCES[rubric.score.bands_on].in_(book.language)
    yield _POINTS, (book.word("total_points"), rule_of(book, rubric, ""))
    yield _EXACT, (book.word("total_exact").format(maximum=maximum), "")
    yield _PUBLISHED, (book.word("total_published"), rounded)
    yield _UNCAPPED, (book.word("band_uncapped"), on)
    yield _BAND, (book.word("band"), book.word("gates_rule") if rubric.gates else "")
    if has_zones(rubric):
        yield _ZONE, (book.word("zone"), "")


def _figures(place: Place, total: Score, *, high: bool) -> None:
    derivation, score = place.derivation, place.derivation.rubric.score
    points, exact_total, _ = (_cell(place, row, high=high) for row in (1, 2, 3))
    reached = end(total, high=high)
    live = _guarded(derivation, joined(derivation, "", high=high))
    published = exact(total.published_high if high else total.published_low)
    look, fine = f"cell places:{score.places}", f"cell places:{score.places + 4}"
    rounded = f"={rounding.formula(exact_total, score.places, score.mode)}"
    scaled = formulas.scaled(points, score.maximum)
    if is_scored(derivation, derivation.coverage):
        rounded = _if_number(exact_total, rounded, exact_total)
        scaled = _if_number(points, scaled, points)
    _put(place, _POINTS, Cell(100 * reached / score.maximum, fine, live), high=high)
    _put(place, _EXACT, Cell(reached, fine, scaled), high=high)
    _put(place, _PUBLISHED, Cell(published, f"{look} result", rounded), high=high)


def _guarded(derivation: Derivation, live: str) -> str:
    """Let the total be a word where the evidence is too little to be scored."""
    scored = is_scored(derivation, derivation.coverage)
    if scored in ("", "TRUE"):
        return live
    points = live.removeprefix("=")
    return f"=IF({scored},{points},{quoted(_not_scored(derivation))})"


def _not_scored(derivation: Derivation) -> str:
    return derivation.rubric.score.not_scored.text.in_(derivation.book.language)


def _if_number(cell: str, live: str, otherwise: str) -> str:
    return f"=IF(ISNUMBER({cell}),{live.removeprefix('=')},{otherwise})"


def _predicates(place: Place, total: Score, *, high: bool) -> None:
    rubric, card = place.derivation.rubric, place.derivation.card
    assert card.band is not None
    on = _PUBLISHED if rubric.score.bands_on == "published" else _EXACT
    count = len(rubric.bands.ranges)
    decides = _cell(place, on, high=high)
    base = bands.formula(decides, band_column(place, FROM), count)
    held = bands.capped_formula(base, list(gate_caps(place, high=high)))
    published = total.published_high if high else total.published_low
    free = bands.band_at(end(total, high=high), published, rubric)
    reached = band_of(rubric, card.band.high if high else card.band.low)
    titles = band_column(place, TITLE)
    language = place.derivation.book.language
    words = free.title.text.in_(language)
    live = _with_total(place, decides, bands.title_formula(titles, base))
    _put(place, _UNCAPPED, Cell(words, _NAME, live), high=high)
    words = reached.title.text.in_(language)
    look = f"{_NAME} bold fill:{tint(reached.colour)}"
    live = _with_total(place, decides, bands.title_formula(titles, held))
    _put(place, _BAND, Cell(words, look, live), high=high)
    if has_zones(rubric):
        zone = reached.zone.text.in_(language) if reached.zone else ""
        chosen = f'{bands.title_formula(band_column(place, SECOND), held)}&""'
        live = _with_total(place, decides, chosen)
        _put(place, _ZONE, Cell(zone, _NAME, live), high=high)


def _with_total(place: Place, total: str, live: str) -> str:
    """Name a band only where there is a total."""
    derivation = place.derivation
    if not is_scored(derivation, derivation.coverage):
        return f"={live}"
    return _if_number(total, live, quoted(_not_scored(derivation)))


_NAME = "cell centre wrap"


def _foot(place: Place, after: int) -> Foot:
    zoned = has_zones(place.derivation.rubric)
    return Foot(
        published=_cell(place, _PUBLISHED, high=False),
        published_high=_cell(place, _PUBLISHED, high=True),
        band=_cell(place, _BAND, high=False),
        zone=_cell(place, _ZONE, high=False) if zoned else "",
        after=after,
    )


def _put(place: Place, down: int, cell: Cell, *, high: bool) -> None:
    grid = place.derivation.grid
    column = grid.points_high if high else grid.points
    put(place.derivation.book, place.sheet, (place.results + down, column), cell)


def _cell(place: Place, down: int, *, high: bool) -> str:
    grid = place.derivation.grid
    column = grid.points_high if high else grid.points
    return str(xl_rowcol_to_cell(place.results + down, column))
