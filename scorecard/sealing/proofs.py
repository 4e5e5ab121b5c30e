"""A record with its proof: one file by which one participant proves its own result.

It holds the record, its place in the season's tree and the digests that lead from it to
the root; of the other participants nothing but digests.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from scorecard.sealing import records
from scorecard.sealing.canonical import Json, canonical, read_canonical
from scorecard.sealing.merkle import leaf_digest, root_from_path

FORMAT = "scorecard-proof/1"
_KEYS = frozenset({"format", "record", "leaf", "index", "size", "path", "root"})

RefusedProof: TypeAlias = Literal["form", "leaf", "path"]
"""Why a proof does not hold: it is none, its record is another, it leads elsewhere."""


@dataclass(frozen=True, slots=True)
class Proven:
    """A record that its proof leads from to a root; both digests in hexadecimal."""

    record: Json
    leaf: str
    root: str


def attachment(
    record: Json, place: tuple[int, int], path: tuple[bytes, ...], root: bytes
) -> bytes:
    """Write a record's proof; `place` is its leaf's index and how many there are."""
    index, size = place
    return canonical(
        {
            "format": FORMAT,
            "record": record,
            "leaf": leaf_digest(canonical(record)).hex(),
            "index": index,
            "size": size,
            "path": [digest.hex() for digest in path],
            "root": root.hex(),
        }
    )


def check_attachment(content: bytes) -> Proven | RefusedProof:
    """Work out the root again from the record; any altered byte is refused.

    Whether the root is a season's own is not asked here: compare it with a known one.
    """
    try:
        found = read_canonical(content)
    except (ValueError, RecursionError):
        return "form"
    if not _is_whole(found):
        return "form"
    leaf = leaf_digest(canonical(found["record"]))
    if leaf.hex() != found["leaf"]:
        return "leaf"
    if found["size"] != found["record"].get("participants"):
        return "path"
    path = [bytes.fromhex(digest) for digest in found["path"]]
    root = root_from_path(leaf, found["index"], found["size"], path)
    if root is None or root.hex() != found["root"]:
        return "path"
    return Proven(found["record"], leaf.hex(), root.hex())


def _is_whole(found: Json) -> bool:
    if found.keys() != _KEYS or found["format"] != FORMAT:
        return False
    record, path = found["record"], found["path"]
    return (
        isinstance(record, dict)
        and record.get("format") == records.FORMAT
        and all(type(found[key]) is int for key in ("index", "size"))
        and isinstance(path, list)
        and all(_is_digest(each) for each in (*path, found["leaf"], found["root"]))
    )


def _is_digest(text: object) -> bool:
    return isinstance(text, str) and len(text) == 64 and set(text) <= set(_HEXADECIMAL)


_HEXADECIMAL = "0123456789abcdef"
