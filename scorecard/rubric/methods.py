"""The rubric's verbs as written in YAML: measures and scales, each with its figures.

This is the closed list. What a verb does stands in `scorecard.methods`, in three faces.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from scorecard.rubric.scalars import Day, Id, Noun, Number, Whole, Words
from scorecard.rubric.scales import (
    Checklist as Checklist,
)
from scorecard.rubric.scales import (
    Curve as Curve,
)
from scorecard.rubric.scales import (
    Exponential as Exponential,
)
from scorecard.rubric.scales import (
    HeadingScale as HeadingScale,
)
from scorecard.rubric.scales import (
    Level as Level,
)
from scorecard.rubric.scales import (
    Levels as Levels,
)
from scorecard.rubric.scales import (
    Linear as Linear,
)
from scorecard.rubric.scales import (
    Log as Log,
)
from scorecard.rubric.scales import (
    PercentRank as PercentRank,
)
from scorecard.rubric.scales import (
    Post as Post,
)
from scorecard.rubric.scales import (
    Power as Power,
)
from scorecard.rubric.scales import (
    Scale as Scale,
)
from scorecard.rubric.scales import (
    Smooth as Smooth,
)
from scorecard.rubric.scales import (
    Step as Step,
)
from scorecard.rubric.scales import (
    Steps as Steps,
)
from scorecard.rubric.scales import (
    ZScore as ZScore,
)


class Answer(Noun):
    """Take a field of the answers sheet: yes is 1, no is 0, a number is itself."""

    verb: Literal["answer"]
    field: Id


class Figure(Noun):
    """Take a field of the recap sheet as it is."""

    verb: Literal["figure"]
    figure: Id


class Condition(Noun):
    """One thing asked of a document, with the points (of 100) that it is worth.

    `yes`: `field` is answered yes. `filled`: `field` holds something. `dated_by`:
    `field` is a date no later than `by`. `overlaps_period` and `covers_period`: the
    span from `field` to `until` meets, or wholly covers, the rubric's period; a blank
    `until` means "until revoked" for the first and is not met for the second.
    `attached`: the file named in `field` is among the participant's files.
    """

    id: Id
    title: Words
    points: Number
    test: Literal[
        "yes", "filled", "dated_by", "overlaps_period", "covers_period", "attached"
    ]
    field: Id
    until: Id | None = None
    by: Day | None = None


class Document(Noun):
    """Check a submitted document against a list of conditions.

    The value is the share of the conditions' points that is met. While the condition
    named by `requires` is not met, no other one is.
    """

    verb: Literal["document"]
    document: Id
    requires: Id | None = None
    conditions: Annotated[tuple[Condition, ...], Field(min_length=1)]


class Count(Noun):
    """Add up quantities: a number of tickets."""

    verb: Literal["count"]
    of: Annotated[tuple[Id, ...], Field(min_length=1)]


class Share(Noun):
    """Divide quantities: of / (over - less), in per cent, both sides kept.

    `if_none` is the finding's state when the denominator is zero.
    """

    verb: Literal["share"]
    of: Annotated[tuple[Id, ...], Field(min_length=1)]
    over: Annotated[tuple[Id, ...], Field(min_length=1)]
    less: tuple[Id, ...] = ()
    if_none: Literal["not_applicable", "missing"] = "not_applicable"


class Average(Noun):
    """Take the mean of a series of the tickets (at least `least` of them)."""

    verb: Literal["average"]
    of: Id
    least: Whole = 1


class Median(Noun):
    """Take the middle value of a series (mean of the two middle ones if even)."""

    verb: Literal["median"]
    of: Id
    least: Whole = 1


class Percentile(Noun):
    """Take a percentile of a series, interpolated as PERCENTILE.INC does."""

    verb: Literal["percentile"]
    of: Id
    percent: Number
    least: Whole = 1


class Limit(Noun):
    """A limit in days for one class of ticket received on or after `since`."""

    classification: Id
    days: Number
    since: Day | None = None


class Within(Noun):
    """Share of tickets whose series value is within the limit of their class.

    Of working days by the log: a ticket without the date that ends them is late once it
    has waited longer than its limit on the day of judgement, and not counted before.
    Of the statuses in `spare` it never counts: nobody owes that ticket an answer.
    """

    verb: Literal["within"]
    of: Id
    limits: tuple[Limit, ...]
    otherwise: Number
    spare: tuple[Id, ...] = ()


class Mark(Noun):
    """Mean of assessors' marks, from 0 to `maximum`, on a sample of tickets or once.

    Marks on one ticket are averaged over assessors first, then over tickets. Fewer
    than `least` marked tickets leave the finding pending.
    """

    verb: Literal["mark"]
    maximum: Number
    least: Whole = 1


class Change(Noun):
    """This period's value minus the last period's, in points of the same unit."""

    verb: Literal["change"]
    before: Annotated[Figure | Share, Field(discriminator="verb")]
    after: Annotated[Figure | Share, Field(discriminator="verb")]


Measure = Annotated[
    Answer
    | Figure
    | Document
    | Count
    | Share
    | Average
    | Median
    | Percentile
    | Within
    | Mark
    | Change,
    Field(discriminator="verb"),
]


Aggregate = Literal[
    "weighted_mean", "geometric_mean", "harmonic_mean", "product", "sum", "lowest"
]
Missing = Literal["zero", "exclude", "not_scored"]
