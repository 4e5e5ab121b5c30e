"""The draws of a whole simulation: chunks in any order, counted as whole numbers.

Places are counted, never summed as binary fractions, so that the number of workers
cannot move a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

import numpy as np

from scorecard.robustness.chance import (
    CHUNK,
    FIRST,
    GROUPS,
    SECOND,
    Chance,
    Group,
    chunk_chance,
    nominal,
)
from scorecard.robustness.cohort import Cohort
from scorecard.robustness.races import Course, race_places
from scorecard.robustness.tables import Counts, Floats
from scorecard.robustness.trial import group_places, trial
from scorecard.robustness.variance import Shares, variance_shares
from scorecard.rubric.robustness import Robustness

Progress = Callable[[int, int], None]


class Counted(NamedTuple):
    """How often each place was taken; (participants, places), place 0 is none.

    `races` hold the same for each race among its members.
    """

    places: Counts
    races: tuple[Counts, ...]


@dataclass(frozen=True, slots=True)
class Simulation:
    """A cohort with its races, and how it is drawn."""

    cohort: Cohort
    courses: tuple[Course, ...]
    stated: Robustness
    workers: int = 1

    @property
    def nominal_places(self) -> Counts:
        """Give the places when everything is as the rubric says; shape (N,)."""
        found: Counts = group_places(trial(self.cohort, nominal(self.stated)))[0]
        return found


def simulate(simulation: Simulation) -> Counted:
    """Draw everything the rubric calls uncertain, and count who is placed where."""
    chunks = tuple(_chunks(simulation.stated.draws))
    with ThreadPoolExecutor(simulation.workers) as pool:
        counted = pool.map(partial(_chunk, simulation), chunks)
        first = next(counted)
        for each in counted:
            first = _sum(first, each)
    return first


def drivers(simulation: Simulation) -> tuple[tuple[Group, ...], Shares | None]:
    """Tell which uncertainty drives the places: the groups that move any, and shares.

    What is explained is the mean distance of a place from the nominal one, over all
    participants, in a draw.
    """
    groups = active(simulation)
    draws = simulation.stated.variance_draws
    if not draws or not groups:
        return groups, None
    samples: list[tuple[int, Group | None]] = [(FIRST, None), (SECOND, None)]
    samples.extend((FIRST, group) for group in groups)
    distances = [_distances(simulation, each) for each in samples]
    shares = variance_shares(distances[0], distances[1], np.array(distances[2:]))
    return groups, shares


def active(simulation: Simulation) -> tuple[Group, ...]:
    """Name the groups of uncertainties that can move anything here."""
    stated, columns = simulation.stated, simulation.cohort.columns.values()
    moves: dict[Group, bool] = {
        "weights": bool(stated.weights),
        "posts": bool(stated.posts),
        "aggregate": len(set(stated.aggregates)) > 1,
        "sampling": any("sampling" in each.tables for each in columns),
        "assessors": any("assessors" in each.tables for each in columns),
        "open": any(len(each.open) for each in columns),
    }
    return tuple(group for group in GROUPS if moves[group])


def _chunks(draws: int) -> Iterator[tuple[int, int]]:
    """Give each chunk's number and its draws; the last may have fewer."""
    for number, start in enumerate(range(0, draws, CHUNK)):
        yield number, min(CHUNK, draws - start)


def _chunk(simulation: Simulation, chunk: tuple[int, int]) -> Counted:
    number, draws = chunk
    drawn = trial(simulation.cohort, chunk_chance(simulation.stated, number, draws))
    placed = _tally(group_places(drawn))
    raced = (_tally(race_places(course, drawn)) for course in simulation.courses)
    return Counted(placed, tuple(raced))


def _sum(one: Counted, other: Counted) -> Counted:
    raced = zip(one.races, other.races, strict=True)
    return Counted(one.places + other.places, tuple(a + b for a, b in raced))


def _tally(found: Counts) -> Counts:
    """Count how often each participant took each place."""
    size = found.shape[1]
    flat = found + np.arange(size) * (size + 1)
    return np.bincount(flat.reshape(-1), minlength=size * (size + 1)).reshape(
        size, size + 1
    )


def _distances(simulation: Simulation, sample: tuple[int, Group | None]) -> Floats:
    usual = simulation.nominal_places
    which, swapped = sample

    def distance(chunk: tuple[int, int]) -> Floats:
        number, draws = chunk
        chance: Chance = chunk_chance(
            simulation.stated, number, draws, sample=which, swapped=swapped
        )
        moved = np.abs(group_places(trial(simulation.cohort, chance)) - usual)
        mean: Floats = moved.sum(axis=1) / moved.shape[1]
        return mean

    chunks = tuple(_chunks(simulation.stated.variance_draws))
    with ThreadPoolExecutor(simulation.workers) as pool:
        return np.concatenate(list(pool.map(distance, chunks)))
