"""A form that was saved as one text table a sheet is joined by what the tables hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.evidence.alone import is_alone
from scorecard.evidence.submission import Reading
from tests.evidence_season import form, messages, read, ticket, tickets
from tests.workbooks import write

FOLDER = "74.71-kota-kendari"
IDENTITY = "Kode,Uraian,Isian\ncode,…,74.71\nname,…,Kota Kendari\n"
RECAP = "Kode;Uraian;Isian\nmasuk;…;273\nselesai;…;271\nproses;…;2\narsip;…;0\n"
RECAP += "persen;…;99,27 %\nrata_hari;…;3,5\n"
DOCUMENTS = "Kode,Uraian,Isian\nsk.tanggal,…,6 Jan 2025\nsk.berkas,…,\n"
ANSWERS = "Kode,Uraian,Isian\nada,…,ya\n"
PARTS = (IDENTITY, RECAP, DOCUMENTS, ANSWERS)
NAMES = ("Identitas", "Rekap", "Dokumen", "Jawaban")


def read_parts(tmp_path: Path, *names: str, **others: bytes | str) -> Reading:
    files = {
        f"{FOLDER}/{name}.csv": part for name, part in zip(names, PARTS, strict=False)
    }
    more = {f"{FOLDER}/{name}": content for name, content in others.items()}
    return read(tmp_path, {**files, **more})


def answers(reading: Reading) -> dict[str, tuple[str, str]]:
    (submission,) = reading.submissions
    return {
        key: (each.shown, str(each.location))
        for key, each in submission.answers.items()
    }


@pytest.mark.parametrize(
    "pattern", ["{}", "borang-{}", "borang_{}", "borang - {}", "BORANG.xlsx ({})"]
)
def test_tables_named_after_their_sheets_are_one_form(
    tmp_path: Path, pattern: str
) -> None:
    names = [pattern.format(name) for name in NAMES]
    found = answers(read_parts(tmp_path, *names))
    place = f"{FOLDER}/{names[1]}.csv › Rekap › C2"
    assert found["masuk"] == ("273", place)
    assert set(found) == {
        *("code", "name", "masuk", "selesai", "proses", "arsip", "persen"),
        *("rata_hari", "sk.tanggal", "ada"),
    }


def test_tables_of_any_name_are_joined_by_their_keys_and_it_is_said(
    tmp_path: Path,
) -> None:
    reading = read_parts(tmp_path, "a", "b", "c", "d")
    assert len(answers(reading)) == 10
    said = [each for each in reading.problems if each.code == "sheet-found-by-keys"]
    assert [str(each.location) for each in said] == [
        f"{FOLDER}/{name}.csv › {name}" for name in "abcd"
    ]


def test_each_table_is_a_file_of_the_form_and_none_is_left_over(
    tmp_path: Path,
) -> None:
    export = tickets([ticket(1)])
    reading = read_parts(tmp_path, *NAMES, **{"tiket.xlsx": export})
    assert reading.submissions[0].counts["masuk"].shown == "1"
    assert {each.code for each in reading.problems} == {
        "csv-reading",
        "recap-differs-from-tickets",
    }
    assert len(reading.inputs) == 5


def test_what_is_missing_of_the_tables_is_said(tmp_path: Path) -> None:
    reading = read_parts(tmp_path, *NAMES[:3])
    missing = [each for each in reading.problems if each.code == "sheet-missing"]
    assert [(each.message.id, each.message.en) for each in missing] == [
        (
            "Lembar “Jawaban” tidak ada; yang ada: Identitas, Rekap, Dokumen.",
            "The sheet “Jawaban” is missing; there are: Identitas, Rekap, Dokumen.",
        )
    ]


def test_nothing_is_joined_to_a_whole_form(tmp_path: Path) -> None:
    files = {
        f"{FOLDER}/borang.xlsx": form(masuk=1),
        f"{FOLDER}/Rekap.csv": RECAP,
    }
    reading = read(tmp_path, files)
    assert answers(reading)["masuk"][0] == "1"
    assert (
        f"{FOLDER}/Rekap.csv",
        "Berkas ini ada dalam folder peserta, tetapi tidak disebut dalam borang; tidak "
        "dinilai.",
    ) in messages(reading)


def test_two_tables_of_one_sheet_are_not_guessed_at(tmp_path: Path) -> None:
    again = {"salinan - Rekap.csv": RECAP.replace("273", "500")}
    reading = read_parts(tmp_path, *NAMES, **again)
    assert "masuk" not in answers(reading)
    assert "sheet-twice" in {each.code for each in reading.problems}


def test_a_folder_of_tables_is_one_participant_s_whatever_its_name(
    tmp_path: Path,
) -> None:
    names = (*NAMES, "tiket", "Log Tindak Lanjut")
    parts = (*PARTS, "Tracking ID\n", "Tracking ID\n")
    files = {f"{n}.csv": part for n, part in zip(names, parts, strict=True)}
    assert is_alone(write(tmp_path / "kiriman kami", files))
