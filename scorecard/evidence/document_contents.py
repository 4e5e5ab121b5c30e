"""Open an attached file as what its ending says, and note what it holds."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from scorecard.evidence.archive import Archive
from scorecard.evidence.file_kinds import (
    MAIN_PART,
    archive_of,
    begins_as,
    picture_size,
)
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.pdf_reading import Unopened, open_pdf, pages_of_text
from scorecard.evidence.signatures import read_signatures
from scorecard.evidence.text_checks import Looked, Sought, look, unread
from scorecard.evidence.unread import UnreadError
from scorecard.model import ActiveContent, FileKind, FileSignature, TextCheck

Unsound: TypeAlias = (
    Unopened
    | Literal[
        "document-file-not-what-it-says",
        "document-picture-broken",
        "document-archive-broken",
    ]
)

_PARAGRAPH = re.compile(r"</w:p>|<w:(?:br|tab)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a sound file holds; `read` is how many pages of text were looked through."""

    kind: FileKind
    pages: int | None = None
    size: tuple[int, int] | None = None
    text: bool | None = None
    read: int = 0
    checks: tuple[TextCheck, ...] = ()
    signatures: tuple[FileSignature, ...] = ()
    active: tuple[ActiveContent, ...] = ()


def examine(
    content: bytes, kind: FileKind, sought: Sequence[Sought]
) -> Contents | Unsound:
    """Open a file of the kind and look in its text for what the form says.

    Gives the code of the Problem where it is no such file, or does not open.
    """
    if not begins_as(kind, content):
        return "document-file-not-what-it-says"
    match kind:
        case "pdf":
            return _pdf(content, sought)
        case "jpg" | "png":
            size = picture_size(kind, content)
            if size is None:
                return "document-picture-broken"
            return Contents(kind, size=size, checks=unread(sought))
        case "docx" | "xlsx" | "zip":
            return _archive(content, kind, sought)


def _pdf(content: bytes, sought: Sequence[Sought]) -> Contents | Unsound:
    pdf = open_pdf(content)
    if isinstance(pdf, str):
        return pdf
    looked = look(pages_of_text(pdf), sought)
    return Contents(
        kind="pdf",
        pages=pdf.pages,
        text=looked.text,
        read=looked.pages,
        checks=looked.checks,
        signatures=read_signatures(content),
        active=pdf.active,
    )


def _archive(
    content: bytes, kind: FileKind, sought: Sequence[Sought]
) -> Contents | Unsound:
    archive = archive_of(kind, content)
    if archive is None:
        return "document-archive-broken"
    if kind != "docx":
        return Contents(kind, checks=unread(sought))
    looked = _looked_in(archive, sought)
    if looked is None:
        return "document-archive-broken"
    return Contents(kind, text=looked.text, checks=looked.checks)


def _looked_in(archive: Archive, sought: Sequence[Sought]) -> Looked | None:
    """Look in the text of a word processor's document, as if it were one page."""
    try:
        xml = archive.part(MAIN_PART["docx"]).decode("utf-8", "replace")
    except UnreadError:
        return None
    text = html.unescape(
        _TAG.sub("", _PARAGRAPH.sub("\n", xml[: 20 * LIMITS.document_text]))
    )
    return look([text[: LIMITS.document_text]], sought)
