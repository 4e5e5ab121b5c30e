"""`scorecard check`: read everything, say what is wrong, write nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.choices import (
    available_workers,
    chosen_cache,
    fail_on_option,
    json_option,
    no_cache_option,
    rubric_option,
    rubric_path,
    workers_option,
)
from scorecard.cli.group import built
from scorecard.cli.progress import progress
from scorecard.number import Language
from scorecard.wording import Text

if TYPE_CHECKING:
    from scorecard.cli.outcome import FailOn
    from scorecard.errors import Problem
    from scorecard.evidence.submission import Reading
    from scorecard.rubric.load import LoadedRubric

_HELP = Text(
    """Periksa berkas di INPUTS tanpa menilai: siapa yang sudah dan belum menyerahkan,
    setiap masalah beserta sel dan perbaikannya, dan sinyal untuk dilihat. Tidak ada
    yang ditulis selain berkas --csv.

    INPUTS adalah folder musim penilaian, folder satu peserta, atau satu buku kerja.

    Kode keluar: 0 tanpa masalah setingkat --fail-on; 1 dengan masalah; 2 salah pakai;
    3 rubrik tidak sah; 4 masukan tidak terbaca; 6 nilai penilai tidak sah.""",
    """Check the files in INPUTS without scoring: who has submitted and who has not,
    every problem with its cell and repair, and signals to look at. Nothing is written
    but the file of --csv.

    INPUTS is a season's folder, the folder of one participant, or one workbook.

    Exit codes: 0 no problem at or above --fail-on; 1 with problems; 2 wrong usage;
    3 rubric invalid; 4 inputs unusable; 6 marks invalid.""",
)
_STDOUT = "-"
_BOTH = Text(
    "--json dan “--csv -” sama-sama meminta stdout; pilih salah satu, atau sebut "
    "berkas untuk --csv.",
    "--json and “--csv -” both ask for stdout; choose one, or name a file for --csv.",
)
_INPUTS = click.Path(exists=True, path_type=Path)


@dataclass(frozen=True, slots=True)
class Request:
    """What the words of the command ask for."""

    language: Language
    inputs: Path
    rubric: str | None
    workers: int | None
    no_cache: bool
    fail_on: FailOn
    as_json: bool
    csv: str | None


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "check",
        language,
        lambda **words: check(Request(language, **words)),
        help=_HELP,
        params=[
            click.Argument(["inputs"], type=_INPUTS),
            rubric_option(language),
            workers_option(language),
            no_cache_option(language),
            fail_on_option(language),
            json_option(language),
            _csv_option(language),
        ],
    )


def check(request: Request) -> int:
    """Read the inputs, show what was found, and give the exit code."""
    from scorecard.cli.check_view import check_json, check_view, checked
    from scorecard.rubric.load import load_rubric

    if request.as_json and request.csv == _STDOUT:
        raise click.UsageError(_BOTH.in_(request.language))
    loaded = load_rubric(rubric_path(request.rubric, request.language))
    reading = _read(request, loaded)
    result = checked(reading, loaded, request.fail_on)
    if request.csv is not None:
        _write_csv(request.csv, result.problems, request.language)
    if request.as_json:
        click.echo(check_json(result, request.language))
    elif request.csv != _STDOUT:
        from scorecard.cli.screen import screen, show
        from scorecard.cli.summary import look_of

        console = screen()
        show(console, check_view(result, look_of(console, request.language)))
    return result.outcome.exit_code


def _write_csv(where: str, problems: tuple[Problem, ...], language: Language) -> None:
    from scorecard.export import write_alone
    from scorecard.problem_list import problem_rows_csv

    # The mark for spreadsheet programs is in it, so the bytes go out as they are.
    content = problem_rows_csv(problems, language)
    if where == _STDOUT:
        click.echo(content, nl=False)
        return
    write_alone(content, Path(where))
    click.echo(Path(where).as_posix(), err=True)


def _read(request: Request, loaded: LoadedRubric) -> Reading:
    from scorecard.evidence.alone import is_alone, read_alone
    from scorecard.evidence.submission import read_season

    if is_alone(request.inputs):
        return read_alone(request.inputs, loaded.rubric)
    words = Text("Membaca", "Reading").in_(request.language)
    with progress(words) as step:
        return read_season(
            request.inputs,
            loaded.rubric,
            workers=request.workers or available_workers(),
            cache=chosen_cache(no_cache=request.no_cache),
            progress=step,
        )


def _csv_option(language: Language) -> click.Option:
    return click.Option(
        ["--csv"],
        metavar=Text("BERKAS", "FILE").in_(language),
        help=Text(
            "Tulis daftar masalah sebagai CSV ke berkas ini; “-” berarti CSV saja pada "
            "stdout.",
            "Write the list of problems as CSV to this file; “-” is CSV alone on "
            "stdout.",
        ).in_(language),
    )
