"""Workbooks made in the test from a table: ``workbook({"Rekap": {"D14": 271}})``."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook


def workbook(sheets: Mapping[str, Mapping[str, Any]]) -> bytes:
    """Make an .xlsx file from cells by sheet.

    A pair is a value with its number format: ``("D15", (0.9927, "0.00%"))``. Text such
    as ``#REF!`` becomes an error cell, ``=1+1`` a formula that was never calculated.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, cells in sheets.items():
        sheet = book.create_sheet(title)
        for position, content in cells.items():
            value, number_format = (
                content if isinstance(content, tuple) else (content, "")
            )
            sheet[position] = value
            if number_format:
                sheet[position].number_format = number_format
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


def write(folder: Path, files: Mapping[str, bytes | str]) -> Path:
    """Write files below a folder, by path; give the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder
