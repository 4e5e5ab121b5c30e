"""Sum up the tickets of one export for signals: how many, when, of which class.

Takes plain columns of equal length, whichever reader made them. Of the answers only
digests are compared; no text is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import TypeAlias, TypeVar

from scorecard.errors import Location

Month: TypeAlias = tuple[int, int]
Key = TypeVar("Key")

# Shorter than a digest: no number can be taken for one.
_NUMBER_BYTES = 8


@dataclass(frozen=True, slots=True)
class Part:
    """So many tickets, and the rows from the first of them to the last."""

    count: int
    first_row: int
    last_row: int


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet, by its letters."""

    file: str
    sheet: str
    letters: str

    def cells(self, part: Part) -> Location:
        """Name the cells from the part's first row to its last."""
        name = f"{self.letters}{part.first_row}"
        if part.last_row > part.first_row:
            name += f":{self.letters}{part.last_row}"
        return Location(self.file, self.sheet, name)


@dataclass(frozen=True, slots=True)
class TicketSummary:
    """What signals are made of; an empty class id stands for none.

    `months`, `classes` and `statuses` (those of tickets without class) are of the
    tickets that count. `years` are of all rows with a date, so that an export of
    several years can be compared with itself. `copies` are the tickets under the most
    frequent answer, of `answered` with any. `minutes` are from receipt to closure,
    with the row of the log. `columns` are ``received``, ``classification``, ``answer``
    and the log's ``closed``, as far as there are any.
    """

    tickets: int = 0
    months: Mapping[Month, Part] = field(default_factory=dict)
    classes: Mapping[str, Part] = field(default_factory=dict)
    statuses: Mapping[str, int] = field(default_factory=dict)
    years: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    copies: Part | None = None
    answered: int = 0
    minutes: tuple[tuple[int, int], ...] = ()
    columns: Mapping[str, Column] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlainColumns:
    """Tickets as columns of equal length: row numbers, days, class and status ids."""

    rows: Sequence[int]
    received: Sequence[date | None]
    classes: Sequence[str]
    statuses: Sequence[str]


def summarised(
    counted: PlainColumns,
    every: PlainColumns,
    columns: Mapping[str, Column],
    *,
    answers: Sequence[bytes] = (),
    minutes: tuple[tuple[int, int], ...] = (),
) -> TicketSummary:
    """Count the tickets that count, and by year `every` row that has a date.

    `answers` are digests by `answer_digests` in the order of the counted rows, empty
    where there is no answer; none where the export has no such column.
    """
    pairs = Counter(zip(counted.classes, counted.statuses, strict=True))
    copies, answered = _copies(answers, counted.rows)
    return TicketSummary(
        tickets=len(counted.rows),
        months=_by_month(counted),
        classes=_parts(counted.classes, counted.rows),
        statuses={status: n for (one, status), n in pairs.items() if not one},
        years=_by_year(every),
        copies=copies,
        answered=answered,
        minutes=minutes,
        columns=columns,
    )


def answer_digests(texts: Iterable[object]) -> tuple[bytes, ...]:
    """Give a digest for each answer, an empty one where there is none.

    An answer that stands once gets its number instead, which is no digest of anything:
    most do, and nothing is compared with them.
    """
    words = [text.strip() if isinstance(text, str) else "" for text in texts]
    known = {
        word: blake2b(word.encode("utf-8", "surrogatepass"), digest_size=12).digest()
        for word, count in Counter(words).items()
        if count > 1
    }
    known[""] = b""
    return tuple(
        known[word] if word in known else number.to_bytes(_NUMBER_BYTES, "big")
        for number, word in enumerate(words)
    )


def _parts(keys: Sequence[Key], rows: Sequence[int]) -> dict[Key, Part]:
    """Count each key, with its first and last row; rows ascend."""
    counts = Counter(keys)
    last = dict(zip(keys, rows, strict=True))
    first = dict(zip(reversed(keys), reversed(rows), strict=True))
    return {key: Part(counts[key], first[key], last[key]) for key in counts}


def _by_month(counted: PlainColumns) -> dict[Month, Part]:
    month_of = {
        day: (day.year, day.month) if day else None for day in set(counted.received)
    }
    parts = _parts([month_of[day] for day in counted.received], counted.rows)
    return {month: part for month, part in parts.items() if month}


def _by_year(every: PlainColumns) -> dict[int, dict[str, int]]:
    counts: Counter[tuple[int, str]] = Counter()
    # Equal pairs are counted first: there are few days and classes, and many tickets.
    pairs = Counter(zip(every.received, every.classes, strict=True))
    for (day, one), count in pairs.items():
        if day is not None:
            counts[day.year, one] += count
    years: dict[int, dict[str, int]] = {}
    for (year, one), count in sorted(counts.items()):
        years.setdefault(year, {})[one] = count
    return years


def _copies(answers: Sequence[bytes], rows: Sequence[int]) -> tuple[Part | None, int]:
    """Find the answer that stands under the most tickets, the first of equals."""
    counts = Counter(answers)
    counts.pop(b"", None)
    if not counts:
        return None, 0
    ((most, count),) = counts.most_common(1)
    places = [row for row, each in zip(rows, answers, strict=False) if each == most]
    return Part(count, places[0], places[-1]), counts.total()
