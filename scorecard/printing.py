"""Step 7, export: the printed pages of a season, as PDF or ready for a browser."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.artifact import Artifact
from scorecard.engine import PdfEngine
from scorecard.model import Season
from scorecard.names import certificate_stem, stems
from scorecard.pages.edition import Edition
from scorecard.pages.page import Page
from scorecard.wanted import Wanted

# What makes the pages is imported where it is used: it takes long to load.


def printed(
    edition: Edition, only: Wanted, workers: int, *, pdf: PdfEngine
) -> Iterator[Artifact]:
    """Print the wanted pages; without a usable engine give them as HTML."""
    if "pdf" not in only.kinds:
        return
    from scorecard.pages.render import render_pdfs, standalone_html

    pages = pages_of(edition, only)
    if pdf.usable:
        if to_print := tuple(pages):
            yield from render_pdfs(to_print, workers)
    else:
        for page in pages:
            path = page.path.removesuffix(".pdf") + ".html"
            yield Artifact(path, standalone_html(page).encode())


def page_paths(season: Season, only: Wanted, *, pdf: PdfEngine) -> Iterator[str]:
    """Name the pages that `printed` makes, before any is made."""
    names, ending = stems(season), "pdf" if pdf.usable else "html"
    if "pdf" in only.sheet_kinds:
        codes = only.codes(season, "pdf")
        yield from (f"compliance/{names[code]}.{ending}" for code in codes)
    if only.makes("rapor"):
        codes = only.codes(season, "pdf")
        yield from (f"rapor/{names[code]}.{ending}" for code in codes)
    if only.makes("certificates"):
        for award in only.won(season):
            stem = certificate_stem(award, names[award.participant], season)
            yield f"certificates/{stem}.{ending}"


def pages_of(edition: Edition, only: Wanted) -> Iterator[Page]:
    """Make the wanted pages: compliance sheets, rapors, certificates."""
    if "pdf" in only.sheet_kinds:
        yield from _compliance(edition, only)
    if only.makes("rapor"):
        yield from _rapors(edition, only)
    if only.makes("certificates"):
        yield from _certificates(edition, only)


def _compliance(edition: Edition, only: Wanted) -> Iterator[Page]:
    from scorecard.pages.compliance import compliance_page

    names = stems(edition.season)
    for code in only.codes(edition.season, "pdf"):
        yield compliance_page(edition, code, f"compliance/{names[code]}.pdf")


def _rapors(edition: Edition, only: Wanted) -> Iterator[Page]:
    from scorecard.pages.medians import category_medians
    from scorecard.pages.rapor import rapor_page

    season = edition.season
    names, medians = stems(season), category_medians(season)
    for code in only.codes(season, "pdf"):
        yield rapor_page(edition, code, f"rapor/{names[code]}.pdf", medians=medians)


def _certificates(edition: Edition, only: Wanted) -> Iterator[Page]:
    from scorecard.pages.certificate import certificate_page

    season = edition.season
    names = stems(season)
    for award in only.won(season):
        stem = certificate_stem(award, names[award.participant], season)
        yield certificate_page(edition, award, f"certificates/{stem}.pdf")
