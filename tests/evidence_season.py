"""A small rubric and well-formed files for tests of reading; tests change one thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from scorecard.evidence.submission import Reading, read_season
from scorecard.model import Submission
from scorecard.rubric.load import parse_rubric
from scorecard.rubric.nouns import Rubric
from tests.pdfs import pdf_of
from tests.workbooks import table, workbook, write

FORM = """
form:
  headers: { key: [Kode], label: [Uraian], answer: [Isian], remark: [Keterangan] }
  sheets:
    identity: { name: Identitas, aliases: [Identity] }
    recap: { name: Rekap }
    documents: { name: Dokumen }
    answers: { name: Jawaban }
  identity:
    - { id: code, title: { id: Kode peserta, en: Code }, kind: text }
    - { id: name, title: { id: Nama, en: Name }, kind: text }
  recap:
    - { id: masuk, title: { id: Laporan masuk, en: Received }, kind: whole }
    - { id: selesai, title: { id: Laporan selesai, en: Closed }, kind: whole }
    - { id: proses, title: { id: Dalam proses, en: In process }, kind: whole }
    - { id: arsip, title: { id: Diarsipkan, en: Archived }, kind: whole }
    - { id: persen, title: { id: Persen selesai, en: Per cent closed }, kind: percent }
    - { id: rata_hari, title: { id: Rata-rata hari, en: Mean days }, kind: number }
  documents:
    - id: sk
      title: { id: SK tim, en: Team decree }
      fields:
        - { id: tanggal, title: { id: Tanggal, en: Date }, kind: date }
        - { id: berkas, title: { id: Berkas, en: File }, kind: file }
  answers:
    - { id: ada, title: { id: Ada SK, en: Has a decree }, kind: yes_no }
"""
TICKETS = """
tickets:
  sheet: { name: Laporan Ringkas }
  columns:
    tracking_id: [Tracking ID]
    received: [Tanggal Laporan Masuk]
    received_time: [Waktu Laporan Masuk]
    classification: [Klasifikasi Laporan]
    status: [Status Laporan]
    office: [Instansi Terdisposisi]
    rating: [Rating]
  personal: [Nama Pelapor, Judul Laporan, Isi Laporan Awal]
  statuses:
    - { id: closed, title: { id: Selesai, en: Closed }, labels: [Ditutup oleh Sistem] }
    - { id: open, title: { id: Proses, en: In process }, labels: [Proses] }
  classifications:
    - { id: aspiration, title: { id: Aspirasi, en: Aspiration }, labels: [Aspirasi] }
  log:
    sheet: { name: Log Tindak Lanjut }
    columns: { tracking_id: [Tracking ID], first_reply: [Tanggal Tanggapan] }
  series:
    - { id: rating, title: { id: Nilai pelapor, en: Rating }, column: rating }
    - id: days
      title: { id: Hari kerja, en: Working days }
      start: received
      end: first_reply
quantities:
  - id: masuk
    title: { id: masuk, en: received }
    figure: masuk
    tickets: {}
  - id: selesai
    title: { id: selesai, en: closed }
    figure: selesai
    tickets: { status: [closed] }
  - id: aspirasi
    title: { id: aspirasi, en: aspirations }
    tickets: { classification: [aspiration] }
checks:
  - { verb: sum, total: masuk, parts: [selesai, proses, arsip] }
  - verb: quoted
    figure: persen
    of: [selesai]
    definitions: [{ over: [masuk] }, { over: [masuk], less: [arsip] }]
"""
HEADINGS = (
    *("Tracking ID", "Tanggal Laporan Masuk", "Waktu Laporan Masuk", "Nama Pelapor"),
    *("Klasifikasi Laporan", "Judul Laporan", "Instansi Terdisposisi"),
    *("Status Laporan", "Rating"),
)
PDF = pdf_of(("Keputusan tim",))


@cache
def small_rubric(change: tuple[str, str] = ("", "")) -> Rubric:
    """Give the small rubric, one passage of its text replaced."""
    minimal = (Path(__file__).parent / "minimal.yaml").read_text(encoding="utf-8")
    start, end = minimal.index("form:"), minimal.index("criteria:")
    text = minimal[:start] + FORM + TICKETS + minimal[end:]
    text = text.replace("field: has_decree", "field: ada")
    text = text.replace("types: [kota] }", "types: [kota, provinsi] }")
    marks = 'no: [tidak], blank: ["-", —], units: [laporan] }'
    text = text.replace("no: [tidak] }", marks)
    return parse_rubric(text.replace(*change) if change[0] else text, "small").rubric


def form(**answers: Any) -> bytes:
    """Make a filled form of Kota Kendari; `sk_tanggal` is the key ``sk.tanggal``."""
    given = {"code": "74.71", "name": "Kota Kendari", **answers}
    rubric_form = {
        "Identitas": ("code", "name"),
        "Rekap": ("masuk", "selesai", "proses", "arsip", "persen", "rata_hari"),
        "Dokumen": ("sk.tanggal", "sk.berkas"),
        "Jawaban": ("ada",),
    }
    return workbook(
        {
            sheet: table(
                [
                    ("Kode", "Uraian", "Isian", "Keterangan"),
                    *((key, "…", given.get(key.replace(".", "_"))) for key in keys),
                ]
            )
            for sheet, keys in rubric_form.items()
        }
    )


def ticket(number: object, **cells: Any) -> tuple[Any, ...]:
    """Give a row of the export, in the order of HEADINGS."""
    row = {
        "received": "9 Jan 2025",
        "time": "02:15:00",
        "classification": "Aspirasi",
        "office": "Dinas Kesehatan",
        "status": "Ditutup oleh Sistem",
        **cells,
    }
    personal = ("Budi Rahasia", "Judul Rahasia")
    return (
        *(number, row["received"], row["time"], personal[0]),
        *(row["classification"], personal[1], row["office"]),
        *(row["status"], row.get("rating")),
    )


def tickets(rows: Iterable[tuple[Any, ...]], **sheets: Mapping[str, Any]) -> bytes:
    """Make an export in the real layout: preamble, header row 11, tickets from 12."""
    preamble = {"A1": "Judul Laporan", "C1": "Laporan Ringkas", "A9": "Pengelola"}
    body = table([HEADINGS, *rows], first_row=11)
    return workbook({"Laporan Ringkas": {**preamble, **body}, **sheets})


def read(tmp_path: Path, files: Mapping[str, bytes | str], **change: Any) -> Reading:
    """Write the files below an inputs folder and read them as a season."""
    rubric = change.pop("rubric", None) or small_rubric()
    return read_season(write(tmp_path, files), rubric, **change)


def read_form_of(tmp_path: Path, **answers: Any) -> Submission:
    """Read a season of one filled form."""
    return read(
        tmp_path, {"74.71-kota-kendari/borang.xlsx": form(**answers)}
    ).submissions[0]


def messages(reading: Reading | Submission) -> list[tuple[str, str]]:
    """List each problem's place and Indonesian message."""
    return [(str(each.location), each.message.id) for each in reading.problems]


def codes(reading: Reading | Submission) -> list[str]:
    """List the problems' codes."""
    return [each.code for each in reading.problems]
