"""Open a PDF and read its text, within stated limits; nothing in it is ever run.

The parser is pure Python, so that a hostile file gives an exception and no dead
process, and keeps its own limits of unpacked sizes, nesting and work.
"""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from scorecard.evidence.limits import LIMITS
from scorecard.model import ActiveContent

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_MOST_ANNOTATIONS = 200

Unopened: TypeAlias = Literal[
    "document-pdf-locked", "document-pdf-broken", "document-pdf-without-pages"
]

# On a malformed file the parser stumbles over wrong types, missing keys and endless
# references; that is the file's fault. Whatever is not listed here is ours.
STUMBLES: tuple[type[Exception], ...] = (
    *(ArithmeticError, AttributeError, LookupError, NotImplementedError),
    *(RecursionError, TypeError, ValueError, AssertionError, MemoryError),
    *(EOFError, OSError, struct.error, zlib.error),
)


@dataclass(frozen=True, slots=True)
class Pdf:
    """An open PDF: how many pages, and what it would do if a viewer let it."""

    reader: PdfReader
    pages: int
    active: tuple[ActiveContent, ...]


def open_pdf(content: bytes) -> Pdf | Unopened:
    """Open a PDF that asks for no password and has a page; else say what is wrong.

    A file that only forbids printing or copying opens without a password and is read.
    """
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with _little_work():
            reader = PdfReader(io.BytesIO(content), strict=False)
            if reader.is_encrypted and not reader.decrypt(""):
                return "document-pdf-locked"
            pages = len(reader.pages)
            if pages:
                reader.pages[0].mediabox  # noqa: B018 - a page that is none fails
    except failures():
        return "document-pdf-broken"
    if not pages:
        return "document-pdf-without-pages"
    return Pdf(reader, pages, _active(reader, pages))


def pages_of_text(pdf: Pdf) -> Iterator[str]:
    """Give the text of the first pages, one by one; a page that fails has none.

    Stops at the stated limit of pages or of characters, whichever comes first.
    """
    left = LIMITS.document_text
    for number in range(min(pdf.pages, LIMITS.document_pages)):
        text = _text_of(pdf, number)[:left]
        left -= len(text)
        yield text
        if left <= 0:
            return


def failures() -> tuple[type[Exception], ...]:
    """Name what the parser raises over a malformed file."""
    from pypdf.errors import PyPdfError

    return (PyPdfError, *STUMBLES)


def _text_of(pdf: Pdf, number: int) -> str:
    try:
        with _little_work():
            return pdf.reader.pages[number].extract_text()
    except failures():
        return ""


def _little_work() -> AbstractContextManager[object]:
    """Bound the parser's work on one stream, in bytes unpacked and signs read.

    Below its own limits: a page that holds a map may pass, twenty bombs may not.
    """
    from pypdf import apply_configuration

    return apply_configuration(
        zlib_maximum_output_length=25_000_000,
        stream_decoding_work_maximum_length=100_000_000,
        stream_parsing_work_maximum_count=400_000,
    )


def _active(reader: PdfReader, pages: int) -> tuple[ActiveContent, ...]:
    """Say what the document would run or carry: scripts, programs, other files.

    What is malformed there spoils no page, and is passed over.
    """
    kinds: set[ActiveContent | None] = set()
    try:
        kinds |= set(_of_document(_mapping(reader.trailer["/Root"])))
        for number in range(min(pages, LIMITS.document_pages)):
            kinds |= set(map(_kind_of, _actions_on(reader.pages[number])))
    except failures():
        pass
    order: tuple[ActiveContent, ...] = ("javascript", "launch", "embedded_files")
    return tuple(kind for kind in order if kind in kinds)


def _of_document(root: Any) -> Iterator[ActiveContent | None]:
    yield from map(_kind_of, _actions(root))
    names = _mapping(root.get("/Names"))
    if "/JavaScript" in names:
        yield "javascript"
    if "/EmbeddedFiles" in names or "/AF" in root:
        yield "embedded_files"


def _actions_on(page: PageObject) -> Iterator[Any]:
    yield from _actions(page)
    annotations = page.get("/Annots")
    listed = annotations.get_object() if annotations is not None else ()
    for annotation in list(listed or ())[:_MOST_ANNOTATIONS]:
        yield from _actions(_mapping(annotation))


def _actions(holder: Any) -> Iterator[Any]:
    """Give the actions of a document, a page or an annotation."""
    for key in ("/OpenAction", "/A"):
        yield _mapping(holder.get(key))
    yield from (_mapping(each) for each in _mapping(holder.get("/AA")).values())


def _kind_of(action: Any) -> ActiveContent | None:
    match action.get("/S"):
        case "/JavaScript":
            return "javascript"
        case "/Launch":
            return "launch"
        case "/GoToE":
            return "embedded_files"
        case _:
            return None


def _mapping(value: Any) -> Any:
    """Follow a reference; whatever is no dictionary counts as an empty one."""
    found = value.get_object() if hasattr(value, "get_object") else value
    return found if isinstance(found, dict) else {}
