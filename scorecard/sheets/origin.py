"""Say of each part of a workbook that Unix packed it, wherever it was made."""

from __future__ import annotations

import struct

_UNIX = 3
_LAST = struct.Struct("<10xH4xL2x")
_LENGTHS = struct.Struct("<28x3H12x")


def packed_on_unix(content: bytes) -> bytes:
    """Write the system into each entry of a zip's directory: Windows names its own.

    For a zip without a remark at its end, as XlsxWriter leaves it.
    """
    count, at = _LAST.unpack_from(content, len(content) - _LAST.size)
    written = bytearray(content)
    for _ in range(count):
        written[at + 5] = _UNIX
        at += _LENGTHS.size + sum(_LENGTHS.unpack_from(content, at))
    return bytes(written)
