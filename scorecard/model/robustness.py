"""How sure places are: what a simulation found out, its figures rounded once.

Figures are texts with a dot, such as ``99.4``. They are no part of a record that is
sealed: another processor may draw a last binary digit otherwise (docs/robustness.md).
"""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.wording import Text


@dataclass(frozen=True, slots=True)
class AwardChance:
    """In how many draws, in per cent, a participant is within an award's places."""

    award: str
    title: Text
    per_cent: str


@dataclass(frozen=True, slots=True)
class RankRange:
    """A participant's place by the total among those it is ranked with.

    `nominal` is the place of the ranking itself. `low` and `high` are the places at the
    rubric's percentiles of the draws: the better and the worse end. `leads` tells in
    how many draws, in per cent, it is placed first.
    """

    participant: str
    name: str
    category: str
    within: str
    nominal: int
    mean: str
    median: int
    low: int
    high: int
    leads: str
    awards: tuple[AwardChance, ...]


@dataclass(frozen=True, slots=True)
class Boundary:
    """The last who wins an award and the first who does not, and how sure that is.

    `overlaps` tells that their places between the percentiles have one in common. Where
    nobody else meets the conditions, `outside` is who meets them in most draws, empty
    if nobody does, and `overlaps` tells that it wins at the percentile of best places.
    """

    award: str
    title: Text
    category: str
    within: str
    inside: str
    outside: str
    overlaps: bool
    words: Text


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The mean absolute change of place if a criterion did not count."""

    criterion: str
    title: Text
    mean_change: str


@dataclass(frozen=True, slots=True)
class Driver:
    """A group of uncertainties with its shares of the variance; None: nothing varies.

    What varies is the mean distance of places from the nominal ones in a draw.
    """

    group: str
    title: Text
    first: str | None
    total: str | None


@dataclass(frozen=True, slots=True)
class Robustness:
    """How sure a season's ranking is.

    `reversals` counts pairs whose order changes when a third leaves; it is 0 wherever
    nobody's score depends on another's. `not_drawn` are the codes of those who have no
    total.
    """

    draws: int
    seed: int
    lowest: str
    highest: str
    ranks: tuple[RankRange, ...]
    boundaries: tuple[Boundary, ...]
    left_out: tuple[LeftOut, ...]
    drivers: tuple[Driver, ...]
    reversals: int
    basis: tuple[Text, ...]
    not_drawn: tuple[str, ...] = ()

    def rank_of(self, code: str) -> RankRange | None:
        """Find a participant's range of places; None if it was not drawn."""
        return next((each for each in self.ranks if each.participant == code), None)
