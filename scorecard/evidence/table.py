"""Tables inside sheets: the header row is found by its cells, wherever it stands.

Headings may take up to three rows: merged cells over single ones, or a heading broken
over two cells. Such a heading is read both ways, from above and from below.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from scorecard.evidence.folding import folded
from scorecard.evidence.workbook import Headings, Sheet, Value

_MOST_ROWS = 3


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


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The columns that are looked for by folded heading, and the parts of headings."""

    known: Mapping[str, str]
    parts: frozenset[str]


def find_header(
    sheet: Sheet, names: Mapping[str, Iterable[str]], needed: Collection[str]
) -> Header | None:
    """Find the first row that holds a heading of every needed column.

    `names` gives the spellings of each column, the preferred one first.
    """
    wanted = _wanted(names)
    headings = sheet.headings
    for end, words in enumerate(headings.words):
        if wanted.parts.isdisjoint(words):
            continue
        for start in range(end, max(-1, end - _MOST_ROWS), -1):
            header = _header(headings, range(start, end + 1), wanted.known)
            if set(needed) <= header.columns.keys():
                return _with_rows_below(header, headings, wanted)
    return None


def likeliest_header(sheet: Sheet, names: Mapping[str, Iterable[str]]) -> Header | None:
    """Find the row that holds most known headings, two at least, to speak of it."""
    known = _wanted(names).known
    rows = range(len(sheet.headings.texts))
    headers = (_header(sheet.headings, range(row, row + 1), known) for row in rows)
    best = max(headers, key=lambda each: len(each.columns), default=None)
    return best if best and len(best.columns) > 1 else None


def is_blank(value: Value) -> bool:
    """Nothing was written in the cell."""
    return value is None or (isinstance(value, str) and not value.strip())


def _wanted(names: Mapping[str, Iterable[str]]) -> _Wanted:
    return _looked_for(tuple((key, tuple(each)) for key, each in names.items()))


@lru_cache(maxsize=64)
def _looked_for(names: tuple[tuple[str, tuple[str, ...]], ...]) -> _Wanted:
    known = {folded(name): key for key, each in names for name in each}
    return _Wanted(known, _parts(known))


def _parts(known: Iterable[str]) -> frozenset[str]:
    """Give all beginnings and ends of headings: what one cell of them may hold."""
    split = [name.split() for name in known]
    beginnings = (words[:size] for words in split for size in range(1, len(words) + 1))
    ends = (words[size:] for words in split for size in range(1, len(words)))
    return frozenset(" ".join(words) for words in (*beginnings, *ends))


def _with_rows_below(header: Header, headings: Headings, wanted: _Wanted) -> Header:
    """Take the rows below into the header while they name more columns."""
    start = header.row - header.depth
    most = min(start + _MOST_ROWS, len(headings.texts))
    deeper = [
        _header(headings, range(start, end + 1), wanted.known)
        for end in range(header.row, most)
        if not wanted.parts.isdisjoint(headings.words[end])
    ]
    return max([header, *deeper], key=lambda each: len(each.columns))


def _header(headings: Headings, span: range, known: Mapping[str, str]) -> Header:
    """Read the rows of the span, counted from 0, as one row of headings."""
    columns: dict[str, int] = {}
    twice = []
    unknown: list[str] = []
    for column, spellings in enumerate(_columns(headings, span), start=1):
        key = next(
            (known[word] for word in map(folded, spellings) if word in known), ""
        )
        if not key:
            unknown += spellings[:1]
        elif key in columns:
            twice.append(key)
        else:
            columns[key] = column
    return Header(
        span.stop, columns, tuple(dict.fromkeys(twice)), tuple(unknown), len(span)
    )


def _columns(headings: Headings, span: range) -> Iterator[tuple[str, ...]]:
    rows = headings.texts[span.start : span.stop]
    if len(rows) == 1:
        yield from ((text,) if text else () for text in rows[0])
        return
    for index in range(max(map(len, rows), default=0)):
        yield _spellings(rows, index)


def _spellings(rows: Sequence[Sequence[str]], index: int) -> tuple[str, ...]:
    """Give a column's heading as it may be meant: whole, each cell, under a group."""
    cells = [row[index] if index < len(row) else "" for row in rows]
    filled = [cell for cell in cells if cell]
    if not filled:
        return ()
    joined = " ".join(filled)
    groups = [_group_over(row, index) for row in rows[:-1]]
    over = " ".join(filter(None, groups))
    both = (f"{over} {filled[-1]}", f"{filled[-1]} {over}") if over else ()
    return (joined, *reversed(filled), *both)


def _group_over(row: Sequence[str], index: int) -> str:
    """Give the heading of merged cells, which is written in the first of them."""
    return next((cell for cell in reversed(row[: index + 1]) if cell), "")
