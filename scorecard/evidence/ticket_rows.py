"""The rows of a ticket export: typed by the rubric's words, and which of them count.

A status that the rubric does not know is reported and counts under no status. A
repeated Tracking ID counts once; a row without one, without a date, or from outside
of the period does not count. Each is a Problem that lists its rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from scorecard.errors import Location, Problem
from scorecard.evidence.answers import as_text
from scorecard.evidence.dates import local_day, read_clock, read_date
from scorecard.evidence.folding import folded
from scorecard.evidence.problems import counted, listed_rows, problem
from scorecard.evidence.table import is_blank
from scorecard.evidence.workbook import Sheet, Value
from scorecard.rubric.evidence import Label, TicketColumn, Tickets
from scorecard.rubric.nouns import Period
from scorecard.wording import Text

_LEFT_OUT: Mapping[str, TicketColumn] = {
    "ticket-without-id": "tracking_id",
    "ticket-duplicate": "tracking_id",
    "ticket-date-unreadable": "received",
    "ticket-outside-period": "received",
}
_VOCABULARIES: Mapping[TicketColumn, str] = {
    "status": "ticket-status-unknown",
    "classification": "ticket-classification-unknown",
}
_COUNTED = {"ticket-without-id": "baris", "ticket-duplicate": "baris"}
_LONGEST_LABEL = 40
_HIDDEN = Text("(teks panjang, tidak ditampilkan)", "(a long text, not shown)")
_BLANK = Text("(kosong)", "(blank)")


@dataclass(frozen=True, slots=True)
class Ticket:
    """One row, without anything personal.

    `status` and `classification` are ids of the rubric, empty where blank or unknown.
    `received` is the day at the participant's place.
    """

    row: int
    id: str
    received: date | None
    classification: str
    status: str
    office: str
    rating: Value


@dataclass(frozen=True, slots=True)
class TicketReader:
    """How the rows of one sheet are read: where its columns are, and for whom."""

    sheet: Sheet
    columns: Mapping[str, int]
    tickets: Tickets
    code: str

    def read(self, first_row: int) -> tuple[Ticket, ...]:
        """Read all rows that hold a Tracking ID or a status."""
        statuses = _ids_by_label(self.tickets.statuses)
        classes = _ids_by_label(self.tickets.classifications)
        return tuple(
            Ticket(
                row=row,
                id=as_text(self.value(row, "tracking_id")),
                received=self._day(row),
                classification=classes.get(self._label(row, "classification"), ""),
                status=statuses.get(self._label(row, "status"), ""),
                office=as_text(self.value(row, "office")),
                rating=self.value(row, "rating"),
            )
            for row in range(first_row, len(self.sheet.rows) + 1)
            if not is_blank(self.value(row, "tracking_id"))
            or not is_blank(self.value(row, "status"))
        )

    def value(self, row: int, key: TicketColumn) -> Value:
        """Give the value of a declared column; nothing where the export lacks it."""
        return self.sheet.value(row, self.columns.get(key, 0))

    def place(self, key: TicketColumn, rows: Iterable[int]) -> Location:
        """Name the cells of a column that span the rows."""
        span = sorted(rows)
        if key not in self.columns:
            return Location(self.sheet.file, self.sheet.name)
        last = span[-1] if len(span) > 1 else 0
        return self.sheet.at(span[0], self.columns[key], last)

    def _label(self, row: int, key: TicketColumn) -> str:
        return folded(as_text(self.value(row, key)))

    def _day(self, row: int) -> date | None:
        day = read_date(self.value(row, "received"))
        clock = read_clock(self.value(row, "received_time"))
        return local_day(day, clock, self.code) if day else None


def keep_countable(
    rows: tuple[Ticket, ...], reader: TicketReader, period: Period
) -> tuple[tuple[Ticket, ...], tuple[Problem, ...]]:
    """Keep the rows that count; report all others, and words that are unknown."""
    kept: list[Ticket] = []
    left_out: dict[str, list[int]] = {code: [] for code in _LEFT_OUT}
    seen: set[str] = set()
    for ticket in rows:
        reason = _reason(ticket, seen, reader, period)
        seen.add(ticket.id)
        if reason:
            left_out[reason].append(ticket.row)
        else:
            kept.append(ticket)
    problems = [
        _of_rows(code, reader.place(_LEFT_OUT[code], numbers), numbers, period)
        for code, numbers in left_out.items()
        if numbers
    ]
    return tuple(kept), (*problems, *_unknown_words(kept, reader, period))


def _reason(
    ticket: Ticket, seen: set[str], reader: TicketReader, period: Period
) -> str:
    """Say why a row does not count; nothing if it does."""
    if not ticket.id:
        return "ticket-without-id"
    if ticket.id in seen:
        return "ticket-duplicate"
    if "received" not in reader.columns:
        return ""
    if ticket.received is None:
        return "ticket-date-unreadable"
    inside = period.start <= ticket.received <= period.end
    return "" if inside else "ticket-outside-period"


def _unknown_words(
    kept: list[Ticket], reader: TicketReader, period: Period
) -> list[Problem]:
    problems = []
    for key, code in _VOCABULARIES.items():
        rows: dict[str, list[int]] = {}
        for ticket in kept:
            if not getattr(ticket, key) and _is_unknown(reader, ticket.row, key):
                word = as_text(reader.value(ticket.row, key))
                rows.setdefault(word, []).append(ticket.row)
        for word, numbers in sorted(rows.items()):
            place = reader.place(key, numbers)
            problems.append(_of_rows(code, place, numbers, period, word=_shown(word)))
    return problems


def _is_unknown(reader: TicketReader, row: int, key: TicketColumn) -> bool:
    """A blank class is allowed, a blank status is not."""
    if key not in reader.columns:
        return False
    return key == "status" or not is_blank(reader.value(row, key))


def _shown(word: str) -> Text:
    """Quote a label; what is too long for one may be a citizen's text."""
    if len(word) > _LONGEST_LABEL:
        return _HIDDEN
    return Text(word, word) if word else _BLANK


def _of_rows(
    code: str, place: Location, rows: list[int], period: Period, *, word: Text = _BLANK
) -> Problem:
    return problem(
        code,
        place,
        count=counted(rows, _COUNTED.get(code, "laporan")),
        rows=listed_rows(rows),
        start=period.start,
        end=period.end,
        word=word,
    )


def _ids_by_label(labels: Iterable[Label]) -> dict[str, str]:
    return {folded(word): each.id for each in labels for word in each.labels}
