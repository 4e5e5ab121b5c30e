"""What a signature leaves open: the room that its file keeps for it.

A signature covers every byte of its file but those of its own field (PDF 2.0, 12.8.1),
where the message ends before the field does. A true signer fills the rest with zeros
and writes all digits in one case; anything else was changed afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")


def fields_are_filled_as_usual(content: bytes) -> bool:
    """Tell whether each signature's field holds its message and zeros alone."""
    return all(_is_usual(field) for field in _fields(content))


def _fields(content: bytes) -> Iterator[bytes]:
    """Give what lies between the two covered ranges of each signature."""
    for found in _RANGE.finditer(content):
        start, length, end, _ = map(int, found.groups())
        yield content[start + length : end]


def _is_usual(field: bytes) -> bool:
    digits = field[1:-1]
    try:
        message = bytes.fromhex(digits.decode("ascii"))
    except (ValueError, UnicodeDecodeError):
        return False
    spellings = (message.hex(), message.hex().upper())
    rest = message[_length(message) :]
    return (
        field[:1] + field[-1:] == b"<>"
        and digits.decode("ascii") in spellings
        and not any(rest)
    )


def _length(message: bytes) -> int:
    """Give the length of the DER value at the start (X.690, 8.1.3)."""
    if len(message) < 2:
        return 0
    first = message[1]
    if first < 0x80:
        return 2 + first
    more = first & 0x7F
    return 2 + more + int.from_bytes(message[2 : 2 + more])
