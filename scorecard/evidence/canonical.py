"""A new workbook archive of checked parts only, under the names readers expect."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from functools import lru_cache
from zlib import crc32

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)


# Headers of a zip whose parts are stored as they are; the smallest date it knows.
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _FIRST_DAY = 20, 0x21


def canonical_archive(
    sheets: Sequence[bytes], texts: bytes, styles: bytes, *, from_1904: bool
) -> bytes:
    """Build the archive; its sheets are named by their number from 1."""
    parts = {
        **_frame(len(sheets), from_1904=from_1904),
        "xl/styles.xml": styles,
        "xl/sharedStrings.xml": texts,
    }
    for number, sheet in enumerate(sheets, start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet
    return _stored(parts)


def _stored(parts: Mapping[str, bytes]) -> bytes:
    """Write a zip without compressing: it is read once, at once, and by us alone."""
    pieces: list[bytes] = []
    directory: list[bytes] = []
    start = 0
    for name, content in parts.items():
        plain = name.encode()
        sizes = (crc32(content), len(content), len(content), len(plain), 0)
        fixed = (_VERSION, 0, 0, 0, _FIRST_DAY)
        header = _LOCAL.pack(b"PK\3\4", *fixed, *sizes) + plain
        entry = _CENTRAL.pack(b"PK\1\2", _VERSION, *fixed, *sizes, 0, 0, 0, 0, start)
        pieces += (header, content)
        directory.append(entry + plain)
        start += len(header) + len(content)
    listed = b"".join(directory)
    counts = (0, 0, len(parts), len(parts))
    return b"".join(
        (*pieces, listed, _END.pack(b"PK\5\6", *counts, len(listed), start, 0))
    )


@lru_cache(maxsize=64)
def _frame(sheets: int, *, from_1904: bool) -> Mapping[str, bytes]:
    names = range(1, sheets + 1)
    frame = {
        "[Content_Types].xml": _content_types(names),
        "_rels/.rels": _ROOT,
        "xl/workbook.xml": _workbook(names, from_1904=from_1904),
        "xl/_rels/workbook.xml.rels": _relations(names),
    }
    return {name: text.encode() for name, text in frame.items()}


def _content_types(names: Sequence[int]) -> str:
    parts = {
        "workbook.xml": "sheet.main",
        "styles.xml": "styles",
        "sharedStrings.xml": "sharedStrings",
        **{f"worksheets/sheet{name}.xml": "worksheet" for name in names},
    }
    overrides = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{_TYPE}.{kind}+xml"/>'
        for part, kind in parts.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _workbook(names: Sequence[int], *, from_1904: bool) -> str:
    listed = "".join(
        f'<sheet name="{name}" sheetId="{name}" r:id="s{name}"/>' for name in names
    )
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<workbookPr date1904="{int(from_1904)}"/><sheets>{listed}</sheets></workbook>'
    )


def _relations(names: Sequence[int]) -> str:
    parts = {"styles": "styles.xml", "sharedStrings": "sharedStrings.xml"}
    named = [(kind, kind, part) for kind, part in parts.items()]
    named += [(f"s{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in names]
    listed = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{part}"/>'
        for key, kind, part in named
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'
