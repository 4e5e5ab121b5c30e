"""A digest of everything that the reading of one source depends on.

The files themselves, each hashed anew; the rubric and the list of participants; and
the program: its own code and the libraries that read for it.
"""

from __future__ import annotations

import hashlib
import os
import platform
import stat
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import scorecard
from scorecard.evidence.files import file_digest
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.regions import Registry
from scorecard.evidence.sources import Source
from scorecard.rubric.nouns import Rubric

_MOST_FILES = 2_000
_LIBRARIES = (
    "openpyxl",
    "python-calamine",
    "holidays",
    "pydantic",
    "pypdf",
    "pyhanko",
    "xlrd",
)
_DATA = (".py", ".csv", ".yaml")


def season_digest(rubric: Rubric, registry: Registry) -> str:
    """Digest what all sources of a run have in common, the program included."""
    digest = hashlib.sha256(_program_digest().encode())
    digest.update(rubric.model_dump_json().encode())
    for participant in registry.by_code.values():
        digest.update(repr(participant).encode())
    digest.update(repr(sorted(registry.expected or ())).encode())
    return digest.hexdigest()


def source_key(source: Source, season: str) -> str | None:
    """Digest a source's files and names; None if it is not to be cached.

    Links and special files are noted, never opened; so are files beyond the limit.
    """
    digest = hashlib.sha256(season.encode())
    digest.update(f"{source.name}\0".encode("utf-8", "surrogateescape"))
    try:
        for number, (name, path) in enumerate(_files(source)):
            if number >= _MOST_FILES:
                return None
            state = f"{name}\0{_content_digest(path)}\0"
            digest.update(state.encode("utf-8", "surrogateescape"))
    except OSError:
        return None
    return digest.hexdigest()


def _files(source: Source) -> Iterator[tuple[str, str]]:
    """Give every file once, by its name within the source."""
    root = source.folder.path
    for path in source.workbooks:
        if path.parent != root:
            yield path.name, str(path)
    if root.is_dir():
        yield from _below(str(root), "")


def _below(folder: str, within: str) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda each: each.name)
    for entry in entries:
        name = f"{within}{entry.name}"
        yield name, entry.path
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{name}/")


def _content_digest(path: str) -> str:
    status = os.lstat(path)
    if not stat.S_ISREG(status.st_mode) or status.st_size > LIMITS.attachment:
        return f"{stat.S_IFMT(status.st_mode)} {status.st_size}"
    return file_digest(path)


@cache
def _program_digest() -> str:
    """Digest the code of this package, its tables and the versions it runs with."""
    root = Path(scorecard.__file__).parent
    digest = hashlib.sha256(f"{platform.python_version()} {os.name}".encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {_version(library)}\n".encode())
    for path in sorted(root.rglob("*")):
        if path.suffix in _DATA:
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "absent"
