"""`scorecard verify`: is a folder of results as sealed, and does it follow?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.choices import (
    available_workers,
    json_option,
    template_option,
    workers_option,
)
from scorecard.cli.group import built
from scorecard.cli.progress import progress
from scorecard.number import Language
from scorecard.wording import Text

if TYPE_CHECKING:
    from scorecard.verification.folder import Sealed, Verified

_HELP = Text(
    """Periksa apakah hasil di OUTPUTS masih seperti ketika disegel.

    Setiap berkas dibandingkan dengan manifest.json; setiap catatan hasil dengan akar
    segel; lalu semua berkas dibuat ulang dari results.json dan dibandingkan sampai ke
    bita terakhir. Dengan --inputs semuanya juga dinilai lagi dari bukti. Tidak ada yang
    ditulis.

    Untuk satu BERKAS, yaitu catatan dari records/ atau rapor PDF, diperiksa bahwa
    catatan itu bagian dari hasil dengan akar --root, tanpa berkas peserta lain.

    Kode keluar: 0 utuh; 2 salah pakai; 4 masukan tidak terbaca; 5 ada yang berubah.""",
    """Check whether the results in OUTPUTS are still as they were sealed.

    Each file is compared with manifest.json, each record with the seal's root; then all
    files are made again from results.json and compared to the last byte. With --inputs
    everything is scored again from the evidence, too. Nothing is written.

    Of one FILE, a record from records/ or a rapor as PDF, it is checked that the record
    is part of the results with the root --root, without any file of the others.

    Exit codes: 0 whole; 2 wrong usage; 4 inputs unusable; 5 something was changed.""",
)
_PLACE = click.Path(exists=True, path_type=Path)


@dataclass(frozen=True, slots=True)
class Request:
    """What the words of the command ask for."""

    language: Language
    folder: Path
    inputs: Path | None
    quick: bool
    root: str
    register_head: str
    template: Path | None
    workers: int | None
    as_json: bool


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "verify",
        language,
        lambda **words: verify(Request(language, **words)),
        help=_HELP,
        params=[
            click.Argument(["folder"], type=_PLACE, metavar=_NAMED.in_(language)),
            *_options(language),
        ],
    )


def verify(request: Request) -> int:
    """Compare, show what differs, and give the exit code."""
    if request.folder.is_file():
        return _record(request)
    from scorecard.cli.verify_view import verified_json, verified_lines
    from scorecard.errors import ExitCode

    found = _verified(request)
    if request.inputs is not None and found.sealed is not None:
        found = _rescored(request, found, found.sealed)
    if request.as_json:
        click.echo(verified_json(found, request.language))
    else:
        for line in verified_lines(found, request.language):
            click.echo(line)
    return ExitCode.DONE if found.holds else ExitCode.INTEGRITY


def _record(request: Request) -> int:
    from scorecard.cli.verify_record import verify_record

    if request.inputs is not None:
        raise click.UsageError(_FOLDER_ONLY.in_(request.language))
    language, in_json = request.language, request.as_json
    return verify_record(request.folder, request.root, language, in_json=in_json)


_NAMED = Text("OUTPUTS|BERKAS", "OUTPUTS|FILE")
_FOLDER_ONLY = Text(
    "--inputs hanya untuk sebuah folder hasil, bukan untuk satu berkas.",
    "--inputs is for a results folder only, not for one file.",
)


def _verified(request: Request) -> Verified:
    from scorecard.engine import pdf_engine
    from scorecard.verification.folder import Known, verify_folder
    from scorecard.verification.remade import Remaking

    known = Known(request.root, request.register_head)
    if request.quick:
        return verify_folder(request.folder, None, known)
    words = Text("Membuat ulang berkas", "Making files again").in_(request.language)
    with progress(words) as step:
        workers = request.workers or available_workers()
        how = Remaking(pdf_engine(), workers, step, request.template)
        return verify_folder(request.folder, how, known)


def _rescored(request: Request, found: Verified, sealed: Sealed) -> Verified:
    from scorecard import run
    from scorecard.errors import worst_first
    from scorecard.verification.rescored import rescored_problems

    words = Text("Menilai lagi", "Scoring again").in_(request.language)
    with progress(words) as step:
        fresh = run.evaluate(
            request.inputs or Path(),
            sealed.loaded,
            sealed.season.as_of,
            period=sealed.season.period,
            workers=request.workers or available_workers(),
            progress=step,
        )
    again = rescored_problems(sealed, fresh)
    # What drawing again told from the results alone is not told twice.
    problems = worst_first(dict.fromkeys((*found.problems, *again)))
    return replace(found, problems=problems, rescored=True)


def _options(language: Language) -> tuple[click.Option, ...]:
    inputs = click.Path(exists=True, path_type=Path)
    return (
        click.Option(
            ["--inputs"], type=inputs, metavar="INPUTS", help=_INPUTS.in_(language)
        ),
        click.Option(["--quick"], is_flag=True, help=_QUICK.in_(language)),
        _known_option("--root", _ROOT.in_(language)),
        _known_option("--register-head", _HEAD.in_(language)),
        template_option(language),
        workers_option(language),
        json_option(language),
    )


_INPUTS = Text(
    "Folder masukan: nilai semuanya lagi dan bandingkan.",
    "Folder of inputs: score everything again and compare.",
)
_QUICK = Text(
    "Periksa sidik, catatan, dan segel saja; berkas tidak dibuat ulang.",
    "Check digests, records and seal alone; make no file again.",
)
_ROOT = Text(
    "Akar segel yang Anda ketahui, misalnya dari sebuah piagam.",
    "The seal's root as you know it, from a certificate perhaps.",
)
_HEAD = Text(
    "Kepala daftar piagam yang Anda simpan.", "The head of the register that you kept."
)


def _known_option(name: str, words: str) -> click.Option:
    return click.Option([name], default="", metavar="SHA256", help=words)
