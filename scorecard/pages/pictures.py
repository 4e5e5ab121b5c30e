"""Store a picture of few colours as a table of them: the same, in less room."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_MOST_COLOURS = 256
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# PNG (11.2.2): eight bits a channel, red, green and blue, nothing interlaced.
_TRUE_COLOUR = bytes((8, 2, 0, 0, 0))


@dataclass(frozen=True, slots=True)
class Indexed:
    """A picture's colours, three bytes each, and its packed rows of their numbers."""

    colours: bytes
    rows: bytes
    bits: int


def store_indexed(picture: Any) -> None:
    """Rewrite a picture of a PDF in place if it has few colours; others stay."""
    (content,) = picture.stream
    size = picture.extra["Width"], picture.extra["Height"]
    found = indexed(content.data, size)
    if found is None:
        return
    picture.stream = [found.rows]
    picture.extra["BitsPerComponent"] = found.bits
    most = len(found.colours) // 3 - 1
    picture.extra["ColorSpace"] = (
        f"[/Indexed /DeviceRGB {most} <{found.colours.hex()}>]"
    )
    del picture.extra["DecodeParms"]


@lru_cache(maxsize=16)
def indexed(packed: bytes, size: tuple[int, int]) -> Indexed | None:
    """Give a picture's table of colours; None with more than 256 or without a gain.

    `packed` is the content of a PNG of red, green and blue, `size` its pixels.
    """
    from PIL import Image

    with Image.open(io.BytesIO(_png(packed, size))) as picture:
        pixels = picture.tobytes()
    points = [pixels[n : n + 3] for n in range(0, len(pixels), 3)]
    numbers = {colour: n for n, colour in enumerate(sorted(set(points)))}
    if len(numbers) > _MOST_COLOURS:
        return None
    bits = next(each for each in (1, 2, 4, 8) if len(numbers) <= 1 << each)
    rows = zlib.compress(_rows([numbers[point] for point in points], size[0], bits), 9)
    colours = b"".join(numbers)
    gains = len(rows) + 2 * len(colours) < len(packed)
    return Indexed(colours, rows, bits) if gains else None


def _png(packed: bytes, size: tuple[int, int]) -> bytes:
    header = struct.pack(">II", *size) + _TRUE_COLOUR
    chunks = ((b"IHDR", header), (b"IDAT", packed), (b"IEND", b""))
    return _SIGNATURE + b"".join(
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
        for kind, content in chunks
    )


def _rows(numbers: list[int], width: int, bits: int) -> bytes:
    """Pack numbers into bytes, the first in the highest bits; each row begins anew."""
    spare = -width * bits % 8
    packed = bytearray()
    for start in range(0, len(numbers), width):
        row = 0
        for number in numbers[start : start + width]:
            row = row << bits | number
        packed += (row << spare).to_bytes((width * bits + spare) // 8)
    return bytes(packed)
