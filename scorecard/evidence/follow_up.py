"""Read the follow-up log: the dates that the official export does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from scorecard.errors import Location, Problem
from scorecard.evidence.answers import as_text
from scorecard.evidence.dates import Order, order_of, read_date
from scorecard.evidence.folding import folded, nearest
from scorecard.evidence.problems import counted, did_you_mean, listed_rows, problem
from scorecard.evidence.table import Header, find_header, is_blank
from scorecard.evidence.workbook import Sheet, Value, Workbook
from scorecard.rubric.evidence import Log, LogColumn
from scorecard.wording import Text

_DATES: tuple[LogColumn, ...] = ("verified", "first_reply", "closed")


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One ticket's dates of follow-up, and the row where they stand."""

    row: int
    dates: Mapping[LogColumn, date]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The log's entries by Tracking ID; `unreadable` says why there are none.

    `lost` names the log's columns that were not found, with the reason.
    """

    sheet: Sheet | None = None
    columns: Mapping[str, int] = field(default_factory=dict)
    entries: Mapping[str, LogEntry] = field(default_factory=dict)
    unreadable: Text | None = None
    problems: tuple[Problem, ...] = ()
    lost: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Log:
    """A log that is being read, and how each column writes its dates."""

    sheet: Sheet
    header: Header
    orders: Mapping[LogColumn, Order | None]
    blanks: frozenset[str]

    def value(self, row: int, key: LogColumn) -> Value:
        """Give a cell's value; a dash and the like are a blank."""
        value = self.sheet.value(row, self.header.columns.get(key, 0))
        if isinstance(value, str) and folded(value) in self.blanks:
            return None
        return value


def find_logs(workbooks: Iterable[Workbook], log: Log) -> tuple[Sheet, ...]:
    """Find the log by its name, else by its headings; none may be sent.

    A log that holds its headings alone, as the form's own, was not kept.
    """
    names = (log.sheet.name, *log.sheet.aliases)
    books = tuple(workbooks)
    named = tuple(sheet for book in books for sheet in book.named(*names))
    every = (sheet for book in books for sheet in book.sheets)
    found = named or tuple(sheet for sheet in every if _header_of(sheet, log))
    return tuple(sheet for sheet in found if not _is_untouched(sheet, log))


def read_follow_up(
    sheets: tuple[Sheet, ...],
    log: Log,
    known: frozenset[str],
    blanks: frozenset[str] = frozenset(),
) -> FollowUp:
    """Read the one log, of the tickets whose Tracking ID is `known`."""
    place = Location(sheets[0].file, sheets[0].name)
    if len(sheets) > 1:
        found = ", ".join(f"{sheet.file} › {sheet.name}" for sheet in sheets)
        return _refused(
            problem("sheet-twice", place, wanted=log.sheet.name, found=found)
        )
    header = _header_of(sheets[0], log)
    if header is None or header.twice:
        headings = ", ".join(spellings[0] for spellings in log.columns.values())
        return _refused(problem("log-unreadable", place, headings=headings))
    given = (key for key in _DATES if key in header.columns)
    orders = {key: order_of(_column(sheets[0], header, key)) for key in given}
    return _read(_Log(sheets[0], header, orders, blanks | {""}), log, known)


def _header_of(sheet: Sheet, log: Log) -> Header | None:
    """Find a row with the Tracking ID and at least one of the log's dates."""
    columns = {str(key): names for key, names in log.columns.items()}
    header = find_header(sheet, columns, ("tracking_id",))
    return header if header and len(header.columns) > 1 else None


def _column(sheet: Sheet, header: Header, key: str) -> list[Value]:
    place = header.columns[key]
    return [sheet.value(row, place) for row in range(header.row, len(sheet.rows) + 1)]


def _refused(found: Problem) -> FollowUp:
    return FollowUp(unreadable=found.message, problems=(found,))


def _is_untouched(sheet: Sheet, log: Log) -> bool:
    """Tell the form's own log, of headings alone, from one that was kept."""
    header = _header_of(sheet, log)
    if header is None:
        return False
    below = sheet.rows[header.row :]
    return all(is_blank(value) for row in below for value in row)


def _read(log: _Log, declared: Log, known: frozenset[str]) -> FollowUp:
    entries: dict[str, LogEntry] = {}
    wrong: dict[str, list[int]] = {}
    for row in range(log.header.row + 1, len(log.sheet.rows) + 1):
        ticket = as_text(log.value(row, "tracking_id"))
        if not ticket and all(log.value(row, key) is None for key in _DATES):
            continue
        if reason := _not_usable(ticket, known, entries):
            wrong.setdefault(reason, []).append(row)
            continue
        entries[ticket], readable = _entry(log, row)
        if not readable:
            wrong.setdefault("log-date-unreadable", []).append(row)
        if not _in_order(entries[ticket].dates):
            wrong.setdefault("log-closed-before-reply", []).append(row)
    missing = _missing(log, declared)
    problems = (
        *missing.values(),
        *(_of_rows(code, log.sheet, rows) for code, rows in wrong.items()),
    )
    lost = {key: found.message for key, found in missing.items()}
    return FollowUp(
        log.sheet, log.header.columns, entries, problems=problems, lost=lost
    )


def _not_usable(
    ticket: str, known: frozenset[str], entries: Mapping[str, LogEntry]
) -> str:
    """Say why a row of the log cannot be used; nothing if it can."""
    if not ticket:
        return "log-without-id"
    if ticket not in known:
        return "log-ticket-unknown"
    return "log-ticket-twice" if ticket in entries else ""


def _entry(log: _Log, row: int) -> tuple[LogEntry, bool]:
    dates: dict[LogColumn, date] = {}
    readable = True
    for key in _DATES:
        value = log.value(row, key)
        day = read_date(value, log.orders.get(key))
        readable = readable and (day is not None or value is None)
        dates |= {key: day} if day else {}
    return LogEntry(row, dates), readable


def _in_order(dates: Mapping[LogColumn, date]) -> bool:
    """A ticket is verified, then answered, then closed, as far as dates are given."""
    given = [dates[key] for key in _DATES if key in dates]
    return given == sorted(given)


def _missing(log: _Log, declared: Log) -> dict[str, Problem]:
    place = Location(log.sheet.file, log.sheet.name)
    return {
        key: problem(
            "log-column-missing",
            place,
            heading=names[0],
            hint=did_you_mean(nearest(names[0], log.header.unknown)),
        )
        for key, names in declared.columns.items()
        if key not in log.header.columns
    }


def _of_rows(code: str, sheet: Sheet, rows: list[int]) -> Problem:
    place = Location(sheet.file, sheet.name)
    return problem(code, place, count=counted(rows, "baris"), rows=listed_rows(rows))
