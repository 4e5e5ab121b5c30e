"""Find where submissions stand below inputs/: one folder or one workbook each."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from scorecard.errors import ExitCode, Location, Problem, ScorecardError
from scorecard.evidence.document_paths import Folder
from scorecard.evidence.files import same_names, set_aside
from scorecard.evidence.problems import problem
from scorecard.evidence.workbook import OTHER_ENDINGS, WORKBOOK_ENDINGS

SEASON = "_season"
_EVIDENCE_SUFFIX = "-bukti"
_IGNORED = frozenset({SEASON, "README.md"})


@dataclass(frozen=True, slots=True)
class Source:
    """A submission as files: its workbooks and the folder of its attached files.

    `name` is relative to the inputs folder. `size` only decides who is read first.
    `problems` are of files that were left alone for their names.
    """

    name: str
    workbooks: tuple[Path, ...]
    folder: Folder
    size: int
    problems: tuple[Problem, ...] = ()

    def name_of(self, path: Path) -> str:
        """Name a workbook relative to the inputs folder."""
        within = composed(path.name)
        return f"{self.name}/{within}" if self.folder.name == self.name else self.name


@dataclass(frozen=True, slots=True)
class Sources:
    """All sources in the order of their names, and what is none."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]


def find_sources(inputs: Path) -> Sources:
    """List the submissions below the folder.

    Raises ScorecardError (exit code 4) if the folder does not exist.
    """
    if not inputs.is_dir():
        missing = problem("inputs-missing", Location(inputs.as_posix()))
        raise ScorecardError(ExitCode.INPUT, (missing,))
    found = tuple(_look(inputs))
    return Sources(
        tuple(each for each in found if isinstance(each, Source)),
        tuple(each for each in found if isinstance(each, Problem)),
    )


def files_below(source: Source) -> Iterator[tuple[str, Path]]:
    """List all files below the source's folder, each with its name."""
    for folder, folders, files in os.walk(source.folder.path):
        folders[:] = sorted(each for each in folders if not is_hidden(each))
        within = Path(folder).relative_to(source.folder.path)
        for file in sorted(files):
            if not is_hidden(file) and set_aside(file) is None:
                path = PurePosixPath(source.folder.name, within.as_posix(), file)
                yield composed(str(path)), Path(folder, file)


def composed(name: str) -> str:
    """Write a file's name alike on every file system."""
    return unicodedata.normalize("NFC", name)


def is_hidden(name: str) -> bool:
    """The file is none of the sender's: hidden, or a program's lock file."""
    return name.startswith((".", "~$"))


def _look(inputs: Path) -> Iterator[Source | Problem]:
    yield from same_names(path.name for path in inputs.iterdir())
    for path in sorted(inputs.iterdir(), key=lambda path: composed(path.name)):
        name = composed(path.name)
        if (aside := set_aside(name)) is not None:
            yield aside
            continue
        if name in _IGNORED or is_hidden(name) or _belongs_to_workbook(path):
            continue
        if path.is_symlink():
            yield problem("file-not-regular", Location(name))
        elif path.is_dir():
            yield _folder_source(path, name)
        elif name.casefold().endswith(WORKBOOK_ENDINGS + OTHER_ENDINGS):
            attached = path.with_name(path.stem + _EVIDENCE_SUFFIX)
            folder = Folder(attached, composed(attached.name))
            yield Source(name, (path,), folder, path.lstat().st_size)
        else:
            yield problem("stray-file", Location(name))


def _belongs_to_workbook(path: Path) -> bool:
    if not path.name.endswith(_EVIDENCE_SUFFIX):
        return False
    stem = path.name.removesuffix(_EVIDENCE_SUFFIX)
    return any(path.with_name(stem + ending).exists() for ending in WORKBOOK_ENDINGS)


def _folder_source(path: Path, name: str) -> Source | Problem:
    try:
        workbooks = _workbooks_in(path)
        size = sum(each.lstat().st_size for each in workbooks)
    except OSError as error:
        return problem("file-unreadable", Location(name), seen=error.strerror or "")
    left = tuple(_left_alone(path, name))
    return Source(name, workbooks, Folder(path, name), size, left)


def _left_alone(path: Path, name: str) -> Iterator[Problem]:
    """Report files below the folder that are no files yet, or two under one name."""
    names = [
        PurePosixPath(name, Path(folder).relative_to(path).as_posix(), file).as_posix()
        for folder, _, files in os.walk(path)
        for file in sorted(files)
    ]
    yield from (found for each in sorted(names) if (found := set_aside(each)))
    yield from same_names(names)


def _workbooks_in(path: Path) -> tuple[Path, ...]:
    return tuple(
        each
        for each in sorted(path.iterdir(), key=lambda each: composed(each.name))
        if each.name.casefold().endswith(WORKBOOK_ENDINGS + OTHER_ENDINGS)
        and not is_hidden(each.name)
    )
