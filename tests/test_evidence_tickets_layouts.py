"""Every layout of the export is read alike: H1 to H5, moved, shuffled, re-headed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.evidence.quantities import count_quantities
from scorecard.evidence.ticket_rows import Ticket
from scorecard.evidence.tickets import Export, find_exports, read_export
from scorecard.evidence.workbook import Sheet, Workbook
from tests.season.exports import LAYOUTS
from tests.shipped import shipped

ANNUAL = shipped("rubric")
H4 = (
    *("Tracking ID", "Tanggal Laporan Masuk", "Judul Laporan", "Isi Laporan Awal"),
    *("Isi Laporan Akhir", "Instansi Induk", "Instansi Terdisposisi"),
    "Status Laporan",
)
H5 = (
    *("tracking_id", "tanggal_masuk", "waktu_masuk", "klasifikasi", "id_kategori"),
    *("kategori", "judul", "isi_laporan_awal", "isi_laporan_akhir"),
    *("sumber_laporan", "instansi_induk", "dinas_tujuan", "status", "alasan_tunda"),
    *("provinsi", "kota_kabupaten", "status_final", "kecamatan_final"),
)
EVERY = {**LAYOUTS, "H4": H4, "H5": H5}
WIDTHS = {"H1": 17, "H2": 20, "H3": 26, "H4": 8, "H5": 18}
PREAMBLE: tuple[tuple[Any, ...], ...] = (
    ("Judul Laporan", None, "Laporan Ringkas"),
    (),
    ("Nama Instansi", None, "Pemerintah Kota Kendari"),
    *((),) * 5,
    ("Pengelola",),
    (),
)
CELLS = {
    "tracking id": ("4000001", "4000002"),
    "tanggal laporan masuk": ("9 Jan 2025", "29 May 2025"),
    "waktu laporan masuk": ("02:15:00", "16:30:00"),
    "klasifikasi laporan": ("Aspirasi", None),
    "instansi induk": ("Pemerintah Kota Kendari", "Dinas Kesehatan"),
    "instansi terdisposisi": ("Dinas Kesehatan", None),
    "status laporan": ("Ditutup oleh Pelapor", "Diarsipkan oleh Sistem"),
}
SHORT = {
    "tracking_id": "tracking id",
    "tanggal_masuk": "tanggal laporan masuk",
    "waktu_masuk": "waktu laporan masuk",
    "klasifikasi": "klasifikasi laporan",
    "instansi_induk": "instansi induk",
    "dinas_tujuan": "instansi terdisposisi",
    "status": "status laporan",
}


def body(headings: Sequence[str]) -> list[tuple[Any, ...]]:
    """Give the headings and two tickets; what is not declared is filler."""
    keys = [SHORT.get(each, each.casefold()) for each in headings]
    rows = (tuple(CELLS.get(key, ("x", "y"))[row] for key in keys) for row in (0, 1))
    return [tuple(headings), *rows]


def read(rows: Sequence[Sequence[Any]], name: str = "Sheet1") -> Export:
    sheet = Sheet("tiket.xlsx", name, tuple(tuple(row) for row in rows))
    (found,) = find_exports([Workbook("tiket.xlsx", (sheet,))], ANNUAL.tickets)
    return read_export(found, ANNUAL, "74.71")


def told(export: Export) -> list[str]:
    return [each.message.id for each in export.problems]


def meaning(export: Export) -> list[tuple[Any, ...]]:
    return [ticket[1:6] for ticket in export.tickets]


@pytest.mark.parametrize("preamble", [PREAMBLE, ()], ids=["preamble", "bare"])
@pytest.mark.parametrize("layout", ["H1", "H2", "H3", "H5"])
def test_every_layout_is_read_alike(
    layout: str, preamble: tuple[tuple[Any, ...], ...]
) -> None:
    assert len(EVERY[layout]) == WIDTHS[layout]
    export = read([*preamble, *body(EVERY[layout])])
    first = len(preamble) + 2
    assert export.tickets == (
        Ticket(
            *(first, "4000001", date(2025, 1, 9), "aspiration"),
            *("closed_by_citizen", "Dinas Kesehatan", None),
        ),
        Ticket(first + 1, "4000002", date(2025, 5, 30), "", "archived", "", None),
    )
    assert told(export) == []


def test_the_eight_columns_lack_the_time_and_the_class() -> None:
    export = read(body(H4))
    assert meaning(export) == [
        ("4000001", date(2025, 1, 9), "", "closed_by_citizen", "Dinas Kesehatan"),
        ("4000002", date(2025, 5, 29), "", "archived", ""),
    ]
    assert told(export) == []


def test_headings_are_known_in_any_case_spacing_accent_and_line_break() -> None:
    rows = body(LAYOUTS["H1"])
    rows[0] = (" TRACKING\nID\u200b", "Tanggal\u00a0 Laporan Másuk", *rows[0][2:])
    assert meaning(read(rows)) == meaning(read(body(LAYOUTS["H1"])))


def test_headings_may_take_two_rows_with_merged_cells() -> None:
    rows = [
        ("Tracking ID", "Laporan Masuk", None, "Status", "Klasifikasi Laporan"),
        (None, "Tanggal", "Waktu", "Laporan", None),
        ("4000001", "31 Dec 2024", "16:30:00", "Proses", "Aspirasi"),
    ]
    export = read(rows)
    assert export.columns == {
        "tracking_id": 1,
        "received": 2,
        "received_time": 3,
        "status": 4,
        "classification": 5,
    }
    (only,) = export.tickets
    assert told(export) == []
    assert only[:5] == (3, "4000001", date(2025, 1, 1), "aspiration", "in_process")


def test_a_header_that_repeats_on_every_page_is_no_ticket() -> None:
    headings, first, second = body(LAYOUTS["H1"])
    export = read([headings, first, headings, second, headings])
    assert [ticket.row for ticket in export.tickets] == [2, 4]
    assert told(export) == [
        "Baris judul kolom muncul lagi di tengah tabel (baris 3 dan 5); tidak dihitung "
        "sebagai laporan."
    ]
    assert export.problems[0].message.en == (
        "The row of headings occurs again inside of the table (rows 3 and 5); it was "
        "not counted as a ticket."
    )


def test_extra_columns_are_ignored_and_named_once() -> None:
    headings, first, second = body(LAYOUTS["H1"])
    rows = [(*headings, "Petugas", "Catatan\nKami"), (*first, "a", "b"), second]
    export = read(rows)
    (found,) = export.problems
    assert (found.code, found.severity) == ("ticket-columns-ignored", "note")
    assert found.message.id == (
        "Kolom yang tidak dikenal dalam ekspor tidak dibaca: “Petugas”, “Catatan Kami”."
    )
    assert len(export.tickets) == 2


def test_a_missing_column_is_named_with_the_nearest_heading() -> None:
    rows = body(LAYOUTS["H1"])
    rows[0] = tuple("Status Laporn" if x == "Status Laporan" else x for x in rows[0])
    export = read(rows, "Laporan Ringkas")
    assert told(export)[0] == (
        "Kolom “Status Laporan” tidak ada dalam ekspor, padahal diperlukan untuk "
        "menghitung status. Mungkin maksudnya “Status Laporn”?"
    )
    counts = count_quantities(export, ANNUAL)
    assert counts["masuk"].shown == "2"
    assert counts["selesai"].unreadable == export.problems[0].message


def test_without_tracking_ids_the_header_is_missing_with_the_nearest() -> None:
    rows = body(LAYOUTS["H1"])
    rows[0] = ("Traking ID", *rows[0][1:])
    export = read(rows, "Laporan Ringkas")
    assert told(export) == [
        "Baris judul kolom ekspor tidak ditemukan di lembar “Laporan Ringkas”. Mungkin "
        "maksudnya “Traking ID”?"
    ]
    assert export.problems[0].message.en == (
        "The export's row of headings was not found on the sheet “Laporan Ringkas”. "
        "Did you mean “Traking ID”?"
    )


def test_a_dash_is_no_office_and_no_class() -> None:
    rows = body(LAYOUTS["H1"])
    dashes = {"Klasifikasi Laporan": "-", "Instansi Terdisposisi": "—"}
    rows[1] = tuple(
        dashes.get(heading, cell)
        for heading, cell in zip(rows[0], rows[1], strict=True)
    )
    (first, _) = read(rows).tickets
    assert (first.classification, first.office) == ("", "")
    assert told(read(rows)) == []


@settings(max_examples=60, deadline=None)
@given(
    layout=st.sampled_from(["H1", "H2", "H3", "H5"]),
    seed=st.integers(0, 10**6),
    above=st.integers(0, 40),
    left=st.integers(0, 5),
    between=st.lists(st.integers(0, 3), min_size=2, max_size=2),
    recase=st.sampled_from([str.upper, str.lower, str.title, "  {}\n".format]),
)
def test_moving_shuffling_and_recasing_change_nothing(
    *, layout: str, seed: int, above: int, left: int, between: list[int], recase: Any
) -> None:
    headings, *tickets = body(EVERY[layout])
    order = list(range(len(headings)))
    Random(seed).shuffle(order)
    margin: tuple[Any, ...] = (None,) * left
    rows: list[tuple[Any, ...]] = [()] * above
    rows.append((*margin, *(recase(headings[index]) for index in order)))
    for ticket, gap in zip(tickets, between, strict=True):
        rows += [()] * gap
        rows.append((*margin, *(ticket[index] for index in order)))
    export = read(rows)
    assert meaning(export) == meaning(read(body(LAYOUTS["H1"])))
    assert told(export) == []
