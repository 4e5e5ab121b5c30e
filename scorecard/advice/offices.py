"""By office: who holds the tickets that are still open, and those nobody touched."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.advice.statuses import (
    open_quantities,
    statuses_of,
    untouched_statuses,
)
from scorecard.model import Scorecard
from scorecard.rubric.evidence import Quantity
from scorecard.rubric.nouns import Rubric


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office with the tickets passed on to it, open ones by column."""

    office: str
    received: int
    open: tuple[int, ...]

    @property
    def total(self) -> int:
        """All that are open."""
        return sum(self.open)


@dataclass(frozen=True, slots=True)
class OfficeTable:
    """The offices with most untouched tickets first; a column for each quantity."""

    columns: tuple[Quantity, ...]
    rows: tuple[OfficeRow, ...]


def office_table(scorecard: Scorecard, rubric: Rubric) -> OfficeTable:
    """Tell the offices that hold open tickets, from the export's dispositions."""
    columns = open_quantities(rubric)
    untouched = untouched_statuses(rubric)
    ranked = []
    for load in scorecard.offices:
        numbers = {each.status: each.number for each in load.statuses}
        held = tuple(
            sum(numbers.get(status, 0) for status in statuses_of(quantity))
            for quantity in columns
        )
        idle = sum(numbers.get(status, 0) for status in untouched)
        if sum(held):
            row = OfficeRow(load.office, load.received, held)
            ranked.append(((-idle, -row.total, row.office), row))
    return OfficeTable(columns, tuple(row for _, row in sorted(ranked)))
