"""Draw the certificate's frame: an engraver's braid between rules, own design.

Lengths are millimetres on A4 landscape. Curves are few on purpose: each certificate
carries them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from math import cos, pi, sin

WIDTH, HEIGHT = 297, 210
BLUE, GOLD = "#14305a", "#a8833a"
_THIN = "#f4efe5"
_BRAID = 13.0
_CORNER = 9.5
_STRANDS = 4
# A cubic between two extremes of a sine is closest with this handle.
_SINE_HANDLE = 0.3642

Point = tuple[float, float]
Curve = Callable[[float], Point]


def frame_svg() -> str:
    """Give the whole frame as an SVG document."""
    parts = (
        *_watermark(),
        *_rules(),
        *_side(WIDTH, HEIGHT, upright=False),
        *_side(HEIGHT, WIDTH, upright=True),
        *_corners(),
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" '
        f'width="{WIDTH}mm" height="{HEIGHT}mm" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'fill="none">{"".join(parts)}</svg>\n'
    )


def rosette_svg() -> str:
    """Give the ornament that stands above the title."""
    parts = _rosette((10, 10), 9.4, (GOLD, BLUE), 0.16)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="20mm" height="20mm" '
        f'viewBox="0 0 20 20" fill="none">{"".join(parts)}</svg>\n'
    )


def _rules() -> Iterator[str]:
    for inset, colour, stroke in (
        (8.0, BLUE, 0.9),
        (9.2, GOLD, 0.25),
        (16.8, GOLD, 0.25),
        (17.7, BLUE, 0.35),
    ):
        yield (
            f'<rect x="{inset}" y="{inset}" width="{WIDTH - 2 * inset:g}" '
            f'height="{HEIGHT - 2 * inset:g}" stroke="{colour}" '
            f'stroke-width="{stroke}"/>'
        )


def _side(length: float, across: float, *, upright: bool) -> Iterator[str]:
    """Two opposite braids; they end where the corners' rosettes begin."""
    start, end = 8.4 + _CORNER, length - 8.4 - _CORNER
    waves = round((end - start) / 9)
    wave = (end - start) / waves
    drawn = _wave(wave)
    for middle in (_BRAID, across - _BRAID):
        for number in range(waves):
            x, y = start + number * wave, middle
            if upright:
                yield f'<g transform="translate({y:g} {x:.3f}) rotate(90)">{drawn}</g>'
            else:
                yield f'<g transform="translate({x:.3f} {y:g})">{drawn}</g>'


def _wave(length: float) -> str:
    """One wave of all strands; the same text each time, which packs to nothing."""
    paths = []
    for strand in range(_STRANDS):
        height = (3.0 - 0.7 * (strand // 2)) * (-1 if strand % 2 else 1)
        half, handle = length / 2, length / 2 * _SINE_HANDLE
        points = [
            *((0.0, height), (handle, height), (half - handle, -height)),
            *((half, -height), (half + handle, -height), (length - handle, height)),
            (length, height),
        ]
        # Round ends close the seam between two waves.
        path = _path(points, GOLD if strand % 2 else BLUE, 0.17)
        paths.append(path.replace("/>", ' stroke-linecap="round"/>'))
    return "".join(paths)


def _corners() -> Iterator[str]:
    drawn = (
        f'<circle r="5.6" fill="#fff" stroke="{BLUE}" stroke-width=".3"/>'
        f"{''.join(_rosette((0, 0), 5.1, (GOLD, BLUE), 0.13))}"
    )
    for x in (_BRAID, WIDTH - _BRAID):
        for y in (_BRAID, HEIGHT - _BRAID):
            yield f'<g transform="translate({x:g} {y:g})">{drawn}</g>'


def _watermark() -> Iterator[str]:
    # Gold thinned with white, not made transparent: printers then need no blending.
    yield from _rosette((WIDTH / 2, HEIGHT / 2 + 2), 62, (_THIN, _THIN), 0.22)


def _rosette(
    centre: Point,
    radius: float,
    colours: tuple[str, str],
    stroke: float,
    *,
    turns: int = 2,
) -> Iterator[str]:
    """Interlaced loops around a centre: outer ones, then inner ones."""
    for colour, scale, petals in ((colours[0], 1.0, 12), (colours[1], 0.62, 8)):
        for turn in range(turns):
            curve = _loop(centre, radius * scale, petals, turn / turns)
            # From tip to hollow and on: between two extremes one cubic is enough.
            start = -2 * pi * turn / turns / petals
            yield _path(_traced(curve, petals * 2, start), colour, stroke)


def _loop(centre: Point, radius: float, petals: int, turn: float) -> Curve:
    def at(angle: float) -> Point:
        away = radius * (0.76 + 0.24 * cos(petals * angle + 2 * pi * turn))
        return (centre[0] + away * cos(angle), centre[1] + away * sin(angle))

    return at


def _traced(curve: Curve, count: int, start: float) -> list[Point]:
    """A closed curve as cubics whose handles follow its tangents."""
    step = 2 * pi / count
    points: list[Point] = [curve(start)]
    for left, right in pairwise(start + step * n for n in range(count + 1)):
        points += [
            _ahead(curve, left, step * _SINE_HANDLE),
            _ahead(curve, right, -step * _SINE_HANDLE),
            curve(right),
        ]
    return points


def _ahead(curve: Curve, angle: float, by: float) -> Point:
    tiny = 1e-4
    (x0, y0), (x1, y1) = curve(angle - tiny), curve(angle + tiny)
    x, y = curve(angle)
    return (x + (x1 - x0) / (2 * tiny) * by, y + (y1 - y0) / (2 * tiny) * by)


def _path(points: list[Point], colour: str, stroke: float) -> str:
    first, *rest = (f"{x:.2f} {y:.2f}" for x, y in points)
    return (
        f'<path d="M{first}C{" ".join(rest)}" stroke="{colour}" '
        f'stroke-width="{stroke}"/>'
    )
