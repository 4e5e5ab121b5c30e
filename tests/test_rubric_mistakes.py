"""Every mistake of a rubric is told in both languages, at its line.

A file of tests/broken states only the sections that it changes in tests/minimal.yaml,
so that the mistake can be seen on one screen. Its first two lines are comments with the
words that must be told, in English and Indonesian; ``# <-`` marks the line.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scorecard.errors import ExitCode, Problem, ScorecardError
from scorecard.number import Language
from scorecard.rubric.load import parse_rubric

HERE = Path(__file__).parent
BROKEN = sorted((HERE / "broken").glob("*.yaml"))
MINIMAL = (HERE / "minimal.yaml").read_text(encoding="utf-8")
_SECTION = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)


def merged(patch: str) -> str:
    """Put the sections of a patch in the place of those of the minimal rubric."""
    changed = dict(sections(patch))
    kept = [changed.pop(name, text) for name, text in sections(MINIMAL)]
    return "".join((*kept, *changed.values()))


def sections(text: str) -> list[tuple[str, str]]:
    parts = _SECTION.split(text)[1:]
    return [(part.partition(":")[0], part) for part in parts]


def problems_of(text: str) -> tuple[Problem, ...]:
    try:
        return parse_rubric(text, "rubric.yaml").warnings
    except ScorecardError as error:
        assert error.exit_code is ExitCode.RUBRIC
        return error.problems


def told(problem: Problem, language: Language) -> str:
    texts = (problem.message, problem.expected, problem.repair)
    message, *rest = (text.in_(language) for text in texts)
    return " ".join((f"{message}.", *rest))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_rubric_tells_its_mistake_in_both_languages(path: Path) -> None:
    patch = path.read_text(encoding="utf-8")
    english, indonesian = (line.removeprefix("# ") for line in patch.split("\n")[:2])

    problems = problems_of(merged(patch))

    assert any(english in told(problem, "en") for problem in problems), problems
    assert any(indonesian in told(problem, "id") for problem in problems), problems


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_broken_rubric_tells_nothing_but_its_mistake_at_its_line(path: Path) -> None:
    patch = path.read_text(encoding="utf-8")
    text = merged(patch)
    marked = [
        number for number, line in enumerate(text.split("\n"), 1) if "# <-" in line
    ]

    problems = problems_of(text)

    assert sorted(problem.location.line for problem in problems) == marked, problems


def test_the_minimal_rubric_has_no_problem() -> None:
    assert problems_of(MINIMAL) == ()


def test_all_mistakes_are_told_in_one_pass() -> None:
    text = MINIMAL.replace("deadline: 2026-02-28", "deadline: soon").replace(
        "worst: 0", "wurst: 0"
    )

    assert [(each.code, each.location.line) for each in problems_of(text)] == [
        ("rubric-bad-date", 7),
        ("rubric-missing-key", 38),
        ("rubric-unknown-key", 38),
    ]


def test_a_mistake_of_yaml_does_not_hide_one_of_meaning() -> None:
    text = MINIMAL.replace("as_of: 2026-03-31", "as_of: 2026-03-31\nas_of: x").replace(
        "best: 1 ", "best: 0 "
    )

    assert {each.code for each in problems_of(text)} == {
        "rubric-duplicate-key",
        "rubric-equal-posts",
    }


def test_only_errors_refuse_a_rubric() -> None:
    loaded = parse_rubric(
        MINIMAL.replace("clause: Pasal 1", "weight: 100", 1).replace(
            "        weight: 100\n        weight: 100\n", "        weight: 100\n"
        ),
        "rubric.yaml",
    )

    assert [each.code for each in loaded.warnings] == ["rubric-no-clause"]
    assert loaded.warnings[0].severity == "warning"
