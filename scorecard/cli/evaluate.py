"""`scorecard evaluate`: the main job, from submissions to a filled outputs/."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.choices import (
    as_of_option,
    available_workers,
    chosen_cache,
    day,
    fail_on_option,
    json_option,
    no_cache_option,
    no_pdf_option,
    outputs_option,
    rubric_option,
    template_option,
    workers_option,
)
from scorecard.cli.group import built
from scorecard.cli.periods import period_option
from scorecard.cli.progress import progress
from scorecard.cli.what_if import chosen_rubric, what_if_options
from scorecard.number import Language
from scorecard.wording import Text

if TYPE_CHECKING:
    from scorecard.artifact import Artifact
    from scorecard.cli.outcome import FailOn, Report
    from scorecard.engine import PdfEngine
    from scorecard.model import DaysJudged, InputFile, Season
    from scorecard.rubric.load import LoadedRubric

_HELP = Text(
    """Nilai semua berkas di folder INPUTS menurut rubrik, lalu buat peringkat, halaman
    laporan, buku rekap, lembar kepatuhan, rapor dan piagam.

    Setiap peserta mengirim satu folder atau satu buku kerja. Semua berkas keluaran
    ditulis sekaligus atau tidak sama sekali.

    Kode keluar: 0 selesai; 1 selesai dengan masalah (lihat --fail-on); 2 salah pakai;
    3 rubrik tidak sah; 4 masukan tidak terbaca; 6 nilai penilai tidak sah;
    7 PDF tidak dapat dibuat.""",
    """Score everything in the folder INPUTS by the rubric, then make rankings, the
    report page, the recap workbook, compliance sheets, rapors and certificates.

    Each participant sends one folder or one workbook. All output files are written
    at once, or none.

    Exit codes: 0 done; 1 done, with problems (see --fail-on); 2 wrong usage; 3 rubric
    invalid; 4 inputs unusable; 6 marks invalid; 7 PDFs could not be made.""",
)
_INPUTS = click.Path(exists=True, path_type=Path)
_AS_OF = Text(
    "Hari penilaian (bawaan: menurut rubrik; jam komputer tidak dipakai).",
    "Day of judgement (default: the rubric's; the clock is not used).",
)
_PERIOD = Text(
    "Hari-hari yang dinilai (bawaan: periode rubrik).",
    "The days that are judged (default: the rubric's period).",
)


@dataclass(frozen=True, slots=True)
class Request:
    """What the words of the command ask for."""

    language: Language
    inputs: Path
    folder: Path
    rubric: str | None
    as_of: datetime | None
    period: DaysJudged | None
    workers: int | None
    no_cache: bool
    fail_on: FailOn
    as_json: bool
    no_pdf: bool
    template: Path | None
    settings: tuple[str, ...]
    overlay: Path | None


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "evaluate",
        language,
        lambda **words: evaluate(Request(language, **words)),
        help=_HELP,
        params=[
            click.Argument(["inputs"], type=_INPUTS),
            *_options(language),
        ],
    )


def evaluate(request: Request) -> int:
    """Do the seven steps, show the season, and give the exit code."""
    from scorecard.cli.inputs import refuse_empty, refuse_one_participant
    from scorecard.cli.outcome import Report, outcome
    from scorecard.export import artifacts, refuse_foreign
    from scorecard.judged import as_things_stood
    from scorecard.pages.look_folder import read_look

    _keep_apart(request)
    loaded = _rubric(request)
    look = read_look(request.template, loaded.rubric)
    refuse_one_participant(request.inputs, loaded.rubric, request.language)
    refuse_foreign(request.folder)
    season = _scored(request, loaded)
    refuse_empty(season, request.inputs)
    engine = _engine(request)
    rubric = as_things_stood(loaded.rubric, season.as_of, season.period)
    making = partial(artifacts, season, rubric, pdf=engine, look=look)
    files = _written(request, making)
    result = outcome(season, request.fail_on, None if request.no_pdf else engine)
    report = Report(season, rubric, files, request.folder, result)
    if request.as_json:
        from scorecard.cli.summary_json import summary_json

        click.echo(summary_json(report, request.language))
    else:
        _show(report, request.language)
    return result.exit_code


def _keep_apart(request: Request) -> None:
    """Refuse results among the inputs: the next run would read them as submissions."""
    inputs, outputs = request.inputs.resolve(), request.folder.resolve()
    if inputs.is_relative_to(outputs) or outputs.is_relative_to(inputs):
        message = Text(
            "Folder hasil dan folder masukan harus terpisah.",
            "The results and the inputs must be in separate folders.",
        )
        raise click.UsageError(message.in_(request.language))


def _rubric(request: Request) -> LoadedRubric:
    """Read the rubric; a what-if is not to take the place of official results."""
    from scorecard.manifest import is_official

    asked = (request.rubric, request.settings, request.overlay)
    loaded = chosen_rubric(*asked, request.language)
    if loaded.what_if is not None and is_official(request.folder):
        message = Text(
            f"Folder {request.folder.as_posix()} memuat hasil resmi. Tulis pengandaian"
            " ke folder lain dengan -o.",
            f"The folder {request.folder.as_posix()} holds official results. Write the"
            " what-if to another folder with -o.",
        )
        raise click.UsageError(message.in_(request.language))
    return loaded


def _scored(request: Request, loaded: LoadedRubric) -> Season:
    from scorecard import run

    words = Text("Membaca dan menilai", "Reading and scoring")
    with progress(words.in_(request.language)) as step:
        return run.evaluate(
            request.inputs,
            loaded,
            day(request.as_of, loaded.rubric.as_of),
            period=request.period,
            workers=request.workers or available_workers(),
            cache=chosen_cache(no_cache=request.no_cache),
            progress=step,
        )


def _engine(request: Request) -> PdfEngine:
    from scorecard.engine import PdfEngine, pdf_engine

    if request.no_pdf:
        return PdfEngine(False, Text("tidak diminta", "not asked for"), "")
    return pdf_engine()


def _written(
    request: Request, making: Callable[..., Iterator[Artifact]]
) -> tuple[InputFile, ...]:
    from scorecard.export import write

    words = Text("Membuat berkas", "Making files").in_(request.language)
    with progress(words) as step:
        made = making(workers=request.workers or available_workers(), progress=step)
        return write(made, request.folder)


def _show(report: Report, language: Language) -> None:
    from scorecard.cli.screen import screen, show
    from scorecard.cli.summary import look_of, report_view

    console = screen()
    show(console, report_view(report, look_of(console, language)))


def _options(language: Language) -> tuple[click.Option, ...]:
    return (
        rubric_option(language),
        outputs_option(language, Path("outputs")),
        as_of_option(language, _AS_OF),
        period_option("--period", language, _PERIOD),
        workers_option(language),
        no_cache_option(language),
        fail_on_option(language),
        json_option(language),
        no_pdf_option(language),
        template_option(language),
        *what_if_options(language),
    )
