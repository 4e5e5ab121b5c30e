"""Advice: what to mend first, what each repair is worth, the way to the next band."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scorecard.advice.entrants import Entrants, entrants
from scorecard.advice.gains import Gain, Position, Standpoint, position, weigh
from scorecard.advice.listed import listed
from scorecard.advice.plans import Plan, next_band_plan
from scorecard.advice.possible import possible_repairs
from scorecard.advice.sent import as_sent
from scorecard.model import Comparison, PossibleRepair, Scorecard, Submission
from scorecard.rubric.nouns import Band, Rubric


@dataclass(frozen=True, slots=True)
class Advice:
    """Where a participant stands, every repair with its gain, and the shortest list.

    `next_band` is None for who has the best one already.
    """

    before: Position
    gains: tuple[Gain, ...]
    next_band: Band | None
    plan: Plan | None


def advise(
    submission: Submission,
    scorecards: Sequence[Scorecard],
    rubric: Rubric,
    compared: Comparison | None = None,
) -> Advice:
    """Weigh every repair of a submission among the scorecards of its season.

    `compared` is what awards by improvement are judged on.
    """
    among = entrants(scorecards, rubric, compared, awarded=True)
    start = Standpoint(as_sent(submission, rubric), among)
    scorecard = start.sent.scorecard
    repairs = possible_repairs(start.sent)
    gains = weigh(repairs, start)
    following = band_above(scorecard, rubric)
    # Without a total no single repair may gain anything, but some together do.
    usable = [g.repair for g in gains] if scorecard.total else repairs
    plan = next_band_plan(usable, start) if following is not None else None
    return Advice(position(scorecard, start), gains, following, plan)


def repairs_of_all(
    submissions: Iterable[Submission], scorecards: Sequence[Scorecard], rubric: Rubric
) -> Iterator[PossibleRepair]:
    """List what each participant of a season could mend: the gains that `advise` has.

    Neither the awards nor the shortest lists are worked out.
    """
    among = entrants(scorecards, rubric, awarded=False)
    for submission in submissions:
        yield from repairs_of(submission, among)


def repairs_of(submission: Submission, among: Entrants) -> tuple[PossibleRepair, ...]:
    """List what one participant could mend; nothing for who sent nothing usable.

    Nothing either where a lower total is better: what adds points is no gain there.
    """
    if not submission.submitted or submission.refused is not None:
        return ()
    rubric = among.rubric
    if rubric.score.prefer == "lower":
        return ()
    sent = as_sent(submission, rubric)
    gains = weigh(possible_repairs(sent), Standpoint(sent, among))
    return tuple(listed(gain, rubric) for gain in gains)


def band_above(scorecard: Scorecard, rubric: Rubric) -> Band | None:
    """Give the band above the one that is certain."""
    worst_first = sorted(rubric.bands.ranges, key=lambda band: band.from_)
    if scorecard.band is None:
        return worst_first[0]
    ids = [band.id for band in worst_first]
    above = ids.index(scorecard.band.low) + 1
    return worst_first[above] if above < len(ids) else None
