"""Dates that a spreadsheet program took for month-first when the export was opened.

Where days come first, ``25/04/2025`` stays a text in a program that expects months
first, but ``03/04/2025`` silently becomes the fourth of March. What is left is a column
of texts whose day is above 12 and of true dates whose day never is.
"""

from __future__ import annotations

from datetime import datetime

from scorecard.errors import Problem
from scorecard.evidence.dates import order_of
from scorecard.evidence.problems import counted, listed_rows, problem
from scorecard.evidence.ticket_columns import TicketColumns
from scorecard.evidence.workbook import Value

_LEAST = 5
_LAST_MONTH = 12


def swapped_dates(columns: TicketColumns) -> tuple[Problem, ...]:
    """Report the true dates of a column whose other dates are texts with days first."""
    cells = columns.column("received")
    texts = [value for value in dict.fromkeys(cells) if isinstance(value, str)]
    if not texts or order_of(texts) != "day":
        return ()
    rows = [
        row
        for row, value in zip(columns.rows, cells, strict=True)
        if isinstance(value, datetime)
    ]
    if len(rows) < _LEAST or not all(map(_may_be_swapped, cells)):
        return ()
    return (
        problem(
            "ticket-dates-swapped",
            columns.place("received", rows),
            count=counted(rows),
            rows=listed_rows(rows),
        ),
    )


def _may_be_swapped(value: Value) -> bool:
    """A true date with a day up to 12, or no true date and nothing between."""
    if isinstance(value, datetime):
        return value.day <= _LAST_MONTH
    return not isinstance(value, str) or order_of((value,)) == "day"
