"""Points that an indicator can award, drawn evenly by what its scale makes possible.

A seeded stream for each indicator: another indicator moves nobody's draws.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

import numpy as np

from scorecard.methods.missing import policy_of, worth
from scorecard.methods.scales import points
from scorecard.robustness.tables import Floats
from scorecard.rubric import methods as verb
from scorecard.rubric.lint.highest import highest
from scorecard.rubric.nouns import Category, Indicator, Rubric

DRAWS = 4096
_SEED = 2025
_MOST_CONDITIONS = 10


@dataclass(frozen=True, slots=True)
class Possible:
    """What an indicator can award: some points, or all between 0 and the highest."""

    points: tuple[float, ...]
    highest: float

    @property
    def ends(self) -> tuple[float, float]:
        """Give the least and the most."""
        if not self.points:
            return 0.0, self.highest
        return min(self.points), max(self.points)


def possible(indicator: Indicator, rubric: Rubric, category: Category) -> Possible:
    """List what a scale can award, nothing between its steps, levels or conditions."""
    most = float(highest(indicator, rubric, category))
    if _is_yes_or_no(indicator, rubric):
        ends = (points(indicator.scale, Fraction(value)) for value in (0, 1))
        return Possible(_some(end for end in ends if end is not None), most)
    match indicator.scale, indicator.measure:
        case verb.Steps() as scale, _:
            steps = (*(step.points for step in scale.steps), scale.otherwise)
            return Possible(_some(steps), most)
        case verb.Levels() as scale, _:
            return Possible(_some(level.points for level in scale.levels), most)
        case verb.Checklist(), verb.Document() as measure:
            return Possible(_sums(measure), most)
    return Possible((), most)


def _is_yes_or_no(indicator: Indicator, rubric: Rubric) -> bool:
    measure = indicator.measure
    return isinstance(measure, verb.Answer) and any(
        field.id == measure.field and field.kind == "yes_no"
        for field in rubric.form.answers
    )


def even_points(indicators: Mapping[str, Possible]) -> dict[str, Floats]:
    """Draw each indicator by itself; shape (DRAWS, 1)."""
    return {
        name: _placed(each, _stream(name).random((DRAWS, 1)))
        for name, each in indicators.items()
    }


def rising_points(indicators: Mapping[str, Possible]) -> dict[str, Floats]:
    """Raise all from the least to the most at once, in as many even steps."""
    level = ((np.arange(DRAWS) + 0.5) / DRAWS)[:, None]
    return {name: _placed(each, level) for name, each in indicators.items()}


def with_absence(
    indicators: Mapping[str, Possible], rubric: Rubric
) -> dict[str, Possible]:
    """Add what absent evidence is worth, where that is any points at all."""
    found = dict(indicators)
    for indicator in rubric.indicators():
        absent = worth(policy_of(indicator, rubric))
        each = found.get(indicator.id)
        if each is not None and each.points and absent is not None:
            points = (float(absent), *each.points)
            found[indicator.id] = Possible(tuple(sorted(points)), each.highest)
    return found


def _some(points: Iterable[Fraction]) -> tuple[float, ...]:
    return tuple(sorted(float(each) for each in points))


def _sums(measure: verb.Document) -> tuple[float, ...]:
    """Give every sum that some conditions make; none for a very long checklist."""
    needed = [c.points for c in measure.conditions if c.id == measure.requires]
    others = [c.points for c in measure.conditions if c.id != measure.requires]
    if len(others) > _MOST_CONDITIONS:
        return ()
    whole = sum(needed, sum(others, Fraction(0)))
    sums = [
        sum((*needed, *chosen), Fraction(0)) * 100 / whole
        for number in range(len(others) + 1)
        for chosen in combinations(others, number)
    ]
    return _some([Fraction(0), *sums] if needed else sums)


def _placed(each: Possible, level: Floats) -> Floats:
    if not each.points:
        return level * each.highest
    which = np.minimum(
        (level * len(each.points)).astype(np.int64), len(each.points) - 1
    )
    placed: Floats = np.array(each.points)[which]
    return placed


def _stream(name: str) -> np.random.Generator:
    key = tuple(name.encode())
    return np.random.Generator(
        np.random.PCG64(np.random.SeedSequence(_SEED, spawn_key=key))
    )
