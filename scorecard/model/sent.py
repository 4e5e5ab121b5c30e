"""What was sent: a participant, its evidence with Locations, its files and marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal

from scorecard.errors import Location, Problem
from scorecard.model.values import ActiveContent, Exact, FileKind, Given
from scorecard.wording import Text


@dataclass(frozen=True, slots=True)
class Participant:
    """A government, ministry, agency or office that is judged.

    `parent` is the code of the government that an office belongs to, with its name.
    """

    code: str
    name: str
    type: str
    category: str
    parent: str = ""
    parent_name: str = ""

    @property
    def full_name(self) -> str:
        """An office with its government: every one has a health office."""
        return f"{self.name}, {self.parent_name}" if self.parent_name else self.name


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
    """One ticket's number, with what a limit may depend on, or being spared it."""

    value: Fraction
    classification: str
    received: date | None
    status: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """A number for each ticket that has one; `unreadable` says why there is none.

    `waiting` are the tickets without the date that ends a span, with the working days
    that they have waited until the day of judgement.
    """

    items: tuple[SeriesItem, ...]
    location: Location
    unreadable: Text | None = None
    waiting: tuple[SeriesItem, ...] = ()


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
    `unread` stands for a whole mark sheet that could not be read: what it holds on this
    participant is not known.
    """

    participant: str
    indicator: str
    ticket: str
    assessor: str
    value: Exact | None
    location: Location
    unread: bool = False


@dataclass(frozen=True, slots=True)
class SelfScore:
    """What a participant's own form says that a criterion or the total scores.

    `criterion` is ``""`` for the total, which is on the published scale; the others are
    points from 0 to 100. `low` and `high` differ while the form waits for assessors.
    """

    criterion: str
    low: Exact
    high: Exact
    shown: str
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
    was sent is not scored at all. `self_scores` is shown and never scored.
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
    self_scores: tuple[SelfScore, ...] = ()


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file that entered the run."""

    path: str
    size: int
    sha256: str
