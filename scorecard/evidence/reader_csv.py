"""Read text tables (.csv): encoding and separator decided by the contents, and said.

All values are texts: whether ``1.234`` is a thousand is decided by the column later.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping
from itertools import islice
from pathlib import PurePosixPath

from scorecard.errors import Location
from scorecard.evidence.cells import Row, Sheet, Workbook
from scorecard.evidence.folding import cleaned
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.problems import problem
from scorecard.evidence.unread import at_most
from scorecard.evidence.xml_part import broken
from scorecard.wording import Text

_MARKS: Mapping[bytes, tuple[str, str]] = {
    b"\xef\xbb\xbf": ("utf-8-sig", "UTF-8 (BOM)"),
    b"\xff\xfe": ("utf-16", "UTF-16"),
    b"\xfe\xff": ("utf-16", "UTF-16"),
}
_SEPARATORS: Mapping[str, Text] = {
    ";": Text("titik koma (;)", "semicolons (;)"),
    ",": Text("koma (,)", "commas (,)"),
    "\t": Text("tab", "tabs"),
    "|": Text("garis tegak (|)", "vertical bars (|)"),
}
_NO_SEPARATOR = Text("(tidak ada)", "nothing")
_ROWS = Text("jumlah baris", "rows")
_COLUMNS = Text("jumlah kolom", "columns")
_AREA = Text("sel", "cells")
_SAMPLE_ROWS = 60


def read_csv(content: bytes, file: str) -> Workbook:
    """Read the table as the one sheet of a workbook, named after the file."""
    text, encoding = _decoded(content)
    separator, text = _separator(text)
    try:
        rows = _rows(text, separator)
    except csv.Error as error:
        raise broken("CSV") from error
    note = problem(
        "csv-reading",
        Location(file),
        separator=_SEPARATORS.get(separator, _NO_SEPARATOR),
        encoding=encoding,
    )
    sheet = Sheet(file, PurePosixPath(file).stem, rows)
    return Workbook(file, (sheet,), (note,))


def _decoded(content: bytes) -> tuple[str, str]:
    for mark, (codec, name) in _MARKS.items():
        if content.startswith(mark):
            return content.decode(codec, errors="replace"), name
    if 0 in content[:4096]:
        big = content[:4096:2].count(0) > content[1:4096:2].count(0)
        codec = "utf-16-be" if big else "utf-16-le"
        return content.decode(codec, errors="replace"), "UTF-16"
    try:
        return content.decode(), "UTF-8"
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace"), "Windows-1252"


def _separator(text: str) -> tuple[str, str]:
    """Choose what splits most rows alike; a first line ``sep=;`` says it itself."""
    if text[:4].casefold() == "sep=" and text[4:5] in _SEPARATORS:
        return text[4], text.partition("\n")[2]
    return max(_SEPARATORS, key=lambda each: _evenness(text, each)), text


def _evenness(text: str, separator: str) -> tuple[int, int]:
    lines = io.StringIO(text[:200_000], newline="")
    try:
        rows = islice(csv.reader(lines, delimiter=separator), _SAMPLE_ROWS)
        widths = Counter(len(row) for row in rows if len(row) > 1)
    except csv.Error:
        return (0, 0)
    if not widths:
        return (0, 0)
    width, rows_alike = max(widths.items(), key=lambda each: (each[1], each[0]))
    return rows_alike, width


def _rows(text: str, separator: str) -> list[Row]:
    rows: list[Row] = []
    width = 0
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
        rows.append([cleaned(value) for value in row])
        width = max(width, len(row))
        at_most(LIMITS.columns, width, _COLUMNS)
        at_most(LIMITS.rows, len(rows), _ROWS)
        at_most(LIMITS.cells, len(rows) * width, _AREA)
    return rows
