"""Pick whole columns out of a large plain sheet, without making the other cells.

A ticket export has 26 columns of which eight are typed; the rest are citizens' words,
which need not become values at all. One search finds the cells of the wanted columns;
equal ones are understood once. What is not written in the few ways that servers and
spreadsheet programs write plain cells is not guessed at: the sheet is then read whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from scorecard.evidence.cells import Value, column_letters
from scorecard.evidence.folding import cleaned
from scorecard.evidence.shared_texts import split_texts

_ATTRIBUTE = re.compile(rb' (s|t)="([^"]*)"')
_ATTRIBUTES = re.compile(rb'(?: \w+="[^"]*")*')
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
    letters = {number: column_letters(number) for number in set(columns)}
    pattern, reader = _pattern(letters.values()), _Reader(sheet)
    typed: dict[int, list[Value]] = {number: [] for number in letters}
    try:
        for rows, start, end in _stretches(sheet):
            found = pattern.findall(sheet.part[start:end].decode())
            cells = reader.cells(found) if found else {}
            placed = 0
            for number, letter in letters.items():
                values = list(map(cells.get, map(letter.__add__, rows)))
                placed += len(values) - values.count(None)
                typed[number] += values
            # A cell twice, or one in a row that is not its own.
            if placed != len(found):
                return None
    except (_NotPlainError, UnicodeDecodeError):
        return None
    return [typed[number] for number in columns]


def _stretches(sheet: PlainSheet) -> Iterator[tuple[list[str], int, int]]:
    """Part the rows into stretches that the processor's cache holds.

    Gives the numbers of the rows, those left out too, and where they are written.
    """
    first, start = 1, sheet.part.find(_ROW)
    while start >= 0:
        end = sheet.part.find(_ROW, start + _STRETCH)
        after = _NUMBER.match(sheet.part, end + len(_ROW)) if end >= 0 else None
        last = int(after[0]) - 1 if after else sheet.last_row
        rows = list(map(str, range(first, last + 1)))
        yield rows, start, end if end >= 0 else len(sheet.part)
        first, start = last + 1, end


def _pattern(letters: Iterable[str]) -> re.Pattern[str]:
    """Find the cells of these columns: the name of each and one of three more.

    That is a text as servers write it, or a number of a shared text, or all the rest of
    the cell, to its end where it is plain.
    """
    return re.compile(
        rf'<c r="((?:{"|".join(letters)})[0-9]+)"(?:'
        r' t="inlineStr"><is><t>([^<&_\x00-\x1f]*+)</t></is></c>'
        r'|(?: s="[0-9]+")? t="s"><v>([0-9]+)</v></c>'
        r'|([^>]*>(?:(?:<(?:is><t(?: xml:space="preserve")?|v)>[^<]*+</(?:t></is|v)>)?'
        r"</c>)?))"
    )


class _Reader:
    """What cells mean, equal ones read once."""

    def __init__(self, sheet: PlainSheet) -> None:
        self.sheet = sheet
        self.known: dict[str, Value] = {}
        self.indexed: dict[str, str] = {}
        self.kinds: dict[bytes, Callable[[bytes], Value]] = {}

    def cells(self, found: Sequence[tuple[str, str, str, str]]) -> dict[str, Value]:
        """Read the cells of a stretch, by their names; a blank one is empty text."""
        names, texts, indexes, others = zip(*found, strict=True)
        if not self.sheet.is_tidy:
            texts = tuple(map(cleaned, texts))
        cells: dict[str, Value] = dict(zip(names, texts, strict=True))
        if any(indexes):
            pairs = zip(names, indexes, strict=True)
            shared = self._shared_texts(indexes)
            cells.update((name, shared[each]) for name, each in pairs if each)
        if any(others):
            pairs = zip(names, others, strict=True)
            cells.update((name, self._other(each)) for name, each in pairs if each)
        return cells

    def _shared_texts(self, indexes: Iterable[str]) -> Mapping[str, str]:
        for each in filter(None, set(indexes).difference(self.indexed)):
            self.indexed[each] = self._indexed(each.encode())
        return self.indexed

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
