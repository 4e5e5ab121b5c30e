"""Sign a batch: every certificate that waits, each with its own stamp."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from scorecard.evidence.signatures import read_signatures
from scorecard.number import Language
from scorecard.rubric.certificate import Issuer
from scorecard.rubric.nouns import Rubric
from scorecard.signing.keys import Key
from scorecard.signing.refusals import RefusedFileError
from scorecard.signing.sign import Signing, sign
from scorecard.signing.signed_list import Signed, digest
from scorecard.signing.stamp import Line, Stamp
from scorecard.signing.waiting import Waiting
from scorecard.wording import Text, long_date

_LABEL = Text("Ditandatangani secara elektronik oleh", "Electronically signed by")
# How much of a file's digest the stamp's code holds: 128 bits, in hexadecimal digits.
_DIGITS = 32
_QR_FORMAT = "SCORECARD-SIGNED-1"


@dataclass(frozen=True, slots=True)
class Turn:
    """One file's turn: the certificate, its bytes as sealed and as they are now.

    `current` differs from `sealed` when the first of two signatories has signed.
    """

    certificate: Waiting
    sealed: bytes
    current: bytes


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not signed, and why."""

    path: str
    reason: Text


def sign_batch(
    turns: Iterator[Turn], how: Signing, rubric: Rubric, field: str | None
) -> Iterator[tuple[Signed, bytes] | Refused]:
    """Sign each file in its `field`; without a name, in its first empty one."""
    for turn in turns:
        try:
            yield _signed(turn, how, rubric, field)
        except RefusedFileError as error:
            yield Refused(turn.certificate.path, error.reason)


def stamp_of(turn: Turn, how: Signing, rubric: Rubric) -> Stamp:
    """Give what the stamp says: who signed, when, and the certificate's serial."""
    words, language = rubric.certificate.electronic_signature, rubric.language
    label = words.label.text if words else _LABEL
    issued = _issued(how.key, words.issuers if words else ())
    lines = (
        Line(label.in_(language), "regular", 0.18),
        Line(how.key.name, "semibold", 0.3),
        Line(_moment(how.moment, language), "regular", 0.18),
        Line(issued.in_(language), "regular", 0.15),
    )
    return Stamp(_code(turn), tuple(line for line in lines if line.text))


def _code(turn: Turn) -> str:
    """Give the code's text, in letters that a QR code packs most tightly."""
    serial, digits = turn.certificate.serial, digest(turn.sealed)[:_DIGITS].upper()
    return f"{_QR_FORMAT} {serial} {digits}"


def _issued(key: Key, known: tuple[Issuer, ...]) -> Text:
    """Name the issuer only where its own certificate vouched for the key's."""
    for issuer in known:
        if issuer.name in key.vouched_by:
            return issuer.words.text
    return Text("", "")


def _moment(moment: datetime, language: Language) -> str:
    clock = f"{moment:%H.%M}" if language == "id" else f"{moment:%H:%M}"
    return f"{long_date(moment.date(), language)} {clock} {_zone(moment)}"


def _zone(moment: datetime) -> str:
    """Name Indonesia's zones; others by their difference from UTC."""
    offset = moment.strftime("%z")
    named = {"+0700": "WIB", "+0800": "WITA", "+0900": "WIT", "+0000": "UTC"}
    return named.get(offset, f"UTC{offset}")


def _signed(
    turn: Turn, how: Signing, rubric: Rubric, field: str | None
) -> tuple[Signed, bytes]:
    content = sign(turn.current, how, field, stamp_of(turn, how, rubric))
    return entry_of(turn, content, (how.key.holder,)), content


def entry_of(turn: Turn, content: bytes, added: tuple[str, ...]) -> Signed:
    """List a signed file; `added` are the signers that it did not have before."""
    earlier = (each.signer for each in read_signatures(turn.current))
    return Signed(
        serial=turn.certificate.serial,
        path=turn.certificate.path,
        size=len(turn.sealed),
        unsigned=digest(turn.sealed),
        signed=digest(content),
        signers=(*earlier, *added),
    )
