"""Answers of the form: a cell becomes a value of its field's kind, or a Problem."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import TypeAlias

from scorecard.errors import Problem
from scorecard.evidence.dates import read_date
from scorecard.evidence.folding import folded
from scorecard.evidence.numbers import (
    exact_number,
    read_number,
    read_percentage,
    read_whole,
    shown_number,
)
from scorecard.evidence.problems import problem
from scorecard.evidence.workbook import Cell, CellError, Value
from scorecard.model import Evidence
from scorecard.rubric.evidence import FormField, Vocabulary
from scorecard.wording import Text

Answer: TypeAlias = Fraction | bool | str | date


def read_answer(
    field: FormField, cell: Cell, vocabulary: Vocabulary
) -> tuple[Evidence, Problem | None]:
    """Read a filled cell as its field's kind.

    A cell that is not of the kind gives Evidence without a value, and the Problem.
    """
    answer = _typed(field, cell, vocabulary)
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
            return " ".join(value.split())
        case bool() | None | CellError() | time() | timedelta():
            return "" if value is None else str(getattr(value, "code", value))
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            number = exact_number(value)
            whole = number is not None and number.denominator == 1
            return str(number) if whole else repr(value)


def _typed(field: FormField, cell: Cell, vocabulary: Vocabulary) -> Answer | Problem:
    if isinstance(cell.value, CellError):
        code = "cell-error" if cell.value.code else "formula-not-calculated"
        return _refused(code, field, cell)
    match field.kind:
        case "yes_no":
            return _yes_or_no(field, cell, vocabulary)
        case "whole":
            whole = read_whole(cell.value)
            if isinstance(whole, Fraction):
                return whole
            return _refused("answer-not-a-whole-number", field, cell)
        case "number" | "level":
            return _number(field, cell)
        case "percent":
            return _percentage(field, cell)
        case "date":
            return read_date(cell.value) or _refused("answer-not-a-date", field, cell)
        case "text" | "file":
            return as_text(cell.value)


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


def _number(field: FormField, cell: Cell) -> Fraction | Problem:
    number = read_number(cell.value)
    if isinstance(number, Fraction):
        return number
    unclear = number == "unclear"
    code = "answer-number-unclear" if unclear else "answer-not-a-number"
    return _refused(code, field, cell)


def _percentage(field: FormField, cell: Cell) -> Fraction | Problem:
    read = read_percentage(cell)
    if read == "unclear":
        return _refused("answer-number-unclear", field, cell)
    if read == "wrong":
        return _refused("answer-not-a-percentage", field, cell)
    # Without a sign 0,9927 may be 99 per cent or just under one: nobody can tell.
    if not read.marked and 0 < abs(read.value) <= 1:
        return _refused("answer-percent-unclear", field, cell)
    return read.value


def _refused(code: str, field: FormField, cell: Cell) -> Problem:
    title: Text = field.title.text
    return problem(code, cell.location, seen=shown(cell), title=title)
