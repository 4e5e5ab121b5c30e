"""How sure each place is: a dot at the place, a whisker over the likely places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from scorecard.model import Boundary, Ranking, RankRange
from scorecard.pages.report import svg
from scorecard.pages.report.view import View, placed, ranking_title, totals
from scorecard.wording import say

_HEIGHT, _MIDDLE = 24, 12


@dataclass(frozen=True, slots=True)
class Whisker:
    """A participant's line; `told` is its range in words."""

    code: str
    name: str
    place: str
    range: str
    chance: str
    drawn: Markup
    inside: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """How sure an award's boundary is."""

    award: str
    words: str
    overlaps: bool


@dataclass(frozen=True, slots=True)
class Plot:
    """A ranking's places; `limits` say how sure each award's boundary is."""

    title: str
    first: str
    last: str
    rows: tuple[Whisker, ...]
    limits: tuple[Verdict, ...]


def plots(view: View) -> tuple[Plot, ...]:
    """Draw the ranges of each ranking that has any."""
    found = (_plot(each, view) for each in totals(view))
    return tuple(each for each in found if each.rows)


def _plot(ranking: Ranking, view: View) -> Plot:
    ranges = [
        view.ranges[each.participant]
        for each in placed(ranking)
        if each.participant in view.ranges
    ]
    count = len(placed(ranking))
    limits = tuple(_boundaries(ranking, view))
    won = _places_won(ranking, view)
    return Plot(
        ranking_title(ranking, view),
        view.tidy(1),
        view.tidy(count),
        tuple(_whisker(each, (won, count), view) for each in ranges),
        tuple(_verdict(each, view) for each in limits),
    )


def _whisker(found: RankRange, places: tuple[int, int], view: View) -> Whisker:
    won, count = places
    low, dot, high = (
        _across(each, count) for each in (found.low, found.nominal, found.high)
    )
    parts = [*_scale(count, won), svg.line((low, high), (_MIDDLE, _MIDDLE), "whisker")]
    for end in (low, high):
        parts.append(svg.line((end, end), (_MIDDLE - 4, _MIDDLE + 4), "whisker"))
    parts.append(svg.dot(dot, _MIDDLE, "dot" if found.nominal <= won else "dot out"))
    shown = str(found.low) if found.low == found.high else f"{found.low}–{found.high}"
    return Whisker(
        found.participant,
        found.name,
        view.tidy(found.nominal),
        shown,
        _chances(found, view),
        svg.drawing(parts, _HEIGHT),
        found.nominal <= won,
    )


def _scale(count: int, won: int) -> Iterator[Markup]:
    yield svg.line((0, 100), (_MIDDLE, _MIDDLE), "rail")
    if 0 < won < count:
        limit = (_across(won, count) + _across(won + 1, count)) / 2
        yield svg.line((limit, limit), (0, _HEIGHT), "boundary")


def _chances(found: RankRange, view: View) -> str:
    by_total = [each.id for each in view.rubric.awards if each.by is None]
    return "; ".join(
        view.say(say("{p} %", "{p} %", p=Fraction(each.per_cent)))
        for each in found.awards
        if each.award in by_total
    )


def _boundaries(ranking: Ranking, view: View) -> Iterator[Boundary]:
    among = {each.participant for each in ranking.standings}
    for each in view.sure.boundaries if view.sure else ():
        if each.inside in among:
            yield each


def _verdict(found: Boundary, view: View) -> Verdict:
    return Verdict(view.say(found.title), view.say(found.words), found.overlaps)


def _places_won(ranking: Ranking, view: View) -> int:
    """Give the places that the award by the total has in this category."""
    return max(
        (
            each.places
            for each in view.rubric.awards
            if each.by is None
            and not each.across
            and (not each.categories or ranking.category in each.categories)
        ),
        default=0,
    )


def _across(place: int, count: int) -> Fraction:
    return Fraction(100 * (2 * place - 1), 2 * max(count, 1))
