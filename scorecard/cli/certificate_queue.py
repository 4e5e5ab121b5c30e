"""`scorecard certificate queue` and `take-in`: signing by an outside service."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from scorecard.cli.certificate_files import (
    already_signed,
    results_argument,
    revoked,
    sealed_certificates,
    signed_option,
    told,
    turns,
)
from scorecard.cli.group import built
from scorecard.errors import ExitCode
from scorecard.number import Language
from scorecard.wording import Text, say

_LARGEST = 16 * 1024 * 1024
_QUEUE_HELP = Text(
    """Siapkan piagam untuk ditandatangani oleh layanan lain.

    Folder antrean berisi piagam yang belum ditandatangani dan antrean.csv: berkas,
    nomor seri, kolom dan penanda tangannya, dan SHA-256. Setelah ditandatangani,
    terima kembali dengan: scorecard certificate take-in""",
    """Prepare certificates to be signed by another service.

    The queue's folder holds the unsigned certificates and antrean.csv: file, serial,
    fields and signatories, and SHA-256. Once they are signed, take them back with:
    scorecard certificate take-in""",
)
_TAKE_HELP = Text(
    """Terima kembali piagam yang ditandatangani oleh layanan lain.

    Nama berkas bebas. Setiap PDF di FOLDER harus sama dengan piagam yang dikirim,
    ditambah tanda tangan yang sah, dan tidak ada perubahan lain; yang lain ditolak
    dengan alasannya.""",
    """Take back certificates that another service has signed.

    The files' names do not matter. Each PDF in FOLDER must be the certificate that was
    sent, with a valid signature and no other change; others are refused with the
    reason.""",
)


def queue_command(language: Language) -> click.Command:
    """Build `certificate queue`."""
    folder = click.Option(
        ["-o", "--queue", "folder"],
        type=click.Path(file_okay=False, path_type=Path),
        default=Path("antrean"),
        show_default=True,
        metavar="FOLDER",
        help=Text("Folder antrean, kosong.", "The queue's folder, empty.").in_(
            language
        ),
    )
    return built(
        "queue",
        language,
        lambda outputs, folder, signed: queue(outputs, folder, signed, language),
        help=_QUEUE_HELP,
        params=[results_argument(), folder, signed_option(language)],
    )


def take_in_command(language: Language) -> click.Command:
    """Build `certificate take-in`."""
    returned = click.Argument(
        ["folder"], type=click.Path(exists=True, file_okay=False, path_type=Path)
    )
    return built(
        "take-in",
        language,
        lambda folder, outputs, signed: take_back(folder, outputs, signed, language),
        help=_TAKE_HELP,
        params=[returned, results_argument(), signed_option(language)],
    )


def queue(outputs: Path, folder: Path, signed: Path, language: Language) -> ExitCode:
    """Write what still has an empty field to the queue's folder."""
    from scorecard.signed_folder import write_queue
    from scorecard.signing.sign import empty_fields
    from scorecard.signing.signed_list import digest

    sealed = sealed_certificates(outputs)
    going = (
        (turn.certificate, turn.current, digest(turn.current))
        for turn in turns(sealed, already_signed(signed, sealed))
        if empty_fields(turn.current)
    )
    written = write_queue(folder, going)
    told(revoked(sealed), language)
    words = say(
        "{n} piagam menunggu tanda tangan: {folder}.",
        "{n} waiting to be signed: {folder}.",
        n=len(written),
        folder=folder.as_posix(),
    )
    click.echo(words.in_(language))
    return ExitCode.DONE


def take_back(
    folder: Path, outputs: Path, signed: Path, language: Language
) -> ExitCode:
    """Check what came back; write what is right, name what is not."""
    from scorecard.signed_folder import write_signed
    from scorecard.signing.batch import Refused
    from scorecard.signing.taking_in import take_in

    sealed = sealed_certificates(outputs)
    before = already_signed(signed, sealed)
    found = tuple(take_in(_returned(folder), turns(sealed, before)))
    refused = tuple(each for each in found if isinstance(each, Refused))
    new = tuple(each for each in found if not isinstance(each, Refused))
    if new:
        write_signed(signed, before, new, sealed.results)
    told(refused, language)
    words = say(
        "{n} piagam diterima: {folder}.",
        "{n} taken in: {folder}.",
        n=len(new),
        folder=signed.as_posix(),
    )
    click.echo(words.in_(language))
    return ExitCode.INTEGRITY if refused else ExitCode.DONE


def _returned(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() != ".pdf" or path.is_symlink() or not path.is_file():
            continue
        with path.open("rb") as file:
            yield path.relative_to(folder).as_posix(), file.read(_LARGEST)
