"""The structure of an Office Open XML workbook: its sheets, styles and shared texts.

Parts are found by their relationships, whatever their names, in Strict and Transitional
files alike.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from scorecard.evidence.archive import Archive
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.unread import at_most, unreadable
from scorecard.evidence.xml_part import attribute, elements, local, safe_xml
from scorecard.wording import Text, say

NO_WORKBOOK = Text("isinya bukan buku kerja", "it does not hold a workbook")

_SHEETS = Text("jumlah lembar", "sheets")
_LACKING = "lembar “{name}” tidak ada di dalamnya", "it lacks the sheet “{name}”"
_MACROS = "vbaproject.bin"
_TRUE = frozenset({"1", "true", "on"})


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet: its name, its part of the archive, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Package:
    """What workbook.xml says; part names are empty where there is none."""

    sheets: tuple[SheetPart, ...]
    styles: str
    texts: str
    from_1904: bool
    macros: bool
    links: int
    plain: bool


def read_package(archive: Archive) -> Package:
    """Find the parts of a workbook; raises UnreadError if it is none."""
    main = _main_part(archive)
    related = _related(archive, main)
    book = safe_xml(archive.part(main))
    found = list(elements(book, "sheet", "workbookPr"))
    return Package(
        sheets=_sheets(archive, found, related),
        styles=_of_kind(related, "styles", archive),
        texts=_of_kind(related, "sharedStrings", archive),
        from_1904=any(attribute(each, "date1904") in _TRUE for each in found),
        macros=any(name.casefold().endswith(_MACROS) for name in archive.entries),
        links=sum(kind == "externalLink" for kind, _ in related.values()),
        plain=_is_plain(main, found, related),
    )


def _is_plain(
    main: str, found: list[Element], related: dict[str, tuple[str, str]]
) -> bool:
    """Any reader finds its way: usual names, worksheets alone."""
    sheets = [each for each in found if local(each.tag) == "sheet"]
    kinds = [related.get(each.attrib.get(_relation(each), "")) for each in sheets]
    return main == "xl/workbook.xml" and all(
        kind is not None
        and kind[0] == "worksheet"
        and kind[1].startswith("xl/worksheets/")
        for kind in kinds
    )


def _main_part(archive: Archive) -> str:
    for kind, part in _related(archive, "").values():
        if kind == "officeDocument" and part in archive.entries:
            return part
    if "xl/workbook.xml" in archive.entries:
        return "xl/workbook.xml"
    raise unreadable(NO_WORKBOOK)


def _related(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """Give the related parts by id: the last word of the relation, and the name."""
    folder, name = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed not in archive.entries:
        return {}
    related = {}
    for each in elements(safe_xml(archive.part(listed)), "Relationship"):
        kind = attribute(each, "Type").rpartition("/")[2]
        target = unquote(attribute(each, "Target").replace("\\", "/"))
        path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        related[attribute(each, "Id")] = (kind, _as_stored(archive, path))
    return related


def _as_stored(archive: Archive, path: str) -> str:
    """Find a part whose name differs in letter case only."""
    if path in archive.entries:
        return path
    alike = (each for each in archive.entries if each.casefold() == path.casefold())
    return next(alike, path)


def _sheets(
    archive: Archive, found: list[Element], related: dict[str, tuple[str, str]]
) -> tuple[SheetPart, ...]:
    sheets = [each for each in found if local(each.tag) == "sheet"]
    at_most(LIMITS.sheets, len(sheets), _SHEETS)
    parts = []
    for each in sheets:
        kind, part = related.get(each.attrib.get(_relation(each), ""), ("", ""))
        hidden = attribute(each, "state") in {"hidden", "veryHidden"}
        if kind == "worksheet":
            name = attribute(each, "name")
            if part not in archive.entries:
                raise unreadable(say(*_LACKING, name=name))
            parts.append(SheetPart(name, part, hidden))
    return tuple(parts)


def _relation(sheet: Element) -> str:
    """Name the attribute r:id, whichever namespace it is in."""
    return next((key for key in sheet.attrib if key.endswith("}id")), "id")


def _of_kind(related: dict[str, tuple[str, str]], wanted: str, archive: Archive) -> str:
    parts = (part for kind, part in related.values() if kind == wanted)
    return next((part for part in parts if part in archive.entries), "")
