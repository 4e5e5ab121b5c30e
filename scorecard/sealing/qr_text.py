"""The text inside a certificate's QR code: all that proves it, on one line.

``SC1/7Q2C-0ZK4-M9XA-D3TF/21/TERBAIK/98.60/<digest>/<root>``. Only signs of a QR code's
alphanumeric mode (ISO/IEC 18004, table 5) occur, which makes the code a third smaller:
small letters are written as capitals; any other sign as ``%`` and its UTF-8 bytes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

_VERSION = "SC1"
_AS_IT_IS = frozenset(b"0123456789.-")
_SMALL = frozenset(b"abcdefghijklmnopqrstuvwxyz")
_SIGNS = re.compile(r"(?:[0-9A-Z.-]|%[0-9A-F]{2})*")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class QrText:
    """What the code says; `score` is the published figure, empty without one.

    `digest` is that of the participant's record, `root` the season's: 64 hexadecimal
    digits each.
    """

    serial: str
    participant: str
    award: str
    score: str
    digest: str
    root: str


def qr_text(certificate: QrText) -> str:
    """Write the line."""
    fields = (
        *(certificate.participant, certificate.award, certificate.score),
        *(certificate.digest, certificate.root),
    )
    return "/".join((_VERSION, certificate.serial, *map(_written, fields)))


def read_qr(text: str) -> QrText:
    """Read the line again; ValueError for anything that `qr_text` does not write."""
    version, *fields = text.strip().split("/")
    if version != _VERSION or len(fields) != 6:
        raise ValueError("not the text of a certificate's code")
    serial, *others = fields
    found = QrText(serial, *map(_read, others))
    digests = (found.digest, found.root)
    if not all(_DIGEST.fullmatch(each) for each in digests) or text.strip() != qr_text(
        found
    ):
        raise ValueError("not the text of a certificate's code")
    return found


def _written(field: str) -> str:
    return "".join(map(_sign, field.encode("utf-8")))


def _sign(byte: int) -> str:
    if byte in _SMALL:
        return chr(byte).upper()
    return chr(byte) if byte in _AS_IT_IS else f"%{byte:02X}"


def _read(field: str) -> str:
    if not _SIGNS.fullmatch(field):
        raise ValueError("a sign that the code does not use")
    # Capitals are small letters, unless they belong to an escape.
    small = re.sub(r"(?<!%)(?<!%.)[A-Z]", lambda sign: sign[0].lower(), field)
    return unquote(small, errors="strict")
