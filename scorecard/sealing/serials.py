"""The serial of a certificate: short, and safe against slips of the hand.

Sixteen signs of Crockford's Base32, which has no I, L, O or U: fifteen of a digest (75
bits) and a check symbol. Since the check is taken modulo a prime above the number of
signs, one wrong sign or two that changed places are always noticed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import count

from scorecard.sealing.canonical import Json, canonical

_FORMAT = "scorecard-serial/1"
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", " ": None, "-": None})
_MODULUS = 37
_DIGITS, _GROUP = 15, 4
_BITS = 5 * _DIGITS


@dataclass(frozen=True, slots=True)
class Won:
    """Which certificate is meant; an award can be won in two categories."""

    participant: str
    award: str
    category: str


def serial_of(rubric_sha256: str, won: Won, leaf: str) -> str:
    """Give the serial: ``7Q2C-0ZK4-M9XA-D3TF``.

    `leaf` is the digest of the participant's record, in hexadecimal.
    """
    given = {
        "format": _FORMAT,
        "rubric": rubric_sha256,
        "award": won.award,
        "category": won.category,
        "participant": won.participant,
        "record": leaf,
    }
    return _grouped(next(filter(is_serial, _candidates(given))))


def normal_serial(typed: str) -> str:
    """Write a serial as it is printed, however it was typed: ``o`` for 0, no hyphens.

    What cannot be one comes back in capitals, to be shown.
    """
    signs = typed.strip().upper().translate(_LOOK_ALIKES)
    return _grouped(signs) if len(signs) == _DIGITS + 1 else typed.strip().upper()


def is_serial(text: str) -> bool:
    """Tell whether the check symbol agrees with the other signs."""
    signs = text.replace("-", "")
    if len(signs) != _DIGITS + 1 or not set(signs) <= set(_SIGNS):
        return False
    return _check(signs[:-1]) == signs[-1]


def _candidates(given: Json) -> Iterator[str]:
    """Give serials of one certificate, until one's check symbol is a plain sign.

    Five of Crockford's 37 check symbols are ``*~$=U``, which neither a file name nor a
    QR code's alphanumeric mode likes; an attempt's number goes into the digest.
    """
    for attempt in count():
        digest = sha256(canonical({**given, "attempt": attempt})).digest()
        signs = _written(int.from_bytes(digest) >> (8 * len(digest) - _BITS))
        yield signs + _check(signs)


def _written(number: int) -> str:
    places = range(_BITS - 5, -1, -5)
    return "".join(_SIGNS[number >> place & 31] for place in places)


def _check(signs: str) -> str:
    """Give the check symbol; empty when it would be none of the plain signs."""
    number = 0
    for sign in signs:
        number = number * 32 + _SIGNS.index(sign)
    return _SIGNS[number % _MODULUS : number % _MODULUS + 1]


def _grouped(signs: str) -> str:
    starts = range(0, len(signs), _GROUP)
    return "-".join(signs[start : start + _GROUP] for start in starts)
