"""Steps 5 and 6, award: a race for each award and category, lined up to be decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scorecard.contenders import Contender, best_first, contenders
from scorecard.model import Scorecard
from scorecard.rubric.nouns import Award, Rubric


@dataclass(frozen=True, slots=True)
class Race:
    """One award with all who compete for it, best first; `first` is its first number.

    An award across categories is one race, any other one a race for each category.
    """

    award: Award
    categories: tuple[str, ...]
    contenders: tuple[Contender, ...]
    first: int


def races(scorecards: Sequence[Scorecard], rubric: Rubric) -> tuple[Race, ...]:
    """Line up the contenders of every award, in the rubric's order."""
    in_order = sorted(scorecards, key=lambda each: each.participant.code)
    first = rubric.certificate.number.first
    found: list[Race] = []
    for award in rubric.awards:
        for categories in _groups(award, rubric):
            group = [s for s in in_order if s.participant.category in categories]
            runners = contenders(award, group, rubric)
            found.append(Race(award, categories, runners, first))
            first += award.places
    return tuple(found)


def entered(scorecard: Scorecard, race: Race, rubric: Rubric) -> Race:
    """Let a scorecard run in place of the one that its participant had."""
    code = scorecard.participant.code
    entered = contenders(race.award, (scorecard,), rubric)
    others = (e for e in race.contenders if e.scorecard.participant.code != code)
    return replace(race, contenders=best_first((*others, *entered)))


def _groups(award: Award, rubric: Rubric) -> tuple[tuple[str, ...], ...]:
    ids = tuple(category.id for category in rubric.categories)
    wanted = tuple(e for e in ids if not award.categories or e in award.categories)
    return (wanted,) if award.across else tuple((each,) for each in wanted)
