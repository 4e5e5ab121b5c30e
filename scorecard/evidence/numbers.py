"""Numbers as they are written: exact values from cells and from text.

A float of a cell becomes the decimal that its owner sees (its shortest notation), then
an exact ratio. Text is read in Indonesian and English notation where only one reading
is possible.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from math import isfinite
from typing import Literal

from scorecard.evidence.limits import LIMITS
from scorecard.evidence.workbook import Cell, Value
from scorecard.number import display, published

_WHOLE = re.compile(r"-?\d{1,15}")
_GROUPED = re.compile(r"-?\d{1,3}(?:\.\d{3})+|-?\d{1,3}(?:,\d{3})+")
_DECIMAL = re.compile(r"-?\d{1,15}[.,]\d{1,15}")
_GROUPED_DECIMAL = re.compile(
    r"-?\d{1,3}(?:\.\d{3})+,\d{1,15}|-?\d{1,3}(?:,\d{3})+\.\d{1,15}"
)
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_PLACES = re.compile(r"[0#?]\.([0#?]+)")

Unread = Literal["wrong", "unclear"]


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


def read_number(value: Value) -> Fraction | Unread:
    """Read a number; text such as ``1.234`` has two readings and is unclear."""
    if not isinstance(value, str):
        number = exact_number(value)
        return "wrong" if number is None else number
    text = "".join(value.split()).replace("−", "-")
    if _GROUPED.fullmatch(text):
        several = text.count(".") + text.count(",") > 1
        return _limited(_without_groups(text)) if several else "unclear"
    if _WHOLE.fullmatch(text):
        return _limited(text)
    if _GROUPED_DECIMAL.fullmatch(text):
        return _limited(_without_groups(text[: max(text.rfind("."), text.rfind(","))])
                        + "." + re.split(r"[.,]", text)[-1])  # fmt: skip
    if _DECIMAL.fullmatch(text):
        return _limited(text.replace(",", "."))
    return "wrong"


def read_whole(value: Value) -> Fraction | Unread:
    """Read a count: whole, not negative; here ``1.011`` can only be a thousand."""
    if isinstance(value, str) and _GROUPED.fullmatch("".join(value.split())):
        number: Fraction | Unread = _limited(_without_groups("".join(value.split())))
    else:
        number = read_number(value)
    if not isinstance(number, Fraction):
        return "wrong"
    return number if number.denominator == 1 and number >= 0 else "wrong"


def read_percentage(cell: Cell) -> Percentage | Unread:
    """Read a percentage: a cell formatted so holds 0.9927, text says ``99,27 %``."""
    if not isinstance(cell.value, str):
        number = exact_number(cell.value)
        if number is None:
            return "wrong"
        marked = is_percent_format(cell.number_format)
        return Percentage(number * 100 if marked else number, marked)
    text = cell.value.strip()
    marked = text.endswith("%")
    read = read_number(text.removesuffix("%"))
    return Percentage(read, marked) if isinstance(read, Fraction) else read


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


def _without_groups(text: str) -> str:
    return text.replace(".", "").replace(",", "")


def _limited(text: str) -> Fraction | Unread:
    number = Fraction(text)
    return number if abs(number) <= LIMITS.number else "wrong"
