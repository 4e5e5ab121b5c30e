"""The rows of a ticket export: typed by the rubric's words, and which of them count.

A status that the rubric does not know is reported and counts under no status. A
repeated Tracking ID counts once; a row without one, without a date, or from outside
of the period does not count. Each is a Problem that lists its rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from scorecard.errors import Problem
from scorecard.evidence.answers import as_text
from scorecard.evidence.dates import Undated
from scorecard.evidence.folding import folded, nearest
from scorecard.evidence.problems import counted, did_you_mean, listed_rows, problem
from scorecard.evidence.ticket_columns import (
    TicketColumns,
    ids,
    labels,
    texts,
    without_blanks,
)
from scorecard.evidence.ticket_days import local_days
from scorecard.evidence.workbook import CellError, Value
from scorecard.rubric.evidence import Label, TicketColumn, Tickets
from scorecard.rubric.nouns import Period
from scorecard.wording import Text, say

_LEFT_OUT: Mapping[str, TicketColumn] = {
    "ticket-without-id": "tracking_id",
    "ticket-duplicate": "tracking_id",
    "ticket-date-unreadable": "received",
    "ticket-date-ambiguous": "received",
    "ticket-date-short-year": "received",
    "ticket-date-impossible": "received",
    "ticket-outside-period": "received",
}
_VOCABULARIES: Mapping[TicketColumn, str] = {
    "status": "ticket-status-unknown",
    "classification": "ticket-classification-unknown",
}
_COUNTED = {"ticket-without-id": "baris", "ticket-duplicate": "baris"}
_LONGEST_LABEL = 40
_MOST_WORDS = 10
_HIDDEN = Text("(teks panjang, tidak ditampilkan)", "(a long text, not shown)")
_BLANK = Text("(kosong)", "(blank)")
_UNCALCULATED = Text("(rumus tanpa hasil)", "(a formula without a result)")
_NO_WORDS = (_HIDDEN, _BLANK, _UNCALCULATED)
_NO_HINT = Text("", "")


class Ticket(NamedTuple):
    """One row, without anything personal.

    `status` and `classification` are ids of the rubric, empty where blank or unknown.
    `received` is the day at the participant's place. A tuple with names, because an
    export makes tens of thousands of them from columns at once.
    """

    row: int
    id: str
    received: date | None
    classification: str
    status: str
    office: str
    rating: Value


@dataclass(frozen=True, slots=True)
class TicketRows:
    """Every row of an export, and what could not be understood in it.

    `undated` says why a row has no date, `untimed` lists those of unreadable times;
    `unknown` holds the words of a column that the rubric does not know.
    """

    columns: TicketColumns
    tickets: Sequence[Ticket]
    undated: Mapping[int, Undated]
    untimed: Sequence[int]
    unknown: Mapping[str, frozenset[Value]]


def read_rows(
    columns: TicketColumns, tickets: Tickets, code: str, blanks: frozenset[str]
) -> TicketRows:
    """Type all rows of the participant with this code."""
    statuses, odd_statuses = labels(columns.column("status"), tickets.statuses)
    classes, odd_classes = labels(
        columns.column("classification"), tickets.classifications
    )
    local = local_days(columns, code, blanks)
    typed = zip(
        columns.rows,
        ids(columns.column("tracking_id")),
        local.days,
        classes,
        statuses,
        texts(columns.column("office"), blanks),
        without_blanks(columns.column("rating"), blanks),
        strict=True,
    )
    odd_classes = frozenset(
        word for word in odd_classes if folded(as_text(word)) not in ("", *blanks)
    )
    unknown = {"status": odd_statuses, "classification": odd_classes}
    every = list(map(Ticket._make, typed))
    return TicketRows(columns, every, local.undated, local.untimed, unknown)


def keep_countable(
    rows: TicketRows, period: Period, tickets: Tickets
) -> tuple[tuple[Ticket, ...], tuple[Problem, ...]]:
    """Keep the rows that count; report all others, and words that are unknown."""
    kept, left_out = _sorted_out(rows, period)
    problems = [
        problem(
            code,
            rows.columns.place(key, left_out[code]),
            count=counted(left_out[code], _COUNTED.get(code, "laporan")),
            rows=listed_rows(left_out[code]),
            start=period.start,
            end=period.end,
        )
        for code, key in _LEFT_OUT.items()
        if code in left_out
    ]
    return tuple(kept), (*problems, *_of_rows(rows), *_of_words(rows, kept, tickets))


def _of_rows(rows: TicketRows) -> Iterator[Problem]:
    """Report rows that are understood in part."""
    rows_of: tuple[tuple[str, TicketColumn, Sequence[int]], ...] = (
        ("ticket-time-unreadable", "received_time", rows.untimed),
        ("ticket-header-again", "tracking_id", rows.columns.again),
    )
    for code, key, numbers in rows_of:
        if numbers:
            place, listed = rows.columns.place(key, numbers), listed_rows(numbers)
            yield problem(code, place, count=counted(numbers), rows=listed)


def _of_words(
    rows: TicketRows, kept: list[Ticket], tickets: Tickets
) -> Iterator[Problem]:
    """Report words that are not the rubric's."""
    declared = {"status": tickets.statuses, "classification": tickets.classifications}
    for key, code in _VOCABULARIES.items():
        if rows.unknown[key] and key in rows.columns.places:
            yield from _unknown_words(rows, kept, (key, code), declared[key])


def _sorted_out(
    rows: TicketRows, period: Period
) -> tuple[list[Ticket], dict[str, list[int]]]:
    """Tell the rows that count from those that do not, by reason."""
    kept: list[Ticket] = []
    left_out: dict[str, list[int]] = {}
    seen: set[str] = set()
    dated = "received" in rows.columns.places
    start, end = period.start, period.end
    for ticket in rows.tickets:
        key, day = ticket.id, ticket.received
        if not key:
            reason = "ticket-without-id"
        elif key in seen:
            reason = "ticket-duplicate"
        elif not dated or (day and start <= day <= end):
            seen.add(key)
            kept.append(ticket)
            continue
        else:
            seen.add(key)
            undated = f"ticket-date-{rows.undated.get(ticket.row, 'unreadable')}"
            reason = "ticket-outside-period" if day else undated
        left_out.setdefault(reason, []).append(ticket.row)
    return kept, left_out


def _unknown_words(
    rows: TicketRows,
    kept: list[Ticket],
    column: tuple[TicketColumn, str],
    declared: tuple[Label, ...],
) -> list[Problem]:
    """Report each unknown word with its rows; of very many, the rest in one."""
    by_word = _rows_by_word(rows, kept, column[0])
    often = sorted(by_word, key=lambda word: (-len(by_word[word]), word.id))
    known = tuple(each for label in declared for each in label.labels)
    problems = []
    for word in sorted(often[:_MOST_WORDS], key=lambda word: word.id):
        hint = nearest(word.id, known) if word not in _NO_WORDS else ""
        said = (word, did_you_mean(hint))
        problems.append(_of_word(rows, column, by_word[word], said))
    rest = [row for word in often[_MOST_WORDS:] for row in by_word[word]]
    if rest:
        number = len(often) - _MOST_WORDS
        others = say("({n} kata lain)", "({n} other words)", n=number)
        problems.append(_of_word(rows, column, sorted(rest), (others, _NO_HINT)))
    return problems


def _rows_by_word(
    rows: TicketRows, kept: list[Ticket], key: TicketColumn
) -> dict[Text, list[int]]:
    counting = {ticket.row for ticket in kept}
    by_word: dict[Text, list[int]] = {}
    for row, value in zip(rows.columns.rows, rows.columns.column(key), strict=True):
        if value in rows.unknown[key] and row in counting:
            by_word.setdefault(_shown(value), []).append(row)
    return by_word


def _of_word(
    rows: TicketRows,
    column: tuple[TicketColumn, str],
    numbers: list[int],
    word: tuple[Text, Text],
) -> Problem:
    key, code = column
    return problem(
        code,
        rows.columns.place(key, numbers),
        count=counted(numbers),
        rows=listed_rows(numbers),
        word=word[0],
        hint=word[1],
    )


def _shown(value: Value) -> Text:
    """Quote a label; what is too long for one may be a citizen's text."""
    if value == CellError(""):
        return _UNCALCULATED
    word = as_text(value)
    if len(word) > _LONGEST_LABEL:
        return _HIDDEN
    return Text(word, word) if word else _BLANK
