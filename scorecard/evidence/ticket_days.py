"""The days of receipt of an export: moments in UTC become days at the place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scorecard.evidence.dates import (
    Undated,
    clock_beside,
    date_or_reason,
    hours_ahead,
    order_of,
    read_clock,
)
from scorecard.evidence.folding import folded
from scorecard.evidence.ticket_columns import TicketColumns, each_read
from scorecard.evidence.workbook import Value


@dataclass(frozen=True, slots=True)
class LocalDays:
    """The day of each row; by row, why there is none; the rows of unreadable times."""

    days: Sequence[date | None]
    undated: Mapping[int, Undated]
    untimed: Sequence[int]


def local_days(columns: TicketColumns, code: str, blanks: frozenset[str]) -> LocalDays:
    """Read the days of receipt at the place of the participant with this code.

    A time in a column of its own decides, else one beside the date; both are UTC.
    """
    cells = columns.column("received")
    order = order_of(dict.fromkeys(cells))
    from_1904 = columns.sheet.from_1904
    days = each_read(
        cells, lambda value: date_or_reason(value, order, from_1904=from_1904)
    )
    own = each_read(columns.column("received_time"), _lateness(hours_ahead(code)))
    late = own if None not in own else _or_beside(own, cells, hours_ahead(code))
    if any(late):
        after = {day: _next(day) for day in set(days)}
        days = [
            after[day] if is_late else day
            for day, is_late in zip(days, late, strict=True)
        ]
    known = {day: None if isinstance(day, str) else day for day in set(days)}
    dated = list(map(known.__getitem__, days))
    return LocalDays(dated, _undated(columns, days), _untimed(columns, own, blanks))


def _undated(
    columns: TicketColumns, days: Sequence[date | Undated]
) -> dict[int, Undated]:
    if not any(isinstance(day, str) for day in set(days)):
        return {}
    rows = zip(columns.rows, days, strict=True)
    return {row: day for row, day in rows if isinstance(day, str)}


def _lateness(ahead: int) -> Callable[[Value], bool | None]:
    """Tell of a time in UTC whether it is the next day at the place already."""
    hours = {f"{hour:02}": hour + ahead >= 24 for hour in range(24)}

    def late(value: Value) -> bool | None:
        # The export's own notation, HH:MM:SS: nearly every cell has its own second.
        if isinstance(value, str) and len(value) == 8 and value[2::3] == "::":
            return hours.get(value[:2])
        clock = read_clock(value)
        return None if clock is None else clock.hour + ahead >= 24

    return late


def _or_beside(
    own: Sequence[bool | None], cells: Sequence[Value], ahead: int
) -> list[bool | None]:
    """Where there is no time of its own, look at the one in the cell of the date."""

    def late(value: Value) -> bool:
        clock = clock_beside(value)
        return clock is not None and clock.hour + ahead >= 24

    beside = each_read(cells, late)
    pairs = zip(own, beside, strict=True)
    return [inside if outside is None else outside for outside, inside in pairs]


def _untimed(
    columns: TicketColumns, own: Sequence[bool | None], blanks: frozenset[str]
) -> list[int]:
    """List the rows whose time is written, but is none."""
    if None not in own:
        return []
    cells = zip(columns.rows, columns.column("received_time"), own, strict=True)
    return [
        row
        for row, value, late in cells
        if late is None
        and value is not None
        and not (isinstance(value, str) and folded(value) in ("", *blanks))
    ]


def _next(day: date | Undated) -> date | Undated:
    return day if isinstance(day, str) else day + timedelta(days=1)
