"""The files a page may use: fonts, stylesheets, drawings, and the user's instead."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import cache, lru_cache, partial
from pathlib import Path

from markupsafe import escape

from scorecard.pages.frame import frame_svg, rosette_svg
from scorecard.pages.look import BUNDLED, Look
from scorecard.pages.page import QR_BOX, RECORD, Page, Record
from scorecard.pages.qr import qr_svg

FONTS = (
    "sans-regular.woff2",
    "sans-semibold.woff2",
    "sans-bold.woff2",
    "serif-regular.woff2",
    "serif-italic.woff2",
    "serif-semibold.woff2",
)
DRAWINGS = ("frame.svg", "rosette.svg")
SCHEME = "bundled:"
_LOOKS = ("certificate.css", "rapor.css", "compliance.css")
_HERE = Path(__file__).parent
_LINK = re.compile(
    rf'<link rel="stylesheet" href="(?:{SCHEME})?([A-Za-z0-9_-]+)\.css">'
)
_CODE = re.compile(rf'<div id="{QR_BOX}"[^>]*>')
# Where the link to the record stands on a screen, whatever the page looks like.
_ON_SCREEN = "position: fixed; right: 4mm; bottom: 3mm; font: 11px sans-serif"
_RULE_ADDRESS = re.compile(r'url\("?([A-Za-z0-9:._-]+)"?\)')
_PICTURE_ADDRESS = re.compile(r'(?<=<img src=")([A-Za-z0-9._-]+)(?=")')
_MEDIA_TYPES = {
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".css": "text/css",
}


@cache
def bundled(name: str) -> bytes:
    """Give a bundled file's bytes; KeyError for any name that is not listed."""
    return _FILES[name]()


def is_bundled(name: str) -> bool:
    """Tell whether the package has a stylesheet, font or drawing of this name."""
    return name in _FILES or name in _LOOKS


def media_type(name: str) -> str:
    """Give the media type of a file by its name."""
    return _MEDIA_TYPES[Path(name).suffix]


@lru_cache(maxsize=8)
def stylesheet(name: str, look: Look = BUNDLED) -> str:
    """Give the rules of a page, the fonts' declarations first; the user's if any.

    Raises ValueError for a stylesheet that neither has.
    """
    given = look.file(f"{name}.css")
    if given is not None:
        return rules_of("fonts") + given.decode("utf-8", errors="replace")
    if not name:
        return rules_of("fonts")
    if not is_bundled(f"{name}.css"):
        raise ValueError(f"no stylesheet {name}.css")
    return rules_of("fonts") + rules_of(name)


def split_look(html: str) -> tuple[str, str]:
    """Take the link to the stylesheet out of a page: its name, and the rest.

    A page without one gets the fonts alone: the name is then empty.
    """
    link = _LINK.search(html)
    if link is None:
        return "", html
    return link[1], html[: link.start()] + html[link.end() :]


def standalone_html(page: Page) -> str:
    """Put stylesheet, fonts, drawings and code into the page: one file, to print.

    The record travels along too, as a link that is not printed: what it saves is the
    same to the last byte as what a PDF carries.
    """
    name, rest = split_look(page.html)
    style = f"<style>\n{_inlined(name, page.look)}</style>"
    head, end, body = rest.partition("</head>")
    body = _PICTURE_ADDRESS.sub(lambda found: _data(found[1], page.look), body)
    if page.code:
        drawn = qr_svg(page.code.text, str(escape(page.code.alternative)))
        body = _CODE.sub(lambda box: box[0] + drawn, body, count=1)
    if page.record:
        body = body.replace("</body>", _record_link(page.record) + "</body>", 1)
    return f"{head}{style}\n{end}{body}"


def _record_link(record: Record) -> str:
    style = "<style>@media print { #record { display: none } }</style>"
    return (
        f'{style}<p id="record" style="{_ON_SCREEN}"><a download="{RECORD}" '
        f'href="data:application/json;base64,{_base64(record.content)}">'
        f"{escape(record.description)}</a></p>"
    )


@lru_cache(maxsize=8)
def _inlined(name: str, look: Look) -> str:
    own = look.file(f"{name}.css") is None
    rules = stylesheet(name, look) + (rules_of(f"{name}-browser") if own else "")
    return _RULE_ADDRESS.sub(lambda found: f'url("{_data(found[1], look)}")', rules)


def rules_of(name: str) -> str:
    """Give one stylesheet of the package as it is written."""
    return (_HERE / f"{name}.css").read_text(encoding="utf-8")


def _data(address: str, look: Look) -> str:
    name = address.removeprefix(SCHEME)
    given = look.file(name)
    text = _base64(bundled(name) if given is None else given)
    return f"data:{media_type(name)};base64,{text}"


def _base64(content: bytes) -> str:
    return b64encode(content).decode("ascii")


def _font(name: str) -> bytes:
    return (_HERE / "fonts" / name).read_bytes()


_FILES: Mapping[str, Callable[[], bytes]] = {
    **{name: partial(_font, name) for name in FONTS},
    "frame.svg": lambda: frame_svg().encode("ascii"),
    "rosette.svg": lambda: rosette_svg().encode("ascii"),
}
