"""The rulebook's signals: what a person should look at; never part of a score.

Each states its threshold. A signal says that something is unusual, not that it is
wrong.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from scorecard.rubric.basis import Basis
from scorecard.rubric.scalars import Id, Line, Noun, Number, Whole, Words


class Burst(Noun):
    """A month's intake above `times` the median of the other months.

    The month holds at least `least` tickets.
    """

    verb: Literal["burst"]
    id: Id
    title: Words
    times: Number
    least: Whole
    basis: Basis


class Unclassified(Noun):
    """Tickets without classification: above `more_than` per cent of `least` or more."""

    verb: Literal["unclassified"]
    id: Id
    title: Words
    more_than: Number
    least: Whole
    basis: Basis


class Proportion(Noun):
    """Quantities above `more_than` per cent of others that sum to `least` or more."""

    verb: Literal["proportion"]
    id: Id
    title: Words
    of: Annotated[tuple[Id, ...], Field(min_length=1)]
    over: Annotated[tuple[Id, ...], Field(min_length=1)]
    more_than: Number
    least: Whole
    basis: Basis


class Before(Noun):
    """Last year's figures in the recap: tickets of the class, and all tickets."""

    of: Id
    over: Id


class Shift(Noun):
    """A class whose share moves by more than `points` between consecutive years.

    Both years hold at least `least` tickets. Years are those of the export; `before`
    gives the figures of the year before the period where a form states them.
    """

    verb: Literal["shift"]
    id: Id
    title: Words
    classification: Id
    points: Number
    least: Whole
    before: Before | None = None
    basis: Basis


class Copied(Noun):
    """One answer that stands, letter by letter, under many tickets.

    Above `more_than` per cent of the tickets with an answer, and under `least` of them
    or more. `headings` name the answers' column, which is compared and never kept.
    """

    verb: Literal["copied"]
    id: Id
    title: Words
    headings: Annotated[tuple[Line, ...], Field(min_length=1)]
    more_than: Number
    least: Whole
    basis: Basis


class Hasty(Noun):
    """Closures within `minutes` of receipt: above `more_than` per cent of `least`.

    Needs a follow-up log that states times of day; without them it is silent.
    """

    verb: Literal["hasty"]
    id: Id
    title: Words
    minutes: Whole
    more_than: Number
    least: Whole
    basis: Basis


Signal = Annotated[
    Burst | Unclassified | Proportion | Shift | Copied | Hasty,
    Field(discriminator="verb"),
]
