"""List everything that could be repaired, in the rubric's order, gain or none."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.advice.cells import cell_repairs
from scorecard.advice.judged import mark_repairs
from scorecard.advice.paper import paper_repairs
from scorecard.advice.repairs import Repair
from scorecard.advice.sent import Sent
from scorecard.advice.series import series_repairs
from scorecard.advice.shares import share_repairs
from scorecard.advice.statuses import is_rising
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Indicator


def possible_repairs(sent: Sent) -> tuple[Repair, ...]:
    """List the repairs of every indicator that has a part in the total.

    Some may turn out to be worth nothing: weighing them is for `weigh`.
    """
    judged = {
        finding.indicator
        for finding in sent.scorecard.findings
        if not finding.informative
        and finding.state not in ("not_applicable", "waived")
        and not (finding.points is not None and finding.points.low == 100)
    }
    found = (
        repair
        for indicator in sent.rubric.indicators()
        if indicator.id in judged
        for repair in _repairs(indicator, sent)
    )
    # Two ways of asking may come to the same: the first keeps its name.
    return tuple(
        {repair.changes: repair for repair in reversed(tuple(found))}.values()
    )[::-1]


def _repairs(indicator: Indicator, sent: Sent) -> Iterator[Repair]:
    measure = indicator.measure
    match measure:
        case verb.Document():
            return paper_repairs(indicator, measure, sent.submission, sent.rubric)
        case verb.Answer() | verb.Figure():
            return cell_repairs(indicator, measure, sent)
        case verb.Mark():
            return mark_repairs(indicator, measure, sent)
        case verb.Share():
            return _shares(indicator, measure, sent)
        case verb.Change(after=verb.Share() as after):
            return _shares(indicator, after, sent)
        case verb.Change(after=verb.Figure() as after):
            return cell_repairs(indicator, after, sent)
        case verb.Within() | verb.Average() | verb.Median() | verb.Percentile():
            return series_repairs(indicator, measure, sent)
        case _:
            # A count of tickets is what came in: nothing to be mended.
            return iter(())


def _shares(indicator: Indicator, measure: verb.Share, sent: Sent) -> Iterator[Repair]:
    rising = is_rising(indicator.scale)
    return share_repairs(indicator, measure, sent, rising=rising)
