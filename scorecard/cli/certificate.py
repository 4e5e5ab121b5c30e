"""`scorecard certificate`: sign them, verify, revoke or reissue one."""

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
    """Build the group of commands about certificates."""
    words = Text(
        "Piagam: tanda tangani, periksa, cabut, terbitkan lagi.",
        "Certificates: sign, verify, revoke, issue again.",
    )
    return Commands(
        "certificate",
        _TABLE,
        language=language,
        help=words.in_(language),
        params=[language_option(language)],
    )
