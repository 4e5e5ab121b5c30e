"""A folder of results as it lies on the disk, read for comparison.

A link among the files is never followed: it is neither what was sealed nor read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scorecard.errors import Location, Problem
from scorecard.folder import is_below, strangers
from scorecard.manifest import MANIFEST, SUMS, Listing, listing, sums
from scorecard.model import InputFile
from scorecard.verification.problems import problem


@dataclass(frozen=True, slots=True)
class Stored:
    """The folder, what its manifest lists by path, and which of that is altered."""

    folder: Path
    listing: Listing
    listed: Mapping[str, InputFile]
    altered: frozenset[str]

    def content(self, path: str) -> bytes | None:
        """Read a file of the folder; None if there is none."""
        return content_of(self.folder / path)


def stored(folder: Path) -> Stored | None:
    """Read what the manifest lists; None without a manifest of ours."""
    found = listing(folder)
    if found is None:
        return None
    listed = {file.path: file for file in found.files if is_below(file.path)}
    altered = (path for path, file in listed.items() if not _is_as(folder, file))
    return Stored(folder, found, listed, frozenset(altered))


def file_problems(of: Stored) -> Iterator[Problem]:
    """Name each file that is changed, missing or added, the lists themselves too."""
    for path in sorted(of.altered):
        sealed = of.listed[path].sha256
        if (of.folder / path).is_file():
            yield _changed("file-changed", of, path, sealed)
        else:
            yield problem("file-missing", Location(path), sha=sealed)
    for path in strangers(of.folder, frozenset({MANIFEST, SUMS, *of.listed})):
        yield problem("file-added", Location(path))
    yield from _lists(of)


def content_of(path: Path) -> bytes | None:
    """Read a regular file; None for anything else."""
    if path.is_symlink() or not path.is_file():
        return None
    return path.read_bytes()


def _lists(of: Stored) -> Iterator[Problem]:
    """Compare SHA256SUMS with what it was made from, the manifest in its present form.

    Since it names the manifest's digest, a manifest that was altered shows here.
    """
    manifest, found = of.content(MANIFEST) or b"", of.content(SUMS)
    if found is None:
        yield problem("file-missing", Location(SUMS), sha=_sha(_sums(of, manifest)))
        return
    named = _named_digest(found)
    if named and named != _sha(manifest):
        yield _changed("manifest-changed", of, MANIFEST, named)
    elif found != _sums(of, manifest):
        yield _changed("sums-changed", of, SUMS, _sha(_sums(of, manifest)))


def _sums(of: Stored, manifest: bytes) -> bytes:
    own = InputFile(MANIFEST, len(manifest), _sha(manifest))
    return sums((*of.listed.values(), own)).content


def _named_digest(found: bytes) -> str:
    """Find the manifest's digest in the sums; empty if the line is not there."""
    for line in found.decode("utf-8", errors="replace").splitlines():
        digest, _, path = line.partition("  ")
        if path == MANIFEST:
            return digest
    return ""


def _changed(code: str, of: Stored, path: str, sealed: str) -> Problem:
    seen = f"SHA-256 {_sha(of.content(path) or b'')}"
    return problem(code, Location(path), seen=seen, sha=sealed)


def _is_as(folder: Path, file: InputFile) -> bool:
    content = content_of(folder / file.path)
    return (
        content is not None
        and len(content) == file.size
        and _sha(content) == file.sha256
    )


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
