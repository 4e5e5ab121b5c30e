"""Wilson's interval: between which ends a share of few or many cases lies."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache, lru_cache
from statistics import NormalDist

from scorecard.number import PRECISION, SURE, to_decimal

_DIGITS_OF_DEVIATE = 12


@lru_cache(maxsize=1 << 14)
def lower(of: Fraction, over: Fraction, confidence: Fraction) -> Fraction:
    """Give the lower end, in per cent, of the two-sided interval (Wilson 1927).

    Kept as the ratio of its `SURE` digits; 0 exactly where no case counts. `over` is
    above zero, `confidence` in per cent.
    """
    if of == 0:
        return Fraction(0)
    centre, reach, whole = _parts(of, over, deviate(confidence))
    with localcontext(prec=SURE):
        return Fraction(100 * (centre - reach) / whole)


def upper(of: Fraction, over: Fraction, confidence: Fraction) -> Fraction:
    """Give the upper end: what is left by the lower end of the other cases."""
    return 100 - lower(over - of, over, confidence)


@cache
def deviate(confidence: Fraction) -> Fraction:
    """Give the standard normal deviate of a two-sided confidence in per cent."""
    beyond = NormalDist().inv_cdf(float(1 + confidence / 100) / 2)
    return Fraction(f"{beyond:.{_DIGITS_OF_DEVIATE}f}")


def _parts(
    of: Fraction, over: Fraction, z: Fraction
) -> tuple[Decimal, Decimal, Decimal]:
    """Give (n + z²/2), z √(n (d - n) / d + z²/4) and (d + z²)."""
    with localcontext(prec=PRECISION):
        under = to_decimal(of * (over - of) / over + z * z / 4)
        reach = to_decimal(z) * under.sqrt()
        return to_decimal(of + z * z / 2), reach, to_decimal(over + z * z)
