"""Write lines of text as outlines, for a signature's stamp.

A stamp is added to a finished PDF. Set as text it would need its font embedded again in
each file, or break PDF/A and PDF/UA; as outlines of the bundled font it is a drawing,
small and the same everywhere. What it says stands in the signature too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Any, Literal, TypeAlias

from fontTools.pens.basePen import BasePen
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.ttLib import TTFont

Weight: TypeAlias = Literal["regular", "semibold"]

# Outlines stand on a grid of so many lines to an em, and may leave the font's curves by
# so much of an em: at ten points a hundredth of a millimetre. A file is half as long.
_GRID, _TOLERANCE = 250, 1 / 250


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter: its width and its outline in PDF operators, in parts of an em."""

    advance: float
    outline: str


class _Operators(BasePen):  # type: ignore[misc,unused-ignore]
    """Collects an outline as PDF path operators."""

    def __init__(self, glyphs: Any, units: int) -> None:
        super().__init__(glyphs)
        self.scale = _GRID / units
        self.found: list[str] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802  fontTools' names
        self._add("m", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._add("l", pt)

    def _curveToOne(  # noqa: N802
        self,
        pt1: tuple[float, float],
        pt2: tuple[float, float],
        pt3: tuple[float, float],
    ) -> None:
        self._add("c", pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802
        self.found.append("h")

    def _add(self, operator: str, *points: tuple[float, float]) -> None:
        numbers = (str(round(c * self.scale)) for point in points for c in point)
        self.found.append(f"{' '.join(numbers)} {operator}")


def width_of(text: str, weight: Weight) -> float:
    """Give the width of a line in ems."""
    return sum(_glyph(sign, weight).advance for sign in text) / _GRID


@lru_cache(maxsize=64)
def outlined(text: str, weight: Weight, size: float, at: tuple[float, float]) -> str:
    """Give the operators that fill a line of text, its base line beginning at `at`."""
    scale = size / _GRID
    parts = [f"q {scale:.5f} 0 0 {scale:.5f} {at[0]:.2f} {at[1]:.2f} cm"]
    for sign in text:
        glyph = _glyph(sign, weight)
        if glyph.outline:
            parts.append(f"{glyph.outline} f")
        parts.append(f"1 0 0 1 {glyph.advance:g} 0 cm")
    return " ".join((*parts, "Q"))


@cache
def _glyph(sign: str, weight: Weight) -> Glyph:
    """Take a letter from the bundled font; one that it lacks is drawn as its box.

    The font's short parabolas are joined to longer curves.
    """
    font = _font(weight)
    units = font["head"].unitsPerEm
    name = font.getBestCmap().get(ord(sign), ".notdef")
    glyphs = font.getGlyphSet()
    pen = _Operators(glyphs, units)
    glyphs[name].draw(Qu2CuPen(pen, _TOLERANCE * units, all_cubic=True))
    advance = round(glyphs[name].width * _GRID / units, 2)
    return Glyph(advance, " ".join(pen.found))


@cache
def _font(weight: Weight) -> Any:
    bundled = files("scorecard.pages") / "fonts" / f"sans-{weight}.woff2"
    return TTFont(BytesIO(bundled.read_bytes()))
