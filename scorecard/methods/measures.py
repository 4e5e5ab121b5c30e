"""Measures: how evidence becomes a value. The closed list, one function a verb."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from scorecard.methods.documents import document
from scorecard.methods.forms import answer, figure
from scorecard.methods.live import documents as live_documents
from scorecard.methods.live import forms as live_forms
from scorecard.methods.live import marks as live_marks
from scorecard.methods.live import series as live_series
from scorecard.methods.live import shares as live_shares
from scorecard.methods.live.expressions import Cells, Live
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

FORMULAS: Mapping[str, Callable[[Any, Cells, Rubric], Live]] = {
    "answer": live_forms.answer,
    "figure": live_forms.figure,
    "document": live_documents.document,
    "count": live_shares.count,
    "share": live_shares.share,
    "average": live_series.average,
    "median": live_series.median,
    "percentile": live_series.percentile,
    "within": live_series.within,
    "change": live_shares.change,
}


def formula(indicator: Indicator, cells: Cells, rubric: Rubric) -> Live:
    """Write the indicator's measure as live spreadsheet expressions."""
    measure = indicator.measure
    mine = replace(cells, indicator=indicator.id)
    if isinstance(measure, verb.Mark):
        return live_marks.mark(measure, mine)
    return FORMULAS[measure.verb](measure, mine, rubric)


def measured(indicator: Indicator, submission: Submission, rubric: Rubric) -> Measured:
    """Apply the indicator's measure to the evidence of one submission."""
    measure = indicator.measure
    if isinstance(measure, verb.Mark):
        return mark(measure, indicator.id, submission)
    return MEASURES[measure.verb](measure, submission, rubric)
