"""Repairs of what is measured ticket by ticket: keep the limit, or near the best."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from scorecard.advice.changes import Retime
from scorecard.advice.repairs import Repair
from scorecard.advice.search import steps
from scorecard.advice.sent import Sent
from scorecard.methods.series import limit_of
from scorecard.model import Series, SeriesItem
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.wording import Text, say

Timed: TypeAlias = verb.Within | verb.Average | verb.Median | verb.Percentile
Wanted: TypeAlias = Callable[[SeriesItem], Fraction]


def series_repairs(
    indicator: Indicator,
    measure: Timed,
    sent: Sent,
) -> Iterator[Repair]:
    """List how many of the worst tickets to bring to the limit, or to the best."""
    scale = indicator.scale
    series, wanted = sent.submission.series.get(measure.of), _wanted(measure, scale)
    if series is None or series.unreadable is not None or wanted is None:
        return
    worst = _worst_first(series, wanted, lower=_lower(measure, scale))

    def changes(number: int) -> tuple[Retime, ...]:
        return (_retimed(measure.of, series, wanted, worst[:number]),)

    for number in steps(sent, len(worst), changes):
        yield Repair(
            id=f"{indicator.id}.{number}",
            indicator=indicator.id,
            kind="tickets",
            title=_words(measure, number, scale, sent.rubric),
            changes=changes(number),
        )


def _wanted(measure: Timed, scale: verb.Scale) -> Wanted | None:
    if isinstance(measure, verb.Within):
        return lambda item: limit_of(item, measure)
    if isinstance(scale, verb.Linear | verb.Log):
        best = scale.best
        return lambda _: best
    return None


def _lower(measure: Timed, scale: verb.Scale) -> bool:
    if isinstance(measure, verb.Within) or not isinstance(
        scale, verb.Linear | verb.Log
    ):
        return True
    return scale.best < scale.worst


def _worst_first(series: Series, wanted: Wanted, *, lower: bool) -> tuple[int, ...]:
    """Give the positions of items that miss what is wanted, furthest off first."""
    sign = 1 if lower else -1
    excess = [sign * (item.value - wanted(item)) for item in series.items]
    missing = [position for position, each in enumerate(excess) if each > 0]
    return tuple(sorted(missing, key=lambda position: (-excess[position], position)))


def _retimed(
    name: str, series: Series, wanted: Wanted, positions: tuple[int, ...]
) -> Retime:
    chosen = frozenset(positions)
    items = tuple(
        replace(item, value=wanted(item)) if position in chosen else item
        for position, item in enumerate(series.items)
    )
    return Retime(name, items, series.location)


def _goal(measure: Timed, scale: verb.Scale) -> Text:
    if isinstance(measure, verb.Within) or not isinstance(
        scale, verb.Linear | verb.Log
    ):
        return Text("dalam batas waktu", "within the limit")
    return say("mencapai {v}", "at {v}", v=scale.best)


def _words(measure: Timed, number: int, scale: verb.Scale, rubric: Rubric) -> Text:
    declared = rubric.tickets.series if rubric.tickets else ()
    return say(
        "{title}: {n} laporan lagi {goal}",
        "{title}: {n} more {noun} {goal}",
        title=next(each.title.text for each in declared if each.id == measure.of),
        noun="ticket" if number == 1 else "tickets",
        n=number,
        goal=_goal(measure, scale),
    )
