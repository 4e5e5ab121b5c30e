"""Values written oddly in a worksheet's XML are read as they are, or refused."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from xlsxwriter import Workbook as Book

from scorecard.errors import Problem
from scorecard.evidence.workbook import Value, Workbook, open_workbook
from tests.workbooks import changed_part

SHEET = "xl/worksheets/sheet1.xml"


def shared() -> bytes:
    """Make a workbook of shared texts: zero, one, two in A1:A3, and 271 in A4."""
    file = io.BytesIO()
    book = Book(file)
    sheet = book.add_worksheet("Rekap")
    for row, value in enumerate(["zero", "one", "two", 271]):
        sheet.write(row, 0, value)
    book.close()
    return file.getvalue()


def opened(tmp_path: Path, before: bytes, after: bytes) -> Workbook | Problem:
    path = tmp_path / "a.xlsx"
    path.write_bytes(changed_part(shared(), SHEET, (before, after)))
    return open_workbook(path, "a.xlsx")


def column(book: Workbook | Problem) -> list[Value]:
    assert isinstance(book, Workbook)
    return [row[0] for row in book.sheets[0].rows]


@pytest.mark.parametrize(
    "value",
    [
        b"<v> 2 </v>",
        b"<v>2 </v>",
        b"<v>\n\t2\n</v>",
        b'<v xml:space="preserve"> 2</v>',
        b"<v><![CDATA[2]]></v>",
        b"<v>&#50;</v>",
        b"<v>&#x32;</v>",
        b"<v><!-- two -->2</v>",
        b"<v>02</v>",
    ],
)
def test_the_number_of_a_shared_text_is_read_however_it_is_written(
    tmp_path: Path, value: bytes
) -> None:
    book = opened(tmp_path, b"<v>2</v>", value)
    assert column(book) == ["zero", "one", "two", 271]


@pytest.mark.parametrize("value", [b"x", b"+2", b"-1", b"2.0", b"2x", b"9" * 30])
def test_a_number_of_no_shared_text_is_refused(tmp_path: Path, value: bytes) -> None:
    found = opened(tmp_path, b"<v>2</v>", b"<v>" + value + b"</v>")
    assert isinstance(found, Problem)
    assert found.code == "workbook-unreadable"


@pytest.mark.parametrize("value", [b"<![CDATA[271]]>", b"2&#55;1", b"27<!-- 9 -->1"])
def test_a_number_is_not_blanked_by_how_it_is_written(
    tmp_path: Path, value: bytes
) -> None:
    book = opened(tmp_path, b"<v>271</v>", b"<v>" + value + b"</v>")
    assert column(book) == ["zero", "one", "two", 271]
