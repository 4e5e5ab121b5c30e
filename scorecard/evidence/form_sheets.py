"""The sheets of the form: found by name, else by the keys they hold.

Names are changed and header rows deleted by people who tidy up; the keys say what a
sheet is. Whatever had to be found that way is said in a Problem.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from scorecard.errors import Location, Problem
from scorecard.evidence.cells import FORM_COLUMNS, FORM_ROWS
from scorecard.evidence.folding import folded
from scorecard.evidence.problems import problem
from scorecard.evidence.table import find_header, is_blank
from scorecard.evidence.workbook import Sheet, Value, Workbook
from scorecard.rubric.evidence import Form, FormDocument, FormField, SheetRole
from scorecard.rubric.once import once
from scorecard.rubric.scalars import Words


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet of the form, its columns of keys and of answers; rows start below `row`.

    `notes` tell how it was found, if not by its name and headings.
    """

    sheet: Sheet
    row: int
    key: int
    answer: int
    notes: tuple[Problem, ...] = ()


def find_form_sheets(
    workbook: Workbook, form: Form
) -> dict[SheetRole, FormSheet | Problem]:
    """Find the sheet of each part of the form that has fields."""
    fields = fields_of(form)
    return {role: _form_sheet(workbook, form, role, fields[role]) for role in fields}


def holds_form(workbook: Workbook, form: Form) -> bool:
    """The workbook has the form's identity sheet, by name or by its keys."""
    sheet = form.sheets["identity"]
    if workbook.named(sheet.name, *sheet.aliases):
        return True
    return bool(_by_contents(workbook, form, fields_of(form)["identity"]))


def holds_role(workbook: Workbook, form: Form, role: SheetRole) -> bool:
    """The workbook has a sheet with most keys of this part of the form."""
    fields = fields_of(form).get(role, {})
    return bool(fields) and bool(_by_contents(workbook, form, fields))


@once
def fields_of(form: Form) -> dict[SheetRole, dict[str, FormField]]:
    """List the fields that the form asks for, by sheet and key."""
    documents = {
        f"{document.id}.{field.id}": _titled(document, field)
        for document in form.documents
        for field in document.fields
    }
    every: dict[SheetRole, dict[str, FormField]] = {
        "identity": {field.id: field for field in form.identity},
        "recap": {field.id: field for field in form.recap},
        "documents": documents,
        "answers": {field.id: field for field in form.answers},
    }
    return {role: fields for role, fields in every.items() if fields}


def _titled(document: FormDocument, field: FormField) -> FormField:
    """Put the document's title before the field's: many have a "date"."""
    of, own = document.title, field.title
    title = Words(id=f"{of.id}: {own.id}", en=f"{of.en}: {own.en}")
    return field.model_copy(update={"title": title})


def _form_sheet(
    workbook: Workbook, form: Form, role: SheetRole, fields: Mapping[str, FormField]
) -> FormSheet | Problem:
    wanted = form.sheets[role]
    named = workbook.named(wanted.name, *wanted.aliases)
    sheets = named or _by_contents(workbook, form, fields)
    if len(sheets) != 1:
        code = "sheet-twice" if sheets else "sheet-missing"
        found = ", ".join(each.name for each in sheets or workbook.sheets)
        return problem(code, Location(workbook.file), wanted=wanted.name, found=found)
    columns = _columns_of(sheets[0], form, fields)
    if isinstance(columns, Problem):
        return columns
    if named:
        return replace(
            columns, notes=(*columns.notes, *_copies(columns, workbook, form, fields))
        )
    place = Location(sheets[0].file, sheets[0].name)
    note = problem("sheet-found-by-keys", place, wanted=wanted.name)
    return replace(columns, notes=(note, *columns.notes))


def _copies(
    read: FormSheet, workbook: Workbook, form: Form, fields: Mapping[str, FormField]
) -> Iterator[Problem]:
    """Report sheets of other names that answer the same keys in another way."""
    answers = _answers(read, fields)
    for sheet in _by_contents(workbook, form, fields):
        copy = _columns_of(sheet, form, fields)
        if isinstance(copy, FormSheet) and _answers(copy, fields) - answers:
            place = Location(sheet.file, sheet.name)
            yield problem("sheet-not-used", place, wanted=read.sheet.name)


def _answers(read: FormSheet, keys: Collection[str]) -> set[tuple[str, Value]]:
    """Give the keys that are answered, each with what is written."""
    wanted = {folded(key) for key in keys}
    rows = range(read.row + 1, min(len(read.sheet.rows), FORM_ROWS) + 1)
    pairs = (
        (read.sheet.value(row, read.key), read.sheet.value(row, read.answer))
        for row in rows
    )
    return {
        (folded(key), value)
        for key, value in pairs
        if isinstance(key, str) and folded(key) in wanted and not is_blank(value)
    }


def _by_contents(
    workbook: Workbook, form: Form, fields: Mapping[str, FormField]
) -> tuple[Sheet, ...]:
    """Find the sheets that bear no other name of the form and hold most of the keys."""
    names = {
        folded(name)
        for sheet in form.sheets.values()
        for name in (sheet.name, *sheet.aliases)
    }
    return tuple(
        sheet
        for sheet in workbook.sheets
        if folded(sheet.name) not in names
        and 2 * _keys_in(sheet, fields)[1] > len(fields)
        and isinstance(_columns_of(sheet, form, fields), FormSheet)
    )


def _columns_of(
    sheet: Sheet, form: Form, fields: Mapping[str, FormField]
) -> FormSheet | Problem:
    names = {"key": form.headers.key, "answer": form.headers.answer}
    header = find_header(sheet, names, names)
    place = Location(sheet.file, sheet.name)
    if header is None:
        headings = ", ".join(each[0] for each in names.values())
        lost = problem("header-missing", place, headings=headings)
        return _columns_by_keys(sheet, form, fields) or lost
    if header.twice:
        heading = names[header.twice[0]][0]
        return problem("column-twice", place, heading=heading)
    return FormSheet(sheet, header.row, header.columns["key"], header.columns["answer"])


def _columns_by_keys(
    sheet: Sheet, form: Form, fields: Mapping[str, FormField]
) -> FormSheet | None:
    """Find the columns without their headings: keys first, then labels, then answers.

    The answers are beside the labels of the blank form, or under their own heading.
    """
    key, found = _keys_in(sheet, fields)
    if 2 * found <= len(fields) or not key:
        return None
    labels = {folded(text) for each in fields.values() for text in _titles(each)}
    label, beside = _fullest(sheet, labels)
    header = find_header(sheet, {"answer": form.headers.answer}, ("answer",))
    if header is not None and not header.twice:
        row, answer = header.row, header.columns["answer"]
    elif label == key + 1 and 2 * beside > len(fields):
        row, answer = 0, label + 1
    else:
        return None
    heading = form.headers.key[0]
    columns = {"key": _letters(sheet, key), "answer": _letters(sheet, answer)}
    place = Location(sheet.file, sheet.name)
    note = problem("header-assumed", place, seen="", heading=heading, **columns)
    return FormSheet(sheet, row, key, answer, (note,))


def _keys_in(sheet: Sheet, fields: Mapping[str, FormField]) -> tuple[int, int]:
    """Give the column with most keys, and how many they are."""
    return _fullest(sheet, {folded(key) for key in fields})


def _fullest(sheet: Sheet, words: Collection[str]) -> tuple[int, int]:
    found: dict[int, set[str]] = {}
    meant = _meant(sheet, words)
    rows = sheet.rows[:FORM_ROWS] if meant else ()
    for row in rows:
        for column, value in enumerate(row[:FORM_COLUMNS], start=1):
            if isinstance(value, str) and value in meant:
                found.setdefault(column, set()).add(meant[value])
    best = max(found, key=lambda column: len(found[column]), default=0)
    return best, len(found.get(best, ()))


def _meant(sheet: Sheet, words: Collection[str]) -> dict[str, str]:
    """Give the cells' texts that are one of the words, each as it is written."""
    # Citizens' texts in a ticket export are many, long, and never one of the words.
    longest = 2 * max(map(len, words), default=0)
    texts = sheet.first_texts(longest)
    # Of the export's dates, times and numbers none begins as a word does.
    begins_so = any(word[:1].isdigit() for word in words)
    return {
        text: word
        for text in (texts.words | texts.figures if begins_so else texts.words)
        if len(text) <= longest and (word := folded(text)) in words
    }


def _titles(field: FormField) -> tuple[str, str]:
    return field.title.id, field.title.en


def _letters(sheet: Sheet, column: int) -> str:
    return sheet.at(1, column).cell.removesuffix("1")
