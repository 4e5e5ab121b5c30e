"""Dates as they are written: cells, ISO, day first, and with month names.

Month names are Indonesian or English, full or short, as the ministry's export and
people write them. What has two readings has none here.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from scorecard.evidence.folding import folded
from scorecard.evidence.workbook import Value

_MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "pebruari", "february", "feb", "peb"),
    ("maret", "march", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("agustus", "august", "agu", "agt", "ags", "agust", "aug"),
    ("september", "sep", "sept"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nopember", "nov", "nop"),
    ("desember", "december", "des", "dec"),
)
_MONTH_NUMBER = {
    name: number for number, names in enumerate(_MONTHS, start=1) for name in names
}
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?z?")
_NAMED = re.compile(r"(\d{1,2})[ .-]([a-z]+)[.]?[ -](\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-.](\d{1,2})[-.](\d{4})")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?")
_YEARS = range(1945, 2101)

# Western, central and eastern time by the province's code; UTC+7, +8 and +9.
_CENTRAL = frozenset({51, 52, 53, 63, 64, 65, 71, 72, 73, 74, 75, 76})
_EASTERN = frozenset({81, 82, 91, 92, 93, 94, 95, 96, 97})


def read_date(value: Value) -> date | None:
    """Give the day that a cell means; None if it means none, or more than one."""
    match value:
        case datetime():
            return _sane(value.date())
        case date():
            return _sane(value)
        case str():
            return _written(value)
        case _:
            return None


def read_clock(value: Value) -> time | None:
    """Give the time of day that a cell means, in whatever zone it was written."""
    match value:
        case datetime():
            return value.time()
        case time():
            return value
        case str():
            return _clock(value.strip())
        case _:
            return None


def local_day(day: date, utc: time | None, code: str) -> date:
    """Give the day at the participant's place of a moment written in UTC.

    The export's times are UTC, its readers are 7, 8 or 9 hours ahead. Without a time
    the day stays. Participants that are no region keep the capital's time.
    """
    if utc is None:
        return day
    return (datetime.combine(day, utc) + timedelta(hours=_hours_ahead(code))).date()


def _hours_ahead(code: str) -> int:
    province = int(code[:2]) if code[:2].isdecimal() else 0
    if province in _EASTERN:
        return 9
    return 8 if province in _CENTRAL else 7


@lru_cache(maxsize=4096)
def _written(text: str) -> date | None:
    words = folded(text)
    if match := _ISO.fullmatch(words):
        return _day(match[1], match[2], match[3])
    if match := _NAMED.fullmatch(words):
        month = _MONTH_NUMBER.get(match[2], 0)
        return _day(match[3], str(month), match[1])
    if match := _DAY_FIRST.fullmatch(words):
        return _day(match[3], match[2], match[1])
    if match := _SLASHED.fullmatch(words):
        return _slashed(match[1], match[2], match[3])
    return None


def _slashed(first: str, second: str, year: str) -> date | None:
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if day_first and month_first and day_first != month_first:
        return None
    return day_first or month_first


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return _sane(date(int(year), int(month), int(day)))
    except ValueError:
        return None


def _sane(day: date) -> date | None:
    return day if day.year in _YEARS else None


def _clock(text: str) -> time | None:
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    try:
        return time(int(match[1]), int(match[2]), int(match[3] or 0))
    except ValueError:
        return None
