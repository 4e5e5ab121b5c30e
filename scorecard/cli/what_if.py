"""What-if: the options that change a rubric for one run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from scorecard.cli.choices import rubric_path
from scorecard.number import Language
from scorecard.wording import Text

if TYPE_CHECKING:
    from scorecard.rubric.load import LoadedRubric


def what_if_options(language: Language) -> tuple[click.Option, ...]:
    """Offer `--set` and `--overlay`."""
    return (
        click.Option(
            ["--set", "settings"],
            multiple=True,
            metavar=Text("TEMPAT=NILAI", "PLACE=VALUE").in_(language),
            help=Text(
                "Pengandaian: ubah satu angka rubrik untuk kali ini saja, misalnya"
                " criteria.completion.weight=40. Boleh diulang.",
                "What-if: change one figure of the rubric for this run alone, such as"
                " criteria.completion.weight=40. May be repeated.",
            ).in_(language),
        ),
        click.Option(
            ["--overlay"],
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            metavar=Text("BERKAS", "FILE").in_(language),
            help=Text(
                "Pengandaian: sebagian rubrik yang menggantikan bagian yang sama.",
                "What-if: a part of a rubric that replaces the same parts.",
            ).in_(language),
        ),
    )


def chosen_rubric(
    choice: str | None,
    settings: tuple[str, ...],
    overlay: Path | None,
    language: Language,
) -> LoadedRubric:
    """Read the rubric that is asked for, with its changes."""
    from scorecard.rubric.altering import Alteration, altered_rubric

    return altered_rubric(rubric_path(choice, language), Alteration(settings, overlay))
