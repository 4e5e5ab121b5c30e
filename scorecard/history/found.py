"""What a history tells: its seasons, and how each participant went through them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scorecard.model import Change, Figure
from scorecard.wording import Text


@dataclass(frozen=True, slots=True)
class SeasonKept:
    """A season of a history; seasons stand in the order of their periods."""

    rubric: str
    edition: str
    title: Text
    start: date
    end: date
    as_of: date
    results_sha256: str


@dataclass(frozen=True, slots=True)
class IndicatorPoint:
    """What an indicator measured in one season."""

    indicator: str
    title: Text
    value: Figure


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """A participant in one season; `season` counts the history's seasons from 0.

    `change` is against the season that it took part in before; None in its first.
    """

    season: int
    code: str
    name: str
    total: Figure
    band: Text | None
    place: int | None
    placed: int
    change: Change | None
    note: Text | None
    indicators: tuple[IndicatorPoint, ...] = ()

    def value(self, indicator: str) -> Figure | None:
        """Find what an indicator measured; None where the season did not."""
        values = (i.value for i in self.indicators if i.indicator == indicator)
        return next(values, None)


@dataclass(frozen=True, slots=True)
class Trend:
    """One participant by its latest code, through the seasons that it took part in."""

    code: str
    name: str
    category: str
    points: tuple[TrendPoint, ...]

    def point(self, season: int) -> TrendPoint | None:
        """Find the participant in a season; None where it did not take part."""
        return next((each for each in self.points if each.season == season), None)


@dataclass(frozen=True, slots=True)
class History:
    """Seasons by one rubric, earliest first, and everybody's way through them.

    `maximum` is the top of the latest scale.
    """

    seasons: tuple[SeasonKept, ...]
    trends: tuple[Trend, ...]
    maximum: str
