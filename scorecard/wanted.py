"""Step 7, export: which files are wanted, of whom, and how many that makes."""

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

    def codes(self, season: Season, kind: Kind) -> tuple[str, ...]:
        """Name the participants of whom a file of this kind is made."""
        codes = (scorecard.participant.code for scorecard in season.scorecards)
        return tuple(code for code in codes if self.includes(kind, code))

    def won(self, season: Season) -> tuple[AwardResult, ...]:
        """Give the awards that are won by those participants; none in a what-if."""
        awards = season.awards if season.what_if is None else ()
        return tuple(
            award
            for award in awards
            if award.status == "won" and self.includes("pdf", award.participant)
        )

    @property
    def sheet_kinds(self) -> tuple[Kind, ...]:
        """The formats in which compliance sheets are made."""
        wanted = "compliance" in self.documents
        return tuple(kind for kind in self.sheets if wanted and kind in self.kinds)

    @property
    def seals(self) -> bool:
        """Tell whether participants' sealed records are made."""
        return "json" in self.kinds and self.documents == DOCUMENTS

    def makes(self, document: Document) -> bool:
        """Tell whether pages of this kind are made."""
        return document in self.documents and "pdf" in self.kinds


EVERYTHING = Wanted()


def number_of_files(season: Season, only: Wanted = EVERYTHING) -> int:
    """Count the files that are wanted, the manifest and the sums apart."""
    return (
        sum(only.includes(kind) for kind in ("json", "xlsx", "csv"))
        + (len(only.codes(season, "json")) if only.seals else 0)
        + sum(len(only.codes(season, kind)) for kind in only.sheet_kinds)
        + (len(only.codes(season, "pdf")) if only.makes("rapor") else 0)
        + (len(only.won(season)) if only.makes("certificates") else 0)
    )
