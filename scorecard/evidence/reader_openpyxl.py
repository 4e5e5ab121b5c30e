"""Read sheets with openpyxl: slower and more lenient, where the fast reader fails."""

from __future__ import annotations

import io
import warnings
from typing import cast

from scorecard.evidence.cells import Value
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.unread import AREA, at_most


def read_with_openpyxl(content: bytes) -> list[list[list[Value]]]:
    """Give the rows of each sheet from A1 on.

    Raises UnreadError beyond the limit of cells, and whatever openpyxl raises.
    """
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(content), data_only=True, keep_links=False)
        area = 0
        for sheet in book.worksheets:
            # Formatted blanks are given too, and may reach to XFD1048576.
            area += sheet.max_row * sheet.max_column
            at_most(LIMITS.cells, area, AREA)
        return [
            [
                cast("list[Value]", list(row))
                for row in sheet.iter_rows(values_only=True)
            ]
            for sheet in book.worksheets
        ]
