"""The few shapes that the charts are drawn with; widths are per cent, heights pixels.

Per cent across and pixels down let a chart fill any width while its letters and dots
keep their size. All that is put in is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from markupsafe import Markup

from scorecard.number import published

Across = Fraction | int


def per_cent(value: Across) -> str:
    """Write a length across, to a hundredth of a per cent."""
    text = published(Fraction(value), 2)
    return text.rstrip("0").rstrip(".") + "%"


def drawing(parts: Iterable[Markup], height: int, *, title: str = "") -> Markup:
    """Draw over the full width; without a title it only repeats what is in words."""
    inside = Markup("").join(parts)
    if not title:
        return Markup(
            '<svg class="draw" width="100%" height="{}" aria-hidden="true">{}</svg>'
        ).format(height, inside)
    return Markup(
        '<svg class="draw" width="100%" height="{}" role="img" aria-label="{}">'
        "<title>{}</title>{}</svg>"
    ).format(height, title, title, inside)


def box(
    across: tuple[Across, Across], down: tuple[int, int], look: str, *, tip: str = ""
) -> Markup:
    """Draw a rectangle from one side to another, from a top to a bottom."""
    left, right = across
    top, bottom = down
    told = Markup("<title>{}</title>").format(tip) if tip else Markup("")
    return Markup(
        '<rect class="{}" x="{}" y="{}" width="{}" height="{}">{}</rect>'
    ).format(look, per_cent(left), top, per_cent(right - left), bottom - top, told)


def line(across: tuple[Across, Across], down: tuple[int, int], look: str) -> Markup:
    """Draw a straight line."""
    return Markup('<line class="{}" x1="{}" x2="{}" y1="{}" y2="{}"/>').format(
        look, per_cent(across[0]), per_cent(across[1]), *down
    )


def dot(across: Across, down: int, look: str, radius: int = 5) -> Markup:
    """Draw a dot."""
    return Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(
        look, per_cent(across), down, radius
    )


def label(words: str, across: Across, down: int, look: str) -> Markup:
    """Write words; `look` says where they are anchored."""
    return Markup('<text class="{}" x="{}" y="{}">{}</text>').format(
        look, per_cent(across), down, words
    )
