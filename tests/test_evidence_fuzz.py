"""Any bytes, any contents: never a crash, never a value changed in silence."""

from __future__ import annotations

import csv
import io
import zipfile
from functools import cache
from typing import Any

import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorecard.errors import Problem
from scorecard.evidence.files import FileBytes
from scorecard.evidence.sheet_xml import _searched, _Whole
from scorecard.evidence.workbook import Value, Workbook, parse_workbook
from tests.workbooks import ods, workbook, xls

BOUNDED = settings(
    max_examples=150,
    deadline=10_000,
    suppress_health_check=[HealthCheck.too_slow],
)
CELLS = {"A1": "Laporan", "B1": 271, "C2": 3.9, "A3": "Ditutup", "B3": 0.5}
# Characters that XML can hold; each format keeps them all.
WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=40,
)


@cache
def sample(kind: str) -> bytes:
    match kind:
        case "xlsx":
            return workbook({"R": CELLS})
        case "xls":
            return xls({"R": CELLS})
        case "csv":
            return "Kode;Isian\nmasuk;271\nselesai;“99,27 %”\n".encode()
        case _:
            row = '<table:table-cell office:value-type="float" office:value="271"/>'
            rows = f"<table:table-row>{row * 3}</table:table-row>"
            return ods(f'<table:table table:name="R">{rows * 3}</table:table>')


def values(book: Workbook) -> list[list[list[Value]]]:
    return [
        [[None if each == "" else each for each in row] for row in sheet.rows]
        for sheet in book.sheets
    ]


@st.composite
def damaged(draw: Any) -> tuple[str, bytes]:
    """Flip, cut, insert or remove bytes of a workbook of some kind."""
    kind = draw(st.sampled_from(["xlsx", "xls", "ods", "csv"]))
    content = bytearray(sample(kind))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, max(0, len(content) - 1)))
        match draw(st.sampled_from(["flip", "cut", "insert", "remove"])):
            case "flip" if content:
                content[place] ^= 1 << draw(st.integers(0, 7))
            case "cut":
                del content[place:]
            case "insert":
                content[place:place] = draw(st.binary(max_size=40))
            case "remove":
                del content[place : place + draw(st.integers(1, 40))]
    return kind, bytes(content)


@BOUNDED
@given(damaged())
def test_damaged_bytes_give_a_workbook_or_a_problem(file: tuple[str, bytes]) -> None:
    kind, content = file
    read = parse_workbook(FileBytes(f"a.{kind}", content))
    assert isinstance(read, Workbook | Problem)
    if isinstance(read, Workbook) and kind in {"xlsx", "ods"} and read.sheets:
        original = parse_workbook(FileBytes(f"a.{kind}", sample(kind)))
        assert isinstance(original, Workbook)
        if read.sheets[0].name == original.sheets[0].name:
            assert values(read) == values(original)


@BOUNDED
@given(st.binary(max_size=400), st.sampled_from(["xlsx", "xls", "ods", "csv"]))
def test_any_bytes_give_a_workbook_or_a_problem(content: bytes, kind: str) -> None:
    assert isinstance(
        parse_workbook(FileBytes(f"a.{kind}", content)), Workbook | Problem
    )


@BOUNDED
@given(st.data())
def test_broken_xml_inside_a_sound_archive_is_met(data: st.DataObject) -> None:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sample("xlsx"))) as source,
        zipfile.ZipFile(file, "w") as target,
    ):
        chosen = data.draw(st.sampled_from(source.namelist()))
        for name in source.namelist():
            part = bytearray(source.read(name))
            if name == chosen:
                place = data.draw(st.integers(0, len(part) - 1))
                part[place] = data.draw(st.sampled_from(b'0123456789"<>/=ABCs '))
            target.writestr(name, bytes(part))
    read = parse_workbook(FileBytes("a.xlsx", file.getvalue()))
    assert isinstance(read, Workbook | Problem)


@BOUNDED
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.none(),
                WORDS,
                st.booleans(),
                st.floats(allow_nan=False, allow_infinity=False),
                st.integers(-(10**14), 10**14),
            ),
            min_size=1,
            max_size=5,
        ),
        min_size=1,
        max_size=6,
    )
)
def test_what_was_written_is_what_is_read(rows: list[list[Any]]) -> None:
    file = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet("R")
        for row, cells in enumerate(rows, start=3):
            for column, value in enumerate(cells, start=2):
                _write(sheet, (row, column), value)
    read = parse_workbook(FileBytes("a.xlsx", file.getvalue()))
    assert isinstance(read, Workbook)
    for row, cells in enumerate(rows, start=4):
        for column, value in enumerate(cells, start=3):
            found = read.sheets[0].value(row, column)
            assert _alike(found, value), (found, value)


@BOUNDED
@given(
    st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=2, max_size=6),
    st.sampled_from(";,\t|"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_text_tables_never_raise(
    rows: list[list[str]], separator: str, encoding: str
) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    read = parse_workbook(FileBytes("a.csv", text.getvalue().encode(encoding)))
    assert isinstance(read, Workbook | Problem)


@BOUNDED
@given(
    st.lists(
        st.tuples(
            st.integers(1, 40),
            st.integers(1, 52),
            st.sampled_from(
                [
                    ("", b"<v>1</v>"),
                    (' t="e"', b"<v>#N/A</v>"),
                    (' t="n"', b"<f>1+1</f><v/>"),
                    ("", b"<f>SUM(A1:B2)</f><v>3</v>"),
                    (' t="str"', b"<f>A1&amp;B1</f><v>x</v>"),
                    ("", b"<f t='shared' si='0'/>"),
                    (' t="s"', b"<v>0</v>"),
                    (' t="inlineStr"', b'<is><t>say t="e"</t></is>'),
                ]
            ),
            st.sampled_from(["", ' s="1"', ' s="2"']),
        ),
        max_size=30,
        unique_by=lambda cell: cell[:2],
    )
)
def test_searching_a_sheet_finds_what_looking_at_all_of_it_finds(
    cells: list[tuple[int, int, tuple[str, bytes], str]],
) -> None:
    rows: dict[int, bytes] = {}
    for row, column, (kind, inside), style in sorted(cells):
        letters = ("A" if column > 26 else "") + chr(65 + (column - 1) % 26)
        cell = f'<c r="{letters}{row}"{style}{kind}>'.encode() + inside + b"</c>"
        rows[row] = rows.get(row, b"") + cell
    part = b"<worksheet><sheetData>"
    for row, content in rows.items():
        part += b'<row r="%d">' % row + content + b"</row>"
    part += b"</sheetData></worksheet>"
    quick, whole = _searched(part, {1}), _Whole(frozenset({1})).scan(part)
    assert quick.errors == whole.errors
    assert quick.formulas == whole.formulas
    assert quick.lost == whole.lost
    assert quick.styles == whole.styles
    assert quick.texts == whole.texts


def _write(sheet: Any, place: tuple[int, int], value: Any) -> None:
    match value:
        case None:
            pass
        case bool():
            sheet.write_boolean(*place, value)
        case str():
            sheet.write_string(*place, value)
        case _:
            sheet.write_number(*place, value)


def _alike(found: Value, written: Any) -> bool:
    if isinstance(written, str):
        from scorecard.evidence.folding import cleaned

        return (found or "") == cleaned(written)
    if isinstance(written, float | int) and not isinstance(written, bool):
        return isinstance(found, float | int) and float(f"{written:.16G}") == found
    return found == written
