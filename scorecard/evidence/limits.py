"""The stated limits of what is read; exceeding one is a Problem, not a crash."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, tables in cells and rows, numbers as they are."""

    workbook: int = 50 * _MEBIBYTE
    unpacked: int = 200 * _MEBIBYTE
    entries: int = 1_000
    cells: int = 5_000_000
    attachment: int = 100 * _MEBIBYTE
    list_file: int = 5 * _MEBIBYTE
    header_rows: int = 60
    number: Fraction = Fraction(10**12)
    seen: int = 80


LIMITS = Limits()
