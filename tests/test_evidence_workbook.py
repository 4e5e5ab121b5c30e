"""Workbooks: every cell with its position; what is no workbook says so."""

from __future__ import annotations

import io
import os
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from scorecard.errors import Problem
from scorecard.evidence.workbook import (
    CellError,
    Workbook,
    column_letters,
    open_workbook,
)
from tests.workbooks import workbook


def opened(tmp_path: Path, content: bytes, name: str = "a.xlsx") -> Workbook | Problem:
    (tmp_path / name).write_bytes(content)
    return open_workbook(tmp_path / name, name)


def refused(tmp_path: Path, content: bytes, name: str = "a.xlsx") -> Problem:
    found = opened(tmp_path, content, name)
    assert isinstance(found, Problem)
    return found


def test_cells_keep_their_positions_types_and_formats(tmp_path: Path) -> None:
    cells = {
        "D14": 271,
        "B2": "  Ya\n",
        "C3": (0.9927, "0.00%"),
        "A5": datetime(2025, 1, 31),
        "E6": True,
        "F7": 3.9,
    }
    book = opened(tmp_path, workbook({"Rekap": cells}))
    assert isinstance(book, Workbook)
    (sheet,) = book.sheets
    assert sheet.value(14, 4) == 271
    assert sheet.value(2, 2) == "  Ya\n"
    assert sheet.value(5, 1) == datetime(2025, 1, 31)
    assert sheet.value(6, 5) is True
    assert sheet.value(99, 99) is None
    cell = sheet.cell(3, 3)
    assert (cell.value, cell.number_format) == (0.9927, "0.00%")
    assert str(cell.location) == "a.xlsx › Rekap › C3"
    assert sheet.at(12, 14, 284).cell == "N12:N284"


def test_error_cells_and_uncalculated_formulas_are_not_blank(tmp_path: Path) -> None:
    book = opened(tmp_path, workbook({"R": {"A1": "#REF!", "B1": "=1+1", "C1": None}}))
    assert isinstance(book, Workbook)
    assert book.sheets[0].rows == ((CellError("#REF!"), CellError("")),)


def test_a_formula_with_an_empty_result_is_blank(tmp_path: Path) -> None:
    content = workbook({"R": {"A1": '=""', "B1": 1}})
    old, new = (
        b'<c r="A1"><f>""</f><v /></c>',
        b'<c r="A1" t="str"><f>""</f><v></v></c>',
    )
    book = opened(tmp_path, _replaced(content, "xl/worksheets/sheet1.xml", old, new))
    assert isinstance(book, Workbook)
    assert book.sheets[0].rows == ((None, 1),)


def test_control_characters_do_not_come_in(tmp_path: Path) -> None:
    content = workbook({"R": {"A1": "Kepulauan\u0301"}})
    book = opened(tmp_path, content)
    assert isinstance(book, Workbook)
    assert book.sheets[0].value(1, 1) == "Kepulauań"


def test_sheets_are_found_by_folded_name(tmp_path: Path) -> None:
    book = opened(tmp_path, workbook({" rekap ": {"A1": 1}, "Lain": {"A1": 2}}))
    assert isinstance(book, Workbook)
    assert [sheet.name for sheet in book.named("REKAP", "Recap")] == [" rekap "]


@pytest.mark.parametrize(
    ("content", "reason_id", "reason_en"),
    [
        (b"", "berkas kosong", "the file is empty"),
        (
            b"%PDF-1.7",
            "isinya bukan buku kerja .xlsx",
            "it does not hold an .xlsx workbook",
        ),
        (
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            "berkas dilindungi kata sandi",
            "the file is protected by a password",
        ),
        (
            workbook({"R": {"A1": 1}})[:-100],
            "berkas terpotong atau rusak",
            "the file is cut short or damaged",
        ),
    ],
)
def test_what_is_no_workbook_says_why(
    tmp_path: Path, content: bytes, reason_id: str, reason_en: str
) -> None:
    found = refused(tmp_path, content)
    assert found.code == "workbook-unreadable"
    assert found.severity == "error"
    assert found.message.id == f"Buku kerja tidak dapat dibaca: {reason_id}."
    assert found.message.en == f"The workbook cannot be read: {reason_en}."
    assert found.repair.id == (
        "Buka berkas di program lembar kerja, hapus kata sandinya bila ada, simpan "
        "ulang sebagai buku kerja .xlsx, lalu kirim kembali."
    )


def test_another_zip_is_no_workbook(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    found = refused(tmp_path, file.getvalue())
    assert found.message.en == (
        "The workbook cannot be read: it does not hold an .xlsx workbook."
    )


def test_broken_xml_is_a_problem(tmp_path: Path) -> None:
    content = workbook({"R": {"A1": 1}})
    broken = _replaced(content, "xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetD")
    assert refused(tmp_path, broken).code == "workbook-unreadable"


@pytest.mark.parametrize("flip", range(40, 4000, 131))
def test_a_flipped_byte_never_changes_a_value_silently(
    tmp_path: Path, flip: int
) -> None:
    content = workbook({"R": {"A1": "Laporan", "B1": 271, "C2": 3.9}})
    flipped = bytearray(content)
    flipped[flip % len(content)] ^= 0x10
    book = opened(tmp_path, bytes(flipped))
    if isinstance(book, Workbook):
        assert [sheet.rows for sheet in book.sheets] == [
            (("Laporan", 271, None), (None, None, 3.9))
        ]


def test_other_endings_say_what_to_do(tmp_path: Path) -> None:
    found = refused(tmp_path, b"a;b", "rekap.csv")
    assert found.code == "workbook-format-unsupported"
    assert found.expected.id == "buku kerja .xlsx"
    assert found.repair.en == (
        "Open the file in a spreadsheet program, save it as an .xlsx workbook and send "
        "it again."
    )


def test_a_lone_far_cell_is_refused(tmp_path: Path) -> None:
    found = refused(tmp_path, workbook({"R": {"A1": 1, "XFD1048576": 1}}))
    assert found.code == "workbook-too-large"
    assert "5.000.000 sel" in found.message.id
    assert "5,000,000 cells" in found.message.en


def test_links_and_pipes_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "real.xlsx").write_bytes(workbook({"R": {"A1": 1}}))
    (tmp_path / "link.xlsx").symlink_to(tmp_path / "real.xlsx")
    os.mkfifo(tmp_path / "pipe.xlsx")
    for name in ("link.xlsx", "pipe.xlsx"):
        found = open_workbook(tmp_path / name, name)
        assert isinstance(found, Problem)
        assert found.code == "file-not-regular"


def test_column_letters_are_those_of_spreadsheets() -> None:
    assert [column_letters(n) for n in (1, 26, 27, 52, 703, 16384)] == [
        *("A", "Z", "AA", "AZ", "AAA", "XFD")
    ]


def _replaced(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(file, "w") as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                assert old in data, data
                data = data.replace(old, new)
            target.writestr(name, data)
    return file.getvalue()
