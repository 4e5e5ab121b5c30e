"""`scorecard rank` and `scorecard export`: everything from results.json alone."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
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
    assert any(r.startswith("– 72 Sulawesi Tengah – – tanpa berkas") for r in rows)
    assert "Provinsi (5)" in rows


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("missing", {"id": "tidak ada", "en": "missing"}),
        ("unreadable", {"id": "tak terbaca", "en": "unreadable"}),
        ("not_applicable", {"id": "tidak berlaku", "en": "not applicable"}),
        ("pending", {"id": "menunggu", "en": "pending"}),
        ("waived", {"id": "dibebaskan", "en": "waived"}),
    ],
)
def test_a_figure_that_is_absent_says_why(capsys, monkeypatch, state, words):
    season = handmade_season()
    card = season.scorecard("21")
    findings = tuple(
        replace(each, state=state, value=None)
        if each.indicator == "completion_rate"
        else each
        for each in card.findings
    )
    cards = tuple(
        replace(each, findings=findings) if each is card else each
        for each in season.scorecards
    )
    changed = results_json(replace(season, scorecards=cards))
    Path("season.json").write_bytes(changed)
    for language, word in words.items():
        for columns in (80, 110, 160):
            out = rank(capsys, columns, monkeypatch, "--lang", language)
            row = next(line for line in out.splitlines() if "Kepulauan" in line)
            assert word in row


def test_equal_notes_are_told_once_with_how_many(capsys, monkeypatch):
    season = handmade_season()
    ranking = season.rankings[0]
    note = Text("Peringkat sementara.", "A provisional place.")
    standings = tuple(
        replace(each, note=note, provisional=True) for each in ranking.standings
    )
    rankings = (replace(ranking, standings=standings), *season.rankings[1:])
    changed = results_json(replace(season, rankings=rankings))
    Path("season.json").write_bytes(changed)
    out = " ".join(rank(capsys, 160, monkeypatch).split())
    assert out.count("Peringkat sementara.") == 1
    assert (
        "4 peserta (Jawa Timur, =Kalimantan [Selatan], Kepulauan Riau, …): Peringkat"
        " sementara." in out
    )


@pytest.mark.parametrize("columns", [80, 110, 160])
def test_a_path_in_a_remark_is_never_cut(capsys, monkeypatch, columns):
    season = handmade_season()
    path = "72-sulawesi-tengah/borang-yang-namanya-panjang-sekali.xlsx"
    reason = Text(f"Tidak terbaca ({path}).", f"Unreadable ({path}).")
    cards = tuple(
        replace(each, reason=reason) if each.total is None else each
        for each in season.scorecards
    )
    Path("season.json").write_bytes(results_json(replace(season, scorecards=cards)))
    out = rank(capsys, columns, monkeypatch)
    assert "…" not in out.partition("(1)")[0]
    assert ")" in out.partition("72 ")[2].partition("(1)")[0]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "isinya terpotong atau bukan JSON"),
        ('{"format": "scorecard-results/1"}', "ada bagian yang hilang"),
        ('{"format": "x"}', "ada bagian yang bentuknya lain"),
    ],
)
def test_a_bad_results_file_is_told_in_indonesian(capsys, content, why):
    Path("season.json").write_text(content)
    assert main(["rank", "season.json"]) == ExitCode.INPUT
    error = capsys.readouterr().err
    assert f"Ini bukan berkas hasil yang utuh: {why}." in error
    assert "Invalid" not in error
    assert "Field required" not in error


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
    ],
)
def test_what_cannot_be_exported_is_a_usage_mistake(capsys, words, message):
    assert main(["export", "season.json", *words]) == ExitCode.USAGE
    assert message in " ".join(capsys.readouterr().err.split())
    assert not Path("exports").exists()


SHEET = Path("exports/compliance/21-kepulauan-riau.xlsx")
EXPORT = ["export", "season.json", "--format", "xlsx"]


def test_an_export_adds_to_the_files_of_the_same_results():
    assert main([*EXPORT, "21"]) == 0
    before = SHEET.read_bytes()
    assert main([*EXPORT, "61.71"]) == 0
    found = files_in("exports")
    assert found["compliance/21-kepulauan-riau.xlsx"] == before
    listed = json.loads(found["manifest.json"])["outputs"]
    assert [entry["path"] for entry in listed] == [
        "compliance/21-kepulauan-riau.xlsx",
        "compliance/61.71-kota-pontianak.xlsx",
    ]
    for line in found["SHA256SUMS"].decode().splitlines():
        digest, path = line.split("  ")
        assert hashlib.sha256(found[path]).hexdigest() == digest


def test_one_by_one_or_at_once_gives_the_same_folder():
    main([*EXPORT, "21", "-o", "a"])
    main([*EXPORT, "61.71", "-o", "a"])
    main([*EXPORT, "21", "61.71", "-o", "b"])
    assert files_in("a") == files_in("b")


def test_a_part_is_made_again_within_the_whole_results():
    main(["export", "season.json", "--all", "--no-pdf", "-o", "outputs"])
    before = files_in("outputs")
    Path("outputs/recap.xlsx").unlink()
    assert main(["export", "--format", "xlsx", "-o", "outputs"]) == 0
    assert files_in("outputs") == before


def test_exports_of_other_results_replace_the_folder():
    main([*EXPORT, "21"])
    Path("season.json").write_bytes(results_json(replace(handmade_season(), tool="9")))
    assert main([*EXPORT, "61.71"]) == 0
    assert not SHEET.exists()


@pytest.mark.parametrize(
    "words", [[*EXPORT, "61.71"], [*EXPORT, "21"], ["evaluate", "inputs", "-o"]]
)
def test_a_reviewers_verdict_is_never_deleted(capsys, monkeypatch, words):
    main([*EXPORT, "21"])
    SHEET.write_bytes(SHEET.read_bytes() + b"verdict")
    before = files_in("exports")
    Path("inputs").mkdir()
    monkeypatch.setattr("scorecard.run.evaluate", lambda *_, **__: handmade_season())
    words = [*words, "exports"] if words[-1] == "-o" else words
    assert main(words) == ExitCode.USAGE
    error = " ".join(capsys.readouterr().err.split())
    assert (
        "Di folder exports ada berkas yang diubah setelah dibuat scorecard:"
        " compliance/21-kepulauan-riau.xlsx." in error
    )
    assert "Pindahkan berkas itu ke folder lain, atau pilih folder hasil lain" in error
    assert files_in("exports") == before
