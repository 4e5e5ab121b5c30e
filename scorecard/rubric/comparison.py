"""By which thresholds two seasons are told apart: the table of a review."""

from __future__ import annotations

from scorecard.rubric.basis import Basis
from scorecard.rubric.scalars import Id, Noun, Number


class Comparison(Noun):
    """Classes of an indicator's value, counted before and after.

    `above` are limits from the highest down: a value strictly above one belongs to its
    class, unless a higher one takes it. `below` are limits from the highest down, too:
    a value strictly below one belongs to the lowest such class. What is neither is the
    class between. The limits are in the measure's own unit, per cent for a share.
    """

    indicator: Id
    above: tuple[Number, ...] = ()
    below: tuple[Number, ...] = ()
    basis: Basis
