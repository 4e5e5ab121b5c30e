"""Words as they are compared: case, accents, spaces and line breaks folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_CONTROL = {code: None for code in range(32) if chr(code) not in "\t\n\r"}
# Accents and variation selectors, then zero-width spaces, soft hyphens and marks of
# direction: nobody sees them, and copied text is full of them.
_UNSEEN = frozenset({"Mn", "Cf"})


@lru_cache(maxsize=8_192)
def folded(text: str) -> str:
    """Give the form in which two spellings of one word are equal."""
    if text.isascii():
        return " ".join(text.casefold().split())
    parts = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(part for part in parts if unicodedata.category(part) not in _UNSEEN)
    return " ".join(plain.split())


def slug(text: str) -> str:
    """Give a name for paths and codes: ``dinas-kesehatan``."""
    return _NOT_PLAIN.sub("-", folded(text)).strip("-")


def cleaned(text: str) -> str:
    """Compose accents and drop control characters, which no output can carry."""
    return unicodedata.normalize("NFC", text).translate(_CONTROL)


def visible(text: str) -> str:
    """Leave out what nobody sees: two Tracking IDs that look alike are one."""
    if text.isascii():
        return text
    return "".join(each for each in text if unicodedata.category(each) != "Cf")


def nearest(word: str, known: Iterable[str]) -> str:
    """Give the known word that looks most alike, or nothing; only ever a hint."""
    by_fold = {folded(each): each for each in known}
    close = get_close_matches(folded(word), sorted(by_fold), n=1, cutoff=0.7)
    return by_fold[close[0]] if close else ""
