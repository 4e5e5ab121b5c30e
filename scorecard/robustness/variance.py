"""Which uncertainty drives the ranking: shares of variance, first and total order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scorecard.robustness.tables import Floats


@dataclass(frozen=True, slots=True)
class Shares:
    """Each group's part (0-1) of the variance: alone, and with all it acts with."""

    first: tuple[float, ...]
    total: tuple[float, ...]


def variance_shares(one: Floats, other: Floats, swapped: Floats) -> Shares | None:
    """Estimate Sobol's shares; None where nothing varies.

    `one` and `other` (draws,) are the outcomes of two independent samples; row g of
    `swapped` (groups, draws) those of the first with the inputs of group g taken from
    the second. First order after Saltelli et al. 2010 (table 2 b), total order after
    Jansen 1999 (table 2 f there).
    """
    variance = float(np.var(np.concatenate([one, other])))
    if variance == 0:
        return None
    centred = other - np.mean(np.concatenate([one, other]))
    first = [float(np.mean(centred * (row - one))) / variance for row in swapped]
    total = [float(np.mean((one - row) ** 2)) / 2 / variance for row in swapped]
    return Shares(tuple(first), tuple(total))
