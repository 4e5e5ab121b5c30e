"""The inputs of one chunk of draws, each group of uncertainties from its own stream.

A chunk's streams are children of the rubric's seed by sample, chunk and group
(`SeedSequence`), so that neither the number of workers nor another group moves them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import numpy as np

from scorecard.robustness.tables import SIZE, Floats
from scorecard.rubric.methods import Aggregate
from scorecard.rubric.robustness import Robustness

Group: TypeAlias = Literal[
    "weights", "posts", "aggregate", "sampling", "assessors", "open"
]
GROUPS: tuple[Group, ...] = (
    *("weights", "posts", "aggregate", "sampling", "assessors", "open"),
)
CHUNK = 128
"""Draws that are made together; fixed, since it is a part of what a seed means."""

FIRST, SECOND = 0, 1
"""The two independent samples."""


@dataclass(frozen=True, slots=True)
class Chance:
    """Where a chunk's inputs come from; no stream at all gives the nominal ones."""

    stated: Robustness
    draws: int
    streams: Mapping[Group, np.random.Generator] = field(default_factory=dict)

    def factor(self) -> Floats:
        """Draw what a weight is multiplied by; shape (draws, 1)."""
        return 1 + self._around(float(self.stated.weights), "weights")

    def shift(self) -> Floats:
        """Draw how far a post is moved, as a part of its span; shape (draws, 1)."""
        return self._around(float(self.stated.posts), "posts")

    def aggregate(self) -> np.ndarray[tuple[int], np.dtype[np.int64]] | None:
        """Draw which of the stated aggregates makes the total; None: the rubric's."""
        stream = self.streams.get("aggregate")
        if stream is None or not self.stated.aggregates:
            return None
        return stream.integers(len(self.stated.aggregates), size=self.draws)

    def looked_up(self, source: Group, tables: Floats) -> Floats | None:
        """Draw a value of each table (rows, SIZE); shape (draws, rows)."""
        stream = self.streams.get(source)
        if stream is None:
            return None
        rows = len(tables)
        which = stream.integers(SIZE, size=(self.draws, rows), dtype=np.uint16)
        flat = which.astype(np.int64)
        flat += np.arange(rows) * SIZE
        drawn: Floats = np.take(tables.reshape(-1), flat)
        return drawn

    def between(self, low: Floats, high: Floats) -> Floats:
        """Draw evenly between the ends; nominally the lowest. Shape (draws, open)."""
        stream = self.streams.get("open")
        if stream is None:
            return np.broadcast_to(low, (self.draws, len(low)))
        return low + stream.random((self.draws, len(low))) * (high - low)

    def aggregates(self) -> tuple[Aggregate, ...]:
        """Name the aggregates that a draw may choose."""
        return self.stated.aggregates

    def _around(self, per_cent: float, group: Group) -> Floats:
        stream = self.streams.get(group)
        if stream is None:
            return np.zeros((self.draws, 1))
        return per_cent / 100 * (2 * stream.random((self.draws, 1)) - 1)


def nominal(stated: Robustness) -> Chance:
    """Give the one draw in which everything is as the rubric says."""
    return Chance(stated, 1)


def chunk_chance(
    stated: Robustness,
    chunk: int,
    draws: int,
    *,
    sample: int = FIRST,
    swapped: Group | None = None,
) -> Chance:
    """Give a chunk's inputs; those of the group `swapped` are of the other sample."""
    streams = {
        group: _stream(
            stated.seed, (sample if group != swapped else 1 - sample, chunk, place)
        )
        for place, group in enumerate(GROUPS)
    }
    return Chance(stated, draws, streams)


def _stream(seed: int, key: tuple[int, ...]) -> np.random.Generator:
    return np.random.Generator(
        np.random.PCG64(np.random.SeedSequence(seed, spawn_key=key))
    )
