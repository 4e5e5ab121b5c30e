"""Numbers, dates and words as people write them; what has two readings has none."""

from __future__ import annotations

from datetime import date, datetime, time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.errors import Location
from scorecard.evidence.calendar import working_days
from scorecard.evidence.dates import local_day, read_clock, read_date
from scorecard.evidence.folding import folded, nearest, slug
from scorecard.evidence.numbers import (
    Percentage,
    exact_number,
    read_number,
    read_percentage,
    read_whole,
    shown_number,
)
from scorecard.evidence.workbook import Cell


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (271, 271),
        (3.9, Fraction("3.9")),
        (0.1, Fraction(1, 10)),
        ("3,9", Fraction("3.9")),
        ("3.9", Fraction("3.9")),
        ("1.234,5", Fraction("1234.5")),
        ("1,234.5", Fraction("1234.5")),
        ("1.234.567", 1234567),
        (" −12 ", -12),
        ("1.234", "unclear"),
        ("1,234", "unclear"),
        ("dua", "wrong"),
        ("12 hari", "wrong"),
        ("", "wrong"),
        ("1e5", "wrong"),
        ("1_000", "wrong"),
        (True, "wrong"),
        (float("nan"), "wrong"),
        (float("inf"), "wrong"),
        (1e300, "wrong"),
    ],
)
def test_numbers_are_exact_or_refused(value: object, expected: object) -> None:
    assert read_number(value) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (271, 271),
        (271.0, 271),
        ("1.011", 1011),
        ("1,011", 1011),
        ("0", 0),
        (3.5, "wrong"),
        (-1, "wrong"),
        ("-1.000", "wrong"),
        ("3,5", "wrong"),
    ],
)
def test_a_count_is_whole_and_not_negative(value: object, expected: object) -> None:
    assert read_whole(value) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (0.9927, "0.00%", Percentage(Fraction("99.27"), True)),
        (99.27, "General", Percentage(Fraction("99.27"), False)),
        ("99,27 %", "General", Percentage(Fraction("99.27"), True)),
        ("99.27%", "General", Percentage(Fraction("99.27"), True)),
        (99.27, '0.00" %"', Percentage(Fraction("99.27"), False)),
        ("baik", "General", "wrong"),
    ],
)
def test_a_percentage_is_read_by_its_sign(
    value: object, number_format: str, expected: object
) -> None:
    cell = Cell(value, number_format, Location("a"))  # type: ignore[arg-type]
    assert read_percentage(cell) == expected


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (271, "General", "271"),
        (271.0, "General", "271"),
        (3.9, "General", "3,9"),
        (0.9926739, "0.00%", "99,27%"),
        (0.4667, "0%", "47%"),
        (99.2673, "0.00", "99,27"),
        (1011, "#,##0", "1011"),
    ],
)
def test_a_number_is_shown_as_its_owner_sees_it(
    value: float, number_format: str, shown: str
) -> None:
    assert shown_number(value, number_format) == shown


@given(
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e11, max_value=1e11)
)
def test_a_float_is_the_decimal_that_is_written(value: float) -> None:
    assert exact_number(value) == Fraction(repr(value))


@pytest.mark.parametrize(
    "written",
    [
        "9 Jan 2024",
        "09 January 2024",
        "9 Januari 2024",
        "9-Jan-2024",
        "2024-01-09",
        "2024-01-09 23:59:00",
        "09-01-2024",
        "9.1.2024",
        datetime(2024, 1, 9, 12),
        date(2024, 1, 9),
    ],
)
def test_dates_are_read_as_written(written: object) -> None:
    assert read_date(written) == date(2024, 1, 9)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("29 May 2023", date(2023, 5, 29)),
        ("31 Desember 2025", date(2025, 12, 31)),
        ("1 Agt 2025", date(2025, 8, 1)),
        ("25/12/2025", date(2025, 12, 25)),
        ("12/25/2025", date(2025, 12, 25)),
        ("04/04/2025", date(2025, 4, 4)),
        ("03/04/2025", None),
        ("31-02-2025", None),
        ("9 Foo 2024", None),
        ("9 Jan 24", None),
        ("kemarin", None),
        (2025, None),
        (45291, date(2023, 12, 31)),
        (None, None),
    ],
)
def test_a_date_with_two_readings_has_none(written: object, expected: object) -> None:
    assert read_date(written) == expected  # type: ignore[arg-type]


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert read_date(text) is None or isinstance(read_date(text), date)
    assert read_clock(text) is None or isinstance(read_clock(text), time)
    assert isinstance(read_number(text), Fraction | str)


@pytest.mark.parametrize(
    ("code", "day"),
    [("21", 31), ("61.71", 31), ("52", 32), ("74.71", 32), ("91", 32), ("K.01", 31)],
)
def test_utc_becomes_the_day_at_the_place(code: str, day: int) -> None:
    local = local_day(date(2024, 12, 31), time(16, 30), code)
    assert local == (date(2024, 12, 31) if day == 31 else date(2025, 1, 1))


def test_without_a_time_the_day_stays() -> None:
    assert local_day(date(2024, 12, 31), None, "91") == date(2024, 12, 31)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2025, 1, 9), date(2025, 1, 9), 0),
        (date(2025, 1, 9), date(2025, 1, 10), 1),
        (date(2025, 1, 10), date(2025, 1, 13), 1),
        # Idulfitri 2025 with its collective leave: 28 March to 7 April.
        (date(2025, 3, 27), date(2025, 4, 8), 1),
        # New Year's Day is free.
        (date(2024, 12, 31), date(2025, 1, 2), 1),
    ],
)
def test_working_days_skip_weekends_holidays_and_leave(
    start: date, end: date, days: int
) -> None:
    assert working_days(start, end) == days


def test_words_are_folded() -> None:
    assert folded("  Tracking\nID ") == "tracking id"
    assert folded("YÁ") == "ya"
    assert slug("Dinas Kesehatan & KB") == "dinas-kesehatan-kb"
    assert nearest("Ditutup oleh Sistm", ["Proses", "Ditutup oleh Sistem"]) == (
        "Ditutup oleh Sistem"
    )
    assert nearest("zzz", ["Proses"]) == ""
