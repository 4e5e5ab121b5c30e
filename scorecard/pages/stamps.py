"""Drawings that stand on every page of a look: drawn once a process, stamped after.

A stamp is an artifact: decoration that is not read aloud.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache
from typing import Any

from scorecard.pages.bundle import SCHEME, bundled
from scorecard.pages.fetching import fetcher
from scorecard.pages.look import BUNDLED

# The box that a drawing fills, and the drawing.
STAMPS = {"frame": "frame.svg", "ornament": "rosette.svg"}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A drawing as deflated PDF operators, its size in points and its alpha states."""

    operators: bytes
    width: float
    height: float
    states: tuple[tuple[str, tuple[tuple[str, float], ...]], ...]


@cache
def stamp(name: str) -> Stamp:
    """Draw one of the package's drawings by WeasyPrint; KeyError for any other."""
    import weasyprint

    drawing = STAMPS[name]
    width, height = _size(bundled(drawing))
    style = f"@page {{ size: {width} {height}; margin: 0 }} body {{ margin: 0 }}"
    picture = f'<img src="{SCHEME}{drawing}" alt="" style="display: block">'
    html = weasyprint.HTML(
        string=f"<style>{style}</style>{picture}", url_fetcher=fetcher(BUNDLED)
    )
    drawn: list[Stamp] = []
    html.write_pdf(finisher=lambda _, pdf: drawn.append(_taken(pdf)))
    return drawn[0]


def _size(svg: bytes) -> tuple[str, str]:
    from xml.etree import ElementTree

    root = ElementTree.fromstring(svg)
    return root.attrib["width"], root.attrib["height"]


def _taken(pdf: Any) -> Stamp:
    """Take the operators of the only page; they must need nothing but alpha states."""
    page = _object(pdf, pdf.page_references[0])
    resources = _object(pdf, page["Resources"])
    if any(resources.get(kind) for kind in ("XObject", "Pattern", "Shading")):
        raise ValueError("a stamp's drawing must consist of plain paths")
    operators = _bytes(_object(pdf, page["Contents"]))
    _, _, width, height = page["MediaBox"]
    states = tuple(
        (name, tuple(state.items())) for name, state in resources["ExtGState"].items()
    )
    return Stamp(zlib.compress(operators, 9), width, height, states)


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _bytes(stream: Any) -> bytes:
    import pydyf

    plain = pydyf.Stream(stream.stream).data
    start = plain.index(b"stream\n") + len(b"stream\n")
    return bytes(plain[start : plain.rindex(b"\nendstream")])
