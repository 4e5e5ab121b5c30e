"""The rubric's awards: who wins one, and what it asks for beside the place."""

from __future__ import annotations

from scorecard.rubric.basis import Basis
from scorecard.rubric.scalars import Flag, Id, Noun, Number, Whole, Words


class LeastPoints(Noun):
    """A condition of an award: at least so many points on a node."""

    of: Id
    points: Number


class LeastTickets(Noun):
    """A condition of an award: at least so many in a quantity."""

    quantity: Id
    count: Whole


TOTAL_OF = "total"
"""What `improvement` of an award names for the total, beside any indicator."""


class Award(Noun):
    """Who wins: the first `places` of a category that meet every condition.

    `by` is the total (default) or an indicator's value. `improvement` asks instead for
    the greatest rise since the earlier season, of ``total`` or of an indicator's value;
    `least_value` is then the least rise.
    """

    id: Id
    title: Words
    categories: tuple[Id, ...] = ()
    across: Flag = False
    by: Id | None = None
    improvement: Id | None = None
    places: Whole
    least_band: Id | None = None
    least_tickets: LeastTickets | None = None
    least_points: tuple[LeastPoints, ...] = ()
    least_value: Number | None = None
    no_gates: Flag = False
    basis: Basis
