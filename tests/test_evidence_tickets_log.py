"""The follow-up log: dates that the export does not hold, and what is wrong there."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from scorecard.model import Submission
from scorecard.scoring import assess
from scorecard.wording import Text
from tests.evidence_season import form, read, small_rubric, ticket, tickets
from tests.workbooks import table

FOLDER = "74.71-kota-kendari"
LOG = "columns: { tracking_id: [Tracking ID], first_reply: [Tanggal Tanggapan] }"
WITH_CLOSURE = (
    "columns: { tracking_id: [Tracking ID], first_reply: [Tanggal Tanggapan], "
    "closed: [Tanggal Selesai] }"
)
HEADINGS = ("Tracking ID", "Tanggal Tanggapan", "Tanggal Selesai")


def read_log(
    tmp_path: Path, *rows: tuple[Any, ...], name: str = "Log Tindak Lanjut"
) -> Submission:
    """Read a log of three columns beside an export of tickets 1 to 4 of 9 January."""
    export = [*(ticket(number) for number in range(1, 5)), ticket(5, received="2024")]
    log = table(rows if rows and rows[0][0] == "Tracking ID" else (HEADINGS, *rows))
    files = {
        f"{FOLDER}/borang.xlsx": form(),
        f"{FOLDER}/tiket.xlsx": tickets(export, **{name: log}),
    }
    rubric = small_rubric((LOG, WITH_CLOSURE))
    return read(tmp_path, files, rubric=rubric).submissions[0]


def days(submission: Submission) -> list[int]:
    return [int(item.value) for item in submission.series["days"].items]


def told(submission: Submission) -> list[tuple[str, str]]:
    return [
        (each.message.id, each.message.en)
        for each in submission.problems
        if each.code.startswith("log")
    ]


def test_dates_of_the_log_may_be_written_in_any_way(tmp_path: Path) -> None:
    submission = read_log(
        tmp_path,
        (1, "10/01/2025", None),
        (2, "31/01/2025", "-"),
        (3, datetime(2025, 1, 10), None),
        (4, 45667, "—"),
    )
    # 27 January (Isra Mikraj), 28 (leave) and 29 (Imlek) are free.
    assert days(submission) == [1, 13, 1, 1]
    assert told(submission) == []


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            (None, "10 Jan 2025", None),
            (
                "1 baris log tidak mempunyai Tracking ID (baris 2); tidak dipakai.",
                "In the log without a Tracking ID: 1 row (row 2), not used.",
            ),
        ),
        (
            (9, "10 Jan 2025", None),
            (
                "1 baris log tidak ada dalam ekspor laporan (baris 2); tidak dipakai.",
                "In the log, but not in the ticket export: 1 row (row 2), not used.",
            ),
        ),
        (
            (1, "03/04/2025", None),
            (
                "Tanggal pada 1 baris log tidak dapat dibaca (baris 2); tidak dipakai.",
                "Unreadable date in the log: 1 row (row 2), not used.",
            ),
        ),
        (
            (1, "8 Jan 2025", None),
            (
                "Pada 1 laporan, “Hari kerja” berakhir sebelum dimulai (baris 2 log); "
                "tanggalnya tidak dipakai.",
                "“Working days” ends before it starts: 1 ticket (row 2 of the log); "
                "these dates are not used.",
            ),
        ),
        (
            (1, "10 Jan 2025", "9 Jan 2025"),
            (
                "Urutan tanggal pada 1 baris log terbalik (baris 2): verifikasi, "
                "tanggapan pertama, lalu selesai.",
                "Dates of the log in the wrong order: 1 row (row 2); verification, "
                "first reply, then closure.",
            ),
        ),
    ],
)
def test_what_is_wrong_in_the_log_is_named_by_its_rows(
    tmp_path: Path, *, row: tuple[Any, ...], words: tuple[str, str]
) -> None:
    ((indonesian, english),) = told(read_log(tmp_path, row))
    assert indonesian == words[0]
    assert english == words[1]


PROMPT = (
    "measure: { verb: answer, field: ada }\n"
    "        scale: { verb: linear, worst: 0, best: 1 }",
    "measure: { verb: within, of: days, limits: [], otherwise: 5 }\n"
    "        scale: { verb: linear, worst: 0, best: 100 }",
)


@pytest.mark.parametrize(
    ("as_of", "late", "told"),
    [
        (
            date(2025, 1, 16),
            0,
            Text(
                "Hari kerja: 1 dari 1 laporan dalam batas waktu: 100,00 %. Tanpa "
                "tanggal di log: 0 sudah lewat batas pada 16 Januari 2025 dan dihitung "
                "terlambat, 3 belum lewat batas dan belum dihitung.",
                "Hari kerja: 1 of 1 tickets within the limit: 100.00 %. Without a date "
                "in the log: 0 past the limit on 16 January 2025 and counted as late, "
                "3 not past it yet and not counted.",
            ),
        ),
        (
            date(2025, 1, 17),
            3,
            Text(
                "Hari kerja: 1 dari 4 laporan dalam batas waktu: 25,00 %. Tanpa "
                "tanggal di log: 3 sudah lewat batas pada 17 Januari 2025 dan dihitung "
                "terlambat, 0 belum lewat batas dan belum dihitung.",
                "Hari kerja: 1 of 4 tickets within the limit: 25.00 %. Without a date "
                "in the log: 3 past the limit on 17 January 2025 and counted as late, "
                "0 not past it yet and not counted.",
            ),
        ),
    ],
)
def test_a_ticket_without_its_row_in_the_log_is_late_once_its_limit_is_over(
    tmp_path: Path, as_of: date, late: int, told: Text
) -> None:
    """Received on Thursday 9 January 2025; the fifth working day is the 16th.

    Ticket 2 has a row without a date, ticket 3 dates the wrong way round, 4 no row.
    """
    rows = ((1, "10 Jan 2025"), (2, "-"), (3, "8 Jan 2025"))
    log = table([HEADINGS[:2], *rows])
    export = [*(ticket(number) for number in range(1, 5)), ticket(5, received="2024")]
    files = {
        f"{FOLDER}/borang.xlsx": form(),
        f"{FOLDER}/tiket.xlsx": tickets(export, **{"Log Tindak Lanjut": log}),
    }
    rubric = small_rubric(PROMPT).model_copy(update={"as_of": as_of})
    (submission,) = read(tmp_path, files, rubric=rubric).submissions
    (finding,) = assess(submission, rubric).findings
    assert (finding.numerator, finding.denominator) == (1, 1 + late)
    assert finding.reason.id.startswith(told.id)
    assert finding.reason.en.startswith(told.en.replace("Hari kerja", "Working days"))


def test_a_year_without_decreed_holidays_is_said(tmp_path: Path) -> None:
    (found,) = (
        each
        for each in read_log(tmp_path, (1, "10 Jan 2028", None)).problems
        if each.code == "calendar-not-decreed"
    )
    assert found.message.id == (
        "Hari libur dan cuti bersama tahun 2028 belum ditetapkan; hari kerja pada "
        "tahun itu dihitung dengan perkiraan."
    )
    assert found.message.en == (
        "Holidays and collective leave of 2028 are not decreed yet; its working days "
        "were counted by estimate."
    )


def test_a_row_of_a_ticket_that_does_not_count_is_no_mistake(tmp_path: Path) -> None:
    assert told(read_log(tmp_path, (5, "10 Jan 2025", None))) == []


def test_a_log_of_another_name_is_found_by_its_headings(tmp_path: Path) -> None:
    submission = read_log(tmp_path, (1, "10 Jan 2025", None), name="Sheet2")
    assert days(submission) == [1]


def test_a_missing_column_makes_what_needs_it_unreadable(tmp_path: Path) -> None:
    headings = ("Tracking ID", "Tgl Tanggapan", "Tanggal Selesai")
    submission = read_log(tmp_path, headings, (1, "10 Jan 2025", "13 Jan 2025"))
    assert told(submission) == [
        (
            "Kolom “Tanggal Tanggapan” tidak ada dalam log tindak lanjut; yang "
            "memerlukannya tidak dapat dihitung. Mungkin maksudnya “Tgl Tanggapan”?",
            "The follow-up log has no column “Tanggal Tanggapan”; what needs it cannot "
            "be computed. Did you mean “Tgl Tanggapan”?",
        )
    ]
    assert submission.series["days"].unreadable == submission.problems[-1].message
