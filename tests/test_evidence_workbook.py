"""Workbooks: every cell with its position; what is no workbook says so."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from scorecard.errors import Problem
from scorecard.evidence.workbook import (
    CellError,
    Value,
    Workbook,
    column_letters,
    open_workbook,
)
from tests.workbooks import changed_part, workbook


def opened(tmp_path: Path, content: bytes, name: str = "a.xlsx") -> Workbook | Problem:
    (tmp_path / name).write_bytes(content)
    return open_workbook(tmp_path / name, name)


def refused(tmp_path: Path, content: bytes, name: str = "a.xlsx") -> Problem:
    found = opened(tmp_path, content, name)
    assert isinstance(found, Problem)
    return found


def grid(book: Workbook | Problem) -> list[list[Value]]:
    """Give the rows of the only sheet, blanks as None."""
    assert isinstance(book, Workbook)
    (sheet,) = book.sheets
    return [[None if each == "" else each for each in row] for row in sheet.rows]


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
    assert grid(book) == [[CellError("#REF!"), CellError("")]]


def test_a_formula_with_an_empty_result_is_blank(tmp_path: Path) -> None:
    content = workbook({"R": {"A1": '=""', "B1": 1}})
    part = "xl/worksheets/sheet1.xml"
    new = b'<c r="A1" t="str"><f>""</f><v></v></c>'
    written = (b"<v />", b"<v/>", b"<v></v>")
    changes = [(b'<c r="A1"><f>""</f>' + each + b"</c>", new) for each in written]
    book = opened(tmp_path, changed_part(content, part, *changes))
    assert grid(book) == [[None, 1]]


def test_control_characters_do_not_come_in(tmp_path: Path) -> None:
    content = workbook({"R": {"A1": "Kepulauan\u0301"}})
    book = opened(tmp_path, content)
    assert isinstance(book, Workbook)
    assert book.sheets[0].value(1, 1) == "Kepulauań"


def test_sheets_are_found_by_folded_name(tmp_path: Path) -> None:
    book = opened(tmp_path, workbook({" rekap ": {"A1": 1}, "Lain": {"A1": 2}}))
    assert isinstance(book, Workbook)
    assert [sheet.name for sheet in book.named("REKAP", "Recap")] == [" rekap "]


def test_broken_xml_is_a_problem(tmp_path: Path) -> None:
    content = workbook({"R": {"A1": 1}})
    part = "xl/worksheets/sheet1.xml"
    broken = changed_part(content, part, (b"<sheetData>", b"<sheetD"))
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
        assert grid(book) == [["Laporan", 271, None], [None, None, 3.9]]


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
