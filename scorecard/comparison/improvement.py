"""How much one participant rose since the earlier season, for the award that asks."""

from __future__ import annotations

from scorecard.comparison.figures import change_between, total_figure, value_figure
from scorecard.model import Change, Comparison, Development, Figure, Scorecard
from scorecard.rubric.awards import TOTAL_OF
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text, say

_NOT_BEFORE = Text(
    "tidak ikut musim sebelumnya", "did not take part in the earlier season"
)


def improvement(
    of: str, scorecard: Scorecard, rubric: Rubric, found: Comparison
) -> Change:
    """Subtract the earlier season's figure of `of` from this scorecard's own.

    `of` is an indicator or the total. The scorecard may be another one than the season
    was compared with: what it rises to by a repair counts.
    """
    own = found.development(scorecard.participant.code)
    after = _after(of, scorecard, rubric)
    if own is None or own.presence != "both":
        return Change(Figure("absent"), after, reason=_why_not(own))
    before, forbidden = _before(of, own, found)
    return change_between(before, after, rubric, forbidden)


def is_open(scorecard: Scorecard, change: Change) -> bool:
    """Tell whether a rise that is not known may yet turn out to be anything."""
    waits = change.after.state in ("pending", "unreadable")
    return scorecard.is_refused or waits


def improvement_title(of: str, rubric: Rubric) -> Text:
    """Name what must have risen: ``kenaikan nilai``, or that of an indicator."""
    if of == TOTAL_OF:
        return Text("kenaikan nilai", "rise of the total")
    title = rubric.node(of).title.text
    return say("kenaikan {title}", "rise of {title}", title=title)


def _after(of: str, scorecard: Scorecard, rubric: Rubric) -> Figure:
    if of == TOTAL_OF:
        return total_figure(scorecard)
    return value_figure(scorecard.finding(of), rubric)


def _before(of: str, own: Development, found: Comparison) -> tuple[Figure, Text | None]:
    """Give the earlier figure, and why the rubrics forbid to compare it, if they do."""
    if of == TOTAL_OF:
        return own.total.before, found.totals
    change = own.indicator(of)
    reasons = (each.values for each in found.indicators if each.indicator == of)
    return change.value.before if change else Figure("absent"), next(reasons, None)


def _why_not(own: Development | None) -> Text:
    """Say who took over from whom, where that is why there is nothing before."""
    return own.note if own is not None and own.note is not None else _NOT_BEFORE
