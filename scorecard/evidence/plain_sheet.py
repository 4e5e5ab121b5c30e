"""Tell whether a worksheet is written as all common programs write it, to the byte."""

from __future__ import annotations

import re

_FIRST, _LAST = b"<sheetData>", b"</sheetData>"
# Up to column AZ and row 9,999: what is larger is measured before it is read. Atomic
# groups and possessive stars: a part that does not fit is told so at once.
_ROWS = re.compile(
    rb"(?>\s*<row(?: [^<>]*)?(?:/>|>(?>\s*"
    rb'<c r="A?[A-Z][1-9][0-9]{0,3}"(?: s="[0-9]{1,7}")?'
    rb'(?: t="(?:s|n|b|e|str|inlineStr)")?(?:/>|>'
    rb"(?:<f(?: [^<>]*)?(?:/>|>[^<]*</f>))?"
    rb"(?:<v(?: [^<>]*)?(?:/>|>[^<]*</v>)|<is><t(?: [^<>]*)?>[^<]*</t></is>)?"
    rb"</c>))*+\s*</row>))*+\s*"
)
# Comments, marked sections and characters by number: seldom, and easily misread.
_SELDOM = (b"<!", b"&#")


def frame_of(part: bytes) -> bytes | None:
    """Give a plain sheet without its rows; None where any byte of it is not plain.

    A plain row holds cells alone, each named, with a formula, a value or a text in it,
    in this order. The frame is what a program writes around the rows: not looked at.
    """
    start, end = part.find(_FIRST) + len(_FIRST), part.rfind(_LAST)
    if not len(_FIRST) <= start <= end or any(each in part for each in _SELDOM):
        return None
    if _ROWS.fullmatch(part, start, end) is None:
        return None
    return part[:start] + part[end:]
