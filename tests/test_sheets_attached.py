"""The sheet "Bukti" shows what is known of each attached document."""

from __future__ import annotations

from dataclasses import replace

from scorecard.model import AttachedFile, FileSignature, TextCheck
from scorecard.wording import Text
from tests.handmade_season import handmade_season
from tests.test_sheets_compliance import opened

SUMMARY = Text("Tanda tangan elektronik atas nama Pejabat Uji", "…")
DECREE = AttachedFile(
    field="sk_tim.berkas",
    path="21/sk.pdf",
    size=905,
    sha256="ab",
    found=True,
    kind="pdf",
    pages=3,
    text=True,
    checks=(
        TextCheck("sk_tim.nomor", "number", "7/2024", "not_found"),
        TextCheck("sk_tim.tanggal", "date", "2024-02-05", "found", 2),
        TextCheck("sk_tim.tanggal", "year", "2024-02-05", "found", 1),
    ),
    signatures=(FileSignature("Pejabat Uji", "", "intact", True, SUMMARY),),
    active=("javascript",),
)
SCAN = replace(
    DECREE,
    field="rencana_aksi.berkas",
    path="21/rencana.pdf",
    pages=300,
    text=False,
    checks=(TextCheck("rencana_aksi.mulai", "year", "2025-01-01", "no_text"),),
    signatures=(),
    active=(),
)
LOST = AttachedFile(
    "sk_tim.lampiran", "x.pdf", 0, "", False, Text("Berkas rusak.", "Damaged.")
)


def test_documents_are_listed_with_pages_text_and_signatures() -> None:
    season = handmade_season()
    scorecards = tuple(
        replace(each, files=(DECREE, SCAN, LOST))
        if each.participant.code == "21"
        else each
        for each in season.scorecards
    )
    sheet = opened("21", replace(season, scorecards=scorecards))["Bukti"]
    rows = [
        tuple(cell for cell in row if cell is not None)
        for row in sheet.iter_rows(values_only=True)
    ]
    top = rows.index(("Isi dokumen terlampir",))
    assert rows[top + 1 : top + 4] == [
        (
            *("Berkas", "Halaman", "Pemeriksaan teks", "Tanda tangan elektronik"),
            "Isi tak lazim",
        ),
        (
            *("21/sk.pdf", 3),
            "nomor 7/2024: tidak ditemukan; tanggal 2024-02-05: ditemukan (hlm. 2)",
            *(SUMMARY.id, "skrip"),
        ),
        (
            *("21/rencana.pdf", 300),
            *("tanpa teks yang dapat dibaca; perlu dilihat oleh orang", "tidak ada"),
        ),
    ]
    assert ("x.pdf", 0, "tidak ditemukan (Berkas rusak.)") in rows
