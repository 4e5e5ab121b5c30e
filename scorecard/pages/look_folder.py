"""Read a user's folder of templates and pictures, and check it before anything is made.

Only plain files directly in the folder are read, whole and once; links are refused.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from scorecard.errors import ExitCode, Location, Problem, ScorecardError, worst_first
from scorecard.pages.look import BUNDLED, Look
from scorecard.pages.look_checks import (
    KINDS,
    check_picture,
    check_rules,
    check_template,
)
from scorecard.pages.look_problems import look_problem
from scorecard.rubric.nouns import Rubric

_MOST_BYTES, _MOST_FILES = 2 * 1024 * 1024, 40
_PASSED_OVER = (".md", ".txt")


def read_look(folder: Path | None, rubric: Rubric) -> Look:
    """Read the folder; None gives the package's own look.

    Raises ScorecardError(USAGE) with all that is wrong with it, and for a logo of the
    rubric that is not there.
    """
    problems: list[Problem] = []
    look = BUNDLED if folder is None else _read(folder, problems)
    problems += [each for name, _ in look.files for each in _checked(name, look)]
    problems += _absent_logos(look, rubric)
    if problems:
        raise ScorecardError(ExitCode.USAGE, worst_first(problems))
    return look


def _read(folder: Path, problems: list[Problem]) -> Look:
    files: list[tuple[str, bytes]] = []
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.suffix in _PASSED_OVER:
            continue
        content = _content(path, problems)
        if content is not None:
            files.append((path.name, content))
    if len(files) > _MOST_FILES:
        problems.append(look_problem("look-too-large", Location(folder.as_posix())))
    return Look(folder.resolve().name or "/", tuple(files))


def _content(path: Path, problems: list[Problem]) -> bytes | None:
    place = Location(path.name)
    if path.suffix not in KINDS:
        problems.append(look_problem("look-file-kind", place, path.suffix))
        return None
    try:
        content = _plain_bytes(path)
    except OSError:
        problems.append(look_problem("look-file-unsafe", place))
        return None
    if len(content) > _MOST_BYTES:
        problems.append(look_problem("look-too-large", place, f"{len(content)}"))
        return None
    return content


def _plain_bytes(path: Path) -> bytes:
    """Read a regular file; OSError for a link, a folder, a device or a pipe."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    if path.is_symlink():
        raise OSError("a link")
    descriptor = os.open(path, flags)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("not a regular file")
        return file.read(_MOST_BYTES + 1)


def _checked(name: str, look: Look) -> Iterator[Problem]:
    match Path(name).suffix:
        case ".html":
            yield from check_template(name, look)
        case ".css":
            yield from check_rules(name, look)
        case ".svg" | ".png":
            yield from check_picture(name, look)


def _absent_logos(look: Look, rubric: Rubric) -> Iterator[Problem]:
    for logo in rubric.certificate.logos:
        if look.file(logo.file) is None:
            yield look_problem("logo-absent", Location(logo.file), logo.file)
