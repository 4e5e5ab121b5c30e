"""Lint: a signal asks only for columns that the rubric has read."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.rubric.evidence import Tickets
from scorecard.rubric.lint.tickets import COLUMN
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.rules import Mistake, Path, Rule, broken
from scorecard.rubric.signals import (
    Burst,
    Copied,
    Hasty,
    Proportion,
    Shift,
    Signal,
    Unclassified,
)
from scorecard.wording import Text

NO_TICKETS = Rule(
    "rubric-signal-without-tickets",
    Text(
        "sinyal ini membaca laporan, tetapi rubrik tidak memuat 'tickets'",
        "this signal reads tickets, but the rubric has no 'tickets'",
    ),
    Text("Kunci 'tickets' di puncak rubrik.", "The key 'tickets' at the rubric's top."),
    Text("Tambahkan 'tickets' atau hapus ini.", "Add 'tickets' or delete this."),
)
HEADING = Rule(
    "rubric-signal-heading",
    Text(
        "kolom '{seen}' sudah dibaca sebagai kolom lain",
        "the column '{seen}' is already read as another",
    ),
    Text("Judul kolom jawaban saja.", "The heading of the answers alone."),
    Text("Tulis judul kolom jawaban.", "Write the heading of the answers."),
)


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find signals whose columns are not read."""
    for position, signal in enumerate(rubric.signals):
        path: Path = ("signals", position)
        if rubric.tickets is not None:
            yield from _columns(path, signal, rubric.tickets)
        elif not isinstance(signal, Proportion):
            yield broken(NO_TICKETS, path)


def _columns(path: Path, signal: Signal, tickets: Tickets) -> Iterator[Mistake]:
    for column in _needed(signal):
        if column not in set[str](tickets.columns):
            yield broken(COLUMN, path, column=column, part="columns")
    if isinstance(signal, Hasty) and "closed" not in (
        tickets.log.columns if tickets.log else ()
    ):
        yield broken(COLUMN, path, column="closed", part="log")
    if isinstance(signal, Copied):
        used = {each for names in tickets.columns.values() for each in names}
        for place, heading in enumerate(signal.headings):
            if heading in used:
                yield broken(HEADING, (*path, "headings", place), heading)


def _needed(signal: Signal) -> tuple[str, ...]:
    match signal:
        case Burst():
            return ("received",)
        case Unclassified():
            return ("classification",)
        case Shift():
            return ("received", "classification")
        case Hasty():
            return ("received", "received_time")
        case _:
            return ()
