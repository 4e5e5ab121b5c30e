"""Leave out of a PDF what nobody reads: a long colour table, the fonts' own papers.

Works on WeasyPrint's objects before they are written. What is drawn, read aloud,
searched or copied stays what it was.
"""

from __future__ import annotations

import re
import struct
from typing import Any

from scorecard.pages.pictures import store_indexed
from scorecard.pages.srgb import srgb_profile

# What a TrueType font needs inside a PDF whose text names glyphs (ISO 32000-1, 9.9);
# names, licence and metrics of a desktop font are not looked at there.
_NEEDED = frozenset(
    {
        *(b"head", b"hhea", b"hmtx", b"maxp", b"loca", b"glyf"),
        *(b"cvt ", b"fpgm", b"prep"),
    }
)
_TRUETYPE = b"\0\1\0\0"
_WHOLE_FILE = 0xB1B0AFBA
_ADJUSTMENT = slice(8, 12)
# A distance inside a line of text, in thousandths of the letters' size.
_DISTANCE = re.compile(rb"(?<=>)-?\d+\.\d{4,}(?=[<\]])")


def slim(pdf: Any) -> None:
    """Make a PDF smaller that WeasyPrint has laid out and not yet written."""
    _use_short_profile(pdf)
    _name_attachments_once(pdf)
    for each in pdf.objects:
        if isinstance(each, dict) and "FontFile2" in each:
            _strip_font(_object(pdf, each["FontFile2"]))
        elif _is_true_colour(each):
            store_indexed(each)
    for page in pdf.page_references:
        _round_distances(_object(pdf, _object(pdf, page)["Contents"]))


def bare_font(content: bytes) -> bytes:
    """Keep the tables of a TrueType font that a PDF needs; others are given back."""
    if content[:4] != _TRUETYPE:
        return content
    tables = {tag: body for tag, body in _tables(content) if tag in _NEEDED}
    head = bytearray(tables[b"head"])
    head[_ADJUSTMENT] = bytes(4)
    tables[b"head"] = bytes(head)
    made = _joined(tables)
    head[_ADJUSTMENT] = struct.pack(">I", (_WHOLE_FILE - _sum(made)) % 2**32)
    return _joined(tables | {b"head": bytes(head)}, _sum(tables[b"head"]))


def _use_short_profile(pdf: Any) -> None:
    for intent in pdf.catalog.get("OutputIntents", ()):
        profile = _object(pdf, intent["DestOutputProfile"])
        profile.stream = [srgb_profile()]


def _name_attachments_once(pdf: Any) -> None:
    """WeasyPrint names each attachment twice among the document's own files."""
    files = pdf.catalog.get("AF", [])
    files[:] = dict.fromkeys(files)


def _is_true_colour(each: Any) -> bool:
    """Tell whether this is a picture in red, green and blue that came as a PNG."""
    said = getattr(each, "extra", {})
    return bool(
        said.get("Subtype") == "/Image"
        and said.get("ColorSpace") == "/DeviceRGB"
        and said.get("Filter") == "/FlateDecode"
    )


def _strip_font(font: Any) -> None:
    (content,) = font.stream
    bare = bare_font(content)
    font.stream, font.extra["Length1"] = [bare], len(bare)


def _round_distances(content: Any) -> None:
    """Round what letters are moved by to a millionth of their size."""
    content.stream = [
        _DISTANCE.sub(_rounded, each) if isinstance(each, bytes) else each
        for each in content.stream
    ]


def _rounded(number: re.Match[bytes]) -> bytes:
    return b"%g" % round(float(number[0]), 3)


def _tables(content: bytes) -> list[tuple[bytes, bytes]]:
    (count,) = struct.unpack_from(">H", content, 4)
    entries = (struct.unpack_from(">4sIII", content, 12 + 16 * n) for n in range(count))
    return [(tag, content[start : start + size]) for tag, _, start, size in entries]


def _joined(tables: dict[bytes, bytes], head_sum: int | None = None) -> bytes:
    """Write a font file; `head_sum` is the sum of its head before it was adjusted."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    header = _TRUETYPE + struct.pack(
        ">4H", count, power * 16, power.bit_length() - 1, (count - power) * 16
    )
    directory, data = b"", b""
    for tag, body in sorted(tables.items()):
        check = head_sum if tag == b"head" and head_sum is not None else _sum(body)
        start = 12 + 16 * count + len(data)
        directory += struct.pack(">4sIII", tag, check, start, len(body))
        data += body + bytes(-len(body) % 4)
    return header + directory + data


def _sum(content: bytes) -> int:
    padded = content + bytes(-len(content) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total % 2**32


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
