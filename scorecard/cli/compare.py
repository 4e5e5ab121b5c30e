"""`scorecard compare`: two seasons side by side, or two periods of one export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.choices import (
    as_of_option,
    available_workers,
    chosen_cache,
    day,
    fail_on_option,
    file_option,
    json_option,
    no_cache_option,
    rubric_option,
    rubric_path,
    workers_option,
)
from scorecard.cli.group import built
from scorecard.cli.periods import period_option
from scorecard.cli.progress import progress
from scorecard.cli.selection import Selection, selection_options
from scorecard.number import Language
from scorecard.wording import Text

if TYPE_CHECKING:
    from scorecard.cli.outcome import FailOn
    from scorecard.comparison.developments import OneSeason
    from scorecard.errors import Problem
    from scorecard.model import Comparison, DaysJudged
    from scorecard.rubric.load import LoadedRubric

_HELP = Text(
    """Bandingkan dua musim: BEFORE dan AFTER ialah folder hasil atau results.json.
    Atau dua periode dari satu folder masukan: scorecard compare inputs/ --before
    2023-01-01..2023-03-31 --after 2023-06-01..2023-08-31.

    Ditampilkan perubahan setiap nilai, predikat, dan peringkat, siapa yang paling naik,
    dan banyaknya peserta di atas dan di bawah ambang rubrik. Wilayah yang berganti
    kode, berganti nama, dimekarkan, atau digabung diikuti menurut tabel. Yang tidak
    dapat dibandingkan disebut beserta alasannya.

    Kode keluar: 0 selesai; 1 selesai dengan masalah (lihat --fail-on); 2 salah pakai;
    4 masukan tidak terbaca; 5 berkas hasil bukan yang disebut manifestnya.""",
    """Compare two seasons: BEFORE and AFTER are outputs folders or results.json files.
    Or two periods of one inputs folder: scorecard compare inputs/ --before
    2023-01-01..2023-03-31 --after 2023-06-01..2023-08-31.

    Shown are the change of each total, band and place, who rose most, and how many
    stand above and below the rubric's thresholds. Regions that got another code or
    name, were split or merged are followed by a table. What cannot be compared is named
    with the reason.

    Exit codes: 0 done; 1 done, with problems (see --fail-on); 2 wrong usage; 4 an input
    unusable; 5 a results file is not the one that its manifest lists.""",
)
_TWO = Text(
    "Sebutkan dua musim, atau satu folder masukan dengan --before dan --after.",
    "Name two seasons, or one inputs folder with --before and --after.",
)
_FOLDER = Text(
    "Dua periode dibandingkan dari sebuah folder masukan.",
    "Two periods are compared from an inputs folder.",
)


@dataclass(frozen=True, slots=True)
class Request:
    """What the words of the command ask for."""

    language: Language
    sources: tuple[Path, ...]
    before: DaysJudged | None
    after: DaysJudged | None
    rubric: str | None
    as_of: datetime | None
    regions: Path | None
    categories: tuple[str, ...]
    provinces: tuple[str, ...]
    xlsx: Path | None
    workers: int | None
    no_cache: bool
    fail_on: FailOn
    as_json: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison that was asked for, the later season's rubric, and what is odd."""

    found: Comparison
    after: OneSeason
    problems: tuple[Problem, ...]


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "compare",
        language,
        lambda **words: compare(Request(language, **words)),
        help=_HELP,
        params=[
            click.Argument(
                ["sources"],
                type=click.Path(path_type=Path),
                nargs=-1,
                metavar="BEFORE AFTER | INPUTS",
            ),
            *_options(language),
        ],
    )


def compare(request: Request) -> int:
    """Lay two seasons side by side, show it, and give the exit code."""
    from scorecard.cli.outcome import with_problems
    from scorecard.cli.problems import show_problems

    result = _compared(request)
    if request.xlsx is not None:
        _write_xlsx(request.xlsx, result)
    _show(result, request)
    show_problems(result.problems, request.language)
    return with_problems(result.problems, request.fail_on)


def _compared(request: Request) -> Compared:
    from scorecard.cli.seasons import successions_at
    from scorecard.comparison.comparing import compared
    from scorecard.evidence.successions import doubts
    from scorecard.rubric.load import load_rubric

    periods = request.before is not None and request.after is not None
    if len(request.sources) != (1 if periods else 2):
        raise click.UsageError(_TWO.in_(request.language))
    table = successions_at(request.regions)
    if periods:
        loaded = load_rubric(rubric_path(request.rubric, request.language))
        before, after = _periods(request, loaded)
        own = loaded.rubric.period
        found = compared(before, after, table.rows, one_export=own)
    else:
        before, after = _seasons(request.sources)
        found = compared(before, after, table.rows)
    found = _narrowed(found, after, request)
    name = request.sources[0].as_posix()
    return Compared(found, after, (*table.problems, *doubts(found, name)))


def _seasons(sources: Sequence[Path]) -> tuple[OneSeason, OneSeason]:
    from scorecard.cli.seasons import season_at

    return season_at(sources[0]), season_at(sources[1])


def _periods(request: Request, loaded: LoadedRubric) -> tuple[OneSeason, OneSeason]:
    """Score one inputs folder twice, by the same rubric over other days."""
    if not request.sources[0].is_dir():
        raise click.UsageError(_FOLDER.in_(request.language))
    assert request.before is not None and request.after is not None
    before = _scored(request, loaded, request.before)
    return before, _scored(request, loaded, request.after)


def _scored(request: Request, loaded: LoadedRubric, days: DaysJudged) -> OneSeason:
    from scorecard import run
    from scorecard.comparison.developments import OneSeason
    from scorecard.judged import as_things_stood

    as_of = day(request.as_of, loaded.rubric.as_of)
    words = Text("Membaca dan menilai", "Reading and scoring")
    with progress(words.in_(request.language)) as step:
        season = run.scored(
            request.sources[0],
            loaded,
            as_of,
            period=days,
            workers=request.workers or available_workers(),
            cache=chosen_cache(no_cache=request.no_cache),
            progress=step,
        )
    return OneSeason(season, as_things_stood(loaded.rubric, as_of, days))


def _narrowed(found: Comparison, after: OneSeason, request: Request) -> Comparison:
    from scorecard.cli.selection import fitting_codes
    from scorecard.comparison.comparing import narrowed

    wanted = Selection((), request.categories, request.provinces)
    if wanted.is_empty:
        return found
    everyone = (each.participant for each in found.participants)
    codes = fitting_codes(everyone, after.rubric, wanted, request.language)
    return narrowed(found, codes, after)


def _write_xlsx(where: Path, result: Compared) -> None:
    from scorecard.export import write_alone
    from scorecard.sheets.comparison import comparison_workbook

    content = comparison_workbook(result.found, result.after.rubric)
    write_alone(content, where)
    click.echo(where.as_posix(), err=True)


def _show(result: Compared, request: Request) -> None:
    if request.as_json:
        from scorecard.cli.plain_json import plain_json

        click.echo(plain_json(result.found, request.language))
        return
    from scorecard.cli.compare_view import compare_view
    from scorecard.cli.screen import screen, show
    from scorecard.cli.summary import look_of

    console = screen()
    show(console, compare_view(result.found, look_of(console, request.language)))


def _options(language: Language) -> tuple[click.Option, ...]:
    return (
        period_option("--before", language, _BEFORE),
        period_option("--after", language, _AFTER),
        rubric_option(language),
        as_of_option(language, _AS_OF),
        file_option("--regions", language, _REGIONS),
        *selection_options(language),
        file_option("--xlsx", language, _XLSX),
        workers_option(language),
        no_cache_option(language),
        fail_on_option(language),
        json_option(language),
    )


_BEFORE = Text(
    "Periode pertama dari folder masukan.", "The first period of an inputs folder."
)
_AFTER = Text(
    "Periode kedua dari folder masukan.", "The second period of an inputs folder."
)
_AS_OF = Text(
    "Hari penilaian kedua periode (bawaan: menurut rubrik).",
    "Day of judgement of both periods (default: the rubric's).",
)
_REGIONS = Text(
    "Tabel tambahan wilayah yang berubah: before,after,kind,since,source.",
    "A further table of regions that changed: before,after,kind,since,source.",
)
_XLSX = Text(
    "Tulis juga sebagai buku kerja ke berkas ini.",
    "Write it as a workbook to this file too.",
)
