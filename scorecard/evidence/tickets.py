"""Read the LAPOR! ticket export: the declared columns of each row, typed and checked.

The header row is found by its headings, with or without the preamble. Columns that hold
personal data (names, titles, texts) never become part of a Ticket or a message.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from scorecard.errors import Location, Problem
from scorecard.evidence.folding import folded
from scorecard.evidence.owners import other_owners, other_preamble
from scorecard.evidence.problems import counted, problem
from scorecard.evidence.swapped_dates import swapped_dates
from scorecard.evidence.table import Header, find_header, is_blank
from scorecard.evidence.ticket_columns import TicketColumns, ids, ticket_columns
from scorecard.evidence.ticket_header import (
    answer_column,
    header_of,
    ignored_columns,
    missing_columns,
    spellings,
)
from scorecard.evidence.ticket_rows import Ticket, keep_countable, read_rows
from scorecard.evidence.workbook import Sheet, Workbook
from scorecard.rubric.evidence import Tickets
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text


@dataclass(frozen=True, slots=True)
class Export:
    """The tickets that count, and where they stand.

    `lost` names columns that were needed and not found, with the reason. Rows from
    `first_row` to `last_row` are the whole table, counted or not; `every` are the
    tickets in them. `answer` is the column of answers, 0 where there is none.
    """

    sheet: Sheet
    columns: Mapping[str, int]
    first_row: int
    last_row: int
    tickets: tuple[Ticket, ...]
    lost: Mapping[str, Text]
    problems: tuple[Problem, ...]
    every: tuple[Ticket, ...] = ()
    answer: int = 0

    @property
    def place(self) -> str:
        """Name the sheet."""
        return str(Location(self.sheet.file, self.sheet.name))

    @property
    def known(self) -> frozenset[str]:
        """The Tracking IDs of all tickets, counted or not."""
        return frozenset(ticket.id for ticket in self.every if ticket.id)

    def column(self, key: str) -> Location:
        """Name the cells of a column from the first ticket to the last."""
        if key not in self.columns:
            return Location(self.sheet.file, self.sheet.name)
        if self.last_row < self.first_row:
            return self.sheet.at(self.first_row - 1, self.columns[key])
        return self.sheet.at(self.first_row, self.columns[key], self.last_row)


def find_exports(workbooks: Iterable[Workbook], tickets: Tickets) -> tuple[Sheet, ...]:
    """Find the export's sheets by name, else by their headings.

    The form's own sheet for the export, left blank, is none.
    """
    books = tuple(workbooks)
    names = (tickets.sheet.name, *tickets.sheet.aliases)
    named = tuple(
        sheet
        for book in books
        for sheet in book.named(*names)
        if not all(is_blank(value) for row in sheet.rows for value in row)
    )
    if named:
        return named
    log = tickets.log.sheet if tickets.log else None
    other = {folded(name) for name in ((log.name, *log.aliases) if log else ())}
    return tuple(
        sheet
        for book in books
        for sheet in book.sheets
        if folded(sheet.name) not in other and _holds_tickets(sheet, tickets)
    )


def elsewhere(
    workbooks: Iterable[Workbook], export: Export, rubric: Rubric, logs: Sequence[Sheet]
) -> tuple[Problem, ...]:
    """Report other sheets of tickets, beside the export that was found by its name."""
    tickets = _declared(rubric)
    known = {id(sheet) for sheet in (export.sheet, *logs)}
    others = (s for book in workbooks for s in book.sheets if id(s) not in known)
    return tuple(
        _elsewhere(sheet, export, tickets)
        for sheet in others
        if _holds_tickets(sheet, tickets)
    )


def _elsewhere(sheet: Sheet, export: Export, tickets: Tickets) -> Problem:
    header = header_of(sheet, tickets)
    if isinstance(header, Problem):
        return header
    columns = ticket_columns(sheet, header.columns, header.row + 1)
    more = {*ids(columns.column("tracking_id"))} - export.known - {""}
    place = Location(sheet.file, sheet.name)
    return problem(
        "tickets-elsewhere", place, count=counted(range(len(more))), wanted=export.place
    )


def read_export(sheet: Sheet, rubric: Rubric, code: str) -> Export:
    """Read the export of the participant with this code; the period is the rubric's."""
    tickets = _declared(rubric)
    header = header_of(sheet, tickets)
    if isinstance(header, Problem):
        lost = {"tracking_id": header.message}
        return Export(sheet, {}, 1, 0, (), lost, (header,))
    answer = answer_column(sheet, header, rubric)
    # One pass over a large sheet takes what is wanted later too.
    sheet.columns([*header.columns.values(), *([answer] if answer else [])], 1)
    columns = ticket_columns(sheet, header.columns, header.row + 1)
    return replace(_read(columns, header, (rubric, code)), answer=answer)


def _read(columns: TicketColumns, header: Header, whose: tuple[Rubric, str]) -> Export:
    rubric, code = whose
    tickets = _declared(rubric)
    missing = missing_columns(columns.sheet, header, rubric)
    blanks = frozenset(map(folded, rubric.vocabulary.blank))
    rows = read_rows(columns, tickets, code, blanks)
    kept, problems = keep_countable(rows, rubric.period, tickets)
    return Export(
        sheet=columns.sheet,
        columns=header.columns,
        first_row=header.row + 1,
        last_row=columns.rows[-1] if columns.rows else header.row,
        tickets=kept,
        lost={key: found.message for key, found in missing.items()},
        problems=(
            *missing.values(),
            *problems,
            *swapped_dates(columns),
            *other_preamble(columns.sheet, header.row - header.depth, code),
            *other_owners(columns, kept, code),
            *ignored_columns(columns.sheet, header, tickets),
        ),
        every=tuple(rows.tickets),
    )


def _declared(rubric: Rubric) -> Tickets:
    if rubric.tickets is None:
        raise ValueError(f"the rubric {rubric.id} declares no ticket export")
    return rubric.tickets


def _holds_tickets(sheet: Sheet, tickets: Tickets) -> bool:
    """A table of tickets has Tracking IDs and their statuses, or two columns more."""
    header = find_header(sheet, spellings(tickets), ("tracking_id",))
    return header is not None and (
        "status" in header.columns or len(header.columns) > 2
    )
