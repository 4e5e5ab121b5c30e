"""Read files as bytes: regular ones only, never through a link, within the limits."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from scorecard.errors import Location, Problem
from scorecard.evidence.problems import problem
from scorecard.model import InputFile

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
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                return problem("file-not-regular", place)
            content = file.read(most + 1)
    except OSError as error:
        return problem("file-unreadable", place, seen=error.strerror or "")
    if len(content) > most:
        return problem("file-too-large", place, most=most // 1024**2)
    return FileBytes(name, content)
