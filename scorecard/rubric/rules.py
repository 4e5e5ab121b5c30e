"""What a rubric may not do: a rule with its words, and the mistake that breaks it.

Every rule's words stand in both languages beside the check that needs them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from scorecard.errors import Severity
from scorecard.number import published, rounded
from scorecard.wording import Spoken, Text, say

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list positions that lead from the rubric's top to a place in it."""

MOST_MISTAKES = 200
"""A file of nothing but mistakes is cut short here."""

_LONGEST_QUOTE = 60
_MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Rule:
    """A stable code and three sentences with room for figures in braces."""

    code: str
    message: Text
    expected: Text
    repair: Text
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A broken rule at a place; `line` is given only where no path leads."""

    code: str
    severity: Severity
    path: Path
    seen: str
    message: Text
    expected: Text
    repair: Text
    line: int = 0


def broken(
    rule: Rule, path: Path, seen: str = "", /, *, line: int = 0, **figures: Spoken
) -> Mistake:
    """Say how the rule is broken at the path; `{seen}` is filled in by itself.

    Numbers and dates appear as the file writes them, in both languages.
    """
    figures = {name: as_written(figure) for name, figure in figures.items()}
    figures["seen"] = quotable(seen)
    return Mistake(
        code=rule.code,
        severity=rule.severity,
        path=path,
        seen=quotable(seen),
        message=say(rule.message.id, rule.message.en, **figures),
        expected=say(rule.expected.id, rule.expected.en, **figures),
        repair=say(rule.repair.id, rule.repair.en, **figures),
        line=line,
    )


def as_written(figure: Spoken) -> Spoken:
    """Write a number or a date as YAML does: ``80.99``, ``2025-12-31``."""
    match figure:
        case int():
            return str(figure)
        case Fraction():
            if rounded(figure, _MOST_DIGITS) != figure:
                return str(figure)
            digits = published(figure, _MOST_DIGITS)
            return digits.rstrip("0").rstrip(".")
        case date():
            return figure.isoformat()
    return figure


def quotable(text: str) -> str:
    """Shorten a user's text and make its control characters visible."""
    shown = "".join(
        character
        if character.isprintable()
        else character.encode("unicode_escape").decode("ascii")
        for character in text[: _LONGEST_QUOTE + 1]
    )
    return shown if len(shown) <= _LONGEST_QUOTE else shown[: _LONGEST_QUOTE - 1] + "…"
