"""Spreadsheet expressions, and where the cells stand that they are made of.

Only functions that Excel and LibreOffice have had since 2010. An expression carries no
leading ``=``. Numbers are compared at ten decimals, since spreadsheets count in binary.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from scorecard.number import Language, to_decimal
from scorecard.wording import Text

BLANK, READ, UNREADABLE = 0, 1, 2
"""The states of an input's cell."""

SPARED = "-"
"""The mark of a ticket that a limit is not asked of."""

GUARD = 10
"""Decimals kept before a decision."""

_LONGEST_LITERAL = 250


@dataclass(frozen=True, slots=True)
class Known:
    """The cells that tell an input's state (`BLANK`, ...), its number, and in words
    why it is unreadable.
    """

    state: str
    value: str
    why: str = '""'


@dataclass(frozen=True, slots=True)
class Numbers:
    """A series: its state, the range of its numbers, and how many kept their limit.

    `waiting` has a 1 for each ticket without a date that is late, and a 0 for each that
    is not yet, `SPARED` for each that the rubric spares.
    """

    state: str
    values: str
    kept: str = ""
    waiting: str = ""


@dataclass(frozen=True, slots=True)
class Cells:
    """Where everything stands that a measure may use.

    `fields` is keyed as a submission's answers, `conditions` by indicator and
    condition, `series` by series, or by indicator where limits belong to it.
    `indicator` is the one that is being written.
    """

    language: Language
    indicator: str = ""
    fields: Mapping[str, Known] = field(default_factory=dict)
    quantities: Mapping[str, Known] = field(default_factory=dict)
    conditions: Mapping[tuple[str, str], str] = field(default_factory=dict)
    series: Mapping[str, Numbers] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Live:
    """A measure as expressions: its state in words of the model, value and sentence.

    `value` is only read where the state is scored; `bounds` where it is pending or
    unreadable, and None there means that nothing is known. `blank` is what the
    sentence says while nothing is filled in.
    """

    state: str
    value: str
    sentence: str
    numerator: str = ""
    denominator: str = ""
    bounds: tuple[str, str] | None = None
    blank: str = ""


def quoted(words: str) -> str:
    """Write a text literal; Excel allows none of more than 255 characters."""
    parts = [
        words[start : start + _LONGEST_LITERAL]
        for start in range(0, max(1, len(words)), _LONGEST_LITERAL)
    ]
    return "&".join('"' + part.replace('"', '""') + '"' for part in parts)


def plain(figure: Fraction) -> str:
    """Write a figure of the rubric as a literal; signs and ratios are kept apart."""
    decimal = to_decimal(figure)
    if Fraction(decimal) != figure:
        return f"({figure.numerator}/{figure.denominator})"
    return f"({decimal:f})" if figure < 0 else f"{decimal:f}"


def day(when: date) -> str:
    """Write a date as every program reads it."""
    return f"DATE({when.year},{when.month},{when.day})"


def steady(expression: str) -> str:
    """Round away what binary arithmetic leaves behind."""
    return f"ROUND({expression},{GUARD})"


def shown(expression: str) -> str:
    """Write a number into a sentence, with the decimal sign of the reader's program."""
    return f"ROUND({expression},2)"


def fixed(expression: str, places: int) -> str:
    """Write a number with all its decimals, as the engine's sentences have it."""
    return f"FIXED({expression},{places},TRUE)"


def chosen(tests: Sequence[tuple[str, str]], otherwise: str) -> str:
    """Give the outcome of the first test that holds."""
    opened = "".join(f"IF({test},{outcome}," for test, outcome in tests)
    return f"{opened}{otherwise}{')' * len(tests)}"


def sentence(template: Text, language: Language, /, **figures: str) -> str:
    """Fill a template of ``{names}`` with expressions, as one text expression."""
    pieces, rest = [], template.in_(language)
    while "{" in rest:
        before, _, after = rest.partition("{")
        name, _, rest = after.partition("}")
        pieces += [quoted(before)] if before else []
        pieces.append(figures[name])
    pieces += [quoted(rest)] if rest or not pieces else []
    return "&".join(pieces)


def total(expressions: Sequence[str]) -> str:
    """Add up; nothing is zero."""
    return "(" + "+".join(expressions) + ")" if expressions else "0"
