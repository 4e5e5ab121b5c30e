"""The rankings as tables: a row for each participant, a column for each criterion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from scorecard.evidence.regions import province_of, regions
from scorecard.model import Score, Scorecard, Standing
from scorecard.pages.report import svg
from scorecard.pages.report.bands import band_chip
from scorecard.pages.report.view import View, ranking_title, totals
from scorecard.pages.report.whiskers import range_text
from scorecard.pages.report.words import WORDS
from scorecard.rubric.nouns import Criterion, Rubric


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure as it is read, and as it is sorted by (empty: at the end)."""

    shown: str
    sorted_by: str


@dataclass(frozen=True, slots=True)
class Row:
    """A participant's line; `find` is what a search looks at."""

    code: str
    name: str
    place: Cell
    total: Cell
    bar: Markup
    band: Markup
    band_id: str
    band_step: int
    criteria: tuple[Cell, ...]
    sure: Cell
    province: str
    outcome: str
    state: str
    find: str


@dataclass(frozen=True, slots=True)
class Table:
    """A ranking with its rows, in the order of places."""

    id: str
    category: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a filter."""

    value: str
    title: str


def tables(view: View) -> tuple[Table, ...]:
    """Give the rankings by total."""
    return tuple(
        Table(
            f"table-{number}",
            each.category,
            ranking_title(each, view),
            tuple(_row(standing, view) for standing in each.standings),
        )
        for number, each in enumerate(totals(view))
    )


def criteria_of(rubric: Rubric) -> tuple[Criterion, ...]:
    """Give the weighted headings at the top."""
    return tuple(each for each in rubric.criteria if not each.informative)


def provinces(view: View) -> tuple[Option, ...]:
    """Give the provinces that have a participant, by name."""
    known = regions()
    codes = {province_of(code) for code in view.cards} - {""}
    options = (Option(code, known[code].name) for code in codes if code in known)
    return tuple(sorted(options, key=lambda each: each.title))


def categories(view: View) -> tuple[Option, ...]:
    """Give the categories that have a ranking, in the rubric's order."""
    present = {each.category for each in totals(view)}
    return tuple(
        Option(each.id, view.say(each.title.text))
        for each in view.rubric.categories
        if each.id in present
    )


def outcomes(view: View) -> tuple[Option, ...]:
    """Give the outcomes that there are."""
    present = dict.fromkeys(each.outcome for each in view.season.scorecards)
    return tuple(Option(each, view.say(WORDS[each])) for each in present)


def _row(standing: Standing, view: View) -> Row:
    card = view.cards[standing.participant]
    code, name = card.participant.code, card.participant.name
    steps = [each.id for each in reversed(view.rubric.bands.ranges)]
    band_id = card.band.low if card.band else ""
    return Row(
        code=code,
        name=name,
        place=_place(standing, view),
        total=_figure(card.total, view),
        bar=_bar(card, view),
        band=band_chip(card.band, view),
        band_id=band_id,
        band_step=steps.index(band_id) + 1 if band_id else 0,
        criteria=tuple(
            _figure(card.points_of(each.id), view) for each in criteria_of(view.rubric)
        ),
        sure=_range(code, view),
        province=province_of(code),
        outcome=card.outcome,
        state=_state(standing, card, view),
        find=f"{name} {code}".casefold(),
    )


def _place(standing: Standing, view: View) -> Cell:
    if standing.place is None:
        return Cell("–", "")
    return Cell(view.tidy(standing.place), str(standing.place))


def _figure(score: Score | None, view: View) -> Cell:
    if score is None:
        return Cell("–", "")
    return Cell(view.score(score), score.published_low)


def _range(code: str, view: View) -> Cell:
    found = view.ranges.get(code)
    if found is None:
        return Cell("–", "")
    return Cell(range_text(found), found.mean)


def _bar(card: Scorecard, view: View) -> Markup:
    """Draw the total on its scale; what is not settled is hatched."""
    if card.total is None or card.band is None:
        return Markup("")
    low, high = view.part(card.total.low), view.part(card.total.high)
    parts = [
        svg.box((0, 100), (0, 5), "track"),
        svg.box((0, low), (0, 5), f"fill-{card.band.low}"),
    ]
    if high != low:
        parts.append(svg.box((low, high), (0, 5), "open"))
    return svg.drawing(parts, 5)


def _state(standing: Standing, card: Scorecard, view: View) -> str:
    """Say what a reader must know of the row, if anything."""
    return ", ".join(_remarks(standing, card, view))


def _remarks(standing: Standing, card: Scorecard, view: View) -> Iterator[str]:
    if card.outcome in ("not_scored", "not_submitted"):
        yield view.say(WORDS[card.outcome])
    if standing.shared:
        yield view.say(WORDS["shared"])
    if standing.provisional:
        yield view.say(WORDS["provisional"])
    if card.gates:
        yield view.say(WORDS["capped"])
