"""Files held against those made again: which differ, and which are but packed anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scorecard.artifact import Artifact
from scorecard.errors import Location, Problem
from scorecard.manifest import MANIFEST
from scorecard.verification.likeness import Likeness, is_packed, likeness
from scorecard.verification.problems import problem


@dataclass(frozen=True, slots=True)
class Compared:
    """A file that was made again: its digest, and how like it the listed one is."""

    path: str
    sha256: str
    is_packed: bool
    likeness: Likeness


def compared(content: bytes, made: Artifact) -> Compared:
    """Hold a file against the one made again; its bytes are not kept."""
    digest = hashlib.sha256(made.content).hexdigest()
    found = likeness(content, made.content)
    return Compared(made.path, digest, is_packed(made.content), found)


def unlike_problems(files: Iterable[Compared]) -> Iterator[Problem]:
    """Name each file that differs.

    Another zlib packs every file otherwise: one note tells it. A file that is packed
    otherwise than its neighbours was packed again by somebody.
    """
    found = tuple(files)
    for file in found:
        if file.likeness == "other":
            yield problem("file-not-as-made", Location(file.path), sha=file.sha256)
    yield from _all_pages(found)
    packed = [file for file in found if file.likeness == "packed_otherwise"]
    if any(file.is_packed and file.likeness == "same" for file in found):
        for file in packed:
            yield problem("file-packed-anew", Location(file.path), sha=file.sha256)
    elif packed:
        place, example = Location(MANIFEST), packed[0].path
        yield problem("files-packed-elsewhere", place, n=len(packed), example=example)


def _all_pages(files: tuple[Compared, ...]) -> Iterator[Problem]:
    """Say what may be the reason where every PDF differs, and nothing else does."""
    other = [file for file in files if file.likeness == "other"]
    pages = [file for file in files if file.path.endswith(".pdf")]
    if len(pages) > 1 and other == pages:
        yield problem("pages-all-other", Location(MANIFEST), n=len(pages))
