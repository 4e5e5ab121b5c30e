"""Print a page as PDF/A-3a and PDF/UA-1 by WeasyPrint; in child processes only.

A crash of the drawing libraries then ends the child, not the run. Nothing is fetched
but what the page's look and the package hold.
"""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from types import ModuleType
from typing import Any

from scorecard.pages.bundle import split_look
from scorecard.pages.page import RECORD, Page, Record
from scorecard.pages.prepared import images, parsed, prepared

VARIANT = "pdf/a-3a"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a page could not be printed: no engine, a request, a font of the system."""

    no_engine: bool = False
    asked_for: str = ""
    foreign_font: str = ""


def to_pdf(page: Page) -> bytes | Refusal:
    """Print one page; the same bytes whatever was printed before."""
    weasyprint = engine()
    if weasyprint is None:
        return Refusal(no_engine=True)
    from scorecard.pages.finish import ForeignFontError, finish

    name, rest = split_look(page.html)
    style, fonts = prepared(name, page.look)
    html = parsed(rest, page.look)
    try:
        # No date and no random identifier: WeasyPrint writes them only when told.
        pdf = html.write_pdf(
            stylesheets=[style],
            font_config=fonts,
            cache=images(page.look),
            pdf_variant=VARIANT,
            attachments=[attachment_of(page.record)] if page.record else None,
            finisher=lambda document, made: finish(document, made, page),
        )
    except weasyprint.urls.FatalURLFetchingError as error:
        return Refusal(asked_for=str(error))
    except ForeignFontError as error:
        return Refusal(foreign_font=str(error))
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


def attachment_of(record: Record) -> Any:
    """Give a record as WeasyPrint attaches it, dated by its own day."""
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
