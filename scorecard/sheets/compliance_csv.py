"""The compliance sheet as CSV: one row an indicator, for other programs to read."""

from __future__ import annotations

from fractions import Fraction

from scorecard.csv_table import csv_bytes
from scorecard.model import Finding, Score, Season
from scorecard.number import Language, display_published, published
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.lines import sentence_case
from scorecard.sheets.long_tables import places_of
from scorecard.sheets.words import word

_PLACES = 6
"""Decimals of figures that the rubric does not round."""

_KEYS = (
    *("code", "participant", "criterion", "indicator", "clause", "state", "value"),
    *("unit", "numerator", "denominator", "points", "points_top", "weight", "share"),
    *("contribution", "contribution_top", "reason", "remedy", "file", "sheet", "cell"),
    "digest",
)


def compliance_csv(season: Season, rubric: Rubric, code: str) -> bytes:
    """List a participant's indicators with evidence, points and reasons.

    Raises KeyError for a code that has no scorecard.
    """
    card, language = season.scorecard(code), rubric.language
    titles = {each.criterion: each.title for each in card.criteria}
    rows = [
        (
            code,
            card.participant.name,
            sentence_case(titles[finding.criterion].in_(language)),
            *_finding(finding, language),
            *_places(season, finding),
        )
        for finding in card.findings
    ]
    return csv_bytes([word(key, language) for key in _KEYS], rows)


def _finding(finding: Finding, language: Language) -> tuple[str, ...]:
    points, part = finding.points, finding.contribution
    remedy = finding.remedy.in_(language) if finding.remedy else ""
    return (
        sentence_case(finding.title.in_(language)),
        finding.clause,
        word(finding.state, language),
        _number(finding.value, language),
        finding.unit.in_(language),
        _number(finding.numerator, language),
        _number(finding.denominator, language),
        _end(points, language, high=False),
        _end(points, language, high=True),
        "" if finding.informative else _number(finding.weight, language),
        "" if finding.informative else f"{_number(100 * finding.share, language)}%",
        _end(part, language, high=False),
        _end(part, language, high=True),
        finding.reason.in_(language),
        remedy,
    )


def _places(season: Season, finding: Finding) -> tuple[str, ...]:
    files, sheets, cells = places_of(finding)
    digests = {each.path: each.sha256 for each in season.inputs}
    named = [digests.get(path, "") for path in files.split("\n")]
    return files, sheets, cells, "\n".join(filter(None, named))


def _end(score: Score | None, language: Language, *, high: bool) -> str:
    if score is None:
        return ""
    end = score.published_high if high else score.published_low
    return _written(end, language)


def _number(value: Fraction | None, language: Language) -> str:
    if value is None:
        return ""
    text = published(value, _PLACES)
    return _written(text.rstrip("0").rstrip("."), language)


def _written(text: str, language: Language) -> str:
    """Write a decimal as programs read it: no marks of thousands, a plain ``-``."""
    grouped = display_published(text, language).replace("\N{MINUS SIGN}", "-")
    return grouped.replace("." if language == "id" else ",", "")
