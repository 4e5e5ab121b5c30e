"""The table of Problems: every code has its words in both languages, and is used."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from scorecard.errors import SEVERITIES, Location
from scorecard.evidence.problems import PROBLEMS, counted, listed_rows, problem
from scorecard.wording import Text

EVIDENCE = Path(__file__).parent.parent / "scorecard" / "evidence"


def figures(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("code", sorted(PROBLEMS))
def test_every_code_says_all_in_both_languages(code: str) -> None:
    words = PROBLEMS[code]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", code)
    assert words.severity in SEVERITIES
    for indonesian, english in (words.message, words.expected, words.repair):
        assert indonesian
        assert english
        shared = {"one", "plural", "noun"}
        assert figures(indonesian) - shared == figures(english) - shared
    for sentence in (*words.message, *words.repair):
        assert sentence.rstrip("}").endswith((".", "hint", "reason"))


def test_every_code_is_used_and_every_used_code_is_known() -> None:
    source = "".join(path.read_text() for path in EVIDENCE.glob("*.py"))
    quoted = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', source))
    assert set(PROBLEMS) - quoted == set()


def test_a_problem_knows_its_place() -> None:
    place = Location("a/borang.xlsx", "Rekap", "D14")
    found = problem("document-link", place, seen="https://x", title="SK")
    assert found.repair == Text(
        "Unduh berkasnya, sertakan dalam folder peserta, dan tulis namanya di sel D14.",
        "Download the file, include it in the participant's folder and write its name "
        "in "
        "cell D14.",
    )


@pytest.mark.parametrize(
    ("rows", "indonesian", "english"),
    [
        ([12], "baris 12", "row 12"),
        ([12, 14, 13, 20], "baris 12–14 dan 20", "rows 12–14 and 20"),
        (
            list(range(1, 41, 2)),
            "baris 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23 dan 8 lagi",
            "rows 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23 and 8 more",
        ),
    ],
)
def test_rows_are_listed_shortly(
    rows: list[int], indonesian: str, english: str
) -> None:
    assert listed_rows(rows) == Text(indonesian, english)


def test_numbers_of_rows_are_spoken_rightly() -> None:
    assert counted([1]) == Text("1 laporan", "1 ticket")
    assert counted([1, 2], "baris") == Text("2 baris", "2 rows")
