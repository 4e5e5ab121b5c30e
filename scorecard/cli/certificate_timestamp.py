"""The timestamp server of `certificate sign`: its address, and its failures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from scorecard.errors import ExitCode, Location, Problem, ScorecardError
from scorecard.number import Language
from scorecard.wording import Text, say

if TYPE_CHECKING:
    from scorecard.signing.timestamps import TimestampServer

_NO_ADDRESS = Text(
    "--timestamp: alamat peladen harus diawali http:// atau https://, bukan {address}.",
    "--timestamp: a server's address begins with http:// or https://, not {address}.",
)


def timestamp_server(address: str | None, language: Language) -> TimestampServer | None:
    """Give the server that was asked for; a UsageError for what is no address."""
    from scorecard.signing.timestamps import TimestampServer

    try:
        return TimestampServer(address) if address else None
    except ValueError:
        words = say(_NO_ADDRESS.id, _NO_ADDRESS.en, address=address or "")
        raise click.UsageError(words.in_(language)) from None


@contextmanager
def no_timestamp_stops(address: str | None) -> Iterator[None]:
    """Stop the whole batch when the server fails; raises ScorecardError(PDF).

    Otherwise some files would bear a timestamp and others none.
    """
    from scorecard.signing.refusals import RefusedTimestampError

    try:
        yield
    except RefusedTimestampError as error:
        raise ScorecardError(ExitCode.PDF, (_problem(address, error.reason),)) from None


def _problem(address: str | None, reason: Text) -> Problem:
    return Problem(
        code="timestamp-not-given",
        severity="error",
        participant="",
        location=Location(address or ""),
        seen="",
        message=reason,
        expected=say(
            "penanda waktu RFC 3161 untuk setiap tanda tangan",
            "an RFC 3161 timestamp for each signature",
        ),
        repair=say(
            "Tidak ada yang ditandatangani. Periksa alamat dan jaringan, lalu ulangi; "
            "tanpa --timestamp, tanda tangan dibuat tanpa penanda waktu.",
            "Nothing was signed. Check the address and the network and try again; "
            "without --timestamp, signatures are made without a timestamp.",
        ),
    )
