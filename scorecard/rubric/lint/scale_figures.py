"""The figures of a scale that have bounds: points, deviations, posts, lengths."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from scorecard.rubric import methods as verb
from scorecard.rubric.rules import Path

MOST_POSTS = 60
"""Excel nests no more than 64 functions."""
MOST_REFERENCES = 300
"""Excel takes no formula of more than 8,192 characters."""


class Bounded(NamedTuple):
    """A figure, where it stands, and what it may be; None is no bound."""

    path: Path
    value: Fraction | int
    least: int = 0
    most: int | Fraction | None = None


def bounded(path: Path, scale: verb.Scale | verb.HeadingScale) -> Iterator[Bounded]:
    """List the figures of a scale that have a least or a greatest value."""
    match scale:
        case verb.Steps():
            yield Bounded((*path, "otherwise"), scale.otherwise, 0, 100)
            for position, step in enumerate(scale.steps):
                inside = (*path, "steps", position, "points")
                yield Bounded(inside, step.points, 0, 100)
        case verb.Levels():
            for position, level in enumerate(scale.levels):
                inside = (*path, "levels", position, "points")
                yield Bounded(inside, level.points, 0, 100)
        case verb.Curve():
            yield Bounded((*path, "posts"), len(scale.posts), 2, MOST_POSTS)
            for position, post in enumerate(scale.posts):
                inside = (*path, "posts", position, "points")
                yield Bounded(inside, post.points, 0, 100)
        case verb.PercentRank():
            count = len(scale.reference)
            least = 2 if scale.method == "inclusive" else 1
            yield Bounded((*path, "reference"), count, least, MOST_REFERENCES)


def positive(
    path: Path, scale: verb.Scale | verb.HeadingScale
) -> Iterator[tuple[Path, Fraction]]:
    """List the figures of a scale that must be above zero."""
    match scale:
        case verb.ZScore():
            yield (*path, "deviation"), scale.deviation
            least, most = scale.ends
            if scale.spread != 0:
                yield (*path, _stated(scale)), most - least
            else:
                yield (*path, "spread"), scale.spread
        case verb.Power():
            yield (*path, "at"), scale.at
            yield (*path, "exponent"), abs(scale.exponent)
            yield (*path, "most"), scale.most - scale.least
        case verb.Exponential():
            yield (*path, "rate"), abs(scale.rate)


def _stated(scale: verb.ZScore) -> str:
    return "least" if scale.most is None and scale.least is not None else "most"
