"""Step 1, read rubric: what a rubric that has the right shape may still do wrong.

Each other module holds the checks of one subject. A check takes the rubric and yields
its mistakes; errors refuse the rubric, warnings are shown and do not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scorecard.rubric.lint import (
    awards,
    bands,
    basis,
    comparison,
    conditions,
    form,
    identities,
    limits,
    ranges,
    rankings,
    reach,
    references,
    robustness,
    scales,
    sense,
    signals,
    table,
    tickets,
    weights,
)
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.rules import Mistake

Check = Callable[[Rubric], Iterable[Mistake]]

_CHECKS: tuple[Check, ...] = (
    *(identities.check, references.check, form.check, tickets.check),
    *(conditions.check, scales.check, limits.check, weights.check),
    *(bands.check, awards.check, signals.check, basis.check, sense.check),
    *(rankings.check, robustness.check, ranges.check, comparison.check, table.check),
)
_CHECKS_OF_A_SOUND_RUBRIC: tuple[Check, ...] = (reach.check, references.check_unused)


def lint(rubric: Rubric) -> tuple[Mistake, ...]:
    """Collect every mistake; what can be reached is asked only if all else is right."""
    mistakes = tuple(each for check in _CHECKS for each in check(rubric))
    if any(mistake.severity == "error" for mistake in mistakes):
        return mistakes
    more = (each for check in _CHECKS_OF_A_SOUND_RUBRIC for each in check(rubric))
    return (*mistakes, *more)
