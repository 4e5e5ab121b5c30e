"""The rapors of a self-assessment: one file, or a folder with one for each office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

import click

from scorecard.number import Language
from scorecard.wording import Text, say

if TYPE_CHECKING:
    from scorecard.assessment import Assessment
    from scorecard.pages.page import Page

Kind: TypeAlias = Literal["html", "pdf"]

_ENDINGS = (".html", ".htm", ".pdf")


def write_html(found: Assessment, target: Path, language: Language) -> None:
    """Write every rapor as a page that is whole in itself."""
    from scorecard.export import write_alone
    from scorecard.pages.bundle import standalone_html

    places = places_of(found, target, "html")
    for place, page in zip(places, _pages(found), strict=True):
        write_alone(standalone_html(page).encode(), place)
    _tell(places, language)


def write_pdf(found: Assessment, target: Path, language: Language) -> int:
    """Print every rapor; the exit code is 7 where PDFs cannot be made."""
    from scorecard.cli.choices import available_workers
    from scorecard.engine import pdf_engine
    from scorecard.errors import ExitCode
    from scorecard.export import write_alone
    from scorecard.pages.render import render_pdfs

    engine = pdf_engine()
    if not engine.usable:
        click.echo(_no_pdf(engine.reason).in_(language), err=True)
        if engine.install_command:
            click.echo(engine.install_command, err=True)
        return ExitCode.PDF
    places = places_of(found, target, "pdf")
    named = zip(places, _pages(found), strict=True)
    pages = tuple(replace(page, path=place.name) for place, page in named)
    workers = min(available_workers(), len(pages))
    for place, printed in zip(places, render_pdfs(pages, workers), strict=True):
        write_alone(printed.content, place)
    _tell(places, language)
    return 0


def places_of(found: Assessment, target: Path, kind: Kind) -> tuple[Path, ...]:
    """Give each participant's file: `target` itself if there is only one.

    Several, or a `target` that is a folder, have their files in a folder: `target`
    without its ending. They are named as rapors in outputs/ are.
    """
    from scorecard.names import stems

    names = stems(found.season)
    if len(names) == 1 and not target.is_dir():
        return (target,)
    is_file_name = target.suffix.casefold() in _ENDINGS and not target.is_dir()
    folder = target.with_suffix("") if is_file_name else target
    return tuple(folder / f"{name}.{kind}" for name in names.values())


def _pages(found: Assessment) -> tuple[Page, ...]:
    from scorecard.assessment import own_rapor
    from scorecard.pages.page import Page
    from scorecard.pages.rapor import rapor_html

    season, rubric = found.season, own_rapor(found)
    codes = (each.participant.code for each in season.scorecards)
    htmls = (rapor_html(season, rubric, code, medians={}) for code in codes)
    return tuple(Page("rapor.pdf", html) for html in htmls)


def _tell(places: Sequence[Path], language: Language) -> None:
    first = places[0]
    if len(places) == 1:
        words = say("Dibuat: {path}", "Made: {path}", path=first.as_posix())
    else:
        words = say(
            "Dibuat: {folder}/ ({n} rapor)",
            "Made: {folder}/ ({n} rapors)",
            folder=first.parent.as_posix(),
            n=len(places),
        )
    click.echo(words.in_(language), err=True)


def _no_pdf(reason: Text) -> Text:
    return say(
        "PDF tidak dapat dibuat ({reason}). Pakai --html: halamannya siap cetak (kode"
        " keluar 7).",
        "The PDF could not be made ({reason}). Use --html: that page is ready to print"
        " (exit code 7).",
        reason=reason,
    )
