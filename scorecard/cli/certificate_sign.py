"""`scorecard certificate sign`: sign the certificates of a season with a key file."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

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
from scorecard.cli.certificate_timestamp import no_timestamp_stops, timestamp_server
from scorecard.cli.group import built
from scorecard.errors import ExitCode
from scorecard.number import Language
from scorecard.wording import Text, say

if TYPE_CHECKING:
    from scorecard.signing.sign import Signing

_SECRET = "SCORECARD_PASSPHRASE"
_HELP = Text(
    f"""Tanda tangani piagam dengan kunci PKCS#12 (.p12), menurut PAdES.

    Berkas di OUTPUTS tidak diubah: berkas yang sudah ditandatangani ditulis ke folder
    lain, beserta daftarnya. Kata sandi kunci ditanyakan, atau diambil dari
    {_SECRET} atau --passphrase-file.

    Contoh: scorecard certificate sign outputs --key kunci.p12 --signed signed""",
    f"""Sign the certificates with a PKCS#12 key (.p12), as PAdES.

    The files in OUTPUTS are not changed: signed files go to another folder, with their
    list. The key's passphrase is asked for, or taken from {_SECRET} or
    --passphrase-file.

    Example: scorecard certificate sign outputs --key key.p12 --signed signed""",
)


@dataclass(frozen=True, slots=True)
class Request:
    """What the words of the command ask for."""

    language: Language
    outputs: Path
    key: Path
    signed: Path
    passphrase_file: Path | None
    field: str | None
    issuer: Path | None
    timestamp: str | None


def command(language: Language) -> click.Command:
    """Build the command."""
    return built(
        "sign",
        language,
        lambda **words: sign(Request(language, **words)),
        help=_HELP,
        params=[results_argument(), *_options(language), signed_option(language)],
    )


def sign(request: Request) -> ExitCode:
    """Sign what waits, write it in one go, and say what was left out and why."""
    from scorecard.signed_folder import write_signed
    from scorecard.signing.batch import Refused, sign_batch

    sealed = sealed_certificates(request.outputs)
    before = already_signed(request.signed, sealed)
    with no_timestamp_stops(request.timestamp):
        how = _signing(request)
        waiting = turns(sealed, before)
        made = tuple(sign_batch(waiting, how, sealed.rubric, request.field))
    unsigned = tuple(each for each in made if isinstance(each, Refused))
    refused = (*revoked(sealed), *unsigned)
    new = tuple(each for each in made if not isinstance(each, Refused))
    if new:
        write_signed(request.signed, before, new, sealed.results)
    told(refused, request.language)
    click.echo(_summary(len(new), how.key.name, request).in_(request.language))
    return ExitCode.PROBLEMS if refused else ExitCode.DONE


def _summary(signed: int, name: str, request: Request) -> Text:
    return say(
        "{n} piagam ditandatangani atas nama {name}: {folder}.",
        "{n} signed in the name of {name}: {folder}.",
        n=signed,
        name=name,
        folder=request.signed.as_posix(),
    )


def _signing(request: Request) -> Signing:
    from scorecard.signing.keys import open_key
    from scorecard.signing.refusals import RefusedKeyError
    from scorecard.signing.sign import signing

    moment = datetime.now().astimezone()  # noqa: TID251  a signature says when it was made
    issuer = request.issuer.read_bytes() if request.issuer else None
    try:
        key = open_key(request.key.read_bytes(), _passphrase(request), moment, issuer)
    except RefusedKeyError as error:
        raise click.UsageError(error.reason.in_(request.language)) from None
    server = timestamp_server(request.timestamp, request.language)
    return signing(key, moment.replace(microsecond=0), server)


def _passphrase(request: Request) -> str:
    if request.passphrase_file:
        return request.passphrase_file.read_text(encoding="utf-8").rstrip("\r\n")
    given = os.environ.get(_SECRET)
    if given is not None:
        return given
    words = Text("Kata sandi kunci", "Passphrase of the key")
    answer: str = click.prompt(words.in_(request.language), hide_input=True, err=True)
    return answer


def _options(language: Language) -> tuple[click.Option, ...]:
    file = click.Path(exists=True, dir_okay=False, path_type=Path)
    name = Text("BERKAS", "FILE").in_(language)
    return (
        click.Option(
            ["--key"],
            type=file,
            required=True,
            metavar=name,
            help=Text(
                "Kunci dan sertifikat penanda tangan (PKCS#12).",
                "The signatory's key and certificate (PKCS#12).",
            ).in_(language),
        ),
        click.Option(
            ["--passphrase-file"],
            type=file,
            metavar=name,
            help=Text(
                "Berkas berisi kata sandi kunci.", "A file with the key's passphrase."
            ).in_(language),
        ),
        *_further_options(language, file, name),
    )


def _further_options(
    language: Language, file: click.Path, name: str
) -> tuple[click.Option, ...]:
    return (
        click.Option(
            ["--field"],
            metavar=Text("NAMA", "NAME").in_(language),
            help=Text(
                "Kolom tanda tangan, misalnya signature-2 (bawaan: yang pertama "
                "kosong).",
                "The signature field, such as signature-2 (default: the first empty "
                "one).",
            ).in_(language),
        ),
        click.Option(
            ["--issuer"],
            type=file,
            metavar=name,
            help=Text(
                "Sertifikat penerbit (PEM atau DER). Hanya bila ia memang menerbitkan "
                "sertifikat kunci ini, nama penerbit dicantumkan.",
                "The issuer's certificate (PEM or DER). Only if it did issue this "
                "key's certificate is the issuer named.",
            ).in_(language),
        ),
        click.Option(
            ["--timestamp"],
            metavar="URL",
            help=Text(
                "Peladen penanda waktu (RFC 3161).", "A timestamp server (RFC 3161)."
            ).in_(language),
        ),
    )
