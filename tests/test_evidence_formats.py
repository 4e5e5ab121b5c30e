"""Kinds of workbooks: what a file holds decides, and what it holds is said."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from scorecard.errors import Problem
from scorecard.evidence import files
from scorecard.evidence.files import FileBytes, read_file, same_names, set_aside
from scorecard.evidence.sources import find_sources
from scorecard.evidence.workbook import CellError, Value, Workbook, parse_workbook
from scorecard.wording import Text
from tests.workbooks import changed_part, ods, workbook, xls, zipped

TABLE = {"Rekap": {"A1": "Kode", "B1": "Isian", "A2": "masuk", "B2": 271}}
ROWS: list[list[Value]] = [["Kode", "Isian"], ["masuk", 271]]


def parsed(content: bytes, name: str) -> Workbook:
    book = parse_workbook(FileBytes(name, content))
    assert isinstance(book, Workbook), book
    return book


def rows(book: Workbook) -> list[list[Value]]:
    return [list(row) for row in book.sheets[0].rows]


def notes(book: Workbook) -> list[tuple[str, str, str]]:
    return [(each.code, each.message.id, each.message.en) for each in book.notes]


def refused(content: bytes, name: str = "a.xlsx") -> Problem:
    found = parse_workbook(FileBytes(name, content))
    assert isinstance(found, Problem)
    return found


def test_old_workbooks_are_read_with_errors_dates_and_formats() -> None:
    cells = {
        "B2": "Ya",
        "C2": 271.0,
        "D2": (0.9927, "0.00%"),
        "E2": datetime(2025, 1, 31),
        "F2": True,
        "G2": CellError("#N/A"),
    }
    book = parsed(xls({"Rekap": cells}), "a.xls")
    sheet = book.sheets[0]
    assert [list(row)[1:] for row in sheet.rows[1:]] == [
        ["Ya", 271, 0.9927, datetime(2025, 1, 31), True, CellError("#N/A")]
    ]
    assert sheet.cell(2, 4).number_format == "0.00%"
    assert (sheet.name, book.notes) == ("Rekap", ())


def test_open_documents_are_read_with_repeats_errors_and_formats() -> None:
    content = ods(
        '<table:table table:name="Rekap">'
        '<table:table-row table:number-rows-repeated="2"><table:table-cell '
        'table:number-columns-repeated="3"/></table:table-row><table:table-row>'
        '<table:table-cell office:value-type="string"><text:p>dua<text:s '
        'text:c="2"/>spasi</text:p><text:p>baris</text:p><office:annotation>'
        "<text:p>catatan</text:p></office:annotation></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2" office:value-type="float" '
        'office:value="271"><text:p>271</text:p></table:table-cell>'
        '<table:table-cell office:value-type="percentage" office:value="0.9927">'
        "<text:p>99,27%</text:p></table:table-cell>"
        '<table:table-cell office:value-type="date" office:date-value="2025-01-31"/>'
        '<table:table-cell office:value-type="time" office:time-value="PT08H30M00S"/>'
        '<table:table-cell office:value-type="time" office:time-value="PT30H00M00S"/>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
        '<table:table-cell table:formula="of:=NA()" office:value-type="string" '
        'office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p>'
        '</table:table-cell><table:table-cell table:formula="of:=1+1"/>'
        '<table:table-cell table:number-columns-repeated="1000"/>'
        '</table:table-row><table:table-row table:number-rows-repeated="1048573">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        "</table:table>"
    )
    sheet = parsed(content, "a.ods").sheets[0]
    assert [list(row) for row in sheet.rows] == [
        [],
        [],
        [
            *("dua  spasi\nbaris", 271, 271, 0.9927, datetime(2025, 1, 31)),
            *(time(8, 30), timedelta(hours=30), True, CellError("#N/A")),
            CellError(""),
        ],
    ]
    assert sheet.cell(3, 4).number_format == "0.00%"
    assert sheet.formulas == {(3, 9): "NA()", (3, 10): "1+1"}


@pytest.mark.parametrize(
    ("content", "separator", "encoding"),
    [
        (b"Kode;Isian\nmasuk;271", "semicolons (;)", "UTF-8"),
        ("\ufeffKode,Isian\r\nmasuk,271\r\n".encode(), "commas (,)", "UTF-8 (BOM)"),
        ("Kode\tIsian\nmasuk\t271\n".encode("utf-16"), "tabs", "UTF-16"),
        ("Kode\tIsian\nmasuk\t271\n".encode("utf-16-le"), "tabs", "UTF-16"),
        (b"Kode|Isian\nmasuk|271\n", "vertical bars (|)", "UTF-8"),
        (b'sep=;\nKode;Isian\n"masuk";271\n', "semicolons (;)", "UTF-8"),
        (b"\nKode;Isian\nmasuk;271\n", "semicolons (;)", "UTF-8"),
    ],
)
def test_text_tables_say_how_they_were_read(
    content: bytes, separator: str, encoding: str
) -> None:
    book = parsed(content, "rekap.csv")
    assert [row for row in rows(book) if row] == [["Kode", "Isian"], ["masuk", "271"]]
    assert [each.message.en for each in book.notes] == [
        f"The text file was read with {separator} between columns, encoded in "
        f"{encoding}."
    ]
    assert book.sheets[0].name == "rekap"


def test_an_old_windows_encoding_is_recognised() -> None:
    book = parsed("Kode;Isian\nmasuk;“Ya” – café\n".encode("cp1252"), "a.csv")
    assert rows(book)[1] == ["masuk", "“Ya” – café"]
    assert notes(book) == [
        (
            "csv-reading",
            "Berkas teks dibaca dengan pemisah kolom titik koma (;) dan pengodean "
            "Windows-1252.",
            "The text file was read with semicolons (;) between columns, encoded in "
            "Windows-1252.",
        )
    ]


def test_quoted_separators_and_line_breaks_do_not_split() -> None:
    book = parsed(b'a;b\n"x;1\ny";2\nc;d\n', "a.csv")
    assert rows(book) == [["a", "b"], ["x;1\ny", "2"], ["c", "d"]]


def test_a_text_table_without_separator_has_one_column() -> None:
    assert rows(parsed(b"a\nb\n", "a.csv")) == [["a"], ["b"]]


@pytest.mark.parametrize(
    ("name", "content", "kind", "words"),
    [
        ("a.xls", workbook(TABLE), "buku kerja .xlsx", "an .xlsx workbook"),
        ("a.csv", workbook(TABLE), "buku kerja .xlsx", "an .xlsx workbook"),
        (
            "a.xlsx",
            xls(TABLE),
            "buku kerja .xls lama",
            "an old .xls workbook",
        ),
        (
            "a.xlsx",
            b"Kode;Isian\nmasuk;271\n",
            "tabel teks (CSV)",
            "a text table (CSV)",
        ),
    ],
)
def test_the_contents_decide_not_the_ending(
    name: str, content: bytes, kind: str, words: str
) -> None:
    ending = name[1:]
    book = parsed(content, name)
    assert [[str(each).removesuffix(".0") for each in row] for row in rows(book)] == [
        ["Kode", "Isian"],
        ["masuk", "271"],
    ]
    assert notes(book)[0] == (
        "workbook-kind-differs",
        f"Nama berkas berakhiran {ending}, tetapi isinya {kind}; dibaca menurut "
        "isinya.",
        f"The file's name ends in {ending}, but it holds {words}; it was read by its "
        "contents.",
    )


def test_macros_are_never_run_and_that_is_said() -> None:
    content = zipped(workbook(TABLE), {"xl/vbaProject.bin": b"Sub Auto_Open()"})
    book = parsed(content, "a.xlsm")
    assert rows(book) == ROWS
    assert notes(book) == [
        (
            "workbook-macros-not-run",
            "Buku kerja ini memuat makro; makro tidak dijalankan, hanya nilai yang "
            "tersimpan yang dibaca.",
            "This workbook holds macros; they were not run, only stored values were "
            "read.",
        )
    ]


def test_links_to_other_workbooks_are_noted_and_not_followed() -> None:
    content = changed_part(
        workbook(TABLE),
        "xl/_rels/workbook.xml.rels",
        (
            b"</Relationships>",
            b'<Relationship Id="x1" Type="http://schemas.openxmlformats.org/'
            b'officeDocument/2006/relationships/externalLink" '
            b'Target="externalLinks/externalLink1.xml"/></Relationships>',
        ),
    )
    book = parsed(content, "a.xlsx")
    assert rows(book) == ROWS
    assert notes(book) == [
        (
            "workbook-external-links",
            "Buku kerja ini merujuk 1 buku kerja lain; rujukannya tidak dibuka, nilai "
            "yang tersimpan yang dipakai.",
            "This workbook refers to 1 other workbook; they were not opened, the "
            "stored values were used.",
        )
    ]


def test_hidden_sheets_are_read_and_said() -> None:
    content = changed_part(
        workbook({"Rekap": {"A1": 1}, "Rahasia": {"A1": 2}}),
        "xl/workbook.xml",
        (b'name="Rahasia"', b'name="Rahasia" '),
        (b'sheetId="2" state="visible"', b'sheetId="2" state="veryHidden"'),
    )
    book = parsed(content, "a.xlsx")
    assert [(each.name, each.hidden) for each in book.sheets] == [
        ("Rekap", False),
        ("Rahasia", True),
    ]
    assert book.sheets[1].value(1, 1) == 2
    assert notes(book) == [
        (
            "sheet-hidden",
            "Lembar “Rahasia” tersembunyi; isinya tetap dibaca.",
            "The sheet “Rahasia” is hidden; it was read nevertheless.",
        )
    ]
    assert str(book.notes[0].location) == "a.xlsx › Rahasia"


def test_strict_files_are_read() -> None:
    content = workbook(TABLE)
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    purl = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    for part in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"):
        content = changed_part(content, part, (main, strict), (office, purl))
    for part in ("_rels/.rels", "xl/_rels/workbook.xml.rels"):
        content = changed_part(content, part, (office, purl))
    assert rows(parsed(content, "a.xlsx")) == ROWS


@pytest.mark.parametrize(
    ("name", "content", "reason_id", "reason_en"),
    [
        ("a.xlsx", b"", "berkas kosong", "the file is empty"),
        ("a.csv", b"", "berkas kosong", "the file is empty"),
        (
            "a.xlsx",
            b"\x00\x01\x02binary",
            "isinya bukan buku kerja",
            "it does not hold a workbook",
        ),
        (
            "a.xlsx",
            b"Kata saja.",
            "isinya bukan buku kerja",
            "it does not hold a workbook",
        ),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + "EncryptedPackage".encode("utf-16-le"),
            "berkas dilindungi kata sandi",
            "the file is protected by a password",
        ),
        (
            "a.xlsx",
            workbook(TABLE)[:-100],
            "berkas terpotong atau rusak",
            "the file is cut short or damaged",
        ),
        (
            "a.xlsx",
            zipped(b"", {"folder/readme.txt": b"x"}),
            "isinya bukan buku kerja",
            "it does not hold a workbook",
        ),
        (
            "a.ods",
            zipped(
                b"",
                {
                    "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
                    "META-INF/manifest.xml": b"<m><encryption-data/></m>",
                    "content.xml": b"...",
                },
            ),
            "berkas dilindungi kata sandi",
            "the file is protected by a password",
        ),
    ],
)
def test_what_is_no_workbook_says_why(
    name: str, content: bytes, reason_id: str, reason_en: str
) -> None:
    found = refused(content, name)
    assert (found.code, found.severity) == ("workbook-unreadable", "error")
    assert found.message.id == f"Buku kerja tidak dapat dibaca: {reason_id}."
    assert found.message.en == f"The workbook cannot be read: {reason_en}."
    assert found.repair.id == (
        "Buka berkas di program lembar kerja, hapus kata sandinya bila ada, simpan "
        "ulang sebagai buku kerja .xlsx, lalu kirim kembali."
    )


@pytest.mark.parametrize(
    ("content", "kind_id", "kind_en"),
    [
        (b"%PDF-1.7", "dokumen PDF", "a PDF document"),
        (
            b"<html><table><tr><td>1</td></tr></table></html>",
            "halaman HTML, bukan buku kerja",
            "an HTML page, not a workbook",
        ),
        (
            b'<?xml version="1.0"?><Workbook/>',
            "dokumen XML, bukan buku kerja",
            "an XML document, not a workbook",
        ),
        (
            zipped(b"", {"xl/workbook.bin": b"x"}),
            "buku kerja biner .xlsb",
            "a binary .xlsb workbook",
        ),
        (
            zipped(b"", {"word/document.xml": b"<w/>"}),
            "dokumen Word",
            "a Word document",
        ),
    ],
)
def test_other_kinds_are_named(content: bytes, kind_id: str, kind_en: str) -> None:
    found = refused(content, "a.xls")
    assert found.code == "workbook-format-unsupported"
    assert found.message.id == (
        f"Berkas ini tidak dapat dibaca sebagai buku kerja: isinya {kind_id}."
    )
    assert found.message.en == (
        f"This file cannot be read as a workbook: it holds {kind_en}."
    )


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("~$borang.xlsx", "file-temporary"),
        ("x/.~lock.borang.xlsx#", "file-temporary"),
        ("borang.xlsx.crdownload", "file-not-complete"),
        ("borang.xlsx.part", "file-not-complete"),
        ("borang.tmp", "file-not-complete"),
        ("borang.xlsx", ""),
    ],
)
def test_files_that_are_not_there_yet_are_set_aside(name: str, code: str) -> None:
    found = set_aside(name)
    assert (found.code if found else "") == code


def test_a_file_that_is_still_arriving_says_so() -> None:
    found = set_aside("borang.xlsx.part")
    assert found is not None
    assert found.message.id == (
        "Berkas ini belum selesai diunduh atau disinkronkan; tidak dibaca."
    )
    assert found.repair.en == (
        "Wait until it is complete, or copy the original to this place again."
    )


def test_names_that_are_one_elsewhere_are_reported() -> None:
    found = same_names(["Sk\u00e9.pdf", "ske\u0301.pdf", "lain.pdf"])
    assert [(each.code, each.location.file) for each in found] == [
        ("file-name-twice", "ske\u0301.pdf")
    ]
    assert found[0].message.en == (
        "This name equals “Ské.pdf” except for upper and lower case or the way its "
        "accents are encoded."
    )


def test_a_file_that_changes_while_it_is_read_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(TABLE))
    sizes = iter((1, 2))
    monkeypatch.setattr(files, "_state", lambda _: (next(sizes), 0))
    found = read_file(path, "a.xlsx", 10**6)
    assert isinstance(found, Problem)
    assert found.code == "file-changed-while-read"
    assert found.message.id == "Berkas berubah sewaktu dibaca; isinya tidak dipakai."
    assert found.message.en == (
        "The file changed while it was read; its contents were not used."
    )


def test_a_very_long_path_is_a_problem(tmp_path: Path) -> None:
    found = read_file(tmp_path / ("n" * 300 + ".xlsx"), "n.xlsx", 10**6)
    assert isinstance(found, Problem)
    assert found.code == "file-unreadable"


def test_parts_are_found_by_their_relations_not_by_their_names() -> None:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(TABLE))) as source,
        zipfile.ZipFile(file, "w") as target,
    ):
        for name in source.namelist():
            data = source.read(name).replace(b"/xl/worksheets/", b"\\XL\\Lembar\\")
            target.writestr(name.replace("xl/worksheets/", "xl/lembar/"), data)
    assert rows(parsed(file.getvalue(), "a.xlsx")) == ROWS


def test_files_left_alone_are_reported_with_their_sender(tmp_path: Path) -> None:
    folder = tmp_path / "21-kepulauan-riau"
    folder.mkdir()
    for name in ("~$borang.xlsx", "sk.pdf.crdownload", "A.pdf", "a.pdf", "b.xlsx"):
        (folder / name).write_bytes(b"x")
    (tmp_path / "~$74.71.xlsx").write_bytes(b"x")
    found = find_sources(tmp_path)
    (source,) = found.sources
    assert [(each.code, each.location.file) for each in source.problems] == [
        ("file-not-complete", "21-kepulauan-riau/sk.pdf.crdownload"),
        ("file-temporary", "21-kepulauan-riau/~$borang.xlsx"),
        ("file-name-twice", "21-kepulauan-riau/a.pdf"),
    ]
    assert [(each.code, each.location.file) for each in found.problems] == [
        ("file-temporary", "~$74.71.xlsx")
    ]
    assert [path.name for path in source.workbooks] == ["b.xlsx"]
    assert found.problems[0].message == Text(
        "Ini berkas sementara program lembar kerja; tidak dibaca.",
        "This is a temporary file of a spreadsheet program; it was not read.",
    )
