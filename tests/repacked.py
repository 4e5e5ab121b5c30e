"""Pack a workbook or a printed PDF again, perhaps changed, all its tables mended."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from hashlib import md5

Change = Callable[[bytes], bytes]

_STREAM = re.compile(rb"(\d+) 0 obj\n(<<.*?/Length )(\d+)>>\nstream\n", re.DOTALL)


def as_it_is(plain: bytes) -> bytes:
    return plain


def repacked_zip(content: bytes, level: int = 1, change: Change = as_it_is) -> bytes:
    """Write each part again, with the headers that it had."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w") as archive,
    ):
        for info in source.infolist():
            plain = change(source.read(info))
            archive.writestr(info, plain, compresslevel=level)
    return target.getvalue()


def repacked_pdf(content: bytes, level: int = 1, change: Change = as_it_is) -> bytes:
    """Write each stream again, then the places and the identifier that follow."""
    *streams, table = streams_of(content)
    written = content[: streams[0][0].start()]
    places: dict[int, int] = {}
    bodies: dict[int, bytes] = {}
    for head, data in streams:
        number = int(head[1])
        bodies[number] = _body(head[2], data, level, change)
        places[number] = len(written)
        written += b"%d 0 obj\n%b\nendobj\n" % (number, bodies[number])
    bodies |= _members(streams[-1], change)
    digest = md5(b"".join(bodies[each] for each in sorted(bodies))).hexdigest()
    places[int(table[0][1])] = len(written)
    named = re.sub(rb"\([0-9a-f]{32}\)", b"(%b)" % digest.encode(), table[0][2])
    return written + _table(table, named, places, level)


def _body(head: bytes, data: bytes, level: int, change: Change) -> bytes:
    if b"/FlateDecode" in head:
        data = zlib.compress(change(zlib.decompress(data)), level)
    return head + b"%d>>\nstream\n%b\nendstream" % (len(data), data)


def streams_of(content: bytes):
    """Give each stream object's head, and its data as they are packed."""
    at = content.index(b" 0 obj\n")
    at = content.rindex(b"\n", 0, at) + 1
    while head := _STREAM.match(content, at):
        data = content[head.end() : head.end() + int(head[3])]
        yield head, data
        at = head.end() + len(data) + len(b"\nendstream\nendobj\n")


def _members(stream, change: Change) -> dict[int, bytes]:
    head, data = stream
    plain = change(zlib.decompress(data))
    first = int(re.search(rb"/First (\d+)", head[2])[1])
    figures = [int(each) for each in plain[:first].split()]
    starts = [first + each for each in figures[1::2]]
    ends = [start - 1 for start in starts[1:]] + [len(plain)]
    parts = zip(figures[::2], starts, ends, strict=True)
    return {number: plain[start:end] for number, start, end in parts}


def _table(table, named: bytes, places: dict[int, int], level: int) -> bytes:
    head, data = table
    number, here = int(head[1]), places[int(head[1])]
    old = [int(each) for each in re.search(rb"/W \[(\d) (\d) (\d)\]", named).groups()]
    new = [1, (here.bit_length() + 7) // 8, old[2]]
    plain, lines = zlib.decompress(data), b""
    for index, at in enumerate(range(0, len(plain), sum(old))):
        second = int.from_bytes(plain[at + 1 : at + 1 + old[1]])
        second = places[index] if plain[at] == 1 else second
        lines += plain[at : at + 1] + second.to_bytes(new[1])
        lines += plain[at + 1 + old[1] : at + sum(old)]
    words = re.sub(rb"/W \[[^]]*\]", b"/W [%d %d %d]" % tuple(new), named)
    body = _body(words, zlib.compress(lines), level, as_it_is)
    return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, body, here)
