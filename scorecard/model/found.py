"""What was found in the evidence, and the scorecard that it makes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from scorecard.errors import Location
from scorecard.model.sent import (
    AttachedFile,
    Mark,
    OfficeLoad,
    Participant,
    SelfScore,
)
from scorecard.model.values import Exact, Outcome, State
from scorecard.wording import Text


@dataclass(frozen=True, slots=True)
class Cited:
    """A piece of evidence as a finding quotes it; `value` is its number, if it is one.

    Yes is 1 and no is 0.
    """

    title: Text
    shown: str
    location: Location
    value: Exact | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A condition of a document: met or not, why, and the points it is worth.

    One that is `unreadable` is not met, and may yet turn out to be.
    """

    id: str
    title: Text
    met: bool
    points: Exact
    reason: Text
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """Points 0-100, or a total on the published scale: exact and as published.

    `low` and `high` differ while something is pending or unreadable.
    """

    low: Exact
    high: Exact
    published_low: str
    published_high: str

    @property
    def is_interval(self) -> bool:
        """The value is not settled yet."""
        return self.low != self.high


@dataclass(frozen=True, slots=True)
class Finding:
    """What the rubric says of the evidence for one indicator.

    `value` is in the measure's unit (per cent for a share). `points` is None where the
    state carries no points (not_applicable, waived, excluded). `share` is the
    indicator's part (0-1) of the whole weight after tailoring and exclusion;
    `contribution` its points times that share.
    """

    indicator: str
    criterion: str
    title: Text
    clause: str
    state: State
    value: Exact | None
    numerator: Exact | None
    denominator: Exact | None
    unit: Text
    definition: Text
    points: Score | None
    weight: Exact
    share: Exact
    contribution: Score | None
    informative: bool
    evidence: tuple[Cited, ...]
    conditions: tuple[Checked, ...]
    reason: Text
    remedy: Text | None


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """A heading's points for one participant; `parent` is empty at the top level."""

    criterion: str
    parent: str
    depth: int
    title: Text
    weight: Exact
    share: Exact
    points: Score | None
    contribution: Score | None
    informative: bool


@dataclass(frozen=True, slots=True)
class QuantityValue:
    """A named number of tickets, and where it was taken from."""

    quantity: str
    title: Text
    value: Exact | None
    source: Literal["tickets", "recap", "none"]
    location: Location | None


@dataclass(frozen=True, slots=True)
class BandReached:
    """The predicate of a total; `uncapped` differs where a gate holds it down."""

    low: str
    high: str
    title: Text
    uncapped: str
    zone: Text | None
    colour: str


@dataclass(frozen=True, slots=True)
class GateHit:
    """A gate that caps the band, and why; not `certain` while it may yet open."""

    gate: str
    cap: str
    reason: Text
    certain: bool


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All findings and scores of one participant.

    `self_scores` is what the participant says of itself; nothing follows from it.
    """

    participant: Participant
    path: str
    outcome: Outcome
    total: Score | None
    band: BandReached | None
    coverage: Exact
    reason: Text
    gates: tuple[GateHit, ...]
    criteria: tuple[CriterionScore, ...]
    findings: tuple[Finding, ...]
    quantities: tuple[QuantityValue, ...]
    files: tuple[AttachedFile, ...]
    marks: tuple[Mark, ...]
    offices: tuple[OfficeLoad, ...] = ()
    self_scores: tuple[SelfScore, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Something was sent, but none of it could be scored."""
        return self.outcome == "not_scored" and not self.findings

    @property
    def unsettled(self) -> tuple[Text, ...]:
        """The titles of the weighing indicators that leave the total open."""
        return tuple(
            finding.title
            for finding in self.findings
            if finding.state in ("pending", "unreadable") and not finding.informative
        )

    def finding(self, indicator: str) -> Finding | None:
        """Find the finding of an indicator; None if the participant has none."""
        return next((f for f in self.findings if f.indicator == indicator), None)

    def points_of(self, node: str) -> Score | None:
        """Give the points of a criterion or an indicator."""
        for criterion in self.criteria:
            if criterion.criterion == node:
                return criterion.points
        finding = self.finding(node)
        return finding.points if finding else None

    def self_score(self, criterion: str) -> SelfScore | None:
        """Give the participant's own score of a criterion; ``""`` is the total."""
        return next((s for s in self.self_scores if s.criterion == criterion), None)

    def quantity(self, quantity: str) -> Fraction | None:
        """Give a named number of tickets, None if it is not known."""
        return next((q.value for q in self.quantities if q.quantity == quantity), None)
