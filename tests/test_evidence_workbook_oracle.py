"""The fast reader and our scan of the XML give what openpyxl gives, cell by cell."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from scorecard.evidence import reader_xlsx
from scorecard.evidence.cells import CellError, Sheet
from scorecard.evidence.files import FileBytes
from scorecard.evidence.folding import cleaned
from scorecard.evidence.limits import LIMITS, Limits
from scorecard.evidence.workbook import Workbook, parse_workbook
from tests.workbooks import workbook

VALUES: tuple[Any, ...] = (
    *(1, 2.5, 0.1 + 0.2, 1e-300, 5e-324, 1.7e308, -0.0, True, False),
    *("x", "  pad ", "a\nb", "\t tab", "&<>\"'", "0012", "e\u0301", "✓", "=kosong"),
    *(datetime(2025, 1, 31), datetime(2025, 1, 31, 13, 45, 10), date(2024, 2, 29)),
    *(datetime(1910, 3, 1), datetime(2025, 1, 1, 23, 59, 59, 999_000)),
    *(time(8, 30), time(0, 0), timedelta(hours=30)),
    *("#N/A", "#REF!", "#DIV/0!", "=1+1", 12_345_678_901_234_567_890),
    CellRichText("satu ", TextBlock(InlineFont(b=True), "tebal"), " dua"),
)
FORMATS: tuple[tuple[Any, str], ...] = (
    (0.9927, "0.00%"),
    (0.9927, "0%"),
    (5, '#,##0.0 "unit"'),
    (5, "[Red]0.00;[Blue]-0.00"),
    (45_000, "yyyy-mm-dd"),
    (45_000.5, "[$-421]dd mmmm yyyy"),
    (45_000.5, "dd/mm/yyyy hh:mm"),
    (0.5, "[h]:mm"),
    (1.5, "[h]:mm:ss"),
    (45_000, '"hari" 0'),
    (3, "0_);(0)"),
    (1_234_567, "#,##0"),
)


def sample(epoch: datetime) -> bytes:
    book = openpyxl.Workbook()
    book.epoch = epoch
    sheet = book.worksheets[0]
    for row, value in enumerate(VALUES, start=4):
        sheet.cell(row, 3).value = value
    for row, (value, code) in enumerate(FORMATS, start=4):
        sheet.cell(row, 5).value = value
        sheet.cell(row, 5).number_format = code
    sheet.merge_cells("G2:H3")
    sheet["G2"] = "gabungan"
    sheet["A90"].number_format = "0.00%"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.fixture(params=["whole", "searched"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways of finding what stands out in a sheet."""
    if request.param == "searched":
        small = Limits(whole_scan=0)
        monkeypatch.setattr("scorecard.evidence.sheet_xml.LIMITS", small)
    return str(request.param)


@pytest.mark.parametrize("epoch", [CALENDAR_WINDOWS_1900, CALENDAR_MAC_1904])
def test_every_cell_is_what_openpyxl_reads(epoch: datetime, way: str) -> None:
    content = sample(epoch)
    assert list(differences(content)) == []


def test_formulas_and_merged_ranges_are_those_of_openpyxl(way: str) -> None:
    sheet = read(sample(CALENDAR_WINDOWS_1900))
    assert sheet.merged == ((2, 7, 3, 8),)
    assert set(sheet.formulas.values()) == {"kosong", "1+1"}


def test_where_the_fast_reader_fails_openpyxl_reads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class PanicException(BaseException):
        """What a panic in Rust becomes."""

    def panic(*_: object) -> None:
        raise PanicException

    monkeypatch.setattr(reader_xlsx, "_read_fast", panic)
    assert list(differences(sample(CALENDAR_WINDOWS_1900))) == []


def test_a_large_file_is_read_as_it_is() -> None:
    rows = {f"B{row}": f"laporan {row} {'x' * 60}" for row in range(3, 15_000)}
    content = workbook({"R": {**rows, "C9": "#N/A", "D12000": "=1+1"}})
    sheet = read(content)
    assert LIMITS.whole_scan < 15_000 * 90
    assert sheet.value(14_999, 2) == rows["B14999"]
    assert sheet.value(9, 3) == CellError("#N/A")
    assert sheet.value(12_000, 4) == CellError("")
    assert sheet.column(2, 14_998) == [rows["B14998"], rows["B14999"]]


def read(content: bytes) -> Sheet:
    book = parse_workbook(FileBytes("a.xlsx", content))
    assert isinstance(book, Workbook), book
    return book.sheets[0]


def differences(content: bytes) -> Iterator[tuple[str, object, object]]:
    """Compare values, their kinds and number formats with openpyxl's."""
    ours = read(content)
    lost = {place for place, error in _errors(ours) if not error.code}
    theirs = openpyxl.load_workbook(io.BytesIO(content), data_only=True).worksheets[0]
    for row in theirs.iter_rows():
        for cell in row:
            found = ours.value(cell.row, cell.column)
            value = cell.value
            if (cell.row, cell.column) in lost:
                found = None
            if isinstance(value, str):
                value = cleaned(value)
            if isinstance(found, CellError):
                found = found.code
            if found != value or _kind(found) != _kind(value):
                yield cell.coordinate, found, value
            if isinstance(value, int | float) and not isinstance(value, bool):
                code = ours.cell(cell.row, cell.column).number_format
                if code != cell.number_format:
                    yield cell.coordinate, code, cell.number_format


def _errors(sheet: Sheet) -> Iterator[tuple[tuple[int, int], CellError]]:
    for row, values in enumerate(sheet.rows, start=1):
        for column, value in enumerate(values, start=1):
            if isinstance(value, CellError):
                yield (row, column), value


def _kind(value: object) -> type:
    return float if type(value) is int else type(value)
