"""Pick whole columns out of a large plain sheet, without making the other cells.

A ticket export has 26 columns of which eight are typed; the rest are citizens' words,
which need not become values at all. One search finds the cells of the wanted columns;
equal ones are understood once. What is not written in the few ways that servers and
spreadsheet programs write plain cells is not guessed at: the sheet is then read whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scorecard.evidence.cells import Value, column_letters
from scorecard.evidence.folding import cleaned
from scorecard.evidence.shared_texts import split_texts

_ATTRIBUTE = re.compile(rb' (s|t)="([^"]*)"')
_ATTRIBUTES = re.compile(rb'(?: \w+="[^"]*")*')
# Nearly every cell of an export, as its server writes it.
_COMMON = re.compile(rb' t="inlineStr"><is><t>([^<&_\x00-\x1f]*)</t></is></c>')
_BY_INDEX = re.compile(rb'(?: s="[0-9]+")? t="s"><v>([0-9]+)</v></c>')
_COMMON_TEXT = re.compile(
    rb'\s*<si><t(?: xml:space="preserve")?>([^<&_\x00-\x1f]*)</t>'
)
_INLINE = re.compile(rb'<is><t(?: xml:space="preserve")?>([^<]*)</t></is></c>')
_VALUE = re.compile(rb"<v>([^<]*)</v></c>")
_SHARED = re.compile(rb'\s*<si><t(?: xml:space="preserve")?>([^<]*)</t>')
_NUMBER = re.compile(rb"-?[0-9]+(?:\.[0-9]+)?(?:[Ee][-+]?[0-9]+)?")
_ROW = b'<row r="'
_STRETCH = 1 << 16
_CONTROLS = bytes((*range(9), *range(11, 32)))
_ENTITY = re.compile(r"&(\w+);")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """A large worksheet part, the shared texts, and the styles that are dates.

    `last_row` is the number of its last row. `is_tidy`: no text needs cleaning.
    """

    part: bytes
    texts: bytes
    dates: Collection[int]
    last_row: int
    is_tidy: bool
    split: list[Sequence[bytes]] = field(default_factory=list)

    @property
    def shared(self) -> Sequence[bytes]:
        """Give the shared texts as they are written, split once."""
        if not self.split:
            self.split.append(split_texts(self.texts))
        return self.split[0]


class _NotPlainError(Exception):
    """A cell is written in a way that is left to the readers of whole sheets."""


def pick_columns(
    sheet: PlainSheet, columns: Sequence[int]
) -> list[Sequence[Value]] | None:
    """Give whole columns, from row 1 to the last; None if a cell is not plain."""
    letters = {number: column_letters(number).encode() for number in set(columns)}
    pattern, reader = _pattern(letters.values()), _Reader(sheet)
    typed: dict[int, list[Value]] = {number: [] for number in letters}
    try:
        for rows, start, end in _stretches(sheet):
            found = pattern.findall(sheet.part, start, end)
            cells: dict[bytes, bytes] = dict(found)
            placed = 0
            for number, letter in letters.items():
                raw = list(map(cells.get, map(letter.__add__, rows)))
                placed += len(raw) - raw.count(None)
                typed[number] += reader.cells(raw)
            # A cell twice, or one in a row that is not its own.
            if placed != len(found):
                return None
    except (_NotPlainError, UnicodeDecodeError):
        return None
    return [typed[number] for number in columns]


def _stretches(sheet: PlainSheet) -> Iterator[tuple[list[bytes], int, int]]:
    """Part the rows into stretches that the processor's cache holds.

    Gives the numbers of the rows, those left out too, and where they are written.
    """
    first, start = 1, sheet.part.find(_ROW)
    while start >= 0:
        end = sheet.part.find(_ROW, start + _STRETCH)
        after = _NUMBER.match(sheet.part, end + len(_ROW)) if end >= 0 else None
        last = int(after[0]) - 1 if after else sheet.last_row
        rows = [b"%d" % row for row in range(first, last + 1)]
        yield rows, start, end if end >= 0 else len(sheet.part)
        first, start = last + 1, end


def _pattern(letters: Collection[bytes]) -> re.Pattern[bytes]:
    """Find the cells of these columns; the end is found only of plain ones."""
    return re.compile(
        rb'<c r="((?:%s)[0-9]+)"([^>]*>(?:(?:<(?:is><t(?: xml:space="preserve")?|v)>'
        rb"[^<]*</(?:t></is|v)>)?</c>)?)" % b"|".join(letters)
    )


class _Reader:
    """What cells mean, equal ones read once; the shared texts, split when needed."""

    def __init__(self, sheet: PlainSheet) -> None:
        self.sheet = sheet
        self.known: dict[bytes | None, Value] = {None: None}
        self.kinds: dict[bytes, Callable[[bytes], Value]] = {}

    def cells(self, raw: Sequence[bytes | None]) -> list[Value]:
        """Read the cells of a stretch of a column."""
        known, tidy = self.known, self.sheet.is_tidy
        for each in filter(None, set(raw).difference(known)):
            if tidy and (text := _COMMON.fullmatch(each)):
                known[each] = text[1].decode()
            elif index := _BY_INDEX.fullmatch(each):
                known[each] = self._indexed(index[1])
            else:
                known[each] = self._value(each)
        return list(map(known.__getitem__, raw))

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
        return self._indexed(_only(_VALUE, inside))

    def _indexed(self, index: bytes) -> str:
        texts = self.sheet.shared
        if not index.isdigit() or int(index) >= len(texts):
            raise _NotPlainError
        text = texts[int(index)]
        common = _COMMON_TEXT.fullmatch(text) if self.sheet.is_tidy else None
        return common[1].decode() if common else self._text(_only(_SHARED, text))

    def _text(self, raw: bytes) -> str:
        text = _unescaped(raw) if _is_unusual(raw) else raw.decode()
        return text if self.sheet.is_tidy else cleaned(text)


def _number(inside: bytes) -> float:
    return float(_only(_NUMBER, _only(_VALUE, inside)))


def _only(pattern: re.Pattern[bytes], raw: bytes) -> bytes:
    match = pattern.fullmatch(raw)
    if match is None:
        raise _NotPlainError
    return match[match.lastindex or 0]


def _is_unusual(raw: bytes) -> bool:
    """The text holds an escape, or a sign that no text may hold as it is."""
    if b"&" in raw or b"_x" in raw:
        return True
    return len(raw.translate(None, _CONTROLS)) < len(raw)


def _unescaped(raw: bytes) -> str:
    """Resolve the five entities of XML; other escapes are left to other readers."""
    text = raw.decode()
    bare = _ENTITY.sub(lambda each: "" if each[1] in _ENTITIES else "&", text)
    if _is_unusual(bare.encode()):
        raise _NotPlainError
    return _ENTITY.sub(lambda each: _ENTITIES[each[1]], text)
