"""Print a page as PDF by WeasyPrint; to be called in child processes only.

A crash of the drawing libraries then ends the child, not the run. Nothing is fetched
but the bundled files.
"""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

from scorecard.pages.bundle import SCHEME, bundled, media_type, split_look, stylesheet


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a page could not be printed: an engine that is absent, or a request."""

    no_engine: bool = False
    asked_for: str = ""


def to_pdf(html: str) -> bytes | Refusal:
    """Print one page; the same bytes whatever was printed before."""
    weasyprint = engine()
    if weasyprint is None:
        return Refusal(no_engine=True)
    look, rest = split_look(html)
    style, fonts = _prepared(look)
    page = weasyprint.HTML(string=rest, url_fetcher=bundled_only())
    try:
        # No date and no random identifier: WeasyPrint writes them only when told.
        pdf = page.write_pdf(stylesheets=[style], font_config=fonts, cache=_images())
    except weasyprint.urls.FatalURLFetchingError as error:
        return Refusal(asked_for=str(error))
    return bytes(pdf)


@cache
def engine() -> ModuleType | None:
    """Import WeasyPrint; None without Pango (it would print a banner on stdout)."""
    with redirect_stdout(io.StringIO()):
        try:
            import weasyprint
        except OSError:
            return None
    return weasyprint  # type: ignore[no-any-return]


@cache
def bundled_only() -> Any:
    """Give a fetcher that knows the bundled files and asks nobody else."""
    from weasyprint.urls import (
        FatalURLFetchingError,
        URLFetcher,
        URLFetcherResponse,
    )

    class BundledOnly(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ARG002
            name = url.removeprefix(SCHEME)
            try:
                content = bundled(name)
            except KeyError:
                raise FatalURLFetchingError(url) from None
            return URLFetcherResponse(url, content, {"Content-Type": media_type(name)})

    return BundledOnly(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)


@cache
def _prepared(look: str) -> tuple[Any, Any]:
    """Parse a look's rules and load its fonts, once a process."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    rules = stylesheet(look)
    style = CSS(string=rules, font_config=fonts, url_fetcher=bundled_only())
    return style, fonts


@cache
def _images() -> dict[Any, Any]:
    return {}
