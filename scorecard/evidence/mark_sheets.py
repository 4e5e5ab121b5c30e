"""Read one mark sheet: a workbook of one assessor, one row a mark."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from scorecard.errors import Location, Problem
from scorecard.evidence.answers import as_text, shown
from scorecard.evidence.files import read_file
from scorecard.evidence.folding import folded, nearest
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.numbers import read_number
from scorecard.evidence.problems import did_you_mean, problem
from scorecard.evidence.regions import normalised_code
from scorecard.evidence.table import Header, find_header, is_blank
from scorecard.evidence.workbook import Sheet, Workbook, parse_workbook
from scorecard.model import InputFile, Mark

SHEET = "Nilai"
ASSESSOR = "Penilai"
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "participant": ("Kode Peserta",),
    "indicator": ("Indikator",),
    "ticket": ("Tracking ID",),
    "value": ("Nilai",),
}


@dataclass(frozen=True, slots=True)
class MarkFile:
    """A mark sheet on disk, and its name relative to the inputs folder."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class MarkSheet:
    """What came of one file; `unread` says why nothing could be taken from it."""

    found: tuple[Mark | Problem, ...] = ()
    entry: InputFile | None = None
    unread: Problem | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """The indicators that assessors mark with their maximums; the known codes."""

    maximums: Mapping[str, Fraction]
    known: Set[str]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A mark sheet that is being read."""

    sheet: Sheet
    header: Header
    assessor: str
    maximums: Mapping[str, Fraction]
    known: Set[str]


def read_mark_sheet(file: MarkFile, asked: Asked) -> MarkSheet:
    """Read all marks of a file, and every mistake in it."""
    content = read_file(file.path, file.name, LIMITS.workbook)
    if isinstance(content, Problem):
        return MarkSheet(unread=content)
    workbook = parse_workbook(content)
    if isinstance(workbook, Problem):
        return MarkSheet(entry=content.entry, unread=workbook)
    sheet = _sheet(workbook)
    found = [sheet] if isinstance(sheet, Problem) else _read(sheet, asked)
    return MarkSheet(tuple(found), content.entry)


def _sheet(workbook: Workbook) -> Sheet | Problem:
    sheets = workbook.named(SHEET)
    if len(sheets) == 1:
        return sheets[0]
    found = ", ".join(sheet.name for sheet in workbook.sheets)
    place = Location(workbook.file)
    return problem("marks-sheet-missing", place, wanted=SHEET, found=found)


def _read(sheet: Sheet, asked: Asked) -> list[Mark | Problem]:
    assessor = as_text(sheet.value(1, 2))
    labelled = folded(as_text(sheet.value(1, 1))) == folded(ASSESSOR)
    if not assessor or not labelled:
        return [problem("marks-assessor-missing", sheet.at(1, 2))]
    header = find_header(sheet, HEADINGS, HEADINGS)
    if header is None or header.twice:
        headings = ", ".join(spellings[0] for spellings in HEADINGS.values())
        place = Location(sheet.file, sheet.name)
        return [problem("marks-header-missing", place, headings=headings)]
    reading = _Sheet(sheet, header, assessor, asked.maximums, asked.known)
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
