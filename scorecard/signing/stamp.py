"""The visible stamp of a signature: a QR code, who signed, and when.

It is drawn into the empty field that the certificate was printed with, and says that
something was signed only because at this very moment it is being signed.
"""

from __future__ import annotations

from dataclasses import dataclass

from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.stamp import BaseStamp, BaseStampStyle

from scorecard.pages.qr import qr_operators
from scorecard.signing.outlines import Weight, outlined, width_of

# In points; a line's size follows from the stamp's height, and shrinks to its width.
_GAP, _LEAST_SIZE = 4.0, 3.2
_LEADING = 1.22
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the stamp; `share` is its part of the stamp's height."""

    text: str
    weight: Weight
    share: float


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a signature shows of itself: the QR code's text, and lines beside it."""

    qr: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class StampStyle(BaseStampStyle):  # type: ignore[misc,unused-ignore]
    """Draws a stamp into the signature's field."""

    stamp: Stamp | None = None

    def create_stamp(
        self,
        writer: BasePdfFileWriter,
        box: BoxConstraints,
        text_params: object,  # noqa: ARG002  the stamp has its words already
    ) -> BaseStamp:
        """Give the drawing for a field of this size."""
        assert self.stamp is not None
        return _Drawing(writer, self, box)


class _Drawing(BaseStamp):
    style: StampStyle

    def as_form_xobject(self) -> StreamObject:
        """Give the drawing as an object of its own, deflated when it is written."""
        drawing = super().as_form_xobject()
        drawing.compress()  # type: ignore[no-untyped-call]
        return drawing

    def render(self) -> bytes:
        """Give the drawing's operators."""
        assert self.style.stamp is not None
        width, height = float(self.box.width), float(self.box.height)
        return operators(self.style.stamp, width, height)


def operators(stamp: Stamp, width: float, height: float) -> bytes:
    """Draw a stamp on a field of `width` x `height` points, from its lower left."""
    side = min(height, width / 2)
    left = side + _GAP
    # The code's rows run downwards; a PDF's upwards.
    code = qr_operators(stamp.qr, (0.0, 0.0, side, side)).decode("ascii")
    flipped = f"q 1 0 0 -1 0 {(height + side) / 2:.4g} cm {code} Q"
    return "\n".join(
        (flipped, "0 g", *_lines(stamp, (left, width - left), height))
    ).encode("ascii")


def _lines(stamp: Stamp, across: tuple[float, float], height: float) -> list[str]:
    left, room = across
    drawn, y = [], height
    spare = height * (1 - sum(line.share for line in stamp.lines)) / 2
    y -= max(spare, 0.0)
    for line in stamp.lines:
        size = _fitting(line, room, height)
        y -= line.share * height
        base = y + (line.share * height - size) / 2 + size * 0.2
        text = _shortened(line, room, size)
        drawn.append(outlined(text, line.weight, size, (left, base)))
    return drawn


def _fitting(line: Line, room: float, height: float) -> float:
    wanted = line.share * height / _LEADING
    widest = room / max(width_of(line.text, line.weight), 0.01)
    return max(min(wanted, widest), _LEAST_SIZE)


def _shortened(line: Line, room: float, size: float) -> str:
    if width_of(line.text, line.weight) * size <= room + 0.01:
        return line.text
    text = line.text
    while text and width_of(text + _ELLIPSIS, line.weight) * size > room:
        text = text[:-1]
    return text.rstrip() + _ELLIPSIS
