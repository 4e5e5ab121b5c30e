"""Step 4, score: findings become points of criteria, a total and a band.

All sums are exact; a figure is rounded once, where it is published.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from scorecard.finding import Found
from scorecard.methods.bands import band_reached
from scorecard.methods.gates import gates_hit
from scorecard.methods.quantities import quantity_values
from scorecard.methods.rounding import published
from scorecard.model import (
    BandReached,
    CriterionScore,
    Finding,
    GateHit,
    Outcome,
    Score,
    Scorecard,
    Submission,
)
from scorecard.rubric.nouns import Criterion, Rubric
from scorecard.tree import Branch, Placed, branches, coverage, ends, is_absent, walk
from scorecard.wording import Places, Text, say


def assess(submission: Submission, rubric: Rubric) -> Scorecard:
    """Score one submission; nothing outside of it can change the result."""
    if not submission.submitted:
        return _bare(submission, "not_submitted", rubric.score.not_submitted.text)
    if submission.refused is not None:
        return _bare(submission, "not_scored", submission.refused)
    roots = branches(rubric.criteria, submission, rubric)
    covered = coverage(roots)
    criteria = tuple(_criterion_scores(roots, rubric))
    findings = tuple(_findings(roots, rubric))
    total = _total(roots, rubric)
    stop = _why_not_scored(roots, covered, rubric)
    if stop is not None or total is None:
        total = None
    points = {each.criterion: each.points for each in criteria}
    points |= {each.indicator: each.points for each in findings}
    return _scorecard(
        submission, rubric, _Results(criteria, findings, total, covered, stop), points
    )


@dataclass(frozen=True, slots=True)
class _Results:
    criteria: tuple[CriterionScore, ...]
    findings: tuple[Finding, ...]
    total: Score | None
    coverage: Fraction
    stop: Text | None


def _criterion_scores(
    roots: tuple[Branch, ...], rubric: Rubric
) -> Iterator[CriterionScore]:
    for place in walk(roots, rubric.score.aggregate):
        node = place.branch.node
        if isinstance(node, Criterion):
            yield CriterionScore(
                criterion=node.id,
                parent=place.parent,
                depth=place.depth,
                title=node.title.text,
                weight=place.branch.weight,
                share=place.share,
                points=_points(place.branch, rubric),
                contribution=_contribution(place, rubric),
                informative=node.informative,
            )


def _findings(roots: tuple[Branch, ...], rubric: Rubric) -> Iterator[Finding]:
    informative = {
        inside.id
        for node in rubric.nodes()
        if isinstance(node, Criterion) and node.informative
        for inside in node.children
    }
    for place in walk(roots, rubric.score.aggregate):
        found = place.branch.found
        if found is not None:
            beside = found.indicator.informative or found.indicator.id in informative
            yield _finding(place, found, rubric, informative=beside)


def _finding(
    place: Placed, found: Found, rubric: Rubric, *, informative: bool
) -> Finding:
    indicator, result = found.indicator, found.measured
    improvable = found.high is None or found.low != 100
    wanted = not is_absent(found) and improvable and not informative
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
        points=_points(place.branch, rubric),
        weight=place.branch.weight,
        share=place.share,
        contribution=_contribution(place, rubric),
        informative=informative,
        evidence=result.evidence,
        conditions=result.conditions,
        reason=found.reason,
        remedy=indicator.remedy.text if wanted and indicator.remedy else None,
    )


def _points(branch: Branch, rubric: Rubric) -> Score | None:
    if branch.low is None or branch.high is None:
        return None
    return _score(branch.low, branch.high, rubric)


def _contribution(place: Placed, rubric: Rubric) -> Score | None:
    low, high = place.branch.low, place.branch.high
    if low is None or high is None or not place.additive or not place.share:
        return None
    part = place.share * rubric.score.maximum / 100
    return _score(low * part, high * part, rubric)


def _score(low: Fraction, high: Fraction, rubric: Rubric) -> Score:
    rule = rubric.score
    return Score(low, high, published(low, rule), published(high, rule))


def _total(roots: tuple[Branch, ...], rubric: Rubric) -> Score | None:
    low, high = ends(rubric.score.aggregate, roots)
    if low is None or high is None:
        return None
    part = rubric.score.maximum / 100
    return _score(low * part, high * part, rubric)


def _why_not_scored(
    roots: tuple[Branch, ...], covered: Fraction, rubric: Rubric
) -> Text | None:
    for place in walk(roots, rubric.score.aggregate):
        found = place.branch.found
        if found is not None and found.blocks:
            return say(
                "{words}: {title} tidak ada.",
                "{words}: {title} is absent.",
                words=rubric.score.not_scored.text,
                title=found.indicator.title.text,
            )
    if covered < rubric.score.coverage:
        return say(
            "{words}: bukti hanya mencakup {coverage} % bobot, "
            "paling sedikit {least} %.",
            "{words}: the evidence covers {coverage} % of the weight, "
            "at least {least} % is needed.",
            words=rubric.score.not_scored.text,
            coverage=Places(covered, 2),
            least=rubric.score.coverage,
        )
    return None


def _scorecard(
    submission: Submission,
    rubric: Rubric,
    results: _Results,
    points: Mapping[str, Score | None],
) -> Scorecard:
    total = results.total
    gates: tuple[GateHit, ...] = ()
    band: BandReached | None = None
    if total is not None:
        absent = {
            finding.indicator
            for finding in results.findings
            if finding.state == "missing" and not finding.informative
        }
        gates = gates_hit(rubric, points.get, absent)
        band = band_reached(total, rubric, gates)
    return Scorecard(
        participant=submission.participant,
        path=submission.path,
        outcome=_outcome(total),
        total=total,
        band=band,
        coverage=results.coverage,
        reason=results.stop or _sum_in_words(results, rubric),
        gates=gates,
        criteria=results.criteria,
        findings=results.findings,
        quantities=quantity_values(submission, rubric),
        files=tuple(submission.files[key] for key in sorted(submission.files)),
        marks=submission.marks,
        offices=submission.offices,
        self_scores=submission.self_scores,
    )


def _outcome(total: Score | None) -> Outcome:
    if total is None:
        return "not_scored"
    return "interval" if total.is_interval else "scored"


def _sum_in_words(results: _Results, rubric: Rubric) -> Text:
    if results.total is None:
        return rubric.score.not_scored.text
    parts = tuple(
        say(
            "{title} {points}",
            "{title} {points}",
            title=each.title,
            points=_shown(each.contribution or each.points, rubric),
        )
        for each in results.criteria
        if each.depth == 0 and not each.informative
    )
    return say(
        "Nilai {total} dari {most}: {parts}.",
        "Total {total} of {most}: {parts}.",
        total=_shown(results.total, rubric),
        most=rubric.score.maximum,
        parts=parts,
    )


def _shown(score: Score | None, rubric: Rubric) -> Text:
    if score is None:
        return say("—", "—")
    low = Places(score.low, rubric.score.places)
    if not score.is_interval:
        return say("{low}", "{low}", low=low)
    high = Places(score.high, rubric.score.places)
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
