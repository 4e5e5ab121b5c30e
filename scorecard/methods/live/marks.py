"""The formula of the measure `mark`: on a form it always waits for assessors."""

from __future__ import annotations

from scorecard.methods.live.expressions import Cells, Live, plain, quoted
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Rubric
from scorecard.wording import say


def mark(measure: verb.Mark, cells: Cells, _rubric: Rubric) -> Live:
    """Leave the value anywhere from 0 to the maximum."""
    waits = say(
        "Menunggu penilai: 0 dari {least} contoh sudah dinilai.",
        "Waiting for assessors: 0 of {least} samples are marked.",
        least=measure.least,
    )
    return Live(
        state='"pending"',
        value="0",
        sentence=quoted(waits.in_(cells.language)),
        blank=waits.in_(cells.language),
        bounds=("0", plain(measure.maximum)),
    )
