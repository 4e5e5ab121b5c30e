"""Formulas of a finding: state, points and the words for them, by scale and policy."""

from __future__ import annotations

from typing import NamedTuple

from scorecard.methods import missing
from scorecard.methods.live.expressions import Live, chosen, plain, quoted, shown
from scorecard.methods.live.expressions import sentence as filled
from scorecard.methods.scales import (
    EARNED,
    NO_LEVEL,
    OPEN,
    attainable,
    formula,
    sentence,
)
from scorecard.number import Language
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Indicator, Rubric


class FindingCells(NamedTuple):
    """Cells of a finding: its states, value and points; `told` is an expression."""

    measured: str
    state: str
    value: str
    low: str
    high: str
    told: str


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
        chosen([scored, absent, (_is_open(of), end)], '""')
        for end in _ends(indicator, live)
    )
    return low, high


def reason(
    indicator: Indicator, rubric: Rubric, at: FindingCells, language: Language
) -> str:
    """Add to a measure's sentence what its state is worth, and by which scale."""
    low, high = (
        f"FIXED({end},{rubric.score.places},TRUE)" for end in (at.low, at.high)
    )
    words = quoted(sentence(indicator.scale).in_(language))
    scored = filled(EARNED, language, points=low, scale=words)
    between = filled(OPEN, language, points=low, most=high, scale=words)
    if isinstance(indicator.scale, verb.Levels):
        odd = filled(NO_LEVEL, language, value=shown(at.value))
        between = f'IF({at.measured}="scored",{odd}&" ","")&{between}'
    tests = [(f'{at.state}="scored"', scored), (_is_open(at.state), between)]
    if not indicator.informative:
        absent = missing.SENTENCES[missing.policy_of(indicator, rubric)]
        tests.append((f'{at.state}="missing"', quoted(absent.in_(language))))
    added = [(test, f'" "&{words}') for test, words in tests]
    return f"({at.told})&{chosen(added, quoted(''))}"


def _is_open(state: str) -> str:
    return f'OR({state}="pending",{state}="unreadable")'


def _ends(indicator: Indicator, live: Live) -> tuple[str, str]:
    least, most = (plain(each) for each in attainable(indicator.scale))
    if live.bounds is None or isinstance(indicator.scale, verb.Levels):
        return least, most
    ends = ",".join(formula(indicator.scale, bound) for bound in live.bounds)
    return f"MIN({ends})", f"MAX({ends})"
