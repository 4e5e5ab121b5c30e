"""Open zip archives safely: every limit is checked before anything is unpacked.

The parts that are asked for are unpacked once, each within its declared size and with
its checksum, so that a flipped bit is found that parsers overlook.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.evidence.limits import LIMITS
from scorecard.evidence.unread import DAMAGED, PROTECTED, at_most, unreadable, unsafe
from scorecard.wording import Text, say

_DIRECTORY = b"PK\x01\x02"
_LOCAL_HEADER = 30
_ENTRIES = Text("jumlah bagian", "parts")
_PART = Text(
    "ukuran satu bagian setelah dibuka (byte)", "size of a part unpacked (bytes)"
)
_UNPACKED = Text("ukuran seluruhnya setelah dibuka (byte)", "size unpacked (bytes)")
_RATIO = Text("kali pemampatan satu bagian", "compression of a part (times)")
_TWICE = "bagian “{name}” ada dua kali", "the part “{name}” is there twice"
_OVERLAP = Text("bagian-bagiannya bertumpang tindih", "its parts overlap")


@dataclass(frozen=True, slots=True)
class Archive:
    """A checked archive; its parts by name, with ``/`` between folders."""

    content: bytes
    entries: Mapping[str, zipfile.ZipInfo]

    def part(self, name: str) -> bytes:
        """Unpack a part; raises UnreadError if it is damaged, KeyError if absent."""
        return _unpacked(self.content, self.entries[name])


def open_archive(content: bytes) -> Archive:
    """Check the directory of a zip; raises UnreadError for what exceeds a limit."""
    # Counted before the directory is read: a million entries take long to list.
    at_most(LIMITS.entries, content.count(_DIRECTORY), _ENTRIES)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise unreadable(DAMAGED) from error
    _check_sizes(entries)
    _check_places(entries)
    return Archive(content, _by_name(entries))


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    at_most(LIMITS.entries, len(entries), _ENTRIES)
    at_most(LIMITS.unpacked, sum(each.file_size for each in entries), _UNPACKED)
    for entry in entries:
        at_most(LIMITS.part, entry.file_size, _PART)
        if entry.file_size > LIMITS.ratio_above:
            ratio = entry.file_size // max(1, entry.compress_size)
            at_most(LIMITS.ratio, ratio, _RATIO)


def _check_places(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse parts that share bytes: a small file can unpack to any size so."""
    end = 0
    for entry in sorted(entries, key=lambda each: each.header_offset):
        if entry.header_offset < end:
            raise unsafe(_OVERLAP)
        end = entry.header_offset + _LOCAL_HEADER + entry.compress_size


def _by_name(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    by_name: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        name = entry.filename.replace("\\", "/").removeprefix("/")
        if name in by_name and not name.endswith("/"):
            raise unsafe(say(*_TWICE, name=name))
        by_name[name] = entry
    return by_name


def _unpacked(content: bytes, entry: zipfile.ZipInfo) -> bytes:
    if entry.flag_bits & 1:
        raise unreadable(PROTECTED)
    packed = _packed(content, entry)
    if entry.compress_type == zipfile.ZIP_STORED:
        data = bytes(packed)
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        try:
            data = zlib.decompressobj(-15).decompress(packed, entry.file_size + 1)
        except zlib.error as error:
            raise unreadable(DAMAGED) from error
    else:
        raise unreadable(DAMAGED)
    if len(data) != entry.file_size or zlib.crc32(data) != entry.CRC:
        raise unreadable(DAMAGED)
    return data


def _packed(content: bytes, entry: zipfile.ZipInfo) -> memoryview:
    start = entry.header_offset
    header = content[start : start + _LOCAL_HEADER]
    if len(header) < _LOCAL_HEADER or not header.startswith(b"PK\x03\x04"):
        raise unreadable(DAMAGED)
    name = int.from_bytes(header[26:28], "little")
    extra = int.from_bytes(header[28:30], "little")
    start += _LOCAL_HEADER + name + extra
    return memoryview(content)[start : start + entry.compress_size]
