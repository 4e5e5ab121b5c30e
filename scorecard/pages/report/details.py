"""What the page knows of each participant, until somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from scorecard.advice.places import where
from scorecard.comparison.sentences import development_sentence
from scorecard.errors import Problem, worst_first
from scorecard.explanation.derivation import explain
from scorecard.explanation.steps import Step
from scorecard.model import (
    CriterionScore,
    OfficeLoad,
    PossibleRepair,
    Ranking,
    Scorecard,
    Signal,
)
from scorecard.number import published
from scorecard.pages.figures import place_text
from scorecard.pages.medians import (
    NO_MEDIANS,
    Group,
    Medians,
    category_medians,
    group_of,
)
from scorecard.pages.report.gaps import gap
from scorecard.pages.report.indicators import ends, groups, informative, told_step
from scorecard.pages.report.strings import Told
from scorecard.pages.report.view import TOTAL, View, files_of, placed
from scorecard.wording import Text, same

_REPAIRS = 6
_SUMMARY = ("rounding", "gate", "band", "place")


def people(view: View) -> dict[str, Told]:
    """Give every participant's details by code; texts are in both languages."""
    medians = category_medians(view.season)
    rankings = {
        standing.participant: each
        for each in view.season.rankings
        if each.id == TOTAL
        for standing in each.standings
    }
    return {
        code: {
            **_head(card, rankings.get(code), view),
            **_score(card, medians.get(_among(card, view), NO_MEDIANS), view),
            **_what_follows(card, view),
        }
        for code, card in view.cards.items()
    }


def _among(card: Scorecard, view: View) -> Group:
    return group_of(card.participant, view.season)


def _head(card: Scorecard, ranking: Ranking | None, view: View) -> dict[str, Told]:
    participant, band = card.participant, card.band
    titles = {each.id: each.title.text for each in view.rubric.categories}
    code = participant.code
    return {
        "name": participant.name,
        "category": titles.get(participant.category, same(participant.category)),
        "parent": participant.parent_name,
        "outcome": card.outcome,
        "notice": _notice(card, view),
        "total": ends(card.total),
        "most": published(view.rubric.score.maximum, 0),
        "band": [band.low, band.high, band.title] if band else None,
        "coverage": published(card.coverage, 2),
        "files": [list(each) for each in files_of(code, view)],
        **_standing(code, ranking, view),
    }


def _notice(card: Scorecard, view: View) -> Text | None:
    match card.outcome:
        case "not_submitted":
            return view.rubric.score.not_submitted.text
        case "not_scored":
            return card.reason
        case _:
            return None


def _standing(code: str, ranking: Ranking | None, view: View) -> dict[str, Told]:
    in_places = placed(ranking) if ranking else ()
    codes = [each.participant for each in in_places]
    if code not in codes:
        return {"place": None}
    here = codes.index(code)
    mine = in_places[here]
    above = codes[here - 1] if here else ""
    below = codes[here + 1] if here + 1 < len(codes) else ""
    found = view.ranges.get(code)
    return {
        "place": mine.place,
        "ranked": len(codes),
        "shared": mine.shared,
        "provisional": mine.provisional,
        "range": [found.low, found.high] if found else None,
        "remarks": [each for each in (mine.tie, mine.note, _since(code, view)) if each],
        "above": _gap(above, code, above, view),
        "below": _gap(code, below, below, view),
    }


def _since(code: str, view: View) -> Text | None:
    """Say how it did against the earlier season, where there is one."""
    found = view.season.comparison
    own = found.development(code) if found else None
    return development_sentence(own) if own else None


def _gap(upper: str, lower: str, other: str, view: View) -> Told:
    if not other:
        return None
    found = gap(upper, lower, view)
    return {
        "code": other,
        "name": view.cards[other].participant.name,
        "whole": _places(found.whole, view),
        "adds": found.adds_up,
        "parts": [[each.title, _places(each.difference, view)] for each in found.parts],
    }


def _score(card: Scorecard, medians: Medians, view: View) -> dict[str, Told]:
    derived = explain(view.season, view.rubric, card.participant.code)
    return {
        "gates": [each.reason for each in card.gates],
        "criteria": [
            _criterion(each, medians.points.get(each.criterion), view)
            for each in card.criteria
            if not each.informative
        ],
        "how": derived.words,
        "summary": [told_step(each) for each in _summary(derived)],
        "groups": groups(card, derived),
        "informative": informative(card),
        "quantities": [
            [
                each.title,
                None if each.value is None else published(each.value, 0),
                same(place_text(each.location)) if each.location else None,
            ]
            for each in card.quantities
        ],
        "offices": [_office(each, view) for each in card.offices],
    }


def _summary(derived: Step) -> Iterator[Step]:
    return (each for each in derived.steps if each.kind in _SUMMARY)


def _criterion(score: CriterionScore, median: Fraction | None, view: View) -> Told:
    return {
        "title": score.title,
        "depth": score.depth,
        "share": published(score.share * 100, 2),
        "points": ends(score.points),
        "part": ends(score.contribution),
        "median": None if median is None else _places(median, view),
    }


def _office(load: OfficeLoad, view: View) -> Told:
    statuses = view.rubric.tickets.statuses if view.rubric.tickets else ()
    titles = {each.id: each.title.text for each in statuses}
    counted: list[Told] = [
        [titles.get(each.status, same(each.status)), each.number]
        for each in load.statuses
    ]
    return [load.office, load.received, counted]


def _what_follows(card: Scorecard, view: View) -> dict[str, Told]:
    code, season = card.participant.code, view.season
    return {
        "awards": [
            {
                "title": each.title,
                "status": each.status,
                "reason": each.reason,
                "chance": _chance(code, each.award, view),
            }
            for each in season.awards
            if each.participant == code
        ],
        "repairs": [_repair(each) for each in season.repairs_of(code)[:_REPAIRS]],
        "problems": [_problem(each) for each in worst_first(season.problems_of(code))],
        "signals": [_signal(each) for each in season.signals_of(code)],
    }


def _chance(code: str, award: str, view: View) -> str | None:
    found = view.chance(code, award)
    return found.per_cent if found else None


def _repair(repair: PossibleRepair) -> Mapping[str, Told]:
    return {
        "title": repair.title,
        "where": where(repair),
        "gain": repair.published_gain,
        "total": ends(repair.total),
        "band": repair.band.title if repair.band else None,
        "place": repair.place,
        "caveat": repair.caveat,
    }


def _problem(problem: Problem) -> Mapping[str, Told]:
    return {
        "severity": problem.severity,
        "place": same(place_text(problem.location)),
        "message": problem.message,
        "seen": problem.seen,
        "expected": problem.expected,
        "repair": problem.repair,
    }


def _signal(signal: Signal) -> Mapping[str, Told]:
    return {
        "title": signal.title,
        "figures": signal.figures,
        "threshold": signal.threshold,
        "place": same(place_text(signal.location)),
    }


def _places(value: Fraction, view: View) -> str:
    return published(value, view.rubric.score.places)
