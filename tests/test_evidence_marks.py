"""Assessors' marks: every mistake of every sheet is shown, then the run stops."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from scorecard.errors import ExitCode, Location, ScorecardError
from scorecard.model import Mark
from scorecard.rubric.nouns import Rubric
from tests.evidence_season import codes, form, read, small_rubric
from tests.workbooks import table, workbook

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
    found = refused(tmp_path, a=first, b=sheet(None), c=b"x")
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
        (
            "_season/marks/c.xlsx",
            "Buku kerja tidak dapat dibaca: isinya bukan buku kerja.",
        ),
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
