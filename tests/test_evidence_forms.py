"""The form: each answer is of its kind, with its cell, or says what is wrong."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.errors import Problem
from scorecard.evidence.files import FileBytes
from scorecard.evidence.forms import read_form
from scorecard.evidence.workbook import Workbook, parse_workbook
from scorecard.model import Submission
from tests.evidence_season import (
    codes,
    form,
    messages,
    read,
    read_form_of,
    small_rubric,
)
from tests.workbooks import table, workbook

FILE = "74.71-kota-kendari/borang.xlsx"
HEADER = ("Kode", "Uraian", "Isian", "Keterangan")
IDENTITY = table([HEADER, ("code", "", "74.71"), ("name", "", "Kota Kendari")])


def only_problem(submission: Submission) -> Problem:
    (found,) = submission.problems
    return found


def read_sheets(tmp_path: Path, **sheets: dict[str, Any]) -> Submission:
    """Read a form whose other sheets are well-formed and blank."""
    blank = {
        "Identitas": IDENTITY,
        "Rekap": table(
            [HEADER]
            + [(k,) for k in ("masuk", "selesai", "proses", "arsip", "persen")]
            + [("rata_hari",)]
        ),
        "Dokumen": table([HEADER, ("sk.tanggal",), ("sk.berkas",)]),
        "Jawaban": table([HEADER, ("ada",)]),
    }
    return read(tmp_path, {FILE: workbook({**blank, **sheets})}).submissions[0]


@pytest.mark.parametrize(
    ("key", "cell", "value", "shown"),
    [
        ("masuk", 273, Fraction(273), "273"),
        ("masuk", "1.011", Fraction(1011), "1.011"),
        ("persen", (0.9927, "0.00%"), Fraction("99.27"), "99,27%"),
        ("persen", "99,27 %", Fraction("99.27"), "99,27 %"),
        ("persen", 99.27, Fraction("99.27"), "99,27"),
        ("rata_hari", 3.9, Fraction("3.9"), "3,9"),
        ("rata_hari", "3,9", Fraction("3.9"), "3,9"),
        ("sk_tanggal", datetime(2024, 12, 31), date(2024, 12, 31), "2024-12-31"),
        ("sk_tanggal", "31 Desember 2024", date(2024, 12, 31), "31 Desember 2024"),
        ("sk_tanggal", "31-12-2024", date(2024, 12, 31), "31-12-2024"),
        ("ada", " YA ", True, "YA"),
        ("ada", "tidak", False, "tidak"),
        ("ada", True, True, "TRUE"),
    ],
)
def test_an_answer_is_of_its_kind(
    tmp_path: Path, *, key: str, cell: object, value: object, shown: str
) -> None:
    submission = read_form_of(tmp_path, **{key: cell})
    evidence = submission.answers[key.replace("sk_", "sk.")]
    assert (evidence.value, evidence.shown) == (value, shown)
    assert submission.problems == ()


def test_an_answer_keeps_its_cell(tmp_path: Path) -> None:
    submission = read_form_of(tmp_path, masuk=273)
    assert str(submission.answers["masuk"].location) == f"{FILE} › Rekap › C2"


def test_a_blank_answer_is_no_evidence_and_no_problem(tmp_path: Path) -> None:
    submission = read_form_of(tmp_path, masuk="   ")
    assert sorted(submission.answers) == ["code", "name"]
    assert submission.problems == ()


@pytest.mark.parametrize(
    ("key", "cell", "code", "indonesian", "english"),
    [
        (
            *("masuk", "dua ratus", "answer-not-a-whole-number"),
            "Isian “Laporan masuk” bukan bilangan bulat: “dua ratus”.",
            "The answer “Received” is not a whole number: “dua ratus”.",
        ),
        (
            *("masuk", 3.5, "answer-not-a-whole-number"),
            "Isian “Laporan masuk” bukan bilangan bulat: “3,5”.",
            "The answer “Received” is not a whole number: “3,5”.",
        ),
        (
            *("rata_hari", "3 hari", "answer-not-a-number"),
            "Isian “Rata-rata hari” bukan bilangan: “3 hari”.",
            "The answer “Mean days” is not a number: “3 hari”.",
        ),
        (
            *("rata_hari", "1.234", "answer-number-unclear"),
            "Isian “Rata-rata hari” dapat dibaca dengan dua cara: “1.234” dapat "
            "berarti 1234 atau 1,234.",
            "The answer “Mean days” can be read in two ways: “1.234” may be 1234 or "
            "1.234.",
        ),
        (
            *("persen", "baik", "answer-not-a-percentage"),
            "Isian “Persen selesai” bukan persentase: “baik”.",
            "The answer “Per cent closed” is not a percentage: “baik”.",
        ),
        (
            *("persen", 0.9927, "answer-percent-unclear"),
            "Isian “Persen selesai” tidak jelas: “0,9927” dapat berarti persen atau "
            "bagian dari 1.",
            "The answer “Per cent closed” is unclear: “0,9927” may be per cent or a "
            "part "
            "of 1.",
        ),
        (
            *("ada", "mungkin", "answer-not-yes-or-no"),
            "Isian “Ada SK” bukan ya atau tidak: “mungkin”.",
            "The answer “Has a decree” is not yes or no: “mungkin”.",
        ),
        (
            *("sk_tanggal", "awal tahun", "answer-not-a-date"),
            "Isian “SK tim: Tanggal” bukan tanggal: “awal tahun”.",
            "The answer “Team decree: Date” is not a date: “awal tahun”.",
        ),
        (
            *("masuk", "#REF!", "cell-error"),
            "Sel isian “Laporan masuk” memuat galat #REF!.",
            "The cell of the answer “Received” holds the error #REF!.",
        ),
        (
            *("masuk", '=COUNTA("a")', "formula-not-calculated"),
            "Rumus pada isian “Laporan masuk” belum pernah dihitung, sehingga tidak "
            "ada "
            "nilainya.",
            "The formula of the answer “Received” was never calculated, so it has no "
            "value.",
        ),
    ],
)
def test_an_answer_of_another_kind_is_unreadable_and_a_problem(
    tmp_path: Path,
    *,
    key: str,
    cell: object,
    code: str,
    indonesian: str,
    english: str,
) -> None:
    submission = read_form_of(tmp_path, **{key: cell})
    found = only_problem(submission)
    assert (found.code, found.severity, found.participant) == (code, "error", "74.71")
    assert (found.message.id, found.message.en) == (indonesian, english)
    evidence = submission.answers[key.replace("sk_", "sk.")]
    assert evidence.value is None
    assert evidence.unreadable == found.message
    assert evidence.location == found.location


def test_a_problem_says_what_was_expected_and_how_to_repair_it(tmp_path: Path) -> None:
    found = only_problem(read_form_of(tmp_path, ada="mungkin"))
    assert found.seen == "mungkin"
    assert found.expected.id == "salah satu dari: ya, tidak"
    assert found.repair.id == "Tulis “ya” atau “tidak” di sel C2."
    assert found.repair.en == "Write “ya” or “tidak” in cell C2."


def test_the_header_row_may_stand_anywhere(tmp_path: Path) -> None:
    moved = {"B7": "Isian", "D7": " KODE ", "D9": "ada", "B9": "ya", "A1": "Jawaban"}
    submission = read_sheets(tmp_path, Jawaban=moved)
    assert submission.answers["ada"].value is True
    assert submission.answers["ada"].location.cell == "B9"
    assert submission.problems == ()


def test_unknown_keys_are_named_with_the_nearest(tmp_path: Path) -> None:
    rows = [HEADER, ("adda", "", "ya"), ("ada", "", "tidak"), (None, "", "ya")]
    submission = read_sheets(tmp_path, Jawaban=table(rows))
    assert messages(submission) == [
        (
            f"{FILE} › Jawaban › A2",
            "Kode “adda” tidak dikenal di lembar “Jawaban”; barisnya tidak dibaca. "
            "Mungkin maksudnya “ada”?",
        ),
        (
            f"{FILE} › Jawaban › C4",
            "Isian “ya” tidak mempunyai kode, sehingga tidak dapat dipakai.",
        ),
    ]


def test_a_key_answered_twice_is_unreadable(tmp_path: Path) -> None:
    rows = [HEADER, ("ada", "", "ya"), ("ada", "", "tidak")]
    submission = read_sheets(tmp_path, Jawaban=table(rows))
    assert only_problem(submission).message.id == (
        "Kode “ada” diisi lebih dari sekali (C2, C3); tidak satu pun dipakai."
    )
    assert submission.answers["ada"].value is None
    assert submission.answers["ada"].unreadable == only_problem(submission).message


def test_a_repeated_key_with_one_answer_is_used_and_named(tmp_path: Path) -> None:
    rows = [HEADER, ("ada", "", None), ("ada", "", "ya")]
    submission = read_sheets(tmp_path, Jawaban=table(rows))
    assert codes(submission) == ["key-repeated"]
    assert submission.answers["ada"].value is True


def test_a_missing_row_is_named(tmp_path: Path) -> None:
    submission = read_sheets(tmp_path, Dokumen=table([HEADER, ("sk.berkas",)]))
    assert only_problem(submission).message.en == (
        "The row with the code “sk.tanggal” (Team decree: Date) is missing on the "
        "sheet "
        "“Dokumen”."
    )


def test_a_missing_header_is_named(tmp_path: Path) -> None:
    submission = read_sheets(tmp_path, Jawaban={"A1": "Kode", "C1": "Nilai"})
    found = only_problem(submission)
    assert found.message.id == (
        "Baris judul kolom tidak ditemukan di lembar “Jawaban”."
    )
    assert found.expected.id == "baris dengan judul kolom Kode, Isian"


def test_a_doubled_heading_is_not_guessed_at(tmp_path: Path) -> None:
    doubled = table([("Kode", "Isian", "Isian"), ("ada", "ya", "tidak")])
    submission = read_sheets(tmp_path, Jawaban=doubled)
    assert codes(submission) == ["column-twice"]
    assert "ada" not in submission.answers


def test_a_missing_sheet_is_named_with_those_there_are(tmp_path: Path) -> None:
    content = workbook({"Identity": IDENTITY, "Rekap 2": {"A1": 1}})
    submission = read(tmp_path, {FILE: content}).submissions[0]
    assert [each.message.id for each in submission.problems] == [
        f"Lembar “{name}” tidak ada; yang ada: Identity, Rekap 2."
        for name in ("Rekap", "Dokumen", "Jawaban")
    ]


def test_two_sheets_of_one_name_are_not_guessed_at(tmp_path: Path) -> None:
    answers = table([HEADER, ("ada", "", "ya")])
    submission = read_sheets(tmp_path, **{"Jawaban": answers, "jawaban ": answers})
    assert only_problem(submission).message.id == (
        "Ada lebih dari satu lembar “Jawaban”: Jawaban, jawaban ; tidak satu pun "
        "dibaca."
    )


def test_a_long_value_is_cut_in_messages(tmp_path: Path) -> None:
    found = only_problem(read_form_of(tmp_path, rata_hari="x" * 500))
    assert found.seen == "x" * 79 + "…"


def test_every_form_is_read_alike_wherever_it_stands(tmp_path: Path) -> None:
    one = read(tmp_path / "1", {FILE: form(masuk=3)}).submissions[0]
    other = read(tmp_path / "2", {FILE: form(masuk=3)}).submissions[0]
    assert one == other


ANYTHING = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20),
    st.integers(-(10**20), 10**20),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.datetimes(datetime(1901, 1, 1), datetime(9999, 1, 1)),
    st.sampled_from(["#N/A", "=1/0", "99,27 %", "1.234", "31 Desember 2025"]),
)
KEYS = ("masuk", "selesai", "persen", "rata_hari", "sk_tanggal", "sk_berkas", "ada")


@settings(max_examples=40, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(KEYS, ANYTHING)))
def test_whatever_is_filled_in_is_a_value_or_a_problem(answers: dict[str, Any]) -> None:
    book = parse_workbook(FileBytes("a.xlsx", form(**answers)))
    assert isinstance(book, Workbook)
    read_back = read_form(book, small_rubric())
    refused = {each.location.cell for each in read_back.problems}
    for key, evidence in read_back.answers.items():
        assert (evidence.value is None) == (evidence.unreadable is not None), key
        assert evidence.value is not None or evidence.location.cell in refused
    filled = [key for key, value in answers.items() if str(value).strip()]
    for key in filled:
        assert key.replace("sk_", "sk.") in read_back.answers
