"""Who would win an award in each draw, by the award's own conditions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from scorecard.methods.bands import rank_of_band
from scorecard.model import Scorecard, Season
from scorecard.races import Race, races
from scorecard.robustness.cohort import Cohort
from scorecard.robustness.places import places, published, steady
from scorecard.robustness.tables import Counts, Flags, Floats
from scorecard.robustness.trial import Trial
from scorecard.rubric.awards import Award
from scorecard.rubric.nouns import Gate, Rubric
from scorecard.totals import beside_the_total


@dataclass(frozen=True, slots=True)
class Course:
    """A race for an award among some participants, by their positions."""

    race: Race
    members: Counts


def courses(season: Season, cohort: Cohort) -> tuple[Course, ...]:
    """List the races of a season in which somebody with a total runs."""
    return tuple(_courses(races(season.scorecards, cohort.rubric), cohort.positions()))


def _courses(found: Sequence[Race], positions: Mapping[str, int]) -> Iterator[Course]:
    for race in found:
        if race.award.improvement is not None:  # The earlier season is not drawn.
            continue
        codes = sorted(c.scorecard.participant.code for c in race.contenders)
        members = np.array([positions[code] for code in codes if code in positions])
        if len(members):
            yield Course(race, members)


def race_places(course: Course, drawn: Trial) -> Counts:
    """Place those who meet the conditions, in each draw; the others have place 0.

    Winners are those whose place is within the award's; at a tie on the boundary all
    who share it.
    """
    award, members = course.race.award, course.members
    may = eligible(award, members, drawn)
    by = drawn.ranked_by() if award.by is None else (drawn.values[award.by],)
    keys = [key[:, members] for key in by]
    first = np.where(may, steady(keys[0]), -np.inf)
    found = places([first, *keys[1:]])
    return np.where(may, found, 0)


def eligible(award: Award, members: Counts, drawn: Trial) -> Flags:
    """Tell who meets every condition of an award; (draws, members)."""
    met = np.ones((len(drawn.total), len(members)), dtype=np.bool_)
    for each in _conditions(award, drawn):
        met &= np.broadcast_to(each, drawn.total.shape)[:, members]
    if award.by is not None:
        met &= ~np.isnan(drawn.values[award.by][:, members])
    return met


def _conditions(award: Award, drawn: Trial) -> Iterator[Flags]:
    cohort = drawn.cohort
    if award.least_band is not None:
        yield _bands(drawn) >= rank_of_band(award.least_band, cohort.rubric)
    if award.least_tickets is not None:
        least = award.least_tickets
        yield np.array(
            [_has(card, least.quantity, least.count) for card in cohort.scorecards]
        )
    for points in award.least_points:
        reached = drawn.points[points.of]
        enough = steady(reached.points) >= float(points.points)
        yield enough & reached.present
    if award.least_value is not None and award.by is not None:
        yield steady(drawn.values[award.by]) >= float(award.least_value)
    if award.no_gates:
        for gate in cohort.rubric.gates:
            yield ~_is_hit(gate, drawn)


def _has(card: Scorecard, quantity: str, count: int) -> bool:
    value = card.quantity(quantity)
    return value is not None and value >= count


def _bands(drawn: Trial) -> Counts:
    """Number the band of each total from the worst (0), held down by the gates."""
    rubric = drawn.cohort.rubric
    starts = sorted(float(band.from_) for band in rubric.bands.ranges)
    reached = np.searchsorted(starts, _judged(drawn.total, rubric), side="right") - 1
    found = np.maximum(reached, 0)
    for gate in rubric.gates:
        cap = rank_of_band(gate.cap, rubric)
        found = np.where(_is_hit(gate, drawn), np.minimum(found, cap), found)
    return found


def _judged(total: Floats, rubric: Rubric) -> Floats:
    score = rubric.score
    if score.bands_on == "exact":
        return steady(total)
    return steady(published(total, score.places, score.mode) / 10.0**score.places)


def _is_hit(gate: Gate, drawn: Trial) -> Flags:
    reached = drawn.points[gate.of]
    low = reached.present & (steady(reached.points) < float(gate.below))
    missing = drawn.cohort.missing.get(gate.of)
    if missing is None or not _weighs(gate.of, drawn.cohort.rubric):
        return low
    return low | missing


def _weighs(indicator: str, rubric: Rubric) -> bool:
    return indicator not in beside_the_total(rubric)
