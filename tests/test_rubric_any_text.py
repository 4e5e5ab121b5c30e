"""Whatever the text, a rubric is read or refused in words; nothing else is raised."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorecard.errors import Problem, ScorecardError
from scorecard.rubric.load import DEFAULT, parse_rubric
from scorecard.rubric.strict_yaml import read_yaml

MINIMAL = (Path(__file__).parent / "minimal.yaml").read_text(encoding="utf-8")
LARGE = json.dumps(read_yaml(DEFAULT.read_text(encoding="utf-8")).data)
SMALL = json.dumps(read_yaml(MINIMAL).data)

SCALARS = st.sampled_from(
    ["", "0", "-1", "1e9", "100", "999999999", "0.001", "nan", "true", "no", "decree"]
) | st.text(max_size=8)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(SCALARS, inner, max_size=2)
    ),
    max_leaves=4,
)
QUIETLY = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow]
)


def problems_of(text: str) -> tuple[Problem, ...]:
    try:
        return parse_rubric(text, "rubric.yaml").warnings
    except ScorecardError as error:
        return error.problems


@QUIETLY
@given(st.text() | st.text(alphabet="ab:-[]{}&*!|>'\"%@#, \n\t?0"))
def test_any_text_is_refused_in_words(text: str) -> None:
    assert problems_of(text)


@QUIETLY
@given(st.data())
def test_a_mutilated_text_is_read_or_refused(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(MINIMAL)))
    end = data.draw(st.integers(start, min(len(MINIMAL), start + 40)))

    problems_of(MINIMAL[:start] + data.draw(st.text(max_size=5)) + MINIMAL[end:])


@QUIETLY
@given(st.sampled_from([SMALL, LARGE]), st.data())
def test_a_rubric_with_a_changed_part_is_read_or_refused_in_our_words(
    text: str, data: st.DataObject
) -> None:
    rubric = json.loads(text)
    change(rubric, data)

    for problem in problems_of(json.dumps(rubric, ensure_ascii=False)):
        words = (problem.message, problem.expected, problem.repair)
        assert problem.code != "rubric-invalid"
        assert all(each.id and each.en for each in words)
        assert not any("Input should" in each.en for each in words)


def change(node: Any, data: st.DataObject) -> None:
    """Go down to some part of the rubric, then replace, drop or add there."""
    while True:
        keys = sorted(node) if isinstance(node, dict) else range(len(node))
        if not keys:
            return
        key = data.draw(st.sampled_from(list(keys)))
        if not isinstance(node[key], dict | list) or data.draw(st.integers(0, 3)) == 0:
            break
        node = node[key]
    match data.draw(st.sampled_from(["replace", "drop", "double"])):
        case "replace":
            node[key] = data.draw(VALUES)
        case "drop":
            del node[key]
        case "double" if isinstance(node, list):
            node.append(node[key])
        case "double":
            node[data.draw(SCALARS)] = node[key]
