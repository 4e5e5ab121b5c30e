"""Count quantities in the ticket export, each with the cells that it was counted in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from operator import attrgetter

from scorecard.evidence.tickets import Export
from scorecard.model import Evidence
from scorecard.rubric.evidence import RowFilter
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text

NONE_IN_PERIOD = Text(
    "tidak satu pun laporan dalam ekspor termasuk periode penilaian.",
    "not one ticket of the export is of the period that is judged.",
)


def count_quantities(export: Export, rubric: Rubric) -> dict[str, Evidence]:
    """Count every quantity that the rubric takes from tickets.

    A quantity that needs a lost column is unreadable, with the reason; so is every one
    of an export without a single ticket of the period: that is no count of 0.
    """
    if export.every and not export.tickets:
        nothing = Evidence(None, "", export.column("tracking_id"), NONE_IN_PERIOD)
        return {q.id: nothing for q in rubric.quantities if q.tickets is not None}
    kinds = map(attrgetter("status", "classification"), export.tickets)
    numbers: Counter[tuple[str, str]] = Counter(kinds)
    return {
        quantity.id: _count(export, quantity.tickets, numbers)
        for quantity in rubric.quantities
        if quantity.tickets is not None
    }


def _count(
    export: Export, wanted: RowFilter, numbers: Mapping[tuple[str, str], int]
) -> Evidence:
    key = "tracking_id"
    if wanted.status or wanted.unknown_status:
        key = "status"
    elif wanted.classification:
        key = "classification"
    for needed in ("tracking_id", "received", *_columns(wanted)):
        if needed in export.lost:
            return Evidence(None, "", export.column(key), export.lost[needed])
    number = sum(
        count
        for (status, classification), count in numbers.items()
        if (not wanted.status or status in wanted.status)
        and not (wanted.unknown_status and status)
        and (not wanted.classification or classification in wanted.classification)
    )
    return Evidence(Fraction(number), str(number), export.column(key))


def _columns(wanted: RowFilter) -> tuple[str, ...]:
    filters = {
        "status": wanted.status or wanted.unknown_status,
        "classification": wanted.classification,
    }
    return tuple(key for key, asked in filters.items() if asked)
