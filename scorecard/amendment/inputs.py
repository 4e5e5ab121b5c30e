"""Whom another rubric moves, all evidence read again: nothing is left unknown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

from scorecard.amendment.effects import Effects, compared
from scorecard.amendment.kinds import Kind, kind_of
from scorecard.evidence.cache import Cache
from scorecard.evidence.submission import Reading, read_season
from scorecard.model import Scorecard
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.plain import differences, plain
from scorecard.run import as_things_stood
from scorecard.scoring import assess

Read: TypeAlias = Callable[[Rubric], Reading]

_READ: frozenset[Kind] = frozenset(
    {"structure", "measures", "limits", "categories", "vocabulary", "form"}
)
"""Kinds of changes that decide what is read."""


def effects_of_inputs(read: Read, between: tuple[Rubric, Rubric], day: date) -> Effects:
    """Read a season by each rubric, as far as they read otherwise, and compare."""
    old, new = (as_things_stood(each, day) for each in between)
    readings: dict[str, Reading] = {}

    def scored(rubric: Rubric) -> Sequence[Scorecard]:
        key = _reads(old, rubric)
        if key not in readings:
            readings[key] = read(rubric)
        return tuple(assess(each, rubric) for each in readings[key].submissions)

    return compared(scored, (old, new))


def reader(inputs: Path, workers: int, cache: Cache | None) -> Read:
    """Give what reads the folder of inputs by a rubric."""
    return lambda rubric: read_season(inputs, rubric, workers=workers, cache=cache)


def _reads(old: Rubric, rubric: Rubric) -> str:
    """Tell two rubrics apart by what they read."""
    found = differences(plain(old), plain(rubric))
    return repr([each for each in found if kind_of(each.path) in _READ])
