"""Count quantities in the ticket export, each with the cells that it was counted in."""

from __future__ import annotations

from fractions import Fraction

from scorecard.evidence.ticket_rows import Ticket
from scorecard.evidence.tickets import Export
from scorecard.model import Evidence
from scorecard.rubric.evidence import RowFilter
from scorecard.rubric.nouns import Rubric


def count_quantities(export: Export, rubric: Rubric) -> dict[str, Evidence]:
    """Count every quantity that the rubric takes from tickets.

    A quantity that needs a lost column is unreadable, with the reason.
    """
    return {
        quantity.id: _count(export, quantity.tickets)
        for quantity in rubric.quantities
        if quantity.tickets is not None
    }


def _count(export: Export, wanted: RowFilter) -> Evidence:
    key = "tracking_id"
    if wanted.status:
        key = "status"
    elif wanted.classification:
        key = "classification"
    for needed in ("tracking_id", "received", *_columns(wanted)):
        if needed in export.lost:
            return Evidence(None, "", export.column(key), export.lost[needed])
    number = sum(_matches(ticket, wanted) for ticket in export.tickets)
    return Evidence(Fraction(number), str(number), export.column(key))


def _columns(wanted: RowFilter) -> tuple[str, ...]:
    filters = {"status": wanted.status, "classification": wanted.classification}
    return tuple(key for key, ids in filters.items() if ids)


def _matches(ticket: Ticket, wanted: RowFilter) -> bool:
    status_fits = not wanted.status or ticket.status in wanted.status
    classes = wanted.classification
    return status_fits and (not classes or ticket.classification in classes)
