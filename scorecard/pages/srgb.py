"""Make the colour profile that every PDF carries: sRGB in half a kilobyte.

The usual file spends three kilobytes on a table of its curve. Version 4 of the format
(ICC.1:2004-10, which PDF/A-3 builds on) lets the curve be said as a formula instead.
"""

from __future__ import annotations

import struct
from functools import cache

# IEC 61966-2-1: the curve's exponent, scale, offset, slope and its end near black.
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_WHITE = (0.9642, 1.0, 0.8249)
# The primaries, and how D65 became the format's D50 (Bradford).
_PRIMARIES = {
    b"rXYZ": (0.4360747, 0.2225045, 0.0139322),
    b"gXYZ": (0.3850649, 0.7168786, 0.0971045),
    b"bXYZ": (0.1430804, 0.0606169, 0.7141733),
}
_ADAPTED = (
    *(1.0478112, 0.0228866, -0.0501270),
    *(0.0295424, 0.9904844, -0.0170491),
    *(-0.0092345, 0.0150436, 0.7521316),
)
_HEADER, _ENTRY = 128, 12
_MADE = (2025, 1, 1, 0, 0, 0)


@cache
def srgb_profile() -> bytes:
    """Give the profile; every channel points to the one curve."""
    curve = b"para" + struct.pack(">IHH", 0, 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _words("sRGB"),
        b"cprt": _words("CC0"),
        b"wtpt": _colour(_WHITE),
        b"chad": b"sf32" + bytes(4) + _fixed(*_ADAPTED),
        **{name: _colour(value) for name, value in _PRIMARIES.items()},
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    entries, data = _laid_out(tags)
    return _header(_HEADER + len(entries) + len(data)) + entries + data


def _laid_out(tags: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """Give the table of tags and their data; equal data stands once."""
    first = _HEADER + 4 + _ENTRY * len(tags)
    table, data, places = struct.pack(">I", len(tags)), b"", dict[bytes, int]()
    for name, content in tags.items():
        if content not in places:
            places[content] = first + len(data)
            data += content + bytes(-len(content) % 4)
        table += name + struct.pack(">II", places[content], len(content))
    return table, data


def _header(size: int) -> bytes:
    start = struct.pack(">I4sI", size, b"", 0x04200000) + b"mntrRGB XYZ "
    dated = start + struct.pack(">6H", *_MADE) + b"acsp"
    return (dated.ljust(68, b"\0") + _fixed(*_WHITE)).ljust(_HEADER, b"\0")


def _words(text: str) -> bytes:
    content = text.encode("utf-16-be")
    return (
        b"mluc"
        + struct.pack(">III4sII", 0, 1, 12, b"enUS", len(content), 28)
        + (content)
    )


def _colour(value: tuple[float, ...]) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(*value)


def _fixed(*values: float) -> bytes:
    """Write numbers with sixteen bits before the point and sixteen behind it."""
    return struct.pack(f">{len(values)}i", *(round(each * 65536) for each in values))
