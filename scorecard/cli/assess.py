"""`scorecard assess`: one government scores its own submission, before it sends it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli import own_rapors
from scorecard.cli.choices import json_option, rubric_option
from scorecard.cli.group import built
from scorecard.cli.what_if import chosen_rubric, what_if_options
from scorecard.number import Language
from scorecard.wording import Text, say

if TYPE_CHECKING:
    from scorecard.assessment import Assessment

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
    settings: tuple[str, ...]
    overlay: Path | None


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
            *what_if_options(language),
        ],
    )


def assess(request: Request) -> int:
    """Score one submission, show it, and write the pages that are asked for."""
    from scorecard.assessment import self_assessment

    asked = (request.rubric, request.settings, request.overlay)
    loaded = chosen_rubric(*asked, request.language)
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
    """Write the rapors that are asked for; 7 where PDFs cannot be made."""
    if request.html is not None:
        own_rapors.write_html(found, request.html, request.language)
    if request.pdf is None:
        return 0
    return own_rapors.write_pdf(found, request.pdf, request.language)


def _file_option(language: Language, kind: str) -> click.Option:
    return click.Option(
        [f"--{kind}"],
        type=click.Path(path_type=Path),
        metavar=Text("BERKAS", "FILE").in_(language),
        help=say(
            "Tulis rapor untuk pimpinan instansi sebagai {kind}; bila berkasnya memuat"
            " beberapa perangkat daerah, satu rapor per perangkat daerah dalam folder"
            " bernama sama.",
            "Write the rapor for the head of office as {kind}; for a submission of"
            " several offices, one rapor each in a folder of that name.",
            kind=kind.upper(),
        ).in_(language),
    )
