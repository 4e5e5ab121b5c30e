"""Answers of the form: a cell becomes a value of its field's kind, or a Problem."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import TypeAlias

from scorecard.errors import Problem
from scorecard.evidence.dates import Order, Undated, date_or_reason
from scorecard.evidence.folding import folded, visible
from scorecard.evidence.numbers import (
    Mark,
    exact_number,
    read_number,
    read_percentage,
    read_whole,
    readings,
    shown_number,
)
from scorecard.evidence.problems import problem
from scorecard.evidence.workbook import Cell, CellError, Value
from scorecard.model import Evidence
from scorecard.rubric.evidence import FormField, Vocabulary
from scorecard.wording import Places, Text, same

Answer: TypeAlias = Fraction | bool | str | date

_WITH_UNIT = re.compile(r"(.*\d)\s*([^\W\d][^\d]*)", re.DOTALL)
_UNDATED: dict[Undated, str] = {
    "unreadable": "answer-not-a-date",
    "ambiguous": "answer-date-ambiguous",
    "short-year": "answer-date-short-year",
    "impossible": "answer-date-impossible",
}


@dataclass(frozen=True, slots=True)
class Habits:
    """How a sheet writes numbers and dates, as far as its own cells tell."""

    mark: Mark | None = None
    order: Order | None = None


def read_answer(
    field: FormField, cell: Cell, vocabulary: Vocabulary, habits: Habits
) -> tuple[Evidence, Problem | None]:
    """Read a filled cell as its field's kind.

    A cell that is not of the kind gives Evidence without a value, and the Problem.
    """
    answer = _typed(field, cell, vocabulary, habits)
    seen = shown(cell)
    if isinstance(answer, Problem):
        return Evidence(None, seen, cell.location, answer.message), answer
    return Evidence(answer, seen, cell.location), None


def shown(cell: Cell) -> str:
    """Write a cell as its owner sees it."""
    match cell.value:
        case None:
            return ""
        case bool():
            return "TRUE" if cell.value else "FALSE"
        case int() | float():
            return shown_number(cell.value, cell.number_format)
        case CellError():
            return cell.value.code
        case _:
            return as_text(cell.value)


def as_text(value: Value) -> str:
    """Give a cell's content as one line of text; numbers in plain notation."""
    match value:
        case str():
            return " ".join(visible(value).split())
        case bool() | None | CellError() | time() | timedelta():
            return "" if value is None else str(getattr(value, "code", value))
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            number = exact_number(value)
            if number is not None and number.denominator == 1:
                return str(number)
            whole = isinstance(value, float) and value.is_integer()
            return f"{value:.0f}" if whole and abs(value) < 10**15 else repr(value)


def _typed(
    field: FormField, cell: Cell, vocabulary: Vocabulary, habits: Habits
) -> Answer | Problem:
    if isinstance(cell.value, CellError):
        code = "cell-error" if cell.value.code else "formula-not-calculated"
        return _refused(code, field, cell)
    match field.kind:
        case "yes_no":
            return _yes_or_no(field, cell, vocabulary)
        case "whole":
            whole = read_whole(_without_unit(field, cell, vocabulary).value)
            if isinstance(whole, Fraction):
                return whole
            # Its format may round it to the whole number that it is not.
            exact = replace(cell, number_format="General")
            return _refused("answer-not-a-whole-number", field, exact)
        case "number" | "level":
            return _number(field, cell, vocabulary, habits)
        case "percent":
            return _percentage(field, cell, habits)
        case "date":
            day = date_or_reason(cell.value, habits.order)
            return (
                day if isinstance(day, date) else _refused(_UNDATED[day], field, cell)
            )
        case "text" | "file":
            return as_text(cell.value)


def _without_unit(field: FormField, cell: Cell, vocabulary: Vocabulary) -> Cell:
    """Take the unit off a number: ``273 laporan``; any other word stays."""
    match = _WITH_UNIT.fullmatch(cell.value) if isinstance(cell.value, str) else None
    if match is None:
        return cell
    own: Iterable[str] = (field.unit.id, field.unit.en) if field.unit else ()
    units = {folded(unit) for unit in (*vocabulary.units, *own)}
    return replace(cell, value=match[1]) if folded(match[2]) in units else cell


def _yes_or_no(field: FormField, cell: Cell, vocabulary: Vocabulary) -> bool | Problem:
    if isinstance(cell.value, bool):
        return cell.value
    word = folded(as_text(cell.value))
    if word in map(folded, vocabulary.yes):
        return True
    if word in map(folded, vocabulary.no):
        return False
    return problem(
        "answer-not-yes-or-no",
        cell.location,
        seen=shown(cell),
        title=field.title.text,
        yes=vocabulary.yes[0],
        no=vocabulary.no[0],
        words=", ".join((*vocabulary.yes, *vocabulary.no)),
    )


def _number(
    field: FormField, cell: Cell, vocabulary: Vocabulary, habits: Habits
) -> Fraction | Problem:
    number = read_number(_without_unit(field, cell, vocabulary).value, habits.mark)
    if isinstance(number, Fraction):
        return number
    if number == "unclear":
        return _unclear(
            field, cell, as_text(_without_unit(field, cell, vocabulary).value)
        )
    return _refused("answer-not-a-number", field, cell)


def _percentage(field: FormField, cell: Cell, habits: Habits) -> Fraction | Problem:
    read = read_percentage(cell, habits.mark)
    if read == "unclear":
        return _unclear(field, cell, as_text(cell.value))
    if read == "wrong":
        return _refused("answer-not-a-percentage", field, cell)
    # Without a sign 0,9927 may be 99 per cent or just under one: nobody can tell.
    if not read.marked and 0 < abs(read.value) <= 1:
        return _refused("answer-percent-unclear", field, cell)
    return read.value


def _unclear(field: FormField, cell: Cell, number: str) -> Problem:
    grouped, decimal = readings(number)
    return problem(
        "answer-number-unclear",
        cell.location,
        seen=shown(cell),
        title=field.title.text,
        # Both as plain digits: separators are what the doubt is about.
        one=same(str(grouped)),
        other=Places(decimal, 3),
    )


def _refused(code: str, field: FormField, cell: Cell) -> Problem:
    title: Text = field.title.text
    return problem(code, cell.location, seen=shown(cell), title=title)
