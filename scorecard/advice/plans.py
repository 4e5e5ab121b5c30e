"""The shortest list of repairs that lifts the band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import comb

from scorecard.advice.changes import Change
from scorecard.advice.gains import Position, Standpoint, position
from scorecard.advice.repairs import Repair
from scorecard.advice.search import band_rank, least
from scorecard.advice.sent import reached_with, scorecard_with
from scorecard.advice.tickets import fewer_tickets
from scorecard.model import Hold
from scorecard.totals import Reached

_MOST_TRIED = 4000
"""Lists tried before the search stops being exhaustive."""


_HOLDS: tuple[tuple[Hold, ...], ...] = (
    ("none",),
    ("none", "at_most"),
    ("none", "at_most", "reporter"),
)
"""Which repairs a list may hold: the next row only where the one before fails."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Repairs that together lift the band, and where they lead.

    `is_shortest` is false where so many lists are possible that not all were tried: no
    repair can be left out, but a shorter list of others may exist.
    """

    repairs: tuple[Repair, ...]
    after: Position
    is_shortest: bool


def next_band_plan(repairs: Sequence[Repair], start: Standpoint) -> Plan | None:
    """Find the shortest list to the next band; None if no list reaches it.

    Repairs in the participant's own hands come first; figures whose true value is not
    known, then what reporters decide, are used only where those do not suffice. Of
    equally short lists the one with the least effort is taken, then the fewest
    tickets; no more tickets than needed.
    """
    for holds in _HOLDS:
        usable = tuple(each for each in repairs if each.hold in holds)
        found = _shortest(usable, start)
        if found is not None:
            chosen, shortest = found
            mildest = _tightened(_lightened(chosen, usable, start), start)
            return _plan(mildest, start, is_shortest=shortest)
    return None


def _shortest(
    repairs: tuple[Repair, ...], start: Standpoint
) -> tuple[tuple[Repair, ...], bool] | None:
    greedy = _pruned(_greedy(repairs, start), start)
    if greedy is None:
        return None
    tried = 0
    for size in range(1, len(greedy) + 1):
        tried += comb(len(repairs), size)
        if tried > _MOST_TRIED:
            return greedy, False
        reaching = [
            chosen
            for chosen in combinations(repairs, size)
            if _agree(chosen) and _lifts(chosen, start)
        ]
        if reaching:
            return min(reaching, key=lambda chosen: _cost(chosen, start)), True
    return greedy, True


def _greedy(
    repairs: tuple[Repair, ...], start: Standpoint
) -> tuple[Repair, ...] | None:
    """Take what adds most, again and again, until the band is lifted."""
    chosen: tuple[Repair, ...] = ()
    while not _lifts(chosen, start):
        longer = [(*chosen, each) for each in repairs if _agree((*chosen, each))]
        if not longer:
            return None
        chosen = max(longer, key=lambda each: _certain(each, start))
    return chosen


def _pruned(
    chosen: tuple[Repair, ...] | None, start: Standpoint
) -> tuple[Repair, ...] | None:
    """Leave out every repair that the others do without, the dearest first."""
    if chosen is None:
        return None
    for repair in sorted(chosen, key=lambda each: -each.effort):
        rest = tuple(each for each in chosen if each is not repair)
        if rest and _lifts(rest, start):
            chosen = rest
    return chosen


def _lightened(
    chosen: tuple[Repair, ...], repairs: tuple[Repair, ...], start: Standpoint
) -> tuple[Repair, ...]:
    """Ask for a lesser variant of the same repair wherever that is enough."""
    for at, repair in enumerate(chosen):
        variants = [each for each in repairs if each.touches == repair.touches]
        variants.sort(key=lambda each: _certain((each,), start))
        swapped = ((*chosen[:at], each, *chosen[at + 1 :]) for each in variants)
        chosen = next((each for each in swapped if _lifts(each, start)), chosen)
    return chosen


def _tightened(chosen: tuple[Repair, ...], start: Standpoint) -> tuple[Repair, ...]:
    """Take no more tickets than the list as a whole needs."""
    for at, repair in enumerate(chosen):
        if repair.tickets:
            chosen = _with_least(chosen, at, start)
    return chosen


def _with_least(
    chosen: tuple[Repair, ...], at: int, start: Standpoint
) -> tuple[Repair, ...]:
    number = least(
        chosen[at].tickets,
        lambda n: _lifts(_with_fewer(chosen, at, n, start), start),
    )
    return _with_fewer(chosen, at, number, start)


def _with_fewer(
    chosen: tuple[Repair, ...], at: int, number: int, start: Standpoint
) -> tuple[Repair, ...]:
    less = fewer_tickets(chosen[at], number, start.sent.rubric)
    return (*chosen[:at], less, *chosen[at + 1 :])


def _cost(chosen: tuple[Repair, ...], start: Standpoint) -> tuple[int, int, Fraction]:
    effort = sum(repair.effort for repair in chosen)
    tickets = sum(repair.tickets for repair in chosen)
    return effort, tickets, -_certain(chosen, start)


def _agree(chosen: Sequence[Repair]) -> bool:
    """No two repairs touch the same thing."""
    every = [name for repair in chosen for name in repair.touches]
    return len(every) == len(set(every))


def _lifts(chosen: Sequence[Repair], start: Standpoint) -> bool:
    now = band_rank(start.sent.scorecard, start.sent.rubric)
    return bool(chosen) and band_rank(_mended(chosen, start), start.sent.rubric) > now


def _certain(chosen: Sequence[Repair], start: Standpoint) -> Fraction:
    total = _mended(chosen, start).total
    return total.low if total is not None else Fraction(0)


def _mended(chosen: Sequence[Repair], start: Standpoint) -> Reached:
    return reached_with(_changes(chosen), start.sent)


def _changes(chosen: Sequence[Repair]) -> tuple[Change, ...]:
    return tuple(change for repair in chosen for change in repair.changes)


def _plan(chosen: tuple[Repair, ...], start: Standpoint, *, is_shortest: bool) -> Plan:
    after = position(scorecard_with(_changes(chosen), start.sent), start)
    return Plan(chosen, after, is_shortest)
