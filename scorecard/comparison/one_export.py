"""Two periods of one export: only what tickets tell has a before and an after.

What a form states (a recap, a document, an answer, an assessor's mark) is of the
rubric's own period. A recap's figures count in that period alone; the rest stands
unchanged beside both.
"""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.comparison.rubrics import quantities_of
from scorecard.model import Scorecard
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Indicator, Period, Rubric
from scorecard.wording import Text

_FORM = Text(
    "Tidak dibandingkan: yang dinilai sama untuk kedua periode (bukan tiket).",
    "Not compared: what is judged is the same in both periods (no tickets).",
)
PLACES = Text(
    "Peringkat tidak dibandingkan: sebagian peserta hanya mengirim rekap, yang untuk"
    " satu periode.",
    "Places are not compared: some participants sent a recap alone, which is of one"
    " period.",
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A period of an export by its rubric; `own` are the days that a recap is of."""

    rubric: Rubric
    own: Period

    @property
    def is_own(self) -> bool:
        """The recap is of these very days."""
        return self.rubric.period == self.own

    def holds(self, indicator: str, scorecard: Scorecard) -> bool:
        """Tell whether an indicator's figures are of this period."""
        node = self.rubric.node(indicator)
        if self.is_own or not isinstance(node, Indicator):
            return True
        return not _from_recap(quantities_of(node.measure), scorecard)

    def holds_total(self, scorecard: Scorecard) -> bool:
        """Tell whether everything that weighs in a total is of this period."""
        return all(
            self.holds(each.id, scorecard)
            for each in self.rubric.indicators()
            if not each.informative
        )


def not_by_tickets(indicator: Indicator) -> Text | None:
    """Say why an indicator has no two periods; None where tickets tell both."""
    match indicator.measure:
        case verb.Count() | verb.Share():
            return None
        case verb.Average() | verb.Median() | verb.Percentile() | verb.Within():
            return None
    return _FORM


def _from_recap(of: frozenset[str], scorecard: Scorecard) -> bool:
    return any(
        each.quantity in of and each.source == "recap" for each in scorecard.quantities
    )
