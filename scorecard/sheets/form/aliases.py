"""Names for what the hidden rows refer to on other sheets.

A formula that many rows share may hold names, but no address on another sheet: Excel
shares none that do.
"""

from __future__ import annotations

from scorecard.sheets.book import Book
from scorecard.sheets.form.places import Plan, log_sheet, named, tickets_sheet

EXPORT = "scorecard_ekspor"
LOG = "scorecard_log"
HOURS = "scorecard_utc"
ORDER = "scorecard_urutan"


def column(key: str) -> str:
    """Name the cell that tells a column's number."""
    return f"scorecard_kolom_{key}"


def first(key: str) -> str:
    """Name the cell that tells after which row a column is read."""
    return f"scorecard_mulai_{key}"


def value(key: str) -> str:
    """Write the value of the export's column in the row of the formula."""
    return f"INDEX({EXPORT},ROW(),{column(key)})"


def pasted(key: str) -> str:
    """Write a whole column of the export."""
    return f"INDEX({EXPORT},0,{column(key)})"


def logged(place: int) -> str:
    """Write the value of a column (from 1) of the log beside the formula's row."""
    return f"INDEX({LOG},ROW(),{place})"


def define(book: Book, plan: Plan, cells: dict[str, str], last: str) -> None:
    """Define the names; `cells` by name, `last` is the export's last column."""
    for name, address in cells.items():
        book.workbook.define_name(name, f"={address}")
    export = f"{named(tickets_sheet(plan))}!$A$1:${last}${plan.room.tickets}"
    book.workbook.define_name(EXPORT, f"={export}")
    if log_sheet(plan):
        area = f"{named(log_sheet(plan))}!$A$2:$D${plan.room.log + 1}"
        book.workbook.define_name(LOG, f"={area}")
