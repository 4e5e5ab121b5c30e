"""Quantities: named numbers of tickets, from the export or else from the recap.

One submission takes all of them from the same source, so that a numerator and its
denominator never come from two different counts.
"""

from __future__ import annotations

from scorecard.methods.measured import number_in
from scorecard.model import Evidence, QuantityValue, Submission
from scorecard.rubric.evidence import Quantity
from scorecard.rubric.nouns import Rubric


def quantity_evidence(quantity: Quantity, submission: Submission) -> Evidence | None:
    """Give the number with its Location; None where nothing was stated."""
    if submission.counts and quantity.tickets is not None:
        return submission.counts.get(quantity.id)
    return submission.answers.get(quantity.figure or "")


def quantity_values(
    submission: Submission, rubric: Rubric
) -> tuple[QuantityValue, ...]:
    """List every quantity of the rubric with its source, in the rubric's order."""
    return tuple(_value(each, submission) for each in rubric.quantities)


def _value(quantity: Quantity, submission: Submission) -> QuantityValue:
    evidence = quantity_evidence(quantity, submission)
    if evidence is None:
        return QuantityValue(quantity.id, quantity.title.text, None, "none", None)
    from_tickets = evidence is submission.counts.get(quantity.id)
    return QuantityValue(
        quantity.id,
        quantity.title.text,
        number_in(evidence),
        "tickets" if from_tickets else "recap",
        evidence.location,
    )
