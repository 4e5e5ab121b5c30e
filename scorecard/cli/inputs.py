"""Inputs that are no season: what one participant sent, and a folder with nothing."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from scorecard.cli.typed import as_typed
from scorecard.errors import ExitCode, Location, Problem, ScorecardError, worst_first
from scorecard.evidence.alone import is_coded
from scorecard.evidence.bounded import work_bounded
from scorecard.evidence.forms import holds_form
from scorecard.evidence.sources import SEASON, is_hidden
from scorecard.evidence.workbook import WORKBOOK_ENDINGS, Workbook, open_workbook
from scorecard.model import Season
from scorecard.number import Language
from scorecard.rubric.nouns import Rubric
from scorecard.wording import say

# A participant sends a form, tickets and little else; a season sends many workbooks.
_MOST_OF_ONE = 4


def refuse_one_participant(inputs: Path, rubric: Rubric, language: Language) -> None:
    """Raise a usage error for what one participant sent: it is no season."""
    if inputs.is_file() and not _is_workbook(inputs):
        no_folder = say(
            "{path} bukan folder.", "{path} is no folder.", path=str(inputs)
        )
        raise click.UsageError(no_folder.in_(language))
    if not _is_one_participant(inputs, rubric):
        return
    message = say(
        "{path} adalah kiriman satu peserta; evaluate memerlukan folder yang memuat"
        " kiriman semua peserta. Untuk satu peserta: scorecard assess {path}",
        "{path} is one participant's own submission; evaluate wants the folder that"
        " holds all of them. For one participant: scorecard assess {path}",
        path=inputs.as_posix(),
    )
    raise click.UsageError(as_typed(message.in_(language)))


def refuse_empty(season: Season, inputs: Path) -> None:
    """Raise ScorecardError(INPUT) when nobody was expected and nothing was sent."""
    if season.scorecards:
        return
    empty = Problem(
        code="inputs-empty",
        severity="error",
        participant="",
        location=Location(inputs.as_posix()),
        seen="",
        message=say(
            "Tidak ada satu pun kiriman peserta yang dapat dinilai di folder ini.",
            "There is no submission in this folder that could be scored.",
        ),
        expected=say(
            "satu folder atau satu buku kerja .xlsx untuk setiap peserta",
            "one folder or one .xlsx workbook for each participant",
        ),
        repair=say(
            "Periksa nama foldernya, atau taruh kiriman peserta di dalamnya.",
            "Check the folder's name, or put the participants' submissions in it.",
        ),
    )
    raise ScorecardError(ExitCode.INPUT, worst_first((empty, *season.problems)))


def _is_one_participant(inputs: Path, rubric: Rubric) -> bool:
    if inputs.is_file():
        return True
    if (inputs / SEASON).exists():
        return False
    workbooks = _workbooks_in(inputs)
    # One of two may be damaged, but both are named after their senders.
    if sum(is_coded(path.name) for path in workbooks) > 1:
        return False
    if not 0 < len(workbooks) <= _MOST_OF_ONE:
        return False
    if any(_workbooks_in(path) for path in inputs.iterdir() if path.is_dir()):
        return False
    # Whatever stands in them is read in workers: a hostile one must not end the run.
    found = work_bounded(partial(_is_form, rubric=rubric), workbooks)
    return sum(each is True for each in found) == 1


def _workbooks_in(folder: Path) -> tuple[Path, ...]:
    return tuple(
        path
        for path in sorted(folder.iterdir())
        if _is_workbook(path) and not is_hidden(path.name)
    )


def _is_workbook(path: Path) -> bool:
    return path.name.casefold().endswith(WORKBOOK_ENDINGS)


def _is_form(path: Path, rubric: Rubric) -> bool:
    workbook = open_workbook(path, path.name)
    return isinstance(workbook, Workbook) and holds_form(workbook, rubric.form)
