"""Pick whole columns out of a large plain sheet, without making the other cells.

A ticket export has 26 columns of which eight are typed; the rest are citizens' words,
which need not become values at all. One search tells whether each row is plain and
finds its wanted cells; equal ones are understood once. What is not written in the few
ways that servers and spreadsheet programs write plain cells is not guessed at: the
sheet is then read whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from scorecard.evidence.cells import Value, position
from scorecard.evidence.folding import cleaned
from scorecard.evidence.long_sheet import check_rows, read_rows
from scorecard.evidence.shared_texts import SharedTexts, is_unusual, split_texts
from scorecard.evidence.unread import UnreadError

_ATTRIBUTE = re.compile(rb' (s|t)="([^"]*)"')
_ATTRIBUTES = re.compile(rb'(?: \w+="[^"]*")*')
_COLUMN = re.compile(rb'<c r="([A-Z]+)')
_INDEX = re.compile(r' t="s"(?: s="[0-9]+")?><v>([0-9]+)</v>')
_INLINE = re.compile(rb'<is><t(?: xml:space="preserve")?>([^<]*)</t></is></c>')
_VALUE = re.compile(rb"<v>([^<]*)</v></c>")
_SHARED = re.compile(rb'\s*<si><t(?: xml:space="preserve")?>([^<]*)</t>')
_NUMBER = re.compile(rb"-?[0-9]+(?:\.[0-9]+)?(?:[Ee][-+]?[0-9]+)?")
_ENTITY = re.compile(r"&(\w+);")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """A large worksheet part, the shared texts, and the styles that are dates.

    `is_tidy`: no text needs cleaning.
    """

    part: bytes
    texts: bytes
    dates: Collection[int]
    is_tidy: bool
    split: list[SharedTexts] = field(default_factory=list)

    @property
    def shared(self) -> SharedTexts:
        """Give the shared texts as they are written, split once."""
        if not self.split:
            self.split.append(split_texts(self.texts))
        return self.split[0]


class _NotPlainError(Exception):
    """A cell is written in a way that is left to the readers of whole sheets."""


def pick_columns(
    sheet: PlainSheet, columns: Sequence[int]
) -> list[Sequence[Value]] | None:
    """Give whole columns, from row 1 to the last; None if one of their cells is odd.

    Raises UnreadError if a row is not plain, or not in order: of such a sheet nothing
    is known yet.
    """
    numbers = tuple(sorted(set(columns)))
    typed: dict[int, list[Value]] = {number: [] for number in numbers}
    reader, above = _Reader(sheet), 0
    try:
        for rows, groups in read_rows(sheet.part, numbers):
            for place, number in enumerate(numbers):
                cells = reader.cells(*groups[3 * place : 3 * place + 3])
                typed[number] += _spread(cells, rows, above)
            above = rows[-1]
    except _NotPlainError:
        check_rows(sheet.part)
        return None
    return [typed[number] for number in columns]


def pick_rows(sheet: PlainSheet) -> list[list[Value]] | None:
    """Give all cells of a sheet by row; None where one is not plain."""
    names = (position(f"{each.decode()}1") for each in set(_COLUMN.findall(sheet.part)))
    numbers = sorted(name[1] for name in names if name)
    try:
        picked = pick_columns(sheet, numbers)
    except UnreadError:
        return None
    if not picked or not numbers:
        return None
    blank: Sequence[Value] = [None] * len(picked[0])
    columns = [blank] * numbers[-1]
    for number, column in zip(numbers, picked, strict=True):
        columns[number - 1] = column
    return list(map(list, zip(*columns, strict=True)))


def find_texts(sheet: PlainSheet, longest: int) -> frozenset[str] | None:
    """Give the texts of a sheet that are no longer than so, and some that are.

    That takes far less time than to make its rows. None if there are odd ones.
    """
    written = sheet.part.decode(errors="replace")
    if not sheet.is_tidy or ' t="str"' in written:
        return None
    # An escape is six signs long at most.
    most = 6 * longest if "&" in written else longest
    inline = re.findall(rf">([^<]{{1,{most}}}+)</t>", written)
    reader = _Reader(sheet)
    try:
        shared = reader.shared_texts(tuple(set(_INDEX.findall(written))))
        return frozenset(reader.written(inline)).union(shared)
    except _NotPlainError:
        return None


def _spread(cells: Sequence[Value], rows: list[int], above: int) -> Sequence[Value]:
    """Put blanks where rows are left out, below the row `above` too."""
    if rows[-1] - above == len(rows):
        return cells
    spread: list[Value] = [None] * (rows[-1] - above)
    for row, cell in zip(rows, cells, strict=True):
        spread[row - above - 1] = cell
    return spread


class _Reader:
    """What cells mean, equal ones read once."""

    def __init__(self, sheet: PlainSheet) -> None:
        self.sheet = sheet
        self.known: dict[str, Value] = {}
        self.kinds: dict[bytes, Callable[[bytes], Value]] = {}

    def cells(
        self, texts: Sequence[str], indexes: Sequence[str], others: Sequence[str]
    ) -> Sequence[Value]:
        """Read a stretch of a column; a cell has one of the three, a blank none."""
        texts = self.written(texts)
        if any(indexes):
            shared = self.shared_texts(indexes)
            texts = list(map(str.__add__, texts, shared)) if any(texts) else shared
        if any(others):
            pairs = zip(texts, others, strict=True)
            return [self._other(raw) if raw else text for text, raw in pairs]
        return texts

    def shared_texts(self, indexes: Sequence[str]) -> Sequence[str]:
        """Give the text of each index, an empty one where there is none."""
        plain = self.sheet.shared.plain
        if not plain:
            return [self._indexed(each) if each else "" for each in indexes]
        try:
            if "" in indexes:
                texts = [plain[int(each)] if each else "" for each in indexes]
            else:
                texts = list(map(plain.__getitem__, map(int, indexes)))
        except IndexError as error:
            raise _NotPlainError from error
        return self.written(texts)

    def written(self, texts: Sequence[str]) -> Sequence[str]:
        """Give what texts mean that may hold escapes: nearly all stand as they are."""
        if self.sheet.is_tidy and not is_unusual("".join(texts).encode()):
            return texts
        return [self._text(each.encode()) for each in texts]

    def _other(self, raw: str) -> Value:
        if raw not in self.known:
            value = self._value(raw.encode())
            self.known[raw] = "" if value is None else value
        return self.known[raw]

    def _value(self, raw: bytes) -> Value:
        attributes, _, inside = raw.partition(b">")
        if inside == b"</c>" or attributes.endswith(b"/"):
            return None
        kind = self.kinds.get(attributes) or self._kind(attributes)
        return kind(inside)

    def _kind(self, attributes: bytes) -> Callable[[bytes], Value]:
        if not _ATTRIBUTES.fullmatch(attributes):
            raise _NotPlainError
        given: Mapping[bytes, bytes] = dict(_ATTRIBUTE.findall(attributes))
        style = given.get(b"s", b"0")
        match given.get(b"t", b"n"):
            case b"inlineStr":
                kind: Callable[[bytes], Value] = self._inline
            case b"s":
                kind = self._shared
            case b"n" if style.isdigit() and int(style) not in self.sheet.dates:
                kind = _number
            case _:
                raise _NotPlainError
        self.kinds[attributes] = kind
        return kind

    def _inline(self, inside: bytes) -> str:
        return self._text(_only(_INLINE, inside))

    def _shared(self, inside: bytes) -> str:
        return self._indexed(_only(_VALUE, inside).decode())

    def _indexed(self, index: str) -> str:
        shared = self.sheet.shared
        texts = shared.plain or shared.pieces
        if not index.isdigit() or int(index) >= len(texts):
            raise _NotPlainError
        text = texts[int(index)]
        raw = text.encode() if isinstance(text, str) else _only(_SHARED, text)
        return self._text(raw)

    def _text(self, raw: bytes) -> str:
        text = _unescaped(raw) if is_unusual(raw) else raw.decode()
        return text if self.sheet.is_tidy else cleaned(text)


def _number(inside: bytes) -> float:
    return float(_only(_NUMBER, _only(_VALUE, inside)))


def _only(pattern: re.Pattern[bytes], raw: bytes) -> bytes:
    match = pattern.fullmatch(raw)
    if match is None:
        raise _NotPlainError
    return match[match.lastindex or 0]


def _unescaped(raw: bytes) -> str:
    """Resolve the five entities of XML; other escapes are left to other readers."""
    text = raw.decode()
    bare = _ENTITY.sub(lambda each: "" if each[1] in _ENTITIES else "&", text)
    if is_unusual(bare.encode()):
        raise _NotPlainError
    return _ENTITY.sub(lambda each: _ENTITIES[each[1]], text)
