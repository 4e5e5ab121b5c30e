"""Lint: quantities and series can be had from the form or the ticket export."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.rubric.evidence import Series, Tickets
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.rules import Mistake, Path, Rule, broken
from scorecard.wording import Text

NO_ORIGIN = Rule(
    "rubric-no-origin",
    Text(
        "besaran ini tidak berasal dari mana pun",
        "this quantity comes from nowhere",
    ),
    Text(
        "Kunci 'figure', 'tickets', atau keduanya.",
        "The key 'figure', 'tickets', or both.",
    ),
    Text(
        "Sebutkan isian rekapnya: 'figure: masuk'.",
        "Name its recap field: 'figure: masuk'.",
    ),
)
NO_TICKETS = Rule(
    "rubric-no-tickets",
    Text(
        "besaran dihitung dari laporan, tetapi rubrik tidak memuat 'tickets'",
        "the quantity counts tickets, but the rubric has no 'tickets'",
    ),
    Text("Kunci 'tickets' di puncak rubrik.", "The key 'tickets' at the rubric's top."),
    Text("Tambahkan 'tickets' atau hapus ini.", "Add 'tickets' or delete this."),
)
COLUMN = Rule(
    "rubric-no-column",
    Text(
        "kolom '{column}' tidak disebut dalam '{part}'",
        "the column '{column}' is not named in '{part}'",
    ),
    Text("Judul kolomnya dalam '{part}'.", "The column's heading in '{part}'."),
    Text("Tambahkan '{column}: [judul]'.", "Add '{column}: [heading]'."),
)
SERIES = Rule(
    "rubric-series",
    Text(
        "deret ini bukan satu kolom dan bukan pula dua tanggal",
        "this series is neither one column nor two dates",
    ),
    Text(
        "Salah satu: 'column', atau 'start' beserta 'end'.",
        "Either 'column', or 'start' together with 'end'.",
    ),
    Text("Tulis salah satunya.", "Write one of the two."),
)
SAME_DATE = Rule(
    "rubric-series",
    Text("deret mulai dan berakhir pada tanggal yang sama", "start and end are one"),
    Text("Dua tanggal yang berbeda.", "Two different dates."),
    Text("Ganti 'start' atau 'end'.", "Change 'start' or 'end'."),
)
_NEEDED = ("tracking_id", "status")


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find quantities without origin and series whose columns are not there."""
    for position, quantity in enumerate(rubric.quantities):
        path: Path = ("quantities", position)
        if quantity.figure is None and quantity.tickets is None:
            yield broken(NO_ORIGIN, path)
        if quantity.tickets is not None and rubric.tickets is None:
            yield broken(NO_TICKETS, (*path, "tickets"))
    if rubric.tickets:
        yield from _columns(rubric.tickets)
        for position, series in enumerate(rubric.tickets.series):
            yield from _series(("tickets", "series", position), series, rubric.tickets)


def _columns(tickets: Tickets) -> Iterator[Mistake]:
    path: Path = ("tickets", "columns")
    for column in _NEEDED:
        if column not in tickets.columns:
            yield broken(COLUMN, path, column=column, part="columns")
    if tickets.log and "tracking_id" not in tickets.log.columns:
        path = ("tickets", "log", "columns")
        yield broken(COLUMN, path, column="tracking_id", part="log")


def _series(path: Path, series: Series, tickets: Tickets) -> Iterator[Mistake]:
    dates = tuple(date for date in (series.start, series.end) if date is not None)
    if len(dates) != (0 if series.column else 2):
        yield broken(SERIES, path)
    elif series.column and series.column not in tickets.columns:
        yield broken(COLUMN, path, column=series.column, part="columns")
    elif len(dates) == 2 and dates[0] == dates[1]:
        yield broken(SAME_DATE, path)
    received: set[str] = {column for column in tickets.columns if column == "received"}
    logged = {*received, *(tickets.log.columns if tickets.log else ())}
    for date in dates:
        if date not in logged:
            part = "columns" if date == "received" else "log"
            yield broken(COLUMN, path, column=date, part=part)
