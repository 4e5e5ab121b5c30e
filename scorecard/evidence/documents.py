"""Read the attached files that a form names: are they in hand, and what do they hold.

A file is in hand when it is in the participant's folder, is an ordinary file, is what
its ending says, and opens. A link to a drive is not in hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from scorecard.errors import Problem
from scorecard.evidence.document_contents import Contents, examine
from scorecard.evidence.document_findings import NamedFile, report
from scorecard.evidence.document_paths import Folder, locate
from scorecard.evidence.document_sharing import repeated_documents
from scorecard.evidence.file_kinds import KINDS, kind_of_ending
from scorecard.evidence.files import FileBytes, read_file
from scorecard.evidence.form_sheets import fields_of
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.text_checks import Sought, What
from scorecard.model import AttachedFile, Evidence, InputFile
from scorecard.rubric.evidence import Form, FormField


@dataclass(frozen=True, slots=True)
class Attached:
    """The files by field key, those that were read, and what was wrong."""

    files: Mapping[str, AttachedFile]
    entries: tuple[InputFile, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    file: AttachedFile
    entry: InputFile | None
    problems: tuple[Problem, ...]


def find_documents(
    answers: Mapping[str, Evidence], form: Form, folder: Folder
) -> Attached:
    """Read every file that the form names, and compare it with the form."""
    named = tuple(_named(answers, form))
    reads = [_read(each, folder) for each in named]
    files = {read.file.field: read.file for read in reads}
    entries = {read.entry.path: read.entry for read in reads if read.entry}
    found = tuple(each for read in reads for each in read.problems)
    return Attached(
        files, tuple(entries.values()), (*found, *repeated_documents(files, named))
    )


def _named(answers: Mapping[str, Evidence], form: Form) -> Iterator[NamedFile]:
    fields = {key: each for of in fields_of(form).values() for key, each in of.items()}
    for key, field in fields.items():
        evidence = answers.get(key)
        if field.kind == "file" and evidence and isinstance(evidence.value, str):
            sought = tuple(_sought(key, answers, form, fields))
            title, place = field.title.text, evidence.location
            yield NamedFile(key, title, evidence.value, place, sought)


def _sought(
    key: str,
    answers: Mapping[str, Evidence],
    form: Form,
    fields: Mapping[str, FormField],
) -> Iterator[Sought]:
    """Give what the rubric wants to be found in the file, as far as it is filled in."""
    what: tuple[What, ...] = ("number", "date", "year")
    for document in form.documents:
        proof = document.proof
        if proof is None or key != f"{document.id}.{proof.file}":
            continue
        for each in what:
            field = f"{document.id}.{getattr(proof, each)}"
            evidence = answers.get(field)
            if evidence and isinstance(evidence.value, str | date):
                title = fields[field].title.text
                yield Sought(field, each, title, evidence)


def _read(named: NamedFile, folder: Folder) -> _Read:
    located = locate(named.written, folder)
    if isinstance(located, str):
        return _lost(named, named.written, named.problem(located))
    kind = kind_of_ending(PurePosixPath(located.name).suffix)
    if kind is None:
        wrong = named.problem("document-file-kind", kinds=KINDS)
        return _lost(named, located.name, wrong)
    file = read_file(located.path, located.name, LIMITS.attachment)
    if isinstance(file, Problem):
        wrong = named.problem("document-file-unreadable", reason=file.message)
        return _lost(named, located.name, wrong)
    if not file.content:
        return _lost(named, file.name, named.problem("document-file-empty"), file.entry)
    contents = examine(file.content, kind, named.sought)
    if isinstance(contents, str):
        wrong = named.problem(contents, kind=kind.upper())
        return _lost(named, file.name, wrong, file.entry)
    found = tuple(report(named, file.name, contents))
    if not located.as_written:
        found = (named.problem("document-file-renamed", path=file.name), *found)
    return _Read(_in_hand(named, file, contents), file.entry, found)


def _lost(
    named: NamedFile, path: str, wrong: Problem, entry: InputFile | None = None
) -> _Read:
    """Say why a file is not in hand; it may have been read all the same."""
    size, digest = (entry.size, entry.sha256) if entry else (0, "")
    file = AttachedFile(named.key, path, size, digest, False, wrong.message)
    return _Read(file, entry, (wrong,))


def _in_hand(named: NamedFile, file: FileBytes, contents: Contents) -> AttachedFile:
    entry = file.entry
    width, height = contents.size or (None, None)
    return AttachedFile(
        field=named.key,
        path=entry.path,
        size=entry.size,
        sha256=entry.sha256,
        found=True,
        kind=contents.kind,
        pages=contents.pages,
        width=width,
        height=height,
        text=contents.text,
        checks=contents.checks,
        signatures=contents.signatures,
        active=contents.active,
    )
