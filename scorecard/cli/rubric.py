"""`scorecard rubric`: check, show and list rubrics, and the language's JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeAlias

import click

from scorecard.cli.choices import rubric_path, shipped_rubrics
from scorecard.cli.group import Commands, Entry, built, language_option
from scorecard.number import Language
from scorecard.wording import Text

OnRubric: TypeAlias = Callable[[str | None, Language], int]
Plain: TypeAlias = Callable[[Language], int]

_TABLE = {
    "lint": Entry(
        "scorecard.cli.rubric_lint:command",
        Text(
            "Periksa sebuah rubrik; kode keluar 3 bila tidak sah.",
            "Check a rubric; exit code 3 if it is invalid.",
        ),
    ),
    "show": Entry(
        "scorecard.cli.rubric:show_command",
        Text(
            "Tampilkan aspek, bobot, predikat dan dasarnya.",
            "Show the criteria, weights, bands and what they rest on.",
        ),
    ),
    "diff": Entry(
        "scorecard.cli.rubric_diff:command",
        Text(
            "Apa yang berubah antara dua rubrik, dan siapa yang terkena.",
            "What changed between two rubrics, and whom it moves.",
        ),
    ),
    "list": Entry(
        "scorecard.cli.rubric:list_command",
        Text("Daftar rubrik bawaan.", "List the shipped rubrics."),
    ),
    "schema": Entry(
        "scorecard.cli.rubric:schema_command",
        Text(
            "Tulis JSON Schema untuk penyunting teks.",
            "Print the JSON Schema for text editors.",
        ),
    ),
}


def command(language: Language) -> click.Command:
    """Build the group of rubric commands."""
    words = Text(
        "Rubrik: satu berkas YAML berisi semua aturan penilaian.",
        "Rubric: one YAML file that holds all rules of the scoring.",
    )
    return Commands(
        "rubric",
        _TABLE,
        language=language,
        help=words.in_(language),
        params=[language_option(language)],
    )


def show_command(language: Language) -> click.Command:
    """Build `rubric show`."""
    return _on_a_rubric("show", language, show_rubric)


def list_command(language: Language) -> click.Command:
    """Build `rubric list`."""
    return _plain("list", language, list_rubrics)


def schema_command(language: Language) -> click.Command:
    """Build `rubric schema`."""
    return _plain("schema", language, print_schema)


def show_rubric(choice: str | None, language: Language) -> int:
    """Show one rubric as a tree."""
    from scorecard.cli.rubric_tree import rubric_view
    from scorecard.cli.screen import screen, show
    from scorecard.rubric.load import load_rubric

    loaded = load_rubric(rubric_path(choice, language))
    show(screen(), rubric_view(loaded.rubric, language))
    return 0


def list_rubrics(language: Language) -> int:
    """Name the shipped rubrics with their titles."""
    from scorecard.rubric.load import load_rubric

    shipped = shipped_rubrics()
    width = max(len(name) for name in shipped)
    for name, path in shipped.items():
        rubric = load_rubric(path).rubric
        title = rubric.title.text.in_(language)
        click.echo(f"{name.ljust(width)}  {title} ({rubric.edition})")
    return 0


def print_schema(language: Language) -> int:  # noqa: ARG001  same in both languages
    """Print the rubric language's JSON Schema."""
    from scorecard.rubric.schema import rubric_schema

    click.echo(json.dumps(rubric_schema(), indent=2, ensure_ascii=False))
    return 0


def _on_a_rubric(name: str, language: Language, action: OnRubric) -> click.Command:
    words = Text(
        f"{_TABLE[name].help.id}\n\n"
        "RUBRIC adalah berkas YAML atau nama rubrik bawaan; tanpa itu, rubrik utama.",
        f"{_TABLE[name].help.en}\n\n"
        "RUBRIC is a YAML file or the name of a shipped one; without it, the default.",
    )
    return built(
        name,
        language,
        lambda rubric: action(rubric, language),
        help=words,
        params=[click.Argument(["rubric"], required=False)],
    )


def _plain(name: str, language: Language, action: Plain) -> click.Command:
    return built(name, language, lambda: action(language), help=_TABLE[name].help)
