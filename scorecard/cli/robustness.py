"""`scorecard robustness`: is first place really first? From results.json alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.choices import (
    DEFAULT_RESULTS,
    available_workers,
    file_option,
    json_option,
    read_results,
    workers_option,
)
from scorecard.cli.group import built
from scorecard.number import Language
from scorecard.wording import Text

if TYPE_CHECKING:
    from scorecard.cli.choices import Source
    from scorecard.model import Robustness
    from scorecard.rubric.nouns import Rubric
    from scorecard.rubric.robustness import Robustness as Stated

_HELP = Text(
    """Uji seberapa kokoh peringkat dalam berkas RESULTS (bawaan:
    outputs/results.json): yang tidak pasti menurut bagian 'robustness' rubriknya diacak
    berkali-kali, dan setiap kali semua peserta diperingkat lagi.

    Yang ditampilkan: rentang peringkat setiap peserta, peluang setiap penghargaan,
    batas penghargaan yang tidak pasti, pengaruh setiap aspek, dan apa yang paling
    menentukan. Benih (--seed) yang sama selalu memberi angka yang sama.""",
    """Test how sure the ranking in the file RESULTS is (default: outputs/results.json):
    what its rubric's part 'robustness' calls uncertain is drawn many times, and each
    time all participants are ranked again.

    Shown are each participant's range of places, the chance of each award, the
    boundaries of awards that are not certain, what each criterion moves, and what
    drives the ranking most. The same --seed always gives the same figures.""",
)
_XLSX = Text(
    "Tulis juga sebagai buku kerja ke berkas ini.",
    "Write it as a workbook to this file too.",
)
_NOT_STATED = Text(
    "Rubrik hasil ini tidak menyatakan apa yang tidak pasti. Tambahkan bagian"
    " 'robustness' pada rubrik (lihat docs/robustness.md), lalu evaluasi lagi.",
    "The rubric of these results does not state what is uncertain. Add a part"
    " 'robustness' to the rubric (see docs/robustness.md) and evaluate again.",
)


@dataclass(frozen=True, slots=True)
class Request:
    """What the words of the command ask for."""

    language: Language
    results: Path
    draws: int | None
    seed: int | None
    workers: int | None
    xlsx: Path | None
    as_json: bool


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "robustness",
        language,
        lambda **words: robustness(Request(language, **words)),
        help=_HELP,
        params=[
            click.Argument(
                ["results"],
                type=click.Path(dir_okay=False, path_type=Path),
                default=Path(DEFAULT_RESULTS),
            ),
            _draws_option(language),
            _seed_option(language),
            workers_option(language),
            file_option("--xlsx", language, _XLSX),
            json_option(language),
        ],
    )


def robustness(request: Request) -> int:
    """Show how sure the season's ranking is."""
    source = read_results(request.results)
    stated = _stated(source.rubric, request)
    found = _found(source, stated, request.workers or available_workers())
    if request.xlsx is not None:
        _write_xlsx(request.xlsx, found, source)
    if request.as_json:
        from scorecard.cli.robustness_json import as_json

        click.echo(as_json(found, source.season, request.language))
        return 0
    from scorecard.cli.robustness_view import robustness_view
    from scorecard.cli.screen import screen, show
    from scorecard.cli.summary import look_of

    console = screen()
    look = look_of(console, request.language)
    show(console, robustness_view(found, source, look))
    return 0


def _found(source: Source, stated: Stated, workers: int) -> Robustness:
    """Take what the evaluation drew if it is what is asked for; draw otherwise."""
    drawn = source.season.robustness
    if drawn is not None and stated == source.rubric.robustness:
        return drawn
    from scorecard.robustness.testing import robustness as tested

    return tested(source.season, source.rubric, stated, workers=workers)


def _write_xlsx(where: Path, found: Robustness, source: Source) -> None:
    from scorecard.export import write_alone
    from scorecard.sheets.robustness import robustness_workbook

    write_alone(robustness_workbook(found, source.season, source.rubric), where)
    click.echo(where.as_posix(), err=True)


def _stated(rubric: Rubric, request: Request) -> Stated:
    stated = rubric.robustness
    if stated is None:
        raise click.UsageError(_NOT_STATED.in_(request.language))
    asked = {"draws": request.draws, "seed": request.seed}
    return stated.model_copy(
        update={key: value for key, value in asked.items() if value is not None}
    )


def _draws_option(language: Language) -> click.Option:
    return click.Option(
        ["--draws"],
        type=click.IntRange(min=1, max=1_000_000),
        metavar="N",
        help=Text(
            "Banyaknya pengacakan (bawaan: menurut rubrik).",
            "Number of draws (default: the rubric's).",
        ).in_(language),
    )


def _seed_option(language: Language) -> click.Option:
    return click.Option(
        ["--seed"],
        type=click.IntRange(min=0, max=999_999_999),
        metavar="S",
        help=Text(
            "Benih pengacakan (bawaan: menurut rubrik).",
            "Seed of the draws (default: the rubric's).",
        ).in_(language),
    )
