"""Lint: no band and no award asks for more than the best evidence can earn.

The best evidence is that of a participant whose every value is the best there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scorecard.number import rounded
from scorecard.rubric import methods as verb
from scorecard.rubric.awards import Award
from scorecard.rubric.lint.awards import categories_of
from scorecard.rubric.lint.domains import Domain, domain_of
from scorecard.rubric.lint.highest import highest, joined
from scorecard.rubric.lint.nodes import placed_indicators
from scorecard.rubric.lint.tailoring import left_out
from scorecard.rubric.nouns import Category, Indicator, Rubric
from scorecard.rubric.rules import Mistake, Path, Rule, broken
from scorecard.wording import Text

UNREACHABLE = Rule(
    "rubric-award-unreachable",
    Text(
        "penghargaan ini menuntut {asked}, padahal tertinggi yang mungkin {highest}",
        "this award asks for {asked}, but the highest possible is {highest}",
    ),
    Text("Syarat yang dapat dipenuhi.", "A condition that can be met."),
    Text(
        "Turunkan syaratnya atau periksa skala indikatornya.",
        "Lower the condition or check the scales of the indicators.",
    ),
)
IDLE_BAND = Rule(
    "rubric-band-unreachable",
    Text(
        "predikat '{seen}' tidak dapat dicapai kategori mana pun",
        "no category can reach the band '{seen}'",
    ),
    Text("Predikat yang dapat dicapai.", "A band that can be reached."),
    Text("Periksa skala, bobot dan pembatasnya.", "Check scales, weights and gates."),
    severity="warning",
)
IDLE_POST = Rule(
    "rubric-post-out-of-reach",
    Text(
        "{post} tidak pernah dicapai: nilainya dari {least} sampai {most}",
        "{post} is never reached: values run from {least} to {most}",
    ),
    Text("Nilai dari {least} sampai {most}.", "A value from {least} to {most}."),
    Text("Perbaiki angkanya.", "Correct the figure."),
    severity="warning",
)


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find bands and awards beyond reach; the rubric is otherwise sound."""
    best = {each.id: _best_band(rubric, each) for each in rubric.categories}
    for position, band in enumerate(rubric.bands.ranges):
        if position < min(best.values()):
            yield broken(IDLE_BAND, ("bands", "ranges", position), band.id)
    for position, award in enumerate(rubric.awards):
        path: Path = ("awards", position)
        yield from _least_band(path, award, rubric, best)
        yield from _least_points(path, award, rubric)
        yield from _least_value(path, award, rubric)
    for path, indicator in placed_indicators(rubric):
        if domain := domain_of(indicator, rubric):
            yield from _idle_posts((*path, "scale"), indicator.scale, domain)


def _least_band(
    path: Path, award: Award, rubric: Rubric, best: dict[str, int]
) -> Iterator[Mistake]:
    if award.least_band is None:
        return
    bands = [band.id for band in rubric.bands.ranges]
    reached = min(best[category.id] for category in categories_of(award, rubric))
    if bands.index(award.least_band) < reached:
        yield broken(
            UNREACHABLE,
            (*path, "least_band"),
            asked=f"'{award.least_band}'",
            highest=f"'{bands[reached]}'",
        )


def _least_points(path: Path, award: Award, rubric: Rubric) -> Iterator[Mistake]:
    for place, least in enumerate(award.least_points):
        node = rubric.node(least.of)
        most = max(
            highest(node, rubric, category) for category in categories_of(award, rubric)
        )
        if least.points > most:
            inside = (*path, "least_points", place, "points")
            yield broken(UNREACHABLE, inside, asked=least.points, highest=most)


def _least_value(path: Path, award: Award, rubric: Rubric) -> Iterator[Mistake]:
    if award.by is None or award.least_value is None:
        return
    indicator = rubric.node(award.by)
    domain = domain_of(indicator, rubric) if isinstance(indicator, Indicator) else None
    if domain and award.least_value > domain[1]:
        asked, inside = award.least_value, (*path, "least_value")
        yield broken(UNREACHABLE, inside, asked=asked, highest=domain[1])


def _idle_posts(path: Path, scale: verb.Scale, domain: Domain) -> Iterator[Mistake]:
    posts: list[tuple[Path, Fraction]] = []
    match scale:
        case verb.Linear() | verb.Log():
            posts = [((*path, "best"), scale.best)]
        case verb.Steps():
            posts = [
                ((*path, "steps", place, "from"), step.from_)
                for place, step in enumerate(scale.steps)
            ]
        case verb.Levels():
            posts = [
                ((*path, "levels", place, "level"), level.level)
                for place, level in enumerate(scale.levels)
            ]
    least, most = domain
    for inside, post in posts:
        if not least <= post <= most:
            yield broken(IDLE_POST, inside, post=post, least=least, most=most)


def _best_band(rubric: Rubric, category: Category) -> int:
    """Give the position of the best band within reach and under closed gates."""
    points = joined(rubric.score.aggregate, rubric.criteria, rubric, category)
    score, ranges = rubric.score, rubric.bands.ranges
    total = points * score.maximum / 100
    if score.bands_on == "published":
        total = Fraction(rounded(total, score.places, score.mode))
    reached = next(
        (place for place, band in enumerate(ranges) if total >= band.from_),
        len(ranges) - 1,
    )
    caps = [
        place
        for gate in rubric.gates
        for place, band in enumerate(ranges)
        if band.id == gate.cap
        and gate.of not in left_out(rubric, category)
        and highest(rubric.node(gate.of), rubric, category) < gate.below
    ]
    return max(reached, *caps) if caps else reached
