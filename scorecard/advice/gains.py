"""What a repair is worth: its gain, and the band, place and awards it would reach.

Everybody else stays as they are. A gain is the difference of the totals that are
certain (the lowest while something is pending), exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scorecard.advice.repairs import Repair, apply
from scorecard.awards import awards
from scorecard.model import AwardResult, Scorecard, Submission
from scorecard.ranking import total_key
from scorecard.rubric.nouns import Rubric
from scorecard.scoring import assess


@dataclass(frozen=True, slots=True)
class Standpoint:
    """One participant among the others: evidence as sent, and as it scored.

    `others` are the scorecards of everybody else; without any there is no place.
    """

    submission: Submission
    scorecard: Scorecard
    others: tuple[Scorecard, ...]
    rubric: Rubric


@dataclass(frozen=True, slots=True)
class Position:
    """A scorecard with its place by total and the awards that it has a part in."""

    scorecard: Scorecard
    place: int | None
    shared: bool
    awards: tuple[AwardResult, ...]


@dataclass(frozen=True, slots=True)
class Gain:
    """What a repair is worth.

    `points` are on the published scale; `after` is where it leads; `awards` are those
    won, or come within reach, that were not before.
    """

    repair: Repair
    points: Fraction
    after: Position
    awards: tuple[AwardResult, ...]


def standpoint(
    submission: Submission, scorecards: Iterable[Scorecard], rubric: Rubric
) -> Standpoint:
    """Score a submission and set it among the others of its season."""
    code = submission.participant.code
    others = tuple(each for each in scorecards if each.participant.code != code)
    return Standpoint(submission, assess(submission, rubric), others, rubric)


def weigh(
    repairs: Iterable[Repair], start: Standpoint, before: Position
) -> tuple[Gain, ...]:
    """Weigh repairs, those that gain most for their effort first.

    Repairs that gain nothing are left out.
    """
    gains = [gain for each in repairs if (gain := gain_of(each, start, before)).points]
    worth = [gain for gain in gains if gain.points > 0]
    worth.sort(key=lambda g: (-g.points / g.repair.effort, -g.points, g.repair.id))
    return tuple(worth)


def gain_of(repair: Repair, start: Standpoint, before: Position) -> Gain:
    """Apply one repair to the evidence and score, rank and award again."""
    scorecard = assess(apply(start.submission, repair), start.rubric)
    after = position(scorecard, start.others, start.rubric)
    points = certain(scorecard) - certain(before.scorecard)
    return Gain(repair, points, after, _new_awards(before, after))


def certain(scorecard: Scorecard) -> Fraction:
    """Give the total that is certain; nothing for who has none."""
    return scorecard.total.low if scorecard.total is not None else Fraction(0)


def position(
    scorecard: Scorecard, others: Sequence[Scorecard], rubric: Rubric
) -> Position:
    """Rank and award one scorecard among the others."""
    if not others:
        return Position(scorecard, None, shared=False, awards=())
    code = scorecard.participant.code
    place, shared = _place(scorecard, others, rubric)
    mine = tuple(
        each
        for each in awards((scorecard, *others), rubric)
        if each.participant == code and each.status != "denied"
    )
    return Position(scorecard, place, shared, mine)


def _place(
    scorecard: Scorecard, others: Sequence[Scorecard], rubric: Rubric
) -> tuple[int | None, bool]:
    """Give the place by total within the category, and whether it is shared."""
    own = total_key(scorecard, rubric)
    if own is None:
        return None, False
    group = _group(scorecard, rubric)
    keys = [
        key
        for each in others
        if _group(each, rubric) == group
        if (key := total_key(each, rubric)) is not None
    ]
    return 1 + sum(key > own for key in keys), own in keys


def _group(scorecard: Scorecard, rubric: Rubric) -> tuple[str, str]:
    """Give the category, and the parent where places are counted within it."""
    who = scorecard.participant
    within = any(each.within for each in rubric.categories if each.id == who.category)
    return who.category, who.parent if within else ""


def _new_awards(before: Position, after: Position) -> tuple[AwardResult, ...]:
    had = {(each.award, each.status) for each in before.awards}
    had |= {(award, "open") for award, status in had if status == "won"}
    return tuple(each for each in after.awards if (each.award, each.status) not in had)
