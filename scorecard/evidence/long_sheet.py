"""Cut a large worksheet after its first rows, where the headings and forms stand."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass

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


def shortened(part: bytes) -> ShortSheet | None:
    """Give the first rows of a plain part.

    None if it is short, or not written to its end, each row under the one before.
    """
    found = _ROW.findall(part)
    numbers = list(map(int, filter(None, found)))
    in_order = len(found) == len(numbers) == len(set(numbers))
    if not in_order or numbers != sorted(numbers):
        return None
    if not numbers or numbers[-1] <= FIRST_ROWS:
        return None
    if not part[-64:].rstrip().endswith(b"</worksheet>"):
        return None
    following = numbers[bisect(numbers, FIRST_ROWS)]
    end = part.find(b'<row r="%d"' % following)
    return ShortSheet(part[:end] + _END, numbers[-1])
