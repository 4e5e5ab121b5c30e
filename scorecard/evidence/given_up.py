"""Tell of a file or a submission whose reading had to be given up."""

from __future__ import annotations

from dataclasses import asdict

from scorecard.errors import Location, Problem
from scorecard.evidence.limits import Bounds
from scorecard.evidence.problems import problem
from scorecard.evidence.worker import Lost


def given_up(code: str, place: Location, lost: Lost, bounds: Bounds) -> Problem:
    """Make the Problem of this code, with the bounds (MiB of memory) and the sign."""
    figures = asdict(bounds) | {"memory": bounds.memory // 1024**2}
    return problem(code, place, seen=lost.seen, **figures)
