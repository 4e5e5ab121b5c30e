"""What a rubric was tried with instead of what it says: changes, never an edition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.wording import Text, say

NO_CERTIFICATES = Text(
    "Piagam tidak dibuat: sebuah pengandaian tidak memberi penghargaan.",
    "No certificates are made: a what-if awards nothing.",
)
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class RubricChange:
    """One place of a rubric that was changed; `before` or `after` empty: not there.

    `path` names it by ids (``criteria.completion.weight``), `what` in words.
    """

    path: str
    what: Text
    before: str
    after: str

    @property
    def words(self) -> Text:
        """Say what was changed from what to what."""
        return say(
            "{what}: {before} → {after}",
            "{what}: {before} → {after}",
            what=self.what,
            before=self.before or "—",
            after=self.after or "—",
        )


@dataclass(frozen=True, slots=True)
class WhatIf:
    """That a season is scored by a changed rubric, and by which changes.

    `edition` and `sha256` are those of the rubric that was changed.
    """

    edition: str
    sha256: str
    changes: tuple[RubricChange, ...]

    @property
    def shown_edition(self) -> str:
        """Name the edition so that nobody takes the results for official ones."""
        return f"{self.edition} (pengandaian · what-if)"

    @property
    def headline(self) -> Text:
        """Say in one line what these results are not."""
        number = len(self.changes)
        return say(
            "PENGANDAIAN, bukan hasil resmi: rubrik edisi {edition} dengan {n} "
            "perubahan.",
            "WHAT-IF, not an official result: the rubric's edition {edition} with {n} "
            "{changes}.",
            edition=self.edition,
            n=number,
            changes="change" if number == 1 else "changes",
        )

    def lines(self) -> Iterator[Text]:
        """Give the headline, each change (of many the first), and what is not made."""
        yield self.headline
        yield from (change.words for change in self.changes[:_SHOWN])
        if hidden := len(self.changes[_SHOWN:]):
            yield say("… dan {n} lagi", "… and {n} more", n=hidden)
        yield NO_CERTIFICATES
