"""A workbook that is the same bytes each time: its styles, safe cells and printing."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from fractions import Fraction
from io import BytesIO
from typing import TypeAlias

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from scorecard.number import Language, exact
from scorecard.sheets.origin import packed_on_unix
from scorecard.sheets.words import word

Value: TypeAlias = str | int | Fraction | date | None

FONT = "Arial"
_LONGEST_TEXT = 32_000
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_ILLEGAL_IN_TITLE = re.compile(r"[\[\]:*?/\\]")
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")

_LINE = "#BFC7D1"
_STYLES: dict[str, dict[str, object]] = {
    "text": {"valign": "top"},
    "cell": {"border": 1, "border_color": _LINE, "valign": "top"},
    "row": {"border": 1, "border_color": _LINE, "valign": "vcenter"},
    "wrap": {"text_wrap": True},
    "bold": {"bold": True},
    "italic": {"italic": True},
    "percent": {"num_format": "0.00%", "align": "right"},
    "centre": {"align": "center"},
    "left": {"align": "left"},
    "inset": {"indent": 1},
    "middle": {"valign": "vcenter"},
    "small": {"font_size": 8},
    "large": {"font_size": 14, "font_color": "#1F3552"},
    "absent": {"italic": True, "font_color": "#6B7280", "align": "center"},
    "title": {"bold": True, "font_size": 15, "font_color": "#1F3552"},
    "subtitle": {"font_color": "#4B5563"},
    "heading": {"bold": True, "font_size": 11, "font_color": "#1F3552"},
    "head": {
        "bold": True,
        "font_color": "#1F3552",
        "bg_color": "#E4EAF1",
        "border": 1,
        "border_color": "#8FA0B5",
        "text_wrap": True,
        "align": "center",
        "valign": "vcenter",
    },
    "group": {"bold": True, "bg_color": "#F1F4F8"},
    "result": {"bold": True, "bg_color": "#F1F4F8"},
    "open": {"locked": False, "bg_color": "#FFF9DB"},
    "date": {"num_format": "dd/mm/yyyy", "align": "center"},
    "code": {"num_format": "@", "align": "center"},
    "quoted": {"quote_prefix": True},
    "weighs": {"num_format": "#,##0.00;-#,##0.00;", "align": "right"},
    "part": {"num_format": "0.00%;-0.00%;", "align": "right"},
    "fixed": {"bg_color": "#EEF1F5"},
    "faint": {"font_color": "#6B7280"},
    "right": {"align": "right"},
    "number": {"align": "right"},
    "general": {"align": "center"},
    "day": {"num_format": "d mmmm yyyy", "align": "left"},
    "hari": {"num_format": "[$-421]d mmmm yyyy", "align": "left"},
    "words": {"num_format": "@"},
    "underline": {"bottom": 1},
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with its style; with a formula, the value is what it results in."""

    value: Value
    style: str = "cell"
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook in the making: its language, its footer and the styles in use.

    `formulas` are those written so far: sheet, cell, formula.
    """

    workbook: Workbook
    language: Language
    footer: str
    formats: dict[str, Format] = field(default_factory=dict)
    formulas: list[tuple[str, str, str]] = field(default_factory=list)

    def word(self, key: str) -> str:
        """Give a heading or note in the book's language."""
        return word(key, self.language)


def made_book(
    title: str,
    footer: str,
    as_of: date,
    *,
    language: Language,
    fill: Callable[[Book], None],
) -> bytes:
    """Make a workbook; the date comes from the season, so that bytes are stable."""
    buffer = BytesIO()
    workbook = Workbook(buffer, _options())
    workbook.set_properties(
        {"title": clean(title), "created": datetime.combine(as_of, time())}
    )
    fill(Book(workbook, language, clean(footer)))
    workbook.close()
    return packed_on_unix(buffer.getvalue())


def _options() -> dict[str, object]:
    """Make the options anew each time, since a workbook writes into them."""
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
        "default_format_properties": {"font_name": FONT, "font_size": 10},
    }


def put(book: Book, sheet: Worksheet, at: tuple[int, int], cell: Cell) -> None:
    """Write one cell (row and column from 0); text is never taken for a formula."""
    row, column = at
    look = style(book, cell.style)
    value = number_of(cell.value)
    if cell.formula:
        place = xl_rowcol_to_cell(row, column)
        book.formulas.append((sheet.get_name(), place, cell.formula))
        sheet.write_formula(row, column, cell.formula, look, value)
    elif value is None or value == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, str):
        text = clean(value)
        if text.startswith(_FORMULA_STARTS):
            look = style(book, cell.style + " quoted")
        sheet.write_string(row, column, text, look)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime.combine(value, time()), look)
    else:
        sheet.write_number(row, column, value, look)


def put_across(
    book: Book, sheet: Worksheet, at: tuple[int, int, int], cell: Cell
) -> None:
    """Write one cell over the columns from the second to the third number."""
    row, first, last = at
    if last > first:
        sheet.merge_range(row, first, row, last, "", style(book, cell.style))
    put(book, sheet, (row, first), cell)


def number_of(value: Value) -> str | int | float | date | None:
    """Give what a spreadsheet cell can hold; a ratio becomes the nearest number."""
    return float(value) if isinstance(value, Fraction) else value


def as_number(published: str) -> Fraction:
    """Read a published decimal, so that its cell can be sorted and summed."""
    return exact(published)


def style(book: Book, names: str) -> Format:
    """Join named styles; ``places:2`` and ``fill:#rrggbb`` take a figure."""
    if names not in book.formats:
        properties: dict[str, object] = {}
        for name in names.split():
            properties |= _properties(name)
        book.formats[names] = book.workbook.add_format(properties)
    return book.formats[names]


def new_sheet(book: Book, title: str, widths: Sequence[float]) -> Worksheet:
    """Add a sheet, set up for A4 landscape; its title is made legal and unique."""
    taken = {sheet.get_name().casefold() for sheet in book.workbook.worksheets()}
    sheet = book.workbook.add_worksheet(sheet_title(title, taken))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.hide_gridlines(2)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # codes
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    edition = book.footer.replace("&", "&&")[:150]
    sheet.set_footer(f"&L&8{edition}&C&8&A&R&8{book.word('page')}")
    return sheet


def sheet_title(title: str, taken: set[str]) -> str:
    """Make a legal sheet title of at most 31 characters that is not taken yet."""
    legal = _ILLEGAL_IN_TITLE.sub("-", clean(title).replace("\n", " "))
    legal = legal.strip("' ")[:31].strip("' ") or "-"
    number = 2
    result = legal
    while result.casefold() in taken:
        result = f"{legal[:27]} ({number})"
        number += 1
    return result


def clean(text: str) -> str:
    """Strip characters that no workbook can hold, and what no cell has room for."""
    text = _FORBIDDEN.sub("", text)
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 1] + "…"


def tint(colour: str, strength: float = 0.22) -> str:
    """Lighten a colour until black print stands out on it."""
    parts = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    mixed = (round(255 - (255 - part) * strength) for part in parts)
    return "#" + "".join(f"{part:02X}" for part in mixed)


def height_for(text: str, width: float, look: str = "") -> float:
    """Estimate the height of a row; not every program fits rows by itself."""
    names = look.split()
    room = width * (1.4 if "small" in names else 1.05 if "bold" in names else 1.18)
    line = 11.5 if "small" in names else 13.2
    return sum(_lines(part, room) for part in text.split("\n")) * line + 2.5


def _lines(text: str, room: float) -> int:
    lines, left = 1, room
    for piece in text.split():
        if len(piece) > left and left < room:
            lines, left = lines + 1, room
        whole = int((len(piece) - 1) // max(1.0, room))
        lines, left = lines + whole, left - (len(piece) - whole * room) - 1
    return lines


def _properties(name: str) -> dict[str, object]:
    key, _, figure = name.partition(":")
    if key == "places":
        return {"num_format": number_format(int(figure)), "align": "right"}
    if key == "fill":
        return {"bg_color": figure}
    if key == "indent":
        return {"align": "left", "indent": int(figure)} if int(figure) else {}
    return _STYLES[name]


def number_format(places: int) -> str:
    """Write a number format; each program shows it as its own reader writes."""
    return "#,##0" + ("." + "0" * places if places else "")
