"""The words of the workbooks: both languages say something, with the same figures."""

from __future__ import annotations

from string import Formatter
from typing import get_args

import pytest

from scorecard.errors import SEVERITIES
from scorecard.model import State
from scorecard.rubric.methods import Missing
from scorecard.sheets.words import WORDS


def figures(template: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(template)} - {None}


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_name_the_same_figures(key: str) -> None:
    words = WORDS[key]
    assert words.id.strip() and words.en.strip()
    assert figures(words.id) == figures(words.en)


def test_every_state_severity_and_policy_has_a_word() -> None:
    assert set(get_args(State)) <= WORDS.keys()
    assert set(SEVERITIES) <= WORDS.keys()
    assert {"zero", "exclude", "not_scored_policy"} <= WORDS.keys()
    assert set(get_args(Missing)) == {"zero", "exclude", "not_scored"}


def test_the_words_for_what_is_not_a_number_are_all_different() -> None:
    keys = ("missing", "blank", "unreadable", "not_applicable", "pending", "waived")
    assert len({WORDS[key].id for key in keys}) == len(keys)
    assert len({WORDS[key].en for key in keys}) == len(keys)
