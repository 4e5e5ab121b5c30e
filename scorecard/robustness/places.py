"""Places of many draws at once, as `ranking` gives them for one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scorecard.number import RoundingMode
from scorecard.robustness.tables import Counts, Floats

_STEADY = 9
"""Decimals at which two figures of a draw are one: an exact tie is still a tie."""


def places(keys: Sequence[Floats], *, dense: bool = False) -> Counts:
    """Give standard competition places (1, 2, 2, 4), or dense ones, on the last axis.

    `keys` are (draws, participants), what decides first coming first; higher is ahead.
    """
    order = np.lexsort(tuple(-key for key in reversed(keys)), axis=-1)
    is_new = np.zeros(order.shape, dtype=np.bool_)
    is_new[:, 0] = True
    for key in keys:
        in_order = np.take_along_axis(key, order, axis=-1)
        is_new[:, 1:] |= in_order[:, 1:] != in_order[:, :-1]
    numbers = np.arange(1, order.shape[1] + 1)
    skipping = np.maximum.accumulate(np.where(is_new, numbers, 0), axis=-1)
    placed = np.cumsum(is_new, axis=-1) if dense else skipping
    found = np.empty(order.shape, dtype=np.int64)
    np.put_along_axis(found, order, placed, axis=-1)
    return found


def steady(figures: Floats) -> Floats:
    """Take away what binary arithmetic adds after the ninth decimal."""
    return np.round(figures, _STEADY)


def published(figures: Floats, digits: int, mode: RoundingMode) -> Floats:
    """Round as the rubric rounds its totals, in units of the last place."""
    scaled = steady(figures * 10.0**digits)
    match mode:
        case "half_up":
            return np.floor(scaled + 0.5)
        case "half_even":
            return np.rint(scaled)
        case "down":
            return np.trunc(scaled)
