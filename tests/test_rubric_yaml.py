"""The strict YAML: what is read as written, and what is refused before it is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scorecard.errors import ScorecardError
from scorecard.rubric import strict_yaml
from scorecard.rubric.load import load_rubric
from scorecard.rubric.strict_yaml import Document, read_yaml

MINIMAL = (Path(__file__).parent / "minimal.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "written",
    [
        "no",
        "yes",
        "on",
        "1.10",
        "0101",
        "12:30",
        "2025-01-01",
        "null",
        "~",
        "0x1F",
        "1_0",
    ],
)
def test_a_scalar_is_the_text_that_was_written(written: str) -> None:
    assert read_yaml(f"value: {written}").data == {"value": written}


def test_keys_are_text_as_well() -> None:
    assert read_yaml("yes: a\nno: b\n12: c").data == {"yes": "a", "no": "b", "12": "c"}


def test_an_empty_text_is_written_with_quotes() -> None:
    document = read_yaml('quoted: ""\nempty:\n')

    assert document.data == {"quoted": "", "empty": None}
    assert codes(document) == ["rubric-empty-value"]


def test_a_block_text_loses_its_last_line_break() -> None:
    assert read_yaml("a: >-\n  x\n  y\nb: |\n  x\n  y\n").data == {
        "a": "x y",
        "b": "x\ny",
    }


def test_each_path_has_its_line() -> None:
    document = read_yaml("a:\n  - b: 1\n    c: [2,\n      3]\n")

    assert document.line(("a",)) == 1
    assert document.line(("a", 0, "c")) == 3
    assert document.line(("a", 0, "c", 1)) == 4


def test_a_place_that_is_not_there_has_the_line_above_it() -> None:
    assert read_yaml("a:\n  - b: 1\n").line(("a", 0, "missing", 3)) == 2


def test_the_first_of_two_values_stands_and_both_lines_are_named() -> None:
    document = read_yaml("a: 1\nb: 2\na: [3, {b: 4}]\n")

    assert document.data == {"a": "1", "b": "2"}
    assert [(each.message.en, each.line) for each in document.mistakes] == [
        ("the key 'a' is written twice; the first is on line 1", 3)
    ]


def test_an_alias_cannot_explode() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"

    assert set(codes(read_yaml(bomb))) == {"rubric-anchor"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused_and_does_not_crash(opening: str) -> None:
    document = read_yaml(opening * 50_000)

    assert codes(document)[-1] in {"rubric-too-deep", "rubric-key-not-text"}


def test_twenty_levels_are_read() -> None:
    assert codes(read_yaml("[" * 20 + "x" + "]" * 20)) == []
    assert codes(read_yaml("[" * 21 + "x" + "]" * 21)) == ["rubric-too-deep"]


def test_a_text_of_the_largest_size_is_read_and_one_more_is_refused() -> None:
    text = "a: " + "x" * (strict_yaml.LARGEST - 3)

    assert codes(read_yaml(text)) == []
    assert codes(read_yaml(text + "x")) == ["rubric-too-large"]


@pytest.mark.parametrize("text", ["", "# nothing\n", "\n\n"])
def test_an_empty_text_is_no_rubric(text: str) -> None:
    assert codes(read_yaml(text)) == ["rubric-empty"]


def test_a_lone_surrogate_is_refused() -> None:
    assert codes(read_yaml("a: \ud800")) == ["rubric-control-character"]


def test_an_escaped_tab_is_refused_like_a_plain_one() -> None:
    assert codes(read_yaml('a: "x\\ty"')) == ["rubric-control-character"]
    assert codes(read_yaml("a: x\ty")) == ["rubric-tab"]


def test_line_ends_of_every_system_are_read() -> None:
    assert read_yaml("a: 1\r\nb: 2\r\n").data == {"a": "1", "b": "2"}
    assert read_yaml("a: 1\r\nb: 2\r\n").line(("b",)) == 2


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"\xef\xbb\xbf" + MINIMAL.encode(), "rubric-bom", 1),
        (MINIMAL.encode("utf-16"), "rubric-bom", 1),
        (MINIMAL.encode() + b"# caf\xe9\n", "rubric-not-utf8", 65),
        (b"a" * (strict_yaml.LARGEST + 1), "rubric-too-large", 1),
        (b"\x00\x01\x02", "rubric-control-character", 1),
    ],
)
def test_a_file_that_is_no_clean_text_is_refused_with_its_line(
    tmp_path: Path, content: bytes, code: str, line: int
) -> None:
    path = tmp_path / "rubric.yaml"
    path.write_bytes(content)

    with pytest.raises(ScorecardError) as refused:
        load_rubric(path)

    (problem,) = refused.value.problems
    assert (problem.code, problem.location.line) == (code, line)


def test_what_is_no_regular_file_is_not_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)

    for path in (pipe, tmp_path, tmp_path / "absent.yaml"):
        with pytest.raises(ScorecardError) as refused:
            load_rubric(path)
        assert [each.code for each in refused.value.problems] == ["rubric-unreadable"]


def codes(document: Document) -> list[str]:
    return [mistake.code for mistake in document.mistakes]
