"""Headings: how the points of parts become a heading's own, with a scale or without.

The total is the heading of the criteria; it has no scale of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from scorecard.methods import aggregates, scales
from scorecard.methods.aggregates import Part, PartCells
from scorecard.rubric.methods import Aggregate, HeadingScale
from scorecard.rubric.nouns import Criterion, Rubric
from scorecard.rubric.scales import falls
from scorecard.wording import Text, say, stated

TOO_THIN = Text(
    "{words}: bukti aspek {title} hanya mencakup {coverage} % bobotnya, paling sedikit "
    "{least} %.",
    "{words}: the evidence of {title} covers {coverage} % of its weight, at least "
    "{least} % is needed.",
)
"""Why nothing is scored where one heading has too little evidence."""


@dataclass(frozen=True, slots=True)
class Joining:
    """The aggregate of a heading, and the scale that its outcome is put on."""

    aggregate: Aggregate
    scale: HeadingScale | None = None

    @property
    def adds_up(self) -> bool:
        """Each part contributes its own points to the heading."""
        return self.scale is None and aggregates.is_additive(self.aggregate)

    @property
    def turns(self) -> bool:
        """The highest points of the parts make the lowest of the heading."""
        return self.scale is not None and falls(self.scale)


def joining_of(heading: Criterion | None, rubric: Rubric) -> Joining:
    """Give how a heading joins its parts; None is the total."""
    if heading is None:
        return Joining(rubric.score.aggregate)
    return Joining(heading.aggregate, heading.scale)


def joined(joining: Joining, parts: Sequence[Part]) -> Fraction | None:
    """Join the points of the parts that have any; None if no weight is left."""
    made = aggregates.aggregated(joining.aggregate, parts)
    if made is None or joining.scale is None:
        return made
    return scales.points(joining.scale, made)


def formula(joining: Joining, parts: Sequence[PartCells]) -> str:
    """Write the same as a spreadsheet expression over parts that all weigh."""
    return _scaled(joining, aggregates.formula(joining.aggregate, parts))


def live(joining: Joining, parts: Sequence[PartCells], nothing: str = '""') -> str:
    """Write the formula for parts that may be absent, weighing 0."""
    if not parts:
        return nothing
    made = _scaled(joining, aggregates.among_those_there(joining.aggregate, parts))
    return f"IF(({'+'.join(part.weight for part in parts)})>0,{made},{nothing})"


def sentence(joining: Joining) -> Text:
    """Say how the parts are joined, and what the outcome is put on."""
    how = aggregates.SENTENCES[joining.aggregate]
    if joining.scale is None:
        return how
    return say(
        "{how}; atas hasilnya: {scale}",
        "{how}; on the outcome: {scale}",
        how=how,
        scale=scales.sentence(joining.scale),
    )


def needed(heading: Criterion) -> Text:
    """Say how much evidence a heading asks for."""
    return say(
        "Paling sedikit {least} % bobotnya harus berbukti",
        "At least {least} % of its weight must have evidence",
        least=stated(heading.coverage),
    )


def _scaled(joining: Joining, expression: str) -> str:
    if joining.scale is None:
        return expression
    return scales.formula(joining.scale, f"({expression})")
