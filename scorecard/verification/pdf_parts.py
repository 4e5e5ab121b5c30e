"""The parts of a PDF that can be told apart: words, attachments, metadata."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scorecard.evidence.pdf_reading import failures, open_pdf, pages_of_text

if TYPE_CHECKING:
    from pypdf import PdfReader

RECORD = "record.json"


@dataclass(frozen=True, slots=True)
class PdfParts:
    """What a PDF shows and carries.

    `text` has one space between words; `metadata` holds the document information and
    the XMP packet under ``xmp``.
    """

    text: str
    attachments: tuple[tuple[str, bytes], ...]
    metadata: Mapping[str, str]

    def attached(self, name: str) -> bytes | None:
        """Give the one attachment of this name; None for none, or for two."""
        found = [content for each, content in self.attachments if each == name]
        return found[0] if len(found) == 1 else None

    @property
    def others(self) -> tuple[str, ...]:
        """Name what is attached beside the record."""
        return tuple(name for name, _ in self.attachments if name != RECORD)


def pdf_parts(content: bytes) -> PdfParts | None:
    """Take a PDF apart; None if it cannot be opened. Nothing in it is run."""
    pdf = open_pdf(content)
    if isinstance(pdf, str):
        return None
    try:
        words = " ".join(pages_of_text(pdf)).split()
        return PdfParts(
            " ".join(words), _attachments(pdf.reader), _metadata(pdf.reader)
        )
    except failures():
        return None


def _attachments(reader: PdfReader) -> tuple[tuple[str, bytes], ...]:
    return tuple(
        (name, content)
        for name, contents in sorted(reader.attachments.items())
        for content in contents
    )


def _metadata(reader: PdfReader) -> dict[str, str]:
    told = {key: str(value) for key, value in (reader.metadata or {}).items()}
    packet = reader.root_object.get("/Metadata")
    if packet is not None:
        told["xmp"] = packet.get_object().get_data().decode("utf-8", "replace")
    return told
