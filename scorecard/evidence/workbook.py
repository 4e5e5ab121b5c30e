"""Read workbooks: every cell with its position, as a plain value, or a Problem.

The only module that knows which library opens a spreadsheet. Error cells (``#REF!``)
and formulas that were never calculated are values of their own, never blanks.
"""

from __future__ import annotations

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from scorecard.errors import Location, Problem
from scorecard.evidence.files import FileBytes, read_file
from scorecard.evidence.folding import cleaned, folded
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.problems import problem
from scorecard.wording import Text, say

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook as Book

WORKBOOK_ENDINGS = (".xlsx",)
OTHER_ENDINGS = (".xls", ".xlsm", ".xlsb", ".ods", ".csv", ".tsv", ".numbers", ".et")

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NO_WORKBOOK = Text(
    "isinya bukan buku kerja .xlsx", "it does not hold an .xlsx workbook"
)
_DAMAGED = Text("berkas terpotong atau rusak", "the file is cut short or damaged")


@dataclass(frozen=True, slots=True)
class CellError:
    """An error cell such as ``#REF!``; no code: a formula that was never calculated."""

    code: str


Value: TypeAlias = (
    bool | int | float | str | datetime | date | time | timedelta | CellError | None
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, how its owner formats it, and its place."""

    value: Value
    number_format: str
    location: Location


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of values; rows and columns are counted from 1, as in A1.

    `formats` holds the number format of cells that have one.
    """

    file: str
    name: str
    rows: tuple[tuple[Value, ...], ...]
    formats: Mapping[tuple[int, int], str]

    def value(self, row: int, column: int) -> Value:
        """Give a value; nothing outside of what is filled."""
        if not 0 < row <= len(self.rows) or not 0 < column <= len(self.rows[row - 1]):
            return None
        return self.rows[row - 1][column - 1]

    def cell(self, row: int, column: int) -> Cell:
        """Give a value with its format and place."""
        number_format = self.formats.get((row, column), "General")
        return Cell(self.value(row, column), number_format, self.at(row, column))

    def at(self, row: int, column: int, last_row: int = 0) -> Location:
        """Name a cell, or the cells of one column down to `last_row`."""
        name = f"{column_letters(column)}{row}"
        if last_row:
            name += f":{column_letters(column)}{last_row}"
        return Location(self.file, self.name, name)


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of one file, in its own order, hidden ones too."""

    file: str
    sheets: tuple[Sheet, ...]

    def named(self, *names: str) -> tuple[Sheet, ...]:
        """Find the sheets that bear one of the names, spelling folded."""
        wanted = {folded(name) for name in names}
        return tuple(each for each in self.sheets if folded(each.name) in wanted)


def open_workbook(path: Path, name: str) -> Workbook | Problem:
    """Read the workbook at `path`; `name` is its path relative to the inputs."""
    content = read_file(path, name, LIMITS.workbook)
    return content if isinstance(content, Problem) else parse_workbook(content)


def parse_workbook(file: FileBytes) -> Workbook | Problem:
    """Read a workbook from its bytes."""
    if not file.name.casefold().endswith(WORKBOOK_ENDINGS):
        return problem("workbook-format-unsupported", Location(file.name))
    try:
        if (reason := _not_a_workbook(file.content)) is not None:
            return problem("workbook-unreadable", Location(file.name), reason=reason)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _parsed(file)
    except _TooLargeError:
        return problem("workbook-too-large", Location(file.name), most=LIMITS.cells)
    # A parser of foreign bytes may fail in any way; each is the file's fault.
    except Exception as error:  # noqa: BLE001
        reason = say(
            "isinya rusak ({kind})", "its contents are broken ({kind})",
            kind=type(error).__name__,
        )  # fmt: skip
        return problem("workbook-unreadable", Location(file.name), reason=reason)


def column_letters(column: int) -> str:
    """Write a column counted from 1 as a spreadsheet does: 27 is ``AA``."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class _TooLargeError(Exception):
    """The table spans more cells than the limit."""


def _not_a_workbook(content: bytes) -> Text | None:
    if not content:
        return Text("berkas kosong", "the file is empty")
    if content.startswith(_OLE) and _ENCRYPTED in content:
        return Text(
            "berkas dilindungi kata sandi", "the file is protected by a password"
        )
    if not content.startswith(_ZIP):
        return _NO_WORKBOOK
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _broken_archive(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return _DAMAGED


def _broken_archive(archive: zipfile.ZipFile) -> Text | None:
    entries = archive.infolist()
    size = sum(entry.file_size for entry in entries)
    if size > LIMITS.unpacked or len(entries) > LIMITS.entries:
        return Text(
            "isinya melampaui batas ukuran", "its contents exceed the size limit"
        )
    if "xl/workbook.xml" not in archive.namelist():
        return _NO_WORKBOOK
    # Reading each part for its checksum finds flipped bits that parsers overlook.
    if archive.testzip() is not None:
        return _DAMAGED
    return None


def _parsed(file: FileBytes) -> Workbook:
    book = _loaded(file.content, data_only=True)
    formulas = _formula_cells(file.content)
    sheets = tuple(
        _sheet(file.name, table, formulas.get(index, frozenset()))
        for index, table in enumerate(book.worksheets)
    )
    return Workbook(file.name, sheets)


def _loaded(content: bytes, *, data_only: bool) -> Book:
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(content), data_only=data_only, keep_links=False)


def _formula_cells(content: bytes) -> dict[int, frozenset[tuple[int, int]]]:
    """Find the cells that hold a formula; a second reading, only if there are any."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = (n for n in archive.namelist() if n.startswith("xl/worksheets/"))
        if not any(b"<f" in archive.read(part) for part in parts):
            return {}
    book = _loaded(content, data_only=False)
    return {
        index: frozenset(
            (row, column)
            for row, cells in enumerate(table.iter_rows(), start=1)
            for column, cell in enumerate(cells, start=1)
            if cell.data_type == "f"
        )
        for index, table in enumerate(book.worksheets)
    }


def _sheet(file: str, table: Any, formulas: frozenset[tuple[int, int]]) -> Sheet:
    if table.max_row * table.max_column > LIMITS.cells:
        raise _TooLargeError
    rows: list[tuple[Value, ...]] = []
    formats: dict[tuple[int, int], str] = {}
    for row in table.iter_rows():
        rows.append(tuple(_value(cell, formulas) for cell in row))
        formats.update(_formats(row))
    return Sheet(file, cleaned(table.title), tuple(rows), formats)


def _value(cell: Any, formulas: frozenset[tuple[int, int]]) -> Value:
    value: Value = cell.value
    if value is None:
        # A formula whose result is an empty text is a blank; one without any is not.
        lost = cell.data_type == "n" and (cell.row, cell.column) in formulas
        return CellError("") if lost else None
    if cell.data_type == "e":
        return CellError(str(value))
    return cleaned(value) if isinstance(value, str) else value


def _formats(row: tuple[Any, ...]) -> Iterator[tuple[tuple[int, int], str]]:
    for cell in row:
        if isinstance(cell.value, int | float) and cell.number_format != "General":
            yield (cell.row, cell.column), cell.number_format
