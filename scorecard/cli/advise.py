"""`scorecard advise`: what to mend first, and what each repair is worth."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.choices import (
    chosen_scorecard,
    json_option,
    read_results,
    results_option,
)
from scorecard.cli.group import built
from scorecard.number import Language
from scorecard.wording import Text, say

if TYPE_CHECKING:
    from scorecard.advice.advising import Advice
    from scorecard.rubric.nouns import Rubric

_HELP = Text(
    """Tunjukkan apa yang sebaiknya diperbaiki lebih dahulu oleh peserta CODE.

    Setiap perbaikan disertai tambahan nilainya yang tepat, predikat dan peringkat yang
    akan dicapai (peserta lain dianggap tetap), daftar terpendek menuju predikat
    berikutnya, dan perangkat daerah yang memegang laporan terbuka. Bukti dibaca lagi
    dari --inputs; hasil musim dari --results.

    Contoh: scorecard advise 32.04""",
    """Show what the participant CODE should mend first.

    Each repair comes with its exact gain in points, the band and the place it would
    reach (others unchanged), the shortest list to the next band, and the offices that
    hold open tickets. The evidence is read again from --inputs, the season's results
    from --results.

    Example: scorecard advise 32.04""",
)


@dataclass(frozen=True, slots=True)
class Request:
    """What the words of the command ask for."""

    language: Language
    code: str
    inputs: Path
    results: Path
    as_json: bool


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "advise",
        language,
        lambda **words: advise(Request(language, **words)),
        help=_HELP,
        params=[
            click.Argument(["code"]),
            _inputs_option(language),
            results_option(language),
            json_option(language),
        ],
    )


def advise(request: Request) -> int:
    """Weigh every repair of one participant, and show what each is worth."""
    from scorecard.advice.advising import advise as weighed
    from scorecard.run import submission_of

    source = read_results(request.results)
    scorecard = chosen_scorecard(source, request.code, request.language)
    if scorecard.outcome == "not_submitted":
        click.echo(_nothing_sent(scorecard.participant.name).in_(request.language))
        return 0
    rubric = source.rubric.model_copy(update={"as_of": source.season.as_of})
    submission = submission_of(scorecard, request.inputs, rubric)
    season = source.season
    advice = weighed(submission, season.scorecards, rubric, season.comparison)
    if advice.before.scorecard.total != scorecard.total:
        click.echo(_CHANGED.in_(request.language), err=True)
    _show(advice, rubric, request)
    return 0


def _show(advice: Advice, rubric: Rubric, request: Request) -> None:
    if request.as_json:
        from scorecard.cli.advice_json import advice_json

        click.echo(advice_json(advice, rubric, request.language))
        return
    from scorecard.cli.advice_view import advice_view
    from scorecard.cli.screen import screen, show
    from scorecard.cli.summary import look_of

    console = screen()
    show(console, advice_view(advice, rubric, look_of(console, request.language)))


_CHANGED = Text(
    "Catatan: bukti di --inputs memberi nilai lain daripada berkas hasil; saran di"
    " bawah menurut bukti yang sekarang.",
    "Note: the evidence in --inputs scores differently from the results file; the"
    " advice below follows the evidence as it is now.",
)


def _nothing_sent(name: str) -> Text:
    return say(
        "{name} belum menyerahkan berkas. Kirimkan dahulu borang yang terisi, lalu"
        " periksa dengan: scorecard assess FOLDER",
        "{name} has not submitted anything. First send the form, filled in, and check"
        " it with: scorecard assess FOLDER",
        name=name,
    )


def _inputs_option(language: Language) -> click.Option:
    return click.Option(
        ["--inputs"],
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path("inputs"),
        show_default=True,
        metavar="FOLDER",
        help=Text(
            "Folder masukan tempat bukti peserta berada.",
            "Folder of the inputs, where the participant's evidence is.",
        ).in_(language),
    )
