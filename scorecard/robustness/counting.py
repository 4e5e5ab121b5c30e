"""Figures of counted places, exact: how often, on average, at a percentile."""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from scorecard.robustness.tables import Counts


def mean_place(counted: Counts) -> Fraction:
    """Give the mean of the places taken; `counted` holds how often each was."""
    whole = int(counted.sum())
    return Fraction(int((counted * np.arange(len(counted))).sum()), whole)


def place_at(counted: Counts, percentile: Fraction) -> int:
    """Give the least place that at least so many per cent of the draws reach."""
    whole = int(counted.sum())
    needed = max(1, -((-percentile * whole) // 100))
    return int(np.searchsorted(np.cumsum(counted), int(needed)))


def per_cent(counted: Counts, places: int) -> Fraction:
    """Give how many per cent of the draws are within the first places; 0 is none."""
    within = int(counted[1 : places + 1].sum())
    return Fraction(100 * within, int(counted.sum()))
