"""Assessors' marks: every mistake of every sheet is shown, then the run stops."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from scorecard.errors import ExitCode, Location, Problem, ScorecardError
from scorecard.evidence import mark_sheets, marks
from scorecard.evidence.files import FileBytes
from scorecard.evidence.limits import Bounds
from scorecard.evidence.submission import Reading
from scorecard.evidence.workbook import Workbook
from scorecard.model import Mark
from scorecard.rubric.nouns import Rubric
from scorecard.scoring import assess
from tests.evidence_season import codes, form, read, small_rubric, ticket, tickets
from tests.workbooks import changed_part, table, workbook, zipped

HEADINGS = ("Kode Peserta", "Peserta", "Indikator", "Tracking ID", "Nilai", "Catatan")
MARKED = (
    "measure: { verb: answer, field: ada }\n"
    "        scale: { verb: linear, worst: 0, best: 1 }",
    "measure: { verb: mark, maximum: 4 }\n"
    "        scale: { verb: linear, worst: 0, best: 4 }",
)


def marked_rubric() -> Rubric:
    return small_rubric(MARKED)


def sheet(assessor: str | None, *rows: tuple[Any, ...]) -> bytes:
    body = table([HEADINGS, *rows], first_row=3)
    return workbook({"Nilai": {"A1": "Penilai", "B1": assessor, **body}})


def row(
    code: object = "74.71", indicator: str = "decree_exists", ticket: object = None
) -> tuple[Any, ...]:
    return (code, "…", indicator, ticket)


def files(**sheets: bytes) -> dict[str, bytes | str]:
    marks = {f"_season/marks/{name}.xlsx": each for name, each in sheets.items()}
    return {"74.71-kota-kendari/borang.xlsx": form(), **marks}


def refused(tmp_path: Path, **sheets: bytes) -> list[tuple[str, str]]:
    with pytest.raises(ScorecardError) as caught:
        read(tmp_path, files(**sheets), rubric=marked_rubric())
    assert caught.value.exit_code == ExitCode.PANEL
    return [(str(each.location), each.message.id) for each in caught.value.problems]


def test_marks_keep_their_assessor_ticket_and_cell(tmp_path: Path) -> None:
    first = sheet("Penilai 1", (*row(ticket=9001), 3.5), (*row(ticket=9002), "3,5"))
    second = sheet("Penilai 2", (*row(code=74.71, ticket=9001), 4), row())
    reading = read(tmp_path, files(a=first, b=second), rubric=marked_rubric())
    place = Location("_season/marks/a.xlsx", "Nilai", "E4")
    marks = reading.submissions[0].marks
    assert marks[0] == Mark(
        "74.71", "decree_exists", "9001", "Penilai 1", Fraction("3.5"), place
    )
    assert [(each.assessor, each.ticket, each.value) for each in marks] == [
        ("Penilai 1", "9001", Fraction("3.5")),
        ("Penilai 1", "9002", Fraction("3.5")),
        ("Penilai 2", "9001", Fraction(4)),
        ("Penilai 2", "", None),
    ]
    assert [each.path for each in reading.inputs][1:] == [
        "_season/marks/a.xlsx",
        "_season/marks/b.xlsx",
    ]


def lost(tmp_path: Path, deed: str, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """Read two mark sheets; reading the second one goes wrong as told."""
    really = mark_sheets.parse_workbook

    def parse(file: FileBytes) -> Workbook | Problem:
        if file.name.endswith("b.xlsx"):
            DEEDS[deed]()
        return really(file)

    monkeypatch.setattr(mark_sheets, "parse_workbook", parse)
    monkeypatch.setattr(marks, "BOUNDS", Bounds(2, 60, 256 * 1024**2))
    first = sheet("Penilai 1", (*row(), 3))
    sent = files(a=first, b=sheet("Penilai 2", (*row(), 4)))
    return read(tmp_path, sent, rubric=marked_rubric())


DEEDS: dict[str, Callable[[], object]] = {
    "abort": os.abort,
    "hang": partial(time.sleep, 60),
    "eat": partial(bytearray, 10**11),
}


LOSSES = {
    "abort": (
        "marks-crashed",
        "Pembacaan lembar nilai ini berhenti mendadak (SIGABRT). Selama lembar ini "
        "belum terbaca, tidak satu pun aspek yang dinilai penilai dihitung.",
        "Reading this mark sheet crashed (SIGABRT). As long as it is unread, nothing "
        "that assessors mark is counted.",
    ),
    "hang": (
        "marks-timed-out",
        "Pembacaan lembar nilai ini melampaui batas waktu (60 detik prosesor atau 2 "
        "detik seluruhnya) dan dihentikan. Selama lembar ini belum terbaca, tidak satu "
        "pun aspek yang dinilai penilai dihitung.",
        "Reading this mark sheet exceeded the time limit (60 seconds of processor time "
        "or 2 seconds in all) and was stopped. As long as it is unread, nothing that "
        "assessors mark is counted.",
    ),
    "eat": (
        "marks-out-of-memory",
        "Pembacaan lembar nilai ini memerlukan lebih dari 256 MiB memori dan "
        "dihentikan. Selama lembar ini belum terbaca, tidak satu pun aspek yang "
        "dinilai penilai dihitung.",
        "Reading this mark sheet took more than 256 MiB of memory and was stopped. As "
        "long as it is unread, nothing that assessors mark is counted.",
    ),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_a_mark_sheet_that_cannot_be_read_to_the_end_is_lost_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deed: str
) -> None:
    reading = lost(tmp_path, deed, monkeypatch)
    (found,) = reading.problems
    assert found.severity == "error"
    assert (found.code, found.message.id, found.message.en) == LOSSES[deed]
    assert str(found.location) == "_season/marks/b.xlsx"
    marks = reading.submissions[0].marks
    assert [(each.assessor, each.unread) for each in marks] == [
        ("Penilai 1", False),
        ("", True),
    ]


def test_a_lost_mark_sheet_stays_in_the_list_of_inputs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = lost(tmp_path, "abort", monkeypatch)
    listed = {each.path: each.size for each in reading.inputs}
    assert listed["_season/marks/b.xlsx"] == (
        (tmp_path / "_season/marks/b.xlsx").stat().st_size
    )


BOMB = changed_part(
    zipped(b"", {"[Content_Types].xml": b"<a/>", "xl/workbook.xml": b"x"}),
    "xl/workbook.xml",
    (b"x", bytes(10**7)),
)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"x", "workbook-unreadable"),
        (BOMB, "workbook-too-large"),
    ],
)
def test_while_a_mark_sheet_is_unread_no_mark_counts(
    tmp_path: Path, content: bytes, code: str
) -> None:
    first = sheet("Penilai 1", (*row(), 3))
    rubric = marked_rubric()
    reading = read(tmp_path, files(a=first, c=content), rubric=rubric)
    assert codes(reading) == [code]
    scorecard = assess(reading.submissions[0], rubric)
    (finding,) = scorecard.findings
    assert finding.points is not None
    assert (finding.state, finding.points.low, finding.points.high) == (
        "pending",
        Fraction(0),
        Fraction(100),
    )
    assert finding.reason.id.partition(" Poin")[0] == (
        "Menunggu penilai: lembar nilai c.xlsx belum dapat dibaca; nilai yang sudah "
        "ada tidak dihitung tanpanya."
    )
    assert finding.reason.en.partition(" Between")[0] == (
        "Waiting for assessors: the mark sheet c.xlsx could not be read yet; the marks "
        "at hand are not counted without it."
    )


def test_a_mark_on_a_ticket_that_was_not_sent_waits_until_it_is_mended(
    tmp_path: Path,
) -> None:
    export = tickets([ticket(9001), ticket(9002), ticket(9003, received="9 Jan 2024")])
    given = (
        (*row(ticket=9001), 4),
        (*row(ticket=9020), 0),
        (*row(ticket=9003), 4),
        (*row(), 2),
    )
    sent = files(a=sheet("Penilai 1", *given))
    sent["74.71-kota-kendari/tiket.xlsx"] = export
    reading = read(tmp_path, sent, rubric=marked_rubric())
    found = [each for each in reading.problems if each.code == "mark-ticket-unknown"]
    a = "_season/marks/a.xlsx › Nilai"
    assert [(str(each.location), each.participant) for each in found] == [
        (f"{a} › E5", "74.71"),
        (f"{a} › E6", "74.71"),
    ]
    assert (found[0].message.id, found[0].message.en) == (
        "Tracking ID “9020” yang dinilai tidak ada di antara laporan peserta ini yang "
        "dihitung (74.71-kota-kendari/tiket.xlsx); nilainya tidak dipakai dan "
        "indikatornya menunggu.",
        "The marked Tracking ID “9020” is not among the tickets of this participant "
        "that count (74.71-kota-kendari/tiket.xlsx); its mark is not used and the "
        "indicator is pending.",
    )
    values = [(each.ticket, each.value) for each in reading.submissions[0].marks]
    assert values == [("9001", 4), ("9020", None), ("9003", None), ("", 2)]


def test_marks_on_tickets_without_an_export_are_said_to_be_unchecked(
    tmp_path: Path,
) -> None:
    marks = sheet("Penilai 1", (*row(ticket=9001), 3), (*row(ticket=9002), 3))
    reading = read(tmp_path, files(a=marks), rubric=marked_rubric())
    (found,) = reading.problems
    assert (found.code, found.severity) == ("marks-unchecked", "note")
    assert str(found.location) == "_season/marks"
    assert (found.message.id, found.message.en) == (
        "Laporan yang dinilai pada 1 peserta tidak dapat dicocokkan, karena ekspor "
        "laporannya tidak ada atau tidak terbaca: 74.71. Nilainya tetap dipakai.",
        "Marked tickets of participants without a ticket export that could be read "
        "cannot be compared (1: 74.71). The marks are used.",
    )


def test_every_mistake_of_every_sheet_is_collected(tmp_path: Path) -> None:
    first = sheet(
        "Penilai 1",
        (*row(code="99.99"), 3),
        (*row(indicator="decree_exist"), 3),
        (*row(), 5),
        (*row(), -1),
        (*row(), "baik"),
        (*row(ticket=1), 3),
        (*row(ticket=1), 2),
    )
    found = refused(tmp_path, a=first, b=sheet(None))
    a = "_season/marks/a.xlsx › Nilai"
    assert found == [
        (
            f"{a} › A4",
            "Peserta “99.99” pada lembar nilai tidak dikenal.",
        ),
        (
            f"{a} › C5",
            "Indikator “decree_exist” tidak dinilai oleh penilai menurut rubrik. "
            "Mungkin "
            "maksudnya “decree_exists”?",
        ),
        (f"{a} › E6", "Nilai 5 berada di luar rentang 0 sampai 4."),
        (f"{a} › E7", "Nilai -1 berada di luar rentang 0 sampai 4."),
        (f"{a} › E8", "Nilai “baik” bukan bilangan."),
        (
            f"{a} › E10",
            "Penilai 1 memberi nilai dua kali untuk hal yang sama; nilai pertama ada "
            "di "
            f"{a} › E9.",
        ),
        ("_season/marks/b.xlsx › Nilai › B1", "Penilai tidak disebut di lembar nilai."),
    ]


def test_one_assessor_marks_a_thing_once_over_all_sheets(tmp_path: Path) -> None:
    same = sheet("Penilai 1", (*row(), 3))
    (found,) = refused(tmp_path, a=same, b=same)
    assert found[0] == "_season/marks/b.xlsx › Nilai › E4"


def test_a_sheet_without_its_parts_is_refused(tmp_path: Path) -> None:
    unnamed = workbook({"Lembar1": {"A1": "Penilai"}})
    headless = workbook({"Nilai": {"A1": "Penilai", "B1": "P1", "A3": "Kode Peserta"}})
    assert refused(tmp_path, a=unnamed, b=headless) == [
        ("_season/marks/a.xlsx", "Lembar “Nilai” tidak ada; yang ada: Lembar1."),
        (
            "_season/marks/b.xlsx › Nilai",
            "Baris judul kolom lembar nilai tidak ditemukan.",
        ),
    ]


def test_marks_on_one_who_sent_nothing_are_reported(tmp_path: Path) -> None:
    marks = sheet("Penilai 1", (*row(code=21), 3), (*row(code=21, ticket=1), 3))
    reading = read(tmp_path, files(a=marks), rubric=marked_rubric())
    assert codes(reading) == ["mark-without-submission"]
    assert reading.problems[0].participant == "21"


def test_a_rubric_without_marks_does_not_read_them(tmp_path: Path) -> None:
    reading = read(tmp_path, files(a=b"x"))
    assert codes(reading) == ["marks-not-used"]
