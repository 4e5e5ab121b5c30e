"""What a single figure could have been: equally likely values, in a table for each.

A draw takes one of a figure's values at random. A table holds the middles of as many
equal parts of the distribution, so that drawing costs one look-up.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Flags: TypeAlias = NDArray[np.bool_]
Counts: TypeAlias = NDArray[np.int64]

SIZE = 512
"""Values in a table; a power of two, which is drawn without a remainder."""

_GRID = 1025
_DEVIATIONS = 9.0


def share_tables(numerators: Counts, denominators: Counts) -> Floats:
    """Give each share's values (0-1) under Jeffreys' prior; shape (shares, SIZE).

    The posterior Beta(n + 1/2, d - n + 1/2) of sin(t)^2 has the bounded density
    sin(t)^2n cos(t)^2(d-n) in t: it is summed on a grid of t around its peak.
    """
    of = numerators.astype(np.float64)[:, None]
    over = denominators.astype(np.float64)[:, None]
    angles = _angles(of, over)
    heights = _heights(angles, of, over)
    steps = np.diff(angles, axis=1)
    parts = (heights[:, 1:] + heights[:, :-1]) / 2 * steps
    below = np.concatenate([np.zeros_like(of), np.cumsum(parts, axis=1)], axis=1)
    below /= below[:, -1:]
    middles = (np.arange(SIZE) + 0.5) / SIZE
    rows = zip(below, angles, strict=True)
    found = [np.interp(middles, summed, grid) for summed, grid in rows]
    shares: Floats = np.sin(np.array(found).reshape(len(numerators), SIZE)) ** 2
    return shares


def marks_table(
    tickets: Sequence[Sequence[float]], chance: np.random.Generator
) -> Floats:
    """Give the mean of marks drawn again with replacement; shape (SIZE,).

    `tickets` holds the assessors' marks of each ticket: tickets are drawn first, then
    as many marks of each as it has.
    """
    sizes = np.array([len(marks) for marks in tickets])
    filled = np.zeros((len(tickets), int(sizes.max())))
    for row, marks in enumerate(tickets):
        filled[row, : len(marks)] = marks
    chosen = chance.integers(len(tickets), size=(SIZE, len(tickets)))
    there = sizes[chosen]
    widest = filled.shape[1]
    which = chance.random((SIZE, len(tickets), widest)) * there[:, :, None]
    marks_drawn = filled[chosen[:, :, None], which.astype(np.int64)]
    counted = np.arange(widest) < there[:, :, None]
    means = (marks_drawn * counted).sum(axis=2) / there
    drawn: Floats = means.mean(axis=1)
    return drawn


def _angles(of: Floats, over: Floats) -> Floats:
    """Lay the grid over the part that holds all but nothing of the posterior."""
    peak = np.arcsin(np.sqrt(np.where(over > 0, of / np.maximum(over, 1), 0.5)))
    reach = _DEVIATIONS / (2 * np.sqrt(over + 1))
    first = np.maximum(peak - reach, 0)
    last = np.minimum(peak + reach, np.pi / 2)
    laid: Floats = first + (last - first) * np.linspace(0, 1, _GRID)
    return laid


def _heights(angles: Floats, of: Floats, over: Floats) -> Floats:
    # The ends of the grid may be 0 or a right angle, where a logarithm has no end.
    smallest = np.finfo(np.float64).tiny
    rising = 2 * of * np.log(np.maximum(np.sin(angles), smallest))
    falling = 2 * (over - of) * np.log(np.maximum(np.cos(angles), smallest))
    logs = rising + falling
    heights: Floats = np.exp(logs - logs.max(axis=1, keepdims=True))
    return heights
