"""What a repair is worth: its gain, and the band, place and awards it would reach.

Everybody else stays as they are. A gain is the difference of the totals that are
certain (the lowest while something is pending), exact.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from scorecard.advice.entrants import Entrants, place_among
from scorecard.advice.repairs import Repair
from scorecard.advice.sent import Sent, scorecard_with
from scorecard.awards import awards_of
from scorecard.model import AwardResult, Scorecard


@dataclass(frozen=True, slots=True)
class Standpoint:
    """One participant among the entrants of its season; alone it has no place."""

    sent: Sent
    among: Entrants

    @property
    def is_alone(self) -> bool:
        """There is nobody else to be placed among."""
        return not self.among.codes - {self.sent.submission.participant.code}


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


def weigh(repairs: Iterable[Repair], start: Standpoint) -> tuple[Gain, ...]:
    """Weigh repairs, those that gain most for their effort first.

    Repairs that gain nothing are left out.
    """
    before = position(start.sent.scorecard, start)
    gains = [_gain(each, start, before) for each in repairs]
    worth = [gain for gain in gains if gain.points > 0]
    worth.sort(key=lambda g: (-g.points / g.repair.effort, -g.points, g.repair.id))
    return tuple(worth)


def certain(scorecard: Scorecard) -> Fraction:
    """Give the total that is certain; nothing for who has none."""
    return scorecard.total.low if scorecard.total is not None else Fraction(0)


def position(scorecard: Scorecard, start: Standpoint) -> Position:
    """Rank and award a scorecard of the participant among the others."""
    if start.is_alone:
        return Position(scorecard, None, shared=False, awards=())
    place, shared = place_among(scorecard, start.among)
    decided = awards_of(scorecard, start.among.races, start.among.rubric)
    mine = tuple(each for each in decided if each.status != "denied")
    return Position(scorecard, place, shared, mine)


def _gain(repair: Repair, start: Standpoint, before: Position) -> Gain:
    """Apply one repair to the evidence and score, rank and award again."""
    after = position(scorecard_with(repair.changes, start.sent), start)
    points = certain(after.scorecard) - certain(before.scorecard)
    return Gain(repair, points, after, _new_awards(before, after))


def _new_awards(before: Position, after: Position) -> tuple[AwardResult, ...]:
    had = {(each.award, each.status) for each in before.awards}
    had |= {(award, "open") for award, status in had if status == "won"}
    return tuple(each for each in after.awards if (each.award, each.status) not in had)
