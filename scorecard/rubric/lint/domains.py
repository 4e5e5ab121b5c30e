"""Which values a measure can give at all."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeAlias

from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Indicator, Rubric

Domain: TypeAlias = tuple[Fraction, Fraction]
"""The least and the greatest value."""

_FULL = Fraction(100)


def domain_of(indicator: Indicator, rubric: Rubric) -> Domain | None:
    """Give the least and greatest value that a measure can have, if there are any."""
    match indicator.measure:
        case verb.Share() | verb.Within() | verb.Document():
            return Fraction(0), _FULL
        case verb.Mark(maximum=maximum):
            return Fraction(0), maximum
        case verb.Answer(field=name):
            kinds = {field.id: field.kind for field in rubric.form.answers}
            return (Fraction(0), Fraction(1)) if kinds[name] == "yes_no" else None
        case verb.Change(before=verb.Share(), after=verb.Share()):
            return -_FULL, _FULL
    return None
