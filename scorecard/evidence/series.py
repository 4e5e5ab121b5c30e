"""Make the series of the tickets: ratings, and working days between two dates.

The official export holds no date of follow-up; without a log such a series cannot be
computed, and says so. Nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from scorecard.errors import Location, Problem
from scorecard.evidence.calendar import is_decreed, working_days
from scorecard.evidence.follow_up import FollowUp
from scorecard.evidence.numbers import mark_of, read_number
from scorecard.evidence.problems import counted, listed_rows, problem
from scorecard.evidence.ticket_columns import each_read
from scorecard.evidence.ticket_rows import Ticket
from scorecard.evidence.tickets import Export
from scorecard.model import Series, SeriesItem
from scorecard.rubric.evidence import Series as SeriesRule
from scorecard.rubric.evidence import Tickets
from scorecard.wording import Text, say

Moment = Literal["received", "verified", "first_reply", "closed"]


@dataclass(frozen=True, slots=True)
class SeriesRead:
    """The series by id, and what was wrong."""

    series: dict[str, Series]
    problems: tuple[Problem, ...]


def read_series(
    export: Export, follow_up: FollowUp, tickets: Tickets, as_of: date
) -> SeriesRead:
    """Make every series that the rubric declares, for the tickets that count.

    Tickets without the date that ends a span wait until `as_of`.
    """
    log = _Log(follow_up, tickets, as_of)
    series: dict[str, Series] = {}
    problems: list[Problem] = []
    for rule in tickets.series:
        if rule.column == "rating":
            series[rule.id], found = _ratings(export)
        else:
            series[rule.id], found = _days(rule, export, log)
        problems += [found] if found else []
    return SeriesRead(series, (*problems, *_estimated_years(follow_up)))


@dataclass(frozen=True, slots=True)
class _Log:
    """The follow-up log, what the rubric says of it, and the day of judgement."""

    follow_up: FollowUp
    tickets: Tickets
    as_of: date


def _estimated_years(follow_up: FollowUp) -> tuple[Problem, ...]:
    """Report years whose days off nobody has decreed yet, as far as we know."""
    sheet = follow_up.sheet
    days = (day for entry in follow_up.entries.values() for day in entry.dates.values())
    years = sorted({day.year for day in days})
    unknown = ", ".join(str(year) for year in years if not is_decreed(year))
    if sheet is None or not unknown:
        return ()
    place = Location(sheet.file, sheet.name)
    return (problem("calendar-not-decreed", place, years=unknown),)


def _ratings(export: Export) -> tuple[Series, Problem | None]:
    place = export.column("rating")
    lost = export.lost.get("tracking_id") or export.lost.get("rating")
    if lost:
        return Series((), place, lost), None
    items, wrong = [], []
    ratings = [ticket.rating for ticket in export.tickets]
    mark = mark_of({each for each in ratings if isinstance(each, str)})
    numbers = each_read(ratings, lambda value: read_number(value, mark))
    for ticket, number in zip(export.tickets, numbers, strict=True):
        if isinstance(number, Fraction):
            items.append(_item(ticket, number))
        elif ticket.rating is not None:
            wrong.append(ticket.row)
    found = _of_rows("ticket-rating-unreadable", place, wrong) if wrong else None
    return Series(tuple(items), place), found


def _days(rule: SeriesRule, export: Export, log: _Log) -> tuple[Series, Problem | None]:
    follow_up = log.follow_up
    if reason := _not_computable(rule, export, follow_up, log.tickets):
        return Series((), export.column("received"), reason), None
    items, waiting, reversed_rows = [], [], []
    for ticket in export.tickets:
        start = _date(ticket, rule.start, follow_up)
        end = _date(ticket, rule.end, follow_up)
        if start is not None and end is not None and start <= end:
            items.append(_item(ticket, Fraction(working_days(start, end))))
            continue
        if start is not None and end is not None:
            reversed_rows.append(follow_up.entries[ticket.id].row)
        waiting.append(_waiting(ticket, start, log.as_of))
    place = _end_column(rule, export, follow_up)
    series = Series(tuple(items), place, waiting=tuple(waiting))
    if not reversed_rows:
        return series, None
    return series, _of_rows("log-dates-reversed", place, reversed_rows, rule.title.text)


def _waiting(ticket: Ticket, start: date | None, as_of: date) -> SeriesItem:
    """Count the days so far: from the receipt, where the log does not say more."""
    since = start or ticket.received
    known = since is not None and since <= as_of
    days = working_days(since, as_of) if since is not None and known else 0
    return _item(ticket, Fraction(days))


def _not_computable(
    rule: SeriesRule, export: Export, follow_up: FollowUp, tickets: Tickets
) -> Text | None:
    lost = export.lost.get("tracking_id") or export.lost.get("received")
    if lost or follow_up.unreadable:
        return lost or follow_up.unreadable
    for key in (rule.start, rule.end):
        if key is not None and key in follow_up.lost:
            return follow_up.lost[key]
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


def _date(ticket: Ticket, key: Moment | None, follow_up: FollowUp) -> date | None:
    if key is None or key == "received":
        return ticket.received
    entry = follow_up.entries.get(ticket.id)
    return entry.dates.get(key) if entry else None


def _end_column(rule: SeriesRule, export: Export, follow_up: FollowUp) -> Location:
    sheet, rows = follow_up.sheet, [each.row for each in follow_up.entries.values()]
    column = follow_up.columns.get(rule.end or "", 0)
    if sheet is None or not column or not rows:
        return export.column("received")
    return sheet.at(min(rows), column, max(rows))


def _item(ticket: Ticket, value: Fraction) -> SeriesItem:
    return SeriesItem(value, ticket.classification, ticket.received, ticket.status)


def _of_rows(
    code: str, place: Location, rows: list[int], title: Text | None = None
) -> Problem:
    return problem(
        code, place, title=title, count=counted(rows), rows=listed_rows(rows)
    )
