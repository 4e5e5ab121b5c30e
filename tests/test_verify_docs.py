"""docs/verify.md names every code, and every problem has whole words."""

from __future__ import annotations

import re

import pytest

from scorecard.errors import Location
from scorecard.results import load_results
from scorecard.sealing import seal
from scorecard.verification.problems import PROBLEMS, problem
from scorecard.wording import Text, same
from tests.verify_docs import PAGE, page

FIGURES = {
    "after": "100.00",
    "before": "99.27",
    "code": "21",
    "day": Text(" pada 2 Mei 2026", " on 2 May 2026"),
    "example": "records/21-kepulauan-riau.json",
    "expected": same("Jawa Timur"),
    "folder": "surat-dinas",
    "given": "lain",
    "head": "ab" * 32,
    "n": 2,
    "name": "Kepulauan Riau",
    "of": same("edisi 2025"),
    "part": Text("metadatanya", "its metadata"),
    "reason": "salah nama.",
    "replacement": "",
    "results": same("edisi 2026"),
    "root": "cd" * 32,
    "serial": "2HSM-8QXM-2W5J-J2WY",
    "serials": (same("2HSM-8QXM-2W5J-J2WY"),),
    "sha": "ef" * 32,
    "summary": Text("tanda tangan rusak", "the signature is broken"),
    "title": Text("Laporan masuk", "Reports received"),
    "used": Text("tampilan bawaan scorecard", "scorecard's own look"),
    "what": Text("nilai akhir", "total"),
    "why": Text("sebuah baris diubah", "a line was altered"),
    "words": Text("Angkanya tidak cocok.", "The figures do not agree."),
}


def test_the_page_is_what_the_table_says():
    written = PAGE.read_text(encoding="utf-8")
    assert written == page(), "make it again: python -m tests.verify_docs"


@pytest.mark.parametrize("code", list(PROBLEMS))
def test_every_problem_says_what_was_expected_and_what_to_do(code):
    shown = problem(code, Location("recap.xlsx"), seen="99,27", **FIGURES)
    for text in (shown.message, shown.expected, shown.repair):
        for words in (text.id, text.en):
            assert words
            assert not re.search(r"\{|\}|None|\.\.", words), words


def test_every_code_is_named_somewhere_in_the_package():
    package = PAGE.parent.parent / "scorecard" / "verification"
    sources = "".join(
        path.read_text(encoding="utf-8")
        for path in package.glob("*.py")
        if not path.name.endswith("_words.py")
    )
    assert [code for code in PROBLEMS if f'"{code}"' not in sources] == []


@pytest.mark.parametrize("name", ["README.md", "README.id.md"])
def test_the_readme_revokes_a_certificate_of_the_sample_season(name, sample_results):
    """What a reader copies works: the serial is that of the certificate beside it."""
    season = load_results(sample_results)
    (award,) = (
        each
        for each in season.awards
        if each.participant == "63" and each.status == "won"
    )
    words = (PAGE.parent.parent / name).read_text(encoding="utf-8")
    revoked = re.search(r"certificate revoke (\S+)", words)
    assert revoked is not None
    assert revoked.group(1) == seal(season).certificate(award).serial
