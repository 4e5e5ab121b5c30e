"""`scorecard rubric diff`: what changed between two rubrics, and whom it moves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.choices import (
    available_workers,
    chosen_cache,
    json_option,
    read_results,
    rubric_path,
)
from scorecard.cli.group import built
from scorecard.number import Language
from scorecard.wording import Text

if TYPE_CHECKING:
    from scorecard.amendment.effects import Effects
    from scorecard.rubric.nouns import Rubric

_HELP = Text(
    """Tampilkan dengan kata-kata apa yang berubah dari rubrik OLD ke NEW.

    OLD dan NEW adalah berkas YAML, nama rubrik bawaan, folder hasil, atau results.json
    (rubrik di dalamnya).

    Dengan --results: siapa yang nilai, peringkat, predikat, atau penghargaannya
    berubah, dan oleh perubahan yang mana, dihitung dari isi berkas hasil itu. Bukti
    yang tidak ada di dalamnya disebut; --inputs membacanya lagi.

    Kode keluar: 0 selesai, ada perubahan atau tidak; 2 salah pakai; 3 rubrik tidak
    sah; 4 masukan tidak terbaca.""",
    """Show in words what changed from the rubric OLD to NEW.

    OLD and NEW are a YAML file, the name of a shipped rubric, a folder of results, or
    results.json (the rubric inside).

    With --results: whose points, place, band or award would change, and by which of the
    changes, worked out from what that file holds. Evidence that it does not hold is
    named; --inputs reads it again.

    Exit codes: 0 done, changed or not; 2 wrong usage; 3 rubric invalid; 4 inputs
    unusable.""",
)
_PLACE = click.Path(exists=True, path_type=Path)


@dataclass(frozen=True, slots=True)
class Request:
    """What the words of the command ask for."""

    language: Language
    old: str
    new: str
    results: Path | None
    inputs: Path | None
    as_json: bool


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "diff",
        language,
        lambda **words: diff(Request(language, **words)),
        help=_HELP,
        params=[
            click.Argument(["old"]),
            click.Argument(["new"]),
            _results_option(language),
            _inputs_option(language),
            json_option(language),
        ],
    )


def diff(request: Request) -> int:
    """Compare two rubrics and show what follows."""
    from scorecard.cli.rubric_diff_view import diff_json, diff_view

    between = tuple(_rubric(each, request.language) for each in _names(request))
    found = _effects(request, (between[0], between[1]))
    if request.as_json:
        click.echo(diff_json((between[0], between[1]), found, request.language))
        return 0
    from scorecard.cli.screen import screen, show
    from scorecard.cli.summary import look_of

    console = screen()
    look = look_of(console, request.language)
    show(console, diff_view((between[0], between[1]), found, look))
    return 0


def _names(request: Request) -> tuple[str, str]:
    return request.old, request.new


def _rubric(choice: str, language: Language) -> Rubric:
    from scorecard.rubric.load import load_rubric, parse_rubric

    path = Path(choice)
    if path.is_dir() or path.suffix == ".json":
        from scorecard.results import load_results

        season = load_results(_results_file(path))
        return parse_rubric(season.rubric.text, choice).rubric
    return load_rubric(rubric_path(choice, language)).rubric


def _effects(request: Request, between: tuple[Rubric, Rubric]) -> Effects | None:
    if request.inputs is not None:
        from scorecard.amendment.inputs import effects_of_inputs, reader

        cache = chosen_cache(no_cache=False)
        read = reader(request.inputs, available_workers(), cache)
        return effects_of_inputs(read, between, between[0].as_of)
    if request.results is None:
        return None
    from scorecard.amendment.effects import effects

    source = read_results(_results_file(request.results))
    return effects(source.season, source.rubric, between)


def _results_file(path: Path) -> Path:
    return path / "results.json" if path.is_dir() else path


def _results_option(language: Language) -> click.Option:
    return click.Option(
        ["--results"],
        type=_PLACE,
        metavar=Text("FOLDER|BERKAS", "FOLDER|FILE").in_(language),
        help=Text(
            "Hasil sebuah penilaian: siapa yang akan berubah?",
            "Results of an evaluation: who would change?",
        ).in_(language),
    )


def _inputs_option(language: Language) -> click.Option:
    return click.Option(
        ["--inputs"],
        type=_PLACE,
        metavar="FOLDER",
        help=Text(
            "Sama, tetapi bukti dibaca lagi dari folder masukan.",
            "The same, the evidence read again from the folder of inputs.",
        ).in_(language),
    )
