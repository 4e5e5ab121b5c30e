"""Sentences: one pair of templates, its figures written for each reader."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from scorecard.wording import (
    Places,
    Spoken,
    Text,
    enumerated,
    joined,
    long_date,
    same,
    say,
    spoken,
)


def test_a_sentence_exists_in_both_languages() -> None:
    said = say(
        "{done} dari {all} laporan selesai: {share} %",
        "{done} of {all} reports closed: {share} %",
        done=271,
        all=1273,
        share=Places(Fraction(27100, 273), 2),
    )

    assert said == Text(
        "271 dari 1.273 laporan selesai: 99,27 %",
        "271 of 1,273 reports closed: 99.27 %",
    )
    assert (said.in_("id"), said.in_("en")) == (said.id, said.en)


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (None, "—", "—"),
        ("{braces} stay", "{braces} stay", "{braces} stay"),
        (1234, "1.234", "1,234"),
        (Fraction(5, 2), "2,5", "2.5"),
        (Places(Fraction(5), 2), "5,00", "5.00"),
        (date(2026, 8, 17), "17 Agustus 2026", "17 August 2026"),
        (Text("aspek", "criterion"), "aspek", "criterion"),
        ((same("a"), same("b"), same("c")), "a, b dan c", "a, b and c"),
    ],
)
def test_a_figure_is_written_for_its_reader(
    value: Spoken, indonesian: str, english: str
) -> None:
    assert spoken(value, "id") == indonesian
    assert spoken(value, "en") == english


@pytest.mark.parametrize(
    ("words", "expected"),
    [((), ""), (("a",), "a"), (("a", "b"), "a dan b"), (("a", "b", "c"), "a, b dan c")],
)
def test_words_are_joined_as_in_a_sentence(
    words: tuple[str, ...], expected: str
) -> None:
    assert enumerated(words, "id") == expected


def test_every_month_has_its_name_in_both_languages() -> None:
    first, last = date(2026, 1, 1), date(2026, 12, 31)

    assert long_date(first, "id") == "1 Januari 2026"
    assert long_date(first, "en") == "1 January 2026"
    assert long_date(last, "id") == "31 Desember 2026"
    assert long_date(last, "en") == "31 December 2026"


def test_a_user_cannot_put_a_template_into_a_sentence() -> None:
    said = say("nama: {name}", "name: {name}", name="{name.__class__}")

    assert said.id == "nama: {name.__class__}"


def test_texts_are_joined_without_empty_parts() -> None:
    parts = (Text("satu", "one"), Text("", ""), Text("dua", "two"))

    assert joined(parts, "; ") == Text("satu; dua", "one; two")
