"""One form for each participant, copied from one workbook: only the words differ.

The code and the name stand among the workbook's shared strings; all other parts are
compressed once.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from scorecard.model import Participant
from scorecard.sheets.book import clean
from scorecard.sheets.form.clock import hours_of
from scorecard.sheets.form.tokens import CODE_TOKEN, HOURS_TOKEN, NAME_TOKEN

_STRINGS = "xl/sharedStrings.xml"
_EMPTY = "<sheetData/>"
_DATED = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A workbook without its shared strings, and these with their tokens."""

    parts: bytes
    strings: str


def skeleton(content: bytes, rows: str) -> Skeleton:
    """Take a workbook apart; `rows` fill the hidden sheet that was left without."""
    buffer = BytesIO()
    strings = ""
    with ZipFile(BytesIO(content)) as made, ZipFile(buffer, "w") as parts:
        hidden = _sheet_of_rows(made) if rows else ""
        for name in made.namelist():
            text = made.read(name)
            if name == _STRINGS:
                strings = text.decode()
                continue
            if name == hidden:
                text = text.decode().replace(_EMPTY, rows).encode()
            parts.writestr(_entry(name), text, ZIP_DEFLATED)
    return Skeleton(buffer.getvalue(), strings)


def form_for(of: Skeleton, participant: Participant | None) -> bytes:
    """Put a participant's code and name into a copy of the form."""
    strings = of.strings
    if participant is not None:
        for token, words in (
            (CODE_TOKEN, participant.code),
            (NAME_TOKEN, participant.name),
            (HOURS_TOKEN, str(hours_of(participant.code))),
        ):
            strings = strings.replace(token, escape(clean(words)))
    buffer = BytesIO(of.parts)
    with ZipFile(buffer, "a") as copy:
        copy.writestr(_entry(_STRINGS), strings, ZIP_DEFLATED)
    return buffer.getvalue()


def _sheet_of_rows(made: ZipFile) -> str:
    """Find the last of the sheets that hold nothing: the one that rows are for."""
    empty = [
        name
        for name in made.namelist()
        if name.startswith("xl/worksheets/sheet") and _EMPTY in made.read(name).decode()
    ]
    return empty[-1]


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _DATED)
    entry.external_attr = 0o600 << 16
    entry.create_system = 3
    return entry
