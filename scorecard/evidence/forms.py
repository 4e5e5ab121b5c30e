"""Read the form: its sheets by name, its header row by its cells, its rows by key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.errors import Location, Problem
from scorecard.evidence.answers import as_text, read_answer, shown
from scorecard.evidence.folding import folded, nearest
from scorecard.evidence.problems import did_you_mean, problem
from scorecard.evidence.table import Header, find_header, is_blank
from scorecard.evidence.workbook import Cell, Sheet, Workbook
from scorecard.model import Evidence
from scorecard.rubric.evidence import (
    Form,
    FormDocument,
    FormField,
    SheetRole,
    Vocabulary,
)
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.scalars import Words


@dataclass(frozen=True, slots=True)
class FormRead:
    """The answers by key, and all that was wrong."""

    answers: Mapping[str, Evidence]
    problems: tuple[Problem, ...]


def read_form(workbook: Workbook, rubric: Rubric) -> FormRead:
    """Read every sheet of the form; a blank answer has no Evidence.

    Keys are ``masuk`` for identity, recap and answers, ``sk_tim.nomor`` for documents.
    """
    answers: dict[str, Evidence] = {}
    problems: list[Problem] = []
    for role, fields in fields_of(rubric.form).items():
        sheet = _sheet_of(workbook, rubric.form, role)
        if isinstance(sheet, Problem):
            problems.append(sheet)
            continue
        read = _read_sheet(sheet, fields, rubric)
        answers.update(read.answers)
        problems.extend(read.problems)
    return FormRead(answers, tuple(problems))


def holds_form(workbook: Workbook, form: Form) -> bool:
    """The workbook has the form's identity sheet."""
    sheet = form.sheets["identity"]
    return bool(workbook.named(sheet.name, *sheet.aliases))


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


def _sheet_of(workbook: Workbook, form: Form, role: SheetRole) -> Sheet | Problem:
    wanted = form.sheets[role]
    sheets = workbook.named(wanted.name, *wanted.aliases)
    if len(sheets) == 1:
        return sheets[0]
    code = "sheet-twice" if sheets else "sheet-missing"
    found = ", ".join(each.name for each in sheets or workbook.sheets)
    return problem(code, Location(workbook.file), wanted=wanted.name, found=found)


def _read_sheet(
    sheet: Sheet, fields: Mapping[str, FormField], rubric: Rubric
) -> FormRead:
    header = _header_of(sheet, rubric.form)
    if isinstance(header, Problem):
        return FormRead({}, (header,))
    rows, problems = _rows_by_key(sheet, header, tuple(fields))
    answers: dict[str, Evidence] = {}
    for key, field in fields.items():
        cells = tuple(
            sheet.cell(row, header.columns["answer"]) for row in rows.get(key, ())
        )
        if not cells:
            place, title = Location(sheet.file, sheet.name), field.title.text
            problems.append(problem("key-missing", place, key=key, title=title))
            continue
        evidence, found = _read_field(key, field, cells, rubric.vocabulary)
        answers |= {key: evidence} if evidence else {}
        problems += [found] if found else []
    return FormRead(answers, tuple(problems))


def _header_of(sheet: Sheet, form: Form) -> Header | Problem:
    names = {"key": form.headers.key, "answer": form.headers.answer}
    header = find_header(sheet, names, names)
    place = Location(sheet.file, sheet.name)
    if header is None:
        headings = ", ".join(each[0] for each in names.values())
        return problem("header-missing", place, headings=headings)
    if header.twice:
        heading = names[header.twice[0]][0]
        return problem("column-twice", place, heading=heading)
    return header


def _rows_by_key(
    sheet: Sheet, header: Header, keys: tuple[str, ...]
) -> tuple[dict[str, list[int]], list[Problem]]:
    rows: dict[str, list[int]] = {}
    problems = []
    by_fold = {folded(key): key for key in keys}
    for row in range(header.row + 1, len(sheet.rows) + 1):
        written = as_text(sheet.value(row, header.columns["key"]))
        key = by_fold.get(folded(written))
        if key is not None:
            rows.setdefault(key, []).append(row)
        elif written:
            hint = did_you_mean(nearest(written, keys))
            place = sheet.at(row, header.columns["key"])
            problems.append(problem("key-unknown", place, seen=written, hint=hint))
        elif not is_blank((cell := sheet.cell(row, header.columns["answer"])).value):
            problems.append(problem("row-without-key", cell.location, seen=shown(cell)))
    return rows, problems


def _read_field(
    key: str, field: FormField, cells: tuple[Cell, ...], vocabulary: Vocabulary
) -> tuple[Evidence | None, Problem | None]:
    filled = tuple(cell for cell in cells if not is_blank(cell.value))
    if len(filled) > 1:
        places = ", ".join(cell.location.cell for cell in filled)
        twice = problem("key-twice", filled[0].location, key=key, cells=places)
        return Evidence(None, "", filled[0].location, twice.message), twice
    if not filled:
        return None, None
    evidence, wrong = read_answer(field, filled[0], vocabulary)
    if wrong is None and len(cells) > 1:
        wrong = problem("key-repeated", filled[0].location, key=key)
    return evidence, wrong
