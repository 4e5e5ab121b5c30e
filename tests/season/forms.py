"""Fill the rubric's form for one participant, as a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scorecard.evidence.self_scores import HEADINGS, SHEET, TOTAL
from scorecard.model import Scorecard
from scorecard.number import display_published
from scorecard.rubric.evidence import FormField, SheetRole
from scorecard.rubric.nouns import Rubric
from tests.season.plan import Cell, Participant, Value

# A fixed day, so that the same season is the same bytes.
CREATED = datetime(2026, 1, 15)
NOTICE = (
    "CONTOH: angka rekap berasal dari sumber yang disebut; isian bertanda "
    '"sintetis, untuk contoh" dibuat-buat.'
)
HEADER_ROW = 3
_NAVY, _TINT, _LINE = "#1f3864", "#fff8dc", "#bfbfbf"
_COLUMNS = (26, 66, 40, 66)
_LINE_HEIGHT = 16
_ROLES: tuple[SheetRole, ...] = ("identity", "recap", "documents", "answers")

Row: TypeAlias = tuple[str, str, FormField]
Style: TypeAlias = str | float | bool


@dataclass(frozen=True, slots=True)
class Styles:
    """The formats of one workbook, each made once."""

    workbook: Workbook
    made: dict[tuple[tuple[str, Style], ...], Format]

    def of(self, **settings: Style) -> Format:
        """Give the format with these settings."""
        key = tuple(sorted(settings.items()))
        if key not in self.made:
            self.made[key] = self.workbook.add_format(settings)
        return self.made[key]


def new_workbook() -> tuple[Workbook, BytesIO]:
    """Start a workbook in memory whose bytes depend on its cells alone."""
    buffer = BytesIO()
    workbook = Workbook(buffer, {"in_memory": True})
    workbook.set_properties({"created": CREATED, "author": "Contoh sintetis"})
    return workbook, buffer


def form_workbook(
    rubric: Rubric, participant: Participant, own: Scorecard | None = None
) -> bytes:
    """Write the four sheets of the form; a cell the form does not have is an error.

    `own` is what the sender's form said of its own score: then the sheet Skor comes
    along, with the figures that stood there.
    """
    workbook, buffer = new_workbook()
    _refuse_unknown(rubric, participant.cells)
    styles = Styles(workbook, {})
    for role in (each for each in _ROLES if each in rubric.form.sheets):
        name = rubric.form.sheets[role].name
        sheet = workbook.add_worksheet(name)
        _heading(sheet, rubric, (name, participant.name), styles)
        for number, row in enumerate(_rows(rubric, role), start=HEADER_ROW + 1):
            _write_row(sheet, number, (row, participant.cells.get(row[0])), styles)
    if own is not None:
        _write_own(workbook.add_worksheet(SHEET[0]), rubric, own, styles)
    workbook.close()
    return buffer.getvalue()


def _write_own(
    sheet: Worksheet, rubric: Rubric, own: Scorecard, styles: Styles
) -> None:
    """Write the total, then a line for each criterion that weighs."""
    assert own.total is not None
    names = (own.participant.name, SHEET[0])
    sheet.write_string(0, 1, " · ".join(names), styles.of(bold=True, font_size=14))
    ends = dict.fromkeys((own.total.published_low, own.total.published_high))
    span = " – ".join(display_published(end, "id") for end in ends)
    bold, plain = styles.of(bold=True, border=1), styles.of(border=1)
    sheet.write_string(2, 1, TOTAL[0], bold)
    sheet.write_string(2, 2, f"{span} dari {rubric.score.maximum}", bold)
    for column, key in enumerate(("node", "low", "high"), 1):
        sheet.write_string(4, column, HEADINGS[key][0], bold)
        sheet.set_column(column, column, 40 if column == 1 else 24)
    row = 5
    for each in own.criteria:
        if each.points is None or each.informative:
            continue
        sheet.write_string(row, 1, each.title.id, plain)
        sheet.write_number(row, 2, float(each.points.published_low), plain)
        sheet.write_number(row, 3, float(each.points.published_high), plain)
        row += 1


def _refuse_unknown(rubric: Rubric, cells: Mapping[str, Cell]) -> None:
    known = {key for role in _ROLES for key, _, _ in _rows(rubric, role)}
    unknown = sorted(set(cells) - known)
    if unknown:
        raise KeyError(f"the form has no cells {unknown}")


def _rows(rubric: Rubric, role: SheetRole) -> Iterator[Row]:
    form = rubric.form
    if role == "documents":
        for document in form.documents:
            for field in document.fields:
                label = f"{document.title.id}: {field.title.id.lower()}"
                yield f"{document.id}.{field.id}", label, field
        return
    fields = {
        "identity": form.identity,
        "recap": form.recap,
        "answers": form.answers,
    }
    for field in fields[role]:
        yield field.id, field.title.id, field


def _heading(
    sheet: Worksheet, rubric: Rubric, titles: tuple[str, str], styles: Styles
) -> None:
    headers = rubric.form.headers
    sheet.write_string(
        0, 0, " · ".join(titles), styles.of(bold=True, font_size=14, font_color=_NAVY)
    )
    sheet.write_string(1, 0, f"{rubric.title.id}, {rubric.edition}", styles.of())
    sheet.write_string(2, 0, NOTICE, styles.of(italic=True, font_color="#7f6000"))
    names = (headers.key, headers.label, headers.answer, headers.remark)
    style = styles.of(
        bold=True, font_color="#ffffff", bg_color=_NAVY, border=1, valign="vcenter"
    )
    for column, (name, width) in enumerate(zip(names, _COLUMNS, strict=True)):
        sheet.write_string(HEADER_ROW, column, name[0], style)
        sheet.set_column(column, column, width)
    sheet.freeze_panes(HEADER_ROW + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADER_ROW)


def _write_row(
    sheet: Worksheet, number: int, filled: tuple[Row, Cell | None], styles: Styles
) -> None:
    (key, label, field), cell = filled
    plain: dict[str, Style] = {
        "border": 1,
        "border_color": _LINE,
        "valign": "top",
        "text_wrap": True,
    }
    sheet.write_string(number, 0, key, styles.of(**plain, font_color="#7f7f7f"))
    sheet.write_string(number, 1, label, styles.of(**plain))
    _set_height(sheet, number, (label, cell))
    shown = {**plain, "bg_color": _TINT, "align": "left"}
    answer = styles.of(**shown, **_number_format(field, cell.value if cell else None))
    _write_answer(sheet, (number, 2), cell.value if cell else None, (field, answer))
    # An empty string leaves the cell blank.
    sheet.write(number, 3, cell.remark if cell else "", styles.of(**plain))
    if field.kind == "yes_no":
        sheet.data_validation(
            number, 2, number, 2, {"validate": "list", "source": ["Ya", "Tidak"]}
        )


def _set_height(sheet: Worksheet, number: int, texts: tuple[str, Cell | None]) -> None:
    label, cell = texts
    shown = (label, str(cell.value) if cell else "", cell.remark if cell else "")
    widths = zip(shown, _COLUMNS[1:], strict=True)
    lines = max(1, *(-(-len(text) // width) for text, width in widths))
    sheet.set_row(number, _LINE_HEIGHT * lines)


def _number_format(field: FormField, value: Value | None) -> dict[str, Style]:
    match field.kind:
        case "percent":
            places = -int(Decimal(str(value or 0)).as_tuple().exponent)
            return {"num_format": f"0.{'0' * places}%" if places else "0%"}
        case "date":
            return {"num_format": "[$-421]d mmmm yyyy"}
        case "whole":
            return {"num_format": "#,##0"}
        case "text" | "file":
            return {"num_format": "@"}
    return {}


def _write_answer(
    sheet: Worksheet,
    at: tuple[int, int],
    value: Value | None,
    how: tuple[FormField, Format],
) -> None:
    field, style = how
    match value:
        case None:
            sheet.write_blank(*at, None, style)
        case bool():
            sheet.write_string(*at, "Ya" if value else "Tidak", style)
        case date():
            sheet.write_datetime(*at, value, style)
        case int() | float() if field.kind == "percent":
            sheet.write_number(*at, float(Decimal(str(value)) / 100), style)
        case int() | float():
            sheet.write_number(*at, value, style)
        case str():
            sheet.write_string(*at, value, style)
