"""Numbers: exact values, declared rounding, and their display in id-ID and en-US.

Every number of a score is a `fractions.Fraction` from the cell to the total. It
becomes a decimal only where the rubric says so, and here alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import (
    ROUND_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Context,
    Decimal,
    localcontext,
)
from fractions import Fraction
from functools import cache, lru_cache
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["id", "en"]
RoundingMode: TypeAlias = Literal["half_up", "half_even", "down"]

_MODES = {
    "half_up": ROUND_HALF_UP,
    "half_even": ROUND_HALF_EVEN,
    "down": ROUND_DOWN,
}
_PLAIN = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18})?")
PRECISION = 60
"""Significant digits kept where a root or a logarithm has no exact value."""
SURE = 50
"""Significant digits that a sum of logarithms leaves without doubt."""
_WIDE = Context(prec=PRECISION + 40)


def exact(text: str) -> Fraction:
    """Read a plain decimal such as ``-12.50``; a dot marks the decimals.

    Raises ValueError for anything else: exponents, ``nan``, ``inf``, ``1_000``.
    """
    if not _PLAIN.fullmatch(text):
        raise ValueError(f"not a plain decimal number: {text!r}")
    return Fraction(text)


def rounded(value: Fraction, places: int, mode: RoundingMode = "half_up") -> Decimal:
    """Round to `places` decimals; ``half_up`` is away from zero, as spreadsheets do.

    The decision is made on the exact ratio: 2.675 becomes 2.68, never 2.67.
    """
    return Decimal(_scaled(value, places, mode)).scaleb(-places, _WIDE)


# The same few figures return in every sentence: weights, limits, full points.
@lru_cache(maxsize=1 << 14)
def published(value: Fraction, places: int, mode: RoundingMode = "half_up") -> str:
    """Write the rounded value with all its places: ``99.27``."""
    scaled = _scaled(value, places, mode)
    digits = str(abs(scaled)).zfill(places + 1)
    point = len(digits) - places
    sign = "-" if scaled < 0 else ""
    return f"{sign}{digits[:point]}.{digits[point:]}" if places else f"{sign}{digits}"


def display(value: Fraction, places: int, language: Language) -> str:
    """Write the rounded value as readers of the language do: ``1.234,50``."""
    return display_published(published(value, places), language)


@lru_cache(maxsize=1 << 14)
def display_published(text: str, language: Language) -> str:
    """Write a canonical decimal such as ``1234.50`` as the language does."""
    places = len(text.partition(".")[2])
    return _formatter(language, places)(Decimal(text)).replace("-", "\N{MINUS SIGN}")


def tidy(value: Fraction, language: Language, most_places: int = 2) -> str:
    """Write a value with as few decimals as show it: ``271``, ``99,27``, ``3,9``."""
    text = published(value, most_places)
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return display_published(text, language)


def logarithm(value: Fraction) -> Fraction:
    """Give the natural logarithm, kept as the ratio of its `PRECISION` digits."""
    with localcontext(prec=PRECISION):
        return Fraction(to_decimal(value).ln())


def exponential(value: Fraction) -> Fraction:
    """Give e to the power, kept as the ratio of its `SURE` digits.

    What logarithms that were added up leave in the digits after those is cut off, so
    that equal means are equal in whatever order their parts came.
    """
    with localcontext(prec=PRECISION):
        power = to_decimal(value).exp()
    with localcontext(prec=SURE):
        return Fraction(+power)


def to_decimal(value: Fraction) -> Decimal:
    """Divide to `PRECISION` digits; a figure of a rubric comes out as written."""
    with localcontext(prec=PRECISION):
        return Decimal(value.numerator) / Decimal(value.denominator)


def _scaled(value: Fraction, places: int, mode: RoundingMode) -> int:
    """Count the value in units of its last place, rounded."""
    return _divide(value.numerator * 10**places, value.denominator, mode)


def _divide(numerator: int, denominator: int, mode: RoundingMode) -> int:
    sign = -1 if numerator < 0 else 1
    quotient, remainder = divmod(abs(numerator), denominator)
    twice = 2 * remainder
    match mode:
        case "half_up":
            up = twice >= denominator
        case "half_even":
            up = twice > denominator or (twice == denominator and quotient % 2 == 1)
        case "down":
            up = False
    return sign * (quotient + up)


@cache
def _formatter(language: Language, places: int) -> Callable[[Decimal], str]:
    from babel.core import Locale
    from babel.numbers import parse_pattern

    locale = Locale.parse("id_ID" if language == "id" else "en_US")
    pattern = parse_pattern("#,##0" + ("." + "0" * places if places else ""))
    return lambda number: str(pattern.apply(number, locale))
