"""Columns of dates and figures: what one cell leaves open, the others decide."""

from __future__ import annotations

import io
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook as Book

from scorecard.evidence.files import FileBytes
from scorecard.evidence.quantities import count_quantities
from scorecard.evidence.tickets import Export, read_export
from scorecard.evidence.workbook import CellError, Sheet, Workbook, parse_workbook
from scorecard.model import Submission
from tests.evidence_season import form, messages, read, small_rubric, ticket, tickets
from tests.season.exports import LAYOUTS
from tests.shipped import shipped
from tests.test_evidence_tickets_layouts import body

ANNUAL = shipped("rubric")
FOLDER = "74.71-kota-kendari"


def dated(*cells: Any, code: str = "21", **sheet: Any) -> Export:
    """Read an export whose tickets differ in their date of receipt only."""
    heading = ("Tracking ID", "Tanggal Laporan Masuk", "Status Laporan")
    rows = [(str(n), cell, "Proses") for n, cell in enumerate(cells, start=1)]
    return read_export(
        Sheet("tiket.xlsx", "Laporan Ringkas", (heading, *rows), **sheet),
        ANNUAL,
        code,
    )


def days(export: Export) -> list[date | None]:
    return [each.received for each in export.every]


def words(export: Export, language: str = "id") -> list[str]:
    return [getattr(each.message, language) for each in export.problems]


@pytest.mark.parametrize(
    "written",
    [
        *("9 Jan 2025", "9 January 2025", "09 Januari 2025", "9-Jan-2025"),
        *("Kamis, 9 Januari 2025", "Jan 9, 2025", "2025-01-09", "2025/1/9"),
        *(
            "2025-01-09T02:15:00Z",
            "9 Jan 2025 02:15:00",
            "09.01.2025",
            "９ Jan ２０２５",
        ),
        *(45666, 45666.25, "45666", datetime(2025, 1, 9), date(2025, 1, 9)),
    ],
)
def test_a_day_is_read_however_it_is_written(written: Any) -> None:
    assert days(dated(written)) == [date(2025, 1, 9)]


def test_serials_of_a_file_that_counts_from_1904() -> None:
    assert days(dated(45666 - 1462, from_1904=True)) == [date(2025, 1, 9)]


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        (("03/04/2025", "25/04/2025"), date(2025, 4, 3)),
        (("03/04/2025", "04/25/2025"), date(2025, 3, 4)),
        (("03-04-2025", "04-25-2025"), date(2025, 3, 4)),
        (("03-04-2025", "9 Jan 2025"), date(2025, 4, 3)),
        (("05/05/2025", "9 Jan 2025"), date(2025, 5, 5)),
    ],
)
def test_the_rest_of_the_column_decides_which_is_the_day(
    cells: tuple[str, ...], first: date
) -> None:
    assert days(dated(*cells))[0] == first


@pytest.mark.parametrize(
    ("cells", "indonesian", "english"),
    [
        (
            ("03/04/2025", "04/05/2025", "9 Jan 2025", "06/07/2025"),
            "Tanggal masuk 3 laporan dapat dibaca dengan dua cara (baris 2–3 dan 5): "
            "hari dahulu atau bulan dahulu, dan isi kolom itu tidak memastikannya; "
            "tidak dihitung.",
            "Date of receipt with two readings: 3 tickets (rows 2–3 and 5), day first "
            "or month first, and the rest of the column does not decide; not counted.",
        ),
        (
            ("03-04-2025", "25/04/2025", "04/25/2025"),
            "Tanggal masuk 1 laporan dapat dibaca dengan dua cara (baris 2): hari "
            "dahulu atau bulan dahulu, dan isi kolom itu tidak memastikannya; tidak "
            "dihitung.",
            "Date of receipt with two readings: 1 ticket (row 2), day first or month "
            "first, and the rest of the column does not decide; not counted.",
        ),
        (
            ("9 Jan 25", "09/01/25"),
            "Tahun pada tanggal masuk 2 laporan hanya dua angka (baris 2–3); tidak "
            "dihitung, karena abadnya tidak boleh ditebak.",
            "Date of receipt with a year of two digits: 2 tickets (rows 2–3), not "
            "counted, as the century must not be guessed.",
        ),
        (
            ("31 Feb 2025", "2025-13-01", "9 Jan 0225"),
            "Tanggal masuk 3 laporan tidak ada dalam kalender (baris 2–4); tidak "
            "dihitung.",
            "Date of receipt that no calendar has: 3 tickets (rows 2–4), not counted.",
        ),
        (
            (None, "kemarin", 2025, True, CellError("#REF!")),
            "Tanggal masuk 5 laporan tidak dapat dibaca (baris 2–6); tidak dihitung, "
            "karena periodenya tidak diketahui.",
            "Unreadable date of receipt: 5 tickets (rows 2–6), not counted, as the "
            "period is unknown.",
        ),
    ],
)
def test_a_day_that_cannot_be_had_is_reported_with_its_rows(
    cells: tuple[Any, ...], indonesian: str, english: str
) -> None:
    export = dated(*cells)
    assert (words(export), words(export, "en")) == ([indonesian], [english])


def test_days_and_months_that_a_program_swapped_are_suspected() -> None:
    true = [datetime(2025, month, 4) for month in range(1, 6)]
    export = dated("25/04/2025", *true, "13/01/2025")
    assert (words(export), words(export, "en")) == (
        [
            "Pada 5 laporan hari dan bulan tanggal masuk mungkin tertukar (baris 3–7): "
            "tanggal lain di kolom itu berupa teks dengan hari di atas 12, sedangkan "
            "tanggal ini tidak pernah di atas 12."
        ],
        [
            "Day and month of the date of receipt may be swapped: 5 tickets (rows "
            "3–7); the column's other dates are texts with days above 12, while these "
            "never are."
        ],
    )
    assert words(dated("25/04/2025", *true, datetime(2025, 1, 13))) == []
    assert words(dated("25/04/2025", *true, "03/04/2025")) == []


@pytest.mark.parametrize(
    ("code", "first_hour"),
    [("21", 17), ("32.04", 17), ("51", 16), ("74.71", 16), ("81", 15), ("94", 15)],
)
def test_utc_is_turned_into_the_participants_time_at_the_edge_of_the_year(
    code: str, first_hour: int
) -> None:
    heading = ("Tracking ID", "Tanggal Laporan Masuk", "Waktu Laporan Masuk", "status")
    rows = [
        ("1", "31 Dec 2024", f"{first_hour - 1}:59:59", "Proses"),
        ("2", "31 Dec 2024", f"{first_hour}:00:00", "Proses"),
        ("3", "31 Jan 2025", f"{first_hour - 1}:59:59", "Proses"),
        ("4", datetime(2025, 1, 31), f"{first_hour}:00", "Proses"),
        ("5", f"2025-01-31 {first_hour}:00:00", None, "Proses"),
        ("6", f"2025-01-31 {first_hour}:00:00 WIB", None, "Proses"),
    ]
    sheet = Sheet("tiket.xlsx", "Laporan Ringkas", (heading, *rows))
    export = read_export(sheet, ANNUAL, code)
    assert days(export) == [
        *(date(2024, 12, 31), date(2025, 1, 1), date(2025, 1, 31)),
        *(date(2025, 2, 1), date(2025, 2, 1), date(2025, 1, 31)),
    ]
    assert [each.id for each in export.tickets] == ["2", "3", "4", "5", "6"]


def test_unknown_statuses_are_counted_apart_with_the_nearest_known() -> None:
    headings, first, second = body(LAYOUTS["H1"])
    place = headings.index("Status Laporan")
    odd = (*second[:place], "Ditutup oleh Sistm", *second[place + 1 :])
    sheet = Sheet("tiket.xlsx", "Laporan Ringkas", (headings, first, odd))
    export = read_export(sheet, ANNUAL, "74.71")
    assert words(export) == [
        "Status “Ditutup oleh Sistm” tidak dikenal pada 1 laporan (baris 3); dihitung "
        "sebagai laporan masuk, tetapi tidak dalam status mana pun. Mungkin maksudnya "
        "“Ditutup oleh Sistem”?"
    ]
    counts = count_quantities(export, ANNUAL)
    keys = ("masuk", "selesai", "proses", "tunda", "arsip", "status_tidak_dikenal")
    assert [counts[key].shown for key in keys] == ["2", "1", "0", "0", "0", "1"]


def test_a_column_of_very_many_unknown_words_is_summed_up() -> None:
    heading = ("Tracking ID", "Tanggal Laporan Masuk", "Status Laporan")
    rows = [(str(n), "9 Jan 2025", f"Kata {n:02}") for n in range(1, 31)]
    sheet = Sheet("tiket.xlsx", "Laporan Ringkas", (heading, *rows))
    export = read_export(sheet, ANNUAL, "74.71")
    assert len(export.problems) == 11
    assert words(export)[-1] == (
        "Status “(20 kata lain)” tidak dikenal pada 20 laporan (baris 12–31); dihitung "
        "sebagai laporan masuk, tetapi tidak dalam status mana pun."
    )


def test_rows_of_another_government_are_named_and_still_counted() -> None:
    heading = (
        "Tracking ID",
        "Tanggal Laporan Masuk",
        "Status Laporan",
        "Instansi Induk",
    )
    owners = (
        *("Pemerintah Kabupaten Bandung", "Dinas Kesehatan", "Pemkot. Bandung"),
        *("Pemerintah Kota Bandung", "Bandung", None),
    )
    rows = [(str(n), "9 Jan 2025", "Proses", each) for n, each in enumerate(owners)]
    sheet = Sheet("tiket.xlsx", "Laporan Ringkas", (heading, *rows))
    export = read_export(sheet, ANNUAL, "32.04")
    assert (words(export), words(export, "en")) == (
        [
            "2 laporan tercatat milik Kota Bandung, bukan Kabupaten Bandung (baris "
            "4–5); tetap dihitung."
        ],
        [
            "Recorded as belonging to Kota Bandung, not Kabupaten Bandung: 2 tickets "
            "(rows 4–5), still counted."
        ],
    )
    assert str(export.problems[0].location) == "tiket.xlsx › Laporan Ringkas › D4:D5"
    assert len(export.tickets) == 6


def test_tickets_that_two_participants_sent_are_reported_to_both(
    tmp_path: Path,
) -> None:
    other = {"code": "74.72", "name": "Kota Baubau"}
    reading = read(
        tmp_path,
        {
            f"{FOLDER}/borang.xlsx": form(),
            f"{FOLDER}/tiket.xlsx": tickets([ticket(1), ticket("A-2"), ticket(3)]),
            "74.72-kota-baubau/borang.xlsx": form(**other),
            "74.72-kota-baubau/tiket.xlsx": tickets(
                [ticket("A-2"), ticket(9), ticket(1)]
            ),
        },
    )
    assert messages(reading) == [
        (
            f"{FOLDER}/tiket.xlsx › Laporan Ringkas › A12:A13",
            "2 laporan juga ada dalam ekspor Kota Bau Bau (baris 12–13); untuk "
            "sementara dihitung pada semua peserta itu.",
        ),
        (
            "74.72-kota-baubau/tiket.xlsx › Laporan Ringkas › A12:A14",
            "2 laporan juga ada dalam ekspor Kota Kendari (baris 12 dan 14); untuk "
            "sementara dihitung pada semua peserta itu.",
        ),
    ]
    assert [each.participant for each in reading.problems] == ["74.71", "74.72"]
    assert reading.problems[0].message.en == (
        "Also in the export of Kota Bau Bau: 2 tickets (rows 12–13), counted for all "
        "of them for now."
    )


ANYTHING = st.one_of(
    st.text(max_size=12),
    st.integers(-(10**12), 10**12),
    st.floats(),
    st.booleans(),
    st.none(),
    st.datetimes(datetime(1901, 1, 1)),
    st.dates(),
    st.times(),
    st.timedeltas(),
    st.sampled_from([CellError("#N/A"), CellError(""), "31/12/2025", "1", 1, 1.0]),
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(ANYTHING, ANYTHING, ANYTHING, ANYTHING, ANYTHING), max_size=8)
)
def test_any_cells_at_all_are_counted_or_reported(rows: list[tuple[Any, ...]]) -> None:
    heading = (
        *("Tracking ID", "Tanggal Laporan Masuk", "Waktu Laporan Masuk"),
        *("Status Laporan", "Klasifikasi Laporan"),
    )
    sheet = Sheet("tiket.xlsx", "Laporan Ringkas", (heading, *rows))
    export = read_export(sheet, ANNUAL, "74.71")
    assert len(export.tickets) <= len(export.every) <= len(rows)
    dropped = len(export.every) - len(export.tickets)
    assert bool(dropped) <= bool(export.problems)
    count_quantities(export, ANNUAL)


def read_form_of(tmp_path: Path, **answers: Any) -> Submission:
    files = {f"{FOLDER}/borang.xlsx": form(**answers)}
    return read(tmp_path, files, rubric=small_rubric()).submissions[0]


@pytest.mark.parametrize(
    ("others", "cell", "value"),
    [
        ({"persen": "99,27 %"}, "1.234", 1234),
        ({"persen": "99.27 %"}, "1.234", "1.234"),
        ({"masuk": "1.011"}, "1.234", 1234),
        ({"masuk": "1,011"}, "1.234", "1.234"),
        ({"masuk": "1,011"}, "1,234", 1234),
        ({"persen": "99,27 %", "masuk": "1,011"}, "1,234", None),
        ({}, "１.２３４,５", "1234.5"),
        ({}, "1\u00a0234,5", "1234.5"),
    ],
)
def test_the_sheets_own_notation_decides_what_a_number_means(
    tmp_path: Path, *, others: dict[str, Any], cell: str, value: Any
) -> None:
    submission = read_form_of(tmp_path, rata_hari=cell, **others)
    expected = None if value is None else Fraction(value)
    assert submission.answers["rata_hari"].value == expected


def test_a_workbook_that_counts_from_1904_says_so() -> None:
    file = io.BytesIO()
    book = Book(file, {"in_memory": True, "date_1904": True})
    sheet = book.add_worksheet("Laporan Ringkas")
    sheet.write_row(0, 0, ["Tracking ID", "Tanggal Laporan Masuk", "Status Laporan"])
    sheet.write_row(1, 0, ["1", 45666 - 1462, "Proses"])
    book.close()
    read_back = parse_workbook(FileBytes("tiket.xlsx", file.getvalue()))
    assert isinstance(read_back, Workbook)
    assert days(read_export(read_back.sheets[0], ANNUAL, "21")) == [date(2025, 1, 9)]


def test_error_cells_are_no_tracking_ids_and_no_offices() -> None:
    headings, first, second = body(LAYOUTS["H1"])
    broken = {"Tracking ID": "#REF!", "Instansi Terdisposisi": "#N/A"}
    rows = [
        tuple(
            CellError(broken[heading]) if heading in errors else cell
            for heading, cell in zip(headings, row, strict=True)
        )
        for row, errors in ((first, ["Tracking ID"]), (second, broken.keys()))
    ]
    last = ("3", *first[1:])
    odd = (*last[:12], CellError("#N/A"), *last[13:])
    sheet = Sheet("tiket.xlsx", "Laporan Ringkas", (headings, *rows, odd))
    export = read_export(sheet, ANNUAL, "74.71")
    assert words(export) == [
        "2 baris tidak mempunyai Tracking ID (baris 2–3); tidak dihitung."
    ]
    assert [each.office for each in export.tickets] == [""]


def test_a_time_that_cannot_be_read_is_said_and_the_date_counts() -> None:
    heading = ("Tracking ID", "Tanggal Laporan Masuk", "Waktu Laporan Masuk", "status")
    times = ("02:15:00", None, "-", "pagi", "25:00:00", 0.75, 7)
    rows = [
        (str(number), "9 Jan 2025", clock, "Proses")
        for number, clock in enumerate(times, start=1)
    ]
    sheet = Sheet("tiket.xlsx", "Laporan Ringkas", (heading, *rows))
    export = read_export(sheet, ANNUAL, "21")
    assert (words(export), words(export, "en")) == (
        [
            "Waktu masuk 3 laporan tidak dapat dibaca (baris 5–6 dan 8); dihitung "
            "menurut tanggalnya saja."
        ],
        [
            "Unreadable time of receipt: 3 tickets (rows 5–6 and 8), counted by the "
            "date alone."
        ],
    )
    assert days(export) == [date(2025, 1, 9)] * 5 + [
        date(2025, 1, 10),
        date(2025, 1, 9),
    ]
