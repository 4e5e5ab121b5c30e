"""A figure of each season, and the exact change between them, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from scorecard.model import Change, Figure, FigureState, Finding, Score, Scorecard
from scorecard.number import published
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text, joined, say

ABSENT = Figure("absent")
OTHER_PERIOD = Figure("other_period")

STATES: Mapping[FigureState, Text] = {
    "missing": Text("tidak ada bukti", "no evidence"),
    "unreadable": Text("bukti tidak terbaca", "evidence unreadable"),
    "not_applicable": Text("tidak berlaku", "not applicable"),
    "pending": Text("menunggu penilai", "waiting for assessors"),
    "waived": Text("dibebaskan", "waived"),
    "not_scored": Text("tidak dapat dinilai", "not assessable"),
    "not_submitted": Text("tidak menyerahkan", "not submitted"),
    "other_period": Text("rekapnya untuk periode lain", "recap of another period"),
    "absent": Text("tidak ada pada musim itu", "not in that season"),
}
"""Why a season has no figure, for a reader; none of these is a zero."""


def total_figure(scorecard: Scorecard | None) -> Figure:
    """Take a participant's total; None is one who did not take part."""
    if scorecard is None:
        return ABSENT
    if scorecard.total is not None:
        return _of_score(scorecard.total, "scored")
    missing = scorecard.outcome == "not_submitted"
    return Figure("not_submitted" if missing else "not_scored")


def value_figure(finding: Finding | None, rubric: Rubric) -> Figure:
    """Take what an indicator measured, in its unit; only what is scored has a value."""
    if finding is None:
        return ABSENT
    if finding.state != "scored" or finding.value is None:
        return Figure(finding.state)
    shown = shown_as(finding.value, rubric)
    return Figure("scored", finding.value, finding.value, shown)


def points_figure(finding: Finding | None) -> Figure:
    """Take an indicator's points; those that a rule gives for no evidence are none."""
    if finding is None:
        return ABSENT
    if finding.points is None or finding.state not in _WITH_POINTS:
        return Figure(finding.state)
    return _of_score(finding.points, finding.state)


def shown_as(value: Fraction, rubric: Rubric) -> str:
    """Round a figure as the rubric rounds its total."""
    return published(value, rubric.score.places, rubric.score.mode)


def change_between(
    before: Figure, after: Figure, rubric: Rubric, reason: Text | None = None
) -> Change:
    """Subtract exactly, each end by the other's; a `reason` forbids it.

    The change is rounded as `rubric` rounds its total.
    """
    if reason is not None:
        return Change(before, after, reason=reason)
    if before.low is None or before.high is None or after.low is None:
        return Change(before, after, reason=_why(before, after))
    assert after.high is not None
    low, high = after.low - before.high, after.high - before.low
    ends = (shown_as(low, rubric), shown_as(high, rubric))
    shown = ends[0] if low == high else "–".join(ends)
    return Change(before, after, low, high, shown)


_WITH_POINTS = ("scored", "pending", "unreadable")


def _of_score(score: Score, state: FigureState) -> Figure:
    if not score.is_interval:
        return Figure(state, score.low, score.high, score.published_low)
    shown = f"{score.published_low}–{score.published_high}"
    open_state: FigureState = "interval" if state == "scored" else state
    return Figure(open_state, score.low, score.high, shown)


def _why(before: Figure, after: Figure) -> Text:
    """Name the season, or both, that has nothing to compare."""
    parts = []
    if before.low is None:
        words = STATES[before.state]
        parts.append(say("Sebelumnya {w}.", "Before: {w}.", w=words))
    if after.low is None:
        words = STATES[after.state]
        parts.append(say("Sesudahnya {w}.", "After: {w}.", w=words))
    return joined(tuple(parts))
