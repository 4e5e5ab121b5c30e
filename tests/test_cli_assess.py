"""`scorecard assess`: the ministry's points, by oneself, offline."""

from __future__ import annotations

import json
import re
import shutil
import socket
from pathlib import Path

import pytest
from openpyxl import load_workbook

from scorecard import engine
from scorecard.assessment import self_assessment
from scorecard.cli import main
from scorecard.engine import PdfEngine, pdf_engine
from scorecard.rubric.load import load_rubric
from scorecard.rubric.methods import Mark
from scorecard.run import evaluate
from scorecard.wording import Text

INPUTS = Path(__file__).parent.parent / "inputs"
LOADED = load_rubric(None)
MARKED = {
    each.id for each in LOADED.rubric.indicators() if isinstance(each.measure, Mark)
}
SENT = sorted(path for path in INPUTS.iterdir() if path.name[0].isdigit())
SENT = [path for path in SENT if not path.name.endswith("-bukti")]


@pytest.fixture(autouse=True)
def _place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("SCORECARD_LANG", "id")
    monkeypatch.setenv("COLUMNS", "110")


@pytest.fixture(scope="module")
def season():
    return evaluate(INPUTS, LOADED, LOADED.rubric.as_of)


@pytest.mark.parametrize("path", SENT, ids=lambda path: path.name)
def test_the_points_are_those_of_the_ministry(path, season):
    (own,) = self_assessment(path, LOADED).season.scorecards
    official = season.scorecard(own.participant.code)
    assert own.participant == official.participant
    for mine, theirs in zip(own.findings, official.findings, strict=True):
        if mine.indicator not in MARKED:
            assert mine == theirs
    assert own.total.low <= official.total.low <= official.total.high <= own.total.high


def copied(name: str, *, beside: str = "") -> Path:
    """Copy a submission alone: no list of participants, no marks, no neighbours."""
    shutil.copytree(INPUTS / name, name)
    if beside:
        shutil.copytree(INPUTS / beside, beside)
    return Path(name)


def test_neither_a_list_nor_marks_nor_a_network_are_needed(monkeypatch, capsys):
    def refuse(*_, **__):
        raise AssertionError("nothing is asked of a network")

    for ask in ("getaddrinfo", "create_connection"):
        monkeypatch.setattr(socket, ask, refuse)
    assert main(["assess", str(copied("21-kepulauan-riau"))]) == 0
    assert "Nilai 61,67–76,67 dari 100" in capsys.readouterr().out


def test_the_total_is_an_interval_that_names_what_decides(capsys):
    main(["assess", str(copied("21-kepulauan-riau"))])
    lines = capsys.readouterr().out.splitlines()
    assert lines[2:6] == [
        "Kepulauan Riau (21)",
        "",
        "Nilai 61,67–76,67 dari 100 · predikat Sedang – Baik",
        "Nilai akhir berada di antara kedua angka itu; yang menentukan: Mutu jawaban"
        " atas sampel laporan.",
    ]


def test_each_indicator_is_shown_with_its_reason(capsys):
    main(["assess", str(copied("21-kepulauan-riau")), "--lang", "en"])
    shown = capsys.readouterr().out
    assert "  ◐ Completion rate  99.27\n" in shown
    assert "  … Quality of sampled answers (waiting for assessors)  0.00–100.00\n" in (
        shown
    )
    assert "    closed ÷ (received − archived − blocked): 271 of 273 tickets:" in shown


def test_what_is_missing_and_what_to_mend_are_told(capsys):
    main(["assess", str(copied("72-sulawesi-tengah"))])
    lines = capsys.readouterr().out.splitlines()
    missing = lines.index("Yang belum ada")
    assert lines[missing + 1].startswith(
        "  Penyelesaian yang dikonfirmasi pelapor: Hubungi"
    )
    assert "Yang diperbaiki lebih dahulu" in lines
    assert "Jalan terpendek menuju predikat Sedang" in lines
    assert lines[-1] == "Tidak ada masalah pada berkas."


def test_an_error_is_shown_with_its_cell_and_the_exit_code_is_1(capsys):
    form = copied("21-kepulauan-riau") / "borang.xlsx"
    book = load_workbook(form)
    book["Rekap"]["C19"].value = "cepat"
    book.save(form)
    assert main(["assess", str(form.parent)]) == 1
    shown = capsys.readouterr().out
    assert "[kesalahan] 21-kepulauan-riau/borang.xlsx › Rekap › C19" in shown
    assert "perbaikan:" in shown


def test_a_single_workbook_is_a_submission(capsys):
    shutil.copy(INPUTS / "74.71-kota-kendari.xlsx", "kendari.xlsx")
    shutil.copytree(INPUTS / "74.71-kota-kendari-bukti", "kendari-bukti")
    assert main(["assess", "kendari.xlsx", "--json"]) in (0, 1)
    told = json.loads(capsys.readouterr().out)
    assert told["scorecards"][0]["participant"]["code"] == "74.71"


def test_the_json_tells_total_indicators_repairs_and_problems(capsys):
    main(["assess", str(copied("21-kepulauan-riau")), "--json"])
    told = json.loads(capsys.readouterr().out)
    (scorecard,) = told["scorecards"]
    assert scorecard["total"] == ["61.67", "76.67"]
    speed = next(each for each in scorecard["indicators"] if each["id"] == "speed")
    assert (speed["state"], speed["points"]) == ("scored", ["100.00", "100.00"])
    assert scorecard["repairs"][0]["after"]["place"] is None
    assert (told["exit_code"], told["problems"]) == (0, [])
    assert told["rubric"]["sha256"] == LOADED.sha256


@pytest.mark.parametrize("path", ["season", "bacaan.txt", "kosong"])
def test_what_is_no_submission_is_an_unusable_input(path, capsys):
    Path("season/_season").mkdir(parents=True)
    shutil.copy(INPUTS / "74.71-kota-kendari.xlsx", "season")
    Path("bacaan.txt").write_text("halo", encoding="utf-8")
    Path("kosong").mkdir()
    assert main(["assess", path]) == 4
    assert path in capsys.readouterr().err


def test_the_whole_season_is_nobodys_submission(capsys):
    shutil.copytree(INPUTS / "_season", "inputs/_season")
    assert main(["assess", "inputs"]) == 4
    assert (
        "Sebutkan folder instansi itu sendiri, misalnya inputs/21-kepulauan-riau, bukan"
        " folder di atasnya."
    ) in capsys.readouterr().err


# --- pages -------------------------------------------------------------------------


def test_the_page_is_whole_and_ranks_nobody(capsys):
    assert main(["assess", str(copied("21-kepulauan-riau")), "--html", "r.html"]) == 0
    page = Path("r.html").read_text(encoding="utf-8")
    assert "Kepulauan Riau" in page
    assert "61,67 – 76,67" in page
    assert "penilaian mandiri" in page.lower()
    assert "Penghargaan" not in page
    assert "tanpa peringkat" in page
    assert capsys.readouterr().err == "Dibuat: r.html\n"


def test_a_page_replaces_an_older_one_and_leaves_nothing_beside_it():
    path = copied("21-kepulauan-riau")
    Path("r.html").write_text("lama", encoding="utf-8")
    main(["assess", str(path), "--html", "r.html"])
    assert Path("r.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert sorted(each.name for each in Path().iterdir()) == [path.name, "r.html"]


@pytest.mark.skipif(not pdf_engine().usable, reason="PDFs cannot be made here")
def test_the_pdf_is_made():
    assert main(["assess", str(copied("21-kepulauan-riau")), "--pdf", "r.pdf"]) == 0
    assert Path("r.pdf").read_bytes().startswith(b"%PDF-")


def test_without_pango_the_exit_code_is_7(monkeypatch, capsys):
    absent = PdfEngine(
        False, Text("Pango tidak ada", "Pango is absent"), "apt-get install pango"
    )
    monkeypatch.setattr(engine, "pdf_engine", lambda: absent)
    assert main(["assess", str(copied("21-kepulauan-riau")), "--pdf", "r.pdf"]) == 7
    assert capsys.readouterr().err == (
        "PDF tidak dapat dibuat (Pango tidak ada). Pakai --html: halamannya siap cetak"
        " (kode keluar 7).\napt-get install pango\n"
    )
    assert not Path("r.pdf").exists()


def test_a_page_that_cannot_be_placed_is_wrong_usage(capsys):
    path = copied("21-kepulauan-riau")
    Path("berkas").write_text("", encoding="utf-8")
    assert main(["assess", str(path), "--html", "berkas/r.html"]) == 2
    assert capsys.readouterr().err


# --- offices -----------------------------------------------------------------------


def test_each_office_has_a_page_in_a_folder_of_that_name(capsys):
    path = copied("32.04-kabupaten-bandung")
    words = ["assess", str(path), "--rubric", "monev-opd", "--html", "opd/rapor.html"]
    assert main([*words, "--json"]) in (0, 1)
    told = capsys.readouterr()
    offices = json.loads(told.out)["scorecards"]
    titles = [
        re.findall(r"<h1>(.*?)</h1>", each.read_text(encoding="utf-8"))
        for each in Path("opd/rapor").iterdir()
    ]
    assert len(titles) > 1
    names = [[office["participant"]["name"]] for office in offices]
    assert sorted(titles) == sorted(names)
    assert told.err == f"Dibuat: opd/rapor/ ({len(offices)} rapor)\n"


@pytest.mark.skipif(not pdf_engine().usable, reason="PDFs cannot be made here")
def test_each_office_has_a_pdf():
    path = copied("32.04-kabupaten-bandung")
    main(["assess", str(path), "--rubric", "monev-opd", "--pdf", "rapor.pdf"])
    made = sorted(Path("rapor").iterdir())
    assert len(made) > 1
    assert all(each.read_bytes().startswith(b"%PDF-") for each in made)


def test_one_page_goes_into_a_folder_that_is_there_already():
    Path("rapor").mkdir()
    main(["assess", str(copied("21-kepulauan-riau")), "--html", "rapor"])
    assert [each.name for each in Path("rapor").iterdir()] == ["21-kepulauan-riau.html"]


def test_a_rubric_of_offices_shows_each_office(capsys):
    path = copied("32.04-kabupaten-bandung")
    assert main(["assess", str(path), "--rubric", "monev-opd", "--json"]) in (0, 1)
    told = json.loads(capsys.readouterr().out)
    names = [each["participant"]["name"] for each in told["scorecards"]]
    assert "Dinas Sosial" in names
