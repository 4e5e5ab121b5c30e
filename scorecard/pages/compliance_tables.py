"""The tables of a printed compliance sheet that lead from findings to the band."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from scorecard.model import CriterionScore, Finding, Scorecard
from scorecard.number import display, display_published, published, tidy
from scorecard.pages.compliance_words import WORDS
from scorecard.pages.figures import NONE, percent_text, score_text, value_text
from scorecard.pages.words import WORDS as PAGE_WORDS
from scorecard.rubric.nouns import Gate, Rubric
from scorecard.self_assessment import RELATIONS, Ends, compared

Row = dict[str, object]


def self_rows(card: Scorecard, rubric: Rubric) -> list[Row]:
    """Give own and official scores side by side, with the difference."""
    language = rubric.language
    return [
        {
            "title": _capital(line.title.in_(language)),
            "depth": line.depth,
            "is_total": not line.criterion,
            "own": _ends(line.stated, rubric, RELATIONS["not_stated"].in_(language)),
            "official": _ends(line.official, rubric, NONE),
            "gap": _ends(line.difference, rubric, NONE, signed=True),
            "relation": RELATIONS[line.relation].in_(language),
        }
        for line in compared(card, rubric)
    ]


def derivation_rows(card: Scorecard, rubric: Rubric) -> list[Row]:
    """Give criteria and indicators as the rubric nests them, numbered."""
    rows: list[Row] = []
    number = 0
    for node in _below(card, ""):
        if isinstance(node, Finding):
            number += 1
            rows.append(_finding(node, number, rubric))
        else:
            rows.append(_criterion(node, rubric))
    return rows


def band_rows(rubric: Rubric) -> list[Row]:
    """Give the bands, best first."""
    language, places = rubric.language, rubric.score.places
    best_first = sorted(rubric.bands.ranges, key=lambda b: b.from_, reverse=True)
    return [
        {
            "title": band.title.text.in_(language),
            "zone": band.zone.text.in_(language) if band.zone else "",
            "colour": band.colour,
            "from": display(band.from_, places, language),
            "to": display(band.to, places, language),
        }
        for band in best_first
    ]


def gate_rows(card: Scorecard, rubric: Rubric) -> list[Row]:
    """Give the gates and whether each holds the band."""
    language = rubric.language
    caps = {each.id: each.title.text.in_(language) for each in rubric.bands.ranges}
    return [
        {
            "title": _capital(gate.title.text.in_(language)),
            "of": _capital(rubric.node(gate.of).title.text.in_(language)),
            "below": tidy(gate.below, language),
            "cap": caps[gate.cap],
            "points": score_text(card.points_of(gate.of), language),
            "result": WORDS[_held(card, gate)].in_(language),
        }
        for gate in rubric.gates
    ]


def _held(card: Scorecard, gate: Gate) -> str:
    hit = next((each for each in card.gates if each.gate == gate.id), None)
    if hit is None:
        return "holds_not"
    return "holds" if hit.certain else "may_hold"


def _below(card: Scorecard, parent: str) -> Iterator[CriterionScore | Finding]:
    for criterion in card.criteria:
        if criterion.parent == parent:
            yield criterion
            yield from _below(card, criterion.criterion)
    if parent:
        yield from (each for each in card.findings if each.criterion == parent)


def _criterion(score: CriterionScore, rubric: Rubric) -> Row:
    language, beside = rubric.language, score.informative
    return {
        "number": 0,
        "title": _capital(score.title.in_(language)),
        "depth": score.depth,
        "points": score_text(score.points, language),
        "weight": NONE if beside else tidy(score.weight, language),
        "share": "" if beside else percent_text(score.share, language),
        "part": score_text(score.contribution, language) if not beside else "",
    }


def _finding(finding: Finding, number: int, rubric: Rubric) -> Row:
    language, beside = rubric.language, finding.informative
    informative = WORDS["informative"].in_(language)
    return {
        "number": number,
        "title": _capital(finding.title.in_(language)),
        "clause": finding.clause,
        "state": finding.state,
        "state_word": PAGE_WORDS[finding.state].in_(language),
        "value": value_text(finding, language),
        "points": score_text(finding.points, language),
        "weight": informative if beside else tidy(finding.weight, language),
        "share": "" if beside else percent_text(finding.share, language),
        "part": "" if beside else score_text(finding.contribution, language),
        "places": _places(finding),
        "reason": finding.reason.in_(language),
        "remedy": finding.remedy.in_(language) if finding.remedy else "",
    }


def _places(finding: Finding) -> str:
    """Name the cells by file and sheet: ``borang.xlsx › Rekap › C5, C6``."""
    cells: dict[str, dict[str, None]] = {}
    for cited in finding.evidence:
        place = cited.location
        within = str(replace(place, cell="", line=0))
        cells.setdefault(within, {})[place.cell or str(place.line or "")] = None
    return "; ".join(_with_cells(within, list(each)) for within, each in cells.items())


def _with_cells(within: str, cells: list[str]) -> str:
    named = [cell for cell in cells if cell]
    shown = ", ".join(named[:_MOST_CELLS])
    more = ", …" if len(named) > _MOST_CELLS else ""
    return f"{within} › {shown}{more}" if named else within


_MOST_CELLS = 12
"""Cells of one sheet that a row names; all of them stand in the tables of evidence."""


def _ends(
    ends: Ends | None, rubric: Rubric, otherwise: str, *, signed: bool = False
) -> str:
    if ends is None:
        return otherwise
    words = (_figure(each, rubric, signed=signed) for each in dict.fromkeys(ends))
    return (" … " if signed else " – ").join(words)


def _figure(value: Fraction, rubric: Rubric, *, signed: bool) -> str:
    text = published(value, rubric.score.places, rubric.score.mode)
    plus = "+" if signed and value > 0 else ""
    return plus + display_published(text, rubric.language)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
