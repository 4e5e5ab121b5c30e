"""The hidden sheet of holidays and of the months' names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from scorecard.evidence.calendar import working_days
from scorecard.evidence.dates import MONTH_NUMBER
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.book import Book, Cell, new_sheet, put
from scorecard.sheets.form.places import Plan

MONTHS = "scorecard_bulan"
NUMBERS = "scorecard_bulan_ke"
HOLIDAYS = "scorecard_libur"


def calendar_sheet(book: Book, plan: Plan) -> None:
    """Write the days off from the year before the period to the year after."""
    sheet = new_sheet(book, plan.word("calendar"), (14, 4, 8, 8))
    days = list(holidays(plan.rubric))
    for row, off in enumerate(days):
        put(book, sheet, (row, 0), Cell(off, "cell date"))
    for row, (name, number) in enumerate(MONTH_NUMBER.items()):
        put(book, sheet, (row, 2), Cell(name))
        put(book, sheet, (row, 3), Cell(number))
    title = sheet.get_name()
    book.workbook.define_name(HOLIDAYS, f"='{title}'!$A$1:$A${max(1, len(days))}")
    book.workbook.define_name(MONTHS, f"='{title}'!$C$1:$C${len(MONTH_NUMBER)}")
    book.workbook.define_name(NUMBERS, f"='{title}'!$D$1:$D${len(MONTH_NUMBER)}")
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
