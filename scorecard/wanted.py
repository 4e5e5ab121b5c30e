"""Which files an export makes: of which kinds, and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from scorecard.model import AwardResult, Season

Kind: TypeAlias = Literal["json", "xlsx", "pdf", "csv"]

KINDS: tuple[Kind, ...] = ("json", "xlsx", "pdf", "csv")
Document: TypeAlias = Literal["compliance", "rapor", "certificates"]
DOCUMENTS: tuple[Document, ...] = ("compliance", "rapor", "certificates")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which files to make.

    `participants` are codes, None means all; `season_wide` are the files that belong
    to no single participant. Of each participant's `documents`, compliance sheets are
    made in the formats `sheets` that are among `kinds`; the others are pages.
    """

    kinds: tuple[Kind, ...] = KINDS
    participants: tuple[str, ...] | None = None
    season_wide: bool = True
    documents: tuple[Document, ...] = DOCUMENTS
    sheets: tuple[Kind, ...] = ("xlsx",)

    def includes(self, kind: Kind, participant: str | None = None) -> bool:
        """Tell whether a file of this kind is wanted; None is the season's own."""
        if participant is None:
            return kind in self.kinds and self.season_wide
        chosen = self.participants is None or participant in self.participants
        return kind in self.kinds and chosen

    @property
    def sheet_kinds(self) -> tuple[Kind, ...]:
        """The formats in which compliance sheets are made."""
        wanted = "compliance" in self.documents
        return tuple(kind for kind in self.sheets if wanted and kind in self.kinds)

    def makes(self, document: Document) -> bool:
        """Tell whether pages of this kind are made."""
        return document in self.documents and "pdf" in self.kinds


EVERYTHING = Wanted()


def codes(season: Season, kind: Kind, only: Wanted) -> tuple[str, ...]:
    """List the participants for whom files of a kind are made."""
    every = (scorecard.participant.code for scorecard in season.scorecards)
    return tuple(code for code in every if only.includes(kind, code))


def won(season: Season, only: Wanted) -> tuple[AwardResult, ...]:
    """List the awards for which certificates are made."""
    return tuple(
        award
        for award in season.awards
        if award.status == "won" and only.includes("pdf", award.participant)
    )
