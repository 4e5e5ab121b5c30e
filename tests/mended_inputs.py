"""Make a repair in real files: in the form's cells, the tickets' rows, the folder."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from scorecard.advice.changes import Attach, Change, Fill, Judge, Move
from scorecard.advice.repairs import Repair
from scorecard.evidence.folding import folded
from scorecard.model import Submission
from scorecard.rubric.nouns import Rubric
from tests.pdfs import pdf_of

PDF = pdf_of(["CONTOH SINTETIS"])


def mend(inputs: Path, repair: Repair, submission: Submission, rubric: Rubric) -> None:
    """Edit a copy of the inputs as somebody would who follows the advice."""
    for change in repair.changes:
        _mend(inputs, change, submission, rubric)


def _mend(inputs: Path, change: Change, submission: Submission, rubric: Rubric) -> None:
    match change:
        case Fill():
            _write(inputs / change.location.file, change.key, _cell(change.value))
        case Attach():
            target = _folder(inputs, submission) / change.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(PDF)
            _write(inputs / change.location.file, change.key, change.path)
        case Move(within="tickets"):
            _restatus(inputs, change, rubric)
        case Move():
            for delta in change.deltas:
                _add(inputs / change.location.file, delta.figure, delta.number)
        case Judge():
            _judge(inputs, change, submission)
        case _:
            raise AssertionError(f"no such change in the sample season: {change}")


def _folder(inputs: Path, submission: Submission) -> Path:
    path = inputs / submission.path
    return path if path.is_dir() else path.with_name(f"{path.stem}-bukti")


def _cell(value: Fraction | bool | str | date) -> Any:
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    return value


def _write(form: Path, key: str, value: Any) -> None:
    book = load_workbook(form)
    _answer(book, key).value = value
    book.save(form)


def _add(form: Path, key: str, number: int) -> None:
    book = load_workbook(form)
    cell = _answer(book, key)
    if cell.value is not None:
        cell.value += number
        book.save(form)


def _answer(book: Any, key: str) -> Any:
    """Find the cell to be filled in, right of the key in the form's third column."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows(max_col=1):
            if row[0].value == key:
                return sheet.cell(row[0].row, 3)
    raise AssertionError(f"the form has no row {key}")


def _restatus(inputs: Path, move: Move, rubric: Rubric) -> None:
    assert rubric.tickets is not None
    labels = {
        folded(label): status.id
        for status in rubric.tickets.statuses
        for label in status.labels
    }
    target = next(s.labels[0] for s in rubric.tickets.statuses if s.id == move.target)
    path = inputs / move.location.file
    book = load_workbook(path)
    sheet = book[move.location.sheet]
    column, first, _, last = range_boundaries(move.location.cell)
    left = move.number
    for row in range(first, last + 1):
        cell = sheet.cell(row, column)
        if left and labels.get(folded(str(cell.value))) in move.statuses:
            cell.value, left = target, left - 1
    assert left == 0
    book.save(path)


def _judge(inputs: Path, judge: Judge, submission: Submission) -> None:
    """Raise the participant's marks on the assessors' sheets; add samples lacking."""
    mine = [each for each in submission.marks if each.indicator == judge.indicator]
    for file in sorted({each.location.file for each in mine}):
        book = load_workbook(inputs / file)
        for mark in mine:
            low = mark.value is None or mark.value < judge.level
            if mark.location.file == file and low:
                cell = book[mark.location.sheet][mark.location.cell]
                cell.value = _cell(judge.level)
        book.save(inputs / file)
    lacking = judge.least - len({each.ticket for each in mine})
    book = load_workbook(first := inputs / "_season/marks/penilai-1.xlsx")
    for number in range(lacking):
        row = (submission.participant.code, "", judge.indicator, f"T-{number}")
        book.active.append((*row, _cell(judge.level)))
    book.save(first)
