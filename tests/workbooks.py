"""Workbooks made in the test from a table: ``workbook({"Rekap": {"D14": 271}})``."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import xlwt
from openpyxl import Workbook

from scorecard.evidence.cells import CellError, position

_NA = 0x2A


def workbook(sheets: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Make an .xlsx file from cells by sheet.

    A pair is a value with its number format: ``("D15", (0.9927, "0.00%"))``. Text such
    as ``#REF!`` becomes an error cell, ``=1+1`` a formula that was never calculated.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, cells in sheets.items():
        sheet = book.create_sheet(title)
        for place, content in cells.items():
            value, number_format = (
                content if isinstance(content, tuple) else (content, "")
            )
            sheet[place] = value
            if number_format:
                sheet[place].number_format = number_format
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def table(rows: Iterable[Iterable[Any]], first_row: int = 1) -> dict[str, Any]:
    """Give the cells of rows written from column A on; None leaves a cell blank."""
    return {
        f"{chr(65 + column)}{row}": value
        for row, values in enumerate(rows, start=first_row)
        for column, value in enumerate(values)
        if value is not None
    }


def zipped(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Add parts to a zip, or make one of them alone."""
    file = io.BytesIO(content)
    with zipfile.ZipFile(file, "a") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def changed_part(content: bytes, part: str, *changes: tuple[bytes, bytes]) -> bytes:
    """Replace passages of one part of a workbook."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                for old, new in changes:
                    data = data.replace(old, new)
            target.writestr(name, data)
    return file.getvalue()


def xls(sheets: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Make an old .xls file; pairs have a number format, CellError is #N/A."""
    book = xlwt.Workbook()
    for title, cells in sheets.items():
        sheet = book.add_sheet(title)
        for place, content in cells.items():
            value, number_format = (
                content if isinstance(content, tuple) else (content, "General")
            )
            row, column = position(place) or (1, 1)
            if isinstance(value, datetime):
                number_format = "yyyy-mm-dd"
            style = xlwt.easyxf(num_format_str=number_format)
            if isinstance(value, CellError):
                sheet.row(row - 1).set_cell_error(column - 1, _NA, style)
            else:
                sheet.write(row - 1, column - 1, value, style)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def ods(tables: str, settings: str = "") -> bytes:
    """Make an .ods file from the elements of its tables."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    content = (
        f'<office:document-content {spaces} xmlns:calcext="urn:org:documentfoundation:'
        f'names:experimental:calc:xmlns:calcext:1.0">{settings}<office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    mimetype = b"application/vnd.oasis.opendocument.spreadsheet"
    return zipped(b"", {"mimetype": mimetype, "content.xml": content.encode()})


def write(folder: Path, files: Mapping[str, bytes | str]) -> Path:
    """Write files below a folder, by path; give the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder
