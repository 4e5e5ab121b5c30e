"""What a file is by its contents: the kinds of workbooks, and what is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, TypeAlias

from scorecard.evidence.archive import Archive, open_archive
from scorecard.evidence.package import NO_WORKBOOK
from scorecard.evidence.unread import EMPTY, PROTECTED, UnreadError, unreadable
from scorecard.wording import Text

Kind: TypeAlias = Literal["xlsx", "xls", "ods", "csv"]

KINDS: Mapping[Kind, Text] = {
    "xlsx": Text("buku kerja .xlsx", "an .xlsx workbook"),
    "xls": Text("buku kerja .xls lama", "an old .xls workbook"),
    "ods": Text("buku kerja .ods", "an .ods workbook"),
    "csv": Text("tabel teks (CSV)", "a text table (CSV)"),
}
ENDINGS: Mapping[Kind, tuple[str, ...]] = {
    "xlsx": (".xlsx", ".xlsm", ".xltx", ".xltm"),
    "xls": (".xls", ".xlt", ".et"),
    "ods": (".ods", ".ots"),
    "csv": (".csv", ".tsv", ".tab", ".txt"),
}

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_SHEETS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
_OTHERS: Mapping[bytes, Text] = {
    b"%PDF": Text("dokumen PDF", "a PDF document"),
    b"\x89PNG": Text("gambar PNG", "a PNG picture"),
    b"\xff\xd8\xff": Text("gambar JPEG", "a JPEG picture"),
    b"{\\rtf": Text("dokumen RTF", "an RTF document"),
    b"\x1f\x8b": Text("arsip gzip", "a gzip archive"),
    b"Rar!": Text("arsip RAR", "a RAR archive"),
    b"7z\xbc\xaf": Text("arsip 7z", "a 7z archive"),
}
_BINARY_BOOK = Text("buku kerja biner .xlsb", "a binary .xlsb workbook")
_NUMBERS = Text("dokumen Apple Numbers", "an Apple Numbers document")
_WORD = Text("dokumen Word", "a Word document")
_HTML = Text("halaman HTML, bukan buku kerja", "an HTML page, not a workbook")
_XML = Text("dokumen XML, bukan buku kerja", "an XML document, not a workbook")
_OLD_OFFICE = Text("dokumen Office lama lain", "another old Office document")
_MARKED = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(html|!doctype html|table|head|body|meta|style|div)\b"
    rb"|\s*<\?xml|\s*<\w+:?\w*[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_SEPARATORS = (b";", b",", b"\t", b"|")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def kind_of(content: bytes, ending: str) -> tuple[Kind, Archive | None]:
    """Tell the kind, with the checked archive of those that are one.

    Raises UnreadError for what is no workbook. `ending` decides only whether any text
    is a table (a text file) or just one that is written like one.
    """
    if not content:
        raise unreadable(EMPTY)
    if content.startswith(b"PK"):
        archive = open_archive(content)
        return _kind_of_archive(archive), archive
    if content.startswith((_OLE, *_OLD_SHEETS)):
        return _kind_of_compound(content), None
    for magic, kind in _OTHERS.items():
        if content.startswith(magic):
            raise _other(kind)
    _refuse_markup(content)
    if not _is_text(content):
        raise unreadable(NO_WORKBOOK)
    if ending not in ENDINGS["csv"] and not _is_table(content):
        raise unreadable(NO_WORKBOOK)
    return "csv", None


def _other(kind: Text) -> UnreadError:
    return UnreadError("workbook-format-unsupported", kind=kind)


def _kind_of_archive(archive: Archive) -> Kind:
    names = archive.entries
    if "mimetype" in names and b"opendocument.spreadsheet" in archive.part("mimetype"):
        return "ods"
    if "xl/workbook.bin" in names:
        raise _other(_BINARY_BOOK)
    if any(name.startswith("Index/") and name.endswith(".iwa") for name in names):
        raise _other(_NUMBERS)
    if any(name.startswith("word/") for name in names):
        raise _other(_WORD)
    if "content.xml" in names and "[Content_Types].xml" not in names:
        return "ods"
    return "xlsx"


def _kind_of_compound(content: bytes) -> Kind:
    if not content.startswith(_OLE):
        return "xls"
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise unreadable(PROTECTED)
    if any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        return "xls"
    raise _other(_OLD_OFFICE)


def _refuse_markup(content: bytes) -> None:
    start = content[:2048].removeprefix(b"\xef\xbb\xbf")
    if match := _MARKED.match(start):
        raise _other(_HTML if match[1] or b"<html" in start.lower() else _XML)


def _is_text(content: bytes) -> bool:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    start = content[:4096]
    if 0 in start:
        # UTF-16 without its mark has a zero beside each Latin letter.
        halves = (start[1::2], start[::2])
        return any(2 * half.count(0) > len(half) > 1 for half in halves)
    return not _CONTROL.search(start)


def _is_table(content: bytes) -> bool:
    lines = content[:4096].split(b"\n")[:3]
    return len(lines) > 1 and any(
        all(sign in line for line in lines[:2]) for sign in _SEPARATORS
    )
