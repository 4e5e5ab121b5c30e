"""Parse what pages share, rules and fonts, once a process; and a page upon it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from scorecard.pages.bundle import rules_of, stylesheet
from scorecard.pages.fetching import fetcher
from scorecard.pages.look import BASE, BUNDLED, Look

_FACE = re.compile(r"@font-face\s*{[^}]*font-family:\s*[\"']?([^;\"'}]+)")
# An archive refuses smoothed pictures, whatever a user's stylesheet says.
_UNSMOOTHED = "* { image-rendering: crisp-edges !important }"


def parsed(html: str, look: Look) -> Any:
    """Parse a page; the package's own need few of a browser's defaults."""
    page = _kind()(string=html, base_url=BASE, url_fetcher=fetcher(look))
    page.brief = not look.templates
    return page


@lru_cache(maxsize=8)
def prepared(name: str, look: Look) -> tuple[Any, Any]:
    """Give a stylesheet's parsed rules and the fonts that they declare."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    rules = stylesheet(name, look)
    style = CSS(
        string=rules, base_url=BASE, font_config=fonts, url_fetcher=fetcher(look)
    )
    return style, fonts


@lru_cache(maxsize=4)
def families(look: Look) -> frozenset[str]:
    """Name the font families that the package and the look bring with them."""
    styles = [rules_of("fonts")]
    for name, content in look.files:
        if name.endswith((".css", ".html")):
            styles.append(content.decode("utf-8", errors="replace"))
    return frozenset(
        family.strip() for style in styles for family in _FACE.findall(style)
    )


@lru_cache(maxsize=4)
def images(look: Look) -> dict[Any, Any]:  # noqa: ARG001
    """Give the store of pictures that the pages of a look share."""
    return {}


@cache
def _kind() -> Any:
    from weasyprint import HTML

    class Document(HTML):  # type: ignore[misc]
        brief = False

        def _ua_stylesheets(self, forms: bool = False) -> Any:
            if self.brief:
                return [_defaults("defaults")]
            return [*super()._ua_stylesheets(forms), _defaults("")]

    return Document


@cache
def _defaults(name: str) -> Any:
    from weasyprint import CSS

    rules = rules_of(name) if name else _UNSMOOTHED
    return CSS(string=rules, url_fetcher=fetcher(BUNDLED))
