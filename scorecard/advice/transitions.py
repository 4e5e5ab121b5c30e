"""What a change of a ticket's status does to every quantity of the rubric."""

from __future__ import annotations

from typing import TypeAlias

from scorecard.rubric.evidence import Quantity
from scorecard.rubric.methods import Share
from scorecard.rubric.nouns import Rubric

Statuses: TypeAlias = frozenset[str]


def statuses_counted(ids: tuple[str, ...], rubric: Rubric) -> Statuses:
    """Give all statuses that quantities count; none where one counts otherwise."""
    every: Statuses = frozenset()
    for each in ids:
        every |= counted_by(rubric.quantity(each), rubric) or frozenset()
    return every


def counted_by(quantity: Quantity, rubric: Rubric) -> Statuses | None:
    """Give the statuses that a quantity counts; None where status is not all."""
    if quantity.tickets is None or rubric.tickets is None:
        return None
    if quantity.tickets.classification:
        return None
    known = frozenset(status.id for status in rubric.tickets.statuses)
    return frozenset(quantity.tickets.status) or known


def target_status(to: Statuses, rubric: Rubric, *, rising: bool) -> str | None:
    """Choose the status to reach.

    Rising: the one that fewest quantities count, so that nothing else is claimed to
    change (closed by an admin, not by the citizen). Falling: the first in the order of
    a ticket's life.
    """
    if rubric.tickets is None:
        return None
    ordered = [status.id for status in rubric.tickets.statuses if status.id in to]
    if not rising or not ordered:
        return ordered[0] if ordered else None
    weighing = _weighing(rubric)
    return min(
        ordered,
        key=lambda status: sum(
            status in (counted_by(rubric.quantity(each), rubric) or ())
            for each in weighing
        ),
    )


def _weighing(rubric: Rubric) -> tuple[str, ...]:
    """Name the quantities that shares with a weight are made of."""
    names: dict[str, None] = {}
    for indicator in rubric.indicators():
        if isinstance(indicator.measure, Share) and not indicator.informative:
            names |= dict.fromkeys((*indicator.measure.of, *indicator.measure.over))
    return tuple(names)


def effects(
    statuses: Statuses, target: str, rubric: Rubric
) -> tuple[tuple[Quantity, int], ...] | None:
    """Say what one moved ticket does to each quantity; None if that is not certain."""
    deltas = []
    for quantity in rubric.quantities:
        if quantity.tickets is None or not quantity.tickets.status:
            continue
        counted = frozenset(quantity.tickets.status)
        loses, gains = statuses <= counted, target in counted
        if statuses & counted and not loses:
            return None
        if loses == gains:
            continue
        if quantity.tickets.classification:
            return None
        deltas.append((quantity, int(gains) - int(loses)))
    return tuple(deltas)
