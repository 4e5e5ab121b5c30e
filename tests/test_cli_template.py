"""`scorecard template` writes one form or all, and says what it cannot make."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from scorecard.cli import main

LIST = "code,name,category\n21,Kepulauan Riau,provinsi\n74.71,Kota Kendari,kota\n"


def answers(path: Path) -> list[object]:
    sheet = load_workbook(path)["Identitas"]
    return [sheet["C6"].value, sheet["C7"].value]


def test_one_participant_s_form_is_prefilled(tmp_path, capsys):
    path = tmp_path / "form.xlsx"
    assert main(["template", "74.71", "-o", str(path), "--lang", "id"]) == 0
    assert capsys.readouterr().out == f"{path.as_posix()}\n"
    assert answers(path) == ["74.71", "Kota Kendari"]
    assert load_workbook(path).sheetnames == [
        *("Petunjuk", "Identitas", "Rekap", "Dokumen", "Jawaban", "Tiket"),
        *("Log Tindak Lanjut", "Skor", "Hitungan", "Baris", "Libur", "_scorecard"),
    ]


def test_a_blank_form_has_no_code(tmp_path):
    path = tmp_path / "form.xlsx"
    words = ["template", "--blank", "-o", str(path), "--rubric", "monev-before-after"]
    assert main([*words, "--lang", "en"]) == 0
    assert answers(path) == [None, None]
    assert "Skor" in load_workbook(path).sheetnames


def test_all_participants_of_a_list_get_a_form(tmp_path, capsys):
    listed, folder = tmp_path / "participants.csv", tmp_path / "forms"
    listed.write_text(LIST, encoding="utf-8")
    words = ["template", "--all", "--participants", str(listed), "-o", str(folder)]
    for _ in range(2):
        assert main([*words, "--lang", "id"]) == 0
    assert capsys.readouterr().out.endswith(f"2 borang di {folder.as_posix()}.\n")
    assert sorted(path.name for path in folder.iterdir()) == [
        *("21-kepulauan-riau.xlsx", "74.71-kota-kendari.xlsx"),
        *("SHA256SUMS", "manifest.json"),
    ]
    assert answers(folder / "21-kepulauan-riau.xlsx") == ["21", "Kepulauan Riau"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["99.99", "--lang", "id"],
            "Tidak ada peserta berkode 99.99. Kode daerah tertulis seperti 21 atau "
            "74.71; peserta lain disebut dalam --participants.",
        ),
        (
            ["99.99", "--lang", "en"],
            "There is no participant with the code 99.99. Codes of regions are written "
            "as 21 or 74.71; others are named in --participants.",
        ),
        (
            ["--lang", "id"],
            "Sebutkan satu kode peserta, atau --all, atau --blank.",
        ),
        (
            ["21", "--all", "--lang", "en"],
            "Name one participant's code, or --all, or --blank.",
        ),
    ],
)
def test_what_cannot_be_made_is_said(words, message, capsys):
    assert main(["template", *words]) == 2
    assert message in " ".join(capsys.readouterr().err.split())


def test_a_contact_stands_in_the_guide(tmp_path):
    shown = Path("scorecard/rubric.yaml").read_text(encoding="utf-8")
    contact = "contact: { id: Panitia 021-1, en: Committee 021-1 }\nperiod:"
    path = tmp_path / "rubric.yaml"
    path.write_text(shown.replace("\nperiod:", f"\n{contact}", 1), encoding="utf-8")
    form = tmp_path / "form.xlsx"
    words = ["template", "21", "--rubric", str(path), "-o", str(form)]
    assert main([*words, "--lang", "id"]) == 0
    cells = [
        c.value for row in load_workbook(form)["Petunjuk"].iter_rows() for c in row
    ]
    assert "Panitia 021-1" in cells
