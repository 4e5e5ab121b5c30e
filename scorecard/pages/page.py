"""What is printed: a page, what travels inside its file, what stands in its boxes.

A box is an element with an ``id``; the page leaves it empty and the printer fills it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from scorecard.pages.look import BUNDLED, Look

QR_BOX = "qr"
RECORD = "record.json"


@dataclass(frozen=True, slots=True)
class Record:
    """The result record that a file carries: JSON, what it is, and its day."""

    content: bytes
    description: str
    day: date


@dataclass(frozen=True, slots=True)
class Code:
    """The text of the QR code, and what a reader who cannot see it is told."""

    text: str
    alternative: str


@dataclass(frozen=True, slots=True)
class SignatureField:
    """An empty field in the box of its name; `title` is read aloud."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """A document to print: its path below outputs/, its HTML and what goes with it."""

    path: str
    html: str
    record: Record | None = None
    code: Code | None = None
    fields: tuple[SignatureField, ...] = ()
    look: Look = BUNDLED
