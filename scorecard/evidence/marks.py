"""Read assessors' mark sheets: one workbook an assessor, one row a mark.

Any mistake in them stops the run, after all of them were collected: a mark is an act of
office and must not be lost in a list of warnings.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from scorecard.errors import ExitCode, Location, Problem, ScorecardError, worst_first
from scorecard.evidence.answers import as_text, shown
from scorecard.evidence.files import read_file
from scorecard.evidence.folding import folded, nearest
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.numbers import read_number
from scorecard.evidence.problems import did_you_mean, problem
from scorecard.evidence.regions import normalised_code
from scorecard.evidence.table import Header, find_header, is_blank
from scorecard.evidence.workbook import Sheet, parse_workbook
from scorecard.model import InputFile, Mark
from scorecard.rubric.methods import Mark as MarkMeasure
from scorecard.rubric.nouns import Rubric

SHEET = "Nilai"
ASSESSOR = "Penilai"
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "participant": ("Kode Peserta",),
    "indicator": ("Indikator",),
    "ticket": ("Tracking ID",),
    "value": ("Nilai",),
}


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks in the order of files and rows; notes are not mistakes."""

    marks: tuple[Mark, ...] = ()
    notes: tuple[Problem, ...] = ()
    entries: tuple[InputFile, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A mark sheet that is being read."""

    sheet: Sheet
    header: Header
    assessor: str
    maximums: Mapping[str, Fraction]
    known: Set[str]


def read_marks(folder: Path, name: str, rubric: Rubric, known: Set[str]) -> Marks:
    """Read all mark sheets of the season; `known` are the participants' codes.

    Raises ScorecardError (exit code 6) with every mistake of every sheet.
    """
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    paths = [path for path in paths if not path.name.startswith((".", "~$"))]
    maximums = _maximums(rubric)
    if not paths or not maximums:
        unused = (problem("marks-not-used", Location(name)),) if paths else ()
        return Marks(notes=unused)
    entries: list[InputFile] = []
    found: list[Mark | Problem] = []
    for path in paths:
        sheet = _open(path, f"{name}/{path.name}", entries)
        if isinstance(sheet, Problem):
            found.append(sheet)
        else:
            found += _read(sheet, maximums, known)
    marks = tuple(each for each in found if isinstance(each, Mark))
    problems = [each for each in found if isinstance(each, Problem)] + _twice(marks)
    if problems:
        raise ScorecardError(ExitCode.PANEL, worst_first(problems))
    return Marks(marks, (), tuple(entries))


def _maximums(rubric: Rubric) -> Mapping[str, Fraction]:
    """List the indicators that assessors mark, with the highest mark of each."""
    return {
        indicator.id: indicator.measure.maximum
        for indicator in rubric.indicators()
        if isinstance(indicator.measure, MarkMeasure)
    }


def _open(path: Path, name: str, entries: list[InputFile]) -> Sheet | Problem:
    file = read_file(path, name, LIMITS.workbook)
    if isinstance(file, Problem):
        return file
    entries.append(file.entry)
    workbook = parse_workbook(file)
    if isinstance(workbook, Problem):
        return workbook
    sheets = workbook.named(SHEET)
    if len(sheets) == 1:
        return sheets[0]
    found = ", ".join(sheet.name for sheet in workbook.sheets)
    return problem("marks-sheet-missing", Location(name), wanted=SHEET, found=found)


def _read(
    sheet: Sheet, maximums: Mapping[str, Fraction], known: Set[str]
) -> list[Mark | Problem]:
    assessor = as_text(sheet.value(1, 2))
    labelled = folded(as_text(sheet.value(1, 1))) == folded(ASSESSOR)
    if not assessor or not labelled:
        return [problem("marks-assessor-missing", sheet.at(1, 2))]
    header = find_header(sheet, HEADINGS, HEADINGS)
    if header is None or header.twice:
        headings = ", ".join(spellings[0] for spellings in HEADINGS.values())
        place = Location(sheet.file, sheet.name)
        return [problem("marks-header-missing", place, headings=headings)]
    reading = _Sheet(sheet, header, assessor, maximums, known)
    return [
        each
        for row in range(header.row + 1, len(sheet.rows) + 1)
        for each in _read_row(reading, row)
    ]


def _read_row(reading: _Sheet, row: int) -> list[Mark | Problem]:
    """Read a row; one without a mark waits for its assessor."""
    sheet, columns = reading.sheet, reading.header.columns
    asked = ("participant", "indicator", "value")
    if all(is_blank(sheet.value(row, columns[each])) for each in asked):
        return []
    code = normalised_code(as_text(sheet.value(row, columns["participant"])))
    indicator = as_text(sheet.value(row, columns["indicator"]))
    wrong: list[Mark | Problem] = []
    if code not in reading.known:
        place = sheet.at(row, columns["participant"])
        wrong.append(problem("mark-participant-unknown", place, seen=code))
    if indicator not in reading.maximums:
        place = sheet.at(row, columns["indicator"])
        return [*wrong, _unknown_indicator(indicator, place, reading)]
    value = _value(reading, row, reading.maximums[indicator])
    if isinstance(value, Problem):
        return [*wrong, value]
    ticket = as_text(sheet.value(row, columns["ticket"]))
    place = sheet.at(row, columns["value"])
    mark = Mark(code, indicator, ticket, reading.assessor, value, place)
    return wrong or [mark]


def _unknown_indicator(seen: str, place: Location, reading: _Sheet) -> Problem:
    return problem(
        "mark-indicator-unknown",
        place,
        seen=seen,
        hint=did_you_mean(nearest(seen, reading.maximums)),
        indicators=", ".join(reading.maximums),
    )


def _value(reading: _Sheet, row: int, maximum: Fraction) -> Fraction | Problem | None:
    cell = reading.sheet.cell(row, reading.header.columns["value"])
    if is_blank(cell.value):
        return None
    number = read_number(cell.value)
    if not isinstance(number, Fraction):
        code = "mark-not-a-number"
    elif not 0 <= number <= maximum:
        code = "mark-out-of-range"
    else:
        return number
    return problem(code, cell.location, seen=shown(cell), maximum=maximum)


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
