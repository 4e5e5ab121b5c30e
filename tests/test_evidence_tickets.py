"""The ticket export: counted by the rubric's vocabulary, every row accounted for."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from scorecard.model import SeriesItem, Submission
from tests.evidence_season import (
    HEADINGS,
    codes,
    form,
    messages,
    read,
    ticket,
    tickets,
)
from tests.workbooks import table, workbook

FOLDER = "74.71-kota-kendari"
EXPORT = f"{FOLDER}/tiket.xlsx › Laporan Ringkas"


def read_tickets(tmp_path: Path, export: bytes, **answers: Any) -> Submission:
    files = {f"{FOLDER}/borang.xlsx": form(**answers), f"{FOLDER}/tiket.xlsx": export}
    return read(tmp_path, files).submissions[0]


def counts(submission: Submission) -> dict[str, str]:
    return {key: each.shown for key, each in submission.counts.items()}


def test_quantities_are_counted_with_their_cells(tmp_path: Path) -> None:
    rows = [ticket(1), ticket(2, status="Proses"), ticket(3, classification=None)]
    submission = read_tickets(tmp_path, tickets(rows))
    assert counts(submission) == {"masuk": "3", "selesai": "2", "aspirasi": "2"}
    places = {key: str(each.location) for key, each in submission.counts.items()}
    assert places == {
        "masuk": f"{EXPORT} › A12:A14",
        "selesai": f"{EXPORT} › H12:H14",
        "aspirasi": f"{EXPORT} › E12:E14",
    }
    assert submission.counts["selesai"].value == Fraction(2)
    assert submission.problems == ()


def test_an_export_without_preamble_or_with_other_columns_is_read(
    tmp_path: Path,
) -> None:
    rows = [("Status Laporan", "Ekstra", "tracking  id", "Tanggal Laporan Masuk")]
    rows += [("Ditutup oleh Sistem", "", 7, "9 Jan 2025")]
    content = workbook({"Laporan Ringkas": table(rows)})
    submission = read_tickets(tmp_path, content)
    assert counts(submission)["masuk"] == "1"
    assert submission.counts["aspirasi"].unreadable is not None
    assert codes(submission) == [
        *["ticket-column-missing"] * 2,
        "ticket-columns-ignored",
    ]
    assert submission.problems[-1].message.id == (
        "Kolom yang tidak dikenal dalam ekspor tidak dibaca: “Ekstra”."
    )
    assert submission.problems[-1].message.en == (
        "Unknown columns in the export were not read: “Ekstra”."
    )


def test_a_sheet_of_another_name_is_found_by_its_headings(tmp_path: Path) -> None:
    content = workbook({"Sheet1": table([HEADINGS, ticket(1)])})
    assert counts(read_tickets(tmp_path, content))["masuk"] == "1"


def test_the_export_may_be_a_sheet_of_the_form(tmp_path: Path) -> None:
    sheets = {
        "Identitas": table(
            [("Kode", "Isian"), ("code", "74.71"), ("name", "Kota Kendari")]
        ),
        "Laporan Ringkas": table([HEADINGS, ticket(1)]),
    }
    reading = read(tmp_path, {"kendari.xlsx": workbook(sheets)})
    assert counts(reading.submissions[0])["masuk"] == "1"


def test_an_export_of_another_year_is_said_and_counts_nothing(tmp_path: Path) -> None:
    rows = [ticket(1, received="9 Jan 2024"), ticket(2, received="1 Feb 2024")]
    submission = read_tickets(tmp_path, tickets(rows))
    assert all(each.value is None for each in submission.counts.values())
    (found,) = (
        each for each in submission.problems if each.code == "tickets-none-in-period"
    )
    assert (found.severity, str(found.location)) == ("error", f"{EXPORT} › A12:A13")
    assert (found.message.id, found.message.en) == (
        "Tidak satu pun dari 2 laporan dalam ekspor ini termasuk periode 1 Januari "
        "2025 sampai 31 Desember 2025; tidak ada yang dapat dihitung darinya.",
        "Of 2 tickets in this export not one is of the period 1 January 2025 to 31 "
        "December 2025; nothing can be counted in it.",
    )
    assert found.repair.id == (
        "Unduh ekspor untuk periode 1 Januari 2025 sampai 31 Desember 2025, lalu kirim "
        "sebagai pengganti berkas ini."
    )


def test_an_empty_export_counts_nothing(tmp_path: Path) -> None:
    submission = read_tickets(tmp_path, tickets([]))
    assert counts(submission) == {"masuk": "0", "selesai": "0", "aspirasi": "0"}
    assert submission.counts["masuk"].location.cell == "A11"


@pytest.mark.parametrize(
    ("rows", "counted", "place", "words"),
    [
        (
            [ticket(1, status="Aneh"), ticket(2)],
            {"masuk": "2", "selesai": "1"},
            "H12",
            (
                "Status “Aneh” tidak dikenal pada 1 laporan (baris 12); dihitung "
                "sebagai "
                "laporan masuk, tetapi tidak dalam status mana pun.",
                "Unknown status “Aneh”: 1 ticket (row 12), counted as received, but "
                "under no status.",
            ),
        ),
        (
            [ticket(1, status=None), ticket(2)],
            {"masuk": "2", "selesai": "1"},
            "H12",
            (
                "Status “(kosong)” tidak dikenal pada 1 laporan (baris 12); dihitung "
                "sebagai laporan masuk, tetapi tidak dalam status mana pun.",
                "Unknown status “(blank)”: 1 ticket (row 12), counted as received, but "
                "under no status.",
            ),
        ),
        (
            [ticket(1, classification="Lain"), ticket(2)],
            {"aspirasi": "1"},
            "E12",
            (
                "Klasifikasi “Lain” tidak dikenal pada 1 laporan (baris 12); "
                "diperlakukan sebagai kosong.",
                "Unknown classification “Lain”: 1 ticket (row 12), treated as blank.",
            ),
        ),
        (
            [ticket(1), ticket("1", status="Proses"), ticket(1)],
            {"masuk": "1", "selesai": "1"},
            "A13:A14",
            (
                "Tracking ID yang sama muncul lagi pada 2 baris (baris 13–14); hanya "
                "baris pertamanya yang dihitung.",
                "Repeated Tracking ID: 2 rows (rows 13–14), only the first row of each "
                "was counted.",
            ),
        ),
        (
            [ticket(None), ticket(2)],
            {"masuk": "1"},
            "A12",
            (
                "1 baris tidak mempunyai Tracking ID (baris 12); tidak dihitung.",
                "Without a Tracking ID: 1 row (row 12), not counted.",
            ),
        ),
        (
            [ticket(1, received="kapan"), ticket(2)],
            {"masuk": "1"},
            "B12",
            (
                "Tanggal masuk 1 laporan tidak dapat dibaca (baris 12); tidak "
                "dihitung, "
                "karena periodenya tidak diketahui.",
                "Unreadable date of receipt: 1 ticket (row 12), not counted, as the "
                "period is unknown.",
            ),
        ),
        (
            [
                ticket(1, received="31 Dec 2024", time=None),
                ticket(2),
                ticket(3, received="2026-01-01"),
            ],
            {"masuk": "1"},
            "B12:B14",
            (
                "2 laporan masuk di luar periode 1 Januari 2025 sampai 31 Desember "
                "2025 "
                "(baris 12 dan 14); tidak dihitung.",
                "Received outside of the period 1 January 2025 to 31 December 2025: 2 "
                "tickets (rows 12 and 14), not counted.",
            ),
        ),
    ],
)
def test_what_does_not_count_is_named_by_rows(
    tmp_path: Path, *, rows: Any, counted: Any, place: str, words: tuple[str, str]
) -> None:
    submission = read_tickets(tmp_path, tickets(rows))
    (found,) = submission.problems
    assert str(found.location) == f"{EXPORT} › {place}"
    assert (found.message.id, found.message.en) == words
    assert counts(submission) | counted == counts(submission)


def test_a_time_in_utc_decides_the_year_at_the_place(tmp_path: Path) -> None:
    rows = [
        ticket(1, received="31 Dec 2024", time="16:30:00"),
        ticket(2, received=datetime(2025, 12, 31), time="15:59:00"),
        ticket(3, received="31 Dec 2025", time="16:00:00"),
    ]
    submission = read_tickets(tmp_path, tickets(rows))
    assert counts(submission)["masuk"] == "2"
    assert submission.problems[0].location.cell == "B14"


def test_nothing_personal_is_kept_or_said(tmp_path: Path) -> None:
    story = "Saya Budi Rahasia, Jalan Melati 7, melaporkan jalan yang rusak"
    rows = [ticket(1, status=story), ticket(2, received="Budi Rahasia")]
    submission = read_tickets(tmp_path, tickets(rows))
    assert "Rahasia" not in repr(submission)
    assert "(teks panjang, tidak ditampilkan)" in repr(submission)


def test_a_missing_column_makes_its_quantities_unreadable(tmp_path: Path) -> None:
    rows = [("Tracking ID", "Tanggal Masuk Laporan", "Status Laporan")]
    content = workbook({"Laporan Ringkas": table([*rows, (1, "9 Jan 2025", "Proses")])})
    submission = read_tickets(tmp_path, content)
    first = submission.problems[0]
    assert first.message.id == (
        "Kolom “Tanggal Laporan Masuk” tidak ada dalam ekspor, padahal diperlukan "
        "untuk "
        "menentukan periode. Mungkin maksudnya “Tanggal Masuk Laporan”?"
    )
    assert all(each.value is None for each in submission.counts.values())
    assert submission.counts["masuk"].unreadable == first.message


def test_an_export_without_header_is_unreadable_not_absent(tmp_path: Path) -> None:
    submission = read_tickets(tmp_path, workbook({"Laporan Ringkas": {"A1": "x"}}))
    (found,) = submission.problems
    assert found.code == "ticket-header-missing"
    assert submission.counts["masuk"].unreadable == found.message


def test_a_status_that_no_program_has_worked_out_is_not_called_blank(
    tmp_path: Path,
) -> None:
    sent = tickets([ticket(1), ticket(2, status='="Ditutup oleh Sistem"')])
    submission = read_tickets(tmp_path, sent)
    assert messages(submission) == [
        (
            f"{EXPORT} › H13",
            "Status “(rumus tanpa hasil)” tidak dikenal pada 1 laporan (baris 13); "
            "dihitung sebagai laporan masuk, tetapi tidak dalam status mana pun.",
        )
    ]


def test_an_unseen_character_makes_no_second_ticket(tmp_path: Path) -> None:
    submission = read_tickets(tmp_path, tickets([ticket("7"), ticket("7\u200b")]))
    assert counts(submission)["masuk"] == "1"
    assert codes(submission) == ["ticket-duplicate"]


def test_two_exports_count_for_none(tmp_path: Path) -> None:
    files = {
        f"{FOLDER}/borang.xlsx": form(),
        f"{FOLDER}/tiket.xlsx": tickets([ticket(1)]),
        f"{FOLDER}/tiket-2.xlsx": tickets([ticket(2)]),
    }
    reading = read(tmp_path, files)
    assert [message for _, message in messages(reading)] == [
        f"Ada lebih dari satu ekspor laporan: {FOLDER}/tiket-2.xlsx › Laporan Ringkas, "
        f"{FOLDER}/tiket.xlsx › Laporan Ringkas; tidak satu pun dihitung."
    ]
    counted = reading.submissions[0].counts
    assert {each.value for each in counted.values()} == {None}
    assert counted["masuk"].unreadable is not None
    assert counted["masuk"].unreadable.id.startswith("Ada lebih dari satu ekspor")


def test_without_a_log_working_days_cannot_be_computed(tmp_path: Path) -> None:
    submission = read_tickets(tmp_path, tickets([ticket(1, rating=4), ticket(2)]))
    days, rating = submission.series["days"], submission.series["rating"]
    assert days.items == ()
    assert days.unreadable is not None
    assert days.unreadable.id == (
        "“Hari kerja” tidak dapat dihitung: ekspor laporan tidak memuat tanggal tindak "
        "lanjut, dan log tindak lanjut (lembar “Log Tindak Lanjut”) tidak disertakan."
    )
    assert rating.items == (
        SeriesItem(Fraction(4), "aspiration", date(2025, 1, 9), "closed"),
    )
    assert rating.location.cell == "I12:I13"


def test_tickets_on_another_sheet_are_not_lost_without_a_word(tmp_path: Path) -> None:
    """An export found by its name leaves no other sheet of tickets unsaid."""
    rows = [HEADINGS, *map(ticket, (2, 3, 4))]
    content = tickets([ticket(1), ticket(2)], Februari=table(rows))
    submission = read_tickets(tmp_path, content)
    assert counts(submission)["masuk"] == "2"
    assert messages(submission) == [
        (
            f"{FOLDER}/tiket.xlsx › Februari",
            "Lembar “Februari” juga memuat laporan dan tidak dihitung; yang tidak ada "
            f"di ekspor ({EXPORT}): 2 laporan.",
        )
    ]


def log(*rows: tuple[Any, ...]) -> dict[str, Any]:
    sheet = table([("Tracking ID", "Tanggal Tanggapan"), *rows])
    return {"Log Tindak Lanjut": sheet}


def test_working_days_come_from_the_log(tmp_path: Path) -> None:
    sheets = log((1, "14 Januari 2025"), (2, None))
    content = tickets([ticket(1), ticket(2), ticket(3)], **sheets)
    submission = read_tickets(tmp_path, content)
    days = submission.series["days"]
    assert days.items == (
        SeriesItem(Fraction(3), "aspiration", date(2025, 1, 9), "closed"),
    )
    assert str(days.location) == (f"{FOLDER}/tiket.xlsx › Log Tindak Lanjut › B2:B3")
    assert submission.problems == ()


def test_what_is_wrong_in_the_log_is_named_by_rows(tmp_path: Path) -> None:
    sheets = log((1, "8 Jan 2025"), (9, "9 Jan 2025"), (1, "9 Jan 2025"), (2, "nanti"))
    submission = read_tickets(tmp_path, tickets([ticket(1), ticket(2)], **sheets))
    assert [each.message.id for each in submission.problems] == [
        "1 baris log tidak ada dalam ekspor laporan (baris 3); tidak dipakai.",
        "Tracking ID yang sama muncul lagi pada 1 baris log (baris 4); hanya baris "
        "pertamanya yang dipakai.",
        "Tanggal pada 1 baris log tidak dapat dibaca (baris 5); tidak dipakai.",
        "Pada 1 laporan, “Hari kerja” berakhir sebelum dimulai (baris 2 log); "
        "tanggalnya tidak dipakai.",
    ]
    assert submission.series["days"].items == ()


def test_a_recap_that_differs_from_the_export_is_reported(tmp_path: Path) -> None:
    submission = read_tickets(tmp_path, tickets([ticket(1)]), masuk=5, proses=5)
    (found,) = submission.problems
    assert found.message.id == (
        "“Laporan masuk” pada rekap (C2) 5, tetapi ekspor laporan (Laporan Ringkas "
        "A12:A12) memuat 1; angka ekspor yang dipakai."
    )
