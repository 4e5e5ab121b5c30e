"""What all printed pages of a season are made from."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.model import Season
from scorecard.pages.look import BUNDLED, Look
from scorecard.rubric.nouns import Rubric
from scorecard.sealing import Seal


@dataclass(frozen=True, slots=True)
class ShownLogo:
    """A picture above the title, and what a reader who cannot see it is told."""

    file: str
    title: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A season, its rubric and its seal, and how its pages are to look."""

    season: Season
    rubric: Rubric
    seal: Seal
    look: Look = BUNDLED

    @property
    def logos(self) -> tuple[ShownLogo, ...]:
        """The rubric's logos, in its language."""
        language = self.rubric.language
        return tuple(
            ShownLogo(logo.file, logo.title.text.in_(language))
            for logo in self.rubric.certificate.logos
        )
