"""Write figures for a page, with the digits that were published and no others."""

from __future__ import annotations

from fractions import Fraction

from scorecard.errors import Location
from scorecard.model import Finding, Score
from scorecard.number import Language, display, display_published, tidy

NONE = "–"


def score_text(score: Score | None, language: Language) -> str:
    """Write points or a total; both ends while it is not settled."""
    if score is None:
        return NONE
    low = display_published(score.published_low, language)
    if not score.is_interval:
        return low
    return f"{low} – {display_published(score.published_high, language)}"


def percent_text(part: Fraction, language: Language) -> str:
    """Write a part of one as per cent: ``12,5 %``."""
    return f"{tidy(part * 100, language)} %"


def value_text(finding: Finding, language: Language) -> str:
    """Write a measured value with both sides of a share: ``271 dari 273 = 99,27 %``."""
    if finding.value is None:
        return NONE
    if answer := _answer(finding):
        return answer
    unit = finding.unit.in_(language)
    figure = (
        display(finding.value, 2, language)
        if unit == "%"
        else tidy(finding.value, language)
    )
    figure = f"{figure} {unit}".rstrip()
    if finding.numerator is None or finding.denominator is None:
        return figure
    of = {"id": "dari", "en": "of"}[language]
    parts = (tidy(each, language) for each in (finding.numerator, finding.denominator))
    return f"{f' {of} '.join(parts)} = {figure}"


def place_text(location: Location | None) -> str:
    """Write where a value stands, the file without its participant's folder."""
    if location is None:
        return NONE
    file = location.file.rpartition("/")[2]
    place = Location(file, location.sheet, location.cell, location.line)
    return str(place)


def _answer(finding: Finding) -> str:
    """Give an answer in words, such as ``Ya``, as its owner wrote it."""
    if finding.unit.id or len(finding.evidence) != 1:
        return ""
    shown = finding.evidence[0].shown
    return shown if shown.isalpha() else ""
