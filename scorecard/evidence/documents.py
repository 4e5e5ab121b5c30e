"""Find the attached files that a form names, in the participant's folder alone.

A file is in hand when it is there, is an ordinary file, holds something, and is what
its ending says. A link to a drive is not in hand.
"""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from scorecard.errors import Problem
from scorecard.evidence.files import FileBytes, read_file
from scorecard.evidence.forms import fields_of
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.problems import problem
from scorecard.model import AttachedFile, Evidence, InputFile
from scorecard.rubric.evidence import Form, FormField

_ZIP = b"PK\x03\x04"
_MAGIC: Mapping[str, bytes] = {
    ".pdf": b"%PDF-",
    ".jpg": b"\xff\xd8\xff",
    ".jpeg": b"\xff\xd8\xff",
    ".png": b"\x89PNG\r\n\x1a\n",
    ".docx": _ZIP,
    ".xlsx": _ZIP,
}
_LINK = re.compile(r"(?:[a-z][a-z0-9+.-]+://|www\.|mailto:)", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Folder:
    """A participant's folder; `name` is its path relative to the inputs."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Attached:
    """The files by field key, those that were read, and what was wrong."""

    files: Mapping[str, AttachedFile]
    entries: tuple[InputFile, ...]
    problems: tuple[Problem, ...]


def find_documents(
    answers: Mapping[str, Evidence], form: Form, folder: Folder
) -> Attached:
    """Look up every filled file field of the form in the folder."""
    files: dict[str, AttachedFile] = {}
    entries: dict[str, InputFile] = {}
    problems: list[Problem] = []
    for key, field in _file_fields(form).items():
        evidence = answers.get(key)
        if evidence is None or not isinstance(evidence.value, str):
            continue
        found = _find(evidence.value, field, evidence, folder)
        if isinstance(found, Problem):
            problems.append(found)
            files[key] = AttachedFile(key, evidence.value, 0, "", False, found.message)
        else:
            entries[found.name] = entry = found.entry
            files[key] = AttachedFile(key, entry.path, entry.size, entry.sha256, True)
    return Attached(files, tuple(entries.values()), tuple(problems))


def _file_fields(form: Form) -> dict[str, FormField]:
    return {
        key: field
        for fields in fields_of(form).values()
        for key, field in fields.items()
        if field.kind == "file"
    }


def _find(
    written: str, field: FormField, evidence: Evidence, folder: Folder
) -> FileBytes | Problem:
    title, place = field.title.text, evidence.location
    path = _path(written, folder)
    if isinstance(path, str):
        return problem(path, place, seen=written, title=title)
    ending = path.suffix.casefold()
    if ending not in _MAGIC:
        code, kinds = "document-file-kind", ", ".join(map(_kind, _MAGIC))
        return problem(code, place, seen=written, title=title, kinds=kinds)
    name = _composed(f"{folder.name}/{path.relative_to(folder.path).as_posix()}")
    file = read_file(path, name, LIMITS.attachment)
    if isinstance(file, Problem):
        code, reason = "document-file-unreadable", file.message
        return problem(code, place, seen=written, title=title, reason=reason)
    if not file.content:
        return problem("document-file-empty", place, seen=written, title=title)
    if not file.content.startswith(_MAGIC[ending]):
        code, kind = "document-file-not-what-it-says", _kind(ending)
        return problem(code, place, seen=written, title=title, kind=kind)
    return file


def _kind(ending: str) -> str:
    return ending.removeprefix(".").upper()


def _path(written: str, folder: Folder) -> Path | str:
    """Walk to the file name by name; else give the code of the Problem.

    Names are compared in composed form, so that the same inputs are found on every
    file system; no link is followed.
    """
    text = _composed(written.strip().replace("\\", "/"))
    if _LINK.match(text):
        return "document-link"
    if text.startswith("/") or _DRIVE.match(text) or ".." in text.split("/"):
        return "document-file-outside"
    path = folder.path
    for step in (each for each in text.split("/") if each not in {"", "."}):
        found = _within(path).get(step)
        if found is None:
            return "document-file-missing"
        path = found
    return path if path != folder.path else "document-file-missing"


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _within(path: Path) -> dict[str, Path]:
    """List a real directory; a link, a file or a closed one holds nothing."""
    try:
        if not stat.S_ISDIR(path.lstat().st_mode):
            return {}
        return {_composed(each.name): each for each in path.iterdir()}
    except OSError:
        return {}
