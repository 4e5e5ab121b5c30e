"""Read the LAPOR! ticket export: the declared columns of each row, typed and checked.

The header row is found by its first heading, with or without the preamble. Columns that
hold personal data (names, titles, texts) never become part of a Ticket or a message.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scorecard.errors import Location, Problem
from scorecard.evidence.folding import folded, nearest
from scorecard.evidence.problems import did_you_mean, problem
from scorecard.evidence.table import Header, find_header, is_blank
from scorecard.evidence.ticket_rows import Ticket, TicketReader, keep_countable
from scorecard.evidence.workbook import Sheet, Workbook
from scorecard.rubric.evidence import Tickets
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text


@dataclass(frozen=True, slots=True)
class Export:
    """The tickets that count, and where they stand.

    `lost` names columns that were needed and not found, with the reason. Rows from
    `first_row` to `last_row` are the whole table, counted or not.
    """

    sheet: Sheet
    columns: Mapping[str, int]
    first_row: int
    last_row: int
    tickets: tuple[Ticket, ...]
    lost: Mapping[str, Text]
    problems: tuple[Problem, ...]

    @property
    def known(self) -> frozenset[str]:
        """The Tracking IDs of the tickets that count."""
        return frozenset(ticket.id for ticket in self.tickets)

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
    needed = {"tracking_id", "status"} & set(tickets.columns)
    return tuple(
        sheet
        for book in books
        for sheet in book.sheets
        if find_header(sheet, _spellings(tickets), needed)
    )


def read_export(sheet: Sheet, rubric: Rubric, code: str) -> Export:
    """Read the export of the participant with this code; the period is the rubric's."""
    tickets = _declared(rubric)
    header = _header_of(sheet, tickets)
    if isinstance(header, Problem):
        lost = {"tracking_id": header.message}
        return Export(sheet, {}, 1, 0, (), lost, (header,))
    missing = _missing_columns(sheet, header, rubric)
    reader = TicketReader(sheet, header.columns, tickets, code)
    rows = reader.read(header.row + 1)
    kept, problems = keep_countable(rows, reader, rubric.period)
    lost = {key: found.message for key, found in missing.items()}
    return Export(
        sheet=sheet,
        columns=header.columns,
        first_row=header.row + 1,
        last_row=rows[-1].row if rows else header.row,
        tickets=kept,
        lost=lost,
        problems=(*missing.values(), *problems),
    )


def _declared(rubric: Rubric) -> Tickets:
    if rubric.tickets is None:
        raise ValueError(f"the rubric {rubric.id} declares no ticket export")
    return rubric.tickets


def _spellings(tickets: Tickets) -> dict[str, tuple[str, ...]]:
    return {str(key): names for key, names in tickets.columns.items()}


def _header_of(sheet: Sheet, tickets: Tickets) -> Header | Problem:
    header = find_header(sheet, _spellings(tickets), ("tracking_id",))
    place = Location(sheet.file, sheet.name)
    if header is None:
        heading = tickets.columns["tracking_id"][0]
        return problem("ticket-header-missing", place, heading=heading)
    if header.twice:
        heading = _spellings(tickets)[header.twice[0]][0]
        return problem("ticket-column-twice", place, heading=heading)
    return header


def _missing_columns(
    sheet: Sheet, header: Header, rubric: Rubric
) -> dict[str, Problem]:
    columns = _declared(rubric).columns
    place = Location(sheet.file, sheet.name)
    missing = {}
    for key, use in _uses(rubric).items():
        names = next((each for name, each in columns.items() if name == key), ())
        if names and key not in header.columns:
            hint = did_you_mean(nearest(names[0], _unused(header, rubric)))
            missing[key] = problem(
                "ticket-column-missing", place, heading=names[0], use=use, hint=hint
            )
    return missing


def _unused(header: Header, rubric: Rubric) -> tuple[str, ...]:
    spellings = _spellings(_declared(rubric)).values()
    used = {folded(name) for names in spellings for name in names}
    return tuple(each for each in header.headings if folded(each) not in used)


def _uses(rubric: Rubric) -> dict[str, Text]:
    """Say what each column that the rubric needs is needed for."""
    uses = {
        "received": Text("menentukan periode", "placing tickets in the period"),
        "status": Text("menghitung status", "counting statuses"),
    }
    filters = (each.tickets for each in rubric.quantities if each.tickets)
    if any(each.classification for each in filters):
        uses["classification"] = Text("menghitung klasifikasi", "counting classes")
    if any(each.column == "rating" for each in _declared(rubric).series):
        uses["rating"] = Text("menghitung nilai pelapor", "the reporters' ratings")
    if rubric.unit == "office":
        uses["office"] = Text("memilah perangkat daerah", "telling the offices apart")
    return uses
