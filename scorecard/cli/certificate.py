"""`scorecard certificate`: sign certificates, here or by an outside service."""

from __future__ import annotations

import click

from scorecard.cli.group import Commands, Entry, language_option
from scorecard.number import Language
from scorecard.wording import Text

_TABLE = {
    "sign": Entry(
        "scorecard.cli.certificate_sign:command",
        Text("Tanda tangani piagam dengan kunci PKCS#12.", "Sign with a PKCS#12 key."),
    ),
    "queue": Entry(
        "scorecard.cli.certificate_queue:queue_command",
        Text(
            "Siapkan piagam untuk layanan tanda tangan.",
            "Prepare certificates for a signing service.",
        ),
    ),
    "take-in": Entry(
        "scorecard.cli.certificate_queue:take_in_command",
        Text(
            "Terima kembali piagam yang sudah ditandatangani.",
            "Take signed certificates back.",
        ),
    ),
    "trial-key": Entry(
        "scorecard.cli.certificate_key:command",
        Text("Buat kunci uji coba.", "Make a key to try signing with."),
    ),
}


def command(language: Language) -> click.Command:
    """Build the group of certificate commands."""
    words = Text(
        "Piagam: tanda tangani, atau kirim ke layanan tanda tangan.",
        "Certificates: sign them, or send them to a signing service.",
    )
    return Commands(
        "certificate",
        _TABLE,
        language=language,
        help=words.in_(language),
        params=[language_option(language)],
    )
