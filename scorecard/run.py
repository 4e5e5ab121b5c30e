"""The whole run, steps 2 to 6: inputs and a rubric become a Season.

`read_alone` reads one submission without its season, for who assesses itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from scorecard import __version__
from scorecard.awards import awards
from scorecard.errors import (
    ExitCode,
    Location,
    Problem,
    ScorecardError,
    worst_first,
)
from scorecard.evidence.participants import read_participants
from scorecard.evidence.reading import SourceRead, read_source
from scorecard.evidence.regions import registry
from scorecard.evidence.sources import SEASON, find_sources
from scorecard.evidence.submission import Reading, read_season
from scorecard.model import RubricUsed, Scorecard, Season, Submission
from scorecard.ranking import rankings
from scorecard.rubric.load import LoadedRubric
from scorecard.rubric.nouns import Rubric
from scorecard.scoring import assess
from scorecard.wording import Text

Progress = Callable[[int, int], None]


def evaluate(
    inputs: Path,
    loaded: LoadedRubric,
    as_of: date,
    *,
    workers: int = 1,
    progress: Progress | None = None,
) -> Season:
    """Read every submission below `inputs`, score and rank it.

    Raises ScorecardError where the season itself cannot be read; the mistakes of one
    participant become Problems of the Season.
    """
    reading = read_season(inputs, loaded.rubric, workers=workers, progress=progress)
    return season(reading, loaded, as_of)


def season(reading: Reading, loaded: LoadedRubric, as_of: date) -> Season:
    """Score, rank and award what was read."""
    rubric = loaded.rubric
    scorecards = tuple(assess(each, rubric) for each in reading.submissions)
    return Season(
        format="scorecard-results/1",
        tool=__version__,
        as_of=as_of,
        rubric=RubricUsed(
            rubric.id, rubric.edition, rubric.title.text, loaded.sha256, loaded.text
        ),
        scorecards=scorecards,
        rankings=rankings(scorecards, rubric),
        awards=awards(scorecards, rubric),
        problems=worst_first((*loaded.warnings, *reading.problems)),
        inputs=reading.inputs,
    )


def read_alone(path: Path, rubric: Rubric) -> SourceRead:
    """Read the folder or workbook of one government; nobody else's is opened.

    A list of participants beside it (``_season/participants.csv``) is used if there is
    one. Raises ScorecardError (exit code 4) for what can be no submission.
    """
    path = path.resolve()
    found = find_sources(path.parent)
    # A whole season's folder is nobody's, even where a workbook lies in it.
    sources = () if (path / SEASON).exists() else found.sources
    for source in sources:
        if path in (source.folder.path, *source.workbooks):
            name = f"{SEASON}/participants.csv"
            listed = read_participants(path.parent / name, name, rubric)
            return read_source(source, rubric, registry(listed.participants))
    mine = tuple(each for each in found.problems if each.location.file == path.name)
    raise ScorecardError(ExitCode.INPUT, mine or (_no_submission(path.name),))


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
    raise ScorecardError(
        ExitCode.INPUT, read.problems or (_no_submission(scorecard.path),)
    )


def _no_submission(name: str) -> Problem:
    return Problem(
        code="submission-not-found",
        severity="error",
        participant="",
        location=Location(name),
        seen="",
        message=Text(
            "Di sini tidak ada berkas yang dapat dinilai.",
            "There is no submission here that can be assessed.",
        ),
        expected=Text(
            "folder satu instansi yang berisi borang, atau buku kerja .xlsx-nya",
            "the folder of one institution that holds its form, or its .xlsx workbook",
        ),
        repair=Text(
            "Sebutkan folder instansi itu sendiri, misalnya"
            " inputs/21-kepulauan-riau, bukan folder di atasnya.",
            "Name the institution's own folder, such as inputs/21-kepulauan-riau, not"
            " the folder above it.",
        ),
    )
