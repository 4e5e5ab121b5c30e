"""`scorecard evaluate`: its exit codes, its JSON, its screen, its mistakes."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import click
import pytest

from scorecard import engine, run
from scorecard.cli import inputs, main
from scorecard.cli.outcome import outcome
from scorecard.engine import PdfEngine
from scorecard.errors import ExitCode, Location, Problem, ScorecardError
from scorecard.results import load_results
from scorecard.rubric.load import load_rubric
from scorecard.wording import Text
from tests.handmade_season import handmade_season
from tests.workbooks import workbook

READY = PdfEngine(True, Text("siap", "ready"), "")
NO_PANGO = PdfEngine(
    False, Text("pustaka Pango tidak ada", "Pango is absent"), "apt-get install pango"
)


@pytest.fixture(autouse=True)
def _place(tmp_path, monkeypatch):
    """Work in an empty folder, without a season to read."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("SCORECARD_LANG", "id")
    monkeypatch.setenv("COLUMNS", "110")
    monkeypatch.delenv("SCORECARD_DEBUG", raising=False)
    monkeypatch.setattr(run, "evaluate", lambda *_, **__: handmade_season())
    Path("inputs").mkdir()


def season_with(severity=None):
    problems = handmade_season().problems if severity else ()
    changed = tuple(replace(problem, severity=severity) for problem in problems)
    return replace(handmade_season(), problems=changed)


# --- one function for the end ------------------------------------------------------


@pytest.mark.parametrize(
    ("severity", "fail_on", "pdf", "code"),
    [
        (None, "warning", READY, 0),
        ("error", "error", READY, 1),
        ("warning", "error", READY, 0),
        ("warning", "warning", READY, 1),
        ("note", "warning", READY, 0),
        ("error", "never", READY, 0),
        ("error", "error", NO_PANGO, 7),
        (None, "never", NO_PANGO, 7),
        (None, "error", None, 0),
        ("error", "error", None, 1),
    ],
)
def test_the_exit_code_follows_from_problems_and_pdf(severity, fail_on, pdf, code):
    assert outcome(season_with(severity), fail_on, pdf).exit_code == code


def test_the_outcome_says_what_was_done_and_what_is_wrong():
    words = outcome(season_with("error"), "error", READY).words
    assert words.id.startswith("Selesai: 5 peserta dinilai (1 di antaranya sementara),")
    assert words.id.endswith("Perlu diperbaiki: 2 kesalahan (kode keluar 1).")
    assert words.en.endswith("To be repaired: 2 errors (exit code 1).")


def test_the_outcome_names_the_command_that_makes_pdfs_possible():
    result = outcome(season_with(), "error", NO_PANGO)
    assert "PDF tidak dapat dibuat (pustaka Pango tidak ada)" in result.words.id
    assert result.command == "apt-get install pango"


# --- the command -------------------------------------------------------------------


def test_everything_is_written_and_shown(capsys):
    code = main(["evaluate", "inputs", "--no-pdf", "--fail-on", "never"])
    shown = capsys.readouterr()
    assert code == 0
    assert shown.err == ""
    assert load_results(Path("outputs/results.json")) == handmade_season()
    assert Path("outputs/rapor/21-kepulauan-riau.html").is_file()
    assert Path("outputs/certificates/35-jawa-timur-terbaik.html").is_file()
    assert Path("outputs/compliance/72-sulawesi-tengah.xlsx").is_file()
    lines = shown.out.splitlines()
    assert "Edisi 2025 · keadaan per 31 Maret 2026 · 6 peserta" in lines
    assert "  outputs/rapor/         6 rapor peserta" in lines
    assert lines[-1].startswith("Selesai: 5 peserta dinilai")
    assert lines[-2] == ""


def test_errors_of_participants_give_code_1_and_are_shown_worst_first(capsys):
    assert main(["evaluate", "inputs", "--no-pdf"]) == ExitCode.PROBLEMS
    out = capsys.readouterr().out
    assert "Masalah: 1 kesalahan · 1 peringatan" in out
    assert "[kesalahan] 61.71/borang.xlsx › Rekap › C16" in out
    assert "    perbaikan: Perbaiki sel C16." in out
    assert out.index("[kesalahan]") < out.index("[peringatan]")


def test_json_is_alone_on_stdout(capsys):
    code = main(["evaluate", "inputs", "--no-pdf", "--json"])
    shown = capsys.readouterr()
    summary = json.loads(shown.out)
    assert summary["exit_code"] == code == 1
    assert summary["reason"].endswith("(kode keluar 1).")
    assert summary["counts"]["participants"] == 6
    assert summary["counts"]["not_submitted"] == 1
    assert "recap.xlsx" in summary["files"]
    kepri = next(p for p in summary["participants"] if p["code"] == "21")
    side = next(r for r in summary["rankings"] if r["id"] == "completion")
    assert kepri["band"] == {"id": "sedang", "title": "Sedang"}
    assert summary["counts"]["scored"] == 5
    assert summary["counts"]["provisional"] == 1
    assert summary["reason"].startswith("Selesai: 5 peserta dinilai (1 di antaranya")
    assert side["standings"][0]["participant"] == "21"
    assert side["standings"][0]["value"] == "99.27"


def test_without_an_engine_the_pages_are_html_and_the_code_is_7(capsys, monkeypatch):
    monkeypatch.setattr(engine, "pdf_engine", lambda: NO_PANGO)
    assert main(["evaluate", "inputs"]) == ExitCode.PDF
    assert Path("outputs/rapor/21-kepulauan-riau.html").is_file()
    assert not list(Path("outputs").rglob("*.pdf"))
    assert capsys.readouterr().out.endswith("\nPasang: apt-get install pango\n")


def test_as_of_comes_from_the_rubric_or_the_command_never_from_the_clock(monkeypatch):
    days = []

    def evaluate(inputs, loaded, as_of, **_):
        days.append(as_of.isoformat())
        return handmade_season()

    monkeypatch.setattr(run, "evaluate", evaluate)
    main(["evaluate", "inputs", "--no-pdf", "--json"])
    main(["evaluate", "inputs", "--no-pdf", "--json", "--as-of", "2026-05-01"])
    assert days == ["2026-03-31", "2026-05-01"]


def test_a_folder_of_others_is_refused_before_anything_is_read(capsys, monkeypatch):
    def evaluate(*_, **__):
        raise AssertionError("inputs were read")

    monkeypatch.setattr(run, "evaluate", evaluate)
    Path("outputs").mkdir()
    Path("outputs/naskah.docx").write_text("")
    assert main(["evaluate", "inputs"]) == ExitCode.USAGE
    assert "naskah.docx" in capsys.readouterr().err


@pytest.mark.parametrize("outputs", ["inputs", "inputs/hasil", "."])
def test_results_among_the_inputs_are_refused(capsys, outputs):
    assert main(["evaluate", "inputs", "-o", outputs]) == ExitCode.USAGE
    assert "Folder hasil dan folder masukan harus terpisah." in capsys.readouterr().err


def test_an_unknown_rubric_is_answered_with_the_names_there_are(capsys):
    assert main(["evaluate", "inputs", "--rubric", "ombudsman"]) == ExitCode.USAGE
    error = capsys.readouterr().err
    assert "Rubrik ombudsman tidak ada." in error
    assert "ombudsman-2023" in error


# --- inputs that are no season ------------------------------------------------------

ONE = (
    "adalah kiriman satu peserta; evaluate memerlukan folder yang memuat kiriman semua"
    " peserta. Untuk satu peserta: scorecard assess inputs"
)
FORM = {"Identitas": {"A1": "Kode", "B1": "Isian"}}


def told(words, capsys):
    return main(words), " ".join(capsys.readouterr().err.split())


def test_one_participants_folder_is_told_from_a_season(capsys):
    Path("inputs/borang.xlsx").write_bytes(workbook(FORM))
    Path("inputs/tiket.xlsx").write_bytes(workbook({"Laporan Ringkas": {"A1": 1}}))
    code, error = told(["evaluate", "inputs"], capsys)
    assert code == ExitCode.USAGE
    assert f"inputs {ONE}" in error
    code, error = told(["evaluate", "inputs/borang.xlsx", "--lang", "en"], capsys)
    assert code == ExitCode.USAGE
    assert "For one participant: scorecard assess inputs/borang.xlsx" in error


def test_a_season_of_workbooks_is_no_single_participant():
    Path("inputs/21-kepulauan-riau.xlsx").write_bytes(workbook(FORM))
    Path("inputs/35-jawa-timur.xlsx").write_bytes(workbook(FORM))
    assert main(["evaluate", "inputs", "--no-pdf", "--fail-on", "never"]) == 0


def test_a_workbook_that_crashes_its_reader_does_not_end_the_run(monkeypatch):
    """A folder of few workbooks is looked into, to tell one sender from a season."""
    Path("inputs/borang.xlsx").write_bytes(workbook(FORM))
    Path("inputs/ganas.xlsx").write_bytes(b"x")
    really = inputs.open_workbook

    def hostile(path, name):
        if name == "ganas.xlsx":
            os.abort()
        return really(path, name)

    monkeypatch.setattr(inputs, "open_workbook", hostile)
    rubric = load_rubric().rubric
    with pytest.raises(click.UsageError, match="kiriman satu peserta"):
        inputs.refuse_one_participant(Path("inputs"), rubric, "id")


def test_two_workbooks_named_after_their_senders_are_a_season():
    Path("inputs/21-kepulauan-riau.xlsx").write_bytes(workbook(FORM))
    Path("inputs/35-jawa-timur.xlsx").write_bytes(b"cut short")
    assert main(["evaluate", "inputs", "--no-pdf", "--fail-on", "never"]) == 0


def test_a_season_of_one_workbook_and_a_list_is_no_single_participant():
    Path("inputs/_season").mkdir()
    Path("inputs/21-kepulauan-riau.xlsx").write_bytes(workbook(FORM))
    assert main(["evaluate", "inputs", "--no-pdf", "--fail-on", "never"]) == 0


def test_a_folder_without_any_submission_is_an_unusable_input(capsys, monkeypatch):
    nobody = replace(handmade_season(), scorecards=(), rankings=(), awards=())
    monkeypatch.setattr(run, "evaluate", lambda *_, **__: nobody)
    code, error = told(["evaluate", "inputs"], capsys)
    assert code == ExitCode.INPUT
    assert "Tidak ada satu pun kiriman peserta yang dapat dinilai" in error
    assert "[kesalahan] 61.71/borang.xlsx" in error
    assert not Path("outputs").exists()


def test_commands_are_named_as_this_user_has_to_type_them(capsys, monkeypatch):
    monkeypatch.setenv("SCORECARD_COMMAND", "python3 bootstrap.py")
    _, error = told(["evaluate", "README.md"], capsys)
    assert "Cara pakai: python3 bootstrap.py evaluate" in error
    _, error = told(["rank"], capsys)
    assert "Jalankan dahulu: python3 bootstrap.py evaluate inputs/" in error


def test_marks_of_another_rubric_are_told_once_a_sheet(capsys, monkeypatch):
    unknown = tuple(
        replace(
            _problem("error", f"C{row}"), code="mark-indicator-unknown", seen="mutu"
        )
        for row in range(4, 100)
    )
    error = ScorecardError(ExitCode.PANEL, unknown)
    monkeypatch.setattr(run, "evaluate", _raising(error))
    assert main(["evaluate", "inputs"]) == ExitCode.PANEL
    shown = capsys.readouterr().err
    place = "21/borang.xlsx › Rekap (marks-of-another-rubric)"
    assert shown.startswith(f"1 kesalahan\n  [kesalahan] {place}\n")
    assert "milik rubrik lain: 96 nilai di dalamnya" in shown
    assert "terbaca: mutu" in shown


# --- mistakes ----------------------------------------------------------------------


def _raising(error):
    def evaluate(*_, **__):
        raise error

    return evaluate


def _problem(severity, cell):
    return Problem(
        "any",
        severity,
        "21",
        Location("21/borang.xlsx", "Rekap", cell),
        "abc",
        Text("Bukan bilangan.", "Not a number."),
        Text("bilangan bulat", "a whole number"),
        Text("Isi dengan angka.", "Fill in a number."),
    )


UNUSABLE = ScorecardError(
    ExitCode.INPUT, (_problem("warning", "C9"), _problem("error", "C5"))
)


def test_an_input_error_is_told_with_place_and_repair_on_stderr(capsys, monkeypatch):
    monkeypatch.setattr(run, "evaluate", _raising(UNUSABLE))
    assert main(["evaluate", "inputs", "--no-pdf"]) == ExitCode.INPUT
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == (
        "1 kesalahan\n"
        "  [kesalahan] 21/borang.xlsx › Rekap › C5 (any)\n"
        "      Bukan bilangan.\n"
        "      terbaca: abc\n"
        "      seharusnya: bilangan bulat\n"
        "      perbaikan: Isi dengan angka.\n"
        "1 peringatan\n"
        "  [peringatan] 21/borang.xlsx › Rekap › C9 (any)\n"
        "      Bukan bilangan.\n"
        "      terbaca: abc\n"
        "      seharusnya: bilangan bulat\n"
        "      perbaikan: Isi dengan angka.\n"
    )
    assert not Path("outputs").exists()


def test_equal_problems_are_told_once_with_all_their_places(capsys, monkeypatch):
    cells = [f"C{row}" for row in range(10, 25)]
    many = tuple(_problem("error", cell) for cell in cells)
    monkeypatch.setattr(run, "evaluate", _raising(ScorecardError(ExitCode.INPUT, many)))
    main(["evaluate", "inputs", "--no-pdf", "--lang", "en"])
    error = capsys.readouterr().err
    assert error.startswith("15 errors\n")
    assert error.count("Not a number.") == 1
    assert error.endswith(
        "    and 14 more places: C11, C12, C13, C14, C15, C16, C17, C18, C19, C20, …\n"
    )


def test_an_input_error_is_json_where_json_was_asked_for(capsys, monkeypatch):
    monkeypatch.setattr(run, "evaluate", _raising(UNUSABLE))
    assert main(["evaluate", "inputs", "--json", "--lang", "en"]) == ExitCode.INPUT
    summary = json.loads(capsys.readouterr().out)
    assert summary["exit_code"] == 4
    assert summary["reason"] == "Not a number."
    assert [p["cell"] for p in summary["problems"]] == ["C5", "C9"]


def test_a_bug_gives_code_70_and_the_way_to_see_more(capsys, monkeypatch):
    monkeypatch.setattr(run, "evaluate", _raising(ZeroDivisionError("by zero")))
    assert main(["evaluate", "inputs"]) == ExitCode.BUG
    error = capsys.readouterr().err
    assert "(ZeroDivisionError: by zero)" in error
    assert "SCORECARD_DEBUG=1" in error
    assert "Traceback" not in error


def test_a_bug_shows_its_traceback_when_asked(capsys, monkeypatch):
    monkeypatch.setenv("SCORECARD_DEBUG", "1")
    monkeypatch.setattr(run, "evaluate", _raising(ZeroDivisionError("by zero")))
    assert main(["evaluate", "inputs"]) == ExitCode.BUG
    assert "Traceback (most recent call last)" in capsys.readouterr().err


def test_stopping_by_hand_leaves_no_half_folder(capsys, monkeypatch):
    monkeypatch.setattr(run, "evaluate", _raising(KeyboardInterrupt()))
    assert main(["evaluate", "inputs"]) == 130
    assert "Dihentikan." in capsys.readouterr().err
    assert not Path("outputs").exists()
