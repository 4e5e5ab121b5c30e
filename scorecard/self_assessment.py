"""What follows: a participant's own score beside the official one, by criterion.

Both are compared as they are published. Nothing official follows from the own score:
the form cannot know what assessors will say, so it often states an interval.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from scorecard.model import Exact, Score, Scorecard, SelfScore
from scorecard.number import published
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text

Ends: TypeAlias = tuple[Exact, Exact]
Relation: TypeAlias = Literal[
    "not_stated", "no_score", "same", "within", "overlaps", "lower", "higher"
]

RELATIONS: dict[Relation, Text] = {
    "not_stated": Text("tidak dinyatakan", "not stated"),
    "no_score": Text("tidak ada nilai resmi", "no official score"),
    "same": Text("sama", "the same"),
    "within": Text(
        "di dalam rentang penilaian mandiri", "within the range of the self-assessment"
    ),
    "overlaps": Text(
        "beririsan dengan penilaian mandiri", "overlaps the self-assessment"
    ),
    "lower": Text(
        "lebih rendah daripada penilaian mandiri", "lower than the self-assessment"
    ),
    "higher": Text(
        "lebih tinggi daripada penilaian mandiri", "higher than the self-assessment"
    ),
}
"""How the official score stands to the own one, in words."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One line: a criterion, or the total where `criterion` is ``""``.

    `stated` and `official` are both ends, as published; `difference` is official less
    stated, end by end.
    """

    criterion: str
    title: Text
    depth: int
    stated: Ends | None
    official: Ends | None
    source: SelfScore | None

    @property
    def difference(self) -> Ends | None:
        """Give official less stated; None unless both are known."""
        if self.stated is None or self.official is None:
            return None
        (own_low, own_high), (low, high) = self.stated, self.official
        return low - own_low, high - own_high

    @property
    def relation(self) -> Relation:
        """Say how the official score stands to the own one."""
        if self.stated is None:
            return "not_stated"
        if self.official is None:
            return "no_score"
        (own_low, own_high), (low, high) = self.stated, self.official
        if self.stated == self.official:
            return "same"
        if high < own_low:
            return "lower"
        if low > own_high:
            return "higher"
        return "within" if own_low <= low and high <= own_high else "overlaps"


TOTAL = Text("Nilai akhir", "Total")


def compared(card: Scorecard, rubric: Rubric) -> tuple[Compared, ...]:
    """Compare each criterion that weighs, then the total; none without findings."""
    return tuple(_lines(card, rubric)) if card.criteria else ()


def is_wide(lines: tuple[Compared, ...]) -> bool:
    """Tell whether any score is an interval, so that both ends must be shown."""
    ends = (ends for each in lines for ends in (each.stated, each.official))
    return any(each is not None and each[0] != each[1] for each in ends)


def _lines(card: Scorecard, rubric: Rubric) -> Iterator[Compared]:
    for each in card.criteria:
        if not each.informative:
            own = card.self_score(each.criterion)
            place = each.criterion, each.title, each.depth
            yield Compared(*place, _own(own, rubric), _official(each.points), own)
    own = card.self_score("")
    yield Compared("", TOTAL, 0, _own(own, rubric), _official(card.total), own)


def _own(own: SelfScore | None, rubric: Rubric) -> Ends | None:
    if own is None:
        return None
    places, mode = rubric.score.places, rubric.score.mode
    low, high = (Fraction(published(end, places, mode)) for end in (own.low, own.high))
    return low, high


def _official(score: Score | None) -> Ends | None:
    if score is None:
        return None
    return Fraction(score.published_low), Fraction(score.published_high)
