"""Lint: the form asks for the participant's code and name, on sheets that can exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scorecard.rubric.nouns import Rubric
from scorecard.rubric.rules import Mistake, Path, Rule, broken
from scorecard.wording import Text

IDENTITY = Rule(
    "rubric-identity",
    Text(
        "isian '{field}' tidak ada atau bukan teks",
        "the field '{field}' is missing or is no text",
    ),
    Text(
        "Isian 'code' dan 'name' berjenis text.",
        "The fields 'code' and 'name', of the kind text.",
    ),
    Text("Tambahkan isian '{field}'.", "Add the field '{field}'."),
)
NO_SHEET = Rule(
    "rubric-no-sheet",
    Text("lembar untuk '{role}' tidak ada", "there is no sheet for '{role}'"),
    Text(
        "Satu lembar untuk setiap bagian borang yang berisi.",
        "A sheet for each part of the form that has fields.",
    ),
    Text("Tambahkan '{role}: {{ name: … }}'.", "Add '{role}: {{ name: … }}'."),
)
IDLE_SHEET = Rule(
    "rubric-unused",
    Text("lembar '{seen}' tidak berisi isian", "the sheet '{seen}' has no fields"),
    Text("Hanya lembar yang berisi isian.", "Only sheets that have fields."),
    Text("Hapus lembar itu.", "Delete the sheet."),
    severity="warning",
)
SHEET_NAME = Rule(
    "rubric-sheet-name",
    Text(
        "'{seen}' tidak dapat menjadi nama lembar",
        "'{seen}' cannot be the name of a sheet",
    ),
    Text(
        "Paling banyak 31 huruf, tanpa [ ] : * ? / \\ dan tanpa ' di tepi.",
        "At most 31 characters, without [ ] : * ? / \\ and no ' at either end.",
    ),
    Text("Ganti nama lembarnya.", "Give the sheet another name."),
)
_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]|^'|'$")


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find missing identity fields, missing or idle sheets, impossible names."""
    kinds = {field.id: field.kind for field in rubric.form.identity}
    for field in ("code", "name"):
        if kinds.get(field) != "text":
            yield broken(IDENTITY, ("form", "identity"), field=field)
    yield from _sheets(rubric)
    for path, name in _sheet_names(rubric):
        if len(name) > _LONGEST or _FORBIDDEN.search(name):
            yield broken(SHEET_NAME, path, name)


def _sheets(rubric: Rubric) -> Iterator[Mistake]:
    form = rubric.form
    filled = {
        "identity": form.identity,
        "recap": form.recap,
        "documents": form.documents,
        "answers": form.answers,
    }
    present = {str(role): sheet for role, sheet in form.sheets.items()}
    for role, fields in filled.items():
        path: Path = ("form", "sheets", role)
        if fields and role not in present:
            yield broken(NO_SHEET, path[:-1], role=role)
        if role in present and not fields:
            yield broken(IDLE_SHEET, path, present[role].name)


def _sheet_names(rubric: Rubric) -> Iterator[tuple[Path, str]]:
    for role, sheet in rubric.form.sheets.items():
        yield ("form", "sheets", role, "name"), sheet.name
    if rubric.tickets:
        yield ("tickets", "sheet", "name"), rubric.tickets.sheet.name
        if rubric.tickets.log:
            yield ("tickets", "log", "sheet", "name"), rubric.tickets.log.sheet.name
