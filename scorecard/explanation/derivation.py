"""Explain a whole scorecard, or one node of it, from results alone."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.explanation.indicators import indicator_step
from scorecard.explanation.steps import Step, rounding_step, score_words
from scorecard.methods.aggregates import SENTENCES
from scorecard.methods.headings import joining_of, sentence
from scorecard.model import (
    BandReached,
    CriterionScore,
    Finding,
    Scorecard,
    Season,
    Standing,
)
from scorecard.rubric.nouns import Criterion, Rubric
from scorecard.wording import Text, joined, say, stated

_TOTAL = "total"


def explain(season: Season, rubric: Rubric, code: str, node: str = "") -> Step:
    """Derive a participant's total, or the points of one criterion or indicator.

    Raises KeyError for a code or a node that the participant does not have.
    """
    scorecard = season.scorecard(code)
    if not node:
        return _total(season, scorecard, rubric)
    for criterion in scorecard.criteria:
        if criterion.criterion == node:
            return _criterion(criterion, scorecard, rubric)
    finding = scorecard.finding(node)
    if finding is None:
        raise KeyError(node)
    return indicator_step(finding, scorecard, rubric)


def _total(season: Season, scorecard: Scorecard, rubric: Rubric) -> Step:
    steps = (
        *_children("", scorecard, rubric),
        *rounding_step(scorecard.total, rubric),
        *(Step("gate", gate.reason, id=gate.gate) for gate in scorecard.gates),
        *_band(scorecard, rubric),
        *_place(season, scorecard),
        *_awards(season, scorecard),
    )
    if scorecard.total is None:
        return Step("total", scorecard.reason, steps=steps)
    words = say(
        "Nilai {total} dari {most}: {how}",
        "Total {total} of {most}: {how}",
        total=score_words(scorecard.total, rubric),
        most=rubric.score.maximum,
        how=SENTENCES[rubric.score.aggregate],
    )
    return Step("total", words, steps=steps)


def _children(parent: str, scorecard: Scorecard, rubric: Rubric) -> Iterator[Step]:
    """Walk what stands below a heading, what carries no weight left out."""
    for criterion in scorecard.criteria:
        if criterion.parent == parent and not criterion.informative:
            yield _criterion(criterion, scorecard, rubric)
    for finding in scorecard.findings:
        if finding.criterion == parent and _counts(finding, parent):
            yield indicator_step(finding, scorecard, rubric)


def _counts(finding: Finding, parent: str) -> bool:
    return bool(parent) and not finding.informative


def _criterion(criterion: CriterionScore, scorecard: Scorecard, rubric: Rubric) -> Step:
    inside = (
        *_children(criterion.criterion, scorecard, rubric),
        *rounding_step(criterion.points, rubric),
    )
    node = rubric.node(criterion.criterion)
    assert isinstance(node, Criterion)
    several = len(inside) > 1 or node.scale is not None
    how = sentence(joining_of(node, rubric)) if several else None
    words = joined((_headline(criterion, rubric), *((how,) if how else ())), " · ")
    return Step("criterion", words, id=criterion.criterion, steps=inside)


def _headline(criterion: CriterionScore, rubric: Rubric) -> Text:
    points = score_words(criterion.points, rubric)
    if criterion.points is None:
        return say("{t}: {points}", "{t}: {points}", t=criterion.title, points=points)
    if criterion.contribution is None:
        return say(
            "{t}: {points} poin, bobot {weight}",
            "{t}: {points} points, weight {weight}",
            t=criterion.title,
            points=points,
            weight=criterion.weight,
        )
    return say(
        "{t}: {points} poin × {share} % = {part}",
        "{t}: {points} points × {share} % = {part}",
        t=criterion.title,
        points=points,
        share=criterion.share * rubric.score.maximum,
        part=score_words(criterion.contribution, rubric),
    )


def _band(scorecard: Scorecard, rubric: Rubric) -> Iterator[Step]:
    band = scorecard.band
    if band is None:
        return
    bands = {each.id: each for each in rubric.bands.ranges}
    low, high = bands[band.low], bands[band.high]
    figure = {
        "exact": Text("nilai sebelum pembulatan", "the total before rounding"),
        "published": Text("nilai yang diumumkan", "the published total"),
    }[rubric.score.bands_on]
    words = say(
        "Predikat {title}: {from_} sampai {to}, menurut {figure}.",
        "Band {title}: {from_} to {to}, by {figure}.",
        title=band.title,
        from_=stated(low.from_),
        to=stated(high.to),
        figure=figure,
    )
    yield Step("band", joined((words, *_uncapped(band, rubric))), id=band.low)


def _uncapped(band: BandReached, rubric: Rubric) -> Iterator[Text]:
    """Say the band that the total alone would reach, where a gate holds it down."""
    if band.uncapped != band.low:
        bands = {each.id: each.title.text for each in rubric.bands.ranges}
        yield say(
            "Tanpa pembatas: {title}.",
            "Without the cap: {title}.",
            title=bands[band.uncapped],
        )


def _place(season: Season, scorecard: Scorecard) -> Iterator[Step]:
    ranking = season.ranking_of(scorecard.participant.code, _TOTAL)
    standings = ranking.standings if ranking else ()
    code = scorecard.participant.code
    mine = next((each for each in standings if each.participant == code), None)
    if mine is None or mine.place is None:
        return
    ranked = sum(each.place is not None for each in standings)
    words = say(
        "Peringkat {place} dari {ranked}{shared}.",
        "Place {place} of {ranked}{shared}.",
        place=mine.place,
        ranked=ranked,
        shared=Text(" (bersama)", " (shared)") if mine.shared else "",
    )
    yield Step("place", words, steps=tuple(_remarks(mine)))


def _remarks(standing: Standing) -> Iterator[Step]:
    for words in (standing.tie, standing.note):
        if words is not None:
            yield Step("place", words)


def _awards(season: Season, scorecard: Scorecard) -> Iterator[Step]:
    status = {
        "won": Text("diperoleh", "won"),
        "open": Text("belum pasti", "not settled yet"),
        "denied": Text("tidak diberikan", "not given"),
    }
    for award in season.awards:
        if award.participant == scorecard.participant.code:
            words = say(
                "{title} ({status}): {reason}",
                "{title} ({status}): {reason}",
                title=award.title,
                status=status[award.status],
                reason=award.reason,
            )
            yield Step("award", words, id=award.award)
