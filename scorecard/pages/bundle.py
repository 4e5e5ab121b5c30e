"""The files a page may use: fonts, stylesheets and drawings of this package alone."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path

from markupsafe import escape

from scorecard.pages.frame import frame_svg, rosette_svg
from scorecard.pages.page import QR_BOX, Page
from scorecard.pages.qr import qr_svg

FONTS = (
    "sans-regular.woff2",
    "sans-semibold.woff2",
    "sans-bold.woff2",
    "serif-regular.woff2",
    "serif-italic.woff2",
    "serif-semibold.woff2",
)
SCHEME = "bundled:"
_HERE = Path(__file__).parent
_LINK = re.compile(rf'<link rel="stylesheet" href="{SCHEME}([a-z]+)\.css">')
_CODE = re.compile(rf'<div id="{QR_BOX}"[^>]*>')
_ADDRESS = re.compile(rf'url\("{SCHEME}([a-z0-9.-]+)"\)')
_MEDIA_TYPES = {".woff2": "font/woff2", ".svg": "image/svg+xml"}


@cache
def bundled(name: str) -> bytes:
    """Give a bundled file's bytes; KeyError for any name that is not listed."""
    return _FILES[name]()


def media_type(name: str) -> str:
    """Give the media type of a bundled file."""
    return _MEDIA_TYPES[Path(name).suffix]


@cache
def stylesheet(look: str) -> str:
    """Give the rules of a look, the fonts' declarations first."""
    return rules_of("fonts") + rules_of(look)


def split_look(html: str) -> tuple[str, str]:
    """Take the link to the stylesheet out of a page: its look, and the rest.

    Raises ValueError for a page that no template of this package made.
    """
    link = _LINK.search(html)
    if link is None:
        raise ValueError("the page names no bundled stylesheet")
    return link[1], html[: link.start()] + html[link.end() :]


def standalone_html(page: Page) -> str:
    """Put stylesheet, fonts, drawings and code into the page: one file, to print."""
    look, rest = split_look(page.html)
    style = f"<style>\n{_inlined(look)}</style>"
    head, end, body = rest.partition("</head>")
    if page.code:
        drawn = qr_svg(page.code.text, str(escape(page.code.alternative)))
        body = _CODE.sub(lambda box: box[0] + drawn, body, count=1)
    return f"{head}{style}\n{end}{body}"


@cache
def _inlined(look: str) -> str:
    rules = stylesheet(look) + rules_of(f"{look}-browser")
    return _ADDRESS.sub(lambda address: _data(address[1]), rules)


def rules_of(name: str) -> str:
    """Give one stylesheet of the package as it is written."""
    return (_HERE / f"{name}.css").read_text(encoding="utf-8")


def _data(name: str) -> str:
    text = b64encode(bundled(name)).decode("ascii")
    return f'url("data:{media_type(name)};base64,{text}")'


def _font(name: str) -> bytes:
    return (_HERE / "fonts" / name).read_bytes()


_FILES: Mapping[str, Callable[[], bytes]] = {
    **{name: partial(_font, name) for name in FONTS},
    "frame.svg": lambda: frame_svg().encode("ascii"),
    "rosette.svg": lambda: rosette_svg().encode("ascii"),
}
