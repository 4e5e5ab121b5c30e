"""Two periods of one export: only what tickets tell has a before and an after.

What a form states (a recap, a document, an answer, an assessor's mark) is of the
rubric's own period and stands unchanged beside both.
"""

from __future__ import annotations

from scorecard.comparison.rubrics import quantities_of
from scorecard.model import Scorecard
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.wording import Text

_RECAP = Text(
    "Tidak dapat dibandingkan: angkanya dari rekap, yang hanya untuk satu periode.",
    "Not comparable: its figures are from the recap, which is of one period only.",
)
_FORM = Text(
    "Tidak dibandingkan: yang dinilai sama untuk kedua periode (bukan tiket).",
    "Not compared: what is judged is the same in both periods (no tickets).",
)
_TOTAL = Text(
    "Nilai tidak dapat dibandingkan: sebagian angkanya dari rekap, yang hanya untuk"
    " satu periode.",
    "The totals are not comparable: some figures are from the recap, which is of one"
    " period only.",
)


def not_by_tickets(
    indicator: Indicator, before: Scorecard, after: Scorecard
) -> Text | None:
    """Say why an indicator has no two periods; None where tickets tell both."""
    match indicator.measure:
        case verb.Count() | verb.Share():
            of = quantities_of(indicator.measure)
            return _RECAP if _from_recap(of, before, after) else None
        case verb.Average() | verb.Median() | verb.Percentile() | verb.Within():
            return None
    return _FORM


def total_not_by_tickets(
    rubric: Rubric, before: Scorecard, after: Scorecard
) -> Text | None:
    """Say why two totals cannot be compared: a figure that weighs is of a recap."""
    for indicator in rubric.indicators():
        weighs = not indicator.informative
        if weighs and not_by_tickets(indicator, before, after) is _RECAP:
            return _TOTAL
    return None


def _from_recap(of: frozenset[str], *scorecards: Scorecard) -> bool:
    return any(
        quantity.quantity in of and quantity.source == "recap"
        for scorecard in scorecards
        for quantity in scorecard.quantities
    )
