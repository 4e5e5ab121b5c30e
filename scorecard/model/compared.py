"""What follows from two seasons: each figure before and after, and who rose or fell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal, TypeAlias

from scorecard.model.sent import Participant
from scorecard.model.values import Exact
from scorecard.wording import Text

FigureState: TypeAlias = Literal[
    "scored",
    "interval",
    "missing",
    "unreadable",
    "not_applicable",
    "pending",
    "waived",
    "not_scored",
    "not_submitted",
    "other_period",
    "absent",
]
SuccessionKind: TypeAlias = Literal["renamed", "recoded", "split", "merged"]
Presence: TypeAlias = Literal["both", "entered", "left"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of one season: its exact ends, and as published; or why there is none.

    ``absent`` is what that season does not have at all: a participant who was not in
    it, an indicator that its rubric did not measure. ``other_period`` is a recap of
    other days than were judged. None of the states is a zero.
    """

    state: FigureState
    low: Exact | None = None
    high: Exact | None = None
    shown: str = ""

    @property
    def settled(self) -> Fraction | None:
        """The exact value, if there is one and nothing can move it any more."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True)
class Change:
    """A figure before and after; `low` and `high` are the least and greatest change.

    Both are exact, after minus before, and None where there is nothing to subtract:
    `reason` then says why. `shown` is the change as published, without a plus sign.
    """

    before: Figure
    after: Figure
    low: Exact | None = None
    high: Exact | None = None
    shown: str = ""
    reason: Text | None = None

    @property
    def settled(self) -> Fraction | None:
        """The exact change, if nothing can move it any more."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True)
class IndicatorCompared:
    """An indicator of either rubric: its definition then and now, and what differs.

    `values` and `points` say why the one or the other cannot be compared; None where
    they can. `note` names what differs and leaves both comparable, such as a weight.
    """

    indicator: str
    title: Text
    unit: Text
    before: Text
    after: Text
    values: Text | None = None
    points: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class IndicatorChange:
    """What one participant's indicator measured, and the points it got."""

    indicator: str
    value: Change
    points: Change


@dataclass(frozen=True, slots=True)
class Predecessor:
    """A government that stood where this one now stands, with what it had scored.

    It is shown beside and never subtracted from: of a split or a merger the successor
    has no figure of its own before.
    """

    code: str
    name: str
    total: Figure
    band: Text | None


@dataclass(frozen=True, slots=True)
class Development:
    """How one participant did in the later season against the earlier one.

    `participant` is that of the later season, of who left that of the earlier.
    `before_code` and `before_name` are those of the earlier season, empty for who
    entered. `place_change` is positive for who rose, and None where either place is
    lacking or the category changed; `band_change` counts bands, up is positive.
    """

    participant: Participant
    presence: Presence
    before_code: str
    before_name: str
    note: Text | None
    total: Change
    band_before: Text | None
    band_after: Text | None
    band_change: int | None
    place_before: int | None
    place_after: int | None
    place_change: int | None
    indicators: tuple[IndicatorChange, ...]
    beside: tuple[Predecessor, ...] = ()

    def indicator(self, indicator: str) -> IndicatorChange | None:
        """Find the change of an indicator; None if neither season measured it."""
        return next((i for i in self.indicators if i.indicator == indicator), None)


@dataclass(frozen=True, slots=True)
class Mover:
    """A place by change of the total within a category; 1 rose most, ties share it."""

    category: str
    place: int
    participant: str
    name: str
    change: Exact
    shown: str
    shared: bool


@dataclass(frozen=True, slots=True)
class CategoryChange:
    """A category before and after: how many have a settled total, mean and median.

    `rose`, `fell` and `same` count the comparable ones.
    """

    category: str
    title: Text
    counted_before: int
    counted_after: int
    mean: Change
    median: Change
    rose: int
    fell: int
    same: int


@dataclass(frozen=True, slots=True)
class ThresholdClass:
    """The participants' codes between two thresholds, before and after."""

    id: str
    title: Text
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThresholdTable:
    """How many of a category stand above and below the rubric's thresholds.

    Each participant with a settled value is in exactly one class of each season; the
    class ``unknown`` holds the others that took part.
    """

    category: str
    category_title: Text
    indicator: str
    title: Text
    definition: Text
    classes: tuple[ThresholdClass, ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """A region that was renamed, given another code, split or merged, and by what."""

    before: str
    after: str
    kind: SuccessionKind
    since: date
    source: str


@dataclass(frozen=True, slots=True)
class RegionFollowed:
    """A succession that the two seasons needed, in a sentence."""

    kind: SuccessionKind
    before: tuple[str, ...]
    after: tuple[str, ...]
    since: date
    source: str
    words: Text


@dataclass(frozen=True, slots=True)
class SeasonNamed:
    """A season by its rubric, days and digests, without its scores."""

    rubric: str
    edition: str
    title: Text
    rubric_sha256: str
    results_sha256: str
    as_of: date
    start: date
    end: date
    participants: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two seasons side by side; participants by code, who left after who is there.

    `totals` says why no two totals can be compared, where the rubric changed so.
    """

    before: SeasonNamed
    after: SeasonNamed
    rubric_changes: tuple[Text, ...]
    indicators: tuple[IndicatorCompared, ...]
    participants: tuple[Development, ...]
    movers: tuple[Mover, ...]
    categories: tuple[CategoryChange, ...]
    tables: tuple[ThresholdTable, ...]
    regions: tuple[RegionFollowed, ...]
    totals: Text | None = None

    def development(self, code: str) -> Development | None:
        """Find a participant by the code it has now, or had if it left."""
        for each in self.participants:
            if each.participant.code == code:
                return each
        return None
