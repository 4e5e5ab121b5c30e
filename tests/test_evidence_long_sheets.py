"""Columns picked out of a large sheet hold what openpyxl reads of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.errors import Problem
from scorecard.evidence import long_sheet, reader_xlsx, sheet_xml
from scorecard.evidence.canonical import canonical_archive
from scorecard.evidence.cells import FORM_ROWS, CellError, LongRows, Sheet, Value
from scorecard.evidence.files import FileBytes
from scorecard.evidence.folding import cleaned
from scorecard.evidence.limits import Limits
from scorecard.evidence.long_sheet import FIRST_ROWS
from scorecard.evidence.submission import read_season
from scorecard.evidence.unread import UnreadError
from scorecard.evidence.workbook import Workbook, parse_workbook
from tests.evidence_season import (
    HEADINGS,
    form,
    messages,
    small_rubric,
    ticket,
    tickets,
)
from tests.workbooks import changed_part, workbook, write

SHEET = "xl/worksheets/sheet1.xml"
LAST = FIRST_ROWS + 250
"""The last of the plain rows that make a sheet large; odd ones stand below it."""
COLUMNS = (1, 2, 3, 4, 5)
ITS_TEXTS_AND_STYLES = ("xl/sharedStrings.xml", "xl/styles.xml")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TEXTS = (
    "<si><t>nol</t></si><si><t xml:space='preserve'> satu</t></si>"
    '<si><t xml:space="preserve">dua </t></si><si><r><t>ti</t></r><r><t>ga</t></r></si>'
)
# General, a percentage, a day, text.
STYLES = "".join(
    f"<{group}>{inside}</{group}>"
    for group, inside in {
        "fonts": "<font/>",
        "fills": "<fill><patternFill/></fill>",
        "borders": "<border/>",
        "cellStyleXfs": "<xf/>",
        "cellXfs": "".join(f'<xf numFmtId="{kind}"/>' for kind in (0, 10, 22, 49)),
    }.items()
)

PICKED = {
    "texts in their cells": '<c r="A{0}" t="inlineStr"><is><t>satu</t></is></c>',
    "shared texts": '<c r="B{0}" t="s"><v>2</v></c><c r="C{0}" t="s"><v>0</v></c>',
    "numbers": '<c r="A{0}"><v>271</v></c><c r="B{0}" t="n"><v>-1.5E-3</v></c>',
    "leading blank columns": '<c r="E{0}" t="inlineStr"><is><t>e</t></is></c>',
    "styled blanks": '<c r="A{0}" s="1"/><c r="B{0}" s="2"></c><c r="C{0}"/>',
    "styled texts": '<c r="A{0}" s="3" t="s"><v>0</v></c><c r="B{0}" t="s" s="2">'
    "<v>2</v></c>",
    "empty texts": '<c r="A{0}" t="inlineStr"><is><t></t></is></c>',
    "entities": '<c r="A{0}" t="inlineStr"><is><t>&lt;A &amp;amp; B&gt;</t></is></c>',
    "padded texts": '<c r="A{0}" t="inlineStr"><is><t xml:space="preserve"> a\n b '
    "</t></is></c>",
    "padding that nobody vouches for": '<c r="A{0}" t="inlineStr"><is><t> a </t></is>'
    "</c>",
    "accents apart": '<c r="A{0}" t="inlineStr"><is><t>e\u0301</t></is></c>',
}
READ_WHOLE = {
    "errors": '<c r="A{0}" t="e"><v>#REF!</v></c>',
    "formulas": '<c r="A{0}"><f>1+1</f><v>2</v></c>',
    "formulas without a result": '<c r="A{0}"><f>1+1</f></c>',
    "true and false": '<c r="A{0}" t="b"><v>1</v></c><c r="B{0}" t="b"><v>0</v></c>',
    "days": '<c r="A{0}" s="2"><v>45000</v></c><c r="B{0}" s="2"><v>45000.5</v></c>',
    "per cent": '<c r="A{0}" s="1"><v>0.9927</v></c>',
    "results that are texts": '<c r="A{0}" t="str"><v>hasil</v></c>',
    "texts in parts": '<c r="A{0}" t="inlineStr"><is><r><t>sa</t></r><r><t>tu</t></r>'
    "</is></c>",
    "shared texts in parts": '<c r="A{0}" t="s"><v>3</v></c>',
    "shared texts in other quotes": '<c r="A{0}" t="s"><v>1</v></c>',
    "no names of cells": "<c><v>1</v></c><c><v>2</v></c>",
    "small names of cells": '<c r="a{0}"><v>1</v></c>',
    "lines between attributes": '<c r="A{0}"\nt="s"><v>1</v></c>',
    "lines between later attributes": '<c r="A{0}" s="0"\nt="s"><v>1</v></c>',
    "text as it is": '<c r="A{0}" t="inlineStr"><is><t><![CDATA[<c>]]></t></is></c>',
    "comments": '<!-- <c r="A{0}"><v>5</v></c> --><c r="B{0}"><v>1</v></c>',
    "numbered signs": '<c r="A{0}" t="inlineStr"><is><t>a&#10;b</t></is></c>',
    "far columns": '<c r="A{0}"><v>1</v></c><c r="BA{0}"><v>2</v></c>',
}


@pytest.mark.parametrize("name", PICKED)
def test_plain_cells_are_picked_and_are_what_openpyxl_reads(name: str) -> None:
    content = large(f'<row r="{LAST + 1}">{PICKED[name].format(LAST + 1)}</row>')
    sheet = read(content)
    assert picks(sheet) is not None
    assert list(differences(sheet, content)) == []
    assert refusing_to_read_all(read(content)).columns(COLUMNS, 1) == picks(sheet)


@pytest.mark.parametrize("name", READ_WHOLE)
def test_what_is_not_plain_is_read_whole_and_is_the_same(name: str) -> None:
    content = large(f'<row r="{LAST + 1}">{READ_WHOLE[name].format(LAST + 1)}</row>')
    assert picks(read(content)) is None
    assert list(differences(read_fully(content), content)) == []


ROWS = {
    "blank rows between": f'<row r="{LAST + 9}"><c r="B{LAST + 9}"><v>1</v></c></row>'
    f'<row r="{LAST + 40}"><c r="A{LAST + 40}"><v>2</v></c></row>',
    "blank rows at the end": f'<row r="{LAST + 1}"><c r="B{LAST + 1}"><v>1</v></c>'
    f'</row><row r="{LAST + 2}"/><row r="{LAST + 3}"></row>',
    "no names of rows": f'<row><c r="B{LAST + 1}"><v>1</v></c></row>',
    "spans before names": f'<row spans="1:5" r="{LAST + 1}"><c r="B{LAST + 1}">'
    "<v>1</v></c></row>",
}


@pytest.mark.parametrize("name", ROWS)
def test_rows_stand_where_openpyxl_has_them(name: str) -> None:
    content = large(ROWS[name])
    assert list(differences(read(content), content)) == []


def test_a_false_extent_hides_no_cell() -> None:
    content = large(f'<row r="{LAST + 1}"><c r="E{LAST + 1}"><v>7</v></c></row>')
    sheet = read(content)
    assert b'<dimension ref="A1:D9"/>' in content
    assert sheet.column(5)[LAST] == 7
    assert list(differences(sheet, content)) == []


def test_a_format_of_cells_that_name_none_is_theirs() -> None:
    row = f'<row r="{LAST + 1}"><c r="A{LAST + 1}"><v>0.9927</v></c></row>'
    first = (b'<xf numFmtId="0"/><xf numFmtId="10"/>', b'<xf numFmtId="10"/>')
    content = changed_part(large(row), "xl/styles.xml", first)
    sheet = read(content)
    assert sheet.cell(LAST + 1, 1).number_format == "0.00%"
    assert list(differences(sheet, content)) == []


def test_days_from_1904_are_told() -> None:
    row = f'<row r="{LAST + 1}"><c r="A{LAST + 1}"><v>43538</v></c></row>'
    sheet = read(large(row, from_1904=True))
    assert sheet.from_1904
    assert isinstance(sheet.rows, LongRows)
    assert sheet.column(1)[LAST] == 43_538


def test_a_cell_that_is_there_twice_is_left_to_the_reader_of_all_rows() -> None:
    twice = f'<c r="A{LAST + 1}"><v>1</v></c><c r="A{LAST + 1}"><v>2</v></c>'
    content = large(f'<row r="{LAST + 1}">{twice}</row>')
    assert picks(read(content)) is None
    assert read_fully(content).column(1)[LAST] == 2


def test_a_cell_in_a_row_that_is_not_its_own_is_left_to_the_reader_of_all() -> None:
    strange = f'<row r="{LAST + 1}"><c r="A{LAST + 2}"><v>1</v></c></row>'
    assert picks(read(large(strange))) is None


@pytest.mark.parametrize(
    "broken", ['<d r="E{0}"><v>1</v></c>', '<c r="E{0}"><v>1</c>', '<c r="E{0}">1</d>']
)
def test_nothing_broken_is_passed_over_in_a_column_that_nobody_wants(
    broken: str,
) -> None:
    content = large(f'<row r="{LAST + 1}">{broken.format(LAST + 1)}</row>')
    with pytest.raises(UnreadError):
        read(content).columns((1,), 1)
    with pytest.raises(UnreadError):
        read(content).check()
    found = parse_workbook(FileBytes("a.xlsx", content))
    assert isinstance(found, Problem)
    assert found.code == "workbook-unreadable"


@pytest.mark.parametrize(
    ("old", "new"), [(b"<sheetData>", b"<!-- <sheetData> --><sheetData>"),
                     (b"</sheetData>", b"</sheetData><sheetData></sheetData>"),
                     (b"</sheetData>", b"</sheetData><row><c><v>1</v></c></row>")],
)  # fmt: skip
def test_rows_in_an_odd_frame_are_read_whole(old: bytes, new: bytes) -> None:
    sheet = read_fully(changed_part(large(""), SHEET, (old, new)))
    assert not isinstance(sheet.rows, LongRows)
    assert sheet.value(LAST, 1) == f"teks {LAST}"


def test_rows_out_of_order_are_read_whole() -> None:
    after = f'<row r="{LAST + 2}"><c r="A{LAST + 2}"><v>1</v></c></row>'
    before = f'<row r="{LAST + 1}"><c r="A{LAST + 1}"><v>2</v></c></row>'
    assert not isinstance(read_fully(large(after + before)).rows, LongRows)


def test_a_large_sheet_that_ends_too_early_is_a_problem() -> None:
    content = changed_part(large(""), SHEET, (b"</sheetData>", b""))
    content = changed_part(content, SHEET, (b"</worksheet>", b""))
    found = parse_workbook(FileBytes("a.xlsx", content), by_column=True)
    assert isinstance(found, Problem)
    assert found.code == "workbook-unreadable"


def test_a_sheet_that_begins_far_below_has_its_columns() -> None:
    content = large("", first=FIRST_ROWS + 5)
    sheet = refusing_to_read_all(read(content))
    assert sheet.rows[:FIRST_ROWS] == [[]] * FIRST_ROWS
    assert list(differences(sheet, content)) == []


def test_the_first_rows_need_neither_columns_nor_the_other_rows() -> None:
    sheet = refusing_to_read_all(read(large("")))
    assert sheet.value(1, 1) == "teks 1"
    assert [row[0] for row in sheet.rows[:2]] == ["teks 1", "teks 2"]
    assert next(iter(sheet.rows))[0] == "teks 1"


def test_all_rows_are_read_where_they_are_asked_for() -> None:
    sheet = read(large(""))
    assert len(sheet.rows) == LAST
    assert sheet.value(LAST, 1) == f"teks {LAST}"
    assert [row[0] for row in sheet.rows][-1] == f"teks {LAST}"


def test_a_small_sheet_beside_a_large_one_has_its_texts_however_written() -> None:
    with zipfile.ZipFile(io.BytesIO(large(""))) as archive:
        parts = [archive.read(each) for each in (SHEET, *ITS_TEXTS_AND_STYLES)]
    small = (
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>'
        "<c r='B1'\nt='s'><v>2</v></c></row></sheetData></worksheet>"
    )
    content = canonical_archive((parts[0], small.encode()), *parts[1:], from_1904=False)
    book = parse_workbook(FileBytes("a.xlsx", content), by_column=True)
    assert isinstance(book, Workbook)
    assert isinstance(book.sheets[0].rows, LongRows)
    assert list(book.sheets[1].rows[0]) == ["nol", "dua "]


def test_large_sheets_that_may_exceed_the_limit_of_cells_are_measured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader_xlsx, "LIMITS", Limits(cells=52 * LAST - 1))
    assert not isinstance(read(large("")).rows, LongRows)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=8)
NUMBERS = st.one_of(st.integers(-(10**9), 10**9), st.floats(-1e9, 1e9))
DAYS = st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1))
CELLS = st.one_of(
    *(st.none(), WORDS, NUMBERS, st.booleans()),
    DAYS.map(lambda moment: moment.replace(microsecond=0)),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=5), min_size=1, max_size=6))
def test_any_values_are_what_openpyxl_reads(rows: list[list[Any]]) -> None:
    cells: dict[str, Any] = {
        f"{'ABCDE'[column]}{row}": value
        for row, values in enumerate(rows, start=LAST + 1)
        for column, value in enumerate(values)
        if value is not None and not str(value).startswith(("=", "#"))
    }
    filling = {f"D{row}": "x" * 20 for row in range(1, LAST + 1)}
    content = workbook({"R": {**filling, **cells}})
    # Each row is written so: any value below may be shared, styled, a day or true.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scorecard.evidence.sheet_xml.LIMITS", Limits(whole_scan=0))
        sheet = read(content)
    assert isinstance(sheet.rows, LongRows)
    assert list(differences(sheet, content)) == []


def large_export(*odd: tuple[Any, ...]) -> bytes:
    """Make an export of 600 plain tickets, then odd ones."""
    plain = [ticket(number, rating=number % 5 + 1) for number in range(600)]
    return tickets([*plain, *odd])


@pytest.mark.parametrize("kind", ["texts", "days", "errors"])
def test_an_export_read_by_columns_is_the_one_read_whole(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    received = {"texts": "10 Feb 2025", "days": datetime(2025, 2, 10), "errors": "#N/A"}
    odd = [
        ticket("1", received=received[kind], time="25:00:00"),
        ticket(1, status="Ditutup entah"),
        *(ticket(f"a{n}", received=each) for n, each in enumerate(("besok", "1/2/3"))),
        ticket("b1", received="9 Jan 2024", classification="Lain & lain"),
        ticket("", status="Proses"),
        HEADINGS,
    ]
    files = {"a/borang.xlsx": form(), "a/tiket.xlsx": large_export(*odd)}
    picked = read_season(write(tmp_path, files), small_rubric())
    monkeypatch.setattr(sheet_xml, "shortened", lambda _: None)
    whole = read_season(tmp_path, small_rubric())
    assert picked == whole
    assert len(picked.problems) > 5
    assert picked.submissions[0].counts["masuk"].value >= 600


def test_what_shows_broken_late_is_a_problem_all_the_same(tmp_path: Path) -> None:
    content = changed_part(
        large_export(),
        "xl/worksheets/sheet1.xml",
        (b'<c r="A500" t="n"><v>', b'<c r="A500" t="s"><v>99999'),
    )
    files = {"a/borang.xlsx": form(), "a/tiket.xlsx": content}
    reading = read_season(write(tmp_path, files), small_rubric())
    assert messages(reading) == [
        ("a/tiket.xlsx", "Buku kerja tidak dapat dibaca: isinya rusak (IndexError).")
    ]


@pytest.mark.parametrize(
    "row",
    [
        '<row r="{0}"><c r="A{0}"><v>1</c></row>',
        '<row r="{0}"><c r="A{0}" t="e"><v>#REF!</v></c></row>',
    ],
)
def test_a_large_sheet_that_nobody_wants_is_looked_at_all_the_same(
    row: str, tmp_path: Path
) -> None:
    odd = large(row.format(LAST + 1))
    sent = {"a/borang.xlsx": form(), "a/tiket.xlsx": large_export(), "a/lain.xlsx": odd}
    by_column = read_season(write(tmp_path, sent), small_rubric())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheet_xml, "shortened", lambda _: None)
        assert by_column == read_season(tmp_path, small_rubric())
    broken = [where for where, said in messages(by_column) if "rusak" in said]
    assert broken == (["a/lain.xlsx"] if "</v></c>" not in row else [])


TEXTS_IN_FIRST_ROWS = {
    "plain": "<is><t>Kode</t></is>",
    "escaped": "<is><t>A &amp; B</t></is>",
    "padded": '<is><t xml:space="preserve"> Kode </t></is>',
    "by number": "<is><t>&#75;ode</t></is>",
    "in parts": "<is><r><t>Ko</t></r><r><t>de</t></r></is>",
}


@pytest.mark.parametrize("name", TEXTS_IN_FIRST_ROWS)
def test_texts_of_first_rows_are_those_of_their_cells(name: str) -> None:
    cell = f'<c r="D9" t="inlineStr">{TEXTS_IN_FIRST_ROWS[name]}</c></row>'
    filled = b'<c r="D9" t="inlineStr"><is><t>' + b"x" * 500 + b"</t></is></c></row>"
    shared = b'<c r="B9" t="s"><v>2</v></c>'
    content = changed_part(large(""), SHEET, (filled, shared + cell.encode()))
    texts = read(content).first_texts(20)
    cells = {value for row in read(content).rows[:FORM_ROWS] for value in row}
    short = {each for each in cells if isinstance(each, str) and 0 < len(each) <= 20}
    assert short <= texts.words | texts.figures <= cells
    assert f"teks {FORM_ROWS}" in texts.words
    assert len(short) > FORM_ROWS


def test_forms_are_looked_for_in_the_first_rows_of_large_sheets() -> None:
    sheet = refusing_to_read_all(read(large("")))
    assert [row[0] for row in sheet.rows[:FORM_ROWS]][-1] == f"teks {FORM_ROWS}"


def test_stretches_of_any_length_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    content = large(ROWS["blank rows between"])
    whole = picks(read(content))
    for size in (1, 700, 5_000):
        monkeypatch.setattr(long_sheet, "_STRETCH", size)
        assert picks(read(content)) == whole


def large(rows: str, *, first: int = 1, from_1904: bool = False) -> bytes:
    """Make a sheet of plain rows from `first` on, with these rows as they are below."""
    filling = "".join(
        f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>teks {row}</t></is></c>'
        f'<c r="D{row}" t="inlineStr"><is><t>{"x" * 500}</t></is></c></row>'
        for row in range(first, first + LAST)
    )
    sheet = (
        f'<worksheet xmlns="{MAIN}"><dimension ref="A1:D9"/><sheetData>{filling}{rows}'
        "</sheetData></worksheet>"
    )
    styles = f'<styleSheet xmlns="{MAIN}">{STYLES}</styleSheet>'
    texts = f'<sst xmlns="{MAIN}">{TEXTS}</sst>'
    parts = (each.encode() for each in (texts, styles))
    return canonical_archive((sheet.encode(),), *parts, from_1904=from_1904)


def read(content: bytes) -> Sheet:
    book = parse_workbook(FileBytes("a.xlsx", content), by_column=True)
    assert isinstance(book, Workbook), book
    return book.sheets[0]


def read_fully(content: bytes) -> Sheet:
    """Read by column, and once more without where that turns out to be needed."""
    try:
        sheet = read(content)
        sheet.columns(COLUMNS, 1)
        sheet.check()
    except UnreadError:
        book = parse_workbook(FileBytes("a.xlsx", content))
        assert isinstance(book, Workbook), book
        return book.sheets[0]
    return sheet


def picks(sheet: Sheet) -> list[Sequence[Value]] | None:
    """Give the columns that can be picked; None where all rows must be read."""
    if not isinstance(sheet.rows, LongRows):
        return None
    try:
        return sheet.rows.pick(COLUMNS)
    except UnreadError:
        return None


def refusing_to_read_all(sheet: Sheet) -> Sheet:
    def refuse() -> NoReturn:
        raise AssertionError("every row was read")

    assert isinstance(sheet.rows, LongRows)
    sheet.rows._source = replace(sheet.rows._source, whole=refuse)
    return sheet


def differences(sheet: Sheet, content: bytes) -> Iterator[tuple[int, int, Any, Any]]:
    """Compare columns, their kinds and number formats with openpyxl's."""
    theirs = openpyxl.load_workbook(io.BytesIO(content), data_only=True).worksheets[0]
    ours = sheet.columns(COLUMNS, 1)
    for row in range(1, theirs.max_row + 1):
        for column in COLUMNS:
            cell = theirs.cell(row, column)
            found = ours[column - 1][row - 1] if row <= len(ours[0]) else None
            found = found.code if isinstance(found, CellError) else found
            found = None if found == "" else found
            value = cleaned(cell.value) if isinstance(cell.value, str) else cell.value
            if value in ("", "=1+1"):
                value = None
            if found != value or (type(found) is bool) != (type(value) is bool):
                yield row, column, found, value
            if isinstance(value, int | float) and not isinstance(value, bool):
                code = sheet.cell(row, column).number_format
                if code != cell.number_format:
                    yield row, column, code, cell.number_format
