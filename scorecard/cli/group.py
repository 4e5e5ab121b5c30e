"""Groups of commands that are loaded only when they are called.

A table holds each command's module and short help, so that ``--help`` imports neither
spreadsheets nor PDFs.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from scorecard.cli.typed import as_typed
from scorecard.number import Language
from scorecard.wording import Text, say

_OPTIONS = Text("[OPSI]", "[OPTIONS]")


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a command is built, ``module:function``, and what it does in short."""

    builder: str
    help: Text


class PipeClosedError(Exception):
    """Nobody reads what is written, as with ``| head``."""


class Commands(click.Group):
    """A group whose commands come from a table, in the table's order."""

    def __init__(
        self,
        name: str,
        table: Mapping[str, Entry],
        *,
        language: Language,
        **settings: Any,
    ) -> None:
        super().__init__(
            name,
            no_args_is_help=True,
            options_metavar=_OPTIONS.in_(language),
            subcommand_metavar=Text("PERINTAH [ARGUMEN]...", "COMMAND [ARGS]...").in_(
                language
            ),
            **settings,
        )
        self.table = table
        self.language: Language = language

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Name the commands."""
        return list(self.table)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        """Build one command, importing what it needs."""
        entry = self.table.get(cmd_name)
        if entry is None:
            return None
        module, _, function = entry.builder.partition(":")
        command: click.Command = getattr(import_module(module), function)(self.language)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was probably meant."""
        if args[0] not in self.table and not args[0].startswith("-"):
            ctx.fail(self._unknown(args[0]).in_(self.language))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a closed pipe is told apart from Click's own exit 1."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            raise PipeClosedError from None
        return result

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """List the commands from the table, without loading them."""
        heading = Text("Perintah", "Commands").in_(self.language)
        rows = [
            (name, entry.help.in_(self.language)) for name, entry in self.table.items()
        ]
        with formatter.section(heading):
            formatter.write_dl(rows)

    def _unknown(self, name: str) -> Text:
        near = difflib.get_close_matches(name, self.table, n=1)
        if near:
            return say(
                "Perintah {name} tidak dikenal. Maksudnya {near}?",
                "There is no command {name}. Did you mean {near}?",
                name=name,
                near=near[0],
            )
        return say(
            "Perintah {name} tidak dikenal.",
            "There is no command {name}.",
            name=name,
        )


def built(
    name: str,
    language: Language,
    callback: Callable[..., int],
    *,
    help: Text,  # noqa: A002  the name that Click gives it
    params: Sequence[click.Parameter] = (),
) -> click.Command:
    """Build one command in a language; `--lang` is added to its options."""
    return click.Command(
        name,
        callback=callback,
        help=as_typed(help.in_(language)),
        params=[*params, language_option(language)],
        options_metavar=_OPTIONS.in_(language),
    )


def language_option(language: Language) -> click.Option:
    """Offer `--lang`, which `chosen_language` has already read from the words."""
    return click.Option(
        ["--lang"],
        type=click.Choice(["id", "en"]),
        expose_value=False,
        help=Text(
            "Bahasa bantuan dan pesan (bawaan: mengikuti sistem).",
            "Language of help and messages (default: the system's).",
        ).in_(language),
    )
