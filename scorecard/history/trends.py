"""Read a history again and follow everybody through its seasons, new codes and all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import get_args

from scorecard.comparison.figures import change_between
from scorecard.comparison.regions import paired_participants
from scorecard.comparison.rubrics import rubrics_compared
from scorecard.history.database import opened
from scorecard.history.found import (
    History,
    IndicatorPoint,
    SeasonKept,
    Trend,
    TrendPoint,
)
from scorecard.judged import as_things_stood
from scorecard.model import (
    Change,
    DaysJudged,
    Figure,
    FigureState,
    Participant,
    Succession,
)
from scorecard.rubric.load import parse_rubric
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text

_STATES: Mapping[str, FigureState] = {each: each for each in get_args(FigureState)}


def histories(
    content: bytes, name: str, successions: Sequence[Succession] = ()
) -> tuple[History, ...]:
    """Read the bytes of a history: one for each rubric in it, by its id.

    Raises ScorecardError (INPUT) where they are none.
    """
    with opened(content, name) as database:
        kept = tuple(_seasons(database))
    by_rubric: dict[str, list[_Kept]] = {}
    for each in kept:
        by_rubric.setdefault(each.season.rubric, []).append(each)
    return tuple(
        _history(by_rubric[rubric], successions) for rubric in sorted(by_rubric)
    )


@dataclass(frozen=True, slots=True)
class _Kept:
    season: SeasonKept
    rubric: Rubric
    people: Mapping[str, Participant]
    points: Mapping[str, TrendPoint]


def _history(kept: Sequence[_Kept], successions: Sequence[Succession]) -> History:
    trends: dict[str, Trend] = {}
    people: dict[str, Participant] = {}
    for position in range(len(kept)):
        trends = _continued(trends, people, kept[: position + 1], successions)
        known = {code: who for code, who in people.items() if code in trends}
        people = {**known, **kept[position].people}
    maximum = str(kept[-1].rubric.score.maximum)
    in_order = tuple(trends[code] for code in sorted(trends))
    return History(tuple(each.season for each in kept), in_order, maximum)


def _continued(
    trends: Mapping[str, Trend],
    people: Mapping[str, Participant],
    kept: Sequence[_Kept],
    successions: Sequence[Succession],
) -> dict[str, Trend]:
    """Add the last season to everybody's way; who was away keeps the way so far."""
    now, before = kept[-1], kept[-2:][0]
    days = (before.season.as_of, now.season.as_of)
    pairing = paired_participants(people, now.people, days, successions)
    going_on = set(pairing.own.values())
    found = {code: trend for code, trend in trends.items() if code not in going_on}
    for code, alone in now.points.items():
        note = pairing.notes.get(code)
        point = replace(alone, season=len(kept) - 1, note=note)
        old = pairing.own.get(code)
        ways = trends[old].points if old is not None else ()
        if ways:
            point = replace(point, change=_change(ways[-1], point, kept))
        who = now.people[code]
        found[code] = Trend(code, who.full_name, who.category, (*ways, point))
    return found


def _change(before: TrendPoint, after: TrendPoint, kept: Sequence[_Kept]) -> Change:
    """Subtract the season that it took part in before, if the rubrics allow it."""
    rubric = kept[after.season].rubric
    why = rubrics_compared(kept[before.season].rubric, rubric).total
    known = before.total.low is not None and after.total.low is not None
    return change_between(before.total, after.total, rubric, why if known else None)


def _seasons(database: sqlite3.Connection) -> Iterator[_Kept]:
    rows = database.execute(
        "SELECT id, rubric, edition, title_id, title_en, first_day, last_day, as_of,"
        " results_sha256, rubric_text FROM season"
        " ORDER BY first_day, last_day, edition, rubric"
    ).fetchall()
    for number, rubric, edition, *titles, first, last, as_of, digest, text in rows:
        season = SeasonKept(
            rubric,
            edition,
            Text(*titles),
            start=date.fromisoformat(first),
            end=date.fromisoformat(last),
            as_of=date.fromisoformat(as_of),
            results_sha256=digest,
        )
        judged = as_things_stood(
            parse_rubric(text, f"{rubric} {edition}").rubric,
            season.as_of,
            DaysJudged(season.start, season.end),
        )
        people = dict(_people(database, number))
        points = dict(_points(database, number))
        yield _Kept(season, judged, people, points)


def _people(
    database: sqlite3.Connection, season: int
) -> Iterator[tuple[str, Participant]]:
    rows = database.execute(
        "SELECT code, name, type, category, parent, parent_name FROM participant"
        " WHERE season = ? ORDER BY code",
        (season,),
    )
    for row in rows:
        yield row[0], Participant(*row)


def _points(
    database: sqlite3.Connection, season: int
) -> Iterator[tuple[str, TrendPoint]]:
    indicators = _indicators(database, season)
    for code, name, *figure, band_id, band_en, place, placed in database.execute(
        "SELECT code, name, state, low, high, shown, band_id, band_en, place, placed"
        " FROM participant WHERE season = ? ORDER BY code",
        (season,),
    ):
        point = TrendPoint(
            season=0,
            code=code,
            name=name,
            total=_figure(*figure),
            band=None if band_id is None else Text(band_id, band_en),
            place=place,
            placed=placed,
            change=None,
            note=None,
            indicators=tuple(indicators.get(code, ())),
        )
        yield code, point


def _indicators(
    database: sqlite3.Connection, season: int
) -> dict[str, list[IndicatorPoint]]:
    found: dict[str, list[IndicatorPoint]] = {}
    for code, indicator, title_id, title_en, *figure in database.execute(
        "SELECT code, indicator, title_id, title_en, state, low, high, shown"
        " FROM finding JOIN indicator USING (season, indicator)"
        " WHERE season = ? ORDER BY code, position",
        (season,),
    ):
        title = Text(title_id, title_en)
        point = IndicatorPoint(indicator, title, _figure(*figure))
        found.setdefault(code, []).append(point)
    return found


def _figure(state: str, low: str | None, high: str | None, shown: str) -> Figure:
    ends = [None if each is None else Fraction(each) for each in (low, high)]
    return Figure(_STATES[state], ends[0], ends[1], shown)
