"""`scorecard rank`: the rankings again, from results.json alone."""

from __future__ import annotations

from pathlib import Path

import click

from scorecard.cli.choices import DEFAULT_RESULTS, json_option, read_results
from scorecard.cli.group import built
from scorecard.number import Language
from scorecard.wording import Text

_HELP = Text(
    """Tampilkan peringkat setiap kategori dan penghargaan dari berkas RESULTS
    (bawaan: outputs/results.json). Tidak ada yang dihitung ulang.""",
    """Show the rankings of each category and the awards of the file RESULTS
    (default: outputs/results.json). Nothing is computed again.""",
)


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "rank",
        language,
        lambda results, as_json: rank(results, language, as_json=as_json),
        help=_HELP,
        params=[
            click.Argument(
                ["results"],
                type=click.Path(dir_okay=False, path_type=Path),
                default=Path(DEFAULT_RESULTS),
            ),
            json_option(language),
        ],
    )


def rank(results: Path, language: Language, *, as_json: bool) -> int:
    """Show the season's rankings."""
    source = read_results(results)
    if as_json:
        import json

        from scorecard.cli.summary_json import season_summary

        content = season_summary(source.season, language)
        click.echo(json.dumps(content, indent=1, ensure_ascii=False))
        return 0
    from scorecard.cli.screen import screen, show
    from scorecard.cli.summary import look_of, rankings_view

    console = screen()
    look = look_of(console, language)
    show(console, rankings_view(source.season, source.rubric, look))
    return 0
