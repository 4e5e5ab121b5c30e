"""Formulas of a finding: state, points and the words for them, by scale and policy."""

from __future__ import annotations

from scorecard.methods import missing
from scorecard.methods.live.expressions import Live, chosen, plain, quoted
from scorecard.methods.scales import attainable, formula
from scorecard.number import Language
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Indicator, Rubric


def state(indicator: Indicator, measured: str, value: str) -> str:
    """Give the state; a value that is no level of its scale is unreadable."""
    if not isinstance(indicator.scale, verb.Levels):
        return measured
    unknown = f'{formula(indicator.scale, value)}=""'
    return f'IF({measured}="scored",IF({unknown},"unreadable","scored"),{measured})'


def points(
    indicator: Indicator, rubric: Rubric, cells: tuple[str, str], live: Live
) -> tuple[str, str]:
    """Give the lowest and the highest points; `cells` hold the state and the value."""
    of, value = cells
    worth = missing.formula(missing.policy_of(indicator, rubric))
    if indicator.informative:
        worth = '""'
    scored = (f'{of}="scored"', formula(indicator.scale, value))
    absent = (f'{of}="missing"', worth)
    low, high = (
        chosen([scored, absent, (f'OR({of}="pending",{of}="unreadable")', end)], '""')
        for end in _ends(indicator, live)
    )
    return low, high


def reason(
    indicator: Indicator, rubric: Rubric, cells: tuple[str, str], language: Language
) -> str:
    """Add to a measure's sentence (second cell) what its state (first) is worth."""
    of, told = cells
    if indicator.informative:
        return told
    policy = missing.policy_of(indicator, rubric)
    words = missing.SENTENCES[policy].in_(language)
    return f'{told}&IF({of}="missing",{quoted(" " + words)},"")'


def _ends(indicator: Indicator, live: Live) -> tuple[str, str]:
    least, most = (plain(each) for each in attainable(indicator.scale))
    if live.bounds is None or isinstance(indicator.scale, verb.Levels):
        return least, most
    ends = ",".join(formula(indicator.scale, bound) for bound in live.bounds)
    return f"MIN({ends})", f"MAX({ends})"
