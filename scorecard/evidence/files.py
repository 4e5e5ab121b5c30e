"""Read files as bytes: regular ones only, never through a link, within the limits."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from scorecard.errors import Location, Problem
from scorecard.evidence.problems import problem
from scorecard.model import InputFile

_ARRIVING = (
    *(".crdownload", ".part", ".partial", ".download", ".opdownload", ".!ut"),
    *(".tmp", ".icloud", ".gdownload", ".filepart"),
)
_ARRIVING_FIRST = (".~", "._sync_", "~wrl")
_PIECE = 1024**2
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class FileBytes:
    """A file's whole content, under its name relative to the inputs folder."""

    name: str
    content: bytes

    @property
    def entry(self) -> InputFile:
        """The file as the manifest lists it; the digest is of what was read."""
        digest = hashlib.sha256(self.content).hexdigest()
        return InputFile(self.name, len(self.content), digest)


def read_file(path: Path, name: str, most: int) -> FileBytes | Problem:
    """Read a regular file of at most so many bytes; anything else is a Problem.

    Nothing is opened that could hang (a pipe) or lead elsewhere (a symbolic link).
    """
    place = Location(name)
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return problem("file-not-regular", place)
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            before = os.fstat(file.fileno())
            if not stat.S_ISREG(before.st_mode):
                return problem("file-not-regular", place)
            # Room is made for all that is asked for: what is there, and one to tell.
            content = file.read(min(before.st_size, most) + 1)
            after = os.fstat(file.fileno())
    except OSError as error:
        return problem("file-unreadable", place, seen=error.strerror or "")
    if len(content) > most:
        return problem("file-too-large", place, most=most // 1024**2)
    if _state(before) != _state(after) or len(content) != after.st_size:
        return problem("file-changed-while-read", place)
    if not content and _is_placeholder(before):
        return problem("file-not-complete", place)
    return FileBytes(name, content)


def set_aside(name: str) -> Problem | None:
    """Say why a file is left alone for its name: a lock file, or one still arriving."""
    own = PurePosixPath(name).name.casefold()
    if own.startswith(("~$", ".~lock.")):
        return problem("file-temporary", Location(name))
    if own.endswith(_ARRIVING) or own.startswith(_ARRIVING_FIRST):
        return problem("file-not-complete", Location(name))
    return None


def same_names(names: Iterable[str]) -> tuple[Problem, ...]:
    """Report names that differ in letter case or in Unicode form alone.

    On another computer each such pair is one file, and one of the two is lost.
    """
    first: dict[str, str] = {}
    problems = []
    for name in sorted(names):
        alike = unicodedata.normalize("NFC", name.casefold())
        if alike in first:
            seen = first[alike]
            problems.append(problem("file-name-twice", Location(name), seen=seen))
        first.setdefault(alike, name)
    return tuple(problems)


def _state(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns


def _is_placeholder(status: os.stat_result) -> bool:
    """A drive shows the name of a file whose contents it has not fetched yet."""
    attributes = getattr(status, "st_file_attributes", 0)
    offline = stat.FILE_ATTRIBUTE_OFFLINE | stat.FILE_ATTRIBUTE_SPARSE_FILE
    return bool(attributes & offline)


def file_digest(path: Path | str) -> str:
    """Give the SHA-256 of a regular file, never through a link; raises OSError."""
    digest = hashlib.sha256()
    with os.fdopen(os.open(path, _FLAGS), "rb", buffering=0) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("not a regular file")
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
