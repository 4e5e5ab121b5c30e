"""Which letters the bundled fonts hold; any other would need a font of the system."""

from __future__ import annotations

import unicodedata

_RANGES = (
    *((0x20, 0x7E), (0xA0, 0x17F), (0x192, 0x192), (0x218, 0x21B), (0x2BC, 0x2BC)),
    *((0x2C6, 0x2C7), (0x2D8, 0x2DD), (0x1E9E, 0x1E9E), (0x2009, 0x200B)),
    *((0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026)),
    *((0x202F, 0x202F), (0x2030, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A)),
    *((0x2044, 0x2044), (0x20AC, 0x20AC), (0x2122, 0x2122), (0x2190, 0x2193)),
    *((0x2212, 0x2212), (0x221A, 0x221A), (0x221E, 0x221E), (0x2248, 0x2248)),
    *((0x2260, 0x2260), (0x2264, 0x2265), (0x25A0, 0x25A1), (0x25B2, 0x25B2)),
    *((0x25BC, 0x25BC), (0x25CB, 0x25CB), (0x25CF, 0x25CF), (0x2713, 0x2713)),
    (0x2717, 0x2717),
)
LETTERS = frozenset(
    chr(number) for first, last in _RANGES for number in range(first, last + 1)
)
UNKNOWN = "□"
_SPACES = "\t\n\r\f\v\u2028\u2029"


def printable(text: str) -> str:
    """Keep what the fonts can draw; what they cannot is shown as an empty box."""
    if LETTERS.issuperset(text):
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(_drawn(letter) for letter in composed)


def _drawn(letter: str) -> str:
    if letter in LETTERS:
        return letter
    if letter in _SPACES:
        return " "
    return UNKNOWN
