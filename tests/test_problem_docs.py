"""The documentation of problems: every code with an example, and no more."""

from __future__ import annotations

import re

import pytest

from scorecard.evidence.problems import PROBLEMS
from scorecard.number import Language
from tests.problem_docs import DOCS, FILES, page
from tests.problem_examples import _ELSEWHERE, _OTHERS, _SEEN, example


@pytest.mark.parametrize("language", list(FILES))
def test_the_pages_are_what_the_table_says(language: Language) -> None:
    written = (DOCS / FILES[language]).read_text(encoding="utf-8")
    assert written == page(language), "make them again: python -m tests.problem_docs"


@pytest.mark.parametrize("language", list(FILES))
def test_every_code_is_documented_and_no_other(language: Language) -> None:
    written = (DOCS / FILES[language]).read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)$", written, re.MULTILINE) == list(PROBLEMS)


@pytest.mark.parametrize("code", list(PROBLEMS))
def test_every_example_is_whole(code: str) -> None:
    shown = example(code)
    for text in (shown.message, shown.expected, shown.repair):
        for words in (text.id, text.en):
            assert words
            assert not re.search(r"“”|\(\)|—|\{", words), words
    needs_seen = any("{seen}" in words for words in PROBLEMS[code].message)
    assert shown.seen or not needs_seen


def test_no_example_stands_for_a_code_that_is_gone() -> None:
    assert {*_SEEN, *_OTHERS, *_ELSEWHERE} - set(PROBLEMS) == set()
