"""Join a form that arrives as one file a sheet: ``borang-Rekap.csv`` and its like.

Text tables hold one sheet each, and spreadsheet programs save a workbook as such by
adding the sheet's name to the file's. What a file is part of is told by that name, else
by the keys that it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from scorecard.evidence.cells import Sheet, Workbook
from scorecard.evidence.folding import folded
from scorecard.evidence.form_sheets import holds_form, holds_role
from scorecard.rubric.evidence import Form, SheetRole

_BEFORE = r"(^|[\s\-_–—.,()\[\]~])"
_AFTER = r"[)\]]?$"


@dataclass(frozen=True, slots=True)
class _Part:
    """A file with one sheet, which is this part of the form."""

    book: Workbook
    role: SheetRole
    sheet: Sheet


def with_joined_form(
    workbooks: tuple[Workbook, ...], form: Form
) -> tuple[Workbook, ...]:
    """Make one workbook of the files of a form; its file is that of the identity.

    Nothing is joined to a form with several sheets in one file, nor where the identity
    came twice: that is for the sender to settle.
    """
    if any(len(book.sheets) > 1 and holds_form(book, form) for book in workbooks):
        return workbooks
    parts = tuple(_parts(workbooks, form))
    first = [part.book.file for part in parts if part.role == "identity"]
    files = {part.book.file for part in parts}
    whole = any(book.file not in files for book in workbooks if holds_form(book, form))
    if whole or len(first) != 1 or len(parts) == 1:
        return workbooks
    ordered = sorted(parts, key=lambda part: list(form.sheets).index(part.role))
    sheets = tuple(part.sheet for part in ordered)
    notes = tuple(note for part in ordered for note in part.book.notes)
    rest = (book for book in workbooks if book.file not in files)
    return (Workbook(first[0], sheets, notes), *rest)


def files_of(workbook: Workbook) -> frozenset[str]:
    """Name the files that a workbook's sheets stand in."""
    return frozenset((workbook.file, *(sheet.file for sheet in workbook.sheets)))


def _parts(workbooks: tuple[Workbook, ...], form: Form) -> Iterator[_Part]:
    for book in workbooks:
        if len(book.sheets) == 1:
            named = _by_name(book, form)
            part = named or _by_keys(book, form)
            if part is not None:
                yield part


def _by_name(book: Workbook, form: Form) -> _Part | None:
    (sheet,) = book.sheets
    for role, declared in form.sheets.items():
        for name in (declared.name, *declared.aliases):
            ending = _BEFORE + re.escape(folded(name)) + _AFTER
            if re.search(ending, folded(sheet.name)):
                return _Part(book, role, replace(sheet, name=declared.name))
    return None


def _by_keys(book: Workbook, form: Form) -> _Part | None:
    roles = (role for role in form.sheets if holds_role(book, form, role))
    role = next(roles, None)
    return _Part(book, role, book.sheets[0]) if role else None
