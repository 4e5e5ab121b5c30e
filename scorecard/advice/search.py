"""Search for the least number that reaches the next band."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TypeAlias

from scorecard.advice.changes import Change
from scorecard.advice.sent import Sent, reached_with
from scorecard.methods.bands import rank_of_band
from scorecard.model import Scorecard
from scorecard.rubric.nouns import Rubric
from scorecard.totals import Reached

Changes: TypeAlias = Callable[[int], Iterable[Change]]
"""What is changed when so many of something are mended."""


def band_rank(scored: Scorecard | Reached, rubric: Rubric) -> int:
    """Number the band that is certain; -1 for who has no total."""
    if scored.band is None:
        return -1
    return rank_of_band(scored.band.low, rubric)


def steps(sent: Sent, most: int, changes: Changes) -> tuple[int, ...]:
    """Give the least numbers (of 1 to `most`) for the next band, and for all gain."""
    if most < 1:
        return ()
    every = _least_for_all(sent, most, changes)
    band = least_for_next_band(sent, most, changes)
    return tuple(dict.fromkeys((band or every, every)))


def least_for_next_band(sent: Sent, most: int, changes: Changes) -> int | None:
    """Find the least n (1 to `most`) whose changes lift the band; None if none do."""
    now = band_rank(sent.scorecard, sent.rubric)

    def lifts(number: int) -> bool:
        return band_rank(reached_with(changes(number), sent), sent.rubric) > now

    return least(most, lifts) if most and lifts(most) else None


def _least_for_all(sent: Sent, most: int, changes: Changes) -> int:
    """Find the least n (of 1 to `most`) that gains all that `most` would."""

    def total(number: int) -> Fraction:
        there = reached_with(changes(number), sent)
        return there.total.low if there.total is not None else Fraction(-1)

    goal = total(most)
    # As a rule each one counts: then a single look is enough.
    if most == 1 or total(most - 1) < goal:
        return most
    return least(most - 1, lambda number: total(number) >= goal)


def least(most: int, suffices: Callable[[int], bool]) -> int:
    """Find the least number that suffices; `most` does, and more never do worse."""
    fails, works = 0, most
    while works - fails > 1:
        middle = (fails + works) // 2
        fails, works = (fails, middle) if suffices(middle) else (middle, works)
    return works
