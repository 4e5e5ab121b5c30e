"""The Merkle tree of RFC 6962, section 2.1 (RFC 9162, section 2.1), with SHA-256.

A leaf and an inner node are hashed under different first bytes, so that neither can be
passed off as the other. A tree of n leaves splits at the largest power of two below n;
no leaf is ever doubled.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

_LEAF, _NODE = b"\x00", b"\x01"


def leaf_digest(content: bytes) -> bytes:
    """Hash a leaf: ``SHA-256(0x00 || content)`` (RFC 6962, section 2.1)."""
    return sha256(_LEAF + content).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """Give the tree's root over leaf digests; of none, the hash of nothing.

    ``MTH({}) = SHA-256()`` (RFC 6962, section 2.1).
    """
    return levels(leaves)[-1][0] if leaves else sha256().digest()


def levels(leaves: Sequence[bytes]) -> tuple[tuple[bytes, ...], ...]:
    """Give every row of the tree, the leaves' digests first, the root alone last.

    A node without a right neighbour moves up as it is: the same tree as that of the
    recursive definition, whose left part is always full.
    """
    rows = [tuple(leaves)]
    while len(rows[-1]) > 1:
        rows.append(_above(rows[-1]))
    return tuple(rows)


def inclusion_path(rows: Sequence[Sequence[bytes]], index: int) -> tuple[bytes, ...]:
    """Give the digests that lead from a leaf to the root, lowest first.

    ``PATH(m, D[n])`` (RFC 6962, section 2.1.1). Raises IndexError for no such leaf.
    """
    if not 0 <= index < len(rows[0]):
        raise IndexError(index)
    path = []
    for row in rows[:-1]:
        neighbour = index ^ 1
        if neighbour < len(row):
            path.append(row[neighbour])
        index >>= 1
    return tuple(path)


def root_from_path(
    leaf: bytes, index: int, size: int, path: Sequence[bytes]
) -> bytes | None:
    """Give the root that a path leads to; None if it cannot be of such a tree.

    The algorithm of RFC 9162, section 2.1.3.2: the path's length must fit the leaf's
    place, so that no digest can be put in or left out.
    """
    if not 0 <= index < size:
        return None
    place, last, found = index, size - 1, leaf
    for digest in path:
        if last == 0:
            return None
        if place & 1 or place == last:
            found = _node(digest, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = _node(found, digest)
        place, last = place >> 1, last >> 1
    return found if last == 0 else None


def _above(row: Sequence[bytes]) -> tuple[bytes, ...]:
    pairs = tuple(_node(row[left], row[left + 1]) for left in range(0, len(row) - 1, 2))
    return pairs + tuple(row[len(row) - len(row) % 2 :])


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(_NODE + left + right).digest()
