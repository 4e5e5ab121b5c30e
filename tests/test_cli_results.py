"""`scorecard rank` and `scorecard export`: everything from results.json alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scorecard.cli import main
from scorecard.engine import PdfEngine
from scorecard.errors import ExitCode
from scorecard.export import artifacts, write
from scorecard.results import results_json
from scorecard.wording import Text
from tests.handmade_season import handmade_season, loaded_rubric

NO_PDF = PdfEngine(False, Text("", ""), "")


@pytest.fixture(autouse=True)
def _place(tmp_path, monkeypatch):
    """Work in a folder that holds the results of a run, and nothing else."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("SCORECARD_LANG", "id")
    Path("season.json").write_bytes(results_json(handmade_season()))


def rank(capsys, columns, monkeypatch, *words):
    monkeypatch.setenv("COLUMNS", str(columns))
    assert main(["rank", "season.json", *words]) == 0
    return capsys.readouterr().out


def files_in(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in Path(folder).rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("columns", [80, 100, 140, 160])
def test_the_tables_fit_the_screen(capsys, monkeypatch, columns):
    out = rank(capsys, columns, monkeypatch)
    assert max(len(line) for line in out.splitlines()) <= columns
    assert "\x1b" not in out
    kepri = next(line for line in out.splitlines() if "Kepulauan Riau" in line)
    assert "99,27 % (1)" in kepri
    assert kepri.split()[:2] == ["3", "21"]


def test_the_table_of_a_category(capsys, monkeypatch):
    out = rank(capsys, 110, monkeypatch)
    rows = [" ".join(line.split()) for line in out.splitlines()]
    assert "1 35 Jawa Timur 85,17 Sangat Baik 90,14 % (3) ★" in rows
    assert "3 21 Kepulauan Riau 60,56 Sedang 99,27 % (1)" in rows
    assert "– 72 Sulawesi Tengah – – – Tidak menyerahkan" in rows
    assert "Provinsi (5)" in rows


def test_an_interval_shows_both_ends(capsys, monkeypatch):
    assert "65.27–80.27" in rank(capsys, 110, monkeypatch, "--lang", "en")


def test_why_the_leader_by_completion_is_not_first(capsys, monkeypatch):
    out = " ".join(rank(capsys, 110, monkeypatch).split())
    assert "Kepulauan Riau: Peringkat 1 menurut" in out
    assert "tetapi peringkat 3 menurut nilai: di bawah Jawa Timur pada" in out


def test_names_are_never_read_as_markup(capsys, monkeypatch):
    assert "=Kalimantan [Selatan]" in " ".join(rank(capsys, 160, monkeypatch).split())


def test_rank_as_json(capsys):
    assert main(["rank", "season.json", "--json"]) == 0
    season = json.loads(capsys.readouterr().out)
    assert season["rankings"][0]["standings"][0]["participant"] == "35"


def test_rank_without_results_says_what_to_run_first(capsys):
    assert main(["rank"]) == ExitCode.INPUT
    error = capsys.readouterr().err
    assert "outputs/results.json" in error
    assert "Jalankan dahulu: scorecard evaluate inputs/" in error


def test_results_of_an_interrupted_swap_are_found_again(capsys):
    old = Path(".outputs.old")
    old.mkdir()
    (old / "results.json").write_bytes(results_json(handmade_season()))
    assert main(["rank"]) == 0
    assert Path("outputs/results.json").is_file()


def test_export_of_everything_is_the_evaluation_to_the_last_byte(capsys):
    made = artifacts(handmade_season(), loaded_rubric().rubric, workers=1, pdf=NO_PDF)
    write(made, Path("outputs"))
    assert main(["export", "--all", "--no-pdf", "-o", "again"]) == 0
    assert files_in("again") == files_in("outputs")
    assert "again/SHA256SUMS" in capsys.readouterr().out.splitlines()


def test_export_of_some_participants(capsys):
    words = ["export", "season.json", "21", "61.71", "--format", "xlsx"]
    assert main(words) == 0
    assert set(files_in("exports")) == {
        "compliance/21-kepulauan-riau.xlsx",
        "compliance/61.71-kota-pontianak.xlsx",
        "manifest.json",
        "SHA256SUMS",
    }


def test_export_without_codes_makes_the_seasons_own_files():
    assert main(["export", "season.json", "--format", "csv"]) == 0
    assert set(files_in("exports")) == {
        "problems.csv",
        "manifest.json",
        "SHA256SUMS",
    }


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--format", "pdf"], "sebutkan kode peserta, atau --all."),
        (["99"], "Tidak ada peserta berkode 99. Yang ada: 12, 21, 35,"),
        (["21", "--all"], "Pilih kode peserta atau --all, tidak keduanya."),
        (["other.json"], "Sebutkan satu berkas hasil saja."),
        (["21", "-o", "."], "berisi hasil yang lengkap dan akan diganti seluruhnya."),
    ],
)
def test_what_cannot_be_exported_is_a_usage_mistake(capsys, words, message):
    assert main(["export", "season.json", *words]) == ExitCode.USAGE
    assert message in " ".join(capsys.readouterr().err.split())
    assert not Path("exports").exists()
