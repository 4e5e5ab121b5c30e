"""What a certificate's record claims, read strictly: anyone may have written it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from scorecard.sealing import serial_of
from scorecard.sealing.canonical import Json
from scorecard.sealing.serials import Won
from scorecard.wording import Text, joined, say


@dataclass(frozen=True, slots=True)
class ClaimedAward:
    """An award as a record holds it."""

    id: str
    title: Text
    category: str
    status: str
    number: str


@dataclass(frozen=True, slots=True)
class ClaimedRubric:
    """Of which rulebook and edition a record is."""

    id: str
    edition: str
    sha256: str
    title: Text


@dataclass(frozen=True, slots=True)
class ClaimedParticipant:
    """Whose record it is."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class _Figures:
    low: str
    high: str
    published_low: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A record's own account, by which its certificate is held."""

    participant: ClaimedParticipant
    rubric: ClaimedRubric
    as_of: str
    total: _Figures | None
    awards: tuple[ClaimedAward, ...]

    @property
    def score(self) -> str:
        """The published total; empty without one that is settled."""
        total = self.total
        settled = total is not None and total.low == total.high
        return total.published_low if total is not None and settled else ""

    @property
    def season(self) -> Text:
        """Name the season in a few words."""
        edition = say(
            "edisi {edition}, keadaan {as_of}",
            "edition {edition}, as of {as_of}",
            edition=self.rubric.edition,
            as_of=day_of(self.as_of),
        )
        return joined((self.rubric.title, edition), ", ")

    def serials(self, leaf: str) -> dict[str, ClaimedAward]:
        """Give the serial of each award that was won."""
        code, rubric = self.participant.code, self.rubric.sha256
        return {
            serial_of(rubric, Won(code, each.id, each.category), leaf): each
            for each in self.awards
            if each.status == "won"
        }


def day_of(words: str) -> date | str:
    """Read a day that others wrote; what is none stays as it is."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        return words


def claim_of(record: Json) -> Claim | None:
    """Read a record; None if it is not of a record's form."""
    try:
        claim: Claim = _claims().validate_python(record)
    except ValidationError:
        return None
    return claim


@cache
def _claims() -> TypeAdapter[Any]:
    return TypeAdapter(Claim)
