"""Which certificates wait for signatures: each with its serial and its fields."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.model import AwardResult, Season
from scorecard.names import certificate_stem, stems
from scorecard.rubric.nouns import Rubric
from scorecard.sealing import seal

FOLDER = "certificates"


@dataclass(frozen=True, slots=True)
class Field:
    """A place for a signature; `name` is the PDF field's, `office` who signs there."""

    name: str
    office: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A certificate as it was printed: its path below outputs/ and what it is of."""

    path: str
    serial: str
    number: str
    participant: str
    participant_name: str
    award: str
    fields: tuple[Field, ...]


def waiting(season: Season, rubric: Rubric) -> tuple[Waiting, ...]:
    """List the certificates of a season, in the order of its awards.

    A what-if has none.
    """
    sealed, names = seal(season), stems(season)
    fields = _fields(rubric)
    return tuple(
        Waiting(
            path=_path(award, names[award.participant], season),
            serial=sealed.certificate(award).serial,
            number=award.number or "",
            participant=award.participant,
            participant_name=season.scorecard(award.participant).participant.name,
            award=award.title.in_(rubric.language),
            fields=fields,
        )
        for award in season.awards
        if award.status == "won" and season.what_if is None
    )


def _path(award: AwardResult, stem: str, season: Season) -> str:
    return f"{FOLDER}/{certificate_stem(award, stem, season)}.pdf"


def _fields(rubric: Rubric) -> tuple[Field, ...]:
    """Name the fields as the page does: ``signature-1``, ``signature-2``."""
    return tuple(
        Field(f"signature-{number}", " ".join(signatory.office))
        for number, signatory in enumerate(rubric.certificate.signatories, start=1)
    )
