"""`scorecard assess`: one government scores its own submission, before it sends it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.choices import json_option, rubric_option, rubric_path
from scorecard.cli.group import built
from scorecard.number import Language
from scorecard.wording import Text, say

if TYPE_CHECKING:
    from scorecard.assessment import Assessment
    from scorecard.pages.page import Page

_HELP = Text(
    """Nilai folder atau buku kerja PATH milik satu instansi, tanpa jaringan.

    Yang tampil adalah poin otomatis yang juga akan dihitung kementerian: nilai (berupa
    rentang selama menunggu penilai), setiap aspek, setiap indikator dengan alasannya,
    yang belum ada, yang sebaiknya diperbaiki, dan masalah beserta selnya.

    Contoh: scorecard assess 21-kepulauan-riau/ --html rapor.html

    Kode keluar: 0 selesai; 1 selesai, ada kesalahan yang perlu diperbaiki; 2 salah
    pakai; 3 rubrik tidak sah; 4 berkas tidak terbaca; 7 PDF tidak dapat dibuat.""",
    """Score the folder or workbook PATH of one institution, without a network.

    What is shown are the automatic points that the ministry will compute as well: the
    total (an interval while assessors are waited for), each criterion, each indicator
    with its reason, what is missing, what to mend, and problems with their cells.

    Example: scorecard assess 21-kepulauan-riau/ --html rapor.html

    Exit codes: 0 done; 1 done, with errors to be repaired; 2 wrong usage; 3 rubric
    invalid; 4 submission unusable; 7 the PDF could not be made.""",
)


@dataclass(frozen=True, slots=True)
class Request:
    """What the words of the command ask for."""

    language: Language
    path: Path
    rubric: str | None
    html: Path | None
    pdf: Path | None
    as_json: bool


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "assess",
        language,
        lambda **words: assess(Request(language, **words)),
        help=_HELP,
        params=[
            click.Argument(["path"], type=click.Path(exists=True, path_type=Path)),
            rubric_option(language),
            _file_option(language, "html"),
            _file_option(language, "pdf"),
            json_option(language),
        ],
    )


def assess(request: Request) -> int:
    """Score one submission, show it, and write the pages that are asked for."""
    from scorecard.assessment import self_assessment
    from scorecard.rubric.load import load_rubric

    loaded = load_rubric(rubric_path(request.rubric, request.language))
    found = self_assessment(request.path, loaded)
    code = _written(found, request) or found.exit_code
    _show(found, code, request)
    return code


def _show(found: Assessment, code: int, request: Request) -> None:
    if request.as_json:
        from scorecard.cli.assess_json import assessment_json

        click.echo(assessment_json(found, code, request.language))
        return
    from scorecard.cli.assess_view import assessment_view
    from scorecard.cli.screen import screen, show
    from scorecard.cli.summary import look_of

    console = screen()
    show(console, assessment_view(found, look_of(console, request.language)))


def _written(found: Assessment, request: Request) -> int:
    """Write the rapor as a page; the exit code is 7 where PDFs cannot be made."""
    if request.html is None and request.pdf is None:
        return 0
    from scorecard.assessment import own_rapor
    from scorecard.export import write_alone
    from scorecard.pages.bundle import standalone_html
    from scorecard.pages.page import Page
    from scorecard.pages.rapor import rapor_html

    code = found.season.scorecards[0].participant.code
    html = rapor_html(found.season, own_rapor(found), code, medians={})
    page = Page("rapor.pdf", html)
    if request.html is not None:
        write_alone(standalone_html(page).encode(), request.html)
        _tell(request.html, request)
    return 0 if request.pdf is None else _printed(page, request.pdf, request)


def _printed(page: Page, target: Path, request: Request) -> int:
    from scorecard.engine import pdf_engine
    from scorecard.errors import ExitCode
    from scorecard.export import write_alone
    from scorecard.pages.render import render_pdfs

    engine = pdf_engine()
    if not engine.usable:
        click.echo(_no_pdf(engine.reason).in_(request.language), err=True)
        if engine.install_command:
            click.echo(engine.install_command, err=True)
        return ExitCode.PDF
    for artifact in render_pdfs((replace(page, path=target.name),), 1):
        write_alone(artifact.content, target)
    _tell(target, request)
    return 0


def _tell(path: Path, request: Request) -> None:
    words = say("Dibuat: {path}", "Made: {path}", path=path.as_posix())
    click.echo(words.in_(request.language), err=True)


def _no_pdf(reason: Text) -> Text:
    return say(
        "PDF tidak dapat dibuat ({reason}). Pakai --html: halamannya siap cetak (kode"
        " keluar 7).",
        "The PDF could not be made ({reason}). Use --html: that page is ready to print"
        " (exit code 7).",
        reason=reason,
    )


def _file_option(language: Language, kind: str) -> click.Option:
    return click.Option(
        [f"--{kind}"],
        type=click.Path(dir_okay=False, path_type=Path),
        metavar=Text("BERKAS", "FILE").in_(language),
        help=say(
            "Tulis rapor untuk pimpinan instansi sebagai {kind}.",
            "Write the rapor for the head of office as {kind}.",
            kind=kind.upper(),
        ).in_(language),
    )
