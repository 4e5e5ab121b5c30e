"""The stated limits of what is read; exceeding one is a Problem, not a crash.

`docs/limits.md` lists each of them; a test holds it equal to this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, tables in cells and rows, numbers as they are.

    `ratio` binds parts that unpack to more than `ratio_above`; `cells` is the area from
    A1 to the last filled cell, all sheets together; `texts` is the size of all texts
    once each cell holds its own. `whole_scan` is the part up to which every element of
    a sheet is looked at, larger ones only where something stands out.
    """

    workbook: int = 50 * _MEBIBYTE
    entries: int = 1_000
    part: int = 100 * _MEBIBYTE
    unpacked: int = 200 * _MEBIBYTE
    ratio: int = 100
    ratio_above: int = _MEBIBYTE
    depth: int = 64
    sheets: int = 255
    rows: int = 1_048_576
    columns: int = 16_384
    cells: int = 5_000_000
    text: int = 1_000_000
    texts: int = 512 * _MEBIBYTE
    whole_scan: int = _MEBIBYTE // 8
    slow_cells: int = 250_000
    attachment: int = 100 * _MEBIBYTE
    document_pages: int = 20
    document_text: int = 200_000
    list_file: int = 5 * _MEBIBYTE
    header_rows: int = 60
    number: Fraction = Fraction(10**12)
    seen: int = 80


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Bounds:
    """What reading one submission may take in its worker.

    Seconds on the clock, seconds of the processor, and bytes of memory beyond what the
    worker had when it began.
    """

    seconds: int = 300
    cpu_seconds: int = 120
    memory: int = 2_048 * _MEBIBYTE


BOUNDS = Bounds()
