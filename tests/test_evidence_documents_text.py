"""What the form says of a document is found in its text, or a person must look."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scorecard.errors import Location
from scorecard.evidence.text_checks import Sought, What, look
from scorecard.model import Evidence, TextCheck
from scorecard.wording import Text
from tests.attached_season import (
    DAY,
    KENDARI,
    NUMBER,
    TEXT,
    form_of,
    rubric_with_year,
    said,
    send_decree,
)
from tests.evidence_season import read
from tests.pdfs import docx, jpeg, pdf_of, png, scan

FORM = f"{KENDARI}/borang.xlsx › Dokumen › "


def found_in(text: str, value: str | date, what: What = "number") -> bool:
    evidence = Evidence(value, str(value), Location("borang.xlsx"))
    looked = look([text], [Sought("sk.nomor", what, Text("a", "a"), evidence)])
    return looked.checks[0].outcome == "found"


def test_number_date_and_year_are_found_with_their_page(tmp_path: Path) -> None:
    file, problems = send_decree(tmp_path, pdf_of(("Lampiran surat",), TEXT))
    assert problems == ()
    assert (file.kind, file.pages, file.text) == ("pdf", 2, True)
    assert file.checks == (
        TextCheck("sk.nomor", "number", NUMBER, "found", 2),
        TextCheck("sk.tanggal", "date", "2024-02-05", "found", 2),
        TextCheck("sk.tanggal", "year", "2024-02-05", "found", 2),
    )


def test_a_number_that_is_not_in_the_text_is_reported_at_its_cell(
    tmp_path: Path,
) -> None:
    file, problems = send_decree(tmp_path, pdf_of(TEXT), nomor="188.45/99/KEP/2024")
    path = f"{KENDARI}/sk.pdf"
    assert file.found
    assert said(problems) == [
        (
            "document-number-not-found",
            f"{FORM}C4",
            "“SK tim: Nomor” tertulis “188.45/99/KEP/2024”, tetapi tidak ditemukan "
            f"dalam teks {path}.",
            "“Team decree: Number” is stated as “188.45/99/KEP/2024”, but was not "
            f"found in the text of {path}.",
        )
    ]
    assert problems[0].severity == "warning"
    assert problems[0].repair == Text(
        f"Buka {path} dan bandingkan dengan isian di sel C4; betulkan yang keliru.",
        f"Open {path} and compare it with cell C4; correct whichever is wrong.",
    )


def test_a_date_that_is_not_in_the_text_is_reported_once(tmp_path: Path) -> None:
    _, problems = send_decree(tmp_path, pdf_of(TEXT), tanggal=date(2023, 2, 5))
    path = f"{KENDARI}/sk.pdf"
    assert said(problems) == [
        (
            "document-date-not-found",
            f"{FORM}C2",
            "“SK tim: Tanggal” tertulis 5 Februari 2023, tetapi tanggal itu tidak "
            f"ditemukan dalam teks {path}.",
            "“Team decree: Date” is stated as 5 February 2023, but this date was not "
            f"found in the text of {path}.",
        )
    ]


def test_a_year_that_is_not_in_the_text_is_reported(tmp_path: Path) -> None:
    folder = f"{KENDARI}/"
    files = {
        f"{folder}borang.xlsx": form_of(berkas="rencana.pdf", tanggal=DAY),
        f"{folder}rencana.pdf": pdf_of(("Rencana aksi tahun anggaran 2023",)),
    }
    reading = read(tmp_path, files, rubric=rubric_with_year())
    wanted = [each for each in said(reading.problems) if each[0] != "key-unknown"]
    assert wanted == [
        (
            "document-year-not-found",
            f"{FORM}C2",
            "“SK tim: Tanggal” tertulis 5 Februari 2024, tetapi tahun 2024 tidak "
            f"ditemukan dalam teks {KENDARI}/rencana.pdf.",
            "“Team decree: Date” is stated as 5 February 2024, but the year 2024 was "
            f"not found in the text of {KENDARI}/rencana.pdf.",
        )
    ]


def test_a_scan_has_no_text_and_a_person_must_look(tmp_path: Path) -> None:
    file, problems = send_decree(tmp_path, scan(300))
    assert (file.found, file.pages, file.text) == (True, 300, False)
    assert {each.outcome for each in file.checks} == {"no_text"}
    path = f"{KENDARI}/sk.pdf"
    assert said(problems) == [
        (
            "document-without-text",
            f"{FORM}C3",
            f"Berkas {path} tidak memuat teks yang dapat dibaca, mungkin hasil pindai; "
            "SK tim: Nomor dan SK tim: Tanggal perlu diperiksa oleh orang.",
            f"The file {path} holds no text that can be read, perhaps it is a scan; "
            "a person must check Team decree: Number and Team decree: Date.",
        )
    ]
    assert problems[0].severity == "note"


@pytest.mark.parametrize(("name", "content"), [("sk.jpg", jpeg()), ("sk.png", png())])
def test_a_picture_is_measured_and_left_to_a_person(
    tmp_path: Path, *, name: str, content: bytes
) -> None:
    file, problems = send_decree(tmp_path, content, name)
    assert (file.found, file.width, file.height, file.text) == (True, 3, 2, None)
    assert [each.code for each in problems] == ["document-without-text"]


def test_a_word_processors_document_is_read_too(tmp_path: Path) -> None:
    file, problems = send_decree(tmp_path, docx(*TEXT), "sk.docx")
    assert (file.found, file.kind, problems) == (True, "docx", ())


def test_only_the_first_pages_are_read_and_the_message_says_so(tmp_path: Path) -> None:
    pages = [("Bab pertama yang panjang sekali",)] * 21
    _, problems = send_decree(tmp_path, pdf_of(*pages, TEXT), tanggal=None)
    assert problems[0].message.id == (
        f"“SK tim: Nomor” tertulis “{NUMBER}”, tetapi tidak ditemukan dalam teks "
        f"{KENDARI}/sk.pdf (20 dari 22 halaman dibaca)."
    )


def test_what_was_left_blank_is_not_looked_for(tmp_path: Path) -> None:
    file, problems = send_decree(tmp_path, scan(), nomor=None, tanggal=None)
    assert (file.checks, problems) == ((), ())


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nomor : 188.45 / 27 / Kep / 2024", NUMBER),
        ("NOMOR 188.45∕27–KEP 2 024", NUMBER),
        ("Nomor 188.45/027/KEP/2024", NUMBER),
        ("Nomor 188/27/II/2024", "188/27/2/2024"),
        ("Nomor 188/27/02/2024", "188/27/II/2024"),
        ("Keputusan Nomor 7 Tahun 2024", "7"),
        ("Nomor: 7 Tahun 2024", "No. 7 Tahun 2024"),
        ("KEP 12/2024", "KEP12/2024"),
    ],
)
def test_signs_spaces_and_month_numerals_do_not_matter(text: str, number: str) -> None:
    assert found_in(text, number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Nomor 188.45/271/KEP/2024", NUMBER),
        ("Nomor 1188.45/27/KEP/2024", NUMBER),
        ("Pasal 7 ayat 2", "7"),
        ("Nomor 77", "7"),
        ("Nomor 188/27/III/2024", "188/27/II/2024"),
        ("", NUMBER),
        ("Nomor 1", "…"),
    ],
)
def test_another_number_is_not_taken_for_it(text: str, number: str) -> None:
    assert not found_in(text, number)


@pytest.mark.parametrize(
    "text",
    [
        *("pada tanggal 5 Februari 2024", "05-02-2024", "5 / 2 / 2024", "2024-02-05"),
        *("5 Pebruari 2024.", "5 Feb. 2024", "5 February 2024"),
    ],
)
def test_a_date_is_found_as_people_write_it(text: str) -> None:
    assert found_in(text, DAY, "date")


@pytest.mark.parametrize("text", ["15 Februari 2024", "5 Februari 2025", "2-5-2024"])
def test_another_date_is_not_taken_for_it(text: str) -> None:
    assert not found_in(text, DAY, "date")


def test_a_year_stands_alone() -> None:
    assert found_in("Ditetapkan tahun 2024.", DAY, "year")
    assert not found_in("Nomor 120245", DAY, "year")
