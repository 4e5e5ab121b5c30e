"""Lint: thresholds of a comparison part every value into exactly one class."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scorecard.rubric.comparison import Comparison
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.rules import Mistake, Rule, broken
from scorecard.wording import Text

NONE = Rule(
    "rubric-comparison-empty",
    Text("tidak ada ambang", "there is no threshold"),
    Text("'above' atau 'below'.", "'above' or 'below'."),
    Text("Tulis sedikitnya satu ambang.", "Write at least one threshold."),
)
ORDER = Rule(
    "rubric-comparison-order",
    Text("ambang {seen} tidak menurun", "the threshold {seen} does not fall"),
    Text(
        "Ambang dari yang tertinggi; 'below' tidak melebihi 'above'.",
        "Thresholds from the highest down; 'below' no higher than 'above'.",
    ),
    Text("Urutkan atau hapus ambangnya.", "Put them in order, or remove one."),
)


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find a comparison without thresholds, and thresholds out of order."""
    stated = rubric.comparison
    if stated is None:
        return
    if not stated.above and not stated.below:
        yield broken(NONE, ("comparison",))
    yield from _out_of_order(stated)


def _out_of_order(stated: Comparison) -> Iterator[Mistake]:
    higher: Fraction | None = None
    for key, limits in (("above", stated.above), ("below", stated.below)):
        for position, limit in enumerate(limits):
            first_below = key == "below" and position == 0
            reached = higher is not None and (
                limit > higher if first_below else limit >= higher
            )
            if reached:
                yield broken(ORDER, ("comparison", key, position), str(limit))
            higher = limit
