"""`scorecard certificate trial-key`: a key to try signing with."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from scorecard.cli.group import built
from scorecard.errors import ExitCode
from scorecard.number import Language
from scorecard.wording import Text, say

_HELP = Text(
    """Buat kunci PKCS#12 untuk mencoba penandatanganan.

    Sertifikatnya menyatakan diri tidak sah: tidak ada yang menjaminnya.

    Contoh: scorecard certificate trial-key kunci.p12 --name "Pejabat Uji\"""",
    """Make a PKCS#12 key to try signing with.

    Its certificate says of itself that it is not valid: nobody vouches for it.

    Example: scorecard certificate trial-key key.p12 --name "Trial Officer\"""",
)


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "trial-key",
        language,
        lambda path, name, passphrase: make(path, name, passphrase, language),
        help=_HELP,
        params=[
            click.Argument(["path"], type=click.Path(dir_okay=False, path_type=Path)),
            click.Option(["--name"], default="Pejabat Uji", show_default=True),
            click.Option(
                ["--passphrase"],
                envvar="SCORECARD_PASSPHRASE",
                prompt=Text("Kata sandi kunci", "Passphrase of the key").in_(language),
                hide_input=True,
                confirmation_prompt=True,
                help=Text(
                    "Kata sandi; lebih baik ditanyakan daripada ditulis di sini.",
                    "The passphrase; better asked for than written here.",
                ).in_(language),
            ),
        ],
    )


def make(path: Path, name: str, passphrase: str, language: Language) -> ExitCode:
    """Write the key; a file that is there already is never replaced."""
    from scorecard.export import write_alone
    from scorecard.signing.trial_keys import trial_key

    if path.exists():
        words = say(
            "{path} sudah ada.", "{path} is there already.", path=path.as_posix()
        )
        raise click.UsageError(words.in_(language))
    moment = datetime.now(UTC)  # noqa: TID251  a certificate says from when it holds
    write_alone(trial_key(name, passphrase, moment), path)
    words = say("Kunci uji coba: {path}.", "Trial key: {path}.", path=path.as_posix())
    click.echo(words.in_(language))
    return ExitCode.DONE
