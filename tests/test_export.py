"""The files of a season, and the folder that holds all of them or none."""

from __future__ import annotations

import csv
import errno
import hashlib
import io
import json
import multiprocessing
import shutil
import subprocess
from dataclasses import replace

import pytest

from scorecard import folder
from scorecard.artifact import Artifact
from scorecard.engine import PdfEngine
from scorecard.errors import ExitCode, ScorecardError
from scorecard.export import artifacts, kept, refuse_foreign, write
from scorecard.manifest import FORMAT
from scorecard.names import stems
from scorecard.problem_list import problems_csv
from scorecard.results import load_results
from scorecard.sealing import seal
from scorecard.sealing.register import HEAD, REGISTER
from scorecard.wanted import Wanted, number_of_files
from scorecard.wording import Text
from tests.handmade_season import handmade_season, loaded_rubric

NO_PDF = PdfEngine(False, Text("", ""), "")
SEASON_FILES = Wanted(kinds=("json", "csv"), participants=())


def made(only=SEASON_FILES):
    return list(
        artifacts(
            handmade_season(),
            loaded_rubric().rubric,
            workers=1,
            pdf=NO_PDF,
            only=only,
        )
    )


def ours(**files):
    """Make artifacts with a manifest that lists them."""
    entries = [{"path": path} for path in files]
    manifest = json.dumps({"format": FORMAT, "outputs": entries}).encode()
    contents = {**files, "manifest.json": manifest}
    return [Artifact(path, content) for path, content in contents.items()]


def files_in(place):
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in place.rglob("*")
        if path.is_file()
    }


def refusal(action):
    with pytest.raises(ScorecardError) as caught:
        action()
    assert caught.value.exit_code == ExitCode.USAGE
    (problem,) = caught.value.problems
    return problem


# --- what is made ------------------------------------------------------------------


def test_the_manifest_names_every_file_with_its_digest():
    files = {artifact.path: artifact.content for artifact in made()}
    manifest = json.loads(files["manifest.json"])
    assert [entry["path"] for entry in manifest["outputs"]] == [
        "problems.csv",
        "results.json",
    ]
    for entry in manifest["outputs"]:
        content = files[entry["path"]]
        assert entry["sha256"] == hashlib.sha256(content).hexdigest()
        assert entry["size"] == len(content)
    assert manifest["inputs"][0]["path"] == "21/borang.xlsx"
    assert manifest["as_of"] == "2026-03-31"
    assert manifest["rubric"]["sha256"] == loaded_rubric().sha256
    assert manifest["counts"]["participants"] == 6
    assert manifest["counts"]["not_submitted"] == 1


def test_the_manifest_names_the_root_and_each_participants_record_and_serials():
    files = {artifact.path: artifact.content for artifact in made(Wanted(("json",)))}
    manifest = json.loads(files["manifest.json"])
    sealed = seal(handmade_season())
    assert manifest["seal"]["root"] == sealed.root
    assert manifest["seed"] is None, "nothing was drawn"
    assert manifest["look"] is None
    assert manifest["tool"] == handmade_season().tool
    participants = {
        each["participant"]: each for each in manifest["seal"]["participants"]
    }
    assert participants["21"]["record"] == sealed.leaf("21")
    won = [each for each in handmade_season().awards if each.status == "won"]
    assert {serial for each in participants.values() for serial in each["serials"]} == {
        sealed.certificate(award).serial for award in won
    }


def test_each_participant_gets_its_record_with_its_proof():
    files = {artifact.path: artifact.content for artifact in made(Wanted(("json",)))}
    content = files["records/21-kepulauan-riau.json"]
    assert content == seal(handmade_season()).attachment("21")
    only = Wanted(("json",), participants=("21",), season_wide=False)
    assert [artifact.path for artifact in made(only)] == [
        *("records/21-kepulauan-riau.json", "manifest.json", "SHA256SUMS")
    ]


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="needs sha256sum")
def test_sha256sum_accepts_the_sums(tmp_path):
    write(made(), tmp_path / "outputs")
    check = subprocess.run(
        ["sha256sum", "-c", "--strict", "SHA256SUMS"],
        cwd=tmp_path / "outputs",
        capture_output=True,
        text=True,
        check=False,
    )
    assert check.returncode == 0, check.stderr
    assert "manifest.json: OK" in check.stdout


def test_the_manifest_and_the_sums_come_last():
    assert [artifact.path for artifact in made()][-2:] == [
        "manifest.json",
        "SHA256SUMS",
    ]


def test_files_made_from_results_json_are_the_same_bytes():
    files = {artifact.path: artifact.content for artifact in made()}
    again = artifacts(
        load_results(files["results.json"]),
        loaded_rubric().rubric,
        workers=2,
        pdf=NO_PDF,
        only=SEASON_FILES,
    )
    assert {artifact.path: artifact.content for artifact in again} == files


def test_progress_counts_up_to_the_number_of_files():
    steps = []
    season, rubric = handmade_season(), loaded_rubric().rubric
    list(
        artifacts(
            season,
            rubric,
            workers=1,
            pdf=NO_PDF,
            progress=lambda done, total: steps.append((done, total)),
            only=SEASON_FILES,
        )
    )
    assert steps == [(1, 2), (2, 2)]
    everything = number_of_files(season)
    won = sum(award.status == "won" for award in season.awards)
    assert everything == 4 + 6 + 6 + 6 + won


def test_problems_csv_keeps_formulas_as_text():
    table = problems_csv(handmade_season(), "id").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline=""), delimiter=";"))
    assert [row["Tingkat"] for row in rows] == ["kesalahan", "peringatan"]
    assert rows[0]["Sel"] == "C16"
    assert rows[0]["Perbaikan"] == "Perbaiki sel C16."
    assert rows[1]["Terbaca"] == "'=Kalimantan"


def test_file_names_are_code_and_plain_name():
    assert stems(handmade_season()) == {
        "12": "12-sumatera-utara",
        "21": "21-kepulauan-riau",
        "35": "35-jawa-timur",
        "61.71": "61.71-kota-pontianak",
        "63": "63-kalimantan-selatan",
        "72": "72-sulawesi-tengah",
    }


# --- the folder --------------------------------------------------------------------


def test_a_new_run_replaces_the_old_files_and_keeps_dot_files(tmp_path):
    outputs = tmp_path / "outputs"
    outputs.mkdir()
    (outputs / ".gitkeep").write_text("")
    write(ours(**{"a.txt": b"1", "rapor/b.txt": b"1"}), outputs)
    write(ours(**{"a.txt": b"2"}), outputs)
    found = files_in(outputs)
    assert found["a.txt"] == b"2"
    assert set(found) == {".gitkeep", "a.txt", "manifest.json"}
    assert [path.name for path in tmp_path.iterdir()] == ["outputs"]


def test_the_register_of_certificates_outlasts_a_new_run(tmp_path):
    outputs = tmp_path / "outputs"
    write(made(Wanted(("json",))), outputs)
    (outputs / REGISTER).write_bytes(b"1")
    (outputs / HEAD).write_bytes(b"2")
    write(made(), outputs)
    assert (outputs / REGISTER).read_bytes() == b"1"
    assert (outputs / HEAD).read_bytes() == b"2"
    (outputs / "rapor").mkdir()
    (outputs / "rapor" / REGISTER).write_bytes(b"3")
    assert refusal(lambda: write(made(), outputs)).code == "outputs-foreign"


@pytest.mark.parametrize("failure", [RuntimeError, KeyboardInterrupt, MemoryError])
def test_a_failure_midway_leaves_the_old_files_whole(tmp_path, failure):
    outputs = tmp_path / "outputs"
    write(ours(**{"a.txt": b"old"}), outputs)
    before = files_in(outputs)

    def failing():
        yield Artifact("a.txt", b"new")
        raise failure

    with pytest.raises(failure):
        write(failing(), outputs)
    assert files_in(outputs) == before
    assert [path.name for path in tmp_path.iterdir()] == ["outputs"]


def test_a_failure_midway_of_a_first_run_leaves_nothing(tmp_path):
    def failing():
        yield Artifact("a.txt", b"new")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(failing(), tmp_path / "outputs")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_others_is_refused(tmp_path):
    (tmp_path / "skripsi.docx").write_text("bab 1")
    problem = refusal(lambda: write(ours(), tmp_path))
    assert problem.code == "outputs-foreign"
    assert "skripsi.docx" in problem.message.id
    assert problem.repair.id == (
        "Pindahkan berkas itu, atau pilih folder lain yang kosong."
    )
    assert (tmp_path / "skripsi.docx").read_text() == "bab 1"


def test_a_manifest_of_another_program_does_not_make_a_folder_ours(tmp_path):
    (tmp_path / "manifest.json").write_text('{"name": "web app"}')
    assert refusal(lambda: write(ours(), tmp_path)).code == "outputs-foreign"


def test_a_users_own_file_among_ours_is_not_deleted(tmp_path):
    outputs = tmp_path / "outputs"
    write(ours(**{"a.txt": b"1"}), outputs)
    (outputs / "catatan rapat.txt").write_text("penting")
    problem = refusal(lambda: write(ours(**{"a.txt": b"2"}), outputs))
    assert "catatan rapat.txt" in problem.message.en
    assert (outputs / "a.txt").read_bytes() == b"1"


def test_a_file_of_ours_that_was_edited_is_not_deleted(tmp_path):
    outputs = tmp_path / "outputs"
    write(made(), outputs)
    write(made(), outputs)
    with (outputs / "problems.csv").open("ab") as file:
        file.write(b"sudah dicek")
    before = files_in(outputs)
    problem = refusal(lambda: write(made(), outputs))
    assert problem.code == "outputs-changed"
    assert "problems.csv" in problem.message.en
    assert files_in(outputs) == before


def test_of_other_results_nothing_is_kept(tmp_path):
    write(made(), tmp_path / "outputs")
    season = handmade_season()
    assert [file.path for file in kept(season, tmp_path / "outputs").files] == [
        "problems.csv",
        "results.json",
    ]
    assert kept(replace(season, tool="other"), tmp_path / "outputs").files == ()
    assert kept(season, tmp_path).files == ()


def test_an_open_workbooks_lock_file_is_no_obstacle(tmp_path):
    outputs = tmp_path / "outputs"
    write(ours(**{"rapor/a.txt": b"1"}), outputs)
    (outputs / "rapor" / "~$a.txt").write_text("")
    (outputs / "rapor" / ".~lock.a.txt#").write_text("")
    write(ours(**{"a.txt": b"2"}), outputs)
    assert (outputs / "a.txt").read_bytes() == b"2"


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "outputs").write_text("")
    problem = refusal(lambda: write(ours(), tmp_path / "outputs"))
    assert problem.code == "outputs-foreign"


def test_a_file_above_the_folder_is_refused(tmp_path):
    (tmp_path / "hasil").write_text("")
    problem = refusal(lambda: refuse_foreign(tmp_path / "hasil" / "2025"))
    assert problem.code == "outputs-unplaceable"


def test_a_second_run_on_the_same_folder_is_refused(tmp_path):
    outputs = tmp_path / "outputs"

    def during():
        problem = refusal(lambda: write(ours(**{"b.txt": b""}), outputs))
        assert problem.code == "outputs-in-use"
        yield from ours(**{"a.txt": b"1"})

    write(during(), outputs)
    assert set(files_in(outputs)) == {"a.txt", "manifest.json"}


def _write_many(outputs, letter):
    for _ in range(30):
        try:
            write(ours(**{f"{n}.txt": letter for n in range(5)}), outputs)
        except ScorecardError as error:
            assert error.problems[0].code == "outputs-in-use"


def test_two_processes_never_mix_their_files(tmp_path):
    outputs = tmp_path / "outputs"
    context = multiprocessing.get_context("fork")
    runs = [
        context.Process(target=_write_many, args=(outputs, letter))
        for letter in (b"a", b"b")
    ]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
        assert run.exitcode == 0
    contents = {v for k, v in files_in(outputs).items() if k != "manifest.json"}
    assert len(contents) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["outputs"]


def test_a_death_between_the_renames_is_recovered(tmp_path):
    outputs = tmp_path / "outputs"
    write(ours(**{"a.txt": b"old"}), outputs)
    outputs.rename(tmp_path / ".outputs.old")
    (tmp_path / ".outputs.new").mkdir()
    (tmp_path / ".outputs.new" / "a.txt").write_bytes(b"new")

    folder.recover(outputs)
    assert (outputs / "a.txt").read_bytes() == b"old"
    write(ours(**{"a.txt": b"newer"}), outputs)
    assert (outputs / "a.txt").read_bytes() == b"newer"
    assert [path.name for path in tmp_path.iterdir()] == ["outputs"]


def test_a_death_after_the_renames_leaves_the_new_files(tmp_path):
    outputs = tmp_path / "outputs"
    write(ours(**{"a.txt": b"new"}), outputs)
    (tmp_path / ".outputs.old").mkdir()
    folder.recover(outputs)
    assert (outputs / "a.txt").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["outputs"]


def test_a_failing_second_rename_puts_the_old_folder_back(tmp_path, monkeypatch):
    outputs = tmp_path / "outputs"
    write(ours(**{"a.txt": b"old"}), outputs)
    rename = type(outputs).rename

    def failing(self, target):
        if self.name == ".outputs.new":
            raise OSError(errno.EXDEV, "other device")
        return rename(self, target)

    monkeypatch.setattr(type(outputs), "rename", failing)
    problem = refusal(lambda: write(ours(**{"a.txt": b"new"}), outputs))
    assert problem.code == "outputs-unmovable"
    assert (outputs / "a.txt").read_bytes() == b"old"


def test_a_full_disk_is_said_and_changes_nothing(tmp_path, monkeypatch):
    outputs = tmp_path / "outputs"
    write(ours(**{"a.txt": b"old"}), outputs)

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(folder, "store", full)
    problem = refusal(lambda: write(ours(**{"a.txt": b"new"}), outputs))
    assert problem.message.id == (
        "Ruang penyimpanan habis sebelum semua berkas tertulis."
        " Hasil lama tidak diubah."
    )
    assert files_in(outputs)["a.txt"] == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["outputs"]


@pytest.mark.parametrize("path", ["../evil", "/etc/evil", "a/../../evil", ""])
def test_no_artifact_leads_out_of_the_folder(tmp_path, path):
    with pytest.raises(ValueError, match="not a path below"):
        write([Artifact(path, b"")], tmp_path / "outputs")
    assert list(tmp_path.iterdir()) == []


def test_a_linked_folder_is_replaced_where_it_is(tmp_path):
    real = tmp_path / "disk" / "real"
    real.mkdir(parents=True)
    link = tmp_path / "outputs"
    link.symlink_to(real)
    write(ours(**{"a.txt": b"1"}), link)
    assert link.is_symlink()
    assert (real / "a.txt").read_bytes() == b"1"
