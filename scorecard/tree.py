"""Steps 3 and 4: the rubric's tree for one participant, with weights and points.

Every indicator is found first; then tailoring to the category, missing policies and
aggregates make points of headings. Nothing is rounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from scorecard.finding import Found, find
from scorecard.methods.aggregates import Part
from scorecard.methods.headings import Joining, joined, joining_of
from scorecard.model import Submission
from scorecard.rubric.nouns import Criterion, Indicator, Rubric

_ABSENT = ("not_applicable", "waived")
_COVERED = ("scored", "pending", "unreadable")


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of the rubric with its weight and points for one participant."""

    node: Criterion | Indicator
    weight: Fraction
    low: Fraction | None
    high: Fraction | None
    found: Found | None = None
    children: tuple[Branch, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Placed:
    """A branch with its place in the tree and its part of the whole."""

    branch: Branch
    parent: str
    depth: int
    share: Fraction
    additive: bool


def tailored_weight(
    node: Criterion | Indicator, category_id: str, rubric: Rubric
) -> Fraction:
    """Give a node's weight in a category; informative nodes weigh nothing."""
    if node.informative:
        return Fraction(0)
    for category in rubric.categories:
        if category.id == category_id:
            return category.weights.get(node.id, node.weight)
    return node.weight


def applies(node: Criterion | Indicator, category_id: str, rubric: Rubric) -> bool:
    """Tell whether a node is judged in a category."""
    return not any(
        category.id == category_id and node.id in category.not_applicable
        for category in rubric.categories
    )


def found_in(
    submission: Submission, rubric: Rubric, known: Mapping[str, Found] | None = None
) -> Mapping[str, Found]:
    """Find every indicator by id, in the rubric's order; `known` ones stay as given."""
    known = known or {}
    category = submission.participant.category
    return {
        indicator.id: known.get(indicator.id)
        or find(indicator, submission, rubric, applies=included)
        for indicator, included in _indicators(rubric.criteria, category, rubric)
    }


def branches(
    nodes: tuple[Criterion | Indicator, ...],
    found: Mapping[str, Found],
    category: str,
    rubric: Rubric,
) -> tuple[Branch, ...]:
    """Weigh and aggregate the nodes for a category of participants."""
    return tuple(_branch(node, found, category, rubric) for node in nodes)


def _indicators(
    nodes: tuple[Criterion | Indicator, ...],
    category: str,
    rubric: Rubric,
    *,
    included: bool = True,
) -> Iterator[tuple[Indicator, bool]]:
    """Walk the indicators; nothing is judged below a node that is left out."""
    for node in nodes:
        judged = included and applies(node, category, rubric)
        if isinstance(node, Indicator):
            yield node, judged
        else:
            yield from _indicators(node.children, category, rubric, included=judged)


def _branch(
    node: Criterion | Indicator,
    found: Mapping[str, Found],
    category: str,
    rubric: Rubric,
) -> Branch:
    weight = tailored_weight(node, category, rubric)
    if isinstance(node, Indicator):
        here = found[node.id]
        return Branch(node, weight, here.low, here.high, here)
    children = branches(node.children, found, category, rubric)
    how = joining_of(node, rubric)
    low, high = ends(how, children, informative=node.informative)
    return Branch(node, weight, low, high, None, children)


def ends(
    how: Joining, children: tuple[Branch, ...], *, informative: bool = False
) -> tuple[Fraction | None, Fraction | None]:
    """Aggregate the lowest and the highest points that are possible."""
    if informative:
        return None, None
    lows = [Part(b.weight, b.low) for b in children if b.low is not None]
    highs = [Part(b.weight, b.high) for b in children if b.high is not None]
    if how.turns:
        lows, highs = highs, lows
    return joined(how, lows), joined(how, highs)


def flat(branches: tuple[Branch, ...]) -> Iterator[Branch]:
    """Walk the tree, each heading before its parts."""
    for branch in branches:
        yield branch
        yield from flat(branch.children)


def walk(
    branches: tuple[Branch, ...], rubric: Rubric, place: Placed | None = None
) -> Iterator[Placed]:
    """Walk the tree, each heading before its parts, with each part's share."""
    heading = place.branch.node if place else None
    assert heading is None or isinstance(heading, Criterion)
    how = joining_of(heading, rubric)
    outer = place.share if place else Fraction(1)
    additive = how.adds_up and (place is None or place.additive)
    whole = _whole(branches, how)
    for branch in branches:
        part = branch.weight / whole if branch.low is not None and whole else 0
        here = Placed(
            branch,
            place.branch.node.id if place else "",
            place.depth + 1 if place else 0,
            outer * part,
            additive,
        )
        yield here
        if isinstance(branch.node, Criterion):
            yield from walk(branch.children, rubric, here)


def _whole(branches: tuple[Branch, ...], how: Joining) -> Fraction:
    if how.aggregate == "sum":
        return Fraction(100)
    there = (branch.weight for branch in branches if branch.low is not None)
    return sum(there, Fraction(0))


def coverage(roots: tuple[Branch, ...]) -> Fraction:
    """Share (per cent) of the applicable weight for which there is evidence."""
    applicable = _weight_of(roots, (*_COVERED, "missing"))
    if applicable == 0:
        return Fraction(0)
    return 100 * _weight_of(roots, _COVERED) / applicable


def too_thin(roots: tuple[Branch, ...]) -> Iterator[tuple[Criterion, Fraction]]:
    """Give each heading with less evidence (per cent) than the rubric asks of it."""
    for branch in flat(roots):
        node = branch.node
        if not isinstance(node, Criterion) or node.informative or not node.coverage:
            continue
        if _weight_of(branch.children, (*_COVERED, "missing")):
            covered = coverage(branch.children)
            if covered < node.coverage:
                yield node, covered


def _weight_of(branches: tuple[Branch, ...], states: tuple[str, ...]) -> Fraction:
    """Weigh the indicators in some states, each level divided by what applies."""
    whole = sum((b.weight for b in branches if _is_applicable(b)), Fraction(0))
    if whole == 0:
        return Fraction(0)
    inside = Fraction(0)
    for branch in branches:
        if branch.found is not None:
            inside += branch.weight * (branch.found.state in states)
        elif _is_applicable(branch):
            inside += branch.weight * _weight_of(branch.children, states)
    return inside / whole


def is_absent(found: Found) -> bool:
    """Tell whether an indicator plays no part for the participant."""
    return found.state in _ABSENT


def _is_applicable(branch: Branch) -> bool:
    if branch.found is not None:
        return not is_absent(branch.found)
    return any(_is_applicable(child) for child in branch.children)
