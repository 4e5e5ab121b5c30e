"""Whom another rubric moves, and which of its steps moves each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from scorecard.amendment.changes import renamed
from scorecard.amendment.evidence import amended, scored_again, unknown_in
from scorecard.amendment.steps import Step, steps
from scorecard.awards import awards
from scorecard.model import Participant, Scorecard, Season
from scorecard.number import published
from scorecard.ranking import TOTAL, rankings
from scorecard.rubric.nouns import Rubric
from scorecard.run import as_things_stood
from scorecard.wording import Text

Scorer: TypeAlias = Callable[[Rubric], Sequence[Scorecard]]
"""Scores everybody by a rubric."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a participant stands by one rubric; figures are the published ones.

    `low` is empty without a total, `high` differs while it is an interval; `awards`
    are those that are won.
    """

    low: str
    high: str
    place: int | None
    band: Text | None
    awards: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Cause:
    """What one step of the changes does to a participant when it stands alone."""

    step: Text
    change: str
    after: Position


@dataclass(frozen=True, slots=True)
class Effect:
    """A participant whom the changes move; no cause: only all together do."""

    participant: Participant
    before: Position
    after: Position
    causes: tuple[Cause, ...]


@dataclass(frozen=True, slots=True)
class Effects:
    """Everybody who is moved; how many are not; and what could not be told.

    `unknown` are titles of indicators whose evidence the results do not hold, `joint`
    the steps that cannot stand alone.
    """

    moved: tuple[Effect, ...]
    unmoved: int
    unknown: tuple[Text, ...]
    joint: tuple[Text, ...]


def effects(season: Season, base: Rubric, between: tuple[Rubric, Rubric]) -> Effects:
    """Score a season by two rubrics from what its results hold, and by each step.

    `base` is the rubric of the results; the day of judgement is that of the season.
    """
    old, new = (as_things_stood(each, season.as_of) for each in between)
    names = {**renamed(base, old), **renamed(base, new)}

    def scored(rubric: Rubric) -> Sequence[Scorecard]:
        by = amended(base, rubric, names)
        return tuple(scored_again(card, by) for card in season.scorecards)

    unknown = unknown_in(amended(base, new, names))
    titles = tuple(indicator.title.text for indicator in unknown)
    return compared(scored, (old, new), titles)


def compared(
    scored: Scorer, between: tuple[Rubric, Rubric], unknown: tuple[Text, ...] = ()
) -> Effects:
    """Compare where everybody stands by two rubrics, and by each step between them."""
    old, new = between
    before, after = _positions(scored(old), old), _positions(scored(new), new)
    every = steps(old, new)
    alone = [
        (step, _positions(scored(step.rubric), step.rubric))
        for step in every
        if step.rubric is not None
    ]
    moved = tuple(_effects(before, after, alone))
    joint = tuple(step.title for step in every if step.rubric is None)
    return Effects(moved, len(before) - len(moved), unknown, joint)


_Stand: TypeAlias = tuple[Participant, Position]


def _effects(
    before: Mapping[str, _Stand],
    after: Mapping[str, _Stand],
    alone: Sequence[tuple[Step, Mapping[str, _Stand]]],
) -> Iterator[Effect]:
    for code, (participant, usual) in before.items():
        changed = after[code][1]
        if changed != usual:
            causes = tuple(_causes(code, usual, alone))
            yield Effect(participant, usual, changed, causes)


def _causes(
    code: str,
    usual: Position,
    alone: Sequence[tuple[Step, Mapping[str, _Stand]]],
) -> Iterator[Cause]:
    for step, positions in alone:
        here = positions[code][1]
        if here != usual:
            yield Cause(step.title, _difference(usual, here), here)


def _difference(before: Position, after: Position) -> str:
    """Subtract the published totals; empty where there is none of the two."""
    if not before.low or not after.low:
        return ""
    places = len(after.low.partition(".")[2])
    return published(Fraction(after.low) - Fraction(before.low), places)


def _positions(cards: Sequence[Scorecard], rubric: Rubric) -> Mapping[str, _Stand]:
    places = {
        standing.participant: standing.place
        for ranking in rankings(cards, rubric)
        for standing in ranking.standings
        if ranking.id == TOTAL
    }
    won: dict[str, list[Text]] = {}
    for award in awards(cards, rubric):
        if award.status == "won":
            won.setdefault(award.participant, []).append(award.title)
    return {
        card.participant.code: (card.participant, _position(card, places, won))
        for card in cards
    }


def _position(
    card: Scorecard, places: Mapping[str, int | None], won: Mapping[str, list[Text]]
) -> Position:
    code, total = card.participant.code, card.total
    return Position(
        low=total.published_low if total else "",
        high=total.published_high if total else "",
        place=places.get(code),
        band=card.band.title if card.band else None,
        awards=tuple(won.get(code, ())),
    )
