"""Tables inside sheets: the header row is found by its cells, wherever it stands.

Headings may take up to three rows: merged cells over single ones, or a heading broken
over two cells. Such a heading is read both ways, from above and from below.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from scorecard.evidence.folding import folded
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.workbook import Sheet, Value

_MOST_ROWS = 3
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class Header:
    """The row of headings: each known column's place, and the unknown ones as written.

    `row` is the last of its rows, where it has several: `depth` of them.
    """

    row: int
    columns: Mapping[str, int]
    twice: tuple[str, ...]
    unknown: tuple[str, ...]
    depth: int = 1


def find_header(
    sheet: Sheet, names: Mapping[str, Iterable[str]], needed: Collection[str]
) -> Header | None:
    """Find the first row that holds a heading of every needed column.

    `names` gives the spellings of each column, the preferred one first.
    """
    known = {folded(name): key for key, each in names.items() for name in each}
    texts = _texts(sheet)
    parts = _parts(known)
    for end, row in enumerate(texts):
        if not any(folded(cell) in parts for cell in row if cell):
            continue
        for start in range(end, max(-1, end - _MOST_ROWS), -1):
            header = _header(texts[start : end + 1], end + 1, known)
            if set(needed) <= header.columns.keys():
                return _with_rows_below(header, texts[: start + _MOST_ROWS], known)
    return None


def likeliest_header(sheet: Sheet, names: Mapping[str, Iterable[str]]) -> Header | None:
    """Find the row that holds most known headings, two at least, to speak of it."""
    known = {folded(name): key for key, each in names.items() for name in each}
    rows = enumerate(_texts(sheet), start=1)
    headers = (_header([row], number, known) for number, row in rows)
    best = max(headers, key=lambda each: len(each.columns), default=None)
    return best if best and len(best.columns) > 1 else None


def is_blank(value: Value) -> bool:
    """Nothing was written in the cell."""
    return value is None or (isinstance(value, str) and not value.strip())


def _texts(sheet: Sheet) -> list[list[str]]:
    """Give what may be headings; long texts are a citizen's words, never read here."""
    return [
        [
            " ".join(value.split())
            if isinstance(value, str) and len(value) <= _LONGEST_HEADING
            else ""
            for value in row
        ]
        for row in sheet.rows[: LIMITS.header_rows]
    ]


def _parts(known: Iterable[str]) -> frozenset[str]:
    """Give all beginnings and ends of headings: what one cell of them may hold."""
    split = [name.split() for name in known]
    beginnings = (words[:size] for words in split for size in range(1, len(words) + 1))
    ends = (words[size:] for words in split for size in range(1, len(words)))
    return frozenset(" ".join(words) for words in (*beginnings, *ends))


def _with_rows_below(
    header: Header, texts: list[list[str]], known: Mapping[str, str]
) -> Header:
    """Take the rows below into the header while they name more columns."""
    start = header.row - header.depth
    ends = range(header.row, len(texts))
    deeper = [_header(texts[start : end + 1], end + 1, known) for end in ends]
    return max([header, *deeper], key=lambda each: len(each.columns))


def _header(rows: list[list[str]], row: int, known: Mapping[str, str]) -> Header:
    columns: dict[str, int] = {}
    twice = []
    unknown: list[str] = []
    for column in range(1, max(map(len, rows), default=0) + 1):
        spellings = _spellings(rows, column - 1)
        words = map(folded, spellings)
        key = next((known[word] for word in words if word in known), "")
        if not key:
            unknown += spellings[:1]
        elif key in columns:
            twice.append(key)
        else:
            columns[key] = column
    return Header(row, columns, tuple(dict.fromkeys(twice)), tuple(unknown), len(rows))


def _spellings(rows: list[list[str]], index: int) -> tuple[str, ...]:
    """Give a column's heading as it may be meant: whole, each cell, under a group."""
    cells = [row[index] if index < len(row) else "" for row in rows]
    filled = [cell for cell in cells if cell]
    if not filled:
        return ()
    joined = " ".join(filled)
    if len(rows) == 1:
        return (joined,)
    groups = [_group_over(row, index) for row in rows[:-1]]
    over = " ".join(filter(None, groups))
    both = (f"{over} {filled[-1]}", f"{filled[-1]} {over}") if over else ()
    return (joined, *reversed(filled), *both)


def _group_over(row: list[str], index: int) -> str:
    """Give the heading of merged cells, which is written in the first of them."""
    return next((cell for cell in reversed(row[: index + 1]) if cell), "")
