"""The compliance sheet as a page: for the reviewer who signs on paper."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.errors import worst_first
from scorecard.methods.bands import band_at
from scorecard.model import Scorecard, Season
from scorecard.number import display, tidy
from scorecard.pages.certificate import certificate_record
from scorecard.pages.compliance_evidence import evidence_tables
from scorecard.pages.compliance_tables import (
    band_rows,
    derivation_rows,
    gate_rows,
    self_rows,
)
from scorecard.pages.compliance_words import WORDS
from scorecard.pages.edition import Edition
from scorecard.pages.figures import place_text, score_text
from scorecard.pages.page import Page
from scorecard.pages.template import fill
from scorecard.pages.words import period_of, words_in
from scorecard.rubric.nouns import Rubric
from scorecard.wording import long_date

_TOTAL = "total"


def compliance_page(edition: Edition, code: str, path: str) -> Page:
    """Give a participant's compliance sheet, ready to print, with its sealed record.

    Raises KeyError for a code that has no scorecard.
    """
    html = compliance_html(edition.season, edition.rubric, code, root=edition.seal.root)
    return Page(path, html, record=certificate_record(edition, code))


def compliance_html(
    season: Season, rubric: Rubric, code: str, *, root: str = ""
) -> str:
    """Give a participant's compliance sheet, in the rubric's language.

    `root` is that of the season's seal. Raises KeyError for a code that has no
    scorecard.
    """
    card, language = season.scorecard(code), rubric.language
    own = {key: text.in_(language) for key, text in WORDS.items()}
    values: dict[str, object] = {
        "language": language,
        "words": {**words_in(language), **own},
        **_head(season, card, rubric),
        "root": root,
        **_result(season, card, rubric),
        "own": self_rows(card, rubric),
        "own_source": _own_source(card),
        "rows": derivation_rows(card, rubric),
        "bands": band_rows(rubric),
        "gates": gate_rows(card, rubric),
        **evidence_tables(season, card, language),
        **_remarks(season, card, rubric),
    }
    return fill("compliance.html", values)


def _head(season: Season, card: Scorecard, rubric: Rubric) -> dict[str, object]:
    language, participant = rubric.language, card.participant
    titles = {each.id: each.title.text.in_(language) for each in rubric.categories}
    return {
        "rubric": season.rubric.title.in_(language),
        "edition": season.rubric.edition,
        "participant": participant.name,
        "participant_code": participant.code,
        "category": titles.get(participant.category, participant.category),
        "period": period_of(rubric),
        "as_of": long_date(season.as_of, language),
        "digest": season.rubric.sha256,
        "tool": season.tool,
    }


def _result(season: Season, card: Scorecard, rubric: Rubric) -> dict[str, object]:
    language, band = rubric.language, card.band
    return {
        "total": score_text(card.total, language),
        "exact": _exact(card, rubric),
        "maximum": tidy(rubric.score.maximum, language),
        "rounding": _rounding(rubric),
        "band": band.title.in_(language) if band else "",
        "zone": band.zone.in_(language) if band and band.zone else "",
        "uncapped": _uncapped(card, rubric),
        "colour": band.colour if band else "",
        "coverage": f"{tidy(card.coverage, language)} %",
        "reason": card.reason.in_(language),
        **_place(season, card),
    }


def _exact(card: Scorecard, rubric: Rubric) -> str:
    if card.total is None:
        return ""
    places = rubric.score.places + 4
    ends = dict.fromkeys((card.total.low, card.total.high))
    return " – ".join(display(each, places, rubric.language) for each in ends)


def _rounding(rubric: Rubric) -> str:
    score = rubric.score
    modes = {
        "half_up": {"id": "setengah ke atas", "en": "half up"},
        "half_even": {"id": "setengah ke genap", "en": "half to even"},
        "down": {"id": "ke bawah", "en": "down"},
    }
    mode = modes[score.mode][rubric.language]
    if rubric.language == "id":
        return f"dibulatkan {score.places} desimal, {mode}"
    return f"rounded to {score.places} decimals, {mode}"


def _uncapped(card: Scorecard, rubric: Rubric) -> str:
    """Name the band before gates, both ends of an interval."""
    total = card.total
    if total is None:
        return ""
    ends = (
        band_at(total.low, total.published_low, rubric),
        band_at(total.high, total.published_high, rubric),
    )
    words = (each.title.text.in_(rubric.language) for each in ends)
    return " – ".join(dict.fromkeys(words))


def _place(season: Season, card: Scorecard) -> Mapping[str, object]:
    ranking = season.ranking(_TOTAL, card.participant.category)
    standings = ranking.standings if ranking else ()
    code = card.participant.code
    mine = next((each for each in standings if each.participant == code), None)
    return {
        "place": mine.place if mine else None,
        "provisional": bool(mine and mine.provisional),
        "ranked": sum(each.place is not None for each in standings),
    }


def _own_source(card: Scorecard) -> str:
    return str(card.self_scores[0].location) if card.self_scores else ""


def _remarks(season: Season, card: Scorecard, rubric: Rubric) -> dict[str, object]:
    language, code = rubric.language, card.participant.code
    problems = [
        {
            "severity": each.severity,
            "word": words_in(language)[each.severity],
            "place": place_text(each.location),
            "message": each.message.in_(language),
            "seen": each.seen,
            "repair": each.repair.in_(language),
        }
        for each in worst_first(season.problems_of(code))
    ]
    signals = [
        {
            "title": each.title.in_(language),
            "figures": each.figures.in_(language),
            "threshold": each.threshold.in_(language),
        }
        for each in season.signals_of(code)
    ]
    return {"problems": problems, "signals": signals}
