"""Large worksheets of plain cells: told to the byte, and cut after their first rows.

In the first rows stand headings and forms; all below is read by column.
"""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass

_FIRST, _LAST = b"<sheetData>", b"</sheetData>"
# The ways in which servers and spreadsheet programs write a number, a text or a blank,
# the two most frequent first. Atomic groups and possessive stars: it takes less time
# than one search for what stands out, and a sheet that does not fit is told at once.
_PLAIN = re.compile(
    rb'(?>\s*<row r="[0-9]{1,5}"[^<>]*+(?<=/)>|\s*<row r="[0-9]{1,5}"[^<>]*+>'
    rb'(?><c r="A?[A-Z][0-9]{1,5}"'
    rb'(?> t="inlineStr"><is><t>[^<]*+</t></is></c>| t="s"><v>[^<]*+</v></c>'
    rb'|(?: s="[0-9]{1,7}")?(?: t="(?:s|n|b|str|inlineStr)")?(?: s="[0-9]{1,7}")?'
    rb"(?>/>|>(?><is><t(?: [^<>]*)?>[^<]*+</t></is>|<v>[^<]*+</v>|)</c>)))*+"
    rb"</row>)*+\s*"
)
_ROW = re.compile(rb'<row\b(?: r="([0-9]{1,5})")?')
FIRST_ROWS = 320
# A plain cell stands in column AZ at most.
_COLUMNS = 52
_END = b"</sheetData></worksheet>"


@dataclass(frozen=True, slots=True)
class ShortSheet:
    """A worksheet part of the first rows alone; `last_row` is that of the whole."""

    part: bytes
    last_row: int

    @property
    def most_cells(self) -> int:
        """The area that the whole sheet has at most."""
        return self.last_row * _COLUMNS


def frame_of_plain(part: bytes) -> bytes | None:
    """Give what stands around the rows; None unless every byte of them is plain.

    Then no cell of theirs is an error or a formula, none is without its name, and
    nothing is left open, hidden in a comment, or of another name than cells have.
    """
    start, end = part.find(_FIRST) + len(_FIRST), part.rfind(_LAST)
    if not len(_FIRST) <= start <= end or _PLAIN.fullmatch(part, start, end) is None:
        return None
    return part[:start] + part[end:]


def shortened(part: bytes) -> ShortSheet | None:
    """Give the first rows of a plain part.

    None if it is short, or its rows are not in order.
    """
    found = _ROW.findall(part)
    numbers = list(map(int, filter(None, found)))
    in_order = len(found) == len(numbers) == len(set(numbers))
    if not in_order or numbers != sorted(numbers):
        return None
    if not numbers or numbers[-1] <= FIRST_ROWS:
        return None
    following = numbers[bisect(numbers, FIRST_ROWS)]
    end = part.find(b'<row r="%d"' % following)
    return ShortSheet(part[:end] + _END, numbers[-1])
