"""Find the file that a form names, in the participant's own folder and nowhere else.

Names are followed step by step through real folders: no link is followed and no step
leads up, so that nothing outside can be reached however a path is written.
"""

from __future__ import annotations

import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from scorecard.evidence.folding import folded

Unlocated: TypeAlias = Literal[
    "document-link",
    "document-file-outside",
    "document-file-missing",
    "document-file-ambiguous",
]

_LINK = re.compile(
    r"(?:[a-z][a-z0-9+.-]+:/|www\.|mailto:|javascript:"
    r"|(?:[a-z0-9-]+\.)+(?:com|id|net|org|go|gl|ly|me|co|app|page|link|info)/)",
    re.IGNORECASE,
)
_DRIVE = re.compile(r"[A-Za-z]:")
# A file of these endings holds an address, not the document.
_SHORTCUTS = (".url", ".webloc", ".lnk", ".gdoc", ".gsheet", ".gslides")


@dataclass(frozen=True, slots=True)
class Folder:
    """A participant's folder; `name` is its path relative to the inputs."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Located:
    """The file, its name relative to the inputs, and whether the form spelt it so."""

    path: Path
    name: str
    as_written: bool


def locate(written: str, folder: Folder) -> Located | Unlocated:
    """Walk to the file name by name; else give the code of the Problem.

    Accents may be stored in either Unicode form. Where no name is exactly the written
    one, the only one that differs in case, accents or spaces alone is taken; of two
    such names none.
    """
    text = _composed(written.strip().replace("\\", "/"))
    if _LINK.match(text) or text.casefold().endswith(_SHORTCUTS):
        return "document-link"
    if text.startswith("/") or _DRIVE.match(text) or ".." in text.split("/"):
        return "document-file-outside"
    steps = [each for each in text.split("/") if each not in {"", "."}]
    path = folder.path
    for step in steps:
        found = _called(step, path)
        if len(found) != 1:
            return "document-file-ambiguous" if found else "document-file-missing"
        path = found[0]
    if not steps:
        return "document-file-missing"
    within = _composed(path.relative_to(folder.path).as_posix())
    return Located(
        path, f"{_composed(folder.name)}/{within}", within.split("/") == steps
    )


def _called(name: str, folder: Path) -> list[Path]:
    """Give the files of a name; if there is none, those that are all but called so."""
    files = _within(folder)
    exact = [each for each in files if _composed(each.name) == name]
    return exact or [each for each in files if folded(each.name) == folded(name)]


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _within(path: Path) -> list[Path]:
    """List a real directory; a link, a file or a closed one holds nothing."""
    try:
        if not stat.S_ISDIR(path.lstat().st_mode):
            return []
        return sorted(path.iterdir())
    except OSError:
        return []
