"""Numbers as they are written: exact values from cells and from text.

A float of a cell becomes the decimal that its owner sees (its shortest notation), then
an exact ratio. Text is read in Indonesian and English notation; where ``1.234`` has two
readings, the other cells of its kind decide, or nobody does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import isfinite
from typing import Literal, TypeAlias

from scorecard.evidence.folding import visible
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.workbook import Cell, Value
from scorecard.number import display, published

_WHOLE = re.compile(r"-?[0-9]{1,15}")
_GROUPED = re.compile(
    r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+|-?[1-9][0-9]{0,2}(?:,[0-9]{3})+"
)
_DECIMAL = re.compile(r"-?[0-9]{1,15}([.,])[0-9]{1,15}")
_GROUPED_DECIMAL = re.compile(
    r"-?[1-9][0-9]{0,2}(?:\.[0-9]{3})+(,)[0-9]{1,15}"
    r"|-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(\.)[0-9]{1,15}"
)
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_PLACES = re.compile(r"[0#?]\.([0#?]+)")
_PERCENT = re.compile(r"(?i)\s*(?:%|persen|per cent|percent)\s*$")
# Full-width forms, as some input methods write them, and the true minus sign.
_PLAIN = {0xFF01 + number: 0x21 + number for number in range(94)} | {
    ord("−"): "-",
    ord("–"): "-",
    ord("﹪"): "%",
}

Unread = Literal["wrong", "unclear"]
Mark: TypeAlias = Literal[",", "."]
"""The decimal mark of a column's numbers: a comma in Indonesian, a point in English."""


@dataclass(frozen=True, slots=True)
class Percentage:
    """A number in per cent; `marked` says that its owner wrote the sign."""

    value: Fraction
    marked: bool


def exact_number(value: Value) -> Fraction | None:
    """Give a numeric cell as an exact ratio; None for all else, nan and inf too."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if not isfinite(value):
        return None
    number = Fraction(repr(value))
    return number if abs(number) <= LIMITS.number else None


def read_number(value: Value, mark: Mark | None = None) -> Fraction | Unread:
    """Read a number; text such as ``1.234`` is unclear without a decimal `mark`."""
    if not isinstance(value, str):
        number = exact_number(value)
        return "wrong" if number is None else number
    text = _plain(value)
    if _WHOLE.fullmatch(text):
        return _limited(text)
    if _GROUPED.fullmatch(text):
        return _grouped(text, mark)
    if match := _GROUPED_DECIMAL.fullmatch(text):
        return _limited(_with_point(text, match[1] or match[2]))
    if match := _DECIMAL.fullmatch(text):
        return _limited(_with_point(text, match[1]))
    return "wrong"


def read_whole(value: Value) -> Fraction | Unread:
    """Read a count: whole, not negative; here ``1.011`` can only be a thousand."""
    if isinstance(value, str) and _GROUPED.fullmatch(_plain(value)):
        number: Fraction | Unread = _limited(_without_groups(_plain(value)))
    else:
        number = read_number(value)
    if not isinstance(number, Fraction):
        return "wrong"
    return number if number.denominator == 1 and number >= 0 else "wrong"


def read_percentage(cell: Cell, mark: Mark | None = None) -> Percentage | Unread:
    """Read a percentage: a cell formatted so holds 0.9927, text says ``99,27 %``."""
    if not isinstance(cell.value, str):
        number = exact_number(cell.value)
        if number is None:
            return "wrong"
        marked = is_percent_format(cell.number_format)
        return Percentage(number * 100 if marked else number, marked)
    text = _PERCENT.sub("", cell.value.translate(_PLAIN))
    read = read_number(text, mark)
    marked = text != cell.value.translate(_PLAIN)
    return Percentage(read, marked) if isinstance(read, Fraction) else read


def mark_of(texts: Iterable[str], counts: Iterable[str] = ()) -> Mark | None:
    """Tell the decimal mark from the numbers that have one reading; None if in doubt.

    `counts` are whole numbers: their ``1.011`` shows that a point groups thousands.
    """
    found = {_mark(_PERCENT.sub("", text.translate(_PLAIN))) for text in texts}
    found |= {_mark(text, whole=True) for text in counts}
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def readings(text: str) -> tuple[Fraction, ...]:
    """List what a number may mean: ``1.234`` is 1234 or 1,234."""
    text = _PERCENT.sub("", text.translate(_PLAIN))
    marks: tuple[Mark, ...] = (",", ".")
    read = (read_number(text, mark) for mark in marks)
    found = {each for each in read if isinstance(each, Fraction)}
    return tuple(sorted(found, key=abs, reverse=True))


def is_percent_format(number_format: str) -> bool:
    """The format shows a number times 100 with a percent sign."""
    return "%" in _QUOTED.sub("", number_format)


def shown_number(value: float, number_format: str) -> str:
    """Write a numeric cell as its owner sees it, with a decimal comma."""
    if not isfinite(value):
        return repr(value)
    number = Fraction(repr(value))
    if is_percent_format(number_format):
        return display(number * 100, _places(number_format) or 0, "id") + "%"
    places = _places(number_format)
    if places is None:
        text = repr(value)
        return (text.removesuffix(".0") if "e" not in text else text).replace(".", ",")
    return published(number, places).replace(".", ",")


def _places(number_format: str) -> int | None:
    """Count the decimals of a simple format; None where the format leaves it open."""
    pattern = _QUOTED.sub("", number_format).partition(";")[0]
    if match := _PLACES.search(pattern):
        return len(match[1])
    return 0 if "0" in pattern else None


def _plain(text: str) -> str:
    return "".join(visible(text).translate(_PLAIN).split())


def _mark(text: str, *, whole: bool = False) -> Mark | None:
    """Tell the decimal mark of one number, if it can have only one."""
    text = _plain(text)
    if match := _GROUPED_DECIMAL.fullmatch(text) or (
        None if _GROUPED.fullmatch(text) else _DECIMAL.fullmatch(text)
    ):
        return "," if "," in match.groups() else "."
    several = text.count(".") + text.count(",") > 1
    if _GROUPED.fullmatch(text) and (whole or several):
        return "," if "." in text else "."
    return None


def _grouped(text: str, mark: Mark | None) -> Fraction | Unread:
    if text.count(".") + text.count(",") > 1:
        return _limited(_without_groups(text))
    if mark is None:
        return "unclear"
    return _limited(_with_point(text, mark) if mark in text else _without_groups(text))


def _with_point(text: str, mark: str) -> str:
    whole, _, decimals = text.rpartition(mark)
    return f"{_without_groups(whole)}.{decimals}"


def _without_groups(text: str) -> str:
    return text.replace(".", "").replace(",", "")


def _limited(text: str) -> Fraction | Unread:
    number = Fraction(text)
    return number if abs(number) <= LIMITS.number else "wrong"
