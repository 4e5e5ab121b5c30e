"""Dates as they are written: cells, ISO, day first, with month names, as serials.

Month names are Indonesian or English, full or short, as the ministry's export and
people write them. What has two readings has none here, unless the rest of its column
decides which part is the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal, TypeAlias

from scorecard.evidence.folding import folded
from scorecard.evidence.workbook import Value

Undated: TypeAlias = Literal["unreadable", "ambiguous", "short-year", "impossible"]
Order: TypeAlias = Literal["day", "month", "mixed"]
"""What stands first in a column's dates of three numbers; ``mixed``: either."""

_MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "pebruari", "february", "feb", "peb"),
    ("maret", "march", "mar", "mrt"),
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
_WEEKDAY = re.compile(
    r"(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|ahad"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)[ ,.]+"
)
_WITH_CLOCK = re.compile(
    r"(.*\d)(?:t| |, ?| pukul )(\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?)"
    r" ?(z|utc|gmt|wib|wita|wit)?"
)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_NAMED = re.compile(r"(\d{1,2})[ .,/-]*([a-z]+)[ .,/-]*(\d{4}|\d{2})")
_MONTH_NAMED_FIRST = re.compile(r"([a-z]+)[. ]+(\d{1,2}),? +(\d{4}|\d{2})")
_NUMERIC = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})")
_SHORT_YEAR = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{2})")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?")
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")
_YEARS = range(1945, 2101)
_LONGEST = 60
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_LOCAL_ZONES = frozenset({"wib", "wita", "wit"})

# Western, central and eastern time by the province's code; UTC+7, +8 and +9.
_CENTRAL = frozenset({51, 52, 53, 63, 64, 65, 71, 72, 73, 74, 75, 76})
_EASTERN = frozenset({81, 82, 91, 92, 93, 94, 95, 96, 97})


def read_date(value: Value, order: Order | None = None) -> date | None:
    """Give the day that a cell means; None if it means none, or more than one."""
    day = date_or_reason(value, order)
    return day if isinstance(day, date) else None


def date_or_reason(
    value: Value, order: Order | None = None, *, from_1904: bool = False
) -> date | Undated:
    """Give the day that a cell means, or say why it means none.

    A number is a spreadsheet's serial day, counted from 1900 or, in some old files,
    from 1904.
    """
    match value:
        case datetime():
            return _sane(value.date())
        case date():
            return _sane(value)
        case bool():
            return "unreadable"
        case int() | float():
            return _serial(value, _EPOCH_1904 if from_1904 else _EPOCH)
        case str() if len(value) <= _LONGEST:
            if _SERIAL.fullmatch(value.strip()) and value.isascii():
                return _serial(float(value), _EPOCH_1904 if from_1904 else _EPOCH)
            return _written(value, order)
        case _:
            return "unreadable"


def order_of(values: Iterable[Value]) -> Order | None:
    """Say what stands first in a column's dates, from those that have one reading."""
    found: set[Order] = set()
    for value in values:
        if not isinstance(value, str) or len(value) > _LONGEST:
            continue
        match = _NUMERIC.fullmatch(_without_clock(value)[0])
        if match and (int(match[1]) > 12) != (int(match[3]) > 12):
            found.add("day" if int(match[1]) > 12 else "month")
    return "mixed" if len(found) > 1 else next(iter(found), None)


def read_clock(value: Value) -> time | None:
    """Give the time of day that a cell means, in whatever zone it was written."""
    match value:
        case datetime():
            return value.time()
        case time():
            return value
        case timedelta():
            return (datetime.min + value % timedelta(days=1)).time()
        case bool():
            return None
        case int() | float():
            return _clock_of_serial(value)
        case str() if len(value) <= _LONGEST:
            return _clock(value.strip())
        case _:
            return None


def clock_beside(value: Value) -> time | None:
    """Give the time in UTC that stands in the cell of a date; None for local time."""
    if not isinstance(value, str):
        return read_clock(value) if isinstance(value, datetime | float) else None
    _, clock, zone = _without_clock(value) if len(value) <= _LONGEST else ("", "", "")
    return _clock(clock) if clock and zone not in _LOCAL_ZONES else None


def local_day(day: date, utc: time | None, code: str) -> date:
    """Give the day at the participant's place of a moment written in UTC.

    The export's times are UTC, its readers are 7, 8 or 9 hours ahead. Without a time
    the day stays. Participants that are no region keep the capital's time.
    """
    late = utc is not None and utc.hour + hours_ahead(code) >= 24
    return day + timedelta(days=1) if late else day


def hours_ahead(code: str) -> int:
    """Say how many hours the participant's place is ahead of UTC."""
    province = int(code[:2]) if code[:2].isdecimal() else 0
    if province in _EASTERN:
        return 9
    return 8 if province in _CENTRAL else 7


@lru_cache(maxsize=4096)
def _written(text: str, order: Order | None) -> date | Undated:
    words = _without_clock(text)[0]
    if match := _YEAR_FIRST.fullmatch(words):
        return _day(match[1], match[3], match[4])
    if match := _NAMED.fullmatch(words):
        return _named(match[1], match[2], match[3])
    if match := _MONTH_NAMED_FIRST.fullmatch(words):
        return _named(match[2], match[1], match[3])
    if match := _NUMERIC.fullmatch(words):
        return _numeric(match, order)
    return "short-year" if _SHORT_YEAR.fullmatch(words) else "unreadable"


@lru_cache(maxsize=4096)
def _without_clock(text: str) -> tuple[str, str, str]:
    """Split a moment into its date, its time and its zone, words folded."""
    words = _WEEKDAY.sub("", folded(text), count=1)
    match = _WITH_CLOCK.fullmatch(words)
    # 09.01.2025 and "9 jan 20.25" are no moments: a date must be left before the time.
    if match and (":" in match[2] or _looks_whole(match[1])):
        return match[1].rstrip(" ,"), match[2], match[3] or ""
    return words, "", ""


def _looks_whole(words: str) -> bool:
    return any(
        pattern.fullmatch(words)
        for pattern in (_YEAR_FIRST, _NAMED, _MONTH_NAMED_FIRST, _NUMERIC)
    )


def _named(day: str, month: str, year: str) -> date | Undated:
    if month not in _MONTH_NUMBER:
        return "unreadable"
    if len(year) == 2:
        return "short-year"
    return _day(year, str(_MONTH_NUMBER[month]), day)


def _numeric(match: re.Match[str], order: Order | None) -> date | Undated:
    """Read two numbers and a year; dashes and dots are not used with months first."""
    first, separator, second, year = match.groups()
    undecided = int(first) <= 12 and int(second) <= 12 and first != second
    if undecided and int(first) != int(second):
        if order == "mixed" or (order is None and separator == "/"):
            return "ambiguous"
        month_first = order == "month"
    else:
        month_first = int(first) <= 12 < int(second)
    day, month = (second, first) if month_first else (first, second)
    return _day(year, month, day)


def _day(year: str, month: str, day: str) -> date | Undated:
    try:
        return _sane(date(int(year), int(month), int(day)))
    except ValueError:
        return "impossible"


def _sane(day: date) -> date | Undated:
    return day if day.year in _YEARS else "impossible"


def _serial(number: float, epoch: date) -> date | Undated:
    # A bare 2025 is a year and 20250109 no serial: both lie outside of these years.
    if not 15_000 < number < 75_000:
        return "unreadable"
    return _sane(epoch + timedelta(days=int(number)))


def _clock_of_serial(number: float) -> time | None:
    if not (0 <= number < 1 or 15_000 < number < 75_000):
        return None
    seconds = round(number % 1 * 86_400) % 86_400
    return time(seconds // 3600, seconds // 60 % 60, seconds % 60)


def _clock(text: str) -> time | None:
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    try:
        return time(int(match[1]), int(match[2]), int(match[3] or 0))
    except ValueError:
        return None
