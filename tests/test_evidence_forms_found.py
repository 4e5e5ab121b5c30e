"""The form as it comes back: renamed, moved, without headings, with old results."""

from __future__ import annotations

import io
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from xlsxwriter import Workbook as Book

from scorecard.evidence.cells import position
from scorecard.evidence.forms import read_form
from scorecard.evidence.formulas import worked_out
from scorecard.evidence.workbook import CellError, Sheet, Workbook
from scorecard.model import Submission
from tests.evidence_season import codes, form, read, read_form_of, small_rubric
from tests.shipped import shipped
from tests.workbooks import table, workbook

FILE = "74.71-kota-kendari/borang.xlsx"
HEADER = ("Kode", "Uraian", "Isian", "Keterangan")
IDENTITY = (HEADER, ("code", "Kode peserta", "74.71"), ("name", "Nama", "Kota Kendari"))
RECAP = (
    HEADER,
    ("masuk", "Laporan masuk", 273),
    ("selesai", "Laporan selesai", 271),
    ("proses", "Dalam proses", 2),
    ("arsip", "Diarsipkan", 0),
    ("persen", "Persen selesai", "99,27 %"),
    ("rata_hari", "Rata-rata hari", "3,9"),
)
DOCUMENTS = (HEADER, ("sk.tanggal", "SK tim: tanggal"), ("sk.berkas", "SK tim: berkas"))
ANSWERS = (HEADER, ("ada", "Ada SK", "ya"))
SHEETS = {
    "Identitas": IDENTITY,
    "Rekap": RECAP,
    "Dokumen": DOCUMENTS,
    "Jawaban": ANSWERS,
}
MEANT = {"code": "74.71", "name": "Kota Kendari", "masuk": 273, "selesai": 271} | {
    "proses": 2,
    "arsip": 0,
    "persen": Fraction("99.27"),
    "rata_hari": Fraction("3.9"),
    "ada": True,
}


def read_sheets(tmp_path: Path, sheets: dict[str, Any]) -> Submission:
    content = workbook({name: table(rows) for name, rows in sheets.items()})
    return read(tmp_path, {FILE: content}).submissions[0]


def told(submission: Submission) -> list[tuple[str, str]]:
    return [(each.message.id, each.message.en) for each in submission.problems]


def values(submission: Submission) -> dict[str, Any]:
    return {key: each.value for key, each in submission.answers.items()}


def test_a_second_sheet_with_other_answers_is_not_passed_over(tmp_path: Path) -> None:
    """A copy with the same answers says nothing; one that differs is told."""
    changed = [
        ("selesai", row[1], 200) if row[0] == "selesai" else row for row in RECAP
    ]
    sheets = {**SHEETS, "Rekap (2)": RECAP, "Rekap (3)": changed}
    submission = read_sheets(tmp_path, sheets)
    assert values(submission) == MEANT
    assert told(submission) == [
        (
            "Lembar “Rekap (3)” memuat kode lembar “Rekap” dengan isian yang lain; "
            "hanya lembar “Rekap” yang dibaca.",
            "The sheet “Rekap (3)” holds the codes of the sheet “Rekap” with other "
            "answers; only the sheet “Rekap” was read.",
        )
    ]


def test_renamed_and_reordered_sheets_are_found_by_their_keys(tmp_path: Path) -> None:
    sheets = {f"Lembar {name[:3]}": rows for name, rows in reversed(SHEETS.items())}
    submission = read_sheets(tmp_path, sheets)
    assert values(submission) == MEANT
    assert set(told(submission)) == {
        (
            f"Lembar “Lembar {name[:3]}” dibaca sebagai lembar “{name}”, karena memuat "
            "kodenya.",
            f"The sheet “Lembar {name[:3]}” was read as the sheet “{name}”, as it "
            "holds its codes.",
        )
        for name in SHEETS
    }


def test_two_sheets_that_hold_the_same_keys_are_not_guessed_at(tmp_path: Path) -> None:
    sheets = {**SHEETS, "Rekap": ((),), "A": RECAP, "B": RECAP}
    del sheets["Rekap"]
    submission = read_sheets(tmp_path, sheets)
    assert codes(submission) == ["sheet-twice"]
    assert "masuk" not in submission.answers


def test_without_headings_keys_and_labels_tell_the_columns(tmp_path: Path) -> None:
    submission = read_sheets(tmp_path, {**SHEETS, "Rekap": RECAP[1:]})
    assert values(submission) == MEANT
    assert told(submission) == [
        (
            "Judul kolom di lembar “Rekap” tidak lengkap; kolom A dibaca sebagai kode "
            "dan kolom C sebagai isian, sesuai isinya.",
            "The headings of the sheet “Rekap” are not complete; column A was read as "
            "codes and column C as answers, by what they hold.",
        )
    ]


def test_without_headings_and_labels_nothing_is_guessed(tmp_path: Path) -> None:
    bare = tuple((key, answer) for key, _, answer in RECAP[1:])
    submission = read_sheets(tmp_path, {**SHEETS, "Rekap": bare})
    assert codes(submission) == ["header-missing"]


def test_the_same_answer_twice_is_used_once(tmp_path: Path) -> None:
    rows = (*RECAP, ("masuk", "", "273 laporan"))
    submission = read_sheets(tmp_path, {**SHEETS, "Rekap": rows})
    assert values(submission) == MEANT
    assert told(submission) == [
        (
            "Kode “masuk” diisi lebih dari sekali dengan isian yang sama (C2, C8); "
            "dipakai sekali.",
            "The code “masuk” has the same answer more than once (C2, C8); it was used "
            "once.",
        )
    ]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("273 laporan", 273),
        ("２７３", 273),
        ("1.273", 1273),
        ("273\u00a0", 273),
        ("273.0", 273),
        (" 273 LAPORAN.", None),
        ("10²", None),
        ("273 orang", None),
    ],
)
def test_a_count_may_be_a_text_with_its_unit(
    tmp_path: Path, *, cell: str, value: int | None
) -> None:
    assert read_form_of(tmp_path, masuk=cell).answers["masuk"].value == value


@pytest.mark.parametrize(
    ("word", "means"),
    [
        *(
            (word, True)
            for word in ("Ya", "ADA", "v", "✓", "✔️", "Sudah ada", "yes", "√")
        ),
        *((word, False) for word in ("Tidak", "belum", "Tidak ada", "T", "no")),
        *((word, None) for word in ("x", "mungkin", "ya/tidak", "1", "0")),
    ],
)
def test_yes_and_no_are_the_shipped_rubrics_words(
    word: str, means: bool | None
) -> None:
    sheet = Sheet(FILE, "Dokumen", (HEADER, ("sk_tim.ada", "", word)))
    read_back = read_form(Workbook(FILE, (sheet,)), shipped("rubric"))
    assert read_back.answers["sk_tim.ada"].value is means


@pytest.mark.parametrize("dash", ["-", " — "])
def test_a_dash_is_a_blank(tmp_path: Path, dash: str) -> None:
    submission = read_form_of(tmp_path, masuk=dash, ada=dash, sk_tanggal=dash)
    assert sorted(submission.answers) == ["code", "name"]
    assert submission.problems == ()


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (
            "03/04/2025",
            (
                "Isian “SK tim: Tanggal” dapat dibaca dengan dua cara: “03/04/2025”, "
                "hari dahulu atau bulan dahulu.",
                "The answer “Team decree: Date” can be read in two ways: “03/04/2025”, "
                "day first or month first.",
            ),
        ),
        (
            "9 Jan 25",
            (
                "Tahun pada isian “SK tim: Tanggal” hanya dua angka: “9 Jan 25”.",
                "The answer “Team decree: Date” has a year of two digits: “9 Jan 25”.",
            ),
        ),
        (
            "31 Februari 2025",
            (
                "Tanggal pada isian “SK tim: Tanggal” tidak ada dalam kalender: “31 "
                "Februari 2025”.",
                "The date of the answer “Team decree: Date” is in no calendar: “31 "
                "Februari 2025”.",
            ),
        ),
    ],
)
def test_a_date_that_cannot_be_had_says_why(
    tmp_path: Path, *, cell: str, words: tuple[str, str]
) -> None:
    submission = read_form_of(tmp_path, sk_tanggal=cell)
    assert told(submission) == [words]
    assert submission.answers["sk.tanggal"].value is None


def with_formula(formula: str, stored: object) -> bytes:
    """Make a form whose total is a formula with a stored result."""
    file = io.BytesIO()
    book = Book(file, {"in_memory": True})
    for name, rows in SHEETS.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write(number, column, value)
    recap = book.get_worksheet_by_name("Rekap")
    recap.write_formula("C2", formula, None, stored)
    book.close()
    return file.getvalue()


def test_an_outdated_result_is_worked_out_again(tmp_path: Path) -> None:
    content = with_formula("=SUM(C3:C5)", 250)
    submission = read(tmp_path, {FILE: content}).submissions[0]
    assert submission.answers["masuk"].value == 273
    assert told(submission) == [
        (
            "Nilai tersimpan pada isian “Laporan masuk” adalah 250, tetapi rumusnya "
            "(=SUM(C3:C5)) menghasilkan 273; 273 yang dipakai.",
            "The stored value of the answer “Received” is 250, but its formula "
            "(=SUM(C3:C5)) gives 273; 273 was used.",
        )
    ]


def test_a_result_that_is_right_is_nothing_to_tell(tmp_path: Path) -> None:
    content = with_formula("=C3+C4", 273)
    assert read(tmp_path, {FILE: content}).submissions[0].problems == ()


def test_a_formula_without_result_is_worked_out(tmp_path: Path) -> None:
    submission = read_form_of(tmp_path, masuk="=C3+C4", selesai=271, proses=2)
    assert submission.answers["masuk"].value == 273
    assert told(submission) == [
        (
            "Rumus pada isian “Laporan masuk” belum pernah dihitung (=C3+C4); "
            "hasilnya, 273, dihitung di sini dan dipakai.",
            "The formula of the answer “Received” was never calculated (=C3+C4); its "
            "result, 273, was worked out here and used.",
        )
    ]


def test_a_percentage_without_result_keeps_the_sign_of_its_cell(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(with_formula("=C3+C4", 273)))
    cell = book["Rekap"]["C6"]
    cell.value, cell.number_format = "=C3/C2", "0.00%"
    file = io.BytesIO()
    book.save(file)
    submission = read(tmp_path, {FILE: file.getvalue()}).submissions[0]
    assert submission.answers["persen"].value == Fraction(repr(271 / 273)) * 100
    assert "0,9926" not in str(told(submission))


def test_a_count_is_refused_as_it_is_not_as_its_format_rounds_it(
    tmp_path: Path,
) -> None:
    content = workbook(
        {name: table(rows) for name, rows in SHEETS.items() if name != "Rekap"}
        | {"Rekap": {**table(RECAP), "C4": (2.5, "0")}}
    )
    (found,) = read(tmp_path, {FILE: content}).submissions[0].problems
    assert found.message.en == "The answer “In process” is not a whole number: “2,5”."


def test_characters_that_nobody_sees_spoil_no_number(tmp_path: Path) -> None:
    unseen = {"masuk": "\u200b273", "selesai": "271\u00a0\ufeff", "proses": "\u20602"}
    submission = read_form_of(tmp_path, **unseen)
    assert [submission.answers[key].value for key in unseen] == [273, 271, 2]
    assert submission.problems == ()


def test_merged_cells_are_read_where_they_begin(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(with_formula("=271+2", 273)))
    book["Rekap"].merge_cells("C2:F2")
    book["Rekap"].merge_cells("A1:A1")
    book["Jawaban"].merge_cells("B2:B4")
    file = io.BytesIO()
    book.save(file)
    submission = read(tmp_path, {FILE: file.getvalue()}).submissions[0]
    assert values(submission)["masuk"] == 273
    assert submission.answers["ada"].value is True


def test_one_merged_cell_for_two_answers_is_said(tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(form(selesai=271, masuk=273)))
    book["Rekap"].merge_cells("C3:C4")
    file = io.BytesIO()
    book.save(file)
    submission = read(tmp_path, {FILE: file.getvalue()}).submissions[0]
    assert told(submission) == [
        (
            "Sel isian “Dalam proses” digabung dengan sel C3 (“271”), sehingga tidak "
            "dapat diketahui isiannya sendiri.",
            "The cell of the answer “In process” is merged with cell C3 (“271”), so "
            "that its own answer cannot be known.",
        )
    ]
    assert submission.answers["proses"].value is None
    assert submission.answers["proses"].location.cell == "C4"


FIGURES = {"A1": 271, "A2": 2, "A3": "x", "A5": 0.1, "A6": 0.2, "A7": CellError("#N/A")}


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("A1+A2", 273),
        ("=A1-A2*3", 265),
        ("(A1+A2)/3", 91),
        ("-A2+50%", Fraction("-1.5")),
        ("SUM(A1:A4,10)", 283),
        ("ROUND(A1/(A1+A2)*100,2)", Fraction("99.27")),
        ("ROUND(2.675,2)", Fraction("2.68")),
        ("AVERAGE(A1:A3)", Fraction("136.5")),
        ("MAX(A1:A2)-MIN(A1:A2)", 269),
        ("A5+A6", Fraction("0.3")),
        ("$A$1+'Lain lain'!B1", 278),
        ("SUM([.A1:.A4];10)", 283),
        ("[.A1]+[$'Lain lain'.B1]", 278),
        ("[.A1]+['file:///x'#$Rekap.B1]", None),
        ("Lain!B1", None),
        ("A3+1", None),
        ("A4+1", 1),
        ("A7+1", None),
        ("A1/0", None),
        ("A1/A4", None),
        ("IF(A1>0,1,2)", None),
        ("A1^2", None),
        ("SUM(A1:XFD1048576)", None),
        ("A1:A2", None),
        ("(A1", None),
        ("A1 A2", None),
        ("B1", None),
        ("1+", None),
        ("", None),
        ("(" * 500 + "1" + ")" * 500, None),
    ],
)
def test_simple_formulas_are_worked_out_exactly(formula: str, result: Any) -> None:
    rows = tuple((FIGURES.get(f"A{row}"),) for row in range(1, 8))
    formulas = {(8, 1): formula, (1, 2): "B2", (2, 2): "B1"}
    sheet = Sheet("a.xlsx", "Rekap", rows, formulas=formulas)
    other = Sheet("a.xlsx", "Lain Lain", ((None, 7),))
    assert worked_out(Workbook("a.xlsx", (sheet, other)), sheet, (8, 1)) == result


@settings(max_examples=300, deadline=None)
@given(st.text("AB12+-*/(),%:!$'. SUMROND^&<>\"", max_size=30))
def test_any_formula_is_worked_out_or_left_alone(formula: str) -> None:
    sheet = Sheet("a.xlsx", "Rekap", ((1, 2), (3, 4)), formulas={(3, 1): formula})
    result = worked_out(Workbook("a.xlsx", (sheet,)), sheet, (3, 1))
    assert result is None or isinstance(result, Fraction)


def test_formulas_that_double_and_double_are_worked_out_once_each() -> None:
    formulas = {(row, 1): f"A{row - 1}+A{row - 1}" for row in range(2, 30)}
    sheet = Sheet("a.xlsx", "Rekap", ((1,),), formulas=formulas)
    assert worked_out(Workbook("a.xlsx", (sheet,)), sheet, (29, 1)) == 2**28


@settings(max_examples=60, deadline=None)
@given(
    order=st.permutations(range(4)),
    shuffled=st.permutations(range(6)),
    above=st.integers(0, 30),
    left=st.integers(0, 6),
    gap=st.integers(0, 3),
    recase=st.sampled_from([str.upper, str.lower, str.title, " {}\n".format]),
)
def test_moving_shuffling_and_recasing_change_no_answer(
    *,
    order: list[int],
    shuffled: list[int],
    above: int,
    left: int,
    gap: int,
    recase: Any,
) -> None:
    def moved(rows: tuple[tuple[Any, ...], ...]) -> tuple[tuple[Any, ...], ...]:
        head, *body = ((*row, None)[:4] if len(row) < 4 else row for row in rows)
        if len(body) == len(shuffled):
            body = [body[index] for index in shuffled]
        lines = [tuple(recase(head[index]) for index in order)]
        for row in body:
            full = (*row, *(None,) * (4 - len(row)))
            lines += [()] * gap
            lines.append(tuple(full[index] for index in order))
        return ((),) * above + tuple(((None,) * left + line) for line in lines)

    sheets = tuple(Sheet(FILE, name, moved(rows)) for name, rows in SHEETS.items())
    answers = read_form(Workbook(FILE, sheets), small_rubric())
    assert {key: each.value for key, each in answers.answers.items()} == MEANT
    assert answers.problems == ()


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(1, 9), st.integers(1, 5)),
        st.one_of(
            st.sampled_from(["Kode", "Isian", "masuk", "ada", "code", "name", "-"]),
            st.text(max_size=6),
            st.floats(),
            st.booleans(),
            st.sampled_from([CellError("#REF!"), CellError("")]),
        ),
    )
)
def test_any_cells_at_all_are_read_without_failing(cells: dict[Any, Any]) -> None:
    rows = tuple(
        tuple(cells.get((row, column)) for column in range(1, 6))
        for row in range(1, 10)
    )
    sheets = tuple(Sheet(FILE, name, rows) for name in (*SHEETS, "Lain"))
    read_form(Workbook(FILE, sheets), small_rubric())


def test_positions_are_a1() -> None:
    assert position("C8") == (8, 3)
    assert form(masuk=1)
