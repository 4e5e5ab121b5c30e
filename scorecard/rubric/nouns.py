"""The rulebook's nouns: criteria, indicators, bands, gates, awards, certificate."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from scorecard.number import RoundingMode
from scorecard.rubric.awards import Award
from scorecard.rubric.basis import (
    Assumed as Assumed,
)
from scorecard.rubric.basis import (
    Basis as Basis,
)
from scorecard.rubric.basis import (
    SingleBasis as SingleBasis,
)
from scorecard.rubric.basis import (
    Verified as Verified,
)
from scorecard.rubric.certificate import (
    Certificate as Certificate,
)
from scorecard.rubric.certificate import (
    Logo as Logo,
)
from scorecard.rubric.certificate import (
    Numbering as Numbering,
)
from scorecard.rubric.certificate import (
    Signatory as Signatory,
)
from scorecard.rubric.comparison import Comparison
from scorecard.rubric.evidence import Check, Form, Quantity, Tickets, Vocabulary
from scorecard.rubric.methods import (
    Aggregate,
    HeadingScale,
    Measure,
    Missing,
    Scale,
)
from scorecard.rubric.robustness import Robustness
from scorecard.rubric.scalars import Day, Flag, Id, Line, Noun, Number, Whole, Words
from scorecard.rubric.signals import Signal


class Source(Noun):
    """Where a verified figure or a rule was read."""

    title: Words
    where: Line


class Period(Noun):
    """The days that are judged, both included."""

    start: Day
    end: Day


class Score(Noun):
    """How totals are made and written.

    `maximum` is the top of the published scale (100, or 5 for an index). Points are
    kept exact from 0 to 100; the published total is points x maximum / 100, rounded to
    `places` by `mode`. `coverage` is the least share (per cent) of the weight that must
    be scored; below it the participant is not scored. Where lower is better, `prefer`
    places the lowest total first. After a tie, places skip (1, 2, 2, 4), or with
    ``ties: dense`` go on (1, 2, 2, 3).
    """

    maximum: Number = Fraction(100)
    places: Whole = 2
    mode: RoundingMode = "half_up"
    ranks_on: Literal["exact", "published"] = "published"
    prefer: Literal["higher", "lower"] = "higher"
    ties: Literal["competition", "dense"] = "competition"
    bands_on: Literal["exact", "published"] = "published"
    aggregate: Aggregate = "weighted_mean"
    missing: Missing = "zero"
    coverage: Number = Fraction(0)
    not_scored: Words
    not_submitted: Words
    basis: Basis


class Indicator(Noun):
    """One thing measured: a measure, then a scale.

    An informative indicator is shown and may rank, but carries no weight.
    """

    id: Id
    title: Words
    clause: Line | None = None
    weight: Number = Fraction(0)
    informative: Flag = False
    measure: Measure
    scale: Scale
    missing: Missing | None = None
    remedy: Words | None = None
    basis: Basis | None = None


class Criterion(Noun):
    """A weighted heading that holds criteria or indicators, never both.

    A `scale` turns what the aggregate makes of the parts into the heading's points.
    `coverage` is the least share (per cent) of the weight of its parts that must be
    scored; below it the participant is not scored at all.
    """

    id: Id
    title: Words
    weight: Number = Fraction(0)
    informative: Flag = False
    aggregate: Aggregate = "weighted_mean"
    scale: HeadingScale | None = None
    coverage: Number = Fraction(0)
    criteria: tuple[Criterion, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    basis: Basis | None = None

    @property
    def children(self) -> tuple[Criterion | Indicator, ...]:
        """What the heading holds, in the rubric's order."""
        return (*self.criteria, *self.indicators)


class Category(Noun):
    """Participants that are ranked together, with their own tailoring.

    `types` are participant types (provinsi, kabupaten, kota, kementerian, ...).
    `weights` replaces the weight of a criterion or indicator, by id. `addressed` stands
    before the name on certificates ("Pemerintah Provinsi"). With ``within: parent``
    participants are ranked and awarded among those of the same government only.
    """

    id: Id
    title: Words
    addressed: Words | None = None
    types: Annotated[tuple[Id, ...], Field(min_length=1)]
    weights: dict[Id, Number] = Field(default_factory=dict)
    not_applicable: tuple[Id, ...] = ()
    within: Literal["parent"] | None = None
    basis: Basis | None = None


class Band(Noun):
    """A predicate for totals from `from` to `to`, both included, as published."""

    id: Id
    title: Words
    from_: Annotated[Number, Field(alias="from")]
    to: Number
    zone: Words | None = None
    colour: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
    advice: Words | None = None


class Bands(Noun):
    """Predicates from best to worst, without gap or overlap at the rounding."""

    basis: Basis
    ranges: Annotated[tuple[Band, ...], Field(min_length=1)]


class Gate(Noun):
    """Cap the band while an indicator's or criterion's points are below a post."""

    id: Id
    title: Words
    of: Id
    below: Number
    cap: Id
    basis: Basis


class TieRule(Noun):
    """Break a tie by the points of a node, or by a quantity."""

    title: Words
    of: Id | None = None
    quantity: Id | None = None
    prefer: Literal["higher", "lower"] = "higher"


class SideRanking(Noun):
    """A further ranking per category by one indicator's value, beside the total.

    A share may be ranked `on` the end of its Wilson interval (two-sided, `confidence`
    in per cent) that is worse for the participant, or of at least so many cases.
    """

    id: Id
    title: Words
    by: Id
    prefer: Literal["higher", "lower"] = "higher"
    on: Literal["value", "wilson"] = "value"
    confidence: Number = Fraction(95)
    least: Whole = 0
    basis: Basis | None = None


class Rubric(Noun):
    """One edition of the rules, whole."""

    id: Id
    edition: Line
    title: Words
    note: Words
    language: Literal["id", "en"] = "id"
    unit: Literal["participant", "office"] = "participant"
    contact: Words | None = None
    period: Period
    deadline: Day
    as_of: Day
    sources: dict[Id, Source]
    vocabulary: Vocabulary
    score: Score
    categories: Annotated[tuple[Category, ...], Field(min_length=1)]
    form: Form
    tickets: Tickets | None = None
    quantities: tuple[Quantity, ...] = ()
    checks: tuple[Check, ...] = ()
    signals: tuple[Signal, ...] = ()
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    bands: Bands
    gates: tuple[Gate, ...] = ()
    tie_break: tuple[TieRule, ...] = ()
    rankings: tuple[SideRanking, ...] = ()
    awards: tuple[Award, ...] = ()
    comparison: Comparison | None = None
    robustness: Robustness | None = None
    certificate: Certificate

    def nodes(self) -> Iterator[Criterion | Indicator]:
        """Walk all criteria and indicators, each heading before what it holds."""
        return _walk(self.criteria)

    def indicators(self) -> Iterator[Indicator]:
        """Walk all indicators in the rubric's order."""
        return (node for node in self.nodes() if isinstance(node, Indicator))

    def quantity(self, quantity_id: str) -> Quantity:
        """Find a quantity; the loader has made sure that it exists."""
        return next(each for each in self.quantities if each.id == quantity_id)

    def node(self, node_id: str) -> Criterion | Indicator:
        """Find a criterion or indicator; the loader has made sure that it exists."""
        return next(each for each in self.nodes() if each.id == node_id)

    def category_of(self, participant_type: str) -> Category | None:
        """Find the category that a type of participant belongs to."""
        for category in self.categories:
            if participant_type in category.types:
                return category
        return None


def _walk(
    nodes: tuple[Criterion | Indicator, ...],
) -> Iterator[Criterion | Indicator]:
    for node in nodes:
        yield node
        if isinstance(node, Criterion):
            yield from _walk(node.children)
