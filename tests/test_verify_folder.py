"""Verifying a folder: each kind of attack is caught and named; what is whole passes."""

from __future__ import annotations

import json
import random
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from scorecard import __version__
from scorecard.cli import main
from scorecard.engine import pdf_engine
from scorecard.errors import ExitCode
from scorecard.export import artifacts, write
from scorecard.results import results_json
from scorecard.sealing import seal
from scorecard.sealing.register import HEAD, REGISTER, START
from scorecard.verification.folder import Known, verify_folder
from scorecard.wanted import Wanted
from tests.handmade_season import handmade_season, loaded_rubric
from tests.sealed_folder import (
    LACKS_PDF,
    NO_PDF,
    better,
    edit_json,
    forge_lists,
    head_of_register,
    lines_of_register,
    named,
    remaking,
    sealed_folder,
    verified,
)

RIAU, JAVA = "records/21-kepulauan-riau.json", "records/35-jawa-timur.json"


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return sealed_folder(tmp_path_factory.mktemp("whole") / "outputs")


@pytest.fixture(scope="module")
def sealed_pdfs(tmp_path_factory):
    return sealed_folder(tmp_path_factory.mktemp("pdf") / "outputs", pdf_engine())


@pytest.fixture
def outputs(whole, tmp_path):
    return shutil.copytree(whole, tmp_path / "outputs")


# --- what is whole passes ----------------------------------------------------------


def test_unaltered_results_pass_and_all_files_are_made_again(whole):
    found = verified(whole, remake=True)
    assert found.problems == ()
    assert found.holds
    assert found.remade
    listed = json.loads((whole / "manifest.json").read_bytes())["outputs"]
    assert found.files == len(listed)


@pytest.mark.skipif(LACKS_PDF, reason="PDFs cannot be made here")
def test_unaltered_pdfs_pass_too(sealed_pdfs):
    assert list(sealed_pdfs.glob("certificates/*.pdf"))
    assert verify_folder(sealed_pdfs, remaking(pdf_engine())).problems == ()


@pytest.mark.skipif(LACKS_PDF, reason="PDFs cannot be made here")
def test_without_an_engine_pdfs_are_checked_by_digest_alone_and_it_is_said(sealed_pdfs):
    (note,) = verify_folder(sealed_pdfs, remaking()).problems
    assert (note.code, note.severity) == ("pages-not-made-again", "note")
    assert "tidak diminta" in note.message.id


def test_results_of_another_version_are_told_as_such_once(tmp_path, capsys):
    season = replace(handmade_season(), tool="0.0.9")
    only = Wanted(("json", "csv"))
    making = {"workers": 1, "pdf": NO_PDF, "only": only}
    write(artifacts(season, loaded_rubric().rubric, **making), tmp_path / "outputs")
    assert main(["verify", str(tmp_path / "outputs"), "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert shown.count("(tool-other)") == 1
    assert (
        f"The results were made by scorecard 0.0.9 and are verified by {__version__}:"
        " differences may come from that."
    ) in shown


def test_a_part_that_was_exported_by_itself_passes(tmp_path, monkeypatch, whole):
    monkeypatch.chdir(tmp_path)
    Path("results.json").write_bytes((whole / "results.json").read_bytes())
    words = ["--format", "json", "-o", "part", "--lang", "en"]
    assert main(["export", "results.json", "21", *words]) == 0
    found = verified(Path("part"), remake=True)
    assert found.problems == ()
    (Path("part") / RIAU).write_bytes((whole / JAVA).read_bytes())
    assert (RIAU, "file-changed") in named(verified(Path("part")))


@pytest.mark.parametrize("kind", ["json", "csv", "xlsx"])
def test_every_format_of_an_export_is_made_again(tmp_path, monkeypatch, whole, kind):
    monkeypatch.chdir(tmp_path)
    Path("results.json").write_bytes((whole / "results.json").read_bytes())
    words = ["--all", "--format", kind, "-o", "part", "--lang", "en"]
    assert main(["export", "results.json", *words]) == 0
    assert list(Path("part").glob(f"compliance/*.{kind}"))
    assert verified(Path("part"), remake=True).remade == (kind == "json")
    assert verified(Path("part"), remake=True).holds


# --- a score in results.json -------------------------------------------------------


def give_riau_more(content):
    card = next(c for c in content["scorecards"] if c["participant"]["code"] == "21")
    finding = next(f for f in card["findings"] if f["indicator"] == "completion_rate")
    finding["points"] |= {"low": "100", "high": "100", "published_low": "100.00"}


def test_a_score_in_results_json_is_named_with_before_and_after(outputs):
    edit_json(outputs / "results.json", give_riau_more)
    found = verified(outputs, remake=True)
    assert ("results.json", "file-changed") in named(found)
    (change,) = (each for each in found.problems if each.code == "result-changed")
    assert change.participant == "21"
    assert change.message.en == (
        "Kepulauan Riau: Completion rate (completion_rate), points, sealed as 99.27,"
        " now reads 100.00."
    )
    assert change.message.id == (
        "Kepulauan Riau: Tingkat penyelesaian (completion_rate), poin, tersegel 99.27,"
        " kini tertulis 100.00."
    )


def test_a_score_with_forged_digests_is_caught_by_the_records_and_the_sheets(outputs):
    altered = results_json(better(handmade_season(), "21"))
    (outputs / "results.json").write_bytes(altered)
    forge_lists(outputs)
    found = verified(outputs, remake=True)
    assert ("results.json", "result-changed") in named(found)
    assert (RIAU, "file-changed") not in named(found)
    assert (JAVA, "record-of-other-results") in named(found)
    sheet = "compliance/21-kepulauan-riau.xlsx"
    assert (sheet, "file-not-as-made") in named(found)
    assert ("recap.xlsx", "file-not-as-made") in named(found)


def test_results_that_were_made_anew_are_caught_by_a_root_that_is_known(tmp_path):
    folder = sealed_folder(tmp_path / "outputs")
    other = Known(root=seal(better(handmade_season(), "21")).root.upper())
    (problem,) = verify_folder(folder, None, other).problems
    assert problem.code == "root-other"
    own = Known(root=seal(handmade_season()).root)
    assert verify_folder(folder, None, own).holds


def test_results_that_cannot_be_read_are_named(outputs):
    (outputs / "results.json").write_text("{")
    found = named(verified(outputs))
    assert ("results.json", "file-changed") in found
    assert ("results.json", "results-unreadable") in found


# --- files -------------------------------------------------------------------------


def test_a_missing_file_is_named(outputs):
    (outputs / "recap.xlsx").unlink()
    assert named(verified(outputs)) == {("recap.xlsx", "file-missing")}


def test_an_added_file_is_named(outputs):
    (outputs / "certificates" / "99-palsu.pdf").write_bytes(b"%PDF-1.7")
    assert named(verified(outputs)) == {("certificates/99-palsu.pdf", "file-added")}


def test_a_link_in_the_place_of_a_file_is_named(outputs, tmp_path):
    recap = outputs / "recap.xlsx"
    recap.rename(tmp_path / "recap.xlsx")
    recap.symlink_to(tmp_path / "recap.xlsx")
    assert ("recap.xlsx", "file-changed") in named(verified(outputs))


def rezip(path):
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_a_workbook_that_was_zipped_anew_is_named(outputs):
    rezip(outputs / "recap.xlsx")
    assert named(verified(outputs)) == {("recap.xlsx", "file-changed")}


def test_a_workbook_zipped_anew_with_forged_digests_is_named(outputs):
    rezip(outputs / "recap.xlsx")
    forge_lists(outputs)
    assert verified(outputs).holds
    found = verified(outputs, remake=True)
    assert named(found) == {("recap.xlsx", "file-not-as-made")}


def test_a_file_put_into_the_lists_is_named(outputs):
    (outputs / "titipan.csv").write_text("kode;nilai")

    def listed(content):
        content["outputs"].append({"path": "titipan.csv", "size": 0, "sha256": ""})

    edit_json(outputs / "manifest.json", listed)
    forge_lists(outputs)
    found = verified(outputs, remake=True)
    assert named(found) == {("titipan.csv", "file-of-no-results")}


def test_a_file_taken_out_of_the_lists_is_told(outputs):
    (outputs / RIAU).unlink()
    forge_lists(outputs)
    found = verified(outputs, remake=True)
    (note,) = found.problems
    assert (note.code, note.severity) == ("files-not-there", "note")
    assert RIAU in note.message.en


@pytest.mark.parametrize(
    ("key", "value"), [("tool", "9.9.9"), ("counts", {}), ("seal", []), ("inputs", [])]
)
def test_a_manifest_whose_own_words_were_altered_is_named(outputs, key, value):
    edit_json(outputs / "manifest.json", lambda content: content.update({key: value}))
    assert ("manifest.json", "manifest-changed") in named(verified(outputs))


def test_an_altered_digest_in_a_list_accuses_the_list_and_not_the_file(outputs):
    def flipped(content):
        entry = next(e for e in content["outputs"] if e["path"] == "recap.xlsx")
        entry["sha256"] = "0" * 64

    edit_json(outputs / "manifest.json", flipped)
    found = named(verified(outputs))
    assert ("manifest.json", "manifest-changed") in found
    assert ("recap.xlsx", "file-changed") not in found


def test_altered_sums_are_named(outputs):
    sums = outputs / "SHA256SUMS"
    sums.write_bytes(sums.read_bytes().replace(b"recap", b"rekap"))
    assert named(verified(outputs)) == {("SHA256SUMS", "sums-changed")}
    sums.unlink()
    assert named(verified(outputs)) == {("SHA256SUMS", "file-missing")}


def test_a_folder_without_a_manifest_is_refused(tmp_path):
    assert named(verified(tmp_path)) == {("manifest.json", "manifest-absent")}


# --- records and proofs ------------------------------------------------------------


def test_a_record_in_the_place_of_another_is_named(outputs):
    (outputs / RIAU).write_bytes((outputs / JAVA).read_bytes())
    found = named(verified(outputs))
    assert {(RIAU, "file-changed"), (RIAU, "record-of-another")} <= found


def test_the_proof_of_another_participant_is_named(outputs):
    neighbour = json.loads((outputs / JAVA).read_bytes())
    record = json.loads((outputs / RIAU).read_bytes())
    swapped = {**record, "path": neighbour["path"], "index": neighbour["index"]}
    canonical = json.dumps(
        swapped, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    (outputs / RIAU).write_text(canonical, encoding="utf-8")
    found = verified(outputs)
    refused = next(each for each in found.problems if each.code == "record-refused")
    assert refused.location.file == RIAU
    assert "does not lead to its root" in refused.message.en


def test_a_score_in_a_record_is_named_there(outputs):
    altered = seal(better(handmade_season(), "21"))
    (outputs / RIAU).write_bytes(altered.attachment("21"))
    found = verified(outputs)
    (change,) = (each for each in found.problems if each.code == "result-changed")
    assert change.location.file == RIAU
    assert change.message.en == (
        "Kepulauan Riau: total, sealed as 60.56, now reads 99.99."
    )


# --- the register ------------------------------------------------------------------


def test_a_deleted_row_of_the_register_is_named(outputs):
    first, second = lines_of_register(outputs)
    (outputs / REGISTER).write_bytes(second)
    (problem,) = verified(outputs).problems
    assert str(problem.location) == f"{REGISTER}:1"
    assert problem.message.en.startswith("The register is broken: a line does not")
    (outputs / REGISTER).write_bytes(first)
    assert named(verified(outputs)) == {(HEAD, "register-broken")}
    (outputs / REGISTER).write_bytes(second + first)
    assert named(verified(outputs)) == {(REGISTER, "register-broken")}


def test_a_deleted_register_is_named_while_its_head_or_a_kept_one_stands(outputs):
    head = json.loads(head_of_register(outputs))["head"]
    assert verify_folder(outputs, None, Known(register_head=head)).holds
    (outputs / REGISTER).unlink()
    assert named(verified(outputs)) == {(HEAD, "register-broken")}
    (outputs / HEAD).unlink()
    assert verified(outputs).holds
    kept = verify_folder(outputs, None, Known(register_head=head))
    assert named(kept) == {(REGISTER, "register-other")}
    assert verify_folder(outputs, None, Known(register_head=START)).holds


# --- any byte ----------------------------------------------------------------------

CHANGES = 240


@pytest.mark.skipif(LACKS_PDF, reason="PDFs cannot be made here")
def test_any_changed_byte_of_any_file_is_caught_and_its_file_named(
    sealed_pdfs, tmp_path
):
    folder = shutil.copytree(sealed_pdfs, tmp_path / "outputs")
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    chance = random.Random(6962)
    # Each file once at least, then those that chance picks.
    chosen = files + chance.choices(files, k=max(0, CHANGES - len(files)))
    assert len(chosen) >= 200
    missed = []
    for path in chosen:
        content = path.read_bytes()
        at, flip = chance.randrange(len(content)), chance.randrange(1, 256)
        changed = bytes((content[at] ^ flip,))
        path.write_bytes(content[:at] + changed + content[at + 1 :])
        name = path.relative_to(folder).as_posix()
        if name not in {file for file, _ in named(verified(folder))}:
            missed.append((name, at, flip))
        path.write_bytes(content)
    assert missed == []
    assert verified(folder).holds


# --- the command -------------------------------------------------------------------


def test_the_command_says_that_all_is_whole(whole, capsys):
    assert main(["verify", str(whole), "--quick", "--lang", "id"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == f"Akar segel: {seal(handmade_season()).root}"
    assert shown[1].startswith("Daftar piagam: 2 catatan, kepala ")
    assert shown[-1].startswith("Utuh: ")


def test_the_command_fails_with_code_5_and_names_the_file(outputs, capsys):
    (outputs / "recap.xlsx").write_bytes(b"")
    words = ["verify", str(outputs), "--quick", "--lang", "en"]
    assert main(words) == ExitCode.INTEGRITY
    shown = capsys.readouterr().out
    assert "  recap.xlsx (file-changed)\n" in shown
    assert "NOT WHOLE: 1 difference (exit code 5)." in shown


def test_the_command_tells_programs_the_same(outputs, capsys):
    (outputs / "recap.xlsx").unlink()
    words = ["verify", str(outputs), "--json", "--lang", "en"]
    assert main(words) == ExitCode.INTEGRITY
    told = json.loads(capsys.readouterr().out)
    assert told["exit_code"] == 5
    assert told["holds"] is False
    assert told["made_again"] is True
    assert told["root"] == seal(handmade_season()).root
    assert [each["code"] for each in told["problems"]] == ["file-missing"]
