"""Mistakes of users: where, what was seen, what was expected, how to repair it.

A Problem is a value and is collected with all others. A ScorecardError stops a run
and carries the exit code of the design; only the command line turns it into an exit.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal, TypeAlias

from scorecard.wording import Text

Severity: TypeAlias = Literal["error", "warning", "note"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


class ExitCode(IntEnum):
    """How a command ends; the same meaning for every command."""

    DONE = 0
    PROBLEMS = 1
    USAGE = 2
    RUBRIC = 3
    INPUT = 4
    INTEGRITY = 5
    PANEL = 6
    PDF = 7
    BUG = 70


@dataclass(frozen=True, slots=True)
class Location:
    """Where a value stands: file, sheet and A1 cell, or file and line.

    `file` is relative to the inputs folder and uses ``/``. `cell` is ``B7``, a range
    such as ``N12:N284``, or empty when the whole sheet or file is meant.
    """

    file: str
    sheet: str = ""
    cell: str = ""
    line: int = 0

    def __str__(self) -> str:
        place = self.file
        if self.sheet:
            place += f" › {self.sheet}"
        if self.cell:
            place += f" › {self.cell}"
        if self.line:
            place += f":{self.line}"
        return place


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake of a user, with its repair; part of the public output.

    `code` is stable, in kebab-case; `participant` is a code or empty.
    """

    code: str
    severity: Severity
    participant: str
    location: Location
    seen: str
    message: Text
    expected: Text
    repair: Text


class ScorecardError(Exception):
    """A run cannot go on: every problem found so far and the exit code."""

    def __init__(self, exit_code: ExitCode, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.message.en for problem in problems))
        self.exit_code = exit_code
        self.problems = problems


def worst_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Order problems by severity, then place, so that a list reads the same always."""
    return tuple(
        sorted(
            problems,
            key=lambda problem: (
                SEVERITIES.index(problem.severity),
                problem.participant,
                problem.location.file,
                problem.location.sheet,
                problem.location.line,
                _in_sheet_order(problem.location.cell),
                problem.code,
            ),
        )
    )


def _in_sheet_order(cell: str) -> tuple[int, int, str]:
    """Sort C2 before C10 and B2 before C2: row by row, as a sheet is read."""
    column = cell.rstrip("0123456789")
    row = cell[len(column) :]
    return (int(row) if row else 0, len(column), column)
