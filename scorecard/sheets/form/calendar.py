"""The hidden sheet of holidays and of the months' names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from scorecard.evidence.calendar import working_days
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.book import Book, Cell, new_sheet, put
from scorecard.sheets.form.places import Plan

_NAMES = (
    *(("jan", 1), ("feb", 2), ("peb", 2), ("mar", 3), ("apr", 4), ("mei", 5)),
    *(("may", 5), ("jun", 6), ("jul", 7), ("agu", 8), ("ags", 8), ("agt", 8)),
    *(("aug", 8), ("sep", 9), ("okt", 10), ("oct", 10), ("nov", 11), ("nop", 11)),
    *(("des", 12), ("dec", 12)),
)
MONTHS = "scorecard_bulan"
NUMBERS = "scorecard_bulan_ke"
HOLIDAYS = "scorecard_libur"


def calendar_sheet(book: Book, plan: Plan) -> None:
    """Write the days off from the year before the period to the year after."""
    sheet = new_sheet(book, plan.word("calendar"), (14, 4, 8, 8))
    days = list(holidays(plan.rubric))
    for row, off in enumerate(days):
        put(book, sheet, (row, 0), Cell(off, "cell date"))
    for row, (name, number) in enumerate(_NAMES):
        put(book, sheet, (row, 2), Cell(name))
        put(book, sheet, (row, 3), Cell(number))
    title = sheet.get_name()
    book.workbook.define_name(HOLIDAYS, f"='{title}'!$A$1:$A${max(1, len(days))}")
    book.workbook.define_name(MONTHS, f"='{title}'!$C$1:$C${len(_NAMES)}")
    book.workbook.define_name(NUMBERS, f"='{title}'!$D$1:$D${len(_NAMES)}")
    sheet.protect()
    sheet.hide()


def holidays(rubric: Rubric) -> Iterator[date]:
    """List the weekdays on which nobody works."""
    return iter(_days_off(rubric.period.start.year - 1, rubric.as_of.year + 1))


@cache
def _days_off(first: int, last: int) -> tuple[date, ...]:
    day, off = date(first, 1, 1), []
    while day.year <= last:
        if day.weekday() < 5 and not working_days(day - timedelta(days=1), day):
            off.append(day)
        day += timedelta(days=1)
    return tuple(off)
