"""How sure a ranking is: the season's results drawn many times and put into figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np

from scorecard.model import (
    AwardChance,
    Driver,
    LeftOut,
    RankRange,
    Robustness,
    Season,
)
from scorecard.number import published, tidy
from scorecard.ranking import TOTAL
from scorecard.robustness.boundaries import boundaries
from scorecard.robustness.chance import Group, nominal
from scorecard.robustness.cohort import Cohort, cohort_of
from scorecard.robustness.counting import mean_place, per_cent, place_at
from scorecard.robustness.places import places
from scorecard.robustness.races import Course, courses
from scorecard.robustness.simulation import Counted, Simulation, drivers, simulate
from scorecard.robustness.tables import Counts
from scorecard.robustness.trial import group_places, trial
from scorecard.robustness.words import GROUP_TITLES, what_is_drawn
from scorecard.rubric.nouns import Criterion, Rubric
from scorecard.rubric.robustness import Robustness as Stated


def robustness(
    season: Season, rubric: Rubric, stated: Stated, *, workers: int = 1
) -> Robustness:
    """Draw what is uncertain and tell how sure each place and award is.

    Everything comes from the season's results. The same seed gives the same figures,
    whatever the number of workers.
    """
    stated_in = rubric.model_copy(update={"robustness": stated})
    cohort = cohort_of(season, stated_in)
    nobody = replace(_of_nobody(stated), not_drawn=tuple(_not_drawn(season)))
    if not cohort.size:
        return nobody
    simulation = Simulation(cohort, courses(season, cohort), stated, workers)
    counted = simulate(simulation)
    return replace(
        nobody,
        ranks=tuple(_ranges(season, simulation, counted)),
        boundaries=tuple(boundaries(simulation, counted)),
        left_out=tuple(_left_out(simulation)),
        drivers=tuple(_drivers(simulation)),
        reversals=reversals(cohort, stated),
    )


def reversals(cohort: Cohort, stated: Stated) -> int:
    """Count the pairs whose order changes when a third leaves, over all thirds."""
    keys = trial(cohort, nominal(stated)).ranked_by()
    return sum(
        _reversals([key[0, members] for key in keys]) for members in cohort.groups
    )


def _of_nobody(stated: Stated) -> Robustness:
    return Robustness(
        draws=stated.draws,
        seed=stated.seed,
        lowest=tidy(stated.lowest, "en"),
        highest=tidy(stated.highest, "en"),
        ranks=(),
        boundaries=(),
        left_out=(),
        drivers=(),
        reversals=0,
        basis=tuple(what_is_drawn(stated)),
    )


def _not_drawn(season: Season) -> Iterator[str]:
    for scorecard in season.scorecards:
        if scorecard.total is None:
            yield scorecard.participant.code


def _ranges(
    season: Season, simulation: Simulation, counted: Counted
) -> Iterator[RankRange]:
    positions = simulation.cohort.positions()
    for ranking in season.rankings:
        if ranking.id != TOTAL:
            continue
        for standing in ranking.standings:
            position = positions.get(standing.participant)
            if position is not None and standing.place is not None:
                found = _range(simulation, counted, position, standing.place)
                yield replace(found, within=ranking.within)


def _range(
    simulation: Simulation, counted: Counted, position: int, nominal_place: int
) -> RankRange:
    participant = simulation.cohort.scorecards[position].participant
    stated, mine = simulation.stated, counted.places[position]
    raced = zip(simulation.courses, counted.races, strict=True)
    chances = (_chance(course, race, position) for course, race in raced)
    return RankRange(
        participant=participant.code,
        name=participant.name,
        category=participant.category,
        within="",
        nominal=nominal_place,
        mean=published(mean_place(mine), 2),
        median=place_at(mine, Fraction(50)),
        low=place_at(mine, stated.lowest),
        high=place_at(mine, stated.highest),
        leads=published(per_cent(mine, 1), 1),
        awards=tuple(chance for chance in chances if chance is not None),
    )


def _chance(course: Course, race: Counts, position: int) -> AwardChance | None:
    here = np.flatnonzero(course.members == position)
    if not len(here):
        return None
    award = course.race.award
    won = per_cent(race[int(here[0])], award.places)
    return AwardChance(award.id, award.title.text, published(won, 1))


def _left_out(simulation: Simulation) -> Iterator[LeftOut]:
    usual = simulation.nominal_places
    cohort, chance = simulation.cohort, nominal(simulation.stated)
    for node in cohort.rubric.nodes():
        if not isinstance(node, Criterion) or not cohort.weights[node.id].any():
            continue
        drawn = trial(cohort, chance, node.id)
        moved = np.abs(group_places(drawn)[0] - usual)
        mean = Fraction(int(moved.sum()), cohort.size)
        yield LeftOut(node.id, node.title.text, published(mean, 2))


def _drivers(simulation: Simulation) -> Iterator[Driver]:
    groups, shares = drivers(simulation)
    for place, group in enumerate(groups):
        first = total = None
        if shares is not None:
            first = _rounded(shares.first[place])
            total = _rounded(shares.total[place])
        yield _driver(group, first, total)


def _driver(group: Group, first: str | None, total: str | None) -> Driver:
    return Driver(group, GROUP_TITLES[group], first, total)


def _rounded(share: float) -> str:
    return published(Fraction(share), 2)


def _reversals(keys: Sequence[np.ndarray[tuple[int], np.dtype[np.float64]]]) -> int:
    size = len(keys[0])
    everybody = places([key[None, :] for key in keys])[0]
    lost = 0
    for gone in range(size):
        stays = np.arange(size) != gone
        if not stays.any():
            continue
        without = places([key[None, stays] for key in keys])[0]
        before = everybody[stays] - (everybody[stays] > everybody[gone])
        lost += int((without != before).sum())
    return lost
