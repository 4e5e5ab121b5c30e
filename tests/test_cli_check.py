"""`scorecard check`: who sent what, every problem, signals, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from scorecard.cli import main
from scorecard.cli.outcome import checked_outcome
from scorecard.errors import ExitCode, Location, Problem, Severity
from scorecard.wording import Text

SAMPLE = Path(__file__).parent.parent / "inputs"
PONTIANAK = SAMPLE / "61.71-kota-pontianak"


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("SCORECARD_LANG", "id")
    monkeypatch.setenv("COLUMNS", "110")


def shown(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str]:
    """Run the command; give its exit code and what it wrote."""
    code = main(["check", *map(str, words)])
    captured = capsys.readouterr()
    assert captured.err == ""
    return code, captured.out


def problem(severity: Severity) -> Problem:
    text = Text("a", "a")
    return Problem("x-y", severity, "21", Location("x.xlsx"), "", text, text, text)


# --- one function for the end ------------------------------------------------------


@pytest.mark.parametrize(
    ("severity", "fail_on", "code"),
    [
        ("error", "error", 1),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("note", "warning", 0),
        ("error", "never", 0),
    ],
)
def test_the_exit_code_follows_from_the_problems(severity, fail_on, code):
    found = checked_outcome(["submitted"], [problem(severity)], 0, fail_on)
    assert found.exit_code == code


def test_the_last_line_counts_who_submitted_and_what_is_wrong():
    standings = ["submitted", "submitted", "refused", "absent"]
    words = checked_outcome(standings, [problem("error")], 2, "error").words
    assert words == Text(
        "Diperiksa: 3 dari 4 peserta menyerahkan, 1 tidak dapat dipakai, 1 belum "
        "menyerahkan, 2 sinyal. Perlu diperbaiki: 1 kesalahan (kode keluar 1).",
        "Checked: 3 of 4 participants submitted, 1 unusable, 1 not submitted, 2 "
        "signals. To be repaired: 1 error (exit code 1).",
    )


def test_nobody_recognised_is_said():
    words = checked_outcome([], [], 0, "error").words
    assert words.id == "Diperiksa: tidak ada peserta yang dikenali."


# --- the command -------------------------------------------------------------------


def test_the_sample_season_is_checked_and_nothing_is_written(capsys):
    code, out = shown(capsys, SAMPLE)
    lines = out.splitlines()
    assert code == ExitCode.PROBLEMS
    assert list(Path().iterdir()) == []
    table = lines[: lines.index("Masalah: 1 kesalahan · 2 peringatan · 1 catatan")]
    rows = {line.split()[0]: line.split() for line in table if line[:1].isdigit()}
    assert rows["32.04"] == [
        "32.04",
        "Kabupaten",
        "Bandung",
        *["ada", "843", "2/2", "–", "–"],
    ]
    assert rows["35"][-4:] == ["1.011", "2/2", "–", "–"]
    assert rows["12"][-3:] == ["1/2", "1", "–"]
    assert rows["62.13"][4:6] == ["belum", "menyerahkan"]
    assert out.index("12 Sumatera Utara —") < out.index("61.71 Kota Pontianak —")
    assert "  32.04 Kabupaten Bandung · Laporan tanpa klasifikasi" in lines
    assert lines[-2] != ""
    assert " ".join(out.split()).endswith(
        "Diperiksa: 20 dari 21 peserta menyerahkan, 1 belum menyerahkan, 11 sinyal. "
        "Perlu diperbaiki: 1 kesalahan (kode keluar 1)."
    )


def test_one_participants_folder_is_checked_by_itself(capsys):
    code, out = shown(capsys, PONTIANAK, "--lang", "en")
    assert code == 0
    assert "61.71 Kota Pontianak — 2 warnings" in out
    assert "  [warning] 61.71-kota-pontianak/borang.xlsx › Rekap › C17" in out
    assert out.rstrip().endswith("Checked: 1 of 1 participant submitted.")
    assert shown(capsys, PONTIANAK, "--fail-on", "warning")[0] == 1


def test_a_folder_by_any_name_and_one_workbook_are_checked(capsys, tmp_path):
    shutil.copytree(PONTIANAK, tmp_path / "berkas kami")
    for path in (tmp_path / "berkas kami", tmp_path / "berkas kami" / "borang.xlsx"):
        _, out = shown(capsys, path)
        assert "61.71  Kota Pontianak" in out
    _, out = shown(capsys, SAMPLE / "74.71-kota-kendari.xlsx")
    assert out.rstrip().endswith("Diperiksa: 1 dari 1 peserta menyerahkan.")


def test_equal_problems_are_gathered_with_their_cells(capsys):
    _, out = shown(capsys, SAMPLE / "12-sumatera-utara")
    assert out.count("[kesalahan]") == 1


def test_json_is_alone_on_stdout_and_tells_everything(capsys):
    code, out = shown(capsys, SAMPLE, "--json")
    told = json.loads(out)
    assert told["exit_code"] == code == 1
    assert told["reason"].endswith("(kode keluar 1).")
    assert len(told["participants"]) == 21
    absent = [row for row in told["participants"] if row["standing"] == "absent"]
    assert [row["code"] for row in absent] == ["62.13"]
    assert [each["severity"] for each in told["problems"]] == [
        "error",
        "warning",
        "warning",
        "note",
    ]
    burst = next(each for each in told["signals"] if each["id"] == "lonjakan_masuk")
    assert burst["participant"] == "32.04"
    assert burst["sheet"] == "Laporan Ringkas"
    assert burst["cell"].startswith("B")


def test_csv_is_alone_on_stdout_as_in_problems_csv(capsys):
    _, out = shown(capsys, PONTIANAK, "--csv", "-")
    rows = list(csv.reader(io.StringIO(out.lstrip("\ufeff")), delimiter=";"))
    assert rows[0][:5] == ["Tingkat", "Kode peserta", "Berkas", "Lembar", "Sel"]
    assert [row[4] for row in rows[1:]] == ["C17", "C18"]


def test_json_and_csv_do_not_share_stdout(capsys):
    words = ["check", str(PONTIANAK), "--json", "--csv", "-"]
    assert main(words) == ExitCode.USAGE
    told = capsys.readouterr()
    assert told.out == ""
    assert "sama-sama meminta stdout" in " ".join(told.err.split())


def test_csv_goes_to_a_file_beside_what_is_shown(capsys, tmp_path):
    path = tmp_path / "masalah.csv"
    assert main(["check", str(PONTIANAK), "--csv", str(path)]) == ExitCode.DONE
    told = capsys.readouterr()
    assert "61.71 Kota Pontianak — 2 peringatan" in told.out
    assert told.err == f"{path.as_posix()}\n"
    content = path.read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(content), delimiter=";"))
    assert [row[4] for row in rows[1:]] == ["C17", "C18"]


def test_a_csv_file_that_cannot_be_written_is_said(capsys, tmp_path):
    (tmp_path / "ada").mkdir()
    assert main(["check", str(PONTIANAK), "--csv", str(tmp_path / "ada")]) == (
        ExitCode.USAGE
    )
    assert (tmp_path / "ada").as_posix() in capsys.readouterr().err


def test_what_is_no_submission_is_refused(capsys, tmp_path):
    (tmp_path / "surat.pdf").write_bytes(b"%PDF-1.7\n")
    assert main(["check", str(tmp_path / "surat.pdf")]) == ExitCode.INPUT
    assert "Berkas ini bukan bagian dari" in capsys.readouterr().err
    assert main(["check", "tidak-ada"]) == ExitCode.USAGE


def test_a_folder_that_cannot_be_read_is_no_submission(capsys, tmp_path):
    folder = tmp_path / "21-kepulauan-riau"
    folder.mkdir()
    (folder / "borang.xlsx").write_bytes(b"PK\x03\x04 truncated")
    code, out = shown(capsys, folder)
    assert code == 1
    assert "21    Kepulauan Riau" in out
    assert "Diperiksa: 1 dari 1 peserta menyerahkan, 1 tidak dapat dipakai." in out
