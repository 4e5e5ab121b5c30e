"""`scorecard rubric lint`: check a rubric, then try it on drawn points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.choices import read_results, rubric_path
from scorecard.cli.group import built
from scorecard.number import Language, tidy
from scorecard.wording import Text

if TYPE_CHECKING:
    from fractions import Fraction

    from rich.console import RenderableType

    from scorecard.cli.standings import Look
    from scorecard.errors import Problem
    from scorecard.model import Scorecard
    from scorecard.rehearsal.findings import Influence, Rehearsal
    from scorecard.rubric.load import LoadedRubric

_HELP = Text(
    """Periksa sebuah rubrik; kode keluar 3 bila tidak sah.

    RUBRIC adalah berkas YAML atau nama rubrik bawaan; tanpa itu, rubrik utama.

    Rubrik yang sah juga dicoba dengan poin yang diacak merata: indikator yang tidak
    dapat mengubah nilai, aspek yang menentukan segalanya, predikat yang tidak pernah
    tercapai. Dengan --results juga: indikator yang sama bagi semua peserta. Itu catatan
    dan peringatan; kode keluarnya tetap 0.""",
    """Check a rubric; exit code 3 if it is invalid.

    RUBRIC is a YAML file or the name of a shipped one; without it, the default.

    A valid rubric is also tried on evenly drawn points: indicators that cannot change a
    total, a criterion that decides everything, bands that are never reached. With
    --results also: indicators on which all participants are equal. These are notes and
    warnings; the exit code stays 0.""",
)


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "lint",
        language,
        lambda rubric, results: lint(rubric, results, language),
        help=_HELP,
        params=[
            click.Argument(["rubric"], required=False),
            _results_option(language),
        ],
    )


def lint(choice: str | None, results: Path | None, language: Language) -> int:
    """Check one rubric; hints go to stderr, mistakes end the run."""
    from scorecard.cli.problems import severity_counts, show_problems
    from scorecard.cli.screen import screen, show
    from scorecard.cli.summary import look_of
    from scorecard.rehearsal.findings import rehearsed
    from scorecard.rubric.load import load_rubric

    loaded = load_rubric(rubric_path(choice, language))
    found = rehearsed(loaded.rubric, _cards(results))
    problems = (*loaded.warnings, *_problems(found, loaded))
    show_problems(problems, language)
    counts = severity_counts(problems, language)
    fine = Text("tanpa masalah", "no problems").in_(language)
    click.echo(f"{loaded.path}: {counts or fine}")
    console = screen()
    show(console, _influences(found.influences, look_of(console, language)))
    return 0


def _cards(results: Path | None) -> Sequence[Scorecard]:
    if results is None:
        return ()
    file = results / "results.json" if results.is_dir() else results
    return read_results(file).season.scorecards


def _problems(found: Rehearsal, loaded: LoadedRubric) -> Iterator[Problem]:
    """Tell each hint at its line; a band that the lint found idle is not told twice."""
    from scorecard.rubric.places import problem
    from scorecard.rubric.strict_yaml import read_yaml

    document = read_yaml(loaded.text)
    known = {each.location for each in loaded.warnings if "band" in each.code}
    for mistake in found.mistakes:
        hint = problem(mistake, document, loaded.path)
        if hint.location not in known:
            yield hint


def _influences(
    influences: Sequence[Influence], look: Look
) -> Iterator[RenderableType]:
    """Set each criterion's weight beside what it makes totals differ by."""
    from rich.text import Text as Styled

    from scorecard.cli.standings import plain_table

    if len(influences) < 2:
        return
    table = plain_table(look, 96)
    table.add_column(look("Aspek", "Criterion"))
    table.add_column(look("Bobot %", "Weight %"), justify="right")
    table.add_column(look("Pengaruh %", "Influence %"), justify="right")
    found = any(each.found is not None for each in influences)
    if found:
        words = look("Pengaruh dalam hasil %", "Influence in the results %")
        table.add_column(words, justify="right")
    for each in influences:
        shares = (each.weight, each.drawn, *((each.found,) if found else ()))
        cells = (_share(share, look.language) for share in shares)
        table.add_row(each.title.in_(look.language), *cells)
    yield ""
    yield table
    yield Styled(_MEANING.in_(look.language), style="dim")


_MEANING = Text(
    "Pengaruh: korelasi kuadrat poin aspek dengan nilai, bila semua poin diacak"
    " merata. Dalam hasil, aspek yang naik turun bersama berjumlah lebih dari 100.",
    "Influence: squared correlation of a criterion's points with the total, all points"
    " drawn evenly. In results, criteria that rise together add up to more than 100.",
)


def _share(share: Fraction | None, language: Language) -> str:
    return "–" if share is None else tidy(share, language)


def _results_option(language: Language) -> click.Option:
    return click.Option(
        ["--results"],
        type=click.Path(exists=True, path_type=Path),
        metavar=Text("FOLDER|BERKAS", "FOLDER|FILE").in_(language),
        help=Text(
            "Hasil menurut rubrik ini: di mana semua peserta sama?",
            "Results by this rubric: where are all participants equal?",
        ).in_(language),
    )
