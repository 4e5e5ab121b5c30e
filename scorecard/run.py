"""The whole run, steps 2 to 6: inputs and a rubric become a Season.

`read_alone` reads one submission without its season, for who assesses itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

from scorecard import __version__
from scorecard.advice.advising import repairs_of
from scorecard.advice.entrants import Entrants, entrants
from scorecard.awards import awards
from scorecard.comparison.comparing import compared
from scorecard.comparison.developments import OneSeason
from scorecard.earlier import EARLIER, Earlier, read_earlier
from scorecard.errors import ExitCode, Location, ScorecardError, worst_first
from scorecard.evidence.alone import read_alone
from scorecard.evidence.bounded import Lost, work_bounded
from scorecard.evidence.cache import Cache
from scorecard.evidence.participants import without_list
from scorecard.evidence.problems import problem
from scorecard.evidence.submission import PARTICIPANTS, Reading, read_season
from scorecard.evidence.successions import doubts
from scorecard.judged import as_things_stood
from scorecard.model import (
    DaysJudged,
    PossibleRepair,
    Robustness,
    RubricUsed,
    Scorecard,
    Season,
    Submission,
)
from scorecard.ranking import rankings
from scorecard.rubric.load import LoadedRubric
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.what_if import WhatIf
from scorecard.scoring import assess

Progress = Callable[[int, int], None]


def evaluate(
    inputs: Path,
    loaded: LoadedRubric,
    as_of: date,
    *,
    period: DaysJudged | None = None,
    workers: int = 1,
    cache: Cache | None = None,
    progress: Progress | None = None,
) -> Season:
    """Read every submission below `inputs`, score and rank it.

    A `period` is judged in place of the rubric's own. An earlier season's results among
    the inputs are compared with. Raises ScorecardError where the season itself cannot
    be read; the mistakes of one participant become Problems of the Season.
    """
    rubric = as_things_stood(loaded.rubric, as_of, period)
    earlier = read_earlier(inputs)
    reading = _read(inputs, rubric, workers=workers, cache=cache, progress=progress)
    found = season(reading, loaded, as_of, period)
    if earlier is not None:
        found = with_earlier(found, rubric, earlier)
    among = entrants(found.scorecards, rubric, awarded=False)
    repairs = repairs_by(workers, reading.submissions, among)
    drawn = how_sure(found, rubric, workers=workers)
    return replace(found, repairs=repairs, robustness=drawn)


def scored(
    inputs: Path,
    loaded: LoadedRubric,
    as_of: date,
    *,
    period: DaysJudged,
    workers: int = 1,
    cache: Cache | None = None,
    progress: Progress | None = None,
) -> Season:
    """Read and score the submissions over one period, by themselves.

    No repairs are worked out and no earlier season is looked for. Raises as `evaluate`.
    """
    rubric = as_things_stood(loaded.rubric, as_of, period)
    reading = _read(inputs, rubric, workers=workers, cache=cache, progress=progress)
    return season(reading, loaded, as_of, period)


def _read(
    inputs: Path,
    rubric: Rubric,
    *,
    workers: int,
    cache: Cache | None,
    progress: Progress | None,
) -> Reading:
    """Read a season, and say so where no list tells who was expected."""
    reading = read_season(
        inputs, rubric, workers=workers, cache=cache, progress=progress
    )
    absent = without_list(reading.inputs, PARTICIPANTS)
    return replace(reading, problems=(*reading.problems, *absent))


def season(
    reading: Reading,
    loaded: LoadedRubric,
    as_of: date,
    period: DaysJudged | None = None,
) -> Season:
    """Score, rank and award what was read, as things stood on a day.

    What could be mended and how sure places are is left out: that takes longer than
    all the rest.
    """
    rubric = as_things_stood(loaded.rubric, as_of, period)
    used = (rubric.id, rubric.edition, rubric.title.text, loaded.sha256, loaded.text)
    scorecards = tuple(assess(each, rubric) for each in reading.submissions)
    found = Season(
        format="scorecard-results/1",
        tool=__version__,
        as_of=as_of,
        rubric=RubricUsed(*used),
        scorecards=scorecards,
        rankings=rankings(scorecards, rubric),
        awards=awards(scorecards, rubric),
        problems=worst_first((*loaded.warnings, *reading.problems)),
        inputs=reading.inputs,
        signals=reading.signals,
        period=period,
    )
    return found if loaded.what_if is None else _as_if(found, loaded.what_if)


def with_earlier(scored: Season, rubric: Rubric, earlier: Earlier) -> Season:
    """Compare a season with the one before it, and decide its awards again on that."""
    one = OneSeason(scored, rubric)
    found = compared(earlier.one, one, earlier.successions)
    problems = (*scored.problems, *earlier.problems, *doubts(found, EARLIER))
    inputs = sorted((*scored.inputs, *earlier.inputs), key=lambda each: each.path)
    again = replace(
        scored,
        awards=awards(scored.scorecards, rubric, found),
        problems=worst_first(problems),
        inputs=tuple(inputs),
        comparison=found,
    )
    return again if again.what_if is None else _as_if(again, again.what_if)


def _as_if(scored: Season, what_if: WhatIf) -> Season:
    """Mark a season that was scored by a changed rubric wherever it is shown.

    Its awards have no numbers. That forms were handed out with other rules is no
    mistake of theirs.
    """
    return replace(
        scored,
        rubric=replace(scored.rubric, edition=what_if.shown_edition),
        awards=tuple(replace(award, number="") for award in scored.awards),
        problems=tuple(p for p in scored.problems if p.code != "form-of-another-text"),
        what_if=what_if,
    )


def repairs_by(
    workers: int, submissions: Sequence[Submission], among: Entrants
) -> tuple[PossibleRepair, ...]:
    """List what everybody could mend, in the order of submissions, by some workers."""
    listed = partial(repairs_of, among=among)
    if workers == 1:
        return tuple(chain.from_iterable(map(listed, submissions)))
    every = work_bounded(listed, submissions, workers=workers)
    # What a worker was lost on is worked out here, where its cause is seen.
    return tuple(
        repair
        for submission, found in zip(submissions, every, strict=True)
        for repair in (listed(submission) if isinstance(found, Lost) else found)
    )


def how_sure(season: Season, rubric: Rubric, *, workers: int) -> Robustness | None:
    """Draw what the rubric calls uncertain; None where it states nothing."""
    if rubric.robustness is None:
        return None
    # NumPy takes longer to load than most commands take to run.
    from scorecard.robustness.testing import robustness

    return robustness(season, rubric, rubric.robustness, workers=workers)


def submission_of(scorecard: Scorecard, inputs: Path, rubric: Rubric) -> Submission:
    """Read again the evidence that a scorecard of a season was made of.

    Its marks are those of the scorecard. Raises ScorecardError (exit code 4) where the
    evidence is not below `inputs`.
    """
    code = scorecard.participant.code
    read = read_alone(inputs / scorecard.path, rubric)
    for submission in read.submissions:
        if submission.participant.code == code:
            return replace(
                submission,
                participant=scorecard.participant,
                marks=scorecard.marks,
            )
    absent = problem("submission-not-found", Location(scorecard.path))
    raise ScorecardError(ExitCode.INPUT, read.problems or (absent,))
