"""Values of cells written in ways that the fast reader takes for something else.

It reads a shared text's number with anything around it as 0, so shows the first text of
the workbook, and a value in a marked section or by character numbers as blank. Such
values are written plainly first; a number of no text at all is refused.
"""

from __future__ import annotations

import re
from html import unescape
from xml.sax.saxutils import escape

from scorecard.evidence.unread import UnreadError
from scorecard.evidence.xml_part import broken

_VALUE = rb"<(?:\w+:)?v\b[^<>]*(?<!/)>"
_ODD_INDEX = re.compile(rb"t=[\"']s[\"'][^<>]*>\s*" + _VALUE + rb"(?![0-9]{1,9}<)")
_INDEX = re.compile(
    rb"(t=[\"']s[\"'][^<>]*>\s*" + _VALUE + rb")([^<]*)(?=</(?:\w+:)?v>)"
)
_MASKED = re.compile(rb"(" + _VALUE + rb")([^<]*(?:<!|&#).*?)(?=</(?:\w+:)?v>)", re.S)
# Past this many digits no workbook within the limits has a text.
_LONGEST = 9
_PIECE = re.compile(rb"<!--.*?-->|<!\[CDATA\[(.*?)\]\]>", re.S)


def plain_values(part: bytes) -> bytes:
    """Write the values of a worksheet part as the fast reader knows them.

    Raises UnreadError where a cell of a shared text names none by its number.
    """
    if b"<!" in part or b"&#" in part:
        part = _MASKED.sub(_unmasked, part)
    if _ODD_INDEX.search(part):
        part = _INDEX.sub(_index, part)
    return part


def _unmasked(match: re.Match[bytes]) -> bytes:
    def plain(piece: re.Match[bytes]) -> bytes:
        return _escaped((piece[1] or b"").decode())

    value = _PIECE.sub(plain, match[2]).decode()
    return match[1] + _escaped(unescape(value))


def _escaped(text: str) -> bytes:
    return escape(text).encode()


def _index(match: re.Match[bytes]) -> bytes:
    number = match[2].strip()
    if number and not (number.isdigit() and len(number) <= _LONGEST):
        raise _no_text(number)
    return match[1] + number


def _no_text(number: bytes) -> UnreadError:
    return broken(f"shared text {number.decode(errors='replace')[:20]}")
