"""Tell what a file is by what it holds: its first bytes, and whether it opens.

Pictures are measured from their headers and archives listed; neither is unpacked.
"""

from __future__ import annotations

import codecs
import struct
import zlib
from collections.abc import Mapping

from scorecard.evidence.archive import Archive, open_archive
from scorecard.evidence.unread import UnreadError
from scorecard.model import FileKind

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MAGIC: Mapping[FileKind, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    "jpg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "docx": _ZIP,
    "xlsx": _ZIP,
    "zip": _ZIP,
}
_ENDINGS: Mapping[str, FileKind] = {
    **{f".{kind}": kind for kind in _MAGIC},
    ".jpeg": "jpg",
}
KINDS = ", ".join(kind.upper() for kind in _MAGIC)
MAIN_PART: Mapping[FileKind, str] = {
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
}
_SIZE_MARKERS = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def kind_of_ending(ending: str) -> FileKind | None:
    """Give the kind that an ending such as ``.PDF`` claims; None if not accepted."""
    return _ENDINGS.get(ending.casefold())


def begins_as(kind: FileKind, content: bytes) -> bool:
    """The first bytes are those of the kind; a PDF may have a blank line before it."""
    start = content[:16]
    if kind == "pdf":
        start = start.removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n\t \0")
    return start.startswith(_MAGIC[kind])


def archive_of(kind: FileKind, content: bytes) -> Archive | None:
    """Open a zip within limits; None if unsound, or without its main part."""
    try:
        archive = open_archive(content)
    except UnreadError:
        return None
    wanted = MAIN_PART.get(kind)
    sound = bool(archive.entries) and (wanted is None or wanted in archive.entries)
    return archive if sound else None


def picture_size(kind: FileKind, content: bytes) -> tuple[int, int] | None:
    """Give width and height in pixels; None if the picture is cut off or has none."""
    size = _png_size(content) if kind == "png" else _jpeg_size(content)
    return size if size and min(size) > 0 else None


def _png_size(content: bytes) -> tuple[int, int] | None:
    """Read the first chunk, whose check sum must be right; the last must be there."""
    if len(content) < 33 or content[12:16] != b"IHDR" or b"IEND" not in content[33:]:
        return None
    if zlib.crc32(content[12:29]) != int.from_bytes(content[29:33]):
        return None
    return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Walk from segment to segment up to the one that holds the size.

    A picture without the mark of its end was cut off on the way.
    """
    place, size = 2, None
    while size is None and place + 9 <= len(content):
        if content[place] != 0xFF:
            return None
        marker = content[place + 1]
        if marker in _SIZE_MARKERS:
            high, wide = struct.unpack(">HH", content[place + 5 : place + 9])
            size = (wide, high)
        length = int.from_bytes(content[place + 2 : place + 4])
        place += 1 if marker == 0xFF else 2 + length
    # Telephones write more behind the end of the picture, so it may stand anywhere.
    return size if b"\xff\xd9" in content[place:] else None
