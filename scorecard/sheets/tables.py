"""A table on a sheet: columns, header, rows, filter, and how it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.utility import quote_sheetname, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from scorecard.sheets.book import Book, Cell, height_for, new_sheet, put

HEADER_ROW = 3
_BAR = "#D3DFEC"
_PAGE = 970
"""Pixels of columns that an A4 landscape page holds, less a little to spare.

Fitting to pages would ignore the breaks between pages across, so a scale is set.
"""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, its width in characters, and the top of its data bar (0: none)."""

    title: str
    width: float
    bar: float = 0.0


@dataclass(frozen=True, slots=True)
class Layout:
    """How many columns stay in sight, and before which ones a new page begins.

    `printed` is how many of the columns are printed; 0 means all.
    """

    frozen: int = 0
    breaks: tuple[int, ...] = ()
    printed: int = 0


WHOLE = Layout()
Rows = Sequence[Sequence[Cell]]


def table_sheet(
    book: Book,
    titles: tuple[str, str, str],
    columns: Sequence[Column],
    rows: Rows,
    *,
    layout: Layout = WHOLE,
) -> Worksheet:
    """Write a sheet that is one table; `titles` are tab, title and the line below."""
    tab, title, subtitle = titles
    sheet = new_sheet(book, tab, [column.width for column in columns])
    put(book, sheet, (0, 0), Cell(title, "title"))
    put(book, sheet, (1, 0), Cell(subtitle, "subtitle"))
    sheet.set_row(0, 22)
    put_table(book, sheet, HEADER_ROW, (columns, rows))
    last = HEADER_ROW + max(1, len(rows))
    sheet.autofilter(HEADER_ROW, 0, last, len(columns) - 1)
    sheet.freeze_panes(HEADER_ROW + 1, layout.frozen)
    print_table(sheet, columns, layout)
    if layout.printed:
        sheet.print_area(0, 0, last, layout.printed - 1)
    return sheet


def put_table(
    book: Book,
    sheet: Worksheet,
    top: int,
    table: tuple[Sequence[Column], Rows],
) -> int:
    """Write a header and its rows; give the row after the last."""
    columns, rows = table
    for place, column in enumerate(columns):
        put(book, sheet, (top, place), Cell(column.title, "head"))
    sheet.set_row(top, _header_height(columns))
    for down, row in enumerate(rows, top + 1):
        sheet.set_row(down, _row_height(columns, row))
        for place, cell in enumerate(row):
            put(book, sheet, (down, place), cell)
    _add_bars(sheet, columns, (top + 1, top + len(rows)))
    return top + 1 + len(rows)


def print_table(sheet: Worksheet, columns: Sequence[Column], layout: Layout) -> None:
    """Repeat the header on each page, and fit the columns to the pages across."""
    sheet.repeat_rows(HEADER_ROW)
    if not layout.breaks:
        sheet.fit_to_pages(1, 0)
        return
    widths = [column.width for column in columns]
    sheet.repeat_columns(0, layout.frozen - 1)
    sheet.set_v_pagebreaks(list(layout.breaks))
    sheet.set_print_scale(print_scale(widths, layout.frozen, layout.breaks))


def print_scale(widths: Sequence[float], repeated: int, breaks: tuple[int, ...]) -> int:
    """Give the scale at which the widest of the pages across fits A4 landscape."""
    starts, ends = (0, *breaks), (*breaks, len(widths))
    pages = [
        _pixels([*(widths[:repeated] if start else []), *widths[start:end]])
        for start, end in zip(starts, ends, strict=True)
    ]
    return max(10, min(100, int(100 * _PAGE / max(pages))))


def print_areas(sheet: Worksheet, areas: Sequence[tuple[int, int, int, int]]) -> None:
    """Print several ranges, each on pages of its own (rows and columns from 0)."""
    name = quote_sheetname(sheet.get_name())
    sheet.print_area_range = ",".join(f"{name}!{xl_range_abs(*area)}" for area in areas)


def _pixels(widths: Sequence[float]) -> float:
    return sum(7 * width + 5 for width in widths)


def _header_height(columns: Sequence[Column]) -> float:
    heights = (height_for(each.title, each.width - 1.0, "bold") for each in columns)
    return max(heights) + 6.0


def _row_height(columns: Sequence[Column], row: Sequence[Cell]) -> float:
    heights = (
        height_for(cell.value, column.width, cell.style)
        for column, cell in zip(columns, row, strict=True)
        if isinstance(cell.value, str) and "wrap" in cell.style
    )
    return max((15.0, *heights))


def _add_bars(
    sheet: Worksheet, columns: Sequence[Column], rows: tuple[int, int]
) -> None:
    first, last = rows
    if last < first:
        return
    for place, column in enumerate(columns):
        if column.bar:
            sheet.conditional_format(
                xl_range_abs(first, place, last, place).replace("$", ""),
                {
                    "type": "data_bar",
                    "data_bar_2010": True,
                    "bar_solid": True,
                    "bar_color": _BAR,
                    "bar_border_color": _BAR,
                    "min_type": "num",
                    "max_type": "num",
                    "min_value": 0,
                    "max_value": column.bar,
                },
            )
