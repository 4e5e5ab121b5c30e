"""Repairs of shares of tickets: how many to bring from which status to which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from scorecard.advice.changes import Delta, Move, fewer
from scorecard.advice.repairs import Repair
from scorecard.advice.search import steps
from scorecard.advice.sent import Sent
from scorecard.advice.statuses import done_statuses
from scorecard.advice.transitions import (
    Statuses,
    counted_by,
    effects,
    statuses_counted,
    target_status,
)
from scorecard.methods.quantities import quantity_evidence
from scorecard.model import Submission
from scorecard.rubric.evidence import Quantity
from scorecard.rubric.methods import Share
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.wording import Text, joined, say


@dataclass(frozen=True, slots=True)
class _Source:
    """A quantity whose tickets can be moved, and how many there are."""

    quantity: Quantity
    number: int


@dataclass(frozen=True, slots=True)
class _Route:
    """From the tickets that hold a share down to the status that lifts it."""

    indicator: Indicator
    sources: tuple[_Source, ...]
    target: str
    sent: Sent

    @property
    def submission(self) -> Submission:
        return self.sent.submission

    @property
    def rubric(self) -> Rubric:
        return self.sent.rubric

    @property
    def number(self) -> int:
        return sum(source.number for source in self.sources)

    def moves(self, number: int) -> tuple[Move, ...]:
        """Take so many tickets, the first sources first."""
        moves = []
        for source in self.sources:
            taken = min(number, source.number)
            number -= taken
            if taken:
                moves.append(_move(source, taken, self))
        return tuple(moves)


def ticket_repairs(
    indicator: Indicator,
    measure: Share,
    sent: Sent,
    *,
    rising: bool,
) -> Iterator[Repair]:
    """List how many tickets to move for the next band, and all; by source and in all.

    `rising` says whether a greater share is worth more.
    """
    of, over, less = (
        statuses_counted(each, sent.rubric)
        for each in (measure.of, measure.over, measure.less)
    )
    counted = over - less
    from_, to = (counted - of, counted & of) if rising else (counted & of, counted - of)
    target = target_status(to, sent.rubric, rising=rising)
    if target is None:
        return
    sources = _sources(from_, target, sent.submission, sent.rubric)
    for group in dict.fromkeys((*((each,) for each in sources), sources)):
        if group:
            yield from _repairs(_Route(indicator, group, target, sent))


def fewer_tickets(repair: Repair, number: int, rubric: Rubric) -> Repair:
    """Give the same repair for so many tickets only, the first sources first."""
    moves, left = [], number
    for move in repair.changes:
        assert isinstance(move, Move)
        taken = min(left, move.number)
        left -= taken
        if taken:
            moves.append(fewer(move, taken))
    stem = repair.id.rpartition(".")[0]
    title, changes = _title(tuple(moves), rubric), tuple(moves)
    return replace(repair, id=f"{stem}.{number}", title=title, changes=changes)


def _repairs(route: _Route) -> Iterator[Repair]:
    for number in steps(route.sent, route.number, route.moves):
        names = "+".join(source.quantity.id for source in route.sources)
        moves = route.moves(number)
        yield Repair(
            id=f"{route.indicator.id}.{names}.{number}",
            indicator=route.indicator.id,
            kind="tickets",
            title=_title(moves, route.rubric),
            changes=moves,
            hold="reporter" if _are_done(moves, route.rubric) else "none",
        )


def _are_done(moves: tuple[Move, ...], rubric: Rubric) -> bool:
    """Tell whether nothing is left to do on the tickets but what reporters say."""
    done = done_statuses(rubric)
    return all(done.issuperset(move.statuses) for move in moves)


def _title(moves: tuple[Move, ...], rubric: Rubric) -> Text:
    labels = rubric.tickets.statuses if rubric.tickets is not None else ()
    target = next(each.title.text for each in labels if each.id == moves[0].target)
    parts = tuple(
        say(
            "{n} {source}",
            "{n} {source}",
            n=move.number,
            source=rubric.quantity(move.source).title.text,
        )
        for move in moves
    )
    number = sum(move.number for move in moves)
    return say(
        "{n} laporan menjadi “{target}” ({parts})",
        "{n} {noun} to become “{target}” ({parts})",
        n=number,
        noun="ticket" if number == 1 else "tickets",
        target=target,
        parts=joined(parts, ", "),
    )


def _sources(
    from_: Statuses, target: str, submission: Submission, rubric: Rubric
) -> tuple[_Source, ...]:
    """Find, in the rubric's order, quantities that count only tickets to be moved."""
    found = []
    for quantity in rubric.quantities:
        counted = counted_by(quantity, rubric)
        if not counted or not counted <= from_:
            continue
        number = _number(quantity, submission)
        if number and effects(counted, target, rubric) is not None:
            found.append(_Source(quantity, number))
    return tuple(_smallest(found, rubric))


def _smallest(found: list[_Source], rubric: Rubric) -> Iterator[_Source]:
    """Leave out a quantity that counts another one's tickets too."""
    taken: Statuses = frozenset()
    for source in found:
        counted = counted_by(source.quantity, rubric) or frozenset()
        if not counted & taken:
            taken |= counted
            yield source


def _number(quantity: Quantity, submission: Submission) -> int:
    evidence = quantity_evidence(quantity, submission)
    value = evidence.value if evidence is not None else None
    return int(value) if isinstance(value, Fraction) and value > 0 else 0


def _move(source: _Source, number: int, route: _Route) -> Move:
    counted = counted_by(source.quantity, route.rubric) or frozenset()
    labels = route.rubric.tickets.statuses if route.rubric.tickets else ()
    evidence = quantity_evidence(source.quantity, route.submission)
    assert evidence is not None
    return Move(
        number=number,
        source=source.quantity.id,
        statuses=tuple(each.id for each in labels if each.id in counted),
        target=route.target,
        within="tickets" if route.submission.counts else "recap",
        deltas=tuple(
            Delta(quantity.id, quantity.figure or "", number * each)
            for quantity, each in effects(counted, route.target, route.rubric) or ()
        ),
        location=evidence.location,
    )
