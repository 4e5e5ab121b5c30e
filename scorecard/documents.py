"""Step 7, export: each participant's documents, made one by one as they are asked for.

Workbooks and pages are imported where they are made: a command that makes none of them
starts at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from scorecard.artifact import Artifact
from scorecard.model import Season
from scorecard.names import certificate_stem, stems
from scorecard.rubric.nouns import Rubric
from scorecard.wanted import Kind, Wanted, codes, won

if TYPE_CHECKING:
    from scorecard.pages.render import Page


def compliance_sheets(
    season: Season, rubric: Rubric, only: Wanted
) -> Iterator[Artifact]:
    """Make the compliance sheets that are no pages."""
    names = stems(season)
    for kind in only.sheet_kinds:
        if kind == "pdf":
            continue
        make = _sheet_maker(kind)
        for code in codes(season, kind, only):
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


def pages(season: Season, rubric: Rubric, only: Wanted) -> Iterator[Page]:
    """Make all pages to be printed."""
    if "pdf" not in only.kinds:
        return
    names = stems(season)
    if "pdf" in only.sheet_kinds:
        yield from _compliance_pages(season, rubric, only, names)
    if only.makes("rapor"):
        yield from _rapors(season, rubric, only, names)
    if only.makes("certificates"):
        yield from _certificates(season, rubric, only, names)


def _compliance_pages(
    season: Season, rubric: Rubric, only: Wanted, names: Mapping[str, str]
) -> Iterator[Page]:
    from scorecard.pages.compliance import compliance_html
    from scorecard.pages.render import Page

    for code in codes(season, "pdf", only):
        html = compliance_html(season, rubric, code)
        yield Page(f"compliance/{names[code]}.pdf", html)


def _rapors(
    season: Season, rubric: Rubric, only: Wanted, names: Mapping[str, str]
) -> Iterator[Page]:
    from scorecard.pages.medians import category_medians
    from scorecard.pages.rapor import rapor_html
    from scorecard.pages.render import Page

    medians = category_medians(season)
    for code in codes(season, "pdf", only):
        html = rapor_html(season, rubric, code, medians=medians)
        yield Page(f"rapor/{names[code]}.pdf", html)


def _certificates(
    season: Season, rubric: Rubric, only: Wanted, names: Mapping[str, str]
) -> Iterator[Page]:
    from scorecard.pages.certificate import certificate_html
    from scorecard.pages.render import Page

    for award in won(season, only):
        stem = certificate_stem(award, names[award.participant], season)
        html = certificate_html(season, rubric, award)
        yield Page(f"certificates/{stem}.pdf", html)
