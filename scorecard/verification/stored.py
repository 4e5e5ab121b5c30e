"""A folder of results as it lies on the disk, read for comparison.

A link among the files is never followed: it is neither what was sealed nor read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scorecard.errors import Location, Problem
from scorecard.folder import is_below
from scorecard.manifest import MANIFEST, SUMS, Listing, listing, sums
from scorecard.model import InputFile
from scorecard.sealing.register import HEAD, REGISTER
from scorecard.verification.problems import problem

_MARKS = frozenset({".gitkeep", ".DS_Store", "Thumbs.db", "desktop.ini"})


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
    """Read what the manifest lists; None without a manifest of ours.

    A file is altered if it is not as the manifest says; where SHA256SUMS does not know
    this manifest, but knows the file as it is, the manifest is the one altered.
    """
    found = listing(folder)
    if found is None:
        return None
    listed = {file.path: file for file in found.files if is_below(file.path)}
    witness = _witness(folder)
    now = {path: _digest_of(folder / path) for path in listed}
    altered = (
        path
        for path, file in listed.items()
        if now[path] != file.sha256 and witness.get(path) != now[path]
    )
    return Stored(folder, found, listed, frozenset(altered))


def sealed_files(of: Stored) -> Iterator[InputFile]:
    """List the files as they were sealed: as they are, or as the manifest says."""
    for path, file in of.listed.items():
        content = None if path in of.altered else of.content(path)
        if content is None:
            yield file
        else:
            yield InputFile(path, len(content), _sha(content))


def summed_files(of: Stored) -> tuple[tuple[InputFile, ...], str]:
    """List the files that SHA256SUMS names, and the manifest's digest there."""
    named = _named(of.content(SUMS) or b"")
    digest = named.pop(MANIFEST, "")
    files = (
        InputFile(path, len(of.content(path) or b""), each)
        for path, each in named.items()
        if is_below(path)
    )
    return tuple(files), digest


def file_problems(of: Stored) -> Iterator[Problem]:
    """Name each file that is changed, missing or added."""
    for path in sorted(of.altered):
        sealed = of.listed[path].sha256
        if _is_there(of.folder / path):
            yield _changed("file-changed", of, path, sealed)
        else:
            yield problem("file-missing", Location(path), sha=sealed)
    for path in sorted(_added(of)):
        yield problem("file-added", Location(path))


def list_problems(of: Stored, made: bytes | None) -> Iterator[Problem]:
    """Name manifest.json or SHA256SUMS if it was altered.

    `made` is the manifest as the results give it. Where they cannot be asked, two lists
    that disagree are named by the one that is made from the other.
    """
    manifest, found = of.content(MANIFEST) or b"", of.content(SUMS)
    if made is not None and manifest != made:
        yield _changed("manifest-changed", of, MANIFEST, _sha(made))
    if found is None:
        yield problem("file-missing", Location(SUMS), sha=_sha(_sums(of, manifest)))
    elif found not in (_sums(of, each) for each in (made or manifest, manifest)):
        known = _named_digest(found) == _sha(manifest)
        if made is not None or known:
            yield _changed("sums-changed", of, SUMS, _sha(_sums(of, manifest)))
        else:
            yield _changed("lists-disagree", of, MANIFEST, _named_digest(found))


def content_of(path: Path) -> bytes | None:
    """Read a regular file; None for anything else, or a name that no file has."""
    try:
        is_plain = path.is_file() and not path.is_symlink()
        return path.read_bytes() if is_plain else None
    except (OSError, ValueError):
        return None


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _added(of: Stored) -> Iterator[str]:
    """Name what was not sealed: hidden files and links, too, whatever they are."""
    ours = {MANIFEST, SUMS, REGISTER, HEAD, *of.listed}
    for path in of.folder.rglob("*"):
        name = path.relative_to(of.folder).as_posix()
        is_file = not path.is_dir() or path.is_symlink()
        if is_file and name not in ours and not _is_mark(path.name):
            yield name


def _is_mark(name: str) -> bool:
    """Tell what desktop programs and ``git`` leave behind, which holds no result."""
    return name in _MARKS or name.startswith(("~$", ".~lock."))


def _witness(folder: Path) -> Mapping[str, str]:
    """Give what SHA256SUMS says of files, if it does not know the manifest."""
    found, manifest = content_of(folder / SUMS), content_of(folder / MANIFEST)
    if found is None or _named_digest(found) == _sha(manifest or b""):
        return {}
    return _named(found)


def _named_digest(found: bytes) -> str:
    """Find the manifest's digest in the sums; empty if the line is not there."""
    return _named(found).get(MANIFEST, "")


def _named(found: bytes) -> dict[str, str]:
    lines = found.decode("utf-8", errors="replace").splitlines()
    parted = (line.partition("  ") for line in lines)
    return {path: digest for digest, _, path in parted}


def _sums(of: Stored, manifest: bytes) -> bytes:
    own = InputFile(MANIFEST, len(manifest), _sha(manifest))
    return sums((*of.listed.values(), own)).content


def _changed(code: str, of: Stored, path: str, sealed: str) -> Problem:
    seen = f"SHA-256 {_sha(of.content(path) or b'')}"
    return problem(code, Location(path), seen=seen, sha=sealed)


def _digest_of(path: Path) -> str:
    content = content_of(path)
    return "" if content is None else _sha(content)


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
