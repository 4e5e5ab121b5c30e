"""Large worksheets of plain cells: cut after their first rows, told row by row.

In the first rows stand headings and forms; all below is read by column. The rows below
are held against the plain way of writing them in the same pass that picks columns.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from scorecard.evidence.cells import column_letters
from scorecard.evidence.unread import UnreadError
from scorecard.evidence.xml_part import broken

_FIRST, _LAST = b"<sheetData>", b"</sheetData>"
_ROW = re.compile(rb'<row r="([0-9]{1,5})"')
_ROW_START = b'<row r="'
_SPACE = re.compile(rb"\s*")
_STRETCH = 1 << 17
FIRST_ROWS = 64
# A plain cell stands in column AZ at most.
_COLUMNS = 52
_END = b"</sheetData></worksheet>"
# The ways in which servers and spreadsheet programs write a number, a text or a blank,
# the two most frequent first. Atomic groups and possessive stars: a row that does not
# fit is told at once.
_CELLS = (
    r'(?:<c r="{columns}[0-9]{{1,5}}"'
    r'(?> t="inlineStr"><is><t>[^<]*+</t></is></c>| t="s"><v>[^<]*+</v></c>'
    r'|(?: s="[0-9]{{1,7}}")?(?: t="(?:s|n|b|str|inlineStr)")?(?: s="[0-9]{{1,7}}")?'
    r"(?>/>|>(?><is><t(?: [^<>]*)?>[^<]*+</t></is>|<v>[^<]*+</v>|)</c>)))*+"
)
# The name of a wanted cell is that of its row; its text as servers write it, or the
# number of a shared text, or all the rest of the cell.
_WANTED = (
    r'(?><c r="{column}\1"(?> t="inlineStr"><is><t>([^<]*+)</t></is></c>'
    r'|(?: s="[0-9]{{1,7}}")? t="s"><v>([0-9]+)</v></c>'
    r'|((?: s="[0-9]{{1,7}}")?(?: t="(?:s|n|b|str|inlineStr)")?(?: s="[0-9]{{1,7}}")?'
    r"(?>/>|>(?><is><t(?: [^<>]*)?>[^<]*+</t></is>|<v>[^<]*+</v>|)</c>))))?+"
)


@dataclass(frozen=True, slots=True)
class ShortSheet:
    """A worksheet part of the first rows alone; `last_row` is that of the whole.

    `frame` is what stands around the rows of the whole.
    """

    part: bytes
    frame: bytes
    last_row: int

    @property
    def most_cells(self) -> int:
        """The area that the whole sheet has at most."""
        return self.last_row * _COLUMNS


def shortened(part: bytes) -> ShortSheet | None:
    """Give the first rows of a part; None if it is short, or these are not plain.

    Then no cell of theirs is an error or a formula, none is without its name, and
    nothing is left open, hidden in a comment, or of another name than cells have.
    """
    start, end = _span(part)
    cut = _cut(part, start, end, FIRST_ROWS) if start >= 0 else end
    last = _ROW.match(part, part.rfind(b"<row", cut, end))
    if cut == end or last is None:
        return None
    first = part[:cut] + _END
    plain = frame_of_plain(first) is not None
    return ShortSheet(first, part[:start] + part[end:], int(last[1])) if plain else None


def first_rows(part: bytes, most: int) -> bytes:
    """Give a part of which some first rows are known to be plain, with more of them."""
    return part[: _cut(part, *_span(part), most)] + _END


def frame_of_plain(part: bytes) -> bytes | None:
    """Give what stands around the rows; None unless all rows are plain."""
    try:
        check_rows(part)
    except UnreadError:
        return None
    start, end = _span(part)
    return part[:start] + part[end:]


def check_rows(part: bytes) -> None:
    """Raise UnreadError unless every row is plain and in order."""
    for _ in read_rows(part, ()):
        pass


def read_rows(
    part: bytes, columns: tuple[int, ...]
) -> Iterator[tuple[list[int], Sequence[tuple[str, ...]]]]:
    """Give the rows of a part in stretches that the processor's cache holds.

    Of each their numbers, then three groups for each of the ascending columns: a text,
    the number of a shared text, or all the rest of another cell; of a blank all empty.
    Raises UnreadError at the first row that is not plain, or not in order.
    """
    pattern, above = _row_pattern(columns), 0
    for piece in _pieces(part):
        found = pattern.findall(piece)
        groups = list(zip(*found, strict=True)) if columns else [tuple(found)]
        rows = _in_order(groups[0])
        if rows is None or rows[0] <= above:
            raise broken("rows")
        above = rows[-1]
        yield rows, groups[1:]


def _span(part: bytes) -> tuple[int, int]:
    """Tell where the rows of a part begin and end; (-1, -1) if they do not."""
    start, end = part.find(_FIRST) + len(_FIRST), part.rfind(_LAST)
    return (start, end) if len(_FIRST) <= start <= end else (-1, -1)


def _cut(part: bytes, start: int, end: int, most: int) -> int:
    """Tell where the first row beyond `most` begins; the end if none does in order."""
    before = 0
    for row in _ROW.finditer(part, start, end):
        number = int(row[1])
        if number > most:
            return row.start()
        if number <= before:
            break
        before = number
    return end


def _pieces(part: bytes) -> Iterator[str]:
    """Cut the rows of a part; raises UnreadError if they are none, or no UTF-8."""
    start, last = _span(part)
    space = _SPACE.match(part, max(0, start))
    if start < 0 or space is None:
        raise broken("rows")
    start = space.end()
    while start < last:
        end = part.find(_ROW_START, start + _STRETCH, last)
        end = end if end >= 0 else last
        try:
            yield part[start:end].decode()
        except UnicodeDecodeError as error:
            raise broken("rows") from error
        start = end


@lru_cache(maxsize=64)
def _row_pattern(columns: tuple[int, ...]) -> re.Pattern[str]:
    """Read one plain row, or all that is left where the next row is not plain.

    Groups: the number of the row, then three for each of the ascending columns: a
    text, the number of a shared text, or the rest of another cell. Without a row: "".
    """
    pieces, start = [], 1
    for column in columns:
        pieces.append(_others(start, column))
        pieces.append(_WANTED.format(column=column_letters(column)))
        start = column + 1
    cells = "".join((*pieces, _others(start, _COLUMNS + 1)))
    return re.compile(
        r'(?><row r="([0-9]{1,5})"[^<>]*+(?>(?<=/)>|>'
        rf"{cells}</row>)[ \t\r\n]*+)|[\s\S]++"
    )


def _others(start: int, end: int) -> str:
    """Read cells of the columns from `start` to the one before `end`."""
    ranges = tuple(_ranges(start, min(end, _COLUMNS + 1)))
    return _CELLS.format(columns=f"(?:{'|'.join(ranges)})") if ranges else ""


def _ranges(start: int, end: int) -> Iterator[str]:
    for first, last in ((start, min(end, 27)), (max(start, 27), end)):
        if first < last:
            names = column_letters(first), column_letters(last - 1)
            yield f"{names[0][:-1]}[{names[0][-1]}-{names[1][-1]}]"


def _in_order(numbers: Collection[str]) -> list[int] | None:
    """Give the numbers of rows; None where one is missing, or they do not ascend."""
    if "" in numbers:
        return None
    rows = list(map(int, numbers))
    is_dense = rows == list(range(rows[0], rows[0] + len(rows))) if rows else True
    return rows if is_dense or rows == sorted(set(rows)) else None
