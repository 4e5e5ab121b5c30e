"""How sure each place is: a dot at the place, a whisker over the likely places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from scorecard.model import Boundary, Ranking, RankRange
from scorecard.pages.report import svg
from scorecard.pages.report.honours import by_total
from scorecard.pages.report.view import LONG, View, placed, ranking_title, totals
from scorecard.wording import Places, say

_HEIGHT, _MIDDLE = 24, 12
_AXIS_HEIGHT, _TICKS = 16, 4


@dataclass(frozen=True, slots=True)
class Whisker:
    """A participant's line: its place, the likely ones, the chance of the award."""

    code: str
    name: str
    place: str
    range: str
    chance: str
    drawn: Markup


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
    axis: Markup
    rows: tuple[Whisker, ...]
    limits: tuple[Verdict, ...]

    @property
    def is_long(self) -> bool:
        """There are more rows than a screen holds."""
        return len(self.rows) > LONG


@dataclass(frozen=True, slots=True)
class _Race:
    """How many are placed, how many of these places an award has, and who won one."""

    count: int
    places: int
    winners: frozenset[str]


def plots(view: View) -> tuple[Plot, ...]:
    """Draw the ranges of each ranking that has any."""
    found = (_plot(each, view) for each in totals(view))
    return tuple(each for each in found if each.rows)


def range_text(found: RankRange) -> str:
    """Write the likely places: ``1–3``, or one alone."""
    return str(found.low) if found.low == found.high else f"{found.low}–{found.high}"


def _plot(ranking: Ranking, view: View) -> Plot:
    codes = [each.participant for each in placed(ranking)]
    race = _race(ranking, view)
    return Plot(
        ranking_title(ranking, view),
        _axis(race.count, view),
        tuple(_whisker(view.ranges[c], race, view) for c in codes if c in view.ranges),
        tuple(
            Verdict(view.say(each.title), view.say(each.words), each.overlaps)
            for each in _boundaries(ranking, view)
        ),
    )


def _race(ranking: Ranking, view: View) -> _Race:
    """Line up an award by the total; nobody competes here across categories."""
    places = (
        each.places
        for each in view.rubric.awards
        if each.id in by_total(view)
        and not each.across
        and (not each.categories or ranking.category in each.categories)
    )
    winners = (
        each.participant
        for each in view.season.awards
        if each.award in by_total(view) and each.status == "won"
    )
    count = len(placed(ranking))
    return _Race(count, max(places, default=0), frozenset(winners))


def _whisker(found: RankRange, race: _Race, view: View) -> Whisker:
    low, dot, high = (
        _across(each, race.count) for each in (found.low, found.nominal, found.high)
    )
    look = "dot" if found.participant in race.winners else "dot out"
    parts = (
        *_scale(race),
        svg.line((low, high), (_MIDDLE, _MIDDLE), "whisker"),
        svg.line((low, low), (_MIDDLE - 4, _MIDDLE + 4), "whisker"),
        svg.line((high, high), (_MIDDLE - 4, _MIDDLE + 4), "whisker"),
        svg.dot(dot, _MIDDLE, look),
    )
    return Whisker(
        found.participant,
        found.name,
        view.tidy(found.nominal),
        range_text(found),
        _chances(found, view),
        svg.drawing(parts, _HEIGHT),
    )


def _scale(race: _Race) -> Iterator[Markup]:
    yield svg.line((0, 100), (_MIDDLE, _MIDDLE), "rail")
    if 0 < race.places < race.count:
        limit = Fraction(100 * race.places, race.count)
        yield svg.line((limit, limit), (0, _HEIGHT), "boundary")


def _axis(count: int, view: View) -> Markup:
    """Write the first and the last place, and some between where there is room."""
    step = max(1, -(-count // _TICKS))
    inner = range(1 + step, count - step // 2, step)
    ticks = dict.fromkeys((1, *inner, count))
    parts = (
        svg.label(view.tidy(each), _across(each, count), _AXIS_HEIGHT - 4, "middle")
        for each in ticks
    )
    return svg.drawing(parts, _AXIS_HEIGHT)


def _chances(found: RankRange, view: View) -> str:
    chances = (each for each in found.awards if each.award in by_total(view))
    written = (Places(Fraction(each.per_cent), 1) for each in chances)
    return "; ".join(view.say(say("{p} %", "{p} %", p=each)) for each in written)


def _boundaries(ranking: Ranking, view: View) -> Iterator[Boundary]:
    among = {each.participant for each in ranking.standings}
    drawn = view.season.robustness
    for each in drawn.boundaries if drawn else ():
        if each.inside in among:
            yield each


def _across(place: int, count: int) -> Fraction:
    """Give the middle of a place's part of the width."""
    return Fraction(100 * (2 * place - 1), 2 * max(count, 1))
