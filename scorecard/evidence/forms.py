"""Read the form: every answer by its key, each with its cell and what was wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.errors import Location, Problem
from scorecard.evidence.answers import Habits, as_text, read_answer, shown
from scorecard.evidence.dates import order_of
from scorecard.evidence.folding import folded, nearest
from scorecard.evidence.form_cells import current_cell, merged_answer
from scorecard.evidence.form_sheets import (
    FormSheet,
    fields_of,
    find_form_sheets,
    holds_form,
)
from scorecard.evidence.numbers import mark_of
from scorecard.evidence.problems import did_you_mean, problem
from scorecard.evidence.table import is_blank
from scorecard.evidence.workbook import Cell, Workbook
from scorecard.model import Evidence
from scorecard.rubric.evidence import FormField, Vocabulary
from scorecard.rubric.nouns import Rubric

__all__ = ["FormRead", "fields_of", "holds_form", "read_form"]


@dataclass(frozen=True, slots=True)
class FormRead:
    """The answers by key, and all that was wrong."""

    answers: Mapping[str, Evidence]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A sheet that is being read, and the rubric's words for what stands in it."""

    workbook: Workbook
    found: FormSheet
    vocabulary: Vocabulary
    blanks: frozenset[str]


def read_form(workbook: Workbook, rubric: Rubric) -> FormRead:
    """Read every sheet of the form; a blank answer has no Evidence.

    Keys are ``masuk`` for identity, recap and answers, ``sk_tim.nomor`` for documents.
    """
    answers: dict[str, Evidence] = {}
    problems: list[Problem] = []
    blanks = frozenset(map(folded, rubric.vocabulary.blank))
    fields = fields_of(rubric.form)
    for role, found in find_form_sheets(workbook, rubric.form).items():
        if isinstance(found, Problem):
            problems.append(found)
            continue
        reading = _Reading(workbook, found, rubric.vocabulary, blanks)
        read = _read_sheet(reading, fields[role])
        answers.update(read.answers)
        problems += (*found.notes, *read.problems)
    return FormRead(answers, tuple(problems))


def _read_sheet(reading: _Reading, fields: Mapping[str, FormField]) -> FormRead:
    sheet = reading.found.sheet
    rows, problems = _rows_by_key(reading, tuple(fields))
    filled = {key: _filled_cells(reading, rows.get(key, ())) for key in fields}
    habits = _habits(fields, filled)
    places = {key: (of[0], reading.found.answer) for key, of in rows.items()}
    answers: dict[str, Evidence] = {}
    for key, field in fields.items():
        if key not in rows:
            place, title = Location(sheet.file, sheet.name), field.title.text
            problems.append(problem("key-missing", place, key=key, title=title))
            continue
        evidence, found = _read_field(reading, (key, field), filled[key], habits)
        if evidence is None and (merged := merged_answer(sheet, places[key], field)):
            found = [merged]
            evidence = Evidence(None, "", merged.location, merged.message)
        answers |= {key: evidence} if evidence else {}
        problems += found
        if evidence and not found and len(rows[key]) > 1:
            problems.append(problem("key-repeated", evidence.location, key=key))
    return FormRead(answers, tuple(problems))


def _rows_by_key(
    reading: _Reading, keys: tuple[str, ...]
) -> tuple[dict[str, list[int]], list[Problem]]:
    found, sheet = reading.found, reading.found.sheet
    rows: dict[str, list[int]] = {}
    problems = []
    by_fold = {folded(key): key for key in keys}
    for row in range(found.row + 1, len(sheet.rows) + 1):
        written = as_text(sheet.value(row, found.key))
        key = by_fold.get(folded(written))
        if key is not None:
            rows.setdefault(key, []).append(row)
        elif written:
            hint = did_you_mean(nearest(written, keys))
            place = sheet.at(row, found.key)
            problems.append(problem("key-unknown", place, seen=written, hint=hint))
        elif not is_blank(sheet.value(row, found.answer)):
            cell = sheet.cell(row, found.answer)
            problems.append(problem("row-without-key", cell.location, seen=shown(cell)))
    return rows, problems


def _filled_cells(reading: _Reading, rows: list[int] | tuple[()]) -> tuple[Cell, ...]:
    """Give the cells that hold an answer; a dash and the like are none."""
    cells = (reading.found.sheet.cell(row, reading.found.answer) for row in rows)
    return tuple(
        cell
        for cell in cells
        if not is_blank(cell.value)
        and not (isinstance(cell.value, str) and folded(cell.value) in reading.blanks)
    )


def _habits(
    fields: Mapping[str, FormField], filled: Mapping[str, tuple[Cell, ...]]
) -> Habits:
    """See how numbers and dates are written on this sheet."""
    texts: dict[str, list[str]] = {}
    for key, field in fields.items():
        values = [cell.value for cell in filled[key]]
        texts.setdefault(field.kind, []).extend(
            value for value in values if isinstance(value, str)
        )
    numbers = (
        each for kind in ("number", "level", "percent") for each in texts.get(kind, ())
    )
    mark = mark_of(numbers, texts.get("whole", ()))
    return Habits(mark, order_of(texts.get("date", ())))


def _read_field(
    reading: _Reading,
    asked: tuple[str, FormField],
    filled: tuple[Cell, ...],
    habits: Habits,
) -> tuple[Evidence | None, list[Problem]]:
    key, field = asked
    found: list[Problem] = []
    read: list[Evidence] = []
    for written in filled:
        cell, stale = current_cell(
            reading.workbook, reading.found.sheet, written, field
        )
        evidence, wrong = read_answer(field, cell, reading.vocabulary, habits)
        read.append(evidence)
        found += [each for each in (stale, wrong) if each]
    if len(read) < 2:
        return read[0] if read else None, found
    alike = not found and len({each.value for each in read}) == 1
    code, place = "key-twice-alike" if alike else "key-twice", filled[0].location
    places = ", ".join(cell.location.cell for cell in filled)
    twice = problem(code, place, key=key, cells=places)
    unread = Evidence(None, "", place, twice.message)
    return (read[0] if alike else unread), [twice]
