"""One government's own proof: its record alone, held against a root that is known."""

from __future__ import annotations

import json

import pytest

from scorecard.cli import main
from scorecard.engine import pdf_engine
from scorecard.errors import ExitCode
from scorecard.export import artifacts, write
from scorecard.sealing import seal
from scorecard.wanted import Wanted
from tests.handmade_season import handmade_season, loaded_rubric
from tests.pdfs import pdf_of
from tests.sealed_folder import LACKS_PDF, better

SEALED = seal(handmade_season())
NAME = "21-kepulauan-riau.json"


@pytest.fixture
def verify(tmp_path, capsys):
    """Give the exit code and what is shown for a file with this content."""

    def verified(content, *words, name=NAME, language="en"):
        (tmp_path / name).write_bytes(content)
        code = main(["verify", str(tmp_path / name), *words, "--lang", language])
        return code, capsys.readouterr()

    return verified


def test_a_record_is_proven_by_a_root_that_is_known(verify):
    code, shown = verify(SEALED.attachment("21"), "--root", SEALED.root.upper())
    assert code == 0
    lines = shown.out.splitlines()[1:]
    assert lines[:2] == ["  Participant: Kepulauan Riau (21)", "  Score: 60.56"]
    assert lines[-2:] == [
        f"  Root of the seal: {SEALED.root}",
        "Proven: this record is part of the results with that root.",
    ]
    code, shown = verify(SEALED.attachment("21"), "--root", SEALED.root, language="id")
    assert shown.out.endswith(
        "Terbukti: catatan ini bagian dari hasil dengan akar itu.\n"
    )


def test_without_a_root_it_says_what_is_left_to_compare(verify):
    code, shown = verify(SEALED.attachment("21"))
    assert code == 0
    assert shown.out.endswith(
        "This record leads to the root above. Compare that with the one announced, by"
        " --root perhaps.\n"
    )


def test_every_participant_can_prove_its_own(verify):
    for code in SEALED.index:
        assert verify(SEALED.attachment(code), "--root", SEALED.root)[0] == 0


def test_a_record_of_other_results_is_refused(verify):
    other = seal(better(handmade_season(), "21"))
    code, shown = verify(other.attachment("21"), "--root", SEALED.root)
    assert code == ExitCode.INTEGRITY
    assert "(root-other)" in shown.out
    assert shown.out.endswith("NOT PROVEN (exit code 5).\n")


def test_another_score_in_a_record_is_refused(verify):
    forged = SEALED.attachment("21").replace(b"60.56", b"99.99")
    code, shown = verify(forged, "--root", SEALED.root)
    assert code == ExitCode.INTEGRITY
    assert "the record is not the one whose digest stands beside it" in shown.out


def test_the_proof_of_another_participant_is_refused(verify):
    own, other = (json.loads(SEALED.attachment(code)) for code in ("21", "35"))
    swapped = {**own, "path": other["path"], "index": other["index"]}
    text = json.dumps(
        swapped, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    code, shown = verify(text.encode(), "--root", SEALED.root)
    assert code == ExitCode.INTEGRITY
    assert "its path does not lead to its root" in shown.out


@pytest.mark.parametrize("content", [b"", b"{}", b"%PDF-1.7", pdf_of(["Rapor"])])
def test_what_holds_no_record_is_refused(verify, content):
    code, shown = verify(content, "--json")
    assert code == ExitCode.INTEGRITY
    told = json.loads(shown.out)
    assert told["holds"] is False
    expected = "record-absent" if content.startswith(b"%PDF") else "record-refused"
    assert [each["code"] for each in told["problems"]] == [expected]


def test_the_evidence_is_asked_for_folders_only(verify, tmp_path):
    code, shown = verify(SEALED.attachment("21"), "--inputs", str(tmp_path))
    assert code == ExitCode.USAGE
    assert "--inputs is for a results folder only, not for one file." in shown.err


@pytest.mark.skipif(LACKS_PDF, reason="PDFs cannot be made here")
def test_a_rapor_carries_the_proof(verify, tmp_path):
    only = Wanted(("pdf",), ("21",), season_wide=False, documents=("rapor",))
    season, rubric = handmade_season(), loaded_rubric().rubric
    made = artifacts(season, rubric, workers=1, pdf=pdf_engine(), only=only)
    write(made, tmp_path / "outputs")
    (path,) = (tmp_path / "outputs" / "rapor").glob("*.pdf")
    code, shown = verify(path.read_bytes(), "--root", SEALED.root, name="rapor.pdf")
    assert code == 0
    assert shown.out.endswith(
        "Proven: this record is part of the results with that root. What the pages of"
        " the PDF say was not compared.\n"
    )
