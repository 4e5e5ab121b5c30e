"""The archive that readers are handed is a sound zip, whoever opens it."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from scorecard.evidence.canonical import canonical_archive

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _sheet(value: int) -> bytes:
    return (
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>{value}</v></c>'
        '<c r="B1" t="s"><v>0</v></c></row></sheetData></worksheet>'
    ).encode()


def _archive() -> bytes:
    texts = f'<sst xmlns="{MAIN}"><si><t>Ya</t></si></sst>'.encode()
    styles = f'<styleSheet xmlns="{MAIN}"/>'.encode()
    return canonical_archive([_sheet(271), _sheet(2)], texts, styles, from_1904=False)


def test_every_part_has_its_size_and_checksum() -> None:
    with zipfile.ZipFile(io.BytesIO(_archive())) as archive:
        assert archive.testzip() is None
        assert archive.read("xl/worksheets/sheet2.xml") == _sheet(2)
        assert len(archive.namelist()) == len(set(archive.namelist())) == 8


@pytest.mark.filterwarnings("ignore:Workbook contains no stylesheet")
def test_both_readers_find_the_sheets_in_their_order() -> None:
    expected = [[271, "Ya"], [2, "Ya"]]
    fast = CalamineWorkbook.from_filelike(io.BytesIO(_archive()))
    assert [fast.get_sheet_by_index(n).to_python()[0] for n in (0, 1)] == expected
    slow = load_workbook(io.BytesIO(_archive()))
    cells = [[cell.value for cell in sheet[1]] for sheet in slow.worksheets]
    assert cells == expected


def test_the_same_parts_give_the_same_bytes() -> None:
    assert _archive() == _archive()
