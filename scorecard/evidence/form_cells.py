"""Cells of the form as they should be: old results of formulas worked out again."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from scorecard.errors import Problem
from scorecard.evidence.answers import shown
from scorecard.evidence.cells import position
from scorecard.evidence.formulas import worked_out
from scorecard.evidence.numbers import exact_number
from scorecard.evidence.problems import problem
from scorecard.evidence.workbook import Cell, CellError, Sheet, Workbook
from scorecard.rubric.evidence import FormField

# Stored results carry 15 digits; what differs by less is the same number.
_SAME = Fraction(1, 10**9)


def current_cell(
    workbook: Workbook, sheet: Sheet, cell: Cell, field: FormField
) -> tuple[Cell, Problem | None]:
    """Give the cell with its formula's true result, and say where that is not stored.

    A formula that is not simple, and an error cell, stay as they are.
    """
    place = position(cell.location.cell)
    if place is None or place not in sheet.formulas:
        return cell, None
    stored = exact_number(cell.value)
    lost = isinstance(cell.value, CellError) and not cell.value.code
    if stored is None and not lost:
        return cell, None
    true = worked_out(workbook, sheet, place)
    if true is None or (stored is not None and _alike(stored, true)):
        return cell, None
    code = "formula-worked-out" if lost else "formula-outdated"
    return _worked_out(cell, true, (code, sheet.formulas[place], field))


def _worked_out(
    cell: Cell, true: Fraction, of: tuple[str, str, FormField]
) -> tuple[Cell, Problem]:
    code, formula, field = of
    number = int(true) if true.denominator == 1 else float(true)
    current = replace(cell, value=number)
    found = problem(
        code,
        cell.location,
        seen=shown(cell),
        title=field.title.text,
        formula="=" + formula.removeprefix("="),
        computed=shown(current),
    )
    return current, found


def merged_answer(
    sheet: Sheet, place: tuple[int, int], field: FormField
) -> Problem | None:
    """Say that a blank answer is merged into another cell that is filled."""
    row, column = place
    for top, left, bottom, right in sheet.merged:
        covered = top <= row <= bottom and left <= column <= right
        if covered and (top, left) != place and sheet.value(top, left) is not None:
            first = sheet.cell(top, left)
            return problem(
                "answer-merged",
                sheet.at(row, column),
                seen=shown(first),
                title=field.title.text,
                first=first.location.cell,
            )
    return None


def _alike(stored: Fraction, true: Fraction) -> bool:
    return abs(stored - true) <= _SAME * max(Fraction(1), abs(true))
