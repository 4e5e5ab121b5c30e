"""Totals below their own parts: as unread on the form as they are to the engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scorecard.methods.live.expressions import READ, chosen, sentence, shown, steady
from scorecard.number import Language
from scorecard.rubric.evidence import SumCheck
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.form.words import WORDS


def below_parts(
    key: str, rubric: Rubric, states: Mapping[str, str], values: Mapping[str, str]
) -> Iterator[str]:
    """Test a figure against each sum that it should be: the parts may not exceed it.

    `values` are 0 where nothing was read, and so add nothing.
    """
    for check in _checks(key, rubric):
        over = f"{steady(f'({_sum(check, values)})-{values[key]}')}>0"
        yield f"AND({states[key]}={READ},{over})"


def below_parts_words(
    key: str, rubric: Rubric, values: Mapping[str, str], language: Language
) -> str:
    """Say which sum exceeds the figure; nothing where none can."""
    template = WORDS["unread_total"]
    told = []
    for check in _checks(key, rubric):
        summed = _sum(check, values)
        words = sentence(template, language, summed=shown(f"({summed})"))
        told.append((f"{steady(f'({summed})-{values[key]}')}>0", words))
    return chosen(told, '""')


def _checks(key: str, rubric: Rubric) -> Iterator[SumCheck]:
    for check in rubric.checks:
        if isinstance(check, SumCheck) and check.total == key:
            yield check


def _sum(check: SumCheck, values: Mapping[str, str]) -> str:
    return "+".join(values[part] for part in check.parts)
