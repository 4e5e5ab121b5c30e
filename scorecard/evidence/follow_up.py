"""Read the follow-up log: the dates that the official export does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from scorecard.errors import Location, Problem
from scorecard.evidence.answers import as_text
from scorecard.evidence.dates import read_date
from scorecard.evidence.problems import counted, listed_rows, problem
from scorecard.evidence.table import Header, find_header, is_blank
from scorecard.evidence.workbook import Sheet, Workbook
from scorecard.rubric.evidence import Log, LogColumn
from scorecard.wording import Text


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One ticket's dates of follow-up, and the row where they stand."""

    row: int
    dates: Mapping[LogColumn, date]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The log's entries by Tracking ID; `unreadable` says why there are none."""

    sheet: Sheet | None = None
    columns: Mapping[str, int] = field(default_factory=dict)
    entries: Mapping[str, LogEntry] = field(default_factory=dict)
    unreadable: Text | None = None
    problems: tuple[Problem, ...] = ()


def read_follow_up(
    workbooks: Iterable[Workbook], log: Log, known: frozenset[str]
) -> FollowUp:
    """Read the log of the tickets whose Tracking ID is `known`; none may be sent.

    A log that holds its headings alone, as the form's own, was not kept.
    """
    names = (log.sheet.name, *log.sheet.aliases)
    sheets = tuple(
        sheet
        for book in workbooks
        for sheet in book.named(*names)
        if not _is_untouched(sheet, log)
    )
    if not sheets:
        return FollowUp()
    if len(sheets) > 1:
        found = ", ".join(f"{sheet.file} › {sheet.name}" for sheet in sheets)
        place = Location(sheets[0].file, sheets[0].name)
        twice = problem("sheet-twice", place, wanted=log.sheet.name, found=found)
        return FollowUp(unreadable=twice.message, problems=(twice,))
    columns = {str(key): names for key, names in log.columns.items()}
    header = find_header(sheets[0], columns, columns)
    if header is None or header.twice:
        headings = ", ".join(spellings[0] for spellings in log.columns.values())
        place = Location(sheets[0].file, sheets[0].name)
        lost = problem("log-unreadable", place, headings=headings)
        return FollowUp(unreadable=lost.message, problems=(lost,))
    return _read(sheets[0], header, known)


def _is_untouched(sheet: Sheet, log: Log) -> bool:
    columns = {str(key): names for key, names in log.columns.items()}
    header = find_header(sheet, columns, columns)
    if header is None:
        return False
    below = sheet.rows[header.row :]
    return all(is_blank(value) for row in below for value in row)


def _read(sheet: Sheet, header: Header, known: frozenset[str]) -> FollowUp:
    entries: dict[str, LogEntry] = {}
    wrong: dict[str, list[int]] = {}
    for row in range(header.row + 1, len(sheet.rows) + 1):
        ticket = as_text(sheet.value(row, header.columns["tracking_id"]))
        if not ticket:
            continue
        if ticket not in known or ticket in entries:
            unknown = ticket not in known
            code = "log-ticket-unknown" if unknown else "log-ticket-twice"
            wrong.setdefault(code, []).append(row)
            continue
        entries[ticket], readable = _entry(sheet, header, row)
        if not readable:
            wrong.setdefault("log-date-unreadable", []).append(row)
    problems = tuple(_of_rows(code, sheet, rows) for code, rows in wrong.items())
    return FollowUp(sheet, header.columns, entries, problems=problems)


def _entry(sheet: Sheet, header: Header, row: int) -> tuple[LogEntry, bool]:
    dates: dict[LogColumn, date] = {}
    readable = True
    keys: tuple[LogColumn, ...] = ("verified", "first_reply", "closed")
    for key in keys:
        value = sheet.value(row, header.columns.get(key, 0))
        day = read_date(value)
        readable = readable and (day is not None or is_blank(value))
        dates |= {key: day} if day else {}
    return LogEntry(row, dates), readable


def _of_rows(code: str, sheet: Sheet, rows: list[int]) -> Problem:
    place = Location(sheet.file, sheet.name)
    return problem(code, place, count=counted(rows, "baris"), rows=listed_rows(rows))
