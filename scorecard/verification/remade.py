"""Make every listed file again from results.json and compare: no forged list helps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scorecard.artifact import Artifact
from scorecard.engine import PdfEngine
from scorecard.errors import Location, Problem
from scorecard.export import NOTHING, Progress, artifacts
from scorecard.manifest import MANIFEST, SUMS, is_page
from scorecard.model import Season
from scorecard.pages.look import BUNDLED, Look
from scorecard.rubric.nouns import Rubric
from scorecard.verification.compared import Compared, compared, unlike_problems
from scorecard.verification.looks import look_for, version_problems
from scorecard.verification.problems import problem
from scorecard.verification.results_seal import RESULTS
from scorecard.verification.stored import Stored
from scorecard.wanted import KINDS, SHEET_KINDS, Kind, Wanted
from scorecard.wording import Text

_NAMED_BEFORE = frozenset({MANIFEST, SUMS, RESULTS})
_REPORT = "report.html"
_AS_HTML = PdfEngine(False, Text("", ""), "")


@dataclass(frozen=True, slots=True)
class Remaking:
    """How files are made again: with which engine, by how many processes.

    `template` is the folder of the look that they were made with, None the package's.
    """

    pdf: PdfEngine
    workers: int = 1
    progress: Progress | None = None
    template: Path | None = None


def remade_problems(
    of: Stored, season: Season, rubric: Rubric, how: Remaking
) -> Iterator[Problem]:
    """Name each listed file that results.json does not give.

    Files whose digest is not the manifest's were named before, and are passed over; so
    are results.json and the lists.
    """
    kinds, look, told = _available(of, rubric, how)
    yield from told
    found: list[Compared] = []
    absent, seen = [], set()
    for artifact in _made((of, look), season, rubric, (kinds, how)):
        seen.add(artifact.path)
        if artifact.path in _NAMED_BEFORE or artifact.path in of.altered:
            continue
        if artifact.path not in of.listed:
            absent.append(artifact.path)
        else:
            content = of.content(artifact.path) or b""
            found.append(compared(content, artifact))
    yield from unlike_problems(found)
    yield from _no_results(of, seen, kinds)
    if absent:
        yield _incomplete(absent)


def _available(
    of: Stored, rubric: Rubric, how: Remaking
) -> tuple[tuple[Kind, ...], Look, tuple[Problem, ...]]:
    """Give the kinds of files that can be made here, by which look, and what lacks."""
    kinds, look = _kinds(of), _look(of, rubric, how)
    if isinstance(look, Look):
        return kinds, look, tuple(version_problems(of.listing.look, look))
    return tuple(kind for kind in kinds if kind != "pdf"), BUNDLED, (look,)


def _look(of: Stored, rubric: Rubric, how: Remaking) -> Look | Problem:
    """Give the look of the pages; a problem where they cannot be made again."""
    if not any(map(is_page, of.listed)):
        return BUNDLED
    place = Location(MANIFEST)
    if not _is_html(of) and not how.pdf.usable:
        return problem("pages-not-made-again", place, why=how.pdf.reason)
    return look_for(of.listing.look, how.template, rubric, place)


def _made(
    looked: tuple[Stored, Look],
    season: Season,
    rubric: Rubric,
    how: tuple[tuple[Kind, ...], Remaking],
) -> Iterator[Artifact]:
    """Make the kinds of files that the folder lists, pages as PDF or as HTML."""
    (of, look), (kinds, making) = looked, how
    # Pages that are not made again still decide on what the report links to.
    kept = NOTHING if "pdf" in kinds else of.listing
    return artifacts(
        season,
        rubric,
        workers=making.workers,
        pdf=_AS_HTML if _is_html(of) else making.pdf,
        progress=making.progress,
        only=Wanted(kinds, sheets=_sheets(of)),
        kept=kept,
        look=look,
    )


def _kinds(of: Stored) -> tuple[Kind, ...]:
    endings = {kind: f".{kind}" for kind in KINDS} | {"html": _REPORT}
    found = {
        kind for kind in KINDS for path in of.listed if path.endswith(endings[kind])
    }
    if _is_html(of):
        found.add("pdf")
    return tuple(kind for kind in KINDS if kind in found)


def _sheets(of: Stored) -> tuple[Kind, ...]:
    """Give the formats in which the folder lists compliance sheets."""
    listed = [path for path in of.listed if path.startswith("compliance/")]
    endings: dict[Kind, tuple[str, ...]] = {kind: (f".{kind}",) for kind in SHEET_KINDS}
    endings["pdf"] = (".pdf", ".html")
    return tuple(
        kind
        for kind in SHEET_KINDS
        if any(path.endswith(endings[kind]) for path in listed)
    )


def _is_html(of: Stored) -> bool:
    """Tell whether pages were made as HTML, for want of an engine that prints."""
    return any(is_page(path) and path.endswith(".html") for path in of.listed)


def _no_results(
    of: Stored, made: set[str], kinds: tuple[Kind, ...]
) -> Iterator[Problem]:
    for path in sorted(set(of.listed) - made - of.altered):
        if "pdf" in kinds or not is_page(path):
            yield problem("file-of-no-results", Location(path))


def _incomplete(absent: list[str]) -> Problem:
    return problem(
        "files-not-there", Location(MANIFEST), n=len(absent), example=absent[0]
    )
