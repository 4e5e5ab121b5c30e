"""Draw a QR code as rectangles: for PDF as operators, for a browser as SVG."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

import segno

# Modules of white around the code, as the standard asks.
_QUIET = 4


@lru_cache(maxsize=16)
def qr_runs(text: str) -> tuple[int, tuple[tuple[int, int, int], ...]]:
    """Give the side in modules, quiet zone included, and dark runs (x, y, length)."""
    matrix = segno.make_qr(text, error="m", boost_error=False).matrix
    runs = tuple(_runs(tuple(tuple(row) for row in matrix)))
    return len(matrix) + 2 * _QUIET, runs


def qr_operators(text: str, box: tuple[float, float, float, float]) -> bytes:
    """Give the PDF operators that fill a box (left, top, width, height; y downwards).

    The code is a square in the middle of its box.
    """
    left, top, width, height = box
    side, runs = qr_runs(text)
    unit = min(width, height) / side
    x, y = left + (width - unit * side) / 2, top + (height - unit * side) / 2
    rectangles = " ".join(f"{a} {b} {length} 1 re" for a, b, length in runs)
    return f"q 0 g {unit:.5f} 0 0 {unit:.5f} {x:.3f} {y:.3f} cm {rectangles} f Q".encode(
        "ascii"
    )


def qr_svg(text: str, alternative: str) -> str:
    """Give the same code as an SVG picture; `alternative` must hold no markup."""
    side, runs = qr_runs(text)
    path = "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in runs)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        f'role="img" width="100%" height="100%"><title>{alternative}</title>'
        f'<path d="{path}"/></svg>'
    )


def _runs(matrix: tuple[tuple[int, ...], ...]) -> Iterator[tuple[int, int, int]]:
    for y, row in enumerate(matrix):
        x = 0
        for dark, modules in groupby(row):
            length = len(tuple(modules))
            if dark:
                yield x + _QUIET, y + _QUIET, length
            x += length
