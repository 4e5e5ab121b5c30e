"""Where everything stands on the form: the sheets' titles and every input's cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xlsxwriter.utility import xl_rowcol_to_cell

from scorecard.evidence.folding import folded
from scorecard.model import Participant
from scorecard.number import Language
from scorecard.rubric.evidence import FormDocument, FormField, SheetRole
from scorecard.rubric.nouns import Category, Rubric
from scorecard.sheets.form.words import told

HEADER_ROW = 4
COUNTER_ROW = 2
ANSWER = 2
ROLES: tuple[SheetRole, ...] = ("identity", "recap", "documents", "answers")


@dataclass(frozen=True, slots=True)
class Room:
    """How much of a pasted export is counted: rows of tickets, rows of the log."""

    tickets: int = 2_500
    log: int = 2_500


@dataclass(frozen=True, slots=True)
class Plan:
    """What form is made: by which rubric, for whom, in which language.

    `participant` is None for a blank form; `text_sha256` is of the rubric's file.
    """

    rubric: Rubric
    category: Category
    language: Language
    participant: Participant | None = None
    text_sha256: str = ""
    room: Room = Room()

    def word(self, key: str) -> str:
        """Give a heading or a note of the form."""
        return told(key, self.language)


@dataclass(frozen=True, slots=True)
class Input:
    """One cell to fill, with its key, its field and its place (from 0)."""

    key: str
    field: FormField
    role: SheetRole
    sheet: str
    row: int

    @property
    def cell(self) -> str:
        """The cell's address on its sheet."""
        return str(xl_rowcol_to_cell(self.row, ANSWER))

    @property
    def address(self) -> str:
        """The cell's absolute address from any sheet."""
        return at(self.sheet, self.row, ANSWER)


def at(sheet: str, row: int, column: int) -> str:
    """Write an absolute address with its sheet."""
    cell = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
    return f"{named(sheet)}!{cell}"


def named(sheet: str) -> str:
    """Write a sheet's title as formulas do."""
    return "'" + sheet.replace("'", "''") + "'"


def inputs_of(plan: Plan) -> dict[str, Input]:
    """List every input by key, in the order of the sheets."""
    return {
        each.key: each for role in ROLES for each in _inputs(plan, role) if each.key
    }


def rows_of(rubric: Rubric, role: SheetRole) -> Iterator[tuple[str, FormField | str]]:
    """List a sheet's rows: key and field; a document's title stands without a key."""
    form = rubric.form
    match role:
        case "documents":
            for document in form.documents:
                yield "", document.id
                for field in document.fields:
                    yield f"{document.id}.{field.id}", field
        case "identity":
            yield from ((field.id, field) for field in form.identity)
        case "recap":
            yield from ((field.id, field) for field in form.recap)
        case "answers":
            yield from ((field.id, field) for field in form.answers)


def document_of(rubric: Rubric, document_id: str) -> FormDocument:
    """Find a document of the form."""
    return next(each for each in rubric.form.documents if each.id == document_id)


def sheet_of(plan: Plan, role: SheetRole) -> str:
    """Give an input sheet's title."""
    return plan.rubric.form.sheets[role].name


def tickets_sheet(plan: Plan) -> str:
    """Give the title of the sheet for the export: one that the reader knows."""
    if plan.rubric.tickets is None:
        return ""
    sheet = plan.rubric.tickets.sheet
    known = {folded(name): name for name in (sheet.name, *sheet.aliases)}
    return known.get(folded(plan.word("tickets")), sheet.name)


def log_sheet(plan: Plan) -> str:
    """Give the title of the follow-up log; none where no series needs one."""
    tickets = plan.rubric.tickets
    if tickets is None or tickets.log is None:
        return ""
    dated = any(series.column is None for series in tickets.series)
    return tickets.log.sheet.name if dated else ""


def heading_of(plan: Plan, spellings: tuple[str, ...]) -> str:
    """Choose the spelling of a heading: the first, in English the second."""
    second = plan.language == "en" and len(spellings) > 1
    return spellings[1] if second else spellings[0]


def weights_of(plan: Plan) -> Mapping[SheetRole, int]:
    """Number the inputs of each sheet that there is."""
    return {
        role: count
        for role in ROLES
        if (count := sum(1 for key, _ in rows_of(plan.rubric, role) if key))
    }


def _inputs(plan: Plan, role: SheetRole) -> Iterator[Input]:
    sheet = sheet_of(plan, role) if role in plan.rubric.form.sheets else ""
    rows = enumerate(rows_of(plan.rubric, role), HEADER_ROW + 1)
    for row, (key, field) in rows:
        if isinstance(field, FormField):
            yield Input(key, field, role, sheet, row)
