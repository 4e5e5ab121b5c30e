"""A new workbook archive of checked parts only, under the names readers expect."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)


def canonical_archive(
    sheets: Sequence[bytes], texts: bytes, styles: bytes, *, from_1904: bool
) -> bytes:
    """Build the archive; its sheets are named by their number from 1."""
    file = io.BytesIO()
    names = range(1, len(sheets) + 1)
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("[Content_Types].xml", _content_types(names))
        archive.writestr("_rels/.rels", _ROOT)
        archive.writestr("xl/workbook.xml", _workbook(names, from_1904=from_1904))
        archive.writestr("xl/_rels/workbook.xml.rels", _relations(names))
        archive.writestr("xl/styles.xml", styles)
        archive.writestr("xl/sharedStrings.xml", texts)
        for name, sheet in zip(names, sheets, strict=True):
            archive.writestr(f"xl/worksheets/sheet{name}.xml", sheet)
    return file.getvalue()


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
