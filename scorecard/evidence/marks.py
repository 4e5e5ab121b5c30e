"""Read the season's mark sheets in bounded workers, and hold them to the exports.

A mistake in a sheet stops the run, after all of them were collected: a mark is an act
of office and must not be lost in a list of warnings. A sheet that cannot be read at all
stops nobody, but as long as it is unread no mark counts: a mean of some of the marks
would look like one of all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from pathlib import Path

from scorecard.errors import ExitCode, Location, Problem, ScorecardError, worst_first
from scorecard.evidence.bounded import Lost, work_bounded
from scorecard.evidence.files import entry_of
from scorecard.evidence.folding import folded
from scorecard.evidence.given_up import given_up
from scorecard.evidence.limits import BOUNDS
from scorecard.evidence.mark_sheets import Asked, MarkFile, MarkSheet, read_mark_sheet
from scorecard.evidence.problems import problem
from scorecard.evidence.worker import How
from scorecard.model import InputFile, Mark
from scorecard.rubric.methods import Mark as MarkMeasure
from scorecard.rubric.nouns import Rubric

_LOST: Mapping[How, str] = {
    "crashed": "marks-crashed",
    "timed-out": "marks-timed-out",
    "out-of-memory": "marks-out-of-memory",
}


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks in the order of files and rows; notes do not stop the run.

    `unread` are the sheets that could not be read, `indicators` what assessors mark.
    """

    marks: tuple[Mark, ...] = ()
    notes: tuple[Problem, ...] = ()
    entries: tuple[InputFile, ...] = ()
    unread: tuple[Location, ...] = ()
    indicators: tuple[str, ...] = ()


def read_marks(folder: Path, name: str, rubric: Rubric, known: Set[str]) -> Marks:
    """Read all mark sheets of the season; `known` are the participants' codes.

    Raises ScorecardError (exit code 6) with every mistake of every sheet.
    """
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    paths = [path for path in paths if not path.name.startswith((".", "~$"))]
    asked = Asked(_maximums(rubric), known)
    if not paths or not asked.maximums:
        unused = (problem("marks-not-used", Location(name)),) if paths else ()
        return Marks(notes=unused)
    sheets = _read([MarkFile(path, f"{name}/{path.name}") for path in paths], asked)
    found = [each for sheet in sheets for each in sheet.found]
    marks = tuple(each for each in found if isinstance(each, Mark))
    mistakes = [each for each in found if isinstance(each, Problem)] + _twice(marks)
    unread = tuple(sheet.unread for sheet in sheets if sheet.unread)
    if mistakes:
        raise ScorecardError(ExitCode.PANEL, worst_first((*mistakes, *unread)))
    entries = tuple(sheet.entry for sheet in sheets if sheet.entry)
    places = tuple(each.location for each in unread)
    return Marks(marks, unread, entries, places, tuple(asked.maximums))


def marks_of(code: str, marks: Marks) -> tuple[Mark, ...]:
    """Give the marks on one participant; each unread sheet stands for one of each."""
    read = tuple(each for each in marks.marks if each.participant == code)
    return (*read, *_unread(code, marks))


def _unread(code: str, marks: Marks) -> Iterator[Mark]:
    for place in marks.unread:
        for indicator in marks.indicators:
            yield Mark(code, indicator, "", "", None, place, unread=True)


def _maximums(rubric: Rubric) -> Mapping[str, Fraction]:
    """List the indicators that assessors mark, with the highest mark of each."""
    return {
        indicator.id: indicator.measure.maximum
        for indicator in rubric.indicators()
        if isinstance(indicator.measure, MarkMeasure)
    }


def _read(files: list[MarkFile], asked: Asked) -> list[MarkSheet]:
    """Read each file in a worker, as submissions are read."""
    results = work_bounded(partial(read_mark_sheet, asked=asked), files, bounds=BOUNDS)
    return [
        _given_up(file, result) if isinstance(result, Lost) else result
        for file, result in zip(files, results, strict=True)
    ]


def _given_up(file: MarkFile, lost: Lost) -> MarkSheet:
    unread = given_up(_LOST[lost.how], Location(file.name), lost, BOUNDS)
    return MarkSheet(entry=entry_of(file.path, file.name), unread=unread)


def _twice(marks: tuple[Mark, ...]) -> list[Problem]:
    firsts: dict[tuple[str, str, str, str], Mark] = {}
    problems = []
    for mark in marks:
        key = (folded(mark.assessor), mark.participant, mark.indicator, mark.ticket)
        first = firsts.setdefault(key, mark)
        if first is not mark:
            figures = {"assessor": mark.assessor, "first": str(first.location)}
            problems.append(problem("mark-twice", mark.location, **figures))
    return problems
