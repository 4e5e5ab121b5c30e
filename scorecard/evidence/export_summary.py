"""Sum up one submission's export and follow-up log for its signals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta

from scorecard.evidence.dates import hours_ahead, read_clock
from scorecard.evidence.follow_up import FollowUp
from scorecard.evidence.ticket_evidence import TicketEvidence
from scorecard.evidence.ticket_rows import Ticket
from scorecard.evidence.ticket_summary import (
    Column,
    PlainColumns,
    TicketSummary,
    answer_digests,
    summarised,
)
from scorecard.evidence.tickets import Export
from scorecard.evidence.workbook import Sheet, Value, column_letters
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.signals import Hasty


def summary_of(
    tickets: TicketEvidence, rubric: Rubric, code: str
) -> TicketSummary | None:
    """Sum up the participant's tickets; None without an export or without signals."""
    export = tickets.export
    if export is None or not rubric.signals or "tracking_id" in export.lost:
        return None
    log = tickets.follow_up
    wanted = any(isinstance(rule, Hasty) for rule in rubric.signals)
    return summarised(
        _plain(export.tickets),
        _plain(export.every),
        _columns(export, log),
        answers=answer_digests(_cells(export, export.answer)),
        minutes=tuple(_minutes(export, log, hours_ahead(code))) if wanted else (),
    )


def _columns(export: Export, log: FollowUp) -> dict[str, Column]:
    sheet = export.sheet
    columns = {
        key: Column(sheet.file, sheet.name, column_letters(place))
        for key, place in {**export.columns, "answer": export.answer}.items()
        if place
    }
    if log.sheet is not None and (closed := log.columns.get("closed")):
        letters = column_letters(closed)
        columns["closed"] = Column(log.sheet.file, log.sheet.name, letters)
    return columns


def _cells(export: Export, column: int) -> list[Value]:
    """Give a column's cells of the tickets that count; none without the column."""
    if not column:
        return []
    first = export.first_row
    cells = export.sheet.column(column, first)
    return [cells[ticket.row - first] for ticket in export.tickets]


def _plain(tickets: Sequence[Ticket]) -> PlainColumns:
    return PlainColumns(
        [ticket.row for ticket in tickets],
        [ticket.received for ticket in tickets],
        [ticket.classification for ticket in tickets],
        [ticket.status for ticket in tickets],
    )


def _minutes(export: Export, log: FollowUp, ahead: int) -> Iterator[tuple[int, int]]:
    """Give row and minutes of each closure whose moments are both known."""
    clock, closed = export.columns.get("received_time"), log.columns.get("closed")
    if log.sheet is None or not clock or not closed:
        return
    for ticket in export.tickets:
        entry = log.entries.get(ticket.id)
        day = entry.dates.get("closed") if entry else None
        start = read_clock(export.sheet.value(ticket.row, clock))
        end = _clock(log.sheet, entry.row, closed) if entry else None
        if entry is None or not (day and start and end and ticket.received):
            continue
        received = datetime.combine(ticket.received, _ahead(start, ahead))
        seconds = (datetime.combine(day, end) - received).total_seconds()
        if seconds >= 0:
            yield entry.row, int(seconds // 60)


def _ahead(utc: time, hours: int) -> time:
    """Give the time at the place; the ticket's day is the place's already."""
    return (datetime.combine(datetime.min, utc) + timedelta(hours=hours)).time()


def _clock(sheet: Sheet, row: int, column: int) -> time | None:
    """Read the time in the cell of a date; a date alone has none."""
    value: Value = sheet.value(row, column)
    if isinstance(value, datetime):
        return value.time() if value.time() != time() else None
    if isinstance(value, str) and ":" in value:
        words = (word for word in value.split() if ":" in word)
        return read_clock(next(words).strip(","))
    return None
