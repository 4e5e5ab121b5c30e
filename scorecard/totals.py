"""Step 4, score: the total, why there may be none, and the band that it reaches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from scorecard.methods.bands import band_reached
from scorecard.methods.gates import gates_hit
from scorecard.methods.headings import TOO_THIN, joining_of
from scorecard.methods.rounding import published
from scorecard.model import BandReached, GateHit, Score
from scorecard.rubric.nouns import Criterion, Rubric
from scorecard.tree import Branch, coverage, ends, flat, too_thin
from scorecard.wording import Places, Text, say


@dataclass(frozen=True, slots=True)
class Reached:
    """The total and its band; where there is none, `stop` may say why."""

    total: Score | None
    band: BandReached | None
    gates: tuple[GateHit, ...]
    coverage: Fraction
    stop: Text | None


def reached(roots: tuple[Branch, ...], rubric: Rubric) -> Reached:
    """Add up a participant's tree, hold the gates against it and find its band."""
    covered = coverage(roots)
    stop = _why_not_scored(roots, covered, rubric)
    total = _total(roots, rubric) if stop is None else None
    if total is None:
        return Reached(None, None, (), covered, stop)
    nodes = {branch.node.id: branch for branch in flat(roots)}
    gates = gates_hit(
        rubric, lambda node: points_of(nodes[node], rubric), _absent(nodes, rubric)
    )
    return Reached(total, band_reached(total, rubric, gates), gates, covered, stop)


def points_of(branch: Branch, rubric: Rubric) -> Score | None:
    """Give a node's points as they are published; None where it has none."""
    if branch.low is None or branch.high is None:
        return None
    return score_between(branch.low, branch.high, rubric)


def score_between(low: Fraction, high: Fraction, rubric: Rubric) -> Score:
    """Round both ends as the rubric says."""
    least = published(low, rubric.score)
    most = least if low == high else published(high, rubric.score)
    return Score(low, high, least, most)


def beside_the_total(rubric: Rubric) -> frozenset[str]:
    """Name the indicators that are shown and have no part in the total."""
    own = (each.id for each in rubric.indicators() if each.informative)
    inside = (
        child.id
        for node in rubric.nodes()
        if isinstance(node, Criterion) and node.informative
        for child in node.children
    )
    return frozenset((*own, *inside))


def _total(roots: tuple[Branch, ...], rubric: Rubric) -> Score | None:
    low, high = ends(joining_of(None, rubric), roots)
    if low is None or high is None:
        return None
    part = rubric.score.maximum / 100
    return score_between(low * part, high * part, rubric)


def _absent(nodes: Mapping[str, Branch], rubric: Rubric) -> frozenset[str]:
    """Name the indicators without evidence that have a part in the total."""
    missing = (
        name
        for name, branch in nodes.items()
        if branch.found is not None and branch.found.state == "missing"
    )
    return frozenset(missing) - beside_the_total(rubric)


def _why_not_scored(
    roots: tuple[Branch, ...], covered: Fraction, rubric: Rubric
) -> Text | None:
    blocking = (each.found for each in flat(roots) if each.found is not None)
    first = next((found for found in blocking if found.blocks), None)
    if first is not None:
        return say(
            "{words}: {title} tidak ada.",
            "{words}: {title} is absent.",
            words=rubric.score.not_scored.text,
            title=first.indicator.title.text,
        )
    if covered < rubric.score.coverage:
        return _too_little(covered, rubric)
    thin = next(too_thin(roots), None)
    return None if thin is None else _too_thin(*thin, rubric)


def _too_thin(heading: Criterion, covered: Fraction, rubric: Rubric) -> Text:
    template = TOO_THIN
    return say(
        template.id,
        template.en,
        words=rubric.score.not_scored.text,
        title=heading.title.text,
        coverage=Places(covered, 2),
        least=heading.coverage,
    )


def _too_little(covered: Fraction, rubric: Rubric) -> Text:
    return say(
        "{words}: bukti hanya mencakup {coverage} % bobot, paling sedikit {least} %.",
        "{words}: the evidence covers {coverage} % of the weight, "
        "at least {least} % is needed.",
        words=rubric.score.not_scored.text,
        coverage=Places(covered, 2),
        least=rubric.score.coverage,
    )
