"""Make the series of the tickets: ratings, and working days between two dates.

The official export holds no date of follow-up; without a log such a series cannot be
computed, and says so. Nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from scorecard.errors import Location, Problem
from scorecard.evidence.calendar import working_days
from scorecard.evidence.follow_up import FollowUp
from scorecard.evidence.numbers import read_number
from scorecard.evidence.problems import counted, listed_rows, problem
from scorecard.evidence.table import is_blank
from scorecard.evidence.ticket_rows import Ticket
from scorecard.evidence.tickets import Export
from scorecard.model import Series, SeriesItem
from scorecard.rubric.evidence import Series as SeriesRule
from scorecard.rubric.evidence import Tickets
from scorecard.wording import Text, say


@dataclass(frozen=True, slots=True)
class SeriesRead:
    """The series by id, and what was wrong."""

    series: dict[str, Series]
    problems: tuple[Problem, ...]


def read_series(export: Export, follow_up: FollowUp, tickets: Tickets) -> SeriesRead:
    """Make every series that the rubric declares, for the tickets that count."""
    series: dict[str, Series] = {}
    problems: list[Problem] = []
    for rule in tickets.series:
        if rule.column == "rating":
            series[rule.id], found = _ratings(export)
        else:
            series[rule.id], found = _days(rule, export, follow_up, tickets)
        problems += [found] if found else []
    return SeriesRead(series, tuple(problems))


def _ratings(export: Export) -> tuple[Series, Problem | None]:
    place = export.column("rating")
    lost = export.lost.get("tracking_id") or export.lost.get("rating")
    if lost:
        return Series((), place, lost), None
    items, wrong = [], []
    for ticket in export.tickets:
        number = read_number(ticket.rating)
        if isinstance(number, Fraction):
            items.append(_item(ticket, number))
        elif not is_blank(ticket.rating):
            wrong.append(ticket.row)
    found = _of_rows("ticket-rating-unreadable", place, wrong) if wrong else None
    return Series(tuple(items), place), found


def _days(
    rule: SeriesRule, export: Export, follow_up: FollowUp, tickets: Tickets
) -> tuple[Series, Problem | None]:
    if reason := _not_computable(rule, export, follow_up, tickets):
        return Series((), export.column("received"), reason), None
    items, reversed_rows = [], []
    for ticket in export.tickets:
        start, end = (
            _date(ticket, rule.start, follow_up),
            _date(ticket, rule.end, follow_up),
        )
        if start is None or end is None:
            continue
        if end < start:
            reversed_rows.append(follow_up.entries[ticket.id].row)
        else:
            items.append(_item(ticket, Fraction(working_days(start, end))))
    place = _end_column(rule, export, follow_up)
    if not reversed_rows:
        return Series(tuple(items), place), None
    found = _of_rows("log-dates-reversed", place, reversed_rows, rule.title.text)
    return Series(tuple(items), place), found


def _not_computable(
    rule: SeriesRule, export: Export, follow_up: FollowUp, tickets: Tickets
) -> Text | None:
    lost = export.lost.get("tracking_id") or export.lost.get("received")
    if lost or follow_up.unreadable:
        return lost or follow_up.unreadable
    if follow_up.sheet is not None:
        return None
    return say(
        "“{title}” tidak dapat dihitung: ekspor laporan tidak memuat tanggal tindak "
        "lanjut, dan log tindak lanjut (lembar “{sheet}”) tidak disertakan.",
        "“{title}” cannot be computed: the ticket export holds no dates of follow-up, "
        "and no follow-up log (sheet “{sheet}”) was sent.",
        title=rule.title.text,
        sheet=tickets.log.sheet.name if tickets.log else "—",
    )


def _date(ticket: Ticket, key: str | None, follow_up: FollowUp) -> date | None:
    if key == "received":
        return ticket.received
    entry = follow_up.entries.get(ticket.id)
    return (
        next((day for name, day in entry.dates.items() if name == key), None)
        if (entry)
        else None
    )


def _end_column(rule: SeriesRule, export: Export, follow_up: FollowUp) -> Location:
    sheet, rows = follow_up.sheet, [each.row for each in follow_up.entries.values()]
    column = follow_up.columns.get(rule.end or "", 0)
    if sheet is None or not column or not rows:
        return export.column("received")
    return sheet.at(min(rows), column, max(rows))


def _item(ticket: Ticket, value: Fraction) -> SeriesItem:
    return SeriesItem(value, ticket.classification, ticket.received)


def _of_rows(
    code: str, place: Location, rows: list[int], title: Text | None = None
) -> Problem:
    return problem(
        code, place, title=title, count=counted(rows), rows=listed_rows(rows)
    )
