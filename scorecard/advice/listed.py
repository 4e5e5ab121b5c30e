"""A repair as results.json lists it: words, cells and figures, without its changes."""

from __future__ import annotations

from scorecard.advice.gains import Gain
from scorecard.advice.places import places_of
from scorecard.model import PossibleRepair
from scorecard.number import published
from scorecard.rubric.nouns import Rubric


def listed(gain: Gain, rubric: Rubric) -> PossibleRepair:
    """Tell one participant's repair with its gain, and where it would lead."""
    repair, after = gain.repair, gain.after
    places, mode = rubric.score.places, rubric.score.mode
    return PossibleRepair(
        id=repair.id,
        participant=after.scorecard.participant.code,
        indicator=repair.indicator,
        kind=repair.kind,
        title=repair.title,
        places=places_of(repair),
        effort=repair.effort,
        hold=repair.hold,
        caveat=repair.caveat,
        gain=gain.points,
        published_gain=published(gain.points, places, mode),
        total=after.scorecard.total,
        band=after.scorecard.band,
        place=after.place,
        shared=after.shared,
    )
