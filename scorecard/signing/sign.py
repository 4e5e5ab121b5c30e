"""Sign a PDF: PAdES (ETSI EN 319 142-1, baseline B-B, or B-T with a timestamp).

The signature is added behind the file: its first bytes stay what they were, so that
anyone can cut a signed certificate back to the one that was sealed.
"""

from __future__ import annotations

import io
from asyncio import run
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from asn1crypto.cms import ContentInfo
from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigSeedSubFilter, enumerate_sig_fields
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.timestamps import TimeStamper

from scorecard.signing.keys import DIGEST, Key
from scorecard.signing.refusals import RefusedFileError
from scorecard.signing.stamp import Stamp, StampStyle
from scorecard.wording import Text, say

_SUBFILTER = SigSeedSubFilter.PADES


@dataclass(frozen=True, slots=True)
class Signing:
    """How a batch is signed: by whom, when, with which stamped time.

    `reserved` is the room for one signature in bytes, found once for the whole batch;
    without it each file would be signed twice, once to measure.
    """

    key: Key
    moment: datetime
    reserved: int
    timestamper: TimeStamper | None = None


class _MomentSigner(PdfSigner):  # type: ignore[misc,unused-ignore]
    """Signs at a given moment rather than by the clock."""

    moment: datetime

    def init_signing_session(self, *args: Any, **settings: Any) -> Any:
        session = super().init_signing_session(*args, **settings)
        session.system_time = self.moment
        return session


class _Adding(IncrementalPdfFileWriter):
    """Adds behind a file, and leaves what the file says of itself as it was sealed.

    The file's second identifier follows from what is signed, when and by whom (ISO
    32000-1, 14.4), so that nothing in a signed file is drawn at random.
    """

    def __init__(self, pdf: bytes, what: str) -> None:
        super().__init__(io.BytesIO(pdf))
        changing = sha256(sha256(pdf).digest() + what.encode()).digest()[:16]
        first = self._document_id[0]
        self._document_id = ArrayObject([first, ByteStringObject(changing)])

    def _update_meta(self) -> None:
        pass


# Bytes of room beyond a signature as long as the one that was tried: an elliptic key's
# and a timestamp server's differ a little from file to file.
_SPARE, _TIMESTAMP_SPARE = 16, 512


def signing(
    key: Key, moment: datetime, timestamper: TimeStamper | None = None
) -> Signing:
    """Prepare a batch: sign nothing once, and find how much room a signature takes.

    A timestamp server is asked once for this. Raises RefusedTimestampError.
    """
    room = len(run(_tried(key, timestamper)).dump()) + _SPARE
    if timestamper:
        room += _TIMESTAMP_SPARE
    # In the file each byte is two hexadecimal digits.
    return Signing(key, moment, 2 * room, timestamper)


async def _tried(key: Key, timestamper: TimeStamper | None) -> ContentInfo:
    return await key.signer.async_sign(
        sha256().digest(), DIGEST, use_pades=True, timestamper=timestamper
    )


def empty_fields(pdf: bytes) -> tuple[str, ...]:
    """Name the signature fields that nobody has signed yet, in the file's order.

    Raises RefusedFileError if this is no PDF that can be read.
    """
    try:
        found = enumerate_sig_fields(
            PdfFileReader(io.BytesIO(pdf)), filled_status=False
        )
        return tuple(str(name) for name, _, _ in found)
    except (PdfError, ValueError) as error:
        raise RefusedFileError(_UNREADABLE) from error


def sign(pdf: bytes, how: Signing, field: str | None, stamp: Stamp) -> bytes:
    """Give the PDF with one signature more; the old bytes stand first.

    It stands in `field`, without a name in the first empty one. Raises RefusedFileError
    if that field is absent or signed already, and RefusedTimestampError.
    """
    free = _free_field(pdf, field)
    signer = _MomentSigner(
        PdfSignatureMetadata(
            field_name=free,
            md_algorithm=DIGEST,
            subfilter=_SUBFILTER,
            name=how.key.name,
        ),
        how.key.signer,
        timestamper=how.timestamper,
        stamp_style=StampStyle(stamp=stamp, border_width=0),
    )
    signer.moment = how.moment
    named = f"{free} {how.key.name} {how.moment.isoformat()}"
    return _added(signer, _Adding(pdf, named), how.reserved)


def _free_field(pdf: bytes, wanted: str | None) -> str:
    free = empty_fields(pdf)
    if wanted is None and not free:
        raise RefusedFileError(_ALL_SIGNED)
    field = wanted or free[0]
    if field in free:
        return field
    raise RefusedFileError(
        say(
            "Tidak ada kolom tanda tangan kosong bernama {field}.",
            "There is no empty signature field named {field}.",
            field=field,
        )
    )


def _added(signer: PdfSigner, writer: _Adding, reserved: int) -> bytes:
    try:
        signed = signer.sign_pdf(
            writer, existing_fields_only=True, bytes_reserved=reserved
        )
    except (SigningError, PdfError) as error:
        raise RefusedFileError(_unsignable(error)) from error
    return bytes(signed.getbuffer())


_ALL_SIGNED = Text(
    "Semua kolom tanda tangan sudah terisi.", "All signature fields are signed already."
)
_UNREADABLE = Text("Berkas ini bukan PDF yang terbaca.", "This is no readable PDF.")


def _unsignable(error: Exception) -> Text:
    return say(
        "Berkas ini tidak dapat ditandatangani: {why}",
        "This file cannot be signed: {why}",
        why=str(error),
    )
