"""Read one participant's folder or workbook by itself, without a season around it."""

from __future__ import annotations

import re
from pathlib import Path

from scorecard.errors import ExitCode, Location, ScorecardError, worst_first
from scorecard.evidence.batch import Reader, read_sources
from scorecard.evidence.identity import folder_participant
from scorecard.evidence.participants import read_participants
from scorecard.evidence.problems import problem
from scorecard.evidence.regions import registry
from scorecard.evidence.sources import SEASON, composed, find_sources
from scorecard.evidence.submission import PARTICIPANTS, Reading
from scorecard.evidence.workbook import OTHER_ENDINGS, WORKBOOK_ENDINGS
from scorecard.model import Submission
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text

_WORKBOOKS = WORKBOOK_ENDINGS + OTHER_ENDINGS
_TABLES = (".csv", ".tsv")
_MOST_WORKBOOKS = 4
_CODED = re.compile(r"\d{2}(\.\d{2})?([-_ ]|$)")


def is_alone(path: Path) -> bool:
    """Tell whether the path is one participant's: a workbook, or a folder of its own.

    A folder is a season's if it holds `_season`, or anything that is named by a code
    as ``21-kepulauan-riau``; it is a participant's if it is itself so named, or holds
    a few workbooks under other names: its form, its export, a log. A text table is one
    sheet of a form at most, so their number tells nothing.
    """
    if not path.is_dir():
        return True
    if (path / SEASON).exists():
        return False
    if is_coded(path.resolve().name):
        return True
    names = [each.name for each in path.iterdir() if not each.name.startswith(".")]
    if any(is_coded(name) for name in names):
        return False
    workbooks = [name for name in names if name.casefold().endswith(_WORKBOOKS)]
    whole = [name for name in workbooks if not name.casefold().endswith(_TABLES)]
    return bool(workbooks) and len(whole) <= _MOST_WORKBOOKS


def is_coded(name: str) -> bool:
    """Tell whether a file or folder is named after a participant's code."""
    return _CODED.match(name) is not None


def read_alone(path: Path, rubric: Rubric) -> Reading:
    """Read one participant as `read_season` would; nobody else's files are opened.

    A list of participants beside it (``_season/participants.csv``) is used if there is
    one. Raises ScorecardError (exit code 4) for what can be no submission; a whole
    season's folder is nobody's, even where a workbook lies in it.
    """
    whole = path.resolve()
    name = composed(whole.name)
    found = find_sources(whole.parent)
    sources = () if (whole / SEASON).exists() else found.sources
    for source in sources:
        if source.name == name:
            listed = read_participants(
                whole.parent / PARTICIPANTS, PARTICIPANTS, rubric
            )
            known = registry(listed.participants)
            (read,) = read_sources((source,), Reader(rubric, known))
            return Reading(
                submissions=read.submissions or _refused(name),
                problems=worst_first(read.problems),
                inputs=read.entries,
                signals=read.signals,
            )
    problems = tuple(each for each in found.problems if each.location.file == name)
    unusable = problems or (problem("submission-not-found", Location(name)),)
    raise ScorecardError(ExitCode.INPUT, unusable)


def _refused(name: str) -> tuple[Submission, ...]:
    """Name who sent what could not be used, if the folder's name says it."""
    guess = folder_participant(name, registry())
    reason = Text(
        "Yang dikirim tidak dapat dipakai; lihat daftar masalah.",
        "What was sent cannot be used; see the list of problems.",
    )
    return (Submission(guess, name, refused=reason),) if guess else ()
