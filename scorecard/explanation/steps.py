"""The steps of a derivation: a tree of sentences, each with its place if it has one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from scorecard.errors import Location
from scorecard.methods import rounding
from scorecard.model import Score
from scorecard.number import published
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Places, Text, say

StepKind: TypeAlias = Literal[
    "total",
    "criterion",
    "indicator",
    "reason",
    "numerator",
    "denominator",
    "condition",
    "sample",
    "mark",
    "cell",
    "weight",
    "rounding",
    "gate",
    "band",
    "place",
    "award",
]
_EXACT_PLACES = 6


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence of a derivation and the steps that it follows from.

    `id` names the node of the rubric, where the step is about one.
    """

    kind: StepKind
    words: Text
    place: Location | None = None
    id: str = ""
    steps: tuple[Step, ...] = ()


def score_words(score: Score | None, rubric: Rubric) -> Text:
    """Write points or a total; both ends while it is not settled."""
    if score is None:
        return Text("tanpa poin", "no points")
    low = Places(score.low, rubric.score.places)
    if not score.is_interval:
        return say("{low}", "{low}", low=low)
    high = Places(score.high, rubric.score.places)
    return say("{low}–{high}", "{low}–{high}", low=low, high=high)


def rounding_step(score: Score | None, rubric: Rubric) -> Iterator[Step]:
    """Show the figure before it was rounded, where rounding changed it."""
    if score is None or score.is_interval:
        return
    places, mode = rubric.score.places, rubric.score.mode
    if Fraction(score.published_low) == score.low:
        return
    words = say(
        "Sebelum dibulatkan {exact}; diumumkan dengan {places} desimal, {mode}.",
        "Before rounding {exact}; published with {places} decimals, {mode}.",
        exact=_cut(score),
        places=places,
        mode=rounding.SENTENCES[mode],
    )
    yield Step("rounding", words)


def _cut(score: Score) -> Text:
    """Write the first decimals as they are, not rounded."""
    text = published(score.low, _EXACT_PLACES, "down")
    more = "" if Fraction(text) == score.low else "…"
    text = text if more else text.rstrip("0")
    return Text(text.replace(".", ",") + more, text + more)
