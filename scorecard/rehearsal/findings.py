"""What a rubric tried on drawn points shows: what is idle, and what decides it all.

Everything is a hint: a scheme may want what is found here, but should know of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from scorecard.model import Scorecard
from scorecard.rehearsal.points import (
    DRAWS,
    Possible,
    even_points,
    possible,
    rising_points,
    with_absence,
)
from scorecard.rehearsal.rules import DOMINANT, IDLE, IDLE_BAND, SAME
from scorecard.rehearsal.totals import Tried, tried, weighing
from scorecard.robustness.tables import Floats
from scorecard.rubric.lint.nodes import placed_indicators, placed_nodes
from scorecard.rubric.nouns import Category, Criterion, Indicator, Rubric
from scorecard.rubric.rules import Mistake, Path, broken
from scorecard.wording import Places, Text

DOMINANT_FROM = 75
"""Per cent of the variance from which one criterion is said to rule the total."""
OUTWEIGHS_FROM = 50
"""Per cent from which it is, where that is also twice its weight or more."""

_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Influence:
    """A top criterion: its weight, and its part of what makes totals differ.

    Both in per cent. `drawn` is the squared correlation with the total under even draws
    in the rubric's first category, `found` the same among those who were scored.
    """

    criterion: str
    title: Text
    weight: Fraction
    drawn: Fraction | None
    found: Fraction | None


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What was found, and how much each top criterion decides."""

    mistakes: tuple[Mistake, ...]
    influences: tuple[Influence, ...]


def rehearsed(rubric: Rubric, cards: Sequence[Scorecard] = ()) -> Rehearsal:
    """Try a sound rubric; `cards` are of a season scored by it, if there is one.

    The same rubric gives the same findings.
    """
    trials = tuple(_trials(rubric))
    influences = tuple(_influences(trials[0], cards, rubric))
    return Rehearsal(
        (
            *_idle(trials, rubric),
            *_dominant(influences, rubric),
            *_idle_bands(trials, rubric),
            *_same(cards, rubric),
        ),
        influences,
    )


@dataclass(frozen=True, slots=True)
class _Trial:
    category: Category
    indicators: Mapping[str, Possible]
    drawn: Mapping[str, Floats]
    usual: Tried


def _trials(rubric: Rubric) -> Iterator[_Trial]:
    """Try each category that has rules of its own; the first stands for those alike."""
    seen = set()
    for category in rubric.categories:
        own = (tuple(category.weights.items()), category.not_applicable)
        if own in seen:
            continue
        seen.add(own)
        indicators = {
            each.id: possible(each, rubric, category)
            for each in weighing(rubric, category)
        }
        drawn = even_points(indicators)
        yield _Trial(category, indicators, drawn, tried(drawn, rubric, category))


def _idle(trials: Sequence[_Trial], rubric: Rubric) -> Iterator[Mistake]:
    least = Fraction(1, 10**rubric.score.places)
    named = _named(rubric)
    for path, indicator in placed_indicators(rubric):
        mine = [trial for trial in trials if indicator.id in trial.indicators]
        if not mine or named & {indicator.id, *_above(path, rubric)}:
            continue
        swing = max(_swing(indicator, trial, rubric) for trial in mine)
        if swing < float(least):
            yield broken(
                IDLE,
                path,
                swing=Places(Fraction(swing), rubric.score.places + 2),
                least=Places(least, rubric.score.places),
            )


def _named(rubric: Rubric) -> set[str]:
    """Name the nodes that decide something else than the total."""
    names = {rule.of for rule in rubric.tie_break} | {gate.of for gate in rubric.gates}
    names |= {award.by for award in rubric.awards}
    names |= {least.of for award in rubric.awards for least in award.least_points}
    names |= {ranking.by for ranking in rubric.rankings}
    return {name for name in names if name is not None}


def _above(path: Path, rubric: Rubric) -> Iterator[str]:
    for above, node in placed_nodes(rubric):
        if path[: len(above)] == above:
            yield node.id


def _swing(indicator: Indicator, trial: _Trial, rubric: Rubric) -> float:
    """Give the farthest that the total goes from the least points to the most."""
    ends = trial.indicators[indicator.id].ends
    totals = [
        tried(
            {**trial.drawn, indicator.id: np.full((DRAWS, 1), end)},
            rubric,
            trial.category,
        ).total
        for end in ends
    ]
    return float(np.abs(totals[1] - totals[0]).max())


def _influences(
    trial: _Trial, cards: Sequence[Scorecard], rubric: Rubric
) -> Iterator[Influence]:
    for criterion in rubric.criteria:
        points = trial.usual.nodes.get(criterion.id)
        if points is None:
            continue
        drawn = _explained(points[:, 0], trial.usual.total[:, 0])
        found = _explained(*_found(criterion, cards))
        weight = trial.category.weights.get(criterion.id, criterion.weight)
        title = criterion.title.text
        yield Influence(criterion.id, title, weight, drawn, found)


def _explained(points: Floats, totals: Floats) -> Fraction | None:
    """Give the squared correlation in per cent; None where nothing varies."""
    if len(points) < _FEWEST or not points.std() or not totals.std():
        return None
    share = float(np.corrcoef(points, totals)[0, 1]) ** 2
    return Fraction(round(1000 * share), 10)


def _found(criterion: Criterion, cards: Sequence[Scorecard]) -> tuple[Floats, Floats]:
    pairs = [
        (float(points.low), float(card.total.low))
        for card in cards
        if card.total is not None
        if (points := card.points_of(criterion.id)) is not None
    ]
    columns = np.array(pairs, dtype=np.float64).reshape(len(pairs), 2)
    return columns[:, 0], columns[:, 1]


def _dominant(influences: Sequence[Influence], rubric: Rubric) -> Iterator[Mistake]:
    if len(influences) < 2:
        return
    places = {each.id: place for place, each in enumerate(rubric.criteria)}
    for each in influences:
        if each.drawn is not None and _rules(each.drawn, each.weight):
            path = ("criteria", places[each.criterion])
            yield broken(DOMINANT, path, share=each.drawn, weight=each.weight)


def _rules(share: Fraction, weight: Fraction) -> bool:
    outweighs = share >= OUTWEIGHS_FROM and share >= 2 * weight
    return share >= DOMINANT_FROM or outweighs


def _idle_bands(trials: Sequence[_Trial], rubric: Rubric) -> Iterator[Mistake]:
    reached: set[int] = set()
    for trial in trials:
        absent = with_absence(trial.indicators, rubric)
        for drawn in (even_points(absent), rising_points(absent)):
            found = tried(drawn, rubric, trial.category).bands
            reached |= {int(band) for band in np.unique(found)}
        reached |= {int(band) for band in np.unique(trial.usual.bands)}
    whole = len(rubric.bands.ranges)
    worst_first = sorted(rubric.bands.ranges, key=lambda band: band.from_)
    rank = {band.id: place for place, band in enumerate(worst_first)}
    for position, band in enumerate(rubric.bands.ranges):
        if rank[band.id] not in reached and whole > 1:
            path = ("bands", "ranges", position)
            yield broken(IDLE_BAND, path, band.id, n=3 * DRAWS * len(trials))


def _same(cards: Sequence[Scorecard], rubric: Rubric) -> Iterator[Mistake]:
    """Find indicators on which everybody has the same settled points."""
    counted = {each.id for c in rubric.categories for each in weighing(rubric, c)}
    for path, indicator in placed_indicators(rubric):
        found = (card.finding(indicator.id) for card in cards)
        points = [f.points for f in found if f is not None and f.points is not None]
        if indicator.id not in counted or len(points) < _FEWEST:
            continue
        if len({(each.low, each.high) for each in points}) == 1:
            low = Places(points[0].low, rubric.score.places)
            yield broken(SAME, path, n=len(points), points=low)
