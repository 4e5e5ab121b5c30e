"""Step 4, score: findings become points of criteria, a total and a band.

All sums are exact; a figure is rounded once, where it is published.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from scorecard.finding import Found
from scorecard.methods.quantities import quantity_values
from scorecard.model import (
    CriterionScore,
    Finding,
    Outcome,
    Score,
    Scorecard,
    Submission,
)
from scorecard.rubric.nouns import Criterion, Rubric
from scorecard.totals import (
    Reached,
    beside_the_total,
    points_of,
    reached,
    score_between,
)
from scorecard.tree import Placed, branches, found_in, is_absent, walk
from scorecard.wording import Places, Text, say


def assess(submission: Submission, rubric: Rubric) -> Scorecard:
    """Score one submission; nothing outside of it can change the result."""
    if not submission.submitted:
        return _bare(submission, "not_submitted", rubric.score.not_submitted.text)
    if submission.refused is not None:
        return _bare(submission, "not_scored", submission.refused)
    return score(submission, found_in(submission, rubric), rubric)


def score(
    submission: Submission, found: Mapping[str, Found], rubric: Rubric
) -> Scorecard:
    """Make the scorecard of what was found in a submission, by indicator."""
    category = submission.participant.category
    roots = branches(rubric.criteria, found, category, rubric)
    placed = tuple(walk(roots, rubric))
    criteria = tuple(_criterion_scores(placed, rubric))
    here = reached(roots, rubric)
    return Scorecard(
        participant=submission.participant,
        path=submission.path,
        outcome=_outcome(here.total),
        total=here.total,
        band=here.band,
        coverage=here.coverage,
        reason=here.stop or _sum_in_words(here, criteria, rubric),
        gates=here.gates,
        criteria=criteria,
        findings=tuple(_findings(placed, rubric)),
        quantities=quantity_values(submission, rubric),
        files=tuple(submission.files[key] for key in sorted(submission.files)),
        marks=submission.marks,
        offices=submission.offices,
        self_scores=submission.self_scores,
    )


def _criterion_scores(
    placed: tuple[Placed, ...], rubric: Rubric
) -> Iterator[CriterionScore]:
    for place in placed:
        node = place.branch.node
        if isinstance(node, Criterion):
            yield CriterionScore(
                criterion=node.id,
                parent=place.parent,
                depth=place.depth,
                title=node.title.text,
                weight=place.branch.weight,
                share=place.share,
                points=points_of(place.branch, rubric),
                contribution=_contribution(place, rubric),
                informative=node.informative,
            )


def _findings(placed: tuple[Placed, ...], rubric: Rubric) -> Iterator[Finding]:
    beside = beside_the_total(rubric)
    for place in placed:
        found = place.branch.found
        if found is not None:
            informative = found.indicator.id in beside
            yield _finding(place, found, rubric, informative=informative)


def _finding(
    place: Placed, found: Found, rubric: Rubric, *, informative: bool
) -> Finding:
    indicator, result = found.indicator, found.measured
    return Finding(
        indicator=indicator.id,
        criterion=place.parent,
        title=indicator.title.text,
        clause=indicator.clause or "",
        state=found.state,
        value=result.value,
        numerator=result.numerator,
        denominator=result.denominator,
        unit=result.unit,
        definition=result.definition,
        points=points_of(place.branch, rubric),
        weight=place.branch.weight,
        share=place.share,
        contribution=_contribution(place, rubric),
        informative=informative,
        evidence=result.evidence,
        conditions=result.conditions,
        reason=found.reason,
        remedy=None if informative else _remedy(found),
    )


def _remedy(found: Found) -> Text | None:
    """Give the rubric's remedy to who could have more points."""
    remedy = found.indicator.remedy
    improvable = found.high is None or found.low != 100
    return remedy.text if remedy and improvable and not is_absent(found) else None


def _contribution(place: Placed, rubric: Rubric) -> Score | None:
    low, high = place.branch.low, place.branch.high
    if low is None or high is None or not place.additive or not place.share:
        return None
    part = place.share * rubric.score.maximum / 100
    return score_between(low * part, high * part, rubric)


def _outcome(total: Score | None) -> Outcome:
    if total is None:
        return "not_scored"
    return "interval" if total.is_interval else "scored"


def _sum_in_words(
    here: Reached, criteria: tuple[CriterionScore, ...], rubric: Rubric
) -> Text:
    if here.total is None:
        return rubric.score.not_scored.text
    parts = tuple(
        say(
            "{title} {points}",
            "{title} {points}",
            title=each.title,
            points=_shown(each.contribution or each.points, rubric),
        )
        for each in criteria
        if each.depth == 0 and not each.informative
    )
    return say(
        "Nilai {total} dari {most}: {parts}.",
        "Total {total} of {most}: {parts}.",
        total=_shown(here.total, rubric),
        most=rubric.score.maximum,
        parts=parts,
    )


def _shown(points: Score | None, rubric: Rubric) -> Text:
    if points is None:
        return say("—", "—")
    low = Places(points.low, rubric.score.places)
    if not points.is_interval:
        return say("{low}", "{low}", low=low)
    high = Places(points.high, rubric.score.places)
    return say("{low}–{high}", "{low}–{high}", low=low, high=high)


def _bare(submission: Submission, outcome: Outcome, reason: Text) -> Scorecard:
    return Scorecard(
        participant=submission.participant,
        path=submission.path,
        outcome=outcome,
        total=None,
        band=None,
        coverage=Fraction(0),
        reason=reason,
        gates=(),
        criteria=(),
        findings=(),
        quantities=(),
        files=(),
        marks=submission.marks,
        self_scores=submission.self_scores,
    )
