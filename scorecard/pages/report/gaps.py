"""What separates two neighbours of a ranking: the whole, and criterion by criterion."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from scorecard.model import CriterionScore, Ranking, Scorecard
from scorecard.pages.report.view import View, placed
from scorecard.wording import Text


@dataclass(frozen=True, slots=True)
class GapPart:
    """A criterion and by how much the upper is ahead in it; below 0 it is behind."""

    title: Text
    difference: Fraction


@dataclass(frozen=True, slots=True)
class Gap:
    """The upper and the lower of two neighbours, and what lies between them.

    `whole` is on the published scale. `parts` add up to it where the total is a
    weighted mean or a sum (`adds_up`); otherwise they are points from 0 to 100.
    """

    upper: str
    lower: str
    whole: Fraction
    parts: tuple[GapPart, ...]
    adds_up: bool


def gaps(ranking: Ranking, view: View) -> tuple[Gap, ...]:
    """Compare each who has a place with the next, best first."""
    codes = [each.participant for each in placed(ranking)]
    return tuple(gap(one, other, view) for one, other in pairwise(codes))


def gap(upper: str, lower: str, view: View) -> Gap:
    """Compare two participants of one ranking, by what is certain of each."""
    ahead, behind = view.cards[upper], view.cards[lower]
    adds_up = all(_adds(each) for each in (*_top(ahead), *_top(behind)))
    parts = _parts(ahead, behind, adds_up=adds_up)
    return Gap(upper, lower, _total(ahead) - _total(behind), parts, adds_up)


def _parts(
    ahead: Scorecard, behind: Scorecard, *, adds_up: bool
) -> tuple[GapPart, ...]:
    """List the criteria that differ, what separates most first."""
    theirs = {each.criterion: each for each in _top(behind)}
    parts = (
        GapPart(
            each.title,
            _points(each, adds_up=adds_up)
            - _points(theirs.get(each.criterion), adds_up=adds_up),
        )
        for each in _top(ahead)
    )
    differing = (each for each in parts if each.difference)
    return tuple(sorted(differing, key=lambda each: -abs(each.difference)))


def _top(card: Scorecard) -> tuple[CriterionScore, ...]:
    return tuple(
        each for each in card.criteria if not each.parent and not each.informative
    )


def _adds(score: CriterionScore) -> bool:
    """A criterion that does not apply has no part, and adds nothing."""
    return score.contribution is not None or not score.share


def _points(score: CriterionScore | None, *, adds_up: bool) -> Fraction:
    found = score and (score.contribution if adds_up else score.points)
    return found.low if found else Fraction(0)


def _total(card: Scorecard) -> Fraction:
    return card.total.low if card.total else Fraction(0)
