"""A PDF with its streams inflated: the same whichever zlib deflated them.

Read from its first byte on, as pydyf writes it: streams alone, a table of places that
is a stream, too, and an identifier that is a digest of it all. Offsets, lengths and the
identifier must be true; then they are left out.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import md5
from itertools import pairwise

_HEAD = re.compile(rb"%PDF-1\.\d\n%[^\n]{1,8}\n")
_STREAM = re.compile(
    rb"(\d{1,7}) 0 obj\n(<<(?:(?!\nstream\n).)*?/Length )(\d{1,9})>>\nstream\n",
    re.DOTALL,
)
_STREAM_END = b"\nendstream\nendobj\n"
_TABLE = re.compile(rb"/Index \[0 (\d{1,7})\]/W \[1 (\d) (\d)\]/Size \1(?=/)")
_NAME = re.compile(rb"/ID \[\(([0-9a-f]{32})\) \(\1\)\](?=/)")
_OBJECTS = re.compile(rb"/Type /ObjStm/N (\d{1,7})/First (\d{1,7})(?=/)")
_TAIL = re.compile(rb"startxref\n(\d{1,12})\n%%EOF\n")
_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class UnpackedPdf:
    """The inflated form, and where the file as it was printed ends."""

    form: bytes
    end: int


@dataclass(frozen=True, slots=True)
class _Stream:
    """A stream object: its text, its dictionary up to the length, its plain data."""

    number: int
    start: int
    end: int
    body: bytes
    dictionary: bytes
    plain: bytes


class _OtherFormError(Exception):
    """The file is not laid out as it is printed."""


def unpacked_pdf(content: bytes) -> UnpackedPdf | None:
    """Inflate what was printed; signatures added behind it are not looked at.

    Two files are the same but for their compression if the form is the same of both.
    None for a file that pydyf would not have written so.
    """
    head = _HEAD.match(content)
    try:
        *streams, table = _streams(content, head.end() if head else len(content))
        tail = _TAIL.match(content, table.end)
        if head is None or tail is None or int(tail[1]) != table.start:
            return None
        places = _checked_places(table, streams)
        dictionary = _checked_name(_TABLE.sub(b"", table.dictionary), streams)
    except (_OtherFormError, zlib.error, ValueError, IndexError):
        return None
    forms = (b"%d %s %s" % (e.number, e.dictionary, e.plain) for e in streams)
    return UnpackedPdf(b"\n".join((head[0], *forms, dictionary, places)), tail.end())


def _streams(content: bytes, at: int) -> Iterator[_Stream]:
    """Give the stream objects in their order, the table of places last."""
    is_table, room = False, _LARGEST
    while not is_table:
        stream = _stream(content, at, room)
        yield stream
        at, room = stream.end, room - len(stream.plain)
        is_table = stream.dictionary.startswith(b"<</Type /XRef/")


def _stream(content: bytes, at: int, room: int) -> _Stream:
    found = _STREAM.match(content, at)
    if found is None:
        raise _OtherFormError
    number, dictionary = int(found[1]), found[2]
    data = content[found.end() : found.end() + int(found[3])]
    end = found.end() + len(data)
    if not content.startswith(_STREAM_END, end):
        raise _OtherFormError
    is_packed = b"/Filter /FlateDecode" in dictionary
    plain = _inflated(data, room) if is_packed else data
    body = content[found.start(2) : end] + b"\nendstream"
    return _Stream(number, at, end + len(_STREAM_END), body, dictionary, plain)


def _inflated(data: bytes, room: int) -> bytes:
    unpacker = zlib.decompressobj()
    plain = unpacker.decompress(data, max(1, room))
    if not unpacker.eof or unpacker.unused_data:
        raise _OtherFormError
    return plain


def _checked_places(table: _Stream, streams: list[_Stream]) -> bytes:
    """Hold the table's offsets against where the streams lie; give the rest of it."""
    found = _TABLE.search(table.dictionary)
    if found is None:
        raise _OtherFormError
    count, widths = int(found[1]), (1, int(found[2]), int(found[3]))
    starts = {each.number: each.start for each in (*streams, table)}
    if len(table.plain) != count * sum(widths) or len(starts) != len(streams) + 1:
        raise _OtherFormError
    lines = []
    for number in range(count):
        kind, second, third = _fields(table.plain, number, widths)
        if kind == 1 and starts.pop(number, None) != second:
            raise _OtherFormError
        lines.append(b"%d %d %d" % (kind, 0 if kind == 1 else second, third))
    if starts:
        raise _OtherFormError
    return b"\n".join(lines)


def _fields(
    plain: bytes, number: int, widths: tuple[int, int, int]
) -> tuple[int, int, int]:
    at = number * sum(widths)
    first, second = at + widths[0], at + widths[0] + widths[1]
    end = second + widths[2]
    parts = (plain[at:first], plain[first:second], plain[second:end])
    kind, place, third = (int.from_bytes(part) for part in parts)
    return kind, place, third


def _checked_name(dictionary: bytes, streams: list[_Stream]) -> bytes:
    """Hold the identifier against the digest of all objects; leave it out."""
    found = _NAME.search(dictionary)
    bodies = {each.number: each.body for each in streams}
    bodies |= _packed(streams[-1])
    digest = md5(b"".join(bodies[number] for number in sorted(bodies)))
    if found is None or found[1] != digest.hexdigest().encode():
        raise _OtherFormError
    return _NAME.sub(b"", dictionary)


def _packed(stream: _Stream) -> dict[int, bytes]:
    """Give the objects that lie in the last stream before the table, by number."""
    found = _OBJECTS.search(stream.dictionary)
    if found is None:
        raise _OtherFormError
    count, first = int(found[1]), int(found[2])
    figures = [int(each) for each in stream.plain[:first].split()]
    numbers, places = figures[::2], [first + each for each in figures[1::2]]
    if len(numbers) != count or len(set(numbers)) != count:
        raise _OtherFormError
    ends = pairwise((*places, len(stream.plain) + 1))
    return {
        number: stream.plain[start : end - 1]
        for number, (start, end) in zip(numbers, ends, strict=True)
    }
