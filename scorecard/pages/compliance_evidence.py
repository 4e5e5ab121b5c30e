"""The evidence on a printed compliance sheet: counts, conditions, marks, files."""

from __future__ import annotations

from fractions import Fraction

from scorecard.model import (
    AttachedFile,
    Checked,
    InputFile,
    QuantityValue,
    Scorecard,
    Season,
)
from scorecard.number import Language, tidy
from scorecard.pages.compliance_words import WORDS
from scorecard.pages.words import WORDS as PAGE_WORDS
from scorecard.wording import Text, dated

Row = dict[str, object]


def evidence_tables(
    season: Season, card: Scorecard, language: Language
) -> dict[str, list[Row]]:
    """Give each table of evidence, its rows in the order of the scorecard."""
    return {
        "quantities": [_quantity(each, language) for each in card.quantities],
        "documents": _documents(card, language),
        "marks": _marks(card, language),
        "cited": _cited(card, language),
        "files": _files(season, card, language),
    }


def _quantity(value: QuantityValue, language: Language) -> Row:
    if value.value is not None:
        count = tidy(value.value, language)
    elif value.location is not None:
        count = WORDS["unreadable_word"].in_(language)
    else:
        count = PAGE_WORDS["not_given"].in_(language)
    return {
        "title": _capital(value.title.in_(language)),
        "count": count,
        "is_number": value.value is not None,
        "source": WORDS[value.source].in_(language),
        "place": str(value.location) if value.location else "",
    }


def _documents(card: Scorecard, language: Language) -> list[Row]:
    return [
        {
            "title": _capital(finding.title.in_(language)),
            "conditions": [_condition(each, language) for each in finding.conditions],
        }
        for finding in card.findings
        if finding.conditions
    ]


def _condition(condition: Checked, language: Language) -> Row:
    key = "met" if condition.met else "not_met"
    word = WORDS["unreadable_word" if condition.unreadable else key]
    return {
        "title": _capital(condition.title.in_(language)),
        "met": condition.met,
        "word": word.in_(language),
        "points": tidy(condition.points, language),
        "reason": dated(condition.reason.in_(language), language),
    }


def _marks(card: Scorecard, language: Language) -> list[Row]:
    titles = {each.indicator: each.title for each in card.findings}
    waits = WORDS["pending_word"].in_(language)
    return [
        {
            "indicator": _title(titles.get(mark.indicator), language),
            "sample": mark.ticket,
            "assessor": mark.assessor,
            "mark": waits if mark.value is None else tidy(mark.value, language),
            "place": str(mark.location),
        }
        for mark in card.marks
    ]


def _cited(card: Scorecard, language: Language) -> list[Row]:
    """Quote the answers and documents' fields; marks and counts stand above."""
    above = {mark.location for mark in card.marks}
    above |= {each.location for each in card.quantities if each.location}
    return [
        {
            "what": _title(cited.title, language),
            "shown": dated(cited.shown, language),
            "indicator": _title(finding.title, language),
            "place": str(cited.location),
        }
        for finding in card.findings
        for cited in finding.evidence
        if cited.location not in above
    ]


def _files(season: Season, card: Scorecard, language: Language) -> list[Row]:
    read = [each for each in season.inputs if _belongs(each.path, card.path)]
    known = {each.path for each in read}
    named = [each for each in card.files if each.path not in known]
    states = {each.path: each.found for each in card.files}
    listed: list[InputFile | AttachedFile] = [*read, *named]
    return [
        {
            "path": each.path,
            "size": tidy(Fraction(each.size), language) if each.size else "",
            "state": WORDS["found" if states.get(each.path, True) else "not_found"].in_(
                language
            ),
            "digest": each.sha256,
        }
        for each in listed
    ]


def _belongs(path: str, folder: str) -> bool:
    return bool(folder) and (path == folder or path.startswith(f"{folder}/"))


def _title(title: Text | None, language: Language) -> str:
    return _capital(title.in_(language)) if title else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
