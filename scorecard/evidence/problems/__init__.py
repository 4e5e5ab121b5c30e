"""Every kind of Problem that step 2 (read evidence) can report: code, severity, words.

`PROBLEMS` is the one table; its codes and words are public. The words stand in one
module for each noun they speak of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scorecard.errors import Location, Problem
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.problems.attachments import ATTACHMENTS
from scorecard.evidence.problems.bounds import BOUNDS
from scorecard.evidence.problems.checks import CHECKS
from scorecard.evidence.problems.exports import EXPORTS
from scorecard.evidence.problems.files import FILES
from scorecard.evidence.problems.forms import FORMS
from scorecard.evidence.problems.identity import IDENTITY
from scorecard.evidence.problems.marks import MARKS
from scorecard.evidence.problems.readers import READERS
from scorecard.evidence.problems.signals import SIGNALS
from scorecard.evidence.problems.successions import SUCCESSIONS
from scorecard.evidence.problems.tables import TABLES
from scorecard.evidence.problems.tickets import TICKETS
from scorecard.evidence.problems.values import VALUES
from scorecard.evidence.problems.words import ProblemWords
from scorecard.wording import Spoken, Text, say

PROBLEMS: Mapping[str, ProblemWords] = {
    **FILES,
    **READERS,
    **FORMS,
    **TABLES,
    **TICKETS,
    **CHECKS,
    **SIGNALS,
    **IDENTITY,
    **MARKS,
    **BOUNDS,
    **VALUES,
    **EXPORTS,
    **ATTACHMENTS,
    **SUCCESSIONS,
}

_MOST_RANGES = 12


def problem(
    code: str, location: Location, /, *, seen: str = "", **figures: Spoken
) -> Problem:
    """Make the Problem of this code; the words may use file, sheet, cell and seen.

    The participant is filled in once it is known. Raises KeyError for an unknown code.
    """
    words = PROBLEMS[code]
    seen = seen if len(seen) <= LIMITS.seen else seen[: LIMITS.seen - 1] + "…"
    place = {"file": location.file, "sheet": location.sheet, "cell": location.cell}
    known: dict[str, Spoken] = {**place, "seen": seen, **figures}
    return Problem(
        code=code,
        severity=words.severity,
        participant="",
        location=location,
        seen=seen,
        message=say(*words.message, **known),
        expected=say(*words.expected, **known),
        repair=say(*words.repair, **known),
    )


def did_you_mean(hint: str) -> Text:
    """Suggest the nearest known word, as a sentence to append; nothing without one."""
    if not hint:
        return Text("", "")
    return say(" Mungkin maksudnya “{hint}”?", " Did you mean “{hint}”?", hint=hint)


def counted(rows: Sequence[int], one: str = "laporan") -> Text:
    """Say how many tickets (``laporan``) or rows (``baris``) are meant."""
    word, many = {"laporan": ("ticket", "tickets"), "baris": ("row", "rows")}[one]
    plural = many if len(rows) != 1 else word
    return say("{n} {one}", "{n} {plural}", n=len(rows), one=one, plural=plural)


def listed_rows(rows: Sequence[int]) -> Text:
    """Write row numbers, neighbours joined: ``baris 12 dan 15–18``; long lists end."""
    ranges = _ranges(rows)
    shown = tuple(
        f"{first}" if first == last else f"{first}–{last}"
        for first, last in ranges[:_MOST_RANGES]
    )
    rest = sum(last - first + 1 for first, last in ranges[_MOST_RANGES:])
    words = tuple(Text(each, each) for each in shown)
    if rest:
        listed = ", ".join(shown)
        words = (Text(listed, listed), say("{n} lagi", "{n} more", n=rest))
    noun = "row" if len(rows) == 1 else "rows"
    return say("baris {rows}", "{noun} {rows}", noun=noun, rows=words)


def _ranges(rows: Sequence[int]) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    for row in sorted(set(rows)):
        if ranges and ranges[-1][1] == row - 1:
            ranges[-1] = (ranges[-1][0], row)
        else:
            ranges.append((row, row))
    return ranges
