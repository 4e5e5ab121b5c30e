"""Step 7, export: from a season to all its files, and the only place that writes them.

Each file is made from the season and its rubric alone, so that it can be made again,
byte for byte, from results.json.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from scorecard import folder, refusals
from scorecard.artifact import Artifact
from scorecard.engine import PdfEngine
from scorecard.manifest import (
    Listing,
    LookUsed,
    changed,
    entry,
    files_of,
    is_page,
    listing,
    manifest,
    sums,
)
from scorecard.model import InputFile, Season
from scorecard.names import stems
from scorecard.pages.edition import Edition
from scorecard.pages.look import BUNDLED, Look
from scorecard.printing import page_paths, printed
from scorecard.problem_list import problems_csv
from scorecard.results import results_json
from scorecard.rubric.nouns import Rubric
from scorecard.sealing import Seal, seal
from scorecard.wanted import EVERYTHING, Kind, Wanted, number_of_files

# Workbooks and pages are imported where they are made: a command that makes none of
# them starts at once.
if TYPE_CHECKING:
    from scorecard.pages.report.view import PageEnding

Progress: TypeAlias = Callable[[int, int], None]
NOTHING = Listing("", ())


def artifacts(
    season: Season,
    rubric: Rubric,
    *,
    workers: int,
    pdf: PdfEngine,
    progress: Progress | None = None,
    only: Wanted = EVERYTHING,
    kept: Listing = NOTHING,
    look: Look = BUNDLED,
) -> Iterator[Artifact]:
    """Make the files one by one; manifest.json and SHA256SUMS come last.

    Without a usable PDF engine pages come as printable HTML; `kept` files are listed.
    Raises ScorecardError(USAGE) where kept pages have another look.
    """
    making = frozenset(page_paths(season, only, pdf=pdf))
    used = _look_of_all(look, making, kept)
    results, sealed = results_json(season), seal(season)
    edition = Edition(season, rubric, sealed, look)
    made = chain(
        _season_wide(season, rubric, only, results),
        _report(edition, only, _ending(only, pdf, kept)),
        _records(season, sealed, only),
        _compliance(season, rubric, only),
        printed(edition, only, workers, pdf=pdf),
    )
    listed = {file.path: file for file in kept.files}
    for artifact in _counted(made, number_of_files(season, only), progress):
        listed[artifact.path] = entry(artifact)
        yield artifact
    proven = manifest(season, listed.values(), _digest(results), sealed, look=used)
    yield proven
    yield sums((*listed.values(), entry(proven)))


def look_used(look: Look) -> LookUsed:
    """Name a look as a manifest does."""
    from scorecard.pages.look_digest import look_digest

    return LookUsed(look.name, look_digest(look))


def kept(season: Season, outputs: Path) -> Listing:
    """List what an earlier export of the same results left in the folder."""
    found = listing(outputs)
    if found is None or found.results != _digest(results_json(season)):
        return NOTHING
    stays = (
        file
        for file in found.files
        if folder.is_below(file.path) and (outputs / file.path).is_file()
    )
    return replace(found, files=tuple(stays))


def write(
    made: Iterable[Artifact], outputs: Path, *, kept: Listing = NOTHING
) -> tuple[InputFile, ...]:
    """Write all files or none, in place of what the folder held; list them.

    Of the old files those `kept` stay that no new one replaces. Raises
    ScorecardError(USAGE) when files in the folder are not the tool's or were edited,
    when another run writes to it, or the disk refuses; nothing has changed then.
    """
    target = outputs.resolve()
    with refusals.spoken(outputs), folder.locked(target):
        folder.recover(target)
        refuse_foreign(outputs)
        with folder.replaced(target) as fresh:
            files = tuple(_stored(fresh, artifact) for artifact in made)
            folder.carry(target, fresh, (file.path for file in kept.files))
            return files


def write_alone(content: bytes, path: Path) -> None:
    """Write a single file that a user asked for by name, in place of an older one.

    Raises ScorecardError(USAGE) when it cannot be placed there or the disk refuses.
    """
    target = path.resolve()
    with refusals.spoken(path):
        try:
            folder.store_alone(target, content)
        except (FileExistsError, NotADirectoryError, IsADirectoryError):
            raise refusals.unplaceable(path) from None


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


def _look_of_all(look: Look, making: frozenset[str], kept: Listing) -> LookUsed | None:
    """Give the one look of a folder's pages, made now and kept."""
    stays = any(is_page(file.path) and file.path not in making for file in kept.files)
    before = kept.look if stays else None
    if not making:
        return before
    used = look_used(look)
    if before is not None and before.sha256 != used.sha256:
        raise refusals.other_look(before.folder, used.folder)
    return used


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


def _report(edition: Edition, only: Wanted, ending: PageEnding) -> Iterator[Artifact]:
    if only.reports:
        from scorecard.pages.report.page import report_html

        yield Artifact("report.html", report_html(edition, ending))


def _ending(only: Wanted, pdf: PdfEngine, kept: Listing) -> PageEnding:
    """Tell how the pages that the report links to end, made now or kept from before."""
    made_as_html = "pdf" in only.kinds and not pdf.usable
    pages = (file.path for file in kept.files if file.path.startswith("rapor/"))
    kept_as_html = any(path.endswith(".html") for path in pages)
    return "html" if made_as_html or kept_as_html else "pdf"


def _records(season: Season, sealed: Seal, only: Wanted) -> Iterator[Artifact]:
    names = stems(season)
    for code in only.codes(season, "json") if only.seals else ():
        yield Artifact(f"records/{names[code]}.json", sealed.attachment(code))


def _compliance(season: Season, rubric: Rubric, only: Wanted) -> Iterator[Artifact]:
    names = stems(season)
    for kind in only.sheet_kinds:
        if kind == "pdf":
            continue
        make = _sheet_maker(kind)
        for code in only.codes(season, kind):
            path = f"compliance/{names[code]}.{kind}"
            yield Artifact(path, make(season, rubric, code))


def _sheet_maker(kind: Kind) -> Callable[[Season, Rubric, str], bytes]:
    match kind:
        case "csv":
            from scorecard.sheets.compliance_csv import compliance_csv

            return compliance_csv
        case "json":
            from scorecard.record import record_json

            return record_json
        case _:
            from scorecard.sheets.compliance import compliance_workbook

            return compliance_workbook


def _stored(fresh: Path, artifact: Artifact) -> InputFile:
    folder.store(fresh, artifact.path, artifact.content)
    return entry(artifact)
