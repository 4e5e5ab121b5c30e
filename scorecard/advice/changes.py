"""Changes of the evidence: a cell filled, a file attached, tickets moved, a mark.

Each is a value that says what stands there afterwards. `applied` gives the evidence as
if it had been sent that way; scoring then decides what it is worth.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import reduce
from typing import Literal, TypeAlias

from scorecard.errors import Location
from scorecard.model import AttachedFile, Evidence, Mark, SeriesItem, Submission
from scorecard.wording import say

Answer: TypeAlias = Fraction | bool | str | date


@dataclass(frozen=True, slots=True)
class Fill:
    """Write an answer into a cell of the form, in place of what stands there."""

    key: str
    value: Answer
    location: Location


@dataclass(frozen=True, slots=True)
class Attach:
    """Name a file in a cell of the form and put that file into the folder."""

    key: str
    path: str
    location: Location


@dataclass(frozen=True, slots=True)
class Delta:
    """How many more (or fewer) tickets a quantity counts."""

    quantity: str
    figure: str
    number: int


@dataclass(frozen=True, slots=True)
class Move:
    """Bring tickets from some statuses to another one.

    `source` is the quantity that counts them now. `within` says where the numbers are
    taken from: the ticket export, or the recap's figures.
    """

    number: int
    source: str
    statuses: tuple[str, ...]
    target: str
    within: Literal["tickets", "recap"]
    deltas: tuple[Delta, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Judge:
    """Assessors give at least this level to every sample, and to `least` samples."""

    indicator: str
    level: Fraction
    least: int
    location: Location


@dataclass(frozen=True, slots=True)
class Retime:
    """Let the tickets of a series have these values instead."""

    series: str
    items: tuple[SeriesItem, ...]
    location: Location


Change: TypeAlias = Fill | Attach | Move | Judge | Retime


def applied(submission: Submission, changes: Iterable[Change]) -> Submission:
    """Give the evidence with all changes made, one after the other.

    Raises ValueError where more tickets are moved than there are.
    """
    return reduce(_changed, changes, submission)


def touched(change: Change) -> str:
    """Name what a change uses up: two changes of one thing exclude each other."""
    match change:
        case Fill() | Attach():
            return f"answer:{change.key}"
        case Move():
            return f"tickets:{change.source}"
        case Judge():
            return f"marks:{change.indicator}"
        case Retime():
            return f"series:{change.series}"


def fewer(move: Move, number: int) -> Move:
    """Move only so many of the tickets."""
    deltas = tuple(
        replace(delta, number=delta.number // move.number * number)
        for delta in move.deltas
    )
    return replace(move, number=number, deltas=deltas)


def _changed(submission: Submission, change: Change) -> Submission:
    match change:
        case Fill():
            return _filled(submission, change.key, change.value, change.location)
        case Attach():
            file = AttachedFile(change.key, change.path, 0, "", True)
            named = _filled(submission, change.key, change.path, change.location)
            return replace(named, files={**submission.files, change.key: file})
        case Move():
            return _moved(submission, change)
        case Judge():
            return replace(submission, marks=_judged(submission, change))
        case Retime():
            timed = replace(submission.series[change.series], items=change.items)
            series = {**submission.series, change.series: timed}
            return replace(submission, series=series)


def _filled(
    submission: Submission, key: str, value: Answer, location: Location
) -> Submission:
    evidence = Evidence(value, _shown(value), location)
    return replace(submission, answers={**submission.answers, key: evidence})


def _shown(value: Answer) -> str:
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    return say("{v}", "{v}", v=value).id


def _moved(submission: Submission, move: Move) -> Submission:
    if move.within == "tickets":
        changes = {each.quantity: each.number for each in move.deltas}
        return replace(submission, counts=_shifted(submission.counts, changes))
    changes = {each.figure: each.number for each in move.deltas if each.figure}
    return replace(submission, answers=_shifted(submission.answers, changes))


def _shifted(
    numbers: Mapping[str, Evidence], changes: Mapping[str, int]
) -> dict[str, Evidence]:
    """Add to the numbers that are stated; a blank one stays blank."""
    shifted = dict(numbers)
    for key, change in changes.items():
        stated = numbers.get(key)
        if stated is None or not isinstance(stated.value, Fraction):
            continue
        value = stated.value + change
        if value < 0:
            raise ValueError(f"only {stated.value} tickets are {key}, not {-change}")
        shifted[key] = replace(stated, value=value, shown=_shown(value))
    return shifted


def _judged(submission: Submission, judge: Judge) -> tuple[Mark, ...]:
    """Raise the marks below the level, and add samples up to the number asked for."""
    code, indicator = submission.participant.code, judge.indicator
    raised = tuple(
        replace(each, value=max(each.value or Fraction(0), judge.level))
        if each.indicator == indicator
        else each
        for each in submission.marks
        if not each.unread
    )
    samples = {each.ticket for each in raised if each.indicator == indicator}
    lacking = range(max(judge.least - len(samples), 0))
    added = (
        Mark(code, indicator, f"+{number + 1}", "+", judge.level, judge.location)
        for number in lacking
    )
    return (*raised, *added)
