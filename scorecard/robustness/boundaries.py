"""Between the last who wins an award and the first who does not: how sure is that?"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from scorecard.robustness.chance import nominal
from scorecard.robustness.counting import per_cent, place_at
from scorecard.robustness.found import Boundary
from scorecard.robustness.races import Course, race_places
from scorecard.robustness.simulation import Counted, Simulation
from scorecard.robustness.tables import Counts
from scorecard.robustness.trial import trial
from scorecard.robustness.words import boundary_words


def boundaries(simulation: Simulation, counted: Counted) -> Iterator[Boundary]:
    """Compare both sides of each award's boundary; a race without losers has none."""
    drawn = trial(simulation.cohort, nominal(simulation.stated))
    for course, race in zip(simulation.courses, counted.races, strict=True):
        usual = race_places(course, drawn)[0]
        sides = _sides(usual, course.race.award.places)
        if sides is not None:
            yield _boundary(simulation, course, race, sides)


def _sides(usual: Counts, places: int) -> tuple[int, int] | None:
    """Give the last inside and the first outside, of all who may win."""
    inside = np.where((usual > 0) & (usual <= places), usual, -1)
    outside = np.where(usual > places, usual, len(usual) + 1)
    if inside.max() < 0 or outside.min() > len(usual):
        return None
    return int(inside.argmax()), int(outside.argmin())


def _boundary(
    simulation: Simulation, course: Course, race: Counts, sides: tuple[int, int]
) -> Boundary:
    stated, award = simulation.stated, course.race.award
    last_first = tuple(_no_place_last(race[side]) for side in sides)
    worst_inside = place_at(last_first[0], stated.highest)
    best_outside = place_at(last_first[1], stated.lowest)
    people = [
        simulation.cohort.scorecards[int(course.members[side])].participant
        for side in sides
    ]
    won = tuple(per_cent(race[side], award.places) for side in sides)
    overlaps = worst_inside >= best_outside
    across = len(course.race.categories) > 1
    return Boundary(
        award=award.id,
        title=award.title.text,
        category="" if across else people[0].category,
        within=course.race.within or "",
        inside=people[0].code,
        outside=people[1].code,
        overlaps=overlaps,
        words=boundary_words((people[0].name, people[1].name), won, overlaps=overlaps),
    )


def _no_place_last(counted: Counts) -> Counts:
    """Count the draws without a place as the worst place."""
    return np.concatenate([[0], counted[1:], counted[:1]])
