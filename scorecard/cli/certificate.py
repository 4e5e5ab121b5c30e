"""`scorecard certificate`: verify one, revoke it, issue it again, list the register."""

from __future__ import annotations

import click

from scorecard.cli.group import Commands, Entry, language_option
from scorecard.number import Language
from scorecard.wording import Text

_TABLE = {
    "verify": Entry(
        "scorecard.cli.certificate_verify:command",
        Text(
            "Periksa sebuah piagam PDF, tanpa jaringan.",
            "Check a certificate PDF, offline.",
        ),
    ),
    "revoke": Entry(
        "scorecard.cli.certificate_register:revoke_command",
        Text(
            "Cabut sebuah piagam, dengan alasannya.",
            "Revoke a certificate, with the reason.",
        ),
    ),
    "reissue": Entry(
        "scorecard.cli.certificate_register:reissue_command",
        Text(
            "Terbitkan lagi piagam yang dicabut.",
            "Issue a revoked certificate again.",
        ),
    ),
    "register": Entry(
        "scorecard.cli.certificate_register:register_command",
        Text(
            "Tampilkan daftar piagam yang dicabut atau diterbitkan lagi.",
            "Show the register of certificates revoked or issued again.",
        ),
    ),
}


def command(language: Language) -> click.Command:
    """Build the group of commands about certificates."""
    words = Text(
        "Piagam: periksa, cabut, terbitkan lagi.",
        "Certificates: verify, revoke, issue again.",
    )
    return Commands(
        "certificate",
        _TABLE,
        language=language,
        help=words.in_(language),
        params=[language_option(language)],
    )
