"""`scorecard doctor`: is this computer ready, and what would mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from scorecard.cli.group import built
from scorecard.cli.problems import tinted
from scorecard.errors import ExitCode
from scorecard.number import Language
from scorecard.wording import Text

if TYPE_CHECKING:
    from scorecard.doctor import Check

_HELP = Text(
    """Periksa Python, paket, Pango, huruf dan hak tulis, dan sebutkan perbaikannya.

    Kode keluar: 0 siap; 1 ada yang wajib tetapi tidak ada; 7 siap, tetapi PDF tidak
    dapat dibuat.""",
    """Examine Python, packages, Pango, fonts and write access, and name the repairs.

    Exit codes: 0 ready; 1 something needed is absent; 7 ready, but PDFs cannot be
    made.""",
)


def command(language: Language) -> click.Command:
    """Build the command."""
    return built("doctor", language, lambda: examine(language), help=_HELP)


def examine(language: Language) -> int:
    """Show every check; the repair stands below what fails."""
    from scorecard.doctor import checks

    found = checks()
    width = max(len(check.id) for check in found)
    for check in found:
        click.echo(_line(check, width, language))
        if not check.ok:
            click.echo(f"    {check.repair.in_(language)}")
    return _exit_code({check.level for check in found if not check.ok})


def _line(check: Check, width: int, language: Language) -> str:
    sign, colour = ("✓", "green") if check.ok else _absent(check)
    words = check.found.in_(language)
    return f"{tinted(sign, colour)} {check.id.ljust(width)}  {words}"


def _absent(check: Check) -> tuple[str, str]:
    return ("–", "yellow") if check.level == "optional" else ("✗", "red")


def _exit_code(absent: set[str]) -> ExitCode:
    if "needed" in absent:
        return ExitCode.PROBLEMS
    return ExitCode.PDF if "pdf" in absent else ExitCode.DONE
