"""Compare a returned form with the fingerprint of the blank form it was made from.

Scores never come from the form's own weights and formulas, so whatever was changed is
reported and the rubric's own is used. A form without fingerprint is hand-made or older
and is not compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from scorecard.errors import Location, Problem
from scorecard.evidence.answers import as_text
from scorecard.evidence.cells import Sheet, Workbook, position
from scorecard.evidence.fingerprint import (
    SHEET,
    Fingerprint,
    content_digest,
    label_digest,
    read_fingerprint,
    rubric_digest,
)
from scorecard.evidence.folding import folded
from scorecard.evidence.problems import problem
from scorecard.evidence.table import find_header
from scorecard.rubric.nouns import Rubric

_WITH_FORMULAS = (".xlsx", ".xlsm")
_MOST_SHOWN = 40
_DIGITS_SHOWN = 12


def check_form(workbook: Workbook, rubric: Rubric) -> Iterator[Problem]:
    """Report another rubric's form, and labels and locked cells that were changed."""
    sheets = workbook.named(SHEET)
    if not sheets:
        return
    fingerprint = read_fingerprint(sheets[0].rows)
    if fingerprint is None:
        place = Location(workbook.file, SHEET)
        yield problem("form-fingerprint-unreadable", place)
        return
    other = _made_for_another(fingerprint, workbook, rubric)
    if other is not None:
        yield other
        if other.code != "form-of-another-text":
            # Another form has other labels and formulas: one Problem says it all.
            return
    for found in (
        _labels(fingerprint, workbook, rubric),
        _missing_sheets(fingerprint, workbook),
        _locked(fingerprint, workbook),
    ):
        yield from islice(found, _MOST_SHOWN)


def _made_for_another(
    fingerprint: Fingerprint, workbook: Workbook, rubric: Rubric
) -> Problem | None:
    place = Location(workbook.file)
    if fingerprint.rubric != rubric.id:
        theirs, ours = fingerprint.rubric, rubric.id
        return problem("form-of-another-rubric", place, theirs=theirs, ours=ours)
    if fingerprint.edition != rubric.edition:
        theirs, ours = fingerprint.edition, rubric.edition
        return problem("form-of-another-edition", place, theirs=theirs, ours=ours)
    if fingerprint.meaning != (digest := rubric_digest(rubric)):
        theirs, ours = fingerprint.meaning[:_DIGITS_SHOWN], digest[:_DIGITS_SHOWN]
        return problem("form-of-another-text", place, theirs=theirs, ours=ours)
    return None


def _labels(
    fingerprint: Fingerprint, workbook: Workbook, rubric: Rubric
) -> Iterator[Problem]:
    """Compare the words beside each key, wherever its row was moved to."""
    for name in dict.fromkeys(sheet for sheet, _ in fingerprint.labels):
        for sheet in workbook.named(name):
            for key, row, column in _keys(sheet, rubric):
                expected = fingerprint.labels.get((name, key))
                words = as_text(sheet.value(row, column))
                if expected is not None and label_digest(words) != expected:
                    place = sheet.at(row, column)
                    yield problem("form-label-changed", place, seen=words, key=key)


def _keys(sheet: Sheet, rubric: Rubric) -> Iterator[tuple[str, int, int]]:
    """Give each row's key, its number, and the column of labels."""
    headers = rubric.form.headers
    names = {"key": headers.key, "label": headers.label}
    header = find_header(sheet, names, names)
    if header is None:
        return
    for row in range(header.row + 1, len(sheet.rows) + 1):
        if key := as_text(sheet.value(row, header.columns["key"])):
            yield key, row, header.columns["label"]


def _missing_sheets(fingerprint: Fingerprint, workbook: Workbook) -> Iterator[Problem]:
    present = {folded(sheet.name) for sheet in workbook.sheets}
    cells = (*fingerprint.constants, *fingerprint.formulas)
    for name in dict.fromkeys(name for name, _ in cells):
        if folded(name) not in present:
            place = Location(workbook.file)
            yield problem("form-locked-sheet-missing", place, wanted=name)


def _locked(fingerprint: Fingerprint, workbook: Workbook) -> Iterator[Problem]:
    sheets = {folded(sheet.name): sheet for sheet in workbook.sheets}
    wanted = {**fingerprint.constants, **fingerprint.formulas}
    for (name, cell), digest in wanted.items():
        sheet = sheets.get(folded(name))
        formula = (name, cell) in fingerprint.formulas
        if sheet is not None and _is_changed(sheet, cell, digest, formula=formula):
            place = Location(sheet.file, sheet.name, cell)
            yield problem("form-locked-cell-changed", place)


def _is_changed(sheet: Sheet, cell: str, digest: str, *, formula: bool) -> bool:
    """Compare a cell's formula or constant; what the file does not show is not told."""
    at = position(cell)
    if at is None or (formula and not _shows_formulas(sheet)):
        return False
    written = sheet.formulas.get(at)
    if written is None:
        return content_digest(as_text(sheet.value(*at))) != digest
    # A program may keep one formula for many cells; its text then stands in the first.
    return bool(written) and content_digest(f"={written.removeprefix('=')}") != digest


def _shows_formulas(sheet: Sheet) -> bool:
    return sheet.file.casefold().endswith(_WITH_FORMULAS)
