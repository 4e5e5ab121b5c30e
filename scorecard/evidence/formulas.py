"""Work out simple formulas again: a stored result may be older than its figures.

Sums, differences, products, quotients and a few functions over the cells of the same
workbook, in exact numbers. Whatever is beyond that is not worked out at all: the stored
value then stands. A small evaluator of our own, because a spreadsheet engine would also
answer for formulas whose rules we could not state, and needs the file once more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from scorecard.evidence.limits import LIMITS
from scorecard.evidence.numbers import exact_number
from scorecard.evidence.workbook import Sheet, Value, Workbook
from scorecard.number import rounded

_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)(?![A-Za-z0-9.])"
    r"|(?P<name>[A-Z]+)(?=\()"
    r"|(?P<cells>(?:(?:'[^']+'|[A-Za-z_][A-Za-z0-9_]*)!)?"
    r"\$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?)(?![A-Za-z0-9(!:])"
    r"|(?P<sign>[-+*/(),%]))"
)
_ODS_CELLS = re.compile(
    r"\[(?:\$?(?P<sheet>'[^']+'|[A-Za-z_][A-Za-z0-9_]*))?"
    r"\.(?P<first>\$?[A-Z]{1,3}\$?[0-9]{1,7})(?::\.(?P<last>\$?[A-Z]{1,3}\$?[0-9]{1,7}))?\]"
)
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_DEEPEST = 80
_LONGEST = 1_000


class _NotSimpleError(Exception):
    """The formula is beyond what is worked out here."""


@dataclass(slots=True)
class _Desk:
    """The workbook, results so far, and how many cells may still be looked at."""

    workbook: Workbook
    known: dict[tuple[int, tuple[int, int]], Fraction] = field(default_factory=dict)
    cells_left: int = 20_000


@dataclass(slots=True)
class _Work:
    """A formula that is being worked out: its tokens, and how deep we are."""

    desk: _Desk
    sheet: Sheet
    tokens: list[tuple[str, str]]
    depth: int
    at: int = field(default=0)

    @property
    def next(self) -> str:
        """The next token, empty at the end."""
        return self.tokens[self.at][1] if self.at < len(self.tokens) else ""

    def take(self) -> tuple[str, str]:
        """Take the next token."""
        if self.at >= len(self.tokens):
            raise _NotSimpleError
        self.at += 1
        return self.tokens[self.at - 1]

    def expect(self, sign: str) -> None:
        """Take the next token, which must be this sign."""
        if self.take()[1] != sign:
            raise _NotSimpleError


def worked_out(
    workbook: Workbook, sheet: Sheet, position: tuple[int, int]
) -> Fraction | None:
    """Work out the formula of a cell; None if it has none, or none that is simple."""
    try:
        return _formula(_Desk(workbook), sheet, position, 0)
    except (_NotSimpleError, ZeroDivisionError):
        return None


def _formula(
    desk: _Desk, sheet: Sheet, position: tuple[int, int], depth: int
) -> Fraction:
    place = (id(sheet), position)
    if place in desk.known:
        return desk.known[place]
    formula = sheet.formulas.get(position, "").removeprefix("=")
    if not formula or len(formula) > _LONGEST or depth > _DEEPEST:
        raise _NotSimpleError
    work = _Work(desk, sheet, _tokens(_without_brackets(formula)), depth)
    result = _sum(work)
    if work.next or abs(result) > LIMITS.number:
        raise _NotSimpleError
    desk.known[place] = result
    return result


def _without_brackets(formula: str) -> str:
    """Write OpenDocument's ``SUM([.C3:.C5];1)`` as the other formats do."""
    if "[" not in formula:
        return formula

    def plain(match: re.Match[str]) -> str:
        sheet = f"{match['sheet']}!" if match["sheet"] else ""
        return f"{sheet}{match['first']}" + (f":{match['last']}" * bool(match["last"]))

    return _ODS_CELLS.sub(plain, formula).replace(";", ",")


def _tokens(formula: str) -> list[tuple[str, str]]:
    tokens = []
    start = 0
    formula = formula.rstrip()
    while start < len(formula):
        match = _TOKEN.match(formula, start)
        if match is None or not match.lastgroup:
            raise _NotSimpleError
        tokens.append((match.lastgroup, match[match.lastgroup]))
        start = match.end()
    return tokens


def _sum(work: _Work) -> Fraction:
    total = _product(work)
    while work.next in ("+", "-"):
        plus = work.take()[1] == "+"
        part = _product(work)
        total = total + part if plus else total - part
    return total


def _product(work: _Work) -> Fraction:
    product = _factor(work)
    while work.next in ("*", "/"):
        times = work.take()[1] == "*"
        factor = _factor(work)
        product = product * factor if times else product / factor
    return product


def _factor(work: _Work) -> Fraction:
    work.depth += 1
    if work.depth > _DEEPEST:
        raise _NotSimpleError
    if work.next in ("-", "+"):
        sign = -1 if work.take()[1] == "-" else 1
        value = sign * _factor(work)
    else:
        value = _plain(work)
    while work.next == "%":
        work.take()
        value /= 100
    work.depth -= 1
    return value


def _plain(work: _Work) -> Fraction:
    kind, text = work.take()
    if kind == "number":
        return Fraction(text)
    if kind == "cells":
        return _single(work, text)
    if kind == "name" and text in _FUNCTIONS:
        work.expect("(")
        return _FUNCTIONS[text](work)
    if text == "(":
        value = _sum(work)
        work.expect(")")
        return value
    raise _NotSimpleError


def _single(work: _Work, reference: str) -> Fraction:
    values = _cells(work, reference)
    if len(values) != 1 or isinstance(values[0], str):
        raise _NotSimpleError
    return values[0] or Fraction(0)


def _cells(work: _Work, reference: str) -> list[Fraction | str | None]:
    """Give the numbers of a range; None for blanks, a text as it is."""
    name, _, cells = reference.rpartition("!")
    sheet = work.sheet
    if name:
        named = work.desk.workbook.named(name.strip("'"))
        if len(named) != 1:
            raise _NotSimpleError
        sheet = named[0]
    first, _, last = cells.replace("$", "").partition(":")
    (top, left), (bottom, right) = _position(first), _position(last or first)
    work.desk.cells_left -= max(0, bottom - top + 1) * max(0, right - left + 1)
    if work.desk.cells_left < 0:
        raise _NotSimpleError
    return [
        _number(work, sheet, (row, column))
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    ]


def _number(
    work: _Work, sheet: Sheet, position: tuple[int, int]
) -> Fraction | str | None:
    if position in sheet.formulas:
        return _formula(work.desk, sheet, position, work.depth + 1)
    value: Value = sheet.value(*position)
    if value is None or isinstance(value, str):
        return value or None
    number = exact_number(value)
    if number is None:
        raise _NotSimpleError
    return number


def _arguments(work: _Work) -> list[Fraction]:
    """Take the numbers of a function; texts and blanks in ranges are passed over."""
    numbers: list[Fraction] = []
    while True:
        kind, text = work.tokens[work.at] if work.at < len(work.tokens) else ("", "")
        after = work.tokens[work.at + 1][1] if work.at + 1 < len(work.tokens) else ""
        if kind == "cells" and after in (",", ")"):
            work.take()
            numbers += [
                each for each in _cells(work, text) if isinstance(each, Fraction)
            ]
        else:
            numbers.append(_sum(work))
        if work.take()[1] == ")":
            return numbers
        if work.tokens[work.at - 1][1] != ",":
            raise _NotSimpleError


def _total(work: _Work) -> Fraction:
    return sum(_arguments(work), Fraction(0))


def _average(work: _Work) -> Fraction:
    numbers = _arguments(work)
    return sum(numbers, Fraction(0)) / len(numbers)


def _round(work: _Work) -> Fraction:
    value = _sum(work)
    work.expect(",")
    places = _sum(work)
    work.expect(")")
    if places not in range(16):
        raise _NotSimpleError
    return Fraction(rounded(value, int(places)))


def _most(work: _Work) -> Fraction:
    return max(_arguments(work), default=Fraction(0))


def _least(work: _Work) -> Fraction:
    return min(_arguments(work), default=Fraction(0))


def _position(reference: str) -> tuple[int, int]:
    match = _CELL.fullmatch(reference)
    if match is None:
        raise _NotSimpleError
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


_FUNCTIONS: Mapping[str, Callable[[_Work], Fraction]] = {
    "SUM": _total,
    "AVERAGE": _average,
    "ROUND": _round,
    "MAX": _most,
    "MIN": _least,
}
