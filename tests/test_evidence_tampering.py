"""A form carries the fingerprint of its rubric; what was changed in it is told."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook as Book
from openpyxl import load_workbook

from scorecard.evidence.fingerprint import (
    SHEET,
    FormLabel,
    LockedCell,
    content_digest,
    fingerprint_rows,
    label_digest,
    read_fingerprint,
    rubric_digest,
)
from scorecard.rubric.nouns import Rubric
from tests.evidence_season import form, read, small_rubric

LABELS = (
    FormLabel("Rekap", "masuk", "Laporan masuk"),
    FormLabel("Rekap", "selesai", "Laporan selesai"),
)
LOCKED = (
    LockedCell("Skor", "B2", "60"),
    LockedCell("Skor", "C2", "=IF(Rekap!$C$2>0,Rekap!$C$3/Rekap!$C$2,0)"),
)
TEXT = "f" * 64


def made(
    change: Callable[[Book], object] = lambda book: None, rubric: Rubric | None = None
) -> bytes:
    """Make a form as issue by the scheme's owner, then change it as a sender might."""
    book = load_workbook(BytesIO(form(masuk=10, selesai=9)))
    for row, label in enumerate(LABELS, start=2):
        book["Rekap"].cell(row, 2, label.words)
    score = book.create_sheet("Skor")
    for cell in LOCKED:
        number = cell.content.isdecimal()
        score[cell.cell] = int(cell.content) if number else cell.content
    hidden = book.create_sheet(SHEET)
    hidden.sheet_state = "veryHidden"
    for row in fingerprint_rows(rubric or small_rubric(), TEXT, LABELS, LOCKED):
        hidden.append(row)
    change(book)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def told(tmp_path: Path, content: bytes) -> list[tuple[str, str, str, str]]:
    """Give code, place and both messages of what was found to be altered."""
    reading = read(tmp_path, {"74.71-kota-kendari/borang.xlsx": content})
    return [
        (
            each.code,
            str(each.location).removeprefix("74.71-kota-kendari/"),
            each.message.id,
            each.message.en,
        )
        for each in reading.problems
        if each.code.startswith("form-")
    ]


def test_a_form_that_was_only_filled_is_as_it_was(tmp_path: Path) -> None:
    assert told(tmp_path, made()) == []


def test_a_form_without_fingerprint_is_not_compared(tmp_path: Path) -> None:
    assert told(tmp_path, form(masuk=10)) == []


def test_a_changed_label_is_named_with_its_cell(tmp_path: Path) -> None:
    def change(book: Book) -> None:
        book["Rekap"]["B3"] = "Laporan selesai dan diproses"

    assert told(tmp_path, made(change)) == [
        (
            "form-label-changed",
            "borang.xlsx › Rekap › B3",
            "Uraian untuk kode “selesai” telah diubah menjadi “Laporan selesai dan "
            "diproses”; arti dalam rubrik yang dipakai.",
            "The description of the code “selesai” was changed to “Laporan selesai dan "
            "diproses”; the rubric's own meaning was used.",
        )
    ]


def test_a_row_that_was_moved_keeps_its_label(tmp_path: Path) -> None:
    assert told(tmp_path, made(lambda book: book["Rekap"].insert_rows(1, 3))) == []


def test_case_and_spaces_of_a_label_make_no_difference(tmp_path: Path) -> None:
    def change(book: Book) -> None:
        book["Rekap"]["B2"] = " laporan\nMASUK "

    assert told(tmp_path, made(change)) == []


@pytest.mark.parametrize(
    ("cell", "content"), [("B2", 90), ("C2", "=1"), ("C2", 1), ("B2", None)]
)
def test_a_changed_weight_or_formula_is_named_with_its_cell(
    tmp_path: Path, cell: str, content: object
) -> None:
    def change(book: Book) -> None:
        book["Skor"][cell] = content

    assert told(tmp_path, made(change)) == [
        (
            "form-locked-cell-changed",
            f"borang.xlsx › Skor › {cell}",
            f"Sel terkunci {cell} telah diubah; bobot dan rumus dari rubrik yang "
            "dipakai.",
            f"The locked cell {cell} was changed; the rubric's own weights and "
            "formulas were used.",
        )
    ]


def test_a_deleted_locked_sheet_is_told_once(tmp_path: Path) -> None:
    assert told(tmp_path, made(lambda book: book.remove(book["Skor"]))) == [
        (
            "form-locked-sheet-missing",
            "borang.xlsx",
            "Lembar terkunci “Skor” telah dihapus atau diganti namanya; bobot dan "
            "rumus dari rubrik yang dipakai.",
            "The locked sheet “Skor” was deleted or renamed; the rubric's own weights "
            "and formulas were used.",
        )
    ]


def test_the_form_of_another_rubric_or_edition_is_told_alone(tmp_path: Path) -> None:
    other = small_rubric().model_copy(update={"id": "ombudsman-2023"})
    ((code, place, indonesian, english),) = told(tmp_path / "a", made(rubric=other))
    assert (code, place) == ("form-of-another-rubric", "borang.xlsx")
    assert indonesian == (
        "Borang ini dibuat untuk rubrik “ombudsman-2023”, bukan “smallest”; yang "
        "dipakai adalah rubrik “smallest”."
    )
    assert english == (
        "This form was made for the rubric “ombudsman-2023”, not “smallest”; the "
        "rubric “smallest” was used."
    )
    older = small_rubric().model_copy(update={"edition": "0"})
    ((code, _, indonesian, english),) = told(tmp_path / "b", made(rubric=older))
    assert code == "form-of-another-edition"
    assert indonesian == (
        "Borang ini dibuat untuk edisi 0, bukan 1; yang dipakai adalah rubrik edisi 1."
    )
    assert english == (
        "This form was made for the edition 0, not 1; the rubric of the edition 1 was "
        "used."
    )


def test_a_corrected_rubric_of_the_same_edition_is_a_note(tmp_path: Path) -> None:
    corrected = small_rubric().model_copy(update={"deadline": small_rubric().as_of})
    ((code, _, indonesian, english),) = told(tmp_path, made(rubric=corrected))
    assert code == "form-of-another-text"
    theirs, ours = (rubric_digest(each)[:12] for each in (corrected, small_rubric()))
    assert indonesian == (
        f"Borang ini dibuat dari naskah rubrik yang lain ({theirs}…, kini {ours}…); "
        "yang dipakai adalah rubrik yang sekarang."
    )
    assert english == (
        f"This form was made from another text of the rubric ({theirs}…, now {ours}…); "
        "the present rubric was used."
    )


def test_a_damaged_fingerprint_is_told(tmp_path: Path) -> None:
    def change(book: Book) -> None:
        book[SHEET].delete_rows(1)

    ((code, place, indonesian, english),) = told(tmp_path, made(change))
    assert (code, place) == (
        "form-fingerprint-unreadable",
        f"borang.xlsx › {SHEET}",
    )
    assert indonesian == (
        "Tanda pengenal borang di lembar “_scorecard” rusak, sehingga perubahan pada "
        "borang tidak dapat diperiksa; rubrik sendiri yang dipakai."
    )
    assert english == (
        "The form's fingerprint on the sheet “_scorecard” is damaged, so that changes "
        "to the form cannot be told; the rubric's own was used."
    )


# --- the rows themselves -------------------------------------------------------------


def test_a_fingerprint_comes_back_as_it_was_written() -> None:
    rubric = small_rubric()
    fingerprint = read_fingerprint(fingerprint_rows(rubric, TEXT, LABELS, LOCKED))
    assert fingerprint is not None
    assert (fingerprint.rubric, fingerprint.edition) == (rubric.id, rubric.edition)
    assert fingerprint.sha256 == TEXT
    assert fingerprint.labels["Rekap", "masuk"] == label_digest("Laporan masuk")
    assert fingerprint.constants == {("Skor", "B2"): content_digest("60")}
    assert list(fingerprint.formulas) == [("Skor", "C2")]


@pytest.mark.parametrize(
    "rows",
    [[], [("format", "", "", "scorecard-form/2")], [(), (None, 5), ("x",) * 9]],
)
def test_what_is_no_fingerprint_is_none(rows: list[tuple[object, ...]]) -> None:
    assert read_fingerprint(rows) is None


@pytest.mark.parametrize(
    "written",
    [
        "=if(rekap!C2>0, rekap!C3/rekap!C2, 0)",
        "=IF('Rekap'!$C$2>0;Rekap!$C$3/Rekap!$C$2;0)",
        "=_xlfn.IF(Rekap!C2>0,Rekap!C3/Rekap!C2,0)",
    ],
)
def test_one_formula_may_be_spelt_in_several_ways(written: str) -> None:
    assert content_digest(written) == content_digest(LOCKED[1].content)


def test_the_hidden_fingerprint_is_no_hidden_sheet_to_tell_of(tmp_path: Path) -> None:
    reading = read(tmp_path, {"74.71-kota-kendari/borang.xlsx": made()})
    assert "sheet-hidden" not in [each.code for each in reading.problems]


def test_another_hidden_sheet_is_told(tmp_path: Path) -> None:
    def change(book: Book) -> None:
        book["Skor"].sheet_state = "hidden"

    reading = read(tmp_path, {"74.71-kota-kendari/borang.xlsx": made(change)})
    hidden = [each for each in reading.problems if each.code == "sheet-hidden"]
    assert [each.location.sheet for each in hidden] == ["Skor"]
