"""The rubric's scales as written in YAML: how a value becomes points.

Every figure that a scale compares with is written in it: none comes from the others who
are judged. A number may be a ratio of two whole ones, such as 2/3.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from scorecard.rubric.scalars import Noun, Number, Words

_FARTHEST = 10
"""How many deviations from the mean a standard score is followed, unless stated."""


class Linear(Noun):
    """Points rise evenly from 0 at `worst` to 100 at `best`; outside, they stay."""

    verb: Literal["linear"]
    worst: Number
    best: Number


class Log(Noun):
    """As linear, on the logarithm of the value; both posts are above zero."""

    verb: Literal["log"]
    worst: Number
    best: Number


class Step(Noun):
    """From this value on (inclusive), these points."""

    from_: Annotated[Number, Field(alias="from")]
    points: Number


class Steps(Noun):
    """Points by the highest step reached; below the first step, `otherwise`."""

    verb: Literal["bands"]
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    otherwise: Number


class Level(Noun):
    """One level of an answer, with its points and what it means."""

    level: Number
    points: Number
    title: Words | None = None


class Levels(Noun):
    """Points by exact level; a value that is no level is unreadable."""

    verb: Literal["levels"]
    levels: Annotated[tuple[Level, ...], Field(min_length=1)]


class Checklist(Noun):
    """Points are the share of a document's conditions that is met, times 100."""

    verb: Literal["checklist"]


class Post(Noun):
    """A point of a curve: what a value of `at` is worth."""

    at: Number
    points: Number


class Curve(Noun):
    """Points on straight lines from post to post; before and after them, they stay."""

    verb: Literal["curve"]
    posts: Annotated[tuple[Post, ...], Field(min_length=2)]


class Power(Noun):
    """Points are 100 x (value / at) ^ exponent, never under `least` or over `most`.

    With an exponent of -1 the value divides. A value of zero or less is the limit.
    """

    verb: Literal["power"]
    at: Number
    exponent: Number
    least: Number = Fraction(0)
    most: Number = Fraction(100)


class Exponential(Noun):
    """Points are 100 x e ^ (rate x (value - at)), never over 100."""

    verb: Literal["exponential"]
    at: Number
    rate: Number


class ZScore(Noun):
    """Points are centre + spread x (value - mean) / deviation, all of them fixed.

    So points may be negative. They stay at `least` and `most`; unless these are stated,
    at ten times the spread from the centre.
    """

    verb: Literal["z_score"]
    mean: Number
    deviation: Number
    centre: Number = Fraction(0)
    spread: Number = Fraction(1)
    least: Number | None = None
    most: Number | None = None

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """The least and the greatest points."""
        reach = _FARTHEST * abs(self.spread)
        least = self.centre - reach if self.least is None else self.least
        return least, self.centre + reach if self.most is None else self.most


class PercentRank(Noun):
    """Points are the per cent of fixed reference values that are surpassed.

    Those `below` the value (strictly), `at_most` as great, or in the `middle` of both:
    values that are equal count half. `inclusive` divides those below by one fewer than
    there are, so that the best of the reference has 100. Where lower is better,
    `prefer` turns it round.
    """

    verb: Literal["percent_rank"]
    reference: Annotated[tuple[Number, ...], Field(min_length=1)]
    method: Literal["below", "at_most", "middle", "inclusive"] = "middle"
    prefer: Literal["higher", "lower"] = "higher"


Smooth: TypeAlias = (
    Linear | Log | Steps | Curve | Power | Exponential | ZScore | PercentRank
)
Scale = Annotated[Smooth | Levels | Checklist, Field(discriminator="verb")]
HeadingScale = Annotated[Smooth, Field(discriminator="verb")]
"""What may be put on the points of a heading: any value has points on it."""


def falls(scale: Smooth) -> bool:
    """Tell whether a greater value is worth fewer points."""
    match scale:
        case Linear() | Log():
            return scale.best < scale.worst
        case Steps():
            return scale.steps[-1].points < scale.otherwise
        case Curve():
            return scale.posts[-1].points < scale.posts[0].points
        case Power():
            return scale.exponent < 0
        case Exponential():
            return scale.rate < 0
        case ZScore():
            return (scale.spread < 0) != (scale.deviation < 0)
        case PercentRank():
            return scale.prefer == "lower"


def ends(scale: Smooth | Levels | Checklist) -> tuple[Fraction, Fraction]:
    """Give the least and the greatest points that the scale can award."""
    match scale:
        case Steps():
            every = (*(step.points for step in scale.steps), scale.otherwise)
        case Levels():
            every = tuple(level.points for level in scale.levels)
        case Curve():
            every = tuple(post.points for post in scale.posts)
        case Power():
            every = scale.least, scale.most
        case ZScore():
            every = scale.ends
        case _:
            every = Fraction(0), Fraction(100)
    return min(every), max(every)
