"""Advise one government among 552, and list the repairs of all.

Run: python -m benchmarks.advice [tickets]. A season of every region is written and
read, with few tickets: advice works on counts. The alternative to `advise` does what a
gain is defined as: it makes the repair and scores, ranks and awards the whole season
again; one repair is timed and extended to all. The shortest list is part of `advise`
alone. Processor time.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.season import plan_season, write_season
from benchmarks.targets import Target, report
from scorecard.advice.advising import advise, repairs_of_all
from scorecard.advice.repairs import Repair, apply
from scorecard.awards import awards
from scorecard.evidence.submission import read_season
from scorecard.model import Scorecard, Submission
from scorecard.ranking import rankings
from scorecard.rubric.load import load_rubric
from scorecard.rubric.nouns import Rubric
from scorecard.scoring import assess

_TICKETS = 40_000
_TRIED = 1
_CHOSEN = 100


def main(tickets: int) -> int:
    """Write and read the season, time both ways, fail on a missed target."""
    rubric = load_rubric(None).rubric
    sent = _season(tickets, rubric)
    cards = tuple(assess(each, rubric) for each in sent)
    one = sent[_CHOSEN]
    advice = advise(one, cards, rubric)
    repairs = tuple(gain.repair for gain in advice.gains)
    advised = _cpu(lambda: advise(one, cards, rubric))
    naive = _cpu(lambda: _naive(repairs[:_TRIED], one, sent, rubric))
    scoring = _cpu(lambda: [assess(each, rubric) for each in sent])
    listing = _cpu(lambda: [*repairs_of_all(sent, cards, rubric)])
    naive *= len(repairs) / _TRIED
    print(f"{len(sent)} governments; {len(repairs)} repairs of {one.participant.name}")
    print(f"advise: {advised:.2f} s; the season again for each: {naive:.1f} s")
    print(f"repairs of all: {listing:.1f} s; scoring of all: {scoring:.1f} s")
    return report(
        (
            Target("the season again / advise", naive / advised, ">=", 20),
            Target("advise, seconds of processor time", advised, "<=", 2, " s"),
            Target("repairs of all / scoring of all", listing / scoring, "<=", 25),
        )
    )


def _season(tickets: int, rubric: Rubric) -> tuple[Submission, ...]:
    with tempfile.TemporaryDirectory() as folder:
        inputs = Path(folder) / "inputs"
        write_season(inputs, rubric, plan_season(tickets))
        return read_season(inputs, rubric, workers=2).submissions


def _naive(
    repairs: tuple[Repair, ...],
    one: Submission,
    sent: tuple[Submission, ...],
    rubric: Rubric,
) -> None:
    for repair in repairs:
        mended = apply(one, repair)
        cards: tuple[Scorecard, ...] = tuple(
            assess(mended if each is one else each, rubric) for each in sent
        )
        rankings(cards, rubric)
        awards(cards, rubric)


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else _TICKETS))
