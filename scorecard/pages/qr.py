"""Draw a QR code as rectangles: for PDF as operators, for a browser as SVG."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, takewhile

import segno

# Modules of white around the code, as the standard asks.
_QUIET = 4
# A telephone reads modules of 0.4 mm from paper; the least size keeps short texts in
# proportion to the page.
_MODULE, _LEAST = 0.42, 26.0


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Dark modules that stand together; lengths in modules."""

    x: int
    y: int
    width: int
    height: int


def code_millimetres(text: str) -> float:
    """Give the side of the printed code, its white border included."""
    return round(max(_LEAST, qr_rectangles(text)[0] * _MODULE), 1)


@lru_cache(maxsize=16)
def qr_rectangles(text: str) -> tuple[int, tuple[Rectangle, ...]]:
    """Give the side in modules, quiet zone included, and the dark rectangles."""
    matrix = segno.make_qr(text, error="m", boost_error=False).matrix
    rows = tuple(frozenset(_runs(tuple(row))) for row in matrix)
    found = tuple(
        Rectangle(x, y + _QUIET, width, _height(rows, y, (x, width)))
        for y, row in enumerate(rows)
        for x, width in sorted(row)
        if y == 0 or (x, width) not in rows[y - 1]
    )
    return len(matrix) + 2 * _QUIET, found


def qr_operators(text: str, box: tuple[float, float, float, float]) -> bytes:
    """Give the PDF operators that fill a box (left, top, width, height; y downwards).

    The code is a square in the middle of its box.
    """
    left, top, width, height = box
    side, rectangles = qr_rectangles(text)
    unit = min(width, height) / side
    x, y = left + (width - unit * side) / 2, top + (height - unit * side) / 2
    drawn = " ".join(
        f"{each.x} {each.y} {each.width} {each.height} re" for each in rectangles
    )
    place = f"{unit:.5f} 0 0 {unit:.5f} {x:.3f} {y:.3f} cm"
    return f"q 0 g {place} {drawn} f Q".encode("ascii")


def qr_svg(text: str, alternative: str) -> str:
    """Give the same code as an SVG picture; `alternative` must hold no markup."""
    side, rectangles = qr_rectangles(text)
    path = "".join(
        f"M{each.x} {each.y}h{each.width}v{each.height}h-{each.width}z"
        for each in rectangles
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        f'role="img" width="100%" height="100%"><title>{alternative}</title>'
        f'<path d="{path}"/></svg>'
    )


def _runs(row: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Give the dark runs of a row: where each begins, and its length."""
    x = _QUIET
    for dark, modules in groupby(row):
        width = len(tuple(modules))
        if dark:
            yield x, width
        x += width


def _height(
    rows: tuple[frozenset[tuple[int, int]], ...], y: int, run: tuple[int, int]
) -> int:
    """Count the rows, from `y` downwards, that have the very same run."""
    return sum(1 for _ in takewhile(lambda row: run in row, rows[y:]))
