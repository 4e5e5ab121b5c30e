"""A workbook with its parts inflated: the same whichever zlib deflated them.

Read from its first byte to its last, as `zipfile` writes it; what a table does not
tell, or tells wrongly, makes it no such file.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DEFLATED = 8
_LARGEST = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Part:
    """A part as it lies there: what its header says beside its packed size."""

    header: bytes
    plain: bytes
    packed: int
    start: int
    end: int


class _OtherFormError(Exception):
    """The file is not laid out as we write it."""


def unpacked_zip(content: bytes) -> bytes | None:
    """Write a zip with its parts inflated and sizes and places left out.

    Two files are the same but for their compression if this is the same of both. None
    for a file that `zipfile` would not have written so.
    """
    try:
        parts = tuple(_parts(content))
        tail = _directory(content, parts)
    except (struct.error, zlib.error, _OtherFormError):
        return None
    return b"".join((*(each.header + each.plain for each in parts), tail))


def _parts(content: bytes) -> Iterator[_Part]:
    at, room = 0, _LARGEST
    while content[at : at + 4] == b"PK\x03\x04":
        part = _part(content, at, room)
        yield part
        at, room = part.end, room - len(part.plain)


def _part(content: bytes, at: int, room: int) -> _Part:
    head = _LOCAL.unpack_from(content, at)
    method, check, packed, size = head[3], head[6], head[7], head[8]
    if size > room:
        raise _OtherFormError
    begin = at + _LOCAL.size + head[9] + head[10]
    end = begin + packed
    plain = content[begin:end]
    if method == _DEFLATED:
        plain = _inflated(plain, size)
    if end > len(content) or len(plain) != size or zlib.crc32(plain) != check:
        raise _OtherFormError
    fixed = _LOCAL.pack(*head[:7], 0, *head[8:])
    return _Part(fixed + content[at + _LOCAL.size : begin], plain, packed, at, end)


def _inflated(packed: bytes, size: int) -> bytes:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    plain = unpacker.decompress(packed, size + 1)
    if not unpacker.eof or unpacker.unused_data:
        raise _OtherFormError
    return plain


def _directory(content: bytes, parts: tuple[_Part, ...]) -> bytes:
    """Read the directory and the end; each place and packed size must be true."""
    begin = at = parts[-1].end if parts else 0
    written = []
    for part in parts:
        head = _CENTRAL.unpack_from(content, at)
        if (head[8], head[16]) != (part.packed, part.start):
            raise _OtherFormError
        end = at + _CENTRAL.size + sum(head[10:13])
        fixed = _CENTRAL.pack(*head[:8], 0, *head[9:16], 0)
        written.append(fixed + content[at + _CENTRAL.size : end])
        at = end
    last = _END.unpack_from(content, at)
    if last[5:7] != (at - begin, begin) or at + _END.size + last[7] != len(content):
        raise _OtherFormError
    written.append(_END.pack(*last[:5], 0, 0, last[7]) + content[at + _END.size :])
    return b"".join(written)
