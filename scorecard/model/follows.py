"""What follows from scorecards: places, awards, repairs, signals, and the season."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from scorecard.errors import Location, Problem
from scorecard.model.found import BandReached, Score, Scorecard
from scorecard.model.robustness import Robustness
from scorecard.model.sent import InputFile
from scorecard.model.values import Exact, Hold, RepairKind
from scorecard.rubric.what_if import WhatIf
from scorecard.wording import Text


@dataclass(frozen=True, slots=True)
class Standing:
    """A place in a ranking; `place` is None for those who cannot be ranked.

    `value` is the published figure that was ranked on. `tie` says how an equal value
    was told apart, or that the tie stands. `note` says why the place differs from
    what a reader might expect: provisional, or what cost the most points. `bound` is
    the published end of a share's Wilson interval, in a ranking by a share.
    """

    place: int | None
    participant: str
    value: str
    shared: bool
    provisional: bool
    tie: Text | None
    note: Text | None
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The standings of one category by the total or by one indicator.

    `within` is the code of the government whose offices these are, in a category that
    is ranked within each; its name stands beside it.
    """

    id: str
    title: Text
    category: str
    by: str
    standings: tuple[Standing, ...]
    within: str = ""
    within_name: str = ""


@dataclass(frozen=True, slots=True)
class AwardResult:
    """An award's outcome for one participant, and the sentence why.

    `open` awards hang on an unbroken tie or on an interval. `denied` names one who is
    placed high enough but does not meet a condition. A certificate is made for `won`.
    """

    award: str
    title: Text
    category: str
    participant: str
    place: int
    status: Literal["won", "open", "denied"]
    reason: Text
    number: str


@dataclass(frozen=True, slots=True)
class Signal:
    """Something unusual that a person should look at; it never moves a score.

    `id` is the rubric's, `figures` the sentence with what was counted, `threshold`
    says from where on the rubric asks to look.
    """

    id: str
    participant: str
    title: Text
    figures: Text
    threshold: Text
    location: Location


@dataclass(frozen=True, slots=True)
class RepairPlace:
    """Where a repair is made; of a blank cell `key` is the code of its row."""

    location: Location
    key: str


@dataclass(frozen=True, slots=True)
class PossibleRepair:
    """One thing that a participant could mend, and exactly what it is worth.

    `gain` is on the published scale, over the total that is certain. `total`, `band`,
    `place` and `shared` are those after it, everybody else as they are. `places` are
    the cells to change. `effort` goes from 1 (least) to 5; a participant's repairs
    stand in the order of gain for effort. `hold` says what stands between the repair
    and its gain beside the work, and `caveat` says so in words.
    """

    id: str
    participant: str
    indicator: str
    kind: RepairKind
    title: Text
    places: tuple[RepairPlace, ...]
    effort: int
    hold: Hold
    caveat: Text
    gain: Exact
    published_gain: str
    total: Score | None
    band: BandReached | None
    place: int | None
    shared: bool


@dataclass(frozen=True, slots=True)
class RubricUsed:
    """The rubric of the run, whole, so that results stand on their own."""

    id: str
    edition: str
    title: Text
    sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class Season:
    """Everything a run found out; what results.json holds.

    `robustness` is None where the rubric does not state what is uncertain. `what_if`
    tells that the rubric was changed for this run: these are no official results.
    """

    format: Literal["scorecard-results/1"]
    tool: str
    as_of: date
    rubric: RubricUsed
    scorecards: tuple[Scorecard, ...]
    rankings: tuple[Ranking, ...]
    awards: tuple[AwardResult, ...]
    problems: tuple[Problem, ...]
    inputs: tuple[InputFile, ...]
    signals: tuple[Signal, ...] = ()
    repairs: tuple[PossibleRepair, ...] = ()
    robustness: Robustness | None = None
    what_if: WhatIf | None = None

    def scorecard(self, code: str) -> Scorecard:
        """Find a participant's scorecard; KeyError if there is none."""
        for scorecard in self.scorecards:
            if scorecard.participant.code == code:
                return scorecard
        raise KeyError(code)

    def ranking(self, ranking: str, category: str) -> Ranking | None:
        """Find a ranking of a category; of one ranked within each parent, the first."""
        for each in self.rankings:
            if each.id == ranking and each.category == category:
                return each
        return None

    def ranking_of(self, code: str, ranking: str = "total") -> Ranking | None:
        """Find the ranking that a participant has its place in."""
        for each in self.rankings:
            ranked = (standing.participant for standing in each.standings)
            if each.id == ranking and code in ranked:
                return each
        return None

    def beside(self, ranking: Ranking) -> tuple[Ranking, ...]:
        """Give the other rankings of the same participants."""
        among = (ranking.category, ranking.within)
        return tuple(
            each
            for each in self.rankings
            if (each.category, each.within) == among and each.id != ranking.id
        )

    def problems_of(self, code: str) -> tuple[Problem, ...]:
        """Give the problems of one participant."""
        return tuple(each for each in self.problems if each.participant == code)

    def signals_of(self, code: str) -> tuple[Signal, ...]:
        """Give the signals of one participant."""
        return tuple(each for each in self.signals if each.participant == code)

    def repairs_of(self, code: str) -> tuple[PossibleRepair, ...]:
        """Give what one participant could mend, most gain for the effort first."""
        return tuple(each for each in self.repairs if each.participant == code)
