"""Where pages end: whether what follows a long table still fits on its last page."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

_PAGE = 662.0
"""Pixels of rows that an A4 landscape page holds, less some to spare."""
_ROW = 20.0


def fits_on_last_page(
    sheet: Worksheet, rows: tuple[int, int], scale: int, *, header: int
) -> bool:
    """Tell whether the rows from the first number up to the second need no new page.

    Rows above the first are laid out as programs do, whole rows and the `header` row
    again on each page; `scale` is the print scale in per cent.
    """
    page, again = 100 * _PAGE / scale, _pixels(sheet, header)
    start, end = rows
    used = 0.0
    for row in range(start):
        tall = _pixels(sheet, row)
        used = used + tall if used + tall <= page else again + tall
    return used + sum(_pixels(sheet, row) for row in range(start, end)) <= page


def _pixels(sheet: Worksheet, row: int) -> float:
    size = sheet.row_sizes.get(row)
    return float(size[0]) if size else _ROW
