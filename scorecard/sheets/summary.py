"""The head of a compliance sheet: who, how much, which band, which place."""

from __future__ import annotations

from collections.abc import Iterator

from xlsxwriter.worksheet import Worksheet

from scorecard.methods import rounding
from scorecard.model import Scorecard, Season, Standing
from scorecard.number import exact
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.book import Book, Cell, put, put_across
from scorecard.sheets.derivation import Derivation
from scorecard.sheets.lines import (
    TOTAL,
    band_cell,
    is_settled,
    sentence_case,
    standings_of,
    zone_words,
)
from scorecard.sheets.self_table import self_rows, self_table
from scorecard.sheets.totals import Foot
from scorecard.wording import long_date

_FIRST_ROW = 4
_IDENTITY_ROWS = 12


def head_rows(card: Scorecard, rubric: Rubric) -> int:
    """Count the rows that the head takes; the derivation begins below."""
    return _IDENTITY_ROWS + self_rows(card, rubric)


def summary(
    derivation: Derivation, sheet: Worksheet, season: Season, foot: Foot
) -> None:
    """Write identity and result; results are formulas over the foot of the sheet."""
    book = derivation.book
    put(book, sheet, (0, 0), Cell(book.word("compliance_title"), "title"))
    sheet.set_row(0, 22)
    title = season.rubric.title.in_(book.language)
    put(book, sheet, (1, 0), Cell(f"{title} · {season.rubric.edition}", "heading"))
    put(book, sheet, (2, 0), Cell(book.word("unlocked_note"), "subtitle"))
    for row, (label, cell) in enumerate(_identity(derivation, season), _FIRST_ROW):
        put_across(book, sheet, (row, 0, 1), Cell(label, "cell group"))
        put_across(book, sheet, (row, 2, 3), cell)
    self_table(derivation, sheet, _IDENTITY_ROWS, foot)
    last = derivation.grid.contribution_high
    for row, (label, cell) in enumerate(_results(derivation, season, foot), _FIRST_ROW):
        put_across(book, sheet, (row, 4, 6), Cell(label, "cell group"))
        put_across(book, sheet, (row, 7, last), cell)


def _identity(derivation: Derivation, season: Season) -> Iterator[tuple[str, Cell]]:
    book, card = derivation.book, derivation.card
    rubric = derivation.rubric
    category = next(
        (
            each.title.text.in_(book.language)
            for each in rubric.categories
            if each.id == card.participant.category
        ),
        card.participant.category,
    )
    days = [
        long_date(day, book.language)
        for day in (rubric.period.start, rubric.period.end, season.as_of)
    ]
    period = book.word("span").format(start=days[0], end=days[1])
    yield book.word("code"), Cell(card.participant.code, "cell left")
    yield book.word("participant"), Cell(card.participant.name, "cell bold")
    yield book.word("category"), Cell(category)
    yield book.word("period"), Cell(period)
    yield book.word("as_of"), Cell(days[2])
    yield (
        book.word("coverage"),
        Cell(card.coverage, "cell places:2 left", f"={derivation.coverage}"),
    )
    digest = season.rubric.sha256
    yield book.word("rubric_file"), Cell(digest[:32] + "…", "cell small")


def _results(
    derivation: Derivation, season: Season, foot: Foot
) -> Iterator[tuple[str, Cell]]:
    book, card, rubric = derivation.book, derivation.card, derivation.rubric
    yield from _total(derivation, foot)
    band, settled = band_cell(book, rubric, card), is_settled(card)
    live = f"={foot.band}" if settled else ""
    yield book.word("band"), Cell(band.value, f"{band.style} left", live)
    if foot.zone:
        live = f"={foot.zone}" if settled else ""
        yield book.word("zone"), Cell(zone_words(book, rubric, card), "cell", live)
    yield from _places(derivation, season)


def _total(derivation: Derivation, foot: Foot) -> Iterator[tuple[str, Cell]]:
    book, total = derivation.book, derivation.card.total
    if total is None:
        yield book.word("total"), Cell(book.word("no_total"), "cell absent left")
        return
    look = f"cell bold places:{derivation.rubric.score.places} left"
    low = Cell(exact(total.published_low), look, f"={foot.published}")
    yield book.word("total_low" if total.is_interval else "total"), low
    if total.is_interval:
        high = Cell(exact(total.published_high), look, f"={foot.published_high}")
        yield book.word("total_high"), high


def _places(derivation: Derivation, season: Season) -> Iterator[tuple[str, Cell]]:
    book, card, rubric = derivation.book, derivation.card, derivation.rubric
    code = card.participant.code
    standings = standings_of(season, rubric, card.participant.category)
    ranking = season.ranking_of(code)
    among = {each.participant for each in ranking.standings} if ranking else set()

    def among_them(key: str) -> tuple[Standing | None, tuple[Standing, ...]]:
        of = standings.get(key, {})
        return of.get(code), tuple(each for who, each in of.items() if who in among)

    place = _place(book, *among_them(TOTAL))
    yield book.word("rank_in_category"), Cell(place, "cell bold")
    for side in rubric.rankings:
        title = sentence_case(side.title.text.in_(book.language))
        standing, alike = among_them(side.id)
        yield title, Cell(_place(book, standing, alike))
        yield from _side_value(derivation, side.by, standing)


def _side_value(
    derivation: Derivation, indicator: str, standing: Standing | None
) -> Iterator[tuple[str, Cell]]:
    book, score = derivation.book, derivation.rubric.score
    finding = derivation.card.finding(indicator)
    if finding is None or finding.value is None or not standing or not standing.value:
        return
    unit = finding.unit.in_(book.language)
    name = sentence_case(finding.title.in_(book.language))
    source = derivation.at(indicator, derivation.grid.value)
    live = f"={rounding.formula(source, score.places, score.mode)}"
    look = f"cell places:{score.places} left"
    value = Cell(exact(standing.value), look, live)
    yield f"{name} ({unit})" if unit else name, value


def _place(book: Book, standing: Standing | None, alike: tuple[Standing, ...]) -> str:
    if standing is None or standing.place is None:
        return book.word("unranked")
    placed = sum(each.place is not None for each in alike)
    words = book.word("place_of").format(place=standing.place, all=placed)
    if standing.provisional:
        words += f" ({book.word('provisional')})"
    return words
