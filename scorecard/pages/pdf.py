"""Print a page as PDF/A-3a and PDF/UA-1 by WeasyPrint; in child processes only.

A crash of the drawing libraries then ends the child, not the run. Nothing is fetched
but what the page's look and the package hold.
"""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache, lru_cache
from types import ModuleType
from typing import Any

from scorecard.pages.bundle import rules_of, split_look, stylesheet
from scorecard.pages.fetching import fetcher
from scorecard.pages.look import BASE, BUNDLED, Look
from scorecard.pages.page import RECORD, Page, Record

VARIANT = "pdf/a-3a"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a page could not be printed: an engine that is absent, or a request."""

    no_engine: bool = False
    asked_for: str = ""


def to_pdf(page: Page) -> bytes | Refusal:
    """Print one page; the same bytes whatever was printed before."""
    weasyprint = engine()
    if weasyprint is None:
        return Refusal(no_engine=True)
    from scorecard.pages.finish import finish

    name, rest = split_look(page.html)
    style, fonts = _prepared(name, page.look)
    html = _document(rest, page.look)
    try:
        # No date and no random identifier: WeasyPrint writes them only when told.
        pdf = html.write_pdf(
            stylesheets=[style],
            font_config=fonts,
            cache=_images(page.look),
            pdf_variant=VARIANT,
            attachments=[_attachment(page.record)] if page.record else None,
            finisher=lambda document, made: finish(document, made, page),
        )
    except weasyprint.urls.FatalURLFetchingError as error:
        return Refusal(asked_for=str(error))
    return bytes(pdf)


def _document(html: str, look: Look) -> Any:
    """Parse a page; the package's own need few of a browser's defaults."""
    parsed = _kind()(string=html, base_url=BASE, url_fetcher=fetcher(look))
    parsed.own_defaults = () if look.templates else (_defaults(),)
    return parsed


@cache
def _kind() -> Any:
    from weasyprint import HTML

    class Document(HTML):  # type: ignore[misc]
        own_defaults: tuple[Any, ...] = ()

        def _ua_stylesheets(self, forms: bool = False) -> Any:
            return list(self.own_defaults) or super()._ua_stylesheets(forms)

    return Document


@cache
def _defaults() -> Any:
    from weasyprint import CSS

    return CSS(string=rules_of("defaults"), url_fetcher=fetcher(BUNDLED))


@cache
def engine() -> ModuleType | None:
    """Import WeasyPrint; None without Pango (it would print a banner on stdout)."""
    with redirect_stdout(io.StringIO()):
        try:
            import weasyprint
        except OSError:
            return None
    return weasyprint  # type: ignore[no-any-return]


def _attachment(record: Record) -> Any:
    from weasyprint import Attachment

    midnight = datetime.combine(record.day, time(), UTC)
    return Attachment(
        file_obj=io.BytesIO(record.content),
        name=RECORD,
        description=record.description,
        created=midnight,
        modified=midnight,
        relationship="Data",
    )


@lru_cache(maxsize=8)
def _prepared(name: str, look: Look) -> tuple[Any, Any]:
    """Parse a look's rules and load its fonts, once a process."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    rules = stylesheet(name)
    style = CSS(
        string=rules, base_url=BASE, font_config=fonts, url_fetcher=fetcher(look)
    )
    return style, fonts


@lru_cache(maxsize=4)
def _images(look: Look) -> dict[Any, Any]:  # noqa: ARG001
    return {}
