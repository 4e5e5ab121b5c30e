"""signed.json: which file became which signed file, by both digests."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from scorecard.wording import Text

LIST = "signed.json"
FORMAT = "scorecard-signed/1"


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed certificate; digests are SHA-256 in hexadecimal.

    `unsigned` is the digest of the file as it was sealed, `size` its length in bytes:
    the signed file begins with exactly these. `signers` are the names in the
    certificates, in the order of signing.
    """

    serial: str
    path: str
    size: int
    unsigned: str
    signed: str
    signers: tuple[str, ...]


class UnreadableListError(Exception):
    """A signed.json that is not one of ours."""

    reason = Text(
        "signed.json di folder ini bukan buatan program ini, atau rusak.",
        "The signed.json of this folder is not made by this program, or is damaged.",
    )


def digest(content: bytes) -> str:
    """Give the SHA-256 in hexadecimal."""
    return sha256(content).hexdigest()


def write_list(signed: tuple[Signed, ...], results: str) -> bytes:
    """Write the list, sorted by path; `results` is the digest of results.json."""
    entries = [asdict(each) for each in sorted(signed, key=lambda each: each.path)]
    content = {"format": FORMAT, "results": results, "signed": entries}
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()


def read_list(content: bytes, results: str) -> tuple[Signed, ...]:
    """Read the list again; what was signed of other results is not in it.

    Raises UnreadableListError when it is of another form.
    """
    try:
        found = json.loads(content)
        if found["format"] != FORMAT:
            raise UnreadableListError
        if found["results"] != results:
            return ()
        return tuple(_entry(each) for each in found["signed"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableListError from error


def _entry(found: dict[str, Any]) -> Signed:
    return Signed(
        serial=str(found["serial"]),
        path=str(found["path"]),
        size=int(found["size"]),
        unsigned=str(found["unsigned"]),
        signed=str(found["signed"]),
        signers=tuple(str(each) for each in found["signers"]),
    )
