"""Step 7, export: from a season to all its files, and the only place that writes them.

Each file is made from the season and its rubric alone, so that it can be made again,
byte for byte, from results.json.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from scorecard import folder, refusals
from scorecard.artifact import Artifact
from scorecard.documents import compliance_sheets, pages
from scorecard.engine import PdfEngine
from scorecard.manifest import (
    changed,
    entry,
    files_of,
    listing,
    manifest,
    sums,
)
from scorecard.model import InputFile, Season
from scorecard.problem_list import problems_csv
from scorecard.results import results_json
from scorecard.rubric.nouns import Rubric
from scorecard.wanted import EVERYTHING, Wanted, codes, won

# Workbooks and pages are imported where they are made: a command that makes none of
# them starts at once.
if TYPE_CHECKING:
    from scorecard.pages.render import Page

Progress: TypeAlias = Callable[[int, int], None]


def artifacts(
    season: Season,
    rubric: Rubric,
    *,
    workers: int,
    pdf: PdfEngine,
    progress: Progress | None = None,
    only: Wanted = EVERYTHING,
    kept: tuple[InputFile, ...] = (),
) -> Iterator[Artifact]:
    """Make the files one by one; manifest.json and SHA256SUMS come last.

    Without a usable PDF engine pages come as printable HTML; `kept` files are listed.
    """
    results = results_json(season)
    made = chain(
        _season_wide(season, rubric, only, results),
        compliance_sheets(season, rubric, only),
        _printed(pages(season, rubric, only), workers, pdf=pdf),
    )
    listed = {file.path: file for file in kept}
    for artifact in _counted(made, number_of_files(season, only), progress):
        listed[artifact.path] = entry(artifact)
        yield artifact
    yield from _proofs(season, tuple(listed.values()), results)


def number_of_files(season: Season, only: Wanted = EVERYTHING) -> int:
    """Count what `artifacts` will make, the manifest and the sums apart."""
    return (
        sum(only.includes(kind) for kind in ("json", "xlsx", "csv"))
        + sum(len(codes(season, kind, only)) for kind in only.sheet_kinds)
        + (len(codes(season, "pdf", only)) if only.makes("rapor") else 0)
        + (len(won(season, only)) if only.makes("certificates") else 0)
    )


def kept(season: Season, outputs: Path) -> tuple[InputFile, ...]:
    """List what an earlier export of the same results left in the folder."""
    found = listing(outputs)
    if found is None or found.results != _digest(results_json(season)):
        return ()
    return tuple(
        file
        for file in found.files
        if folder.is_below(file.path) and (outputs / file.path).is_file()
    )


def write(
    made: Iterable[Artifact], outputs: Path, *, kept: tuple[InputFile, ...] = ()
) -> tuple[InputFile, ...]:
    """Write all files or none, in place of what the folder held; list them.

    Of the old files those `kept` stay that no new one replaces. Raises
    ScorecardError(USAGE) when files in the folder are not the tool's or were edited,
    when another run writes to it, or the disk refuses; nothing has changed then.
    """
    target = outputs.resolve()
    try:
        with folder.locked(target):
            folder.recover(target)
            refuse_foreign(outputs)
            with folder.replaced(target) as fresh:
                files = tuple(_stored(fresh, artifact) for artifact in made)
                folder.carry(target, fresh, (file.path for file in kept))
                return files
    except folder.FolderInUseError:
        raise refusals.in_use(outputs) from None
    except OSError as error:
        refused = refusals.disk(error, outputs)
        if refused is None:
            raise
        raise refused from error


def write_alone(content: bytes, path: Path) -> None:
    """Write a single file that a user asked for by name, in place of an older one.

    Raises ScorecardError(USAGE) when it cannot be placed there or the disk refuses.
    """
    target = path.resolve()
    try:
        folder.store_alone(target, content)
    except (FileExistsError, NotADirectoryError, IsADirectoryError):
        raise refusals.unplaceable(path) from None
    except OSError as error:
        refused = refusals.disk(error, path)
        if refused is None:
            raise
        raise refused from error


def refuse_foreign(outputs: Path) -> None:
    """Raise ScorecardError(USAGE) if replacing the folder would lose a user's file."""
    if not next(each for each in outputs.absolute().parents if each.exists()).is_dir():
        raise refusals.unplaceable(outputs)
    if outputs.exists() and not outputs.is_dir():
        raise refusals.foreign(outputs, (outputs.name,))
    if outputs.is_dir():
        lost = folder.strangers(outputs, files_of(outputs))
        if lost:
            raise refusals.foreign(outputs, lost)
        if edited := changed(outputs):
            raise refusals.changed(outputs, edited)


def _proofs(
    season: Season, files: tuple[InputFile, ...], results: bytes
) -> Iterator[Artifact]:
    listed = manifest(season, files, _digest(results))
    yield listed
    yield sums((*files, entry(listed)))


def _digest(results: bytes) -> str:
    return hashlib.sha256(results).hexdigest()


def _counted(
    made: Iterable[Artifact], total: int, progress: Progress | None
) -> Iterator[Artifact]:
    for done, artifact in enumerate(made, start=1):
        yield artifact
        if progress:
            progress(done, total)


def _season_wide(
    season: Season, rubric: Rubric, only: Wanted, results: bytes
) -> Iterator[Artifact]:
    if only.includes("json"):
        yield Artifact("results.json", results)
    if only.includes("csv"):
        yield Artifact("problems.csv", problems_csv(season, rubric.language))
    if only.includes("xlsx"):
        from scorecard.sheets.recap import recap_workbook

        yield Artifact("recap.xlsx", recap_workbook(season, rubric))


def _printed(
    pages: Iterable[Page], workers: int, *, pdf: PdfEngine
) -> Iterator[Artifact]:
    from scorecard.pages.render import render_pdfs, standalone_html

    if pdf.usable:
        if to_print := tuple(pages):
            yield from render_pdfs(to_print, workers)
    else:
        for page in pages:
            path = page.path.removesuffix(".pdf") + ".html"
            yield Artifact(path, standalone_html(page.html).encode())


def _stored(fresh: Path, artifact: Artifact) -> InputFile:
    folder.store(fresh, artifact.path, artifact.content)
    return entry(artifact)
