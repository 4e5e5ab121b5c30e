"""The digest of a look: by it one tells later with which look pages were made."""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache
from pathlib import Path

from scorecard.pages.bundle import DRAWINGS, FONTS, bundled
from scorecard.pages.look import Look

_HERE = Path(__file__).parent


@lru_cache(maxsize=8)
def look_digest(look: Look) -> str:
    """Give the SHA-256 of what ``sha256sum`` prints of the look's files, by name.

    A user's look is told by the user's files alone; the package's by all of its own.
    """
    return _over(look.files or _shipped())


@cache
def _shipped() -> tuple[tuple[str, bytes], ...]:
    written = (*_HERE.glob("*.css"), *_HERE.glob("*.html"))
    drawn = (*FONTS, *DRAWINGS)
    return (
        *((path.name, path.read_bytes()) for path in written),
        *((name, bundled(name)) for name in drawn),
    )


def _over(files: tuple[tuple[str, bytes], ...]) -> str:
    lines = (f"{_sha(content)}  {name}\n" for name, content in sorted(files))
    return _sha("".join(lines).encode())


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
