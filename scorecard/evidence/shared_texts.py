"""The table of shared texts: honest about its size, and not blown up by its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scorecard.evidence.limits import LIMITS
from scorecard.evidence.unread import at_most, unsafe
from scorecard.wording import Text, say

_DECLARED = re.compile(rb"\s(?:uniqueCount|count)\s*=\s*[\"']\s*(\d*)[^\"']*[\"']")
_INDEX = re.compile(rb't="s"[^>]*>\s*<(?:\w+:)?v>\s*(\d+)')
_NUMBER = re.compile(rb"<(?:\w+:)?v\b[^>]*>[^<0-9]*([0-9]+)")
_END = b"</si>"
_PIECE = 4_096
_DOUBT = 4
# Two plain patterns: an alternative of both is searched for ten times slower.
_EMPTY = re.compile(rb"<si ?/")
_PREFIXED = re.compile(rb":si>")
_ASIDE = re.compile(rb"<[!?]")
_ITEM = re.compile(rb"</(?:\w+:)?si>|<(?:\w+:)?si\s*/>")
_TEXT_START, _TEXT_END = "<si><t>", "</t></si>"
_PADDED = '<si><t xml:space="preserve">'
_CONTROLS = bytes((*range(9), *range(11, 32)))
_TEXTS = Text(
    "ukuran semua teks dalam sel (byte)", "size of all texts in cells (bytes)"
)
_LIES = (
    "menyatakan {declared} teks bersama, isinya {real}",
    "it declares {declared} shared texts and holds {real}",
)


def sound_texts(part: bytes) -> bytes:
    """Take away declared counts that cannot be true: readers reserve memory by them.

    Raises UnreadError if they are far from the truth.
    """
    start = part.find(b"<", part.find(b"?>") if part.startswith(b"<?xml") else 0)
    end = part.find(b">", start)
    root = part[start:end]
    declared = max((int(n) for n in _DECLARED.findall(root) if n), default=0)
    if declared <= min(LIMITS.cells, len(part)):
        return part
    real = part.count(b"</si>")
    if declared > max(LIMITS.cells, 2 * real):
        raise unsafe(say(*_LIES, declared=declared, real=real))
    return part[:start] + _DECLARED.sub(b"", root) + part[end:]


def check_texts(texts: bytes, sheets: Sequence[bytes], cells: int) -> None:
    """Refuse texts that are few in the file and fill the memory once in cells.

    Counting them all takes a third of the time of reading them; so first it is ruled
    out by the longest text, then judged by a sample, and counted only in doubt.
    """
    if not cells or not _any_longer(texts, LIMITS.texts // cells):
        return
    lengths = list(map(len, _split(texts)))
    if _share(sheets, lengths, cells) * _DOUBT < LIMITS.texts:
        return
    size = 0
    for sheet in sheets:
        size += sum(_sizes(sheet, lengths))
        at_most(LIMITS.texts, size, _TEXTS)


@dataclass(frozen=True, slots=True)
class SharedTexts:
    """The texts as they are written, escapes and all, where all are written plainly.

    Else `pieces` are they with their markup, without their last end.
    """

    plain: Sequence[str] = ()
    pieces: Sequence[bytes] = ()


def split_texts(texts: bytes) -> SharedTexts:
    """Split the table of shared texts.

    None at all if they are not written the common way, one ``<si>`` after the other.
    """
    if _EMPTY.search(texts) or _PREFIXED.search(texts) or _ASIDE.search(texts, 5):
        return SharedTexts()
    try:
        plain = _plain_texts(texts.decode().replace(_PADDED, _TEXT_START))
    except UnicodeDecodeError:
        return SharedTexts()
    if plain:
        return SharedTexts(plain)
    pieces = texts[max(0, texts.find(b"<si>")) :].split(_END)[:-1]
    return SharedTexts(pieces=pieces)


def is_unusual(raw: bytes) -> bool:
    """The text holds an escape, or a sign that no text may hold as it is."""
    if b"&" in raw or b"_x" in raw:
        return True
    return len(raw.translate(None, _CONTROLS)) < len(raw)


def _plain_texts(texts: str) -> Sequence[str]:
    """Give the texts if nothing but ``<si><t>`` and its end stands between them."""
    start, end = texts.find(_TEXT_START), texts.rfind(_TEXT_END)
    whole = texts.rfind("</si>") == end + len("</t>")
    if start < 0 or start != texts.find("<si>") or not whole:
        return ()
    plain = texts[start + len(_TEXT_START) : end].split(_TEXT_END + _TEXT_START)
    # Of markup there are the first start, the last end, and what was split at.
    signs = texts.count("<", start, end) + 2
    return plain if signs == 4 * len(plain) else ()


def first_texts(texts: bytes, sheets: Sequence[bytes]) -> bytes:
    """Leave out the texts after the last one that a cell of these sheets may show.

    Any whole number in a cell is taken for a text's; where some could be written in
    another way, all texts are left.
    """
    if _EMPTY.search(texts) or any(b"<!" in sheet for sheet in sheets):
        return texts
    used = (int(index) for sheet in sheets for index in _NUMBER.findall(sheet))
    end = texts.find(b"<si>")
    for _ in range(max(used, default=-1) + 1):
        following = texts.find(_END, end)
        if following < 0:
            return texts
        end = following + len(_END)
    return texts[:end] + b"</sst>" if end >= 0 else texts


def _any_longer(texts: bytes, length: int) -> bool:
    """No text is longer if an end of one lies in each of many stretches that overlap.

    A third of the length apart, each two thirds long: none fits between two.
    """
    step = length // 3
    if step < len(_END):
        return True
    return len(texts) > length and any(
        texts.find(_END, start, start + length - step) < 0
        for start in range(0, len(texts) - length, step)
    )


def _share(sheets: Sequence[bytes], lengths: list[int], cells: int) -> int:
    """Estimate the size of all texts from every sixteenth piece of the sheets."""
    sample = [
        size
        for sheet in sheets
        for start in range(0, len(sheet), 16 * _PIECE)
        for size in _sizes(sheet[start : start + _PIECE], lengths)
    ]
    return sum(sample) * cells // max(1, len(sample)) if sample else LIMITS.texts


def _sizes(sheet: bytes, lengths: list[int]) -> Iterator[int]:
    known = len(lengths)
    for index in map(int, _INDEX.findall(sheet)):
        if index < known:
            yield lengths[index]


def _split(texts: bytes) -> list[bytes]:
    if _EMPTY.search(texts) or _PREFIXED.search(texts):
        return _ITEM.split(texts)
    return texts.split(_END)
