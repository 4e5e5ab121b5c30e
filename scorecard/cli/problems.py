"""Problems on the screen: worst first, each with its place and its repair."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import click

from scorecard.cli.foreign_marks import without_foreign_marks
from scorecard.cli.typed import as_typed
from scorecard.errors import SEVERITIES, Problem, ScorecardError, Severity, worst_first
from scorecard.number import Language
from scorecard.problem_list import SEVERITY_WORDS
from scorecard.wording import Text, say

_COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "note": "cyan"}
_PLACES_SHOWN = 10
_SEEN = Text("terbaca", "seen")
_EXPECTED = Text("seharusnya", "expected")
_REPAIR = Text("perbaikan", "repair")


def show_error(error: ScorecardError, language: Language, *, as_json: bool) -> None:
    """Write why a run stopped to stderr, worst first; as JSON to stdout as well."""
    if as_json:
        click.echo(_error_json(error, language))
    show_problems(error.problems, language)


def show_problems(problems: Iterable[Problem], language: Language) -> None:
    """Write problems to stderr, under a heading for each severity."""
    ordered = worst_first(without_foreign_marks(problems))
    for severity, group in groupby(ordered, key=lambda problem: problem.severity):
        alike = tuple(group)
        heading = severity_counts(alike, language)
        click.echo(tinted(heading, _COLOURS[severity]), err=True)
        for same in gathered(alike):
            for line in group_lines(same, language):
                click.echo(f"  {line}", err=True)


def tinted(words: str, colour: str) -> str:
    """Colour words for a terminal; NO_COLOR is honoured, which Click leaves to us."""
    if os.environ.get("NO_COLOR"):
        return words
    return click.style(words, fg=colour, bold=True)


def gathered(problems: Iterable[Problem]) -> tuple[tuple[Problem, ...], ...]:
    """Put problems that say the same in the same file together, in their order."""
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        key = (problem.code, problem.location.file, problem.message.en)
        groups.setdefault(key, []).append(problem)
    return tuple(tuple(group) for group in groups.values())


def group_lines(same: tuple[Problem, ...], language: Language) -> Iterator[str]:
    """Write the first of several equal problems, then where the others are."""
    yield from problem_lines(same[0], language)
    others = [_short_place(problem) for problem in same[1:]]
    if others:
        shown = ", ".join(others[:_PLACES_SHOWN])
        more = ", …" if len(others) > _PLACES_SHOWN else ""
        words = say(
            "dan {n} tempat lain: {shown}{more}",
            "and {n} more places: {shown}{more}",
            n=len(others),
            shown=shown,
            more=more,
        )
        yield f"    {words.in_(language)}"


def problem_lines(problem: Problem, language: Language) -> Iterator[str]:
    """Write one problem: place and code, message, what was seen, expected, the repair.

    The code leads to the documentation of problems.
    """
    word = SEVERITY_WORDS[problem.severity].in_(language)
    yield f"[{word}] {problem.location} ({problem.code})"
    yield f"    {as_typed(problem.message.in_(language))}"
    pairs = (
        (_SEEN, problem.seen),
        (_EXPECTED, problem.expected.in_(language)),
        (_REPAIR, as_typed(problem.repair.in_(language))),
    )
    yield from (f"    {name.in_(language)}: {words}" for name, words in pairs if words)


def severity_counts(problems: Iterable[Problem], language: Language) -> str:
    """Count problems in words: ``1 kesalahan · 3 peringatan``."""
    found = [problem.severity for problem in problems]
    return " · ".join(
        f"{number} {_plural(severity, number, language)}"
        for severity in SEVERITIES
        if (number := found.count(severity))
    )


def problem_json(problem: Problem, language: Language) -> dict[str, Any]:
    """Give one problem as JSON holds it."""
    place = problem.location
    return {
        "code": problem.code,
        "severity": problem.severity,
        "participant": problem.participant,
        "file": place.file,
        "sheet": place.sheet,
        "cell": place.cell,
        "line": place.line,
        "seen": problem.seen,
        "message": problem.message.in_(language),
        "expected": problem.expected.in_(language),
        "repair": problem.repair.in_(language),
    }


def _plural(severity: Severity, number: int, language: Language) -> str:
    word = SEVERITY_WORDS[severity].in_(language)
    return f"{word}s" if language == "en" and number > 1 else word


def _error_json(error: ScorecardError, language: Language) -> str:
    worst = worst_first(error.problems)
    content = {
        "exit_code": int(error.exit_code),
        "reason": worst[0].message.in_(language) if worst else "",
        "problems": [problem_json(problem, language) for problem in worst],
    }
    return json.dumps(content, indent=1, ensure_ascii=False)


def _short_place(problem: Problem) -> str:
    place = problem.location
    line = f":{place.line}" if place.line else ""
    return place.cell or line or problem.seen or place.sheet or place.file
