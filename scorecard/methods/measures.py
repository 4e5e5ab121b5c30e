"""Measures: how evidence becomes a value. The closed list, one function a verb."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from scorecard.methods.documents import document
from scorecard.methods.forms import answer, figure
from scorecard.methods.marks import mark
from scorecard.methods.measured import Measured
from scorecard.methods.series import average, median, percentile, within
from scorecard.methods.shares import change, count, share
from scorecard.model import Submission
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Indicator, Rubric

MEASURES: Mapping[str, Callable[[Any, Submission, Rubric], Measured]] = {
    "answer": answer,
    "figure": figure,
    "document": document,
    "count": count,
    "share": share,
    "average": average,
    "median": median,
    "percentile": percentile,
    "within": within,
    "change": change,
}


def measured(indicator: Indicator, submission: Submission, rubric: Rubric) -> Measured:
    """Apply the indicator's measure to the evidence of one submission."""
    measure = indicator.measure
    if isinstance(measure, verb.Mark):
        return mark(measure, indicator.id, submission)
    return MEASURES[measure.verb](measure, submission, rubric)
