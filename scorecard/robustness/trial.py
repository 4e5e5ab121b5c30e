"""One chunk of draws from inputs to totals, through the rubric's tree."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from scorecard.robustness.chance import Chance
from scorecard.robustness.cohort import Cohort
from scorecard.robustness.places import places, published, steady
from scorecard.robustness.points import (
    LEAST,
    Drawn,
    Part,
    added,
    aggregated,
    points,
    values,
)
from scorecard.robustness.scales import scaled_points
from scorecard.robustness.tables import Counts, Floats
from scorecard.rubric.methods import Aggregate
from scorecard.rubric.nouns import Criterion, Indicator, TieRule


@dataclass(frozen=True, slots=True)
class Trial:
    """What a chunk of draws came to; each array is (draws, participants).

    `points` and `values` are kept of the nodes that ties, gates and awards look at.
    """

    cohort: Cohort
    total: Floats
    points: dict[str, Drawn]
    values: dict[str, Floats]

    def ranked_by(self) -> tuple[Floats, ...]:
        """Give what places are decided on: the ranked total, then each tie rule."""
        score = self.cohort.rubric.score
        ranked = steady(self.total)
        if score.ranks_on == "published":
            ranked = published(self.total, score.places, score.mode)
        if score.prefer == "lower":
            ranked = -ranked
        rules = (self._tie(rule) for rule in self.cohort.rubric.tie_break)
        return (ranked, *rules)

    def _tie(self, rule: TieRule) -> Floats:
        sign = 1 if rule.prefer == "higher" else -1
        if rule.quantity is not None:
            known = [card.quantity(rule.quantity) for card in self.cohort.scorecards]
            row = [-np.inf if q is None else sign * float(q) for q in known]
            return np.broadcast_to(np.array(row), self.total.shape)
        drawn = self.points[rule.of or ""]
        return np.where(drawn.present, sign * steady(drawn.points), -np.inf)


def trial(cohort: Cohort, chance: Chance, left_out: str = "") -> Trial:
    """Score everybody in each draw; `left_out` is a node that counts for nothing."""
    walk = _Walk(cohort, chance, left_out, _looked_at(cohort))
    top = cohort.rubric.criteria
    drawn = _total(walk, top)
    part = float(cohort.rubric.score.maximum) / 100
    total = np.broadcast_to(drawn.points * part, (chance.draws, cohort.size))
    return Trial(cohort, total, walk.points, walk.values)


def group_places(drawn: Trial) -> Counts:
    """Place everybody within those whom it is ranked with; (draws, participants)."""
    keys = drawn.ranked_by()
    found = np.zeros(drawn.total.shape, dtype=np.int64)
    dense = drawn.cohort.rubric.score.ties == "dense"
    for members in drawn.cohort.groups:
        found[:, members] = places([key[:, members] for key in keys], dense=dense)
    return found


@dataclass(frozen=True, slots=True)
class _Walk:
    cohort: Cohort
    chance: Chance
    left_out: str
    kept: frozenset[str]
    points: dict[str, Drawn] = field(default_factory=dict)
    values: dict[str, Floats] = field(default_factory=dict)


def _looked_at(cohort: Cohort) -> frozenset[str]:
    rubric = cohort.rubric
    awards = [(a.by, *(least.of for least in a.least_points)) for a in rubric.awards]
    names = (
        *(rule.of for rule in rubric.tie_break),
        *(gate.of for gate in rubric.gates),
        *(name for each in awards for name in each),
    )
    return frozenset(name for name in names if name)


def _total(walk: _Walk, top: tuple[Criterion, ...]) -> Drawn:
    parts = _parts(walk, top)
    choice = walk.chance.aggregate()
    if choice is None:
        return aggregated(walk.cohort.rubric.score.aggregate, parts)
    offered: tuple[Aggregate, ...] = walk.chance.aggregates()
    made = [aggregated(each, parts) for each in offered]
    chosen = made[0].points
    for place, each in enumerate(made[1:], 1):
        chosen = np.where((choice == place)[:, None], each.points, chosen)
    return Drawn(chosen, made[0].present)


def _parts(walk: _Walk, nodes: tuple[Criterion | Indicator, ...]) -> list[Part]:
    """Weigh the children; their weights keep the sum that the rubric gives them."""
    plain = [walk.cohort.weights[node.id] for node in nodes]
    factors = [walk.chance.factor() for _ in nodes]
    drawn = [w * f for w, f in zip(plain, factors, strict=True)]
    before, after = added(plain), np.maximum(added(drawn), LEAST)
    parts = []
    for node, weight in zip(nodes, drawn, strict=True):
        weighed = weight * (before / after)
        if node.id == walk.left_out:
            weighed = np.zeros_like(weighed)
        if weight.any() or _is_kept_below(walk, node):
            parts.append(Part(weighed, _node(walk, node)))
    return parts


def _is_kept_below(walk: _Walk, node: Criterion | Indicator) -> bool:
    if isinstance(node, Indicator):
        return node.id in walk.kept
    inner = any(_is_kept_below(walk, child) for child in node.children)
    return inner or node.id in walk.kept


def _node(walk: _Walk, node: Criterion | Indicator) -> Drawn:
    if isinstance(node, Indicator):
        drawn = _indicator(walk, node)
    else:
        parts = _parts(walk, node.children)
        if node.informative or not parts:
            drawn = _nothing(walk)
        else:
            drawn = _heading(node, aggregated(node.aggregate, parts), walk.chance)
    if node.id in walk.kept:
        walk.points[node.id] = drawn
    return drawn


def _heading(node: Criterion, joined: Drawn, chance: Chance) -> Drawn:
    """Put what the parts come to on the heading's own scale, if it has one."""
    if node.scale is None:
        return joined
    made = scaled_points(node.scale, joined.points.copy(), chance)
    return Drawn(np.where(joined.present, made, 0.0), joined.present)


def _indicator(walk: _Walk, node: Indicator) -> Drawn:
    column = walk.cohort.columns[node.id]
    drawn = values(column, walk.chance)
    if node.id in walk.kept:
        walk.values[node.id] = drawn.copy()
    return points(column, drawn, walk.chance)


def _nothing(walk: _Walk) -> Drawn:
    size = walk.cohort.size
    return Drawn(np.zeros((1, size)), np.zeros(size, dtype=np.bool_))
