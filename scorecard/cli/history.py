"""`scorecard history`: seasons kept in one SQLite file, and everybody's way."""

from __future__ import annotations

import click

from scorecard.cli.group import Commands, Entry, language_option
from scorecard.number import Language
from scorecard.wording import Text

_TABLE = {
    "add": Entry(
        "scorecard.cli.history_add:command",
        Text("Tambahkan hasil sebuah musim.", "Add the results of a season."),
    ),
    "show": Entry(
        "scorecard.cli.history_show:command",
        Text(
            "Tampilkan perkembangan semua peserta, atau seorang peserta.",
            "Show how all participants developed, or one.",
        ),
    ),
}


def command(language: Language) -> click.Command:
    """Build the group of commands about a history."""
    words = Text(
        "Riwayat: hasil beberapa musim dalam satu berkas SQLite.",
        "History: the results of several seasons in one SQLite file.",
    )
    return Commands(
        "history",
        _TABLE,
        language=language,
        help=words.in_(language),
        params=[language_option(language)],
    )
