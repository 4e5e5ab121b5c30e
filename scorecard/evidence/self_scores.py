"""Read what a form says of its own score: its sheet Skor, as a program last stored it.

These figures are shown beside the official ones and never scored: whoever writes others
into the sheet changes nothing but what stands beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from scorecard.evidence.answers import as_text
from scorecard.evidence.folding import folded
from scorecard.evidence.numbers import exact_number, read_number
from scorecard.evidence.table import Header, find_header
from scorecard.evidence.workbook import Sheet, Workbook
from scorecard.model import SelfScore
from scorecard.rubric.nouns import Criterion, Rubric

SHEET = ("Skor", "Score")
HEADINGS = {
    "node": ("Aspek dan indikator", "Criterion and indicator"),
    "low": ("Poin", "Points"),
    "high": ("Poin tertinggi", "Highest points"),
}
TOTAL = ("Nilai", "Total")
"""Titles on the sheet as the blank form has them; a test holds the two together."""

_LONGEST = 80
_FIGURE = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")


def read_self_scores(workbook: Workbook, rubric: Rubric) -> tuple[SelfScore, ...]:
    """Give the total, then each criterion that weighs, as far as they are stated.

    Formulas that no program has worked out, and words, state nothing.
    """
    for sheet in workbook.named(*SHEET):
        header = find_header(sheet, HEADINGS, ("node", "low"))
        if header is not None:
            total = _total(sheet, header)
            return (*total, *_criteria(sheet, header, rubric))
    return ()


def _total(sheet: Sheet, header: Header) -> tuple[SelfScore, ...]:
    """Find the line above the table: ``65,27 – 80,27 dari 100``, or a bare number."""
    column, names = header.columns["node"], {folded(name) for name in TOTAL}
    for row in range(1, header.row):
        if folded(as_text(sheet.value(row, column))) not in names:
            continue
        for beside in range(column + 1, len(sheet.rows[row - 1]) + 1):
            if sheet.value(row, beside) is not None:
                return _stated_total(sheet, row, beside)
    return ()


def _stated_total(sheet: Sheet, row: int, column: int) -> tuple[SelfScore, ...]:
    cell = sheet.cell(row, column)
    number = exact_number(cell.value)
    if number is not None:
        return (SelfScore("", number, number, as_text(cell.value), cell.location),)
    if not isinstance(cell.value, str) or len(cell.value) > _LONGEST:
        return ()
    read = (read_number(each) for each in _FIGURE.findall(cell.value))
    figures = [each for each in read if isinstance(each, Fraction)]
    ends = figures[:-1] or figures  # the last is the scale: "dari 100"
    if not 0 < len(ends) < 3:
        return ()
    return (SelfScore("", ends[0], ends[-1], cell.value, cell.location),)


def _criteria(sheet: Sheet, header: Header, rubric: Rubric) -> Iterator[SelfScore]:
    """Find each criterion's row by its title; rows come in the rubric's order."""
    row = header.row
    for node in rubric.nodes():
        if not isinstance(node, Criterion) or node.informative:
            continue
        titles = {folded(node.title.id), folded(node.title.en)}
        for number in range(row + 1, len(sheet.rows) + 1):
            title = as_text(sheet.value(number, header.columns["node"]))
            if folded(title) in titles:
                row = number
                yield from _criterion(sheet, header, number, node.id)
                break


def _criterion(
    sheet: Sheet, header: Header, row: int, criterion: str
) -> Iterator[SelfScore]:
    cell = sheet.cell(row, header.columns["low"])
    low = exact_number(cell.value)
    top = sheet.value(row, header.columns.get("high", header.columns["low"]))
    if low is None:
        return
    high = exact_number(top)
    shown = as_text(cell.value)
    if high is not None and high != low:
        shown += f" – {as_text(top)}"
    known = low if high is None else high
    yield SelfScore(criterion, low, known, shown, cell.location)
