"""Make every listed file again from results.json and compare: no forged list helps."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.engine import PdfEngine
from scorecard.errors import Location, Problem
from scorecard.export import Progress, artifacts
from scorecard.manifest import MANIFEST, SUMS
from scorecard.model import Season
from scorecard.rubric.nouns import Rubric
from scorecard.signing.additions import added_signatures
from scorecard.signing.refusals import RefusedFileError
from scorecard.verification.problems import problem
from scorecard.verification.stored import Stored
from scorecard.wanted import KINDS, Kind, Wanted
from scorecard.wording import Text


@dataclass(frozen=True, slots=True)
class Remaking:
    """How files are made again: with which engine, by how many processes."""

    pdf: PdfEngine
    workers: int = 1
    progress: Progress | None = None


def remade_problems(
    of: Stored, season: Season, rubric: Rubric, how: Remaking
) -> Iterator[Problem]:
    """Name each listed file that results.json does not give.

    Files whose digest is not the manifest's were named before, and are passed over.
    """
    kinds, pdf = _kinds(of), how.pdf
    if "pdf" in kinds and not _has(of, ".html") and not pdf.usable:
        yield problem("pages-not-made-again", Location(MANIFEST), why=pdf.reason)
        kinds = tuple(kind for kind in kinds if kind != "pdf")
    if _has(of, ".html"):
        pdf = PdfEngine(False, Text("", ""), "")
    made = artifacts(
        season,
        rubric,
        workers=how.workers,
        pdf=pdf,
        progress=how.progress,
        only=Wanted(kinds),
    )
    absent, seen = [], set()
    for artifact in made:
        seen.add(artifact.path)
        if artifact.path in (MANIFEST, SUMS) or artifact.path in of.altered:
            continue
        if artifact.path not in of.listed:
            absent.append(artifact.path)
        elif not is_as_made(of.content(artifact.path) or b"", artifact.content):
            yield _not_as_made(artifact.path, artifact.content)
    yield from _no_results(of, seen, kinds)
    if absent:
        yield _incomplete(absent)


def is_as_made(content: bytes, made: bytes) -> bool:
    """Tell whether a file is what was made, or that plus whole signatures.

    A signed PDF keeps the unsigned one as its beginning; nothing else may follow.
    """
    if content == made:
        return True
    if not made.startswith(b"%PDF-"):
        return False
    try:
        return bool(added_signatures(made, content))
    except RefusedFileError:
        return False


def _kinds(of: Stored) -> tuple[Kind, ...]:
    endings: dict[Kind, tuple[str, ...]] = {
        "json": (".json",),
        "xlsx": (".xlsx",),
        "pdf": (".pdf", ".html"),
        "csv": (".csv",),
    }
    return tuple(kind for kind in KINDS if _has(of, *endings[kind]))


def _has(of: Stored, *endings: str) -> bool:
    return any(path.endswith(endings) for path in of.listed)


def _not_as_made(path: str, made: bytes) -> Problem:
    digest = hashlib.sha256(made).hexdigest()
    return problem("file-not-as-made", Location(path), sha=digest)


def _no_results(
    of: Stored, made: set[str], kinds: tuple[Kind, ...]
) -> Iterator[Problem]:
    for path in sorted(set(of.listed) - made - of.altered):
        if "pdf" in kinds or not path.endswith(".pdf"):
            yield problem("file-of-no-results", Location(path))


def _incomplete(absent: list[str]) -> Problem:
    return problem(
        "files-not-there", Location(MANIFEST), n=len(absent), example=absent[0]
    )
