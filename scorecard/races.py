"""Steps 5 and 6, award: a race for each award and category, lined up to be decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from scorecard.contenders import Contender, best_first, contenders
from scorecard.model import Comparison, Participant, Scorecard
from scorecard.ranking import among_whom
from scorecard.rubric.awards import Award
from scorecard.rubric.nouns import Rubric


@dataclass(frozen=True, slots=True)
class Race:
    """One award with all who compete for it, best first; `first` is its first number.

    An award across categories is one race, any other one a race for each category, or
    for each parent (`within`) where a category is ranked so. `compared` is what an
    award by improvement is judged on.
    """

    award: Award
    categories: tuple[str, ...]
    within: str | None
    contenders: tuple[Contender, ...]
    first: int
    compared: Comparison | None = None

    def takes(self, participant: Participant) -> bool:
        """Tell whether a participant competes here."""
        here = self.within in (None, participant.parent)
        return here and participant.category in self.categories


def races(
    scorecards: Sequence[Scorecard],
    rubric: Rubric,
    compared: Comparison | None = None,
) -> tuple[Race, ...]:
    """Line up the contenders of every award, in the rubric's order."""
    first = rubric.certificate.number.first
    found: list[Race] = []
    for award in rubric.awards:
        for group in _groups(award, scorecards, rubric):
            runners = contenders(award, group.members, rubric, compared)
            who = (group.categories, group.within, runners)
            race = Race(award, *who, first, compared)
            found.append(race)
            first += award.places
    return tuple(found)


def entered(scorecard: Scorecard, race: Race, rubric: Rubric) -> Race:
    """Let a scorecard run in place of the one that its participant had."""
    code = scorecard.participant.code
    entered = contenders(race.award, (scorecard,), rubric, race.compared)
    others = (e for e in race.contenders if e.scorecard.participant.code != code)
    return replace(race, contenders=best_first((*others, *entered)))


class _Group(NamedTuple):
    categories: tuple[str, ...]
    within: str | None
    members: Sequence[Scorecard]


def _groups(
    award: Award, scorecards: Sequence[Scorecard], rubric: Rubric
) -> Iterator[_Group]:
    """Part the participants; a category without any keeps its numbers all the same."""
    wanted = [
        each
        for each in rubric.categories
        if not award.categories or each.id in award.categories
    ]
    if award.across:
        ids = tuple(each.id for each in wanted)
        in_order = sorted(scorecards, key=lambda each: each.participant.code)
        mine = tuple(s for s in in_order if s.participant.category in ids)
        yield _Group(ids, None, mine)
        return
    for category in wanted:
        for members in among_whom(category, scorecards) or ((),):
            parent = members[0].participant.parent if members else None
            yield _Group((category.id,), parent if category.within else None, members)
