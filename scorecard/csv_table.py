"""Tables as CSV that spreadsheet programs in Indonesia open as they are meant."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_NUMBER = re.compile(r"-[0-9]+(?:[.,][0-9]+)?%?")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_bytes(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write UTF-8 with a mark; cells apart by ``;``, since ``,`` marks decimals there.

    Words that a program would read as a formula are kept words by ``'``; a negative
    number stays one.
    """
    table = io.StringIO()
    writer = csv.writer(table, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings)
    for row in rows:
        writer.writerow([_as_text(cell) for cell in row])
    return table.getvalue().encode("utf-8-sig")


def _as_text(cell: str) -> str:
    if _NUMBER.fullmatch(cell) or not cell.startswith(_FORMULA_STARTS):
        return cell
    return f"'{cell}"
