"""An example for every kind of Problem: where it stands, what was seen, its figures.

Most figures are alike for many kinds; what a kind needs beside them stands under its
code. The documentation of problems is made from these.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from scorecard.errors import Location, Problem
from scorecard.evidence.limits import BOUNDS
from scorecard.evidence.problems import counted, did_you_mean, listed_rows, problem
from scorecard.wording import Places, Spoken, Text, same

FORM = "21-kepulauan-riau/borang.xlsx"
EXPORT = "21-kepulauan-riau/tiket.xlsx"
FOLDER = "21-kepulauan-riau"
LIST = "_season/participants.csv"
MARKS = "_season/marks/penilai-1.xlsx"
RECAP = Location(FORM, "Rekap", "C7")
DOCUMENT = Location(FORM, "Dokumen", "C12")
IDENTITY = Location(FORM, "Identitas", "C5")
SCORE = Location(FORM, "Skor", "D9")
ROWS = [12, 15, 16, 17]
DECREE = Text("Surat keputusan tim: Tanggal penetapan", "Team decree: Date of issue")
FILE = Text("Surat keputusan tim: Berkas terlampir", "Team decree: Attached file")
BEGIN = Text("Surat keputusan tim: Berlaku mulai", "Team decree: In force from")

_FIGURES: Mapping[str, Spoken] = {
    "answer": "Isian",
    "assessor": "Penilai 1",
    "cells": "C7, C19",
    "code": "21",
    "count": counted(ROWS),
    "rows": listed_rows(ROWS),
    "first": "2",
    "found": "Rekap (2), Sheet3",
    "heading": "Status Laporan",
    "headings": "Kode, Isian",
    "hint": did_you_mean("masuk"),
    "key": "masuk",
    "maximum": 4,
    "most": 50,
    "name": "Kepulauan Riau",
    "path": "bukti/sk-tim.pdf",
    "place": "Laporan Ringkas N12:N284",
    "places": "21-kepulauan-riau, 21-kepri.xlsx",
    "sheets": "Identitas, Rekap, Dokumen, Jawaban",
    "start": date(2025, 1, 1),
    "end": date(2025, 12, 31),
    "title": Text("Laporan masuk", "Reports received"),
    "wanted": "Rekap",
}

_PLACES: Mapping[str, Location] = {
    "answer": RECAP,
    "calendar": Location(EXPORT, "Log Tindak Lanjut", "D12:D40"),
    "cell": RECAP,
    "column": Location(FORM, "Rekap"),
    "csv": Location(f"{FOLDER}/tiket.csv"),
    "document": DOCUMENT,
    "file": Location(f"{FOLDER}/bukti/lain.pdf"),
    "form": Location(FORM),
    "formula": RECAP,
    "government": Location(LIST),
    "header": Location(FORM, "Rekap"),
    "identity": IDENTITY,
    "inputs": Location("inputs"),
    "key": Location(FORM, "Rekap", "A7"),
    "log": Location(EXPORT, "Log Tindak Lanjut"),
    "mark": Location(MARKS, "Nilai", "E4"),
    "marks": Location(MARKS, "Nilai"),
    "participant": IDENTITY,
    "participants": Location(LIST, line=7),
    "quoted": Location(FORM, "Rekap", "C17"),
    "reading": Location(FOLDER),
    "recap": RECAP,
    "row": RECAP,
    "sheet": Location(FORM, "Rekap"),
    "stray": Location("catatan.xlsx"),
    "submission": Location(FOLDER),
    "table": Location("angka.csv", "angka"),
    "ticket": Location(EXPORT, "Laporan Ringkas", "N12:N17"),
    "comparison": Location("_season/before/results.json"),
    "succession": Location("_season/regions.csv", line=3),
    "tickets": Location(EXPORT, "Laporan Ringkas"),
    "workbook": Location(FORM),
}
_SEEN: Mapping[str, str] = {
    "answer-date-ambiguous": "03/04/2025",
    "answer-date-impossible": "31-02-2025",
    "answer-date-short-year": "3-4-25",
    "answer-merged": "271",
    "answer-not-a-date": "awal tahun",
    "answer-not-a-number": "kira-kira 4 hari",
    "answer-not-a-percentage": "hampir semua",
    "answer-not-a-whole-number": "271,5",
    "answer-not-yes-or-no": "mungkin",
    "answer-number-unclear": "1.234",
    "answer-percent-unclear": "0,9927",
    "cell-error": "#REF!",
    "document-file-kind": "bukti/sk-tim.exe",
    "document-file-outside": "../35-jawa-timur/bukti/sk-tim.pdf",
    "document-link": "https://drive.example/sk-tim",
    "document-number-not-found": "100.3/SK-Tim/2025",
    "document-picture-broken": "bukti/sk-tim.jpg",
    "document-archive-broken": "bukti/sk-tim.docx",
    "document-signatory-unexpected": "Kepala Dinas Kominfo",
    "document-file-renamed": "bukti/SK Tim.PDF",
    "file-name-twice": "Borang.xlsx",
    "file-unreadable": "Permission denied",
    "form-label-changed": "Laporan masuk dan diproses",
    "formula-outdated": "270",
    "identity-code-unknown": "21a",
    "identity-contradiction": "Kepulauan Bangka Belitung",
    "identity-folder-differs": "19",
    "identity-name-unknown": "Kepri",
    "identity-unknown": "Kepulauan Riow",
    "key-unknown": "msuk",
    "mark-indicator-unknown": "mutu_jawab",
    "mark-not-a-number": "baik",
    "mark-out-of-range": "5",
    "mark-participant-unknown": "99",
    "mark-ticket-unknown": "9020",
    "mark-without-submission": "62.13",
    "marks-crashed": "SIGABRT",
    "participants-category-unknown": "kecamatan",
    "participants-code-twice": "21",
    "participants-code-unknown": "21.99",
    "succession-row": "91.01, 93.01, pindah, 2022-07-25, UU 14/2022",
    "succession-twice": "93.01",
    "succession-unknown": "91.29",
    "participants-name-differs": "Kepri",
    "participants-parent-unknown": "21a",
    "reading-crashed": "SIGABRT",
    "row-without-key": "271",
    "table-category-unknown": "benua",
    "table-row-incomplete": "NOR",
}
_OTHERS: Mapping[str, Mapping[str, Any]] = {
    "answer-not-yes-or-no": {
        "title": Text("Surat keputusan tim: Ada", "Team decree: Exists"),
        "words": "ya, ada, sudah, tidak, belum",
        "yes": "ya",
        "no": "tidak",
    },
    "answer-number-unclear": {"one": "1234", "other": "1,234"},
    "answer-merged": {"first": "C6"},
    "csv-reading": {"separator": same("“;”"), "encoding": "UTF-8"},
    "document-active-content": {"what": Text("skrip", "a script")},
    "document-after-period": {"title": DECREE, "day": date(2026, 1, 5)},
    "document-archive-broken": {"kind": "DOCX"},
    "document-date-not-found": {"title": DECREE, "day": date(2025, 1, 6)},
    "document-dates-reversed": {
        "title": BEGIN,
        "then": date(2025, 1, 2),
        "first_title": DECREE,
        "first": date(2025, 1, 6),
        "place": "C10",
    },
    "document-file-kind": {"kinds": "PDF, JPG, JPEG, PNG, DOCX, XLSX"},
    "document-file-not-what-it-says": {"kind": "PDF"},
    "document-file-repeated": {"others": FILE},
    "document-file-unreadable": {
        "reason": Text("Berkas tidak dapat dibuka.", "The file cannot be opened.")
    },
    "document-number-not-found": {
        "title": Text("Surat keputusan tim: Nomor", "Team decree: Number")
    },
    "document-shared": {"others": "35 Jawa Timur"},
    "document-signatory-unexpected": {
        "title": Text("Surat keputusan tim: Penanda tangan", "Team decree: Signatory"),
        "offices": "Gubernur, Sekretaris Daerah",
    },
    "document-without-text": {"titles": DECREE},
    "document-year-not-found": {
        "title": DECREE,
        "day": date(2025, 1, 6),
        "year": "2025",
    },
    "form-of-another-edition": {"theirs": "2024", "ours": "2025"},
    "form-of-another-rubric": {
        "theirs": "ombudsman-2023",
        "ours": "sp4n-lapor-tahunan",
    },
    "form-of-another-text": {"theirs": "3f2a9c51d0e7", "ours": "b81c44f09a2d"},
    "form-locked-sheet-missing": {"wanted": "Skor"},
    "table-category-unknown": {
        "code": "NOR",
        "name": "Norwegia",
        "categories": "negara, kawasan",
    },
    "table-column-missing": {
        "key": "harapan_hidup",
        "title": Text("Angka harapan hidup", "Life expectancy"),
        "hint": did_you_mean("harapan hidup"),
    },
    "table-column-twice": {"heading": "harapan_hidup"},
    "table-missing": {"headings": "Kode, Nama"},
    "table-twice": {"sheets": "2023, 2024"},
    "form-twice": {"files": f"{FORM}, {FOLDER}/borang (2).xlsx"},
    "calendar-not-decreed": {"years": "2028"},
    "formula-outdated": {"formula": "=SUM(C8:C17)", "computed": 273},
    "formula-worked-out": {"formula": "=SUM(C8:C17)", "computed": 273},
    "header-assumed": {"heading": "Kode", "key": "A", "answer": "C"},
    "identity-contradiction": {
        "other": "Kepulauan Bangka Belitung",
        "other_code": "19",
    },
    "identity-code-unknown": {"hint": did_you_mean("Kepulauan Riau (21)")},
    "identity-unknown": {"hint": did_you_mean("Kepulauan Riau")},
    "log-dates-reversed": {
        "title": Text("Hari kerja sampai selesai", "Working days to closure")
    },
    "mark-indicator-unknown": {
        "indicators": "answer_quality",
        "hint": did_you_mean("answer_quality"),
    },
    "mark-ticket-unknown": {"export": EXPORT},
    "mark-twice": {"first": "E3"},
    "marks-out-of-memory": {"memory": 2048},
    "marks-unchecked": {"found": 2, "places": "21, 62"},
    "marks-timed-out": {"cpu_seconds": 120, "seconds": 300},
    "marks-header-missing": {"headings": "Kode, Indikator, Laporan, Nilai"},
    "marks-sheet-missing": {"wanted": "Nilai", "found": "Sheet1"},
    "participant-without-category": {"type": "desa", "types": "provinsi, kota"},
    "participants-category-unknown": {"categories": "provinsi, kabupaten, kota"},
    "participants-code-unknown": {"hint": did_you_mean("Kepulauan Riau")},
    "participants-parent-unknown": {"hint": Text("", "")},
    "comparison-reversed": {"before": date(2026, 3, 31), "after": date(2025, 3, 31)},
    "succession-unknown": {"name": "Kabupaten Contoh"},
    "succession-unreadable": {
        "reason": Text("kolomnya tidak lengkap", "its columns are incomplete")
    },
    "participants-unreadable": {
        "reason": Text("bukan CSV UTF-8", "it is no UTF-8 CSV")
    },
    "quoted-percentage-without-denominator": {
        "title": Text("Persentase selesai", "Percentage closed"),
        "quoted": Places(Fraction(100), 0),
    },
    "quoted-percentage-wrong": {
        "title": Text("Persentase proses", "Percentage in process"),
        "quoted": Places(Fraction(46), 0),
        "definition": "proses / (masuk − tunda)",
        "numerator": 6,
        "denominator": 15,
        "true": Places(Fraction(40), 2),
    },
    "reading-out-of-memory": {"memory": BOUNDS.memory // 1024**2},
    "reading-timed-out": {
        "cpu_seconds": BOUNDS.cpu_seconds,
        "seconds": BOUNDS.seconds,
    },
    "recap-differs-from-tickets": {"stated": 280, "counted": 273},
    "recap-figure-too-large": {
        "title": Text("Jumlah aksi yang terlaksana", "Actions carried out"),
        "stated": 14,
        "limit": Text("Jumlah aksi yang direncanakan", "Planned actions"),
        "most": 12,
        "place": "C20",
    },
    "recap-parts-do-not-sum": {
        "stated": 57171,
        "parts": Text(
            "15.061 + 3.189 + 7.542 + 1.158 + 4.876 + 24.345",
            "15,061 + 3,189 + 7,542 + 1,158 + 4,876 + 24,345",
        ),
        "summed": 56171,
        "difference": 1000,
    },
    "ticket-classification-unknown": {
        "word": "Pengaduan Biasa",
        "hint": Text("", ""),
    },
    "ticket-column-missing": {
        "use": Text("menghitung status", "counting statuses"),
        "hint": did_you_mean("Status Lap."),
    },
    "ticket-columns-ignored": {"headings": "Catatan Admin, Warna"},
    "ticket-header-missing": {"heading": "Tracking ID", "hint": Text("", "")},
    "tickets-preamble-differs": {
        "owner": "Kota Batam",
        "own": "Kepulauan Riau",
    },
    "ticket-of-another-government": {
        "owner": "Pemerintah Provinsi Riau",
        "own": "Kepulauan Riau",
    },
    "ticket-shared": {"others": "35 Jawa Timur"},
    "ticket-status-unknown": {
        "word": "Di Tutup Sistem",
        "hint": did_you_mean("Ditutup oleh Sistem"),
    },
    "ticket-without-office": {"heading": "Instansi Terdisposisi"},
    "tickets-elsewhere": {"wanted": f"{EXPORT} › Laporan Ringkas"},
    "tickets-missing": {"wanted": "Laporan Ringkas"},
    "tickets-twice": {"places": f"{EXPORT} › Laporan Ringkas, {EXPORT} › Tiket"},
    "workbook-external-links": {"count": 2, "noun": "workbooks"},
    "workbook-format-unsupported": {"kind": Text("sebuah PDF", "a PDF")},
    "workbook-kind-differs": {"ending": ".xls", "kind": ".xlsx"},
    "workbook-too-large": {
        "what": Text("baris", "rows"),
        "found": 1_048_576,
        "most": 500_000,
    },
    "workbook-unreadable": {
        "reason": Text(
            "berkas dilindungi kata sandi", "the file is protected by a password"
        )
    },
    "workbook-unsafe": {
        "reason": Text("termampat 1.000 kali", "compressed 1,000 times")
    },
}
_ELSEWHERE: Mapping[str, Location] = {
    "form-fingerprint-unreadable": Location(FORM, "_scorecard"),
    "form-label-changed": Location(FORM, "Rekap", "B7"),
    "form-locked-cell-changed": SCORE,
    "form-missing": Location(FOLDER),
    "form-twice": Location(FOLDER),
    "header-assumed": Location(FORM, "Rekap"),
    "identity-folder-differs": Location("19-kepulauan-riau"),
    "identity-name-unknown": Location(FORM, "Identitas", "C6"),
    "mark-without-submission": Location(MARKS, "Nilai", "A4"),
    "marks-crashed": Location(MARKS),
    "marks-out-of-memory": Location(MARKS),
    "marks-timed-out": Location(MARKS),
    "marks-unchecked": Location("_season/marks"),
    "participants-unreadable": Location(LIST),
    "sheet-not-used": Location(FORM, "Rekap (2)"),
    "sheet-found-by-keys": Location(FORM, "Sheet2"),
    "tickets-missing": Location(FOLDER),
}
_SIGNED = Text(
    "ditandatangani oleh Budi Santoso, diubah sesudahnya",
    "signed by Budi Santoso, altered since",
)


def example(code: str) -> Problem:
    """Give a Problem of this kind as a user would meet it.

    Raises KeyError for a figure that has no example yet: add it here.
    """
    place = _ELSEWHERE.get(code) or _PLACES[code.partition("-")[0]]
    seen = _SEEN.get(code, "bukti/sk-tim.pdf" if code.startswith("document-") else "")
    figures: dict[str, Spoken] = {**_FIGURES, **_of_document(code)}
    return problem(code, place, seen=seen, **{**figures, **_OTHERS.get(code, {})})


def _of_document(code: str) -> Mapping[str, Spoken]:
    if not code.startswith("document-"):
        return {}
    pages = Text(" (3 halaman)", " (3 pages)")
    return {"title": FILE, "pages": pages, "summary": _SIGNED, "place": "C10"}
