"""Lint: what a simulation of the rubric's uncertainties can be made of."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scorecard.rubric.nouns import Rubric
from scorecard.rubric.robustness import Robustness
from scorecard.rubric.rules import Mistake, Rule, broken
from scorecard.wording import Text

OUT_OF_RANGE = Rule(
    "rubric-robustness-range",
    Text("{key}: {seen} di luar batasnya", "{key}: {seen} is out of its range"),
    Text("Dari {least} sampai {most}.", "From {least} to {most}."),
    Text("Tulis angka di antaranya.", "Write a figure in between."),
)
PERCENTILES = Rule(
    "rubric-robustness-percentiles",
    Text(
        "'lowest' {seen} tidak di bawah 'highest'",
        "'lowest' {seen} is not below 'highest'",
    ),
    Text("Dua persentil, misalnya 5 dan 95.", "Two percentiles, such as 5 and 95."),
    Text("Tukar atau ubah salah satunya.", "Swap them, or change one."),
)
IDLE = Rule(
    "rubric-robustness-idle",
    Text("tidak ada yang diacak", "nothing is drawn"),
    Text(
        "'weights', 'posts', 'aggregates', 'sampling', atau 'assessors'.",
        "'weights', 'posts', 'aggregates', 'sampling' or 'assessors'.",
    ),
    Text("Nyatakan paling sedikit satu.", "State at least one of them."),
)
_RANGES: dict[str, tuple[int, int]] = {
    "draws": (1, 1_000_000),
    "seed": (0, 999_999_999),
    "variance_draws": (0, 1_000_000),
    "weights": (0, 99),
    # Beyond this the posts of one scale could pass each other.
    "posts": (0, 49),
    "lowest": (0, 100),
    "highest": (0, 100),
}


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find draws that cannot be made, and a simulation of nothing."""
    stated = rubric.robustness
    if stated is None:
        return
    for key, (least, most) in _RANGES.items():
        value = getattr(stated, key)
        if not least <= value <= most:
            yield broken(
                OUT_OF_RANGE,
                ("robustness", key),
                str(value),
                key=key,
                least=Fraction(least),
                most=Fraction(most),
            )
    if stated.lowest >= stated.highest:
        yield broken(PERCENTILES, ("robustness", "lowest"), str(stated.lowest))
    if not _draws_anything(stated):
        yield broken(IDLE, ("robustness",))


def _draws_anything(stated: Robustness) -> bool:
    drawn = (stated.weights, stated.posts, stated.sampling, stated.assessors)
    return any(drawn) or len(set(stated.aggregates)) > 1
