"""Read old binary workbooks (.xls) with xlrd: slow, but it never ends the interpreter.

The fast reader aborts or takes gigabytes on some small broken files, gives no error
cells and no formats; xlrd is pure Python and gives all of them. Such files are small:
the format holds 65,536 rows at most.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any, Literal

from scorecard.errors import Location, Problem
from scorecard.evidence.cells import CellError, Position, Row, Sheet, Value, Workbook
from scorecard.evidence.folding import cleaned
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.problems import problem
from scorecard.evidence.unread import AREA, PROTECTED, at_most, unreadable
from scorecard.evidence.xml_part import broken
from scorecard.wording import Text

_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_SHEETS = Text("jumlah lembar", "sheets")
_NUMBER = 2


def read_xls(content: bytes, file: str) -> Workbook:
    """Read all sheets; raises UnreadError for what is damaged or beyond a limit."""
    book = _opened(content)
    at_most(LIMITS.sheets, book.nsheets, _SHEETS)
    sheets, area = [], 0
    for table in book.sheets():
        area += table.nrows * table.ncols
        at_most(LIMITS.cells, area, AREA, cleaned(table.name))
        sheets.append(_sheet(file, book, table))
    return Workbook(file, tuple(sheets), tuple(_notes(content, file, sheets)))


def _opened(content: bytes) -> Any:
    import xlrd

    def opened(*, formats: bool) -> Any:
        return xlrd.open_workbook(
            file_contents=content,
            formatting_info=formats,
            ragged_rows=True,
            logfile=io.StringIO(),
        )

    try:
        return opened(formats=True)
    # A parser of foreign bytes may fail in any way; each is the file's fault.
    except Exception as error:
        if "encrypted" in str(error).casefold():
            raise unreadable(PROTECTED) from error
    try:
        return opened(formats=False)
    except Exception as error:
        raise broken(type(error).__name__) from error


def _sheet(file: str, book: Any, table: Any) -> Sheet:
    rows: list[Row] = []
    formats: dict[Position, str] = {}
    for number in range(table.nrows):
        cells = table.row(number)
        rows.append([_value(cell, book.datemode) for cell in cells])
        for index, cell in enumerate(cells):
            if cell.ctype == _NUMBER and cell.xf_index is not None:
                code = _format(book, cell.xf_index)
                if code != "General":
                    formats[number + 1, index + 1] = code
    return Sheet(
        file=file,
        name=cleaned(table.name),
        rows=rows,
        formats=formats,
        merged=tuple(
            (first + 1, left + 1, last, right)
            for first, last, left, right in table.merged_cells
        ),
        hidden=bool(table.visibility),
        from_1904=bool(book.datemode),
    )


def _value(cell: Any, datemode: Literal[0, 1]) -> Value:
    match cell.ctype:
        case 1:
            return cleaned(cell.value)
        case 2:
            return float(cell.value)
        case 3:
            return _moment(cell.value, datemode)
        case 4:
            return bool(cell.value)
        case 5:
            return CellError(_error(cell.value))
        case _:
            return None


def _moment(serial: float, datemode: Literal[0, 1]) -> datetime | time | float:
    from xlrd.xldate import xldate_as_datetime

    try:
        moment = xldate_as_datetime(serial, datemode)
    except (ValueError, OverflowError):
        return serial
    return moment.time() if 0 <= serial < 1 else moment


def _error(code: int) -> str:
    from xlrd.biffh import error_text_from_code

    return str(error_text_from_code.get(code, f"#{code}"))


def _format(book: Any, style: int) -> str:
    try:
        return str(book.format_map[book.xf_list[style].format_key].format_str)
    except (KeyError, IndexError):
        return "General"


def _notes(content: bytes, file: str, sheets: list[Sheet]) -> Iterator[Problem]:
    if _MACROS in content:
        yield problem("workbook-macros-not-run", Location(file))
    for sheet in sheets:
        if sheet.hidden:
            yield problem("sheet-hidden", Location(file, sheet.name))
