"""Keep a season in a history: once, and never another in its place unasked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from scorecard.comparison.developments import OneSeason
from scorecard.comparison.figures import total_figure, value_figure
from scorecard.errors import ExitCode, Location, Problem, ScorecardError
from scorecard.history.database import content_of, opened
from scorecard.model import Figure, Scorecard
from scorecard.wording import Text, say

Stored: TypeAlias = str | int | None
"""What a cell of a table holds; exact figures are ratios as text."""


@dataclass(frozen=True, slots=True)
class Added:
    """A history with a season in it; `content` is None where nothing changed."""

    content: bytes | None
    words: Text


def added(
    content: bytes | None, one: OneSeason, name: str, *, replace: bool = False
) -> Added:
    """Add a season to the bytes of a history; None begins one.

    A season is known by its rubric, edition and period. The same results again change
    nothing. Raises ScorecardError: INPUT for a file that is no history, USAGE for other
    results of a season that is kept, unless they are to `replace` them.
    """
    with opened(content, name) as database:
        kept = _kept(database, one)
        if kept is not None and kept[1] == one.digest:
            return Added(None, _already(one))
        if kept is not None and not replace:
            raise _refused(one, name, kept[2])
        if kept is not None:
            database.execute("DELETE FROM season WHERE id = ?", (kept[0],))
        _insert(database, one)
        words = _replaced(one, kept[2]) if kept is not None else _said(one)
        return Added(content_of(database), words)


def _key(one: OneSeason) -> tuple[str, str, str, str]:
    period, used = one.rubric.period, one.season.rubric
    return used.id, used.edition, period.start.isoformat(), period.end.isoformat()


def _kept(database: sqlite3.Connection, one: OneSeason) -> tuple[int, str, str] | None:
    """Find the season's number, the digest of its results, and its day of judgement."""
    found = database.execute(
        "SELECT id, results_sha256, as_of FROM season WHERE rubric = ? AND edition = ?"
        " AND first_day = ? AND last_day = ?",
        _key(one),
    ).fetchone()
    return None if found is None else (int(found[0]), str(found[1]), str(found[2]))


def _insert(database: sqlite3.Connection, one: OneSeason) -> None:
    used = one.season.rubric
    values = (
        *_key(one),
        one.season.as_of.isoformat(),
        *(used.title.id, used.title.en, used.text, used.sha256),
        one.digest,
    )
    season = _rows(database, "season", [(None, *values)])
    for table, rows in (
        ("indicator", _indicators(one)),
        ("participant", _participants(one)),
        ("finding", _findings(one)),
    ):
        _rows(database, table, [(season, *row) for row in rows])


def _rows(
    database: sqlite3.Connection, table: str, rows: Sequence[tuple[Stored, ...]]
) -> int:
    """Insert whole rows; give the number of the last one."""
    last = 0
    for row in rows:
        marks = ", ".join("?" * len(row))
        cursor = database.execute(f"INSERT INTO {table} VALUES ({marks})", row)
        last = cursor.lastrowid or last
    return last


def _indicators(one: OneSeason) -> Iterator[tuple[Stored, ...]]:
    for position, each in enumerate(one.rubric.indicators()):
        yield each.id, position, each.title.id, each.title.en


def _participants(one: OneSeason) -> Iterator[tuple[Stored, ...]]:
    places = {
        standing.participant: (
            standing.place,
            sum(each.place is not None for each in ranking.standings),
        )
        for ranking in one.season.rankings
        if not ranking.by
        for standing in ranking.standings
    }
    for card in one.season.scorecards:
        who, band = card.participant, card.band
        yield (
            *(who.code, who.name, who.type, who.category, who.parent, who.parent_name),
            *_figure(total_figure(card)),
            band.title.id if band else None,
            band.title.en if band else None,
            *places.get(who.code, (None, 0)),
        )


def _findings(one: OneSeason) -> Iterator[tuple[Stored, ...]]:
    for card in one.season.scorecards:
        yield from _findings_of(card, one)


def _findings_of(card: Scorecard, one: OneSeason) -> Iterator[tuple[Stored, ...]]:
    for finding in card.findings:
        figure = value_figure(finding, one.rubric)
        yield (card.participant.code, finding.indicator, *_figure(figure))


def _figure(figure: Figure) -> tuple[str, str | None, str | None, str]:
    ends = [None if end is None else str(end) for end in (figure.low, figure.high)]
    return figure.state, ends[0], ends[1], figure.shown


def _named(one: OneSeason) -> dict[str, str | Text]:
    used, (_, _, start, end) = one.season.rubric, _key(one)
    return {
        "title": used.title,
        "edition": used.edition,
        "start": start,
        "end": end,
        "as_of": one.season.as_of.isoformat(),
    }


def _said(one: OneSeason) -> Text:
    return say(
        "Ditambahkan: {title}, edisi {edition}, {start} s.d. {end}, per {as_of}.",
        "Added: {title}, edition {edition}, {start} to {end}, as of {as_of}.",
        **_named(one),
    )


def _already(one: OneSeason) -> Text:
    return say(
        "Sudah ada, tidak berubah: {title}, edisi {edition}, {start} s.d. {end}.",
        "There already, unchanged: {title}, edition {edition}, {start} to {end}.",
        **_named(one),
    )


def _replaced(one: OneSeason, before: str) -> Text:
    return say(
        "Diganti: {title}, edisi {edition}, {start} s.d. {end}; hasil per {before}"
        " menjadi hasil per {as_of}.",
        "Replaced: {title}, edition {edition}, {start} to {end}; the results as of"
        " {before} by those as of {as_of}.",
        before=before,
        **_named(one),
    )


def _refused(one: OneSeason, name: str, before: str) -> ScorecardError:
    problem = Problem(
        code="history-season-differs",
        severity="error",
        participant="",
        location=Location(name),
        seen=one.digest,
        message=say(
            "Musim ini sudah ada dengan hasil lain: {title}, edisi {edition},"
            " {start} s.d. {end}, per {before}.",
            "This season is kept with other results: {title}, edition {edition},"
            " {start} to {end}, as of {before}.",
            before=before,
            **_named(one),
        ),
        expected=Text(
            "hasil yang sama, atau musim lain", "the same results, or another season"
        ),
        repair=Text(
            "Bila hasil yang baru menggantikan yang lama, ulangi dengan --replace.",
            "If the new results take the place of the old, say so: --replace.",
        ),
    )
    return ScorecardError(ExitCode.USAGE, (problem,))
