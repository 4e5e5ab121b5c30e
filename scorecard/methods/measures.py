"""Measures: how evidence becomes a value. The closed list, one function a verb."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

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


class Faces(NamedTuple):
    """A measure's value with its sentence, and both of them as live formulas."""

    value: Callable[[Any, Submission, Rubric], Measured]
    formula: Callable[[Any, Cells, Rubric], Live]


MEASURES: Mapping[str, Faces] = {
    "answer": Faces(answer, live_forms.answer),
    "figure": Faces(figure, live_forms.figure),
    "document": Faces(document, live_documents.document),
    "count": Faces(count, live_shares.count),
    "share": Faces(share, live_shares.share),
    "average": Faces(average, live_series.average),
    "median": Faces(median, live_series.median),
    "percentile": Faces(percentile, live_series.percentile),
    "within": Faces(within, live_series.within),
    "mark": Faces(mark, live_marks.mark),
    "change": Faces(change, live_shares.change),
}


def formula(indicator: Indicator, cells: Cells, rubric: Rubric) -> Live:
    """Write the indicator's measure as live spreadsheet expressions."""
    mine = replace(cells, indicator=indicator.id)
    faces = MEASURES[indicator.measure.verb]
    return faces.formula(indicator.measure, mine, rubric)


def measured(indicator: Indicator, submission: Submission, rubric: Rubric) -> Measured:
    """Apply the indicator's measure to the evidence of one submission."""
    measure, mine = indicator.measure, submission
    if isinstance(measure, verb.Mark):
        marks = (each for each in mine.marks if each.indicator == indicator.id)
        mine = replace(mine, marks=tuple(marks))
    return MEASURES[measure.verb].value(measure, mine, rubric)
