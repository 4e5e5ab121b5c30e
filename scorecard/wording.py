"""Sentences in both languages: one template pair, its figures written for each reader.

A sentence always exists in Indonesian and English at once, so that a result can be
read by either without running anything again. `say` is the only place where a figure
meets a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from scorecard.number import Language, display, rounded, tidy


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in Indonesian and in English."""

    id: str
    en: str

    def in_(self, language: Language) -> str:
        """Give the words of one language."""
        return self.id if language == "id" else self.en


@dataclass(frozen=True, slots=True)
class Places:
    """A figure to be written with exactly so many decimals."""

    value: Fraction
    places: int


Spoken: TypeAlias = (
    str | int | Fraction | Places | date | Text | tuple[Text, ...] | None
)

_MONTHS: dict[Language, tuple[str, ...]] = {
    "id": (
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli"),
        *("Agustus", "September", "Oktober", "November", "Desember"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
}
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ALL_PLACES = 12
_AND: dict[Language, str] = {"id": "dan", "en": "and"}


def say(indonesian: str, english: str, /, **figures: Spoken) -> Text:
    """Fill both templates with figures written as each language writes them."""
    return Text(_fill(indonesian, "id", figures), _fill(english, "en", figures))


def same(words: str) -> Text:
    """Use words that are alike in both languages: a name, a number, a clause."""
    return Text(words, words)


def stated(figure: Fraction) -> Text:
    """Write a figure of a rubric with all its decimals; one without end as a ratio."""
    if rounded(figure, _ALL_PLACES) != figure:
        return same(f"{figure.numerator}/{figure.denominator}")
    return Text(tidy(figure, "id", _ALL_PLACES), tidy(figure, "en", _ALL_PLACES))


def joined(parts: tuple[Text, ...], separator: str = " ") -> Text:
    """Join sentences into one text."""
    return Text(
        separator.join(part.id for part in parts if part.id),
        separator.join(part.en for part in parts if part.en),
    )


def spoken(value: Spoken, language: Language) -> str:
    """Write one figure, date or list of words for a reader of the language."""
    match value:
        case None:
            return "—"
        case str():
            return value
        case Text():
            return value.in_(language)
        case tuple():
            return enumerated(tuple(text.in_(language) for text in value), language)
        case date():
            return long_date(value, language)
        case Places():
            return display(value.value, value.places, language)
        case int() | Fraction():
            return tidy(Fraction(value), language)


def long_date(day: date, language: Language) -> str:
    """Write a date as in a letter: ``21 November 2026``."""
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"


def dated(words: str, language: Language) -> str:
    """Put an ISO date in the order in which Indonesians read it; nothing else."""
    if language != "id" or not _ISO_DATE.fullmatch(words):
        return words
    year, month, day = words.split("-")
    return f"{day}/{month}/{year}"


def month_name(month: int) -> Text:
    """Name a month from 1 to 12."""
    return Text(_MONTHS["id"][month - 1], _MONTHS["en"][month - 1])


def enumerated(words: tuple[str, ...], language: Language) -> str:
    """Join words as in a sentence: ``a, b dan c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {_AND[language]} {words[-1]}"


def _fill(template: str, language: Language, figures: dict[str, Spoken]) -> str:
    return template.format_map(
        {name: spoken(value, language) for name, value in figures.items()}
    )
