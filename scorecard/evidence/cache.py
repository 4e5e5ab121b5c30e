"""Keep what was read, so that an unchanged submission is not read again.

An entry is found by the digest of all that its reading depends on (`source_key`): no
name, size or date of a file is believed. It carries the digest of its own content and
is data (JSON of the model's types), so that a damaged or foreign entry is at worst
read again and nothing in it can run; pickle could not promise that. Whoever can write
to the user's cache folder can as well change the program, hence no signature. The
folder may be deleted at any time, also during a run, and shared by several runs.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter, ValidationError

from scorecard.evidence.reading import SourceRead

_MOST_BYTES = 1024**3
_LARGEST_ENTRY = 64 * 1024**2
# Whoever runs out of room drops the oldest until this much is left.
_KEPT_SHARE = 0.8
_ABANDONED_SECONDS = 3_600
_ENDING = ".json"
_UNFINISHED = ".part"
_OWN_NAME = re.compile(r"[0-9a-f]{64}(\.json|-\w+\.part)")


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries, and how many bytes they may take together."""

    folder: Path
    most: int = _MOST_BYTES


def user_cache(environment: Mapping[str, str]) -> Cache | None:
    """Find the user's cache folder; SCORECARD_CACHE moves it, or is ``off``."""
    chosen = environment.get("SCORECARD_CACHE", "")
    if chosen == "off":
        return None
    try:
        return Cache(Path(chosen) if chosen else _platform_folder(environment))
    except RuntimeError:
        return None  # a user without home


def recall(store: Cache, key: str) -> SourceRead | None:
    """Give what was kept under the key; nothing if it is absent or damaged."""
    path = _path(store, key)
    try:
        content = path.read_bytes()
        digest, _, body = content.partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != digest:
            return None
        os.utime(path)
        (read,) = _reads().validate_json(body)
        return read
    except (OSError, ValidationError):
        return None


def keep(store: Cache, key: str, read: SourceRead) -> None:
    """Write an entry, whole or not at all; a full or closed disk is no mistake."""
    try:
        body = _reads().dump_json((read,))
    except ValueError:
        return  # a name that no Unicode can hold
    if len(body) > _LARGEST_ENTRY:
        return
    path = _path(store, key)
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, exist_ok=True, parents=True)
        descriptor, aside = tempfile.mkstemp(_UNFINISHED, f"{key}-", path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
            Path(aside).replace(path)
        except BaseException:
            Path(aside).unlink()
            raise


def trim(store: Cache) -> None:
    """Drop the oldest entries where all together are too large, and abandoned files.

    Only files that bear the name of an entry are touched, whatever folder was chosen.
    """
    entries = sorted(_entries(store))
    old = time.time() - _ABANDONED_SECONDS
    total = sum(size for _, size, _ in entries)
    wanted = store.most * _KEPT_SHARE if total > store.most else total
    for modified, size, path in entries:
        abandoned = path.suffix == _UNFINISHED and modified < old
        if total > wanted or abandoned:
            total -= size
            with contextlib.suppress(OSError):
                path.unlink()


def _entries(store: Cache) -> Iterator[tuple[float, int, Path]]:
    for path in store.folder.glob("[0-9a-f][0-9a-f]/*"):
        with contextlib.suppress(OSError):
            if _OWN_NAME.fullmatch(path.name):
                status = path.stat()
                yield status.st_mtime, status.st_size, path


def _path(store: Cache, key: str) -> Path:
    return store.folder / key[:2] / f"{key}{_ENDING}"


def _platform_folder(environment: Mapping[str, str]) -> Path:
    if sys.platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return Path(local or Path.home() / "AppData" / "Local", "scorecard", "cache")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "scorecard"
    # As the XDG rules have it, a relative path is to be ignored.
    chosen = environment.get("XDG_CACHE_HOME", "")
    base = Path(chosen) if Path(chosen).is_absolute() else Path.home() / ".cache"
    return base / "scorecard"


@cache
def _reads() -> TypeAdapter[tuple[SourceRead]]:
    # Inside of a tuple, as a dataclass alone takes no configuration from outside.
    bytes_as_text = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")
    return TypeAdapter(tuple[SourceRead], config=bytes_as_text)
