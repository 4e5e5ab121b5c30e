"""Between the last who wins an award and the first who does not: how sure is that?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from scorecard.model import Boundary, Participant
from scorecard.robustness.chance import nominal
from scorecard.robustness.counting import per_cent, place_at
from scorecard.robustness.races import Course, race_places
from scorecard.robustness.simulation import Counted, Simulation
from scorecard.robustness.tables import Counts
from scorecard.robustness.trial import trial
from scorecard.robustness.words import boundary_words, late_rival_words, no_rival_words
from scorecard.wording import Text


def boundaries(simulation: Simulation, counted: Counted) -> Iterator[Boundary]:
    """Compare both sides of each award's boundary; nobody wins one without a winner."""
    drawn = trial(simulation.cohort, nominal(simulation.stated))
    for course, race in zip(simulation.courses, counted.races, strict=True):
        usual = race_places(course, drawn)[0]
        inside, outside = _sides(usual, course.race.award.places)
        if inside is not None and outside is not None:
            yield _boundary(simulation, course, race, (inside, outside))
        elif inside is not None:
            yield _without_rival(simulation, course, race, usual)


def _sides(usual: Counts, places: int) -> tuple[int | None, int | None]:
    """Give the last inside and the first outside, of all who may win."""
    inside = np.where((usual > 0) & (usual <= places), usual, -1)
    outside = np.where(usual > places, usual, len(usual) + 1)
    return (
        None if inside.max() < 0 else int(inside.argmax()),
        None if outside.min() > len(usual) else int(outside.argmin()),
    )


def _boundary(
    simulation: Simulation, course: Course, race: Counts, sides: tuple[int, int]
) -> Boundary:
    stated, award = simulation.stated, course.race.award
    last_first = tuple(_no_place_last(race[side]) for side in sides)
    worst_inside = place_at(last_first[0], stated.highest)
    best_outside = place_at(last_first[1], stated.lowest)
    people = [_participant(simulation, course, side) for side in sides]
    won = tuple(per_cent(race[side], award.places) for side in sides)
    overlaps = worst_inside >= best_outside
    names = (people[0].name, people[1].name)
    words = boundary_words(names, won, overlaps=overlaps)
    found = replace(_alone(course, people[0], words), outside=people[1].code)
    return replace(found, overlaps=overlaps)


def _without_rival(
    simulation: Simulation, course: Course, race: Counts, usual: Counts
) -> Boundary:
    """Tell of an award that the evaluation leaves nobody else to win; draws may."""
    stated, places = simulation.stated, course.race.award.places
    wins = race[:, 1 : places + 1].sum(axis=1)
    last = int(np.where((usual > 0) & (usual <= places), usual, -1).argmax())
    rival = int(np.where(usual > 0, -1, wins).argmax())
    inside = _participant(simulation, course, last)
    won = (per_cent(race[last], places), per_cent(race[rival], places))
    if not wins[rival] or usual[rival]:
        return _alone(course, inside, no_rival_words(inside.name, won[0]))
    outside = _participant(simulation, course, rival)
    overlaps = place_at(_no_place_last(race[rival]), stated.lowest) <= places
    words = late_rival_words((inside.name, outside.name), won, overlaps=overlaps)
    found = replace(_alone(course, inside, words), outside=outside.code)
    return replace(found, overlaps=overlaps)


def _alone(course: Course, inside: Participant, words: Text) -> Boundary:
    award, across = course.race.award, len(course.race.categories) > 1
    return Boundary(
        award=award.id,
        title=award.title.text,
        category="" if across else inside.category,
        within=course.race.within or "",
        inside=inside.code,
        outside="",
        overlaps=False,
        words=words,
    )


def _participant(simulation: Simulation, course: Course, side: int) -> Participant:
    return simulation.cohort.scorecards[int(course.members[side])].participant


def _no_place_last(counted: Counts) -> Counts:
    """Count the draws without a place as the worst place."""
    return np.concatenate([[0], counted[1:], counted[:1]])
