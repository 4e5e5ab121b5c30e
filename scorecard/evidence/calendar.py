"""Count working days by the Indonesian calendar: public holidays and cuti bersama.

Working days are Monday to Friday without the public holidays and the days of collective
leave that three ministers decree each year.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache


def working_days(start: date, end: date) -> int:
    """Count the working days after `start` up to and including `end`, not before it.

    An answer on the day of receipt took 0 working days.
    """
    years = range(start.year, end.year)
    between = sum(len(_working_days_of(year)) for year in years)
    return between + _up_to(end) - _up_to(start)


@cache
def is_decreed(year: int) -> bool:
    """The three ministers' decree for the year is known; before it, days are estimated.

    Days of collective leave come with the decree alone.
    """
    from holidays import country_holidays

    leave = country_holidays("ID", years=year, categories=("government",))
    public = country_holidays("ID", years=year, language="en_US")
    return bool(leave) and not any("(estimated)" in name for name in public.values())


def _up_to(day: date) -> int:
    """Count the year's working days up to and including a day."""
    return bisect_right(_working_days_of(day.year), day)


@cache
def _working_days_of(year: int) -> tuple[date, ...]:
    from holidays import country_holidays

    free = country_holidays("ID", years=year, categories=("public", "government"))
    first = date(year, 1, 1)
    length = (date(year + 1, 1, 1) - first).days
    days = (first + timedelta(days=number) for number in range(length))
    return tuple(day for day in days if day.weekday() < 5 and day not in free)
