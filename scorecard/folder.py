"""Step 7, export: replace a whole folder or nothing, one run at a time.

Files are made in a hidden sibling (``.outputs.new``), pushed to the disk, and take the
folder's place by two renames; the old folder waits as ``.outputs.old`` in between. Who
dies between the renames leaves the old folder there, and `recover` puts it back.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from scorecard.sealing.register import HEAD, REGISTER

_ALSO_OURS = frozenset({"Thumbs.db", "desktop.ini"})
_OUTLASTING = frozenset({HEAD, REGISTER})


class FolderInUseError(Exception):
    """Another run is writing to the same folder."""


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder for this run; raises FolderInUseError, never waits."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    path = _sibling(folder, "lock")
    descriptor = _take_lock(path, folder)
    try:
        yield
    finally:
        # Removed while still held, so that nobody locks a file that has no name.
        path.unlink(missing_ok=True)
        os.close(descriptor)


@contextlib.contextmanager
def replaced(folder: Path) -> Iterator[Path]:
    """Give an empty folder to fill; it takes the place of `folder` at the end.

    On any failure, a stop by hand included, it is removed and `folder` is as before.
    """
    recover(folder)
    fresh = _sibling(folder, "new")
    _remove(fresh)
    fresh.mkdir()
    try:
        yield fresh
        _keep_what_outlasts(folder, fresh)
        _push_folders(fresh)
        _swap(folder, fresh)
    finally:
        _remove(fresh)


def recover(folder: Path) -> None:
    """Put the old folder back if a run died between its two renames."""
    old = _sibling(folder, "old")
    if not old.exists():
        return
    if folder.exists():
        _remove(old)
    else:
        old.rename(folder)


def store(folder: Path, path: str, content: bytes) -> None:
    """Write one file below `folder` and push it to the disk.

    Raises ValueError for a path that leads out of the folder.
    """
    if not is_below(path):
        raise ValueError(f"not a path below the folder: {path!r}")
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def is_below(path: str) -> bool:
    """Tell whether a path stays inside the folder that it is relative to."""
    relative = PurePosixPath(path)
    return (
        bool(relative.parts)
        and not relative.is_absolute()
        and ".." not in relative.parts
    )


def carry(old: Path, fresh: Path, paths: Iterable[str]) -> None:
    """Store again in `fresh` those files of `old` that no new one replaces."""
    for path in paths:
        if not (fresh / path).exists():
            store(fresh, path, (old / path).read_bytes())


def store_alone(path: Path, content: bytes) -> None:
    """Write one file, or leave what stood there as it was."""
    fresh = _sibling(path, "new")
    fresh.unlink(missing_ok=True)
    try:
        store(path.parent, fresh.name, content)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def strangers(folder: Path, ours: frozenset[str]) -> tuple[str, ...]:
    """Name the files that would be lost: not ours, hidden, nor the register; sorted."""
    return tuple(
        sorted(
            path.relative_to(folder).as_posix()
            for path in folder.rglob("*")
            if not path.is_dir() or path.is_symlink()
            if path.relative_to(folder).as_posix() not in ours | _OUTLASTING
            if not _is_passing(path.name)
        )
    )


def _sibling(folder: Path, role: str) -> Path:
    return folder.with_name(f".{folder.name}.{role}")


def _take_lock(path: Path, folder: Path) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        if not _is_free(descriptor):
            os.close(descriptor)
            raise FolderInUseError(str(folder))
        if _is_same_file(descriptor, path):
            return descriptor
        os.close(descriptor)


def _is_free(descriptor: int) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows: two runs at once are not told apart there.
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_same_file(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _keep_what_outlasts(folder: Path, fresh: Path) -> None:
    """Carry over the register, and ``.gitkeep`` and its like, nobody's output."""
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            kept = path.name.startswith(".") or path.name in _OUTLASTING
            if kept and path.is_file():
                shutil.copy2(path, fresh / path.name, follow_symlinks=False)


def _push_folders(fresh: Path) -> None:
    folders = [fresh, *(path for path in fresh.rglob("*") if path.is_dir())]
    for folder in folders:
        _push(folder)


def _push(folder: Path) -> None:
    with contextlib.suppress(PermissionError):  # Windows opens no folders.
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _swap(folder: Path, fresh: Path) -> None:
    old = _sibling(folder, "old")
    if folder.exists():
        folder.rename(old)
    try:
        fresh.rename(folder)
    except BaseException:
        if old.exists():
            old.rename(folder)
        raise
    _push(folder.parent)
    _remove(old)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _is_passing(name: str) -> bool:
    """Tell marks of desktop programs, such as the lock file of an open workbook."""
    return name.startswith((".", "~$")) or name in _ALSO_OURS
