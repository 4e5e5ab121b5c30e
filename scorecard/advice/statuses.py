"""What the rubric makes of ticket statuses: which are done, open, or untouched.

Nothing is known by name: a status is done if a share that should be great counts it,
untouched if one that should be small does.
"""

from __future__ import annotations

from scorecard.rubric import methods as verb
from scorecard.rubric.evidence import Quantity
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.scales import falls


def is_rising(scale: verb.Scale) -> bool:
    """Tell whether a greater value is worth more points."""
    match scale:
        case verb.Linear() | verb.Log():
            return scale.best > scale.worst
        case verb.Steps():
            highest = max(scale.steps, key=lambda step: step.from_)
            return highest.points > scale.otherwise
        case verb.Levels() | verb.Checklist():
            return True
        case _:
            return not falls(scale)


def statuses_of(quantity: Quantity) -> tuple[str, ...]:
    """Give the statuses that a quantity counts; none where it asks for more."""
    if quantity.tickets is None or quantity.tickets.classification:
        return ()
    return quantity.tickets.status


def done_statuses(rubric: Rubric) -> frozenset[str]:
    """Give the statuses of tickets that need no more work."""
    return frozenset(
        status
        for measure, rising in _shares(rubric)
        if rising
        for each in measure.of
        for status in statuses_of(rubric.quantity(each))
    )


def untouched_statuses(rubric: Rubric) -> frozenset[str]:
    """Give the statuses of which the rubric wants few."""
    return frozenset(
        status
        for measure, rising in _shares(rubric)
        if not rising
        for each in measure.of
        for status in statuses_of(rubric.quantity(each))
    )


def open_quantities(rubric: Rubric) -> tuple[Quantity, ...]:
    """Give the quantities of tickets that are neither done nor left out."""
    settled = done_statuses(rubric) | {
        status
        for measure, _ in _shares(rubric)
        for each in measure.less
        for status in statuses_of(rubric.quantity(each))
    }
    return tuple(
        quantity
        for quantity in rubric.quantities
        if statuses_of(quantity) and not settled.intersection(statuses_of(quantity))
    )


def _shares(rubric: Rubric) -> tuple[tuple[verb.Share, bool], ...]:
    return tuple(
        (indicator.measure, is_rising(indicator.scale))
        for indicator in rubric.indicators()
        if isinstance(indicator.measure, verb.Share) and not indicator.informative
    )
