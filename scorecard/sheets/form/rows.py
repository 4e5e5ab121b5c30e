"""Thousands of alike rows as one shared formula a column, in the sheet's own XML.

Writing each formula by itself takes seconds and half a megabyte; a formula that is
shared is written once, as spreadsheet programs do themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape


class RowColumn(NamedTuple):
    """A column: its formula in row 1, in how many rows, and the value of a blank form.

    Relative addresses move down with the row.
    """

    column: str
    formula: str
    rows: int
    blank: str | int


def row_cells(columns: Sequence[RowColumn]) -> str:
    """Write the columns as the ``sheetData`` of a worksheet."""
    ordered = sorted(columns, key=lambda each: (len(each.column), each.column))
    most = max((each.rows for each in ordered), default=0)
    rows = (
        f'<row r="{row}">'
        + "".join(
            _cell(each, row, shared)
            for shared, each in enumerate(ordered)
            if row <= each.rows
        )
        + "</row>"
        for row in range(1, most + 1)
    )
    return f"<sheetData>{''.join(rows)}</sheetData>"


def _cell(of: RowColumn, row: int, shared: int) -> str:
    kind = ' t="str"' if isinstance(of.blank, str) else ""
    formula = f'<f t="shared" si="{shared}"/>'
    if row == 1:
        span = f"{of.column}1:{of.column}{of.rows}"
        formula = f'<f t="shared" ref="{span}" si="{shared}">{escape(of.formula)}</f>'
    return f'<c r="{of.column}{row}"{kind}>{formula}<v>{of.blank}</v></c>'
