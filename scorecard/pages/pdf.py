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

from scorecard.pages.bundle import split_look, stylesheet
from scorecard.pages.fetching import fetcher
from scorecard.pages.look import BASE, Look
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
    html = weasyprint.HTML(
        string=rest, base_url=BASE, url_fetcher=fetcher(page.look)
    )
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
