"""Hostile workbooks: each limit is a Problem with the limit and the figure seen."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import fields
from pathlib import Path

import pytest
import xlsxwriter

from benchmarks import strange_workbooks
from scorecard.errors import Problem
from scorecard.evidence.files import FileBytes
from scorecard.evidence.limits import BOUNDS, LIMITS, Limits
from scorecard.evidence.workbook import Workbook, parse_workbook
from tests.workbooks import changed_part, ods, workbook, zipped

ROOT = Path(__file__).parent.parent
SHEET = "xl/worksheets/sheet1.xml"
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _with_shared_texts() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.add_worksheet("R").write_row("A1", ["teks", 2])
    return file.getvalue()


BOOK = _with_shared_texts()


def refused(content: bytes, name: str = "a.xlsx") -> Problem:
    found = parse_workbook(FileBytes(name, content))
    assert isinstance(found, Problem)
    return found


def with_part(part: str, data: bytes) -> bytes:
    """Replace a part of the small workbook, compressed."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(BOOK)) as source,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, data if name == part else source.read(name))
    return file.getvalue()


def sheet(rows: str) -> bytes:
    """Replace the rows of the small workbook."""
    xml = f'<worksheet xmlns="{NAMESPACE}"><sheetData>{rows}</sheetData></worksheet>'
    return with_part(SHEET, xml.encode())


def too_large(found: Problem) -> tuple[str, str]:
    assert found.code == "workbook-too-large"
    return found.message.id, found.message.en


def test_too_many_parts_are_refused_before_they_are_listed() -> None:
    content = zipped(BOOK, {f"xl/{n}.xml": b"" for n in range(LIMITS.entries)})
    found = too_large(refused(content))
    assert found == (
        "Buku kerja melampaui batas: jumlah bagian 1.010, paling banyak 1.000; tidak "
        "dibaca.",
        "The workbook exceeds a limit: parts 1,010, at most 1,000; it was not read.",
    )


def test_a_part_that_unpacks_a_hundredfold_is_refused() -> None:
    found = too_large(refused(sheet("<row/>" * 400_000)))
    assert re.fullmatch(
        r"The workbook exceeds a limit: compression of a part \(times\) \d+, at most "
        r"100; it was not read\.",
        found[1],
    )


def test_a_part_that_unpacks_beyond_its_limit_is_refused() -> None:
    size = LIMITS.part + 1
    found = too_large(refused(_declaring(BOOK, size)))
    assert found[0] == (
        "Buku kerja melampaui batas: ukuran satu bagian setelah dibuka (byte) "
        "104.857.601, paling banyak 104.857.600; tidak dibaca."
    )


def test_parts_that_declare_less_than_they_hold_are_damaged() -> None:
    assert refused(_declaring(BOOK, 10)).code == "workbook-unreadable"


def test_parts_that_overlap_are_refused() -> None:
    content = bytearray(BOOK)
    second = content.find(b"PK\x01\x02", content.find(b"PK\x01\x02") + 4)
    content[second + 42 : second + 46] = (1).to_bytes(4, "little")
    found = refused(bytes(content))
    assert (found.code, found.message.en) == (
        "workbook-unsafe",
        "The workbook was refused because its structure is not sound: its parts "
        "overlap.",
    )


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_parts_of_one_name_are_refused() -> None:
    found = refused(zipped(BOOK, {SHEET: b"<worksheet/>"}))
    assert found.code == "workbook-unsafe"
    assert found.message.id == (
        "Buku kerja ditolak karena susunannya tidak wajar: bagian “xl/worksheets/"
        "sheet1.xml” ada dua kali."
    )


@pytest.mark.parametrize("comment", [0, 100_000])
def test_entities_are_refused(comment: int) -> None:
    text = f"<!--{'x' * comment}-->"
    bomb = (
        f'<?xml version="1.0"?>{text}<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c '
        f'"&b;&b;">]><worksheet xmlns="{NAMESPACE}"><sheetData><row r="1"><c r="A1" '
        't="str"><v>&c;</v></c></row></sheetData></worksheet>'
    )
    found = refused(with_part(SHEET, bomb.encode()))
    assert found.code == "workbook-unsafe"
    assert found.message.en == (
        "The workbook was refused because its structure is not sound: its XML declares "
        "entities (DOCTYPE)."
    )


def test_deep_nesting_is_refused() -> None:
    found = too_large(refused(sheet("<x>" * 200 + "</x>" * 200)))
    assert found[1] == (
        "The workbook exceeds a limit: levels of nested XML 65, at most 64; it was not "
        "read."
    )


def test_a_lone_far_cell_is_refused() -> None:
    found = refused(workbook({"R": {"A1": 1, "XFD1048576": 1}}))
    assert too_large(found)[0] == (
        "Buku kerja melampaui batas: sel dari A1 sampai sel terisi terakhir "
        "17.179.869.184, paling banyak 5.000.000; tidak dibaca."
    )
    assert str(found.location) == "a.xlsx › R"


def test_a_far_cell_that_is_only_formatted_harms_nobody() -> None:
    content = sheet(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" '
        's="0"/></row>'
    )
    book = parse_workbook(FileBytes("a.xlsx", content))
    assert isinstance(book, Workbook)
    assert [list(row) for row in book.sheets[0].rows] == [[1]]


def test_many_sheets_are_measured_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorecard.evidence.sheet_xml.LIMITS", Limits(whole_scan=0))
    cells = {"A1": 1, "Z60000": 1}
    found = refused(workbook({"R": cells, "S": cells, "T": cells, "U": cells}))
    assert too_large(found)[1] == (
        "The workbook exceeds a limit: cells from A1 to the last filled one 6,240,000, "
        "at most 5,000,000; it was not read."
    )


def test_a_million_empty_formatted_rows_are_no_rows() -> None:
    rows = "".join(f'<row r="{n}" s="1"/>' for n in range(2, 1_000_000))
    content = sheet('<row r="1"><c r="A1"><v>1</v></c></row>' + rows)
    book = parse_workbook(FileBytes("a.xlsx", content))
    assert isinstance(book, Workbook)
    assert len(book.sheets[0].rows) == 1


def test_a_count_of_shared_texts_that_is_a_lie_is_refused() -> None:
    part = "xl/sharedStrings.xml"
    lying = re.sub(rb'uniqueCount="\d+"', b'uniqueCount="4294967295"', _texts())
    found = refused(with_part(part, lying))
    assert found.code == "workbook-unsafe"
    assert found.message.id == (
        "Buku kerja ditolak karena susunannya tidak wajar: menyatakan 4.294.967.295 "
        "teks bersama, isinya 1."
    )


def test_a_small_lie_about_shared_texts_is_corrected() -> None:
    lying = re.sub(rb'uniqueCount="\d+"', b'uniqueCount="4000000"', _texts())
    book = parse_workbook(FileBytes("a.xlsx", with_part("xl/sharedStrings.xml", lying)))
    assert isinstance(book, Workbook)
    assert book.sheets[0].value(1, 1) == "teks"


def test_a_long_text_in_very_many_cells_is_refused() -> None:
    texts = f'<sst xmlns="{NAMESPACE}"><si><t>{_noise(60_000)}</t></si></sst>'
    cells = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 12_001)
    )
    content = sheet(cells)
    content = changed_part(content, "xl/sharedStrings.xml", (_texts(), texts.encode()))
    found = too_large(refused(content))
    assert found[1].startswith(
        "The workbook exceeds a limit: size of all texts in cells (bytes) 720,"
    )


def test_repeated_cells_of_an_open_document_are_counted_before_unfolding() -> None:
    content = ods(
        '<table:table table:name="R"><table:table-row table:number-rows-repeated='
        '"1000000"><table:table-cell table:number-columns-repeated="1000" '
        'office:value-type="float" office:value="1"/></table:table-row></table:table>'
    )
    assert too_large(refused(content, "a.ods"))[1] == (
        "The workbook exceeds a limit: cells from A1 to the last filled one "
        "1,000,000,000, at most 5,000,000; it was not read."
    )


def test_repeated_formatted_blanks_of_an_open_document_are_nothing() -> None:
    content = ods(
        '<table:table table:name="R"><table:table-row><table:table-cell '
        'table:number-columns-repeated="99999999" office:value-type="percentage"/>'
        "</table:table-row></table:table>"
    )
    book = parse_workbook(FileBytes("a.ods", content))
    assert isinstance(book, Workbook)
    assert (list(book.sheets[0].rows), dict(book.sheets[0].formats)) == ([], {})


def test_a_text_of_endless_spaces_is_refused() -> None:
    spaces = '<text:s text:c="1000"/>' * 1_001
    content = ods(
        '<table:table table:name="R"><table:table-row><table:table-cell '
        f'office:value-type="string"><text:p>{spaces}</text:p></table:table-cell>'
        "</table:table-row></table:table>"
    )
    assert too_large(refused(content, "a.ods"))[0] == (
        "Buku kerja melampaui batas: panjang teks satu sel (karakter) 1.001.000, "
        "paling banyak 1.000.000; tidak dibaca."
    )


def test_the_table_of_strange_workbooks_tells_read_from_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.xlsx").write_bytes(BOOK)
    (tmp_path / "b.xls").write_bytes(b"%PDF-1.7")
    (tmp_path / "c.csv").write_bytes(b"a;b\n1;2\n")
    assert strange_workbooks.main(tmp_path, 1) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()[:5]] == [
        ["read", "2"],
        ["refused", "1"],
        ["crashed", "0"],
        ["timed-out", "0"],
        ["out-of-memory", "0"],
    ]


def test_a_pdf_that_is_a_zip_too_is_no_workbook() -> None:
    found = refused(b"%PDF-1.7\n" + BOOK)
    assert found.code == "workbook-format-unsupported"


def test_every_limit_is_documented_with_its_figure() -> None:
    text = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
    # Each with what it bounds, in words.
    rows = r"^\| `([\w.]+)` \| ([\d,]+) \| \w.+ \|$"
    stated = dict(re.findall(rows, text, re.MULTILINE))
    real = {
        **{each.name: getattr(LIMITS, each.name) for each in fields(LIMITS)},
        **{
            f"bounds.{each.name}": getattr(BOUNDS, each.name) for each in fields(BOUNDS)
        },
    }
    assert {key: int(value.replace(",", "")) for key, value in stated.items()} == real


def _texts() -> bytes:
    with zipfile.ZipFile(io.BytesIO(BOOK)) as archive:
        return archive.read("xl/sharedStrings.xml")


def _noise(length: int) -> str:
    return "".join(chr(97 + (n * n * 7 + n // 26) % 26) for n in range(length))


def _declaring(content: bytes, size: int) -> bytes:
    """Change the size that the directory declares for the sheet."""
    changed = bytearray(content)
    start = 0
    while (start := changed.find(b"PK\x01\x02", start)) >= 0:
        if SHEET.encode() in changed[start + 46 : start + 90]:
            changed[start + 24 : start + 28] = size.to_bytes(4, "little")
        start += 4
    return bytes(changed)
