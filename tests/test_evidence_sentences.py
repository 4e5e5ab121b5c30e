"""One small file for each sentence on reading, its message word for word, twice.

Each case is what somebody sends, where the Problem stands, and its words in Indonesian
and in English. What needs more than a file (a signature, a clock, a hostile archive)
is tested in the module of its noun.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from scorecard.errors import Problem, ScorecardError
from scorecard.evidence.alone import read_alone
from scorecard.evidence.files import read_file
from scorecard.evidence.participants import without_list
from scorecard.evidence.problems import PROBLEMS
from scorecard.evidence.submission import read_season
from scorecard.rubric.nouns import Rubric
from tests.evidence_season import HEADINGS, PDF, form, read, small_rubric, ticket
from tests.evidence_season import tickets as export
from tests.test_evidence_marks import marked_rubric, row
from tests.test_evidence_marks import sheet as marks
from tests.workbooks import table, workbook

FOLDER = "74.71-kota-kendari"
FORM = f"{FOLDER}/borang.xlsx"
EXPORT = f"{FOLDER}/tiket.xlsx"
LIST = "_season/participants.csv"
SHEET = "_season/marks/a.xlsx"
PERSON = ("Kode", "Uraian", "Isian")
OFFICES = ("period:", "unit: office\nperiod:")


class Case(NamedTuple):
    """A code, the files sent, the place of the Problem, and its words."""

    code: str
    files: Mapping[str, bytes | str]
    place: str
    id: str
    en: str
    rubric: Rubric | None = None


def book(**sheets: Any) -> bytes:
    """Make a form of Kota Kendari whose sheets are these rows instead."""
    rows: dict[str, Any] = {
        "Identitas": [PERSON, ("code", "", "74.71"), ("name", "", "Kota Kendari")],
        **sheets,
    }
    return workbook({name: table(each) for name, each in rows.items()})


def recap(*rows: tuple[Any, ...]) -> dict[str, bytes | str]:
    return {FORM: book(Rekap=[PERSON, *rows])}


def attached(name: str, **files: bytes) -> dict[str, bytes | str]:
    return {
        FORM: form(sk_berkas=name),
        **{f"{FOLDER}/{path}": content for path, content in files.items()},
    }


def listed(*rows: str) -> dict[str, bytes | str]:
    return {LIST: "\n".join(("code,name,category", *rows, ""))}


def marked(*rows: tuple[Any, ...], name: str | None = "P1") -> dict[str, bytes | str]:
    return {FORM: form(), SHEET: marks(name, *rows)}


def sent(*rows: tuple[Any, ...]) -> dict[str, bytes | str]:
    return {FORM: form(), EXPORT: export(rows)}


def tabled(*rows: tuple[Any, ...]) -> dict[str, bytes | str]:
    return {FORM: form(), EXPORT: workbook({"Laporan Ringkas": table(rows)})}


def logged(*rows: tuple[Any, ...]) -> dict[str, bytes | str]:
    log = {"Log Tindak Lanjut": table(rows)}
    return {FORM: form(), EXPORT: export([ticket(1), ticket(2)], **log)}


CASES = (
    Case(
        "stray-file",
        {"surat.pdf": PDF},
        "surat.pdf",
        "Berkas ini bukan bagian dari berkas peserta mana pun; tidak dibaca.",
        "This file belongs to no participant's submission; it was not read.",
    ),
    Case(
        "file-not-named",
        {FORM: form(), f"{FOLDER}/lain.pdf": PDF},
        "74.71-kota-kendari/lain.pdf",
        "Berkas ini ada dalam folder peserta, tetapi tidak disebut dalam borang; "
        "tidak dinilai.",
        "This file is in the participant's folder, but the form does not name it; it "
        "was not judged.",
    ),
    Case(
        "document-file-missing",
        attached("sk.pdf"),
        "74.71-kota-kendari/borang.xlsx › Dokumen › C3",
        "Berkas “sk.pdf” untuk “SK tim: Berkas” tidak ada dalam folder peserta.",
        "The file “sk.pdf” for “Team decree: File” is not in the participant's folder.",
    ),
    Case(
        "document-file-outside",
        attached("../21-kepulauan-riau/sk.pdf"),
        "74.71-kota-kendari/borang.xlsx › Dokumen › C3",
        "Jalur “../21-kepulauan-riau/sk.pdf” untuk “SK tim: Berkas” keluar dari "
        "folder peserta; tidak dibuka.",
        "The path “../21-kepulauan-riau/sk.pdf” for “Team decree: File” leads out of "
        "the participant's folder; it was not opened.",
    ),
    Case(
        "document-link",
        attached("https://drive.example/sk"),
        "74.71-kota-kendari/borang.xlsx › Dokumen › C3",
        "“SK tim: Berkas” berupa tautan; berkasnya tidak di tangan.",
        "“Team decree: File” is a link; the file is not in hand.",
    ),
    Case(
        "document-file-empty",
        attached("sk.pdf", **{"sk.pdf": b""}),
        "74.71-kota-kendari/borang.xlsx › Dokumen › C3",
        "Berkas “sk.pdf” untuk “SK tim: Berkas” kosong.",
        "The file “sk.pdf” for “Team decree: File” is empty.",
    ),
    Case(
        "document-file-kind",
        attached("sk.exe", **{"sk.exe": b"MZ"}),
        "74.71-kota-kendari/borang.xlsx › Dokumen › C3",
        "Berkas “sk.exe” untuk “SK tim: Berkas” bukan jenis yang diterima.",
        "The file “sk.exe” for “Team decree: File” is not of an accepted kind.",
    ),
    Case(
        "file-not-complete",
        {FORM: form(), f"{FOLDER}/sk.pdf.crdownload": b"%P"},
        "74.71-kota-kendari/sk.pdf.crdownload",
        "Berkas ini belum selesai diunduh atau disinkronkan; tidak dibaca.",
        "This file has not been downloaded or synchronised completely; it was not "
        "read.",
    ),
    Case(
        "file-name-twice",
        {"74.71-A/borang.xlsx": form(), "74.71-a/x.txt": b"x"},
        "74.71-a",
        "Nama ini sama dengan “74.71-A” kecuali huruf besar-kecil atau cara penulisan "
        "aksennya.",
        "This name equals “74.71-A” except for upper and lower case or the way its "
        "accents are encoded.",
    ),
    Case(
        "form-missing",
        {f"{FOLDER}/tiket.xlsx": export([ticket(1)])},
        "74.71-kota-kendari",
        "Tidak ada buku kerja yang berisi borang.",
        "No workbook holds the form.",
    ),
    Case(
        "form-twice",
        {FORM: form(), f"{FOLDER}/borang (2).xlsx": form()},
        "74.71-kota-kendari",
        "Ada lebih dari satu borang dalam folder ini: 74.71-kota-kendari/borang "
        "(2).xlsx, 74.71-kota-kendari/borang.xlsx; tidak satu pun dinilai.",
        "There is more than one form in this folder: 74.71-kota-kendari/borang "
        "(2).xlsx, 74.71-kota-kendari/borang.xlsx; none was judged.",
    ),
    Case(
        "sheet-twice",
        {FORM: book(**{"Rekap": [PERSON], "REKAP ": [PERSON]})},
        "74.71-kota-kendari/borang.xlsx",
        "Ada lebih dari satu lembar “Rekap”: Rekap, REKAP ; tidak satu pun dibaca.",
        "There is more than one sheet “Rekap”: Rekap, REKAP ; none was read.",
    ),
    Case(
        "header-missing",
        {FORM: book(Rekap=[("masuk", 1)])},
        "74.71-kota-kendari/borang.xlsx › Rekap",
        "Baris judul kolom tidak ditemukan di lembar “Rekap”.",
        "The row of headings was not found on the sheet “Rekap”.",
    ),
    Case(
        "column-twice",
        {FORM: book(Rekap=[(*PERSON, "Isian"), ("masuk", "", 1, 2)])},
        "74.71-kota-kendari/borang.xlsx › Rekap",
        "Judul kolom “Isian” muncul lebih dari sekali; lembar ini tidak dibaca.",
        "The heading “Isian” occurs more than once; the sheet was not read.",
    ),
    Case(
        "key-unknown",
        recap(("msuk", "", 1)),
        "74.71-kota-kendari/borang.xlsx › Rekap › A2",
        "Kode “msuk” tidak dikenal di lembar “Rekap”; barisnya tidak dibaca. Mungkin "
        "maksudnya “masuk”?",
        "The code “msuk” is unknown on the sheet “Rekap”; its row was not read. Did "
        "you mean “masuk”?",
    ),
    Case(
        "key-missing",
        recap(("masuk", "", 1)),
        "74.71-kota-kendari/borang.xlsx › Rekap",
        "Baris dengan kode “selesai” (Laporan selesai) tidak ada di lembar “Rekap”.",
        "The row with the code “selesai” (Closed) is missing on the sheet “Rekap”.",
    ),
    Case(
        "key-twice",
        recap(("masuk", "", 1), ("masuk", "", 2)),
        "74.71-kota-kendari/borang.xlsx › Rekap › C2",
        "Kode “masuk” diisi lebih dari sekali (C2, C3); tidak satu pun dipakai.",
        "The code “masuk” is answered more than once (C2, C3); none was used.",
    ),
    Case(
        "key-repeated",
        recap(("masuk", "", 1), ("masuk", "", None)),
        "74.71-kota-kendari/borang.xlsx › Rekap › C2",
        "Kode “masuk” muncul lebih dari sekali; satu-satunya baris yang terisi "
        "dipakai.",
        "The code “masuk” occurs more than once; the only row filled in was used.",
    ),
    Case(
        "row-without-key",
        recap((None, "", 271)),
        "74.71-kota-kendari/borang.xlsx › Rekap › C2",
        "Isian “271” tidak mempunyai kode, sehingga tidak dapat dipakai.",
        "The answer “271” has no code, so it cannot be used.",
    ),
    Case(
        "tickets-missing",
        {FORM: form()},
        "74.71-kota-kendari",
        "Tidak ada ekspor laporan SP4N-LAPOR! dalam kiriman ini.",
        "This submission holds no SP4N-LAPOR! ticket export.",
        small_rubric(OFFICES),
    ),
    Case(
        "tickets-preamble-differs",
        {
            FORM: form(),
            EXPORT: workbook(
                {
                    "Laporan Ringkas": {
                        "A3": "Nama Instansi",
                        "C3": "Pemerintah Kota Malang",
                        **table([HEADINGS, ticket(1)], 11),
                    }
                }
            ),
        },
        "74.71-kota-kendari/tiket.xlsx › Laporan Ringkas › C3",
        "Bagian atas ekspor menyebut Kota Malang, bukan Kota Kendari; laporannya tetap "
        "dihitung.",
        "The top of the export names Kota Malang, not Kota Kendari; its tickets were "
        "counted all the same.",
    ),
    Case(
        "tickets-elsewhere",
        {
            FORM: form(),
            EXPORT: export([ticket(1)], Maret=table([HEADINGS, ticket(2)])),
        },
        "74.71-kota-kendari/tiket.xlsx › Maret",
        "Lembar “Maret” juga memuat laporan dan tidak dihitung; yang tidak ada di "
        "ekspor (74.71-kota-kendari/tiket.xlsx › Laporan Ringkas): 1 laporan.",
        "The sheet “Maret” holds tickets too and was not counted; not in the export "
        "(74.71-kota-kendari/tiket.xlsx › Laporan Ringkas): 1 ticket.",
    ),
    Case(
        "tickets-twice",
        {
            FORM: form(),
            EXPORT: export([ticket(1)]),
            f"{FOLDER}/b.xlsx": export([ticket(2)]),
        },
        "74.71-kota-kendari/b.xlsx › Laporan Ringkas",
        "Ada lebih dari satu ekspor laporan: 74.71-kota-kendari/b.xlsx › Laporan "
        "Ringkas, 74.71-kota-kendari/tiket.xlsx › Laporan Ringkas; tidak satu pun "
        "dihitung.",
        "There is more than one ticket export: 74.71-kota-kendari/b.xlsx › Laporan "
        "Ringkas, 74.71-kota-kendari/tiket.xlsx › Laporan Ringkas; none was counted.",
    ),
    Case(
        "ticket-column-missing",
        {
            FORM: form(),
            EXPORT: workbook({"Laporan Ringkas": table([HEADINGS[:7], ticket(1)[:7]])}),
        },
        "74.71-kota-kendari/tiket.xlsx › Laporan Ringkas",
        "Kolom “Status Laporan” tidak ada dalam ekspor, padahal diperlukan untuk "
        "menghitung status.",
        "The column “Status Laporan” is missing in the export, but is needed for "
        "counting statuses.",
    ),
    Case(
        "ticket-column-twice",
        {
            FORM: form(),
            EXPORT: workbook(
                {
                    "Laporan Ringkas": table(
                        [(*HEADINGS, "Tracking ID"), (*ticket(1), 1)]
                    )
                }
            ),
        },
        "74.71-kota-kendari/tiket.xlsx › Laporan Ringkas",
        "Judul kolom “Tracking ID” muncul lebih dari sekali; ekspor tidak dihitung.",
        "The heading “Tracking ID” occurs more than once; the export was not counted.",
    ),
    Case(
        "ticket-rating-unreadable",
        {
            FORM: form(),
            EXPORT: export([ticket(1, rating="bagus"), ticket(2, rating=4)]),
        },
        "74.71-kota-kendari/tiket.xlsx › Laporan Ringkas › I12:I13",
        "Nilai dari pelapor pada 1 laporan bukan bilangan (baris 12); tidak dihitung.",
        "Reporter's rating that is not a number: 1 ticket (row 12), not counted.",
    ),
    Case(
        "ticket-without-office",
        {FORM: form(), EXPORT: export([ticket(1), ticket(2, office=None)])},
        "74.71-kota-kendari/tiket.xlsx › Laporan Ringkas › G12:G13",
        "1 laporan belum terdisposisi ke satu pun perangkat daerah (baris 13); "
        "dihitung tersendiri.",
        "Not passed on to any office: 1 ticket (row 13), counted apart.",
        small_rubric(OFFICES),
    ),
    Case(
        "log-unreadable",
        logged(("Nomor", "Tanggal"), (1, "10 Jan 2025")),
        "74.71-kota-kendari/tiket.xlsx › Log Tindak Lanjut",
        "Log tindak lanjut di lembar “Log Tindak Lanjut” tidak dapat dipakai: kolom "
        "Tracking ID, Tanggal Tanggapan tidak ditemukan satu kali.",
        "The follow-up log on the sheet “Log Tindak Lanjut” cannot be used: the "
        "columns Tracking ID, Tanggal Tanggapan were not found exactly once.",
    ),
    Case(
        "log-ticket-twice",
        logged(
            ("Tracking ID", "Tanggal Tanggapan"), (1, "10 Jan 2025"), (1, "13 Jan 2025")
        ),
        "74.71-kota-kendari/tiket.xlsx › Log Tindak Lanjut",
        "Tracking ID yang sama muncul lagi pada 1 baris log (baris 3); hanya baris "
        "pertamanya yang dipakai.",
        "Repeated Tracking ID in the log: 1 row (row 3), only the first row was used.",
    ),
    Case(
        "recap-differs-from-tickets",
        {FORM: form(masuk=3), EXPORT: export([ticket(1), ticket(2)])},
        "74.71-kota-kendari/borang.xlsx › Rekap › C2",
        "“Laporan masuk” pada rekap (C2) 3, tetapi ekspor laporan (Laporan Ringkas "
        "A12:A13) memuat 2; angka ekspor yang dipakai.",
        "“Received” is 3 in the recap (C2), but the ticket export (Laporan Ringkas "
        "A12:A13) holds 2; the export's figure was used.",
    ),
    Case(
        "quoted-percentage-without-denominator",
        {FORM: form(masuk=0, selesai=0, arsip=0, persen="100 %")},
        "74.71-kota-kendari/borang.xlsx › Rekap › C6",
        "“Persen selesai” tertulis 100 %, padahal penyebutnya nol, sehingga "
        "persentasenya tidak dapat dihitung.",
        "“Per cent closed” is stated as 100 %, but its denominator is zero, so that "
        "no percentage can be computed.",
    ),
    Case(
        "identity-missing",
        {FORM: form(code=None, name=None)},
        "74.71-kota-kendari/borang.xlsx › Identitas",
        "Borang tidak menyebut kode maupun nama peserta; kiriman ini tidak dinilai.",
        "The form names neither the participant's code nor its name; this submission "
        "was not judged.",
    ),
    Case(
        "identity-name-unknown",
        {FORM: form(name="Kendari Raya")},
        "74.71-kota-kendari/borang.xlsx › Identitas › C3",
        "Nama “Kendari Raya” bukan nama resmi; kode 74.71 dipakai: Kota Kendari.",
        "The name “Kendari Raya” is not an official one; the code 74.71 was used: "
        "Kota Kendari.",
    ),
    Case(
        "identity-folder-differs",
        {"21-kepulauan-riau/borang.xlsx": form()},
        "21-kepulauan-riau",
        "Nama folder atau berkas menyebut kode 21, tetapi borangnya dari Kota Kendari "
        "(74.71); kode dalam borang yang dipakai.",
        "The folder or file is named after the code 21, but its form is from Kota "
        "Kendari (74.71); the form's code was used.",
    ),
    Case(
        "submission-twice",
        {FORM: form(), "b.xlsx": form()},
        "74.71-kota-kendari",
        "Kota Kendari (74.71) mengirim lebih dari satu kali: 74.71-kota-kendari, "
        "b.xlsx; tidak satu pun dinilai.",
        "Kota Kendari (74.71) has more than one submission: 74.71-kota-kendari, "
        "b.xlsx; none was judged.",
    ),
    Case(
        "participant-not-expected",
        {FORM: form(), **listed("21,Kepulauan Riau,kota")},
        "74.71-kota-kendari/borang.xlsx › Identitas",
        "Kota Kendari (74.71) mengirim, tetapi tidak ada dalam daftar peserta; tetap "
        "dinilai.",
        "Kota Kendari (74.71) sent a submission, but is not on the participants' "
        "list; it was judged all the same.",
    ),
    Case(
        "participant-without-category",
        {FORM: form(code="32.04", name="Kabupaten Bandung")},
        "74.71-kota-kendari/borang.xlsx › Identitas",
        "Rubrik tidak mempunyai kategori untuk Kabupaten Bandung (32.04, kabupaten); "
        "kiriman ini tidak dinilai.",
        "The rubric has no category for Kabupaten Bandung (32.04, kabupaten); this "
        "submission was not judged.",
    ),
    Case(
        "government-not-submitted",
        listed("21,Kepulauan Riau,"),
        "_season/participants.csv",
        "Kepulauan Riau (21) tidak mengirim ekspor laporan, sehingga perangkat "
        "daerahnya tidak dapat dinilai.",
        "Kepulauan Riau (21) sent no ticket export, so that its offices cannot be "
        "judged.",
        small_rubric(OFFICES),
    ),
    Case(
        "participants-row-incomplete",
        listed("74.71,,kota"),
        "_season/participants.csv:2",
        "Baris ini tidak memuat kode dan nama peserta.",
        "This row does not hold the participant's code and name.",
    ),
    Case(
        "participants-code-unknown",
        listed("74.99,Kota Kendari,kota"),
        "_season/participants.csv:2",
        "Kode “74.99” bukan kode wilayah resmi; baris ini tidak dipakai. Mungkin "
        "maksudnya “Kota Kendari (74.71)”?",
        "The code “74.99” is not an official region code; this row was not used. Did "
        "you mean “Kota Kendari (74.71)”?",
    ),
    Case(
        "participants-name-differs",
        listed("74.71,Kendari,kota"),
        "_season/participants.csv:2",
        "Nama “Kendari” bukan nama resmi untuk kode 74.71: Kota Kendari.",
        "The name “Kendari” is not the official name for the code 74.71: Kota Kendari.",
    ),
    Case(
        "participants-category-unknown",
        listed("74.71,Kota Kendari,kecamatan"),
        "_season/participants.csv:2",
        "Kategori “kecamatan” untuk Kota Kendari (74.71) tidak sesuai dengan rubrik.",
        "The category “kecamatan” of Kota Kendari (74.71) does not fit the rubric.",
    ),
    Case(
        "participants-code-twice",
        listed("74.71,Kota Kendari,kota", "74.71,Kota Kendari,kota"),
        "_season/participants.csv:3",
        "Kode “74.71” sudah ada di baris 2; baris ini tidak dipakai.",
        "The code “74.71” stands in row 2 already; this row was not used.",
    ),
    Case(
        "participants-unreadable",
        {LIST: "kode;nama"},
        "_season/participants.csv",
        "Daftar peserta tidak dapat dibaca: kolomnya tidak lengkap.",
        "The participants' list cannot be read: its columns are incomplete.",
    ),
    Case(
        "marks-not-used",
        marked((*row(), 3)),
        "_season/marks",
        "Rubrik ini tidak memakai nilai penilai; lembar nilai tidak dibaca.",
        "This rubric uses no assessors' marks; the mark sheets were not read.",
    ),
    Case(
        "marks-assessor-missing",
        marked(name=None),
        "_season/marks/a.xlsx › Nilai › B1",
        "Penilai tidak disebut di lembar nilai.",
        "The mark sheet does not name its assessor.",
        marked_rubric(),
    ),
    Case(
        "marks-header-missing",
        {FORM: form(), SHEET: workbook({"Nilai": {"A1": "Penilai", "B1": "P1"}})},
        "_season/marks/a.xlsx › Nilai",
        "Baris judul kolom lembar nilai tidak ditemukan.",
        "The mark sheet's row of headings was not found.",
        marked_rubric(),
    ),
    Case(
        "marks-sheet-missing",
        {FORM: form(), SHEET: workbook({"Lembar1": {"A1": "Penilai"}})},
        "_season/marks/a.xlsx",
        "Lembar “Nilai” tidak ada; yang ada: Lembar1.",
        "The sheet “Nilai” is missing; there are: Lembar1.",
        marked_rubric(),
    ),
    Case(
        "mark-participant-unknown",
        marked((*row(code="99.99"), 3)),
        "_season/marks/a.xlsx › Nilai › A4",
        "Peserta “99.99” pada lembar nilai tidak dikenal.",
        "The participant “99.99” on the mark sheet is unknown.",
        marked_rubric(),
    ),
    Case(
        "mark-indicator-unknown",
        marked((*row(indicator="mutu"), 3)),
        "_season/marks/a.xlsx › Nilai › C4",
        "Indikator “mutu” tidak dinilai oleh penilai menurut rubrik.",
        "The indicator “mutu” is not one that the rubric lets assessors mark.",
        marked_rubric(),
    ),
    Case(
        "mark-not-a-number",
        marked((*row(), "baik")),
        "_season/marks/a.xlsx › Nilai › E4",
        "Nilai “baik” bukan bilangan.",
        "The mark “baik” is not a number.",
        marked_rubric(),
    ),
    Case(
        "mark-out-of-range",
        marked((*row(), 5)),
        "_season/marks/a.xlsx › Nilai › E4",
        "Nilai 5 berada di luar rentang 0 sampai 4.",
        "The mark 5 is outside of the range from 0 to 4.",
        marked_rubric(),
    ),
    Case(
        "mark-twice",
        marked((*row(), 3), (*row(), 4)),
        "_season/marks/a.xlsx › Nilai › E5",
        "P1 memberi nilai dua kali untuk hal yang sama; nilai pertama ada di "
        "_season/marks/a.xlsx › Nilai › E4.",
        "P1 gave two marks on the same thing; the first one is in "
        "_season/marks/a.xlsx › Nilai › E4.",
        marked_rubric(),
    ),
    Case(
        "mark-without-submission",
        marked((*row(code=21), 3)),
        "_season/marks/a.xlsx › Nilai › E4",
        "Peserta 21 dinilai, tetapi kirimannya tidak ada; nilai ini tidak dipakai.",
        "The participant 21 has marks, but no submission; this mark was not used.",
        marked_rubric(),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=[each.code for each in CASES])
def test_a_mistake_is_told_word_for_word(tmp_path: Path, case: Case) -> None:
    found = next(each for each in told(tmp_path, case) if each.code == case.code)
    assert (str(found.location), found.message.id, found.message.en) == (
        case.place,
        case.id,
        case.en,
    )


def told(tmp_path: Path, case: Case) -> tuple[Problem, ...]:
    try:
        return read(tmp_path, case.files, rubric=case.rubric).problems
    except ScorecardError as error:
        return error.problems


@pytest.mark.parametrize(
    ("name", "indonesian", "english"),
    [
        (
            "besar.xlsx",
            "Berkas lebih besar dari 1 MiB; tidak dibaca.",
            "The file is larger than 1 MiB; it was not read.",
        ),
        (
            "tiada.xlsx",
            f"Berkas tidak dapat dibuka: {os.strerror(2)}.",
            f"The file cannot be opened: {os.strerror(2)}.",
        ),
        (
            "tautan.xlsx",
            "Ini bukan berkas biasa, melainkan tautan atau berkas khusus; tidak "
            "dibaca.",
            "This is not an ordinary file but a link or a special file; it was not "
            "read.",
        ),
    ],
)
def test_a_file_that_is_not_read_says_why(
    tmp_path: Path, *, name: str, indonesian: str, english: str
) -> None:
    (tmp_path / "besar.xlsx").write_bytes(bytes(1024**2 + 1))
    (tmp_path / "tautan.xlsx").symlink_to(tmp_path / "besar.xlsx")
    found = read_file(tmp_path / name, name, 1024**2)
    assert isinstance(found, Problem)
    assert (found.message.id, found.message.en) == (indonesian, english)


def test_a_document_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    files = {FORM: form(sk_berkas="sk.pdf")}
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / "asli.pdf").write_bytes(PDF)
    (tmp_path / FOLDER / "sk.pdf").symlink_to(tmp_path / FOLDER / "asli.pdf")
    found = {each.code: each for each in read(tmp_path, files).problems}
    told = found["document-file-unreadable"]
    assert (told.message.id, told.message.en) == (
        "Berkas “sk.pdf” untuk “SK tim: Berkas” tidak dapat dibaca: Ini bukan berkas "
        "biasa, melainkan tautan atau berkas khusus; tidak dibaca.",
        "The file “sk.pdf” for “Team decree: File” cannot be read: This is not an "
        "ordinary file but a link or a special file; it was not read.",
    )


def test_what_holds_no_season_says_so(tmp_path: Path) -> None:
    with pytest.raises(ScorecardError) as caught:
        read_season(tmp_path / "tiada", small_rubric())
    assert words(caught.value.problems[0]) == (
        "Folder masukan tidak ditemukan.",
        "The inputs folder was not found.",
    )
    (tmp_path / "kosong" / "_season").mkdir(parents=True)
    with pytest.raises(ScorecardError) as caught:
        read_alone(tmp_path / "kosong", small_rubric())
    assert words(caught.value.problems[0]) == (
        "Di sini tidak ada berkas yang dapat dinilai.",
        "There is no submission here that can be assessed.",
    )
    (absent,) = without_list((), LIST)
    assert words(absent) == (
        "Daftar peserta tidak ada; siapa yang tidak menyerahkan tidak dapat diketahui.",
        "There is no list of participants; who did not submit cannot be known.",
    )


def words(problem: Problem) -> tuple[str, str]:
    return problem.message.id, problem.message.en


@pytest.mark.parametrize("language", [0, 1], ids=["id", "en"])
def test_every_message_stands_in_a_test_in_both_languages(language: int) -> None:
    """Each part between figures that is long enough to tell; no code is left out."""
    written = "\n".join(texts_of_tests())
    missing = [
        code
        for code, about in PROBLEMS.items()
        if any(part not in written for part in telling(about.message[language]))
    ]
    assert missing == []


def telling(template: str) -> list[str]:
    """Give the two longest parts of a template between its figures."""
    parts = [part.strip() for part in re.split(r"\{\w+\}", template)]
    return sorted((part for part in parts if len(part) > 5), key=len)[-2:]


def texts_of_tests() -> list[str]:
    found = []
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Constant(value=str(text)):
                    found.append(text)
                case ast.JoinedStr(values=values):
                    found.append("".join(map(plain, values)))
    return found


def plain(node: ast.expr) -> str:
    """Write the fixed part of a formatted text; a figure is a sign of its own."""
    return str(node.value) if isinstance(node, ast.Constant) else "\0"
