"""`scorecard history add`: keep the results of a season."""

from __future__ import annotations

from pathlib import Path

import click

from scorecard.cli.group import built
from scorecard.errors import ExitCode
from scorecard.number import Language
from scorecard.wording import Text

DEFAULT = "history.sqlite"
_HELP = Text(
    """Tambahkan hasil sebuah musim (folder hasil atau results.json) ke berkas riwayat.

    Musim dikenali dari rubrik, edisi, dan periodenya. Hasil yang sama tidak mengubah
    apa pun; hasil lain dari musim yang sudah ada ditolak, kecuali dengan --replace.

    Contoh: scorecard history add outputs/ --db riwayat.sqlite""",
    """Add the results of a season (an outputs folder or results.json) to a history.

    A season is known by its rubric, edition and period. The same results again change
    nothing; other results of a season that is kept are refused, unless --replace.

    Example: scorecard history add outputs/ --db history.sqlite""",
)


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "add",
        language,
        lambda season, db, replace: add(season, db, language, replace=replace),
        help=_HELP,
        params=[
            click.Argument(
                ["season"], type=click.Path(path_type=Path), default=Path("outputs")
            ),
            db_option(language),
            click.Option(
                ["--replace"],
                is_flag=True,
                help=Text(
                    "Ganti hasil yang sudah ada dari musim ini.",
                    "Replace the results of this season that are kept.",
                ).in_(language),
            ),
        ],
    )


def add(season: Path, db: Path, language: Language, *, replace: bool) -> ExitCode:
    """Add a season and say what was done."""
    from scorecard.cli.seasons import season_at
    from scorecard.export import write_alone
    from scorecard.history.adding import added

    one = season_at(season)
    content = db.read_bytes() if db.is_file() else None
    done = added(content, one, db.as_posix(), replace=replace)
    if done.content is not None:
        write_alone(done.content, db)
    click.echo(done.words.in_(language))
    return ExitCode.DONE


def db_option(language: Language) -> click.Option:
    """Offer `--db`."""
    return click.Option(
        ["--db"],
        type=click.Path(dir_okay=False, path_type=Path),
        default=Path(DEFAULT),
        show_default=True,
        metavar=Text("BERKAS", "FILE").in_(language),
        help=Text("Berkas riwayat (SQLite).", "The history's file (SQLite).").in_(
            language
        ),
    )
