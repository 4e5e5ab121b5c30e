"""`scorecard rubric` and `scorecard doctor`."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from scorecard import doctor
from scorecard.cli import main
from scorecard.cli.choices import rubric_path, shipped_rubrics
from scorecard.cli.problems import tinted
from scorecard.doctor import Check
from scorecard.errors import ExitCode
from scorecard.wording import Text


@pytest.fixture(autouse=True)
def _language(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("SCORECARD_LANG", "id")


def test_the_shipped_rubrics_are_known_by_name(capsys):
    assert main(["rubric", "list"]) == 0
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert names[0] == "sp4n-lapor-tahunan"
    assert names == list(shipped_rubrics())
    assert "ombudsman-2023" in names


def test_a_rubric_is_found_by_name_or_by_file(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("")
    assert rubric_path(None, "id") is None
    assert rubric_path(str(file), "id") == file
    found = rubric_path("ombudsman-2023", "id")
    assert found is not None
    assert found.name == "ombudsman-2023.yaml"


def test_show_gives_criteria_weights_bands_and_basis(capsys):
    assert main(["rubric", "show"]) == 0
    rows = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    text = " ".join(rows)
    assert "├── 20 Keputusan tim pengelola decree" in rows
    assert "asumsi: Bobot tidak dipublikasikan" in text
    assert "Persentase: selesai ÷ (masuk − arsip − terblokir)" in text
    assert "Skala: 0 poin pada 60, 100 poin pada 5, merata di antaranya" in text
    assert "85 – 100 Sangat Baik" in text
    assert "Sumber" in rows


RULES = {
    "id": (
        "Batas penyerahan: 28 Februari 2026",
        "20 poin: Diserahkan tepat waktu (paling lambat 31 Maret 2025)",
        "25 poin: Keputusan ada (tanpa ini syarat lain gugur)",
        "Nilai penilai 0 sampai 4; paling sedikit 3 laporan",
        "Tanpa bukti: 0 poin",
        "bobot Keputusan tim pengelola 0, Rencana aksi 25,",
        "tidak berlaku: Keputusan tim SP4N-LAPOR! berlaku dalam periode penilaian",
        "di bawah 25, predikat paling tinggi Sedang",
        "3 peserta di setiap kategori, menurut nilai. Syarat: predikat paling rendah"
        " Baik, masuk paling sedikit 30 dan tidak terkena pembatas predikat",
        "selesai: laporan berstatus Ditutup oleh sistem, Ditutup oleh admin dan"
        " Ditutup oleh pelapor; angka rekap “Laporan selesai”",
        "Laporan masuk harus sama dengan Laporan selesai + Dalam proses +",
        "Pengaduan berkadar pengawasan: 60 hari kerja",
        "batas waktu (terverifikasi): permen-62-2018;",
    ),
    "en": (
        "Deadline: 28 February 2026",
        "20 points: Submitted on time (by 31 March 2025)",
        "Percentage: closed ÷ (received − archived − blocked)",
        "are below 25, at most Fair",
        "band at least Good, received at least 30 and no gate caps the band",
        "Reports received must equal Reports closed + In process +",
    ),
}


@pytest.mark.parametrize("language", ["id", "en"])
def test_show_hides_no_rule(capsys, monkeypatch, language):
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["rubric", "show", "--lang", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    text = " ".join(" ".join(line.strip("│├└─ ") for line in lines).split())
    assert [rule for rule in RULES[language] if rule not in text] == []


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", list(shipped_rubrics()))
def test_show_speaks_words_and_fits_the_screen(capsys, monkeypatch, name, language):
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["rubric", "show", name, "--lang", language]) == 0
    out = capsys.readouterr().out
    assert max(len(line) for line in out.splitlines()) <= 80
    verbs = ("weighted_mean", "linear", "checklist", "not_scored")
    assert [verb for verb in verbs if verb in out] == []


def test_the_schema_is_a_json_schema(capsys):
    assert main(["rubric", "schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator.check_schema(schema)


def test_lint_of_a_sound_rubric(capsys):
    assert main(["rubric", "lint"]) == 0
    assert capsys.readouterr().out.startswith("rubric.yaml: ")


def test_lint_of_a_broken_rubric_has_code_3_and_the_line(capsys, tmp_path):
    broken = Path(tmp_path / "broken.yaml")
    broken.write_text("id: x\nid: y\n")
    assert main(["rubric", "lint", str(broken)]) == ExitCode.RUBRIC
    assert "broken.yaml:2" in capsys.readouterr().err


@pytest.mark.parametrize(("variable", "coloured"), [("", True), ("1", False)])
def test_no_color_is_honoured(monkeypatch, variable, coloured):
    monkeypatch.setenv("NO_COLOR", variable)
    assert ("\x1b" in tinted("kesalahan", "red")) is coloured


@pytest.mark.parametrize(
    ("failing", "code"), [(None, 0), ("optional", 0), ("pdf", 7), ("needed", 1)]
)
def test_doctor_shows_what_fails_with_its_repair(capsys, monkeypatch, failing, code):
    found = [Check("python", True, "needed", Text("3.12", "3.12"), Text("", ""))]
    if failing:
        repair = Text("Pasang ini.", "Install this.")
        absent = Text("tidak ada", "absent")
        found.append(Check("thing", False, failing, absent, repair))
    monkeypatch.setattr(doctor, "checks", lambda *_: tuple(found))
    assert main(["doctor"]) == code
    out = capsys.readouterr().out
    assert "✓ python  3.12" in out
    assert ("Pasang ini." in out) == (failing is not None)
