"""Exports, and rows of one, that belong to another government, by the owner's name.

Only the exact official name of another government is reported: the owner's column also
holds names of offices, and the reporter's place says nothing of who is responsible.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from scorecard.errors import Problem
from scorecard.evidence.answers import as_text
from scorecard.evidence.problems import counted, listed_rows, problem
from scorecard.evidence.regions import normalised_name, regions
from scorecard.evidence.ticket_columns import TicketColumns, each_read
from scorecard.evidence.ticket_rows import Ticket
from scorecard.evidence.workbook import Sheet, Value
from scorecard.model import Participant

_ABOVE = "tickets-preamble-differs"
_LONGEST_NAME = 120


def other_owners(
    columns: TicketColumns, kept: Iterable[Ticket], code: str
) -> tuple[Problem, ...]:
    """Report the counted rows whose owner is another region than the participant's."""
    if code not in regions() or "owner" not in columns.places:
        return ()

    def stranger(value: Value) -> str:
        found = _official_names().get(normalised_name(as_text(value)))
        return found.name if found and found.code != code else ""

    names = each_read(columns.column("owner"), stranger)
    if not any(names):
        return ()
    rows: dict[str, list[int]] = {}
    counting = {ticket.row for ticket in kept}
    for row, name in zip(columns.rows, names, strict=True):
        if name and row in counting:
            rows.setdefault(name, []).append(row)
    own = regions()[code].name
    return tuple(
        _of_rows(columns, (name, own), numbers)
        for name, numbers in sorted(rows.items())
    )


def other_preamble(sheet: Sheet, rows: int, code: str) -> tuple[Problem, ...]:
    """Report that the rows above the headings name another region, and not the own."""
    if code not in regions():
        return ()
    named = {
        found.code: (found.name, sheet.at(row, column))
        for row in range(1, rows + 1)
        for column, value in enumerate(sheet.rows[row - 1], start=1)
        if isinstance(value, str) and len(value) <= _LONGEST_NAME
        if (found := _official_names().get(normalised_name(value)))
    }
    if not named or code in named:
        return ()
    owner, place = next(iter(named.values()))
    own = regions()[code].name
    told = problem(_ABOVE, place, seen=owner, owner=owner, own=own)
    return (told,)


def _of_rows(
    columns: TicketColumns, names: tuple[str, str], rows: list[int]
) -> Problem:
    owner, own = names
    return problem(
        "ticket-of-another-government",
        columns.place("owner", rows),
        owner=owner,
        own=own,
        count=counted(rows),
        rows=listed_rows(rows),
    )


@cache
def _official_names() -> dict[str, Participant]:
    return {normalised_name(each.name): each for each in regions().values()}
