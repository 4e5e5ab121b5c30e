"""Numbers: read exactly, rounded on the exact ratio, written for each reader."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.number import (
    display,
    display_published,
    exact,
    exponential,
    logarithm,
    published,
    rounded,
    tidy,
)

DECIMALS = st.decimals(
    min_value=-(10**9), max_value=10**9, places=4, allow_nan=False, allow_infinity=False
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", Fraction(0)),
        ("21.85", Fraction(2185, 100)),
        ("-12.50", Fraction(-25, 2)),
        ("007", Fraction(7)),
    ],
)
def test_a_plain_decimal_is_read_exactly(text: str, value: Fraction) -> None:
    assert exact(text) == value


@pytest.mark.parametrize(
    "text",
    ["", " 1", "1 ", "+1", "1e3", "nan", "inf", "1_000", "1,5", ".5", "5.", "1/2", "٣"],
)
def test_any_other_notation_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a plain decimal number"):
        exact(text)


@pytest.mark.parametrize(
    ("value", "places", "mode", "expected"),
    [
        ("2.675", 2, "half_up", "2.68"),
        ("-2.675", 2, "half_up", "-2.68"),
        ("0.5", 0, "half_up", "1"),
        ("1.5", 0, "half_even", "2"),
        ("2.5", 0, "half_even", "2"),
        ("2.51", 0, "half_even", "3"),
        ("2.999", 2, "down", "2.99"),
        ("-2.999", 2, "down", "-2.99"),
        ("99.995", 2, "half_up", "100.00"),
    ],
)
def test_rounding_is_decided_on_the_exact_value(
    value: str, places: int, mode: str, expected: str
) -> None:
    assert str(rounded(exact(value), places, mode)) == expected  # type: ignore[arg-type]


def test_the_published_share_of_kepri_is_99_27() -> None:
    assert published(Fraction(271, 273) * 100, 2) == "99.27"


def test_a_published_number_has_all_its_places() -> None:
    assert published(Fraction(5), 2) == "5.00"
    assert published(Fraction(0), 0) == "0"


@given(DECIMALS, st.integers(0, 4))
def test_half_up_agrees_with_decimal(value: Decimal, places: int) -> None:
    expected = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)

    assert rounded(Fraction(value), places) == expected


@given(st.fractions(), st.integers(0, 6))
def test_rounding_moves_a_value_by_half_a_unit_at_most(
    value: Fraction, places: int
) -> None:
    assert abs(Fraction(rounded(value, places)) - value) <= Fraction(1, 2 * 10**places)


@given(st.fractions(), st.fractions(), st.integers(0, 6))
def test_rounding_keeps_order(first: Fraction, second: Fraction, places: int) -> None:
    low, high = sorted((first, second))

    assert rounded(low, places) <= rounded(high, places)


@pytest.mark.parametrize(
    ("value", "places", "indonesian", "english"),
    [
        ("1234567.891", 2, "1.234.567,89", "1,234,567.89"),
        ("99.27", 2, "99,27", "99.27"),
        ("1000", 0, "1.000", "1,000"),
        ("-0.5", 1, "−0,5", "−0.5"),
        ("7", 2, "7,00", "7.00"),
    ],
)
def test_a_number_is_written_as_each_language_does(
    value: str, places: int, indonesian: str, english: str
) -> None:
    assert display(exact(value), places, "id") == indonesian
    assert display(exact(value), places, "en") == english


def test_a_published_text_is_written_with_its_own_places() -> None:
    assert display_published("1234.50", "id") == "1.234,50"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("271", "271"), ("99.2674", "99,27"), ("3.90", "3,9"), ("0.001", "0")],
)
def test_a_tidy_number_has_as_few_decimals_as_show_it(
    value: str, expected: str
) -> None:
    assert tidy(exact(value), "id") == expected


def test_a_logarithm_has_sixty_digits() -> None:
    assert published(logarithm(Fraction(2)), 30) == "0.693147180559945309417232121458"
    assert published(exponential(Fraction(1)), 30) == "2.718281828459045235360287471353"


@given(st.fractions(min_value=Fraction(1, 100), max_value=100, max_denominator=1000))
def test_the_exponential_undoes_the_logarithm(value: Fraction) -> None:
    assert rounded(exponential(logarithm(value)), 40) == rounded(value, 40)
