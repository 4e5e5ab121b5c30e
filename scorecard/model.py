"""The run's nouns: what was submitted, what was found, what was scored and won.

All are frozen values. `Season` is the whole result of a run and is what results.json
holds: everything that is exported can be made again from it. `Submission` is what was
read, and ends with the run.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import (
    BeforeValidator,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)

from scorecard.errors import Location, Problem
from scorecard.wording import Text

State: TypeAlias = Literal[
    "scored", "missing", "unreadable", "not_applicable", "pending", "waived"
]
Outcome: TypeAlias = Literal["scored", "interval", "not_scored", "not_submitted"]
NodeKind: TypeAlias = Literal["criterion", "indicator"]
FileKind: TypeAlias = Literal["pdf", "jpg", "png", "docx", "xlsx", "zip"]
ActiveContent: TypeAlias = Literal["javascript", "launch", "embedded_files"]

_RATIO = r"^-?[0-9]{1,2000}(/[1-9][0-9]{0,2000})?$"


def _exact(value: Any) -> Fraction:
    if isinstance(value, Fraction):
        return value
    if isinstance(value, str) and re.match(_RATIO, value):
        return Fraction(value)
    raise ValueError("not an exact ratio such as 271/273")


Exact = Annotated[
    Fraction,
    BeforeValidator(_exact),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": _RATIO}),
]
"""An exact ratio; in JSON ``"271/273"``, so that nothing is lost."""


def _from_json(value: Any) -> Any:
    match value:
        case {"exact": str(ratio)}:
            return _exact(ratio)
        case {"date": str(day)}:
            return date.fromisoformat(day)
        case bool() | str() | None:
            return value
    raise ValueError("not a value as evidence has it")


def _to_json(value: Any) -> Any:
    match value:
        case Fraction():
            return {"exact": str(value)}
        case date():
            return {"date": value.isoformat()}
    return value


Given = Annotated[
    Fraction | bool | str | date | None,
    PlainValidator(_from_json),
    PlainSerializer(_to_json),
]
"""A value of a cell; in JSON a number and a date say what they are, unlike texts."""


# --- what was sent -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Participant:
    """A government, ministry, agency or office that is judged."""

    code: str
    name: str
    type: str
    category: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A value with its Location; `shown` is the cell as its owner sees it.

    `unreadable` gives the reason when the cell holds something that is not of the
    field's kind; `value` is then None. A blank cell has no Evidence at all.
    """

    value: Given
    shown: str
    location: Location
    unreadable: Text | None = None


@dataclass(frozen=True, slots=True)
class SeriesItem:
    """One ticket's number, with what a limit may depend on."""

    value: Fraction
    classification: str
    received: date | None


@dataclass(frozen=True, slots=True)
class Series:
    """A number for each ticket that has one; `unreadable` says why there is none."""

    items: tuple[SeriesItem, ...]
    location: Location
    unreadable: Text | None = None


@dataclass(frozen=True, slots=True)
class TextCheck:
    """Whether what the form says of a document stands in the file's own text.

    `field` is the form's key; a date may be looked for whole or by its year. `page` is
    where it was found first. ``no_text`` means that a person must look.
    """

    field: str
    what: Literal["number", "date", "year"]
    declared: str
    outcome: Literal["found", "not_found", "no_text"]
    page: int | None = None


@dataclass(frozen=True, slots=True)
class FileSignature:
    """An electronic signature inside a file: its integrity, never the signer's trust.

    `signer` is the certificate's common name and organisation, `signed_at` the time
    that the signature itself states (ISO, empty if none). ``added_to``: what was signed
    stands, and something that a signature allows was added later (another signature, a
    filled field); ``changed``: more than that was; ``broken``: what was signed was
    altered; ``unchecked``: it could not be checked.
    """

    signer: str
    signed_at: str
    integrity: Literal["intact", "added_to", "changed", "broken", "unchecked"]
    whole_file: bool
    summary: Text


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that a form names: in hand or not, its digest, and what it holds.

    `kind` is None unless the contents are what the ending says. `text` says whether a
    PDF has any text (None: not asked, as of a picture). `active` is what a PDF would
    do or bring along when opened; it was never run.
    """

    field: str
    path: str
    size: int
    sha256: str
    found: bool
    reason: Text | None = None
    kind: FileKind | None = None
    pages: int | None = None
    width: int | None = None
    height: int | None = None
    text: bool | None = None
    checks: tuple[TextCheck, ...] = ()
    signatures: tuple[FileSignature, ...] = ()
    active: tuple[ActiveContent, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """An assessor's judgement on one indicator, for one ticket or as a whole.

    `value` is None for a row that was given to the assessor and is not marked yet.
    """

    participant: str
    indicator: str
    ticket: str
    assessor: str
    value: Exact | None
    location: Location


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many tickets stand at a status of the rubric."""

    status: str
    number: int


@dataclass(frozen=True, slots=True)
class OfficeLoad:
    """The tickets that were passed on to one office, and how they stand."""

    office: str
    received: int
    statuses: tuple[StatusCount, ...]


@dataclass(frozen=True, slots=True)
class Submission:
    """What one participant sent, read and typed.

    `answers` is keyed ``code`` or ``masuk`` for identity, recap and answers, and
    ``sk_tim.nomor`` for documents. `counts` holds quantities counted in the ticket
    export (empty without one). `files` is keyed as `answers`. `refused` says why what
    was sent is not scored at all.
    """

    participant: Participant
    path: str
    answers: Mapping[str, Evidence] = field(default_factory=dict)
    counts: Mapping[str, Evidence] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    files: Mapping[str, AttachedFile] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    offices: tuple[OfficeLoad, ...] = ()
    problems: tuple[Problem, ...] = ()
    submitted: bool = True
    refused: Text | None = None


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that entered the run."""

    path: str
    size: int
    sha256: str


# --- what was found ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cited:
    """A piece of evidence as a finding quotes it."""

    title: Text
    shown: str
    location: Location


@dataclass(frozen=True, slots=True)
class Checked:
    """A condition of a document: met or not, why, and the points it is worth."""

    id: str
    title: Text
    met: bool
    points: Exact
    reason: Text


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
    """All findings and scores of one participant."""

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

    def quantity(self, quantity: str) -> Fraction | None:
        """Give a named number of tickets, None if it is not known."""
        return next((q.value for q in self.quantities if q.quantity == quantity), None)


# --- what follows ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Standing:
    """A place in a ranking; `place` is None for those who cannot be ranked.

    `value` is the published figure that was ranked on. `tie` says how an equal value
    was told apart, or that the tie stands. `note` says why the place differs from
    what a reader might expect: provisional, or what cost the most points.
    """

    place: int | None
    participant: str
    value: str
    shared: bool
    provisional: bool
    tie: Text | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class Ranking:
    """The standings of one category by the total or by one indicator."""

    id: str
    title: Text
    category: str
    by: str
    standings: tuple[Standing, ...]


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
class RubricUsed:
    """The rubric of the run, whole, so that results stand on their own."""

    id: str
    edition: str
    title: Text
    sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class Season:
    """Everything a run found out; what results.json holds."""

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

    def scorecard(self, code: str) -> Scorecard:
        """Find a participant's scorecard; KeyError if there is none."""
        for scorecard in self.scorecards:
            if scorecard.participant.code == code:
                return scorecard
        raise KeyError(code)

    def ranking(self, ranking: str, category: str) -> Ranking | None:
        """Find a ranking of a category."""
        for each in self.rankings:
            if each.id == ranking and each.category == category:
                return each
        return None

    def problems_of(self, code: str) -> tuple[Problem, ...]:
        """Give the problems of one participant."""
        return tuple(each for each in self.problems if each.participant == code)

    def signals_of(self, code: str) -> tuple[Signal, ...]:
        """Give the signals of one participant."""
        return tuple(each for each in self.signals if each.participant == code)
