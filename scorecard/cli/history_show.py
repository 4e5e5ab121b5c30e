"""`scorecard history show`: everybody's way through the seasons, or one's in detail."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.choices import file_option, json_option, unknown_code
from scorecard.cli.group import built
from scorecard.cli.history_add import db_option
from scorecard.errors import ExitCode
from scorecard.number import Language
from scorecard.wording import Text, say

if TYPE_CHECKING:
    from scorecard.history.found import History

_HELP = Text(
    """Tampilkan nilai semua peserta dari musim ke musim; dengan KODE, satu peserta
    beserta predikat, peringkat, dan setiap indikatornya.

    Wilayah yang berganti kode diikuti menurut tabel. Perubahan hanya dihitung bila
    rubrik kedua musim dapat dibandingkan; bila tidak, alasannya disebut.""",
    """Show everybody's total from season to season; with a CODE, one participant with
    its bands, places and indicators.

    Regions that got another code are followed by a table. A change is worked out only
    where the two seasons' rubrics allow it; if not, the reason is named.""",
)


@dataclass(frozen=True, slots=True)
class Request:
    """What the words of the command ask for."""

    language: Language
    code: str | None
    db: Path
    regions: Path | None
    csv: Path | None
    xlsx: Path | None
    as_json: bool


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "show",
        language,
        lambda **words: show(Request(language, **words)),
        help=_HELP,
        params=[
            click.Argument(["code"], required=False),
            db_option(language),
            file_option("--regions", language, _REGIONS),
            file_option("--csv", language, _CSV),
            file_option("--xlsx", language, _XLSX),
            json_option(language),
        ],
    )


def show(request: Request) -> ExitCode:
    """Show a history, and write it as tables where asked."""
    found = _found(request)
    _write_tables(found, request)
    if request.as_json:
        from scorecard.cli.plain_json import plain_json

        click.echo(plain_json(found, request.language))
        return ExitCode.DONE
    from scorecard.cli.history_view import history_view
    from scorecard.cli.screen import screen
    from scorecard.cli.screen import show as shown
    from scorecard.cli.summary import look_of

    console = screen()
    look = look_of(console, request.language)
    one = request.code is not None
    views = (history_view(each, look, one=one) for each in found)
    shown(console, chain.from_iterable(views))
    return ExitCode.DONE


def _found(request: Request) -> tuple[History, ...]:
    from scorecard.cli.seasons import successions_at
    from scorecard.history.trends import histories

    if not request.db.is_file():
        raise click.UsageError(_absent(request.db).in_(request.language))
    rows = successions_at(request.regions).rows
    found = histories(request.db.read_bytes(), request.db.as_posix(), rows)
    return _of_one(found, request) if request.code is not None else found


def _of_one(found: tuple[History, ...], request: Request) -> tuple[History, ...]:
    """Keep one participant, known by any code that it ever had."""
    mine = tuple(
        replace(each, trends=trends)
        for each in found
        if (
            trends := tuple(
                trend
                for trend in each.trends
                if request.code in {trend.code, *(p.code for p in trend.points)}
            )
        )
    )
    if not mine:
        codes = {trend.code for each in found for trend in each.trends}
        message = unknown_code(request.code or "", codes)
        raise click.UsageError(message.in_(request.language))
    return mine


def _write_tables(found: tuple[History, ...], request: Request) -> None:
    from scorecard.export import write_alone

    if request.csv is not None:
        from scorecard.history.table import history_csv

        write_alone(history_csv(found, request.language), request.csv)
        click.echo(request.csv.as_posix(), err=True)
    if request.xlsx is not None:
        from scorecard.sheets.history import history_workbook

        write_alone(history_workbook(found, request.language), request.xlsx)
        click.echo(request.xlsx.as_posix(), err=True)


def _absent(db: Path) -> Text:
    return say(
        "Riwayat {db} belum ada. Buat dahulu: scorecard history add outputs/ --db {db}",
        "There is no history {db}. First make it: scorecard history add outputs/ --db"
        " {db}",
        db=db.as_posix(),
    )


_REGIONS = Text(
    "Tabel tambahan wilayah yang berubah: before,after,kind,since,source.",
    "A further table of regions that changed: before,after,kind,since,source.",
)
_CSV = Text("Tulis juga sebagai CSV.", "Write it as CSV too.")
_XLSX = Text("Tulis juga sebagai buku kerja.", "Write it as a workbook too.")
