"""What follows from a noun of the rubric, worked out once and not for every submission.

The nouns never change, so that what is derived from one may be kept beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Noun = TypeVar("Noun")
Derived = TypeVar("Derived")

_MOST = 64


def once(derive: Callable[[Noun], Derived]) -> Callable[[Noun], Derived]:
    """Derive once from each noun; nouns are told apart by identity, not by content.

    Comparing or hashing a whole rubric takes longer than most of what is derived.
    """
    known: dict[int, tuple[Noun, Derived]] = {}

    @wraps(derive)
    def derived(noun: Noun) -> Derived:
        found = known.get(id(noun))
        if found is None:
            if len(known) >= _MOST:
                known.clear()
            # The noun is kept too: its identity is not given to another so.
            found = known[id(noun)] = (noun, derive(noun))
        return found[1]

    return derived
