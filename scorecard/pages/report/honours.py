"""Awards as the page tells them: how each was decided, how sure that is, and why."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from scorecard.model import AwardResult
from scorecard.pages.report.view import View
from scorecard.pages.report.words import WORDS
from scorecard.wording import say


@dataclass(frozen=True, slots=True)
class Honour:
    """An award's outcome for a participant, who is named where it is not plain."""

    title: str
    winner: str
    code: str
    status: str
    status_word: str
    reason: str
    sure: str


def honour(award: AwardResult, view: View, *, named: bool = False) -> Honour:
    """Tell an award's outcome."""
    name = view.cards[award.participant].participant.name
    return Honour(
        title=view.say(award.title),
        winner=name if named else "",
        code=award.participant,
        status=award.status,
        status_word=view.say(WORDS[f"award_{award.status}"]),
        reason=view.say(award.reason),
        sure=_chance(award, view),
    )


def by_total(view: View) -> frozenset[str]:
    """Name the awards that go by the total."""
    return frozenset(each.id for each in view.rubric.awards if each.by is None)


def _chance(award: AwardResult, view: View) -> str:
    """Say in how many draws it is won; nothing of what nobody wins in any."""
    found = view.chance(award.participant, award.award)
    if found is None or not Fraction(found.per_cent):
        return ""
    words = say(
        "Diraih dalam {p} % simulasi.",
        "Won in {p} % of the draws.",
        p=Fraction(found.per_cent),
    )
    return view.say(words)
