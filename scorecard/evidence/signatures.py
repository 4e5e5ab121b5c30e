"""Check the electronic signatures inside a PDF: what was signed, and is it unaltered.

Only integrity is checked: the digest of what was signed, the signature over it, and
whether anything was added later. Whether the certificate can be trusted is not asked,
no list of trusted issuers is used and nothing is fetched, and every sentence says so.
Of the certificate only name and organisation are kept: its number may be the signer's
population number.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from scorecard.evidence.folding import cleaned
from scorecard.evidence.pdf_reading import STUMBLES
from scorecard.model import FileSignature
from scorecard.wording import Text, joined, say

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import PdfSignatureStatus

Integrity: TypeAlias = Literal["intact", "added_to", "changed", "broken", "unchecked"]

_MARK = b"/ByteRange"
_MOST_SIGNATURES = 10
_LONGEST_NAME = 120
_VERDICTS: dict[Integrity, Text] = {
    "intact": Text(
        "berkas tidak berubah sejak ditandatangani",
        "the file is unaltered since it was signed",
    ),
    "added_to": Text(
        "isi yang ditandatangani tidak berubah; sesudahnya hanya ada tambahan yang "
        "lazim, seperti tanda tangan lain atau isian formulir",
        "what was signed is unaltered; only usual additions followed, such as another "
        "signature or a filled field",
    ),
    "changed": Text(
        "isi yang ditandatangani utuh, tetapi berkas diubah atau ditambah sesudahnya",
        "what was signed is whole, but the file was changed or added to afterwards",
    ),
    "broken": Text(
        "isi berkas berubah sejak ditandatangani, atau tanda tangannya tidak sah",
        "the contents were altered since the signature, or the signature is not valid",
    ),
    "unchecked": Text(
        "keutuhannya tidak dapat diperiksa", "its integrity could not be checked"
    ),
}
_ONLY_INTEGRITY = Text(
    "keutuhan diperiksa, kepercayaan sertifikat tidak diperiksa",
    "integrity was checked, trust in the certificate was not",
)
_NOT_EVEN = Text(
    "kepercayaan sertifikat juga tidak diperiksa",
    "nor was trust in the certificate",
)


def read_signatures(content: bytes) -> tuple[FileSignature, ...]:
    """Check each signature of a PDF, in the order in which they were made.

    A file without one costs a search for a word; the library is loaded only when there
    is something to check.
    """
    if _MARK not in content:
        return ()
    return tuple(_checked(content))


def name_of(certificate: Certificate) -> str:
    """Give the name and the organisation of who holds a certificate."""
    subject = certificate.subject.native
    found = (subject.get(key) for key in ("common_name", "organization_name"))
    names = (each for each in found if isinstance(each, str))
    return cleaned(", ".join(names))[:_LONGEST_NAME]


def _checked(content: bytes) -> Iterator[FileSignature]:
    from pyhanko.pdf_utils.reader import PdfFileReader

    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        reader = PdfFileReader(io.BytesIO(content), strict=False)
        embedded = reader.embedded_regular_signatures[:_MOST_SIGNATURES]
    except _failures():
        yield _signature("", None, "unchecked")
        return
    for each in embedded:
        yield _one(each)


def _one(embedded: EmbeddedPdfSignature) -> FileSignature:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    try:
        nobody = ValidationContext(trust_roots=[], allow_fetching=False)
        status = validate_pdf_signature(embedded, nobody)
        signer = name_of(status.signing_cert)
    except _failures():
        return _signature("", None, "unchecked")
    return _signature(signer, status.signer_reported_dt, _integrity(status))


def _failures() -> tuple[type[Exception], ...]:
    from cryptography.exceptions import UnsupportedAlgorithm
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko_certvalidator.errors import PathError, ValidationError

    found = (PdfError, PathError, ValidationError, UnsupportedAlgorithm)
    return (*found, *STUMBLES)


def _integrity(status: PdfSignatureStatus) -> Integrity:
    """Bytes behind the signed ones count as a change, even if no viewer shows them."""
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    if not (status.intact and status.valid):
        return "broken"
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return "intact"
    usual = (ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING)
    return "added_to" if status.modification_level in usual else "changed"


def _signature(
    signer: str, moment: datetime | None, integrity: Integrity
) -> FileSignature:
    who = say(
        "Tanda tangan elektronik {signer}{when}:",
        "Electronic signature {signer}{when}:",
        signer=_in_thename_of(signer),
        when=_when(moment),
    )
    trust = _NOT_EVEN if integrity == "unchecked" else _ONLY_INTEGRITY
    verdict = joined((_VERDICTS[integrity], trust), "; ")
    signed_at = moment.isoformat(timespec="seconds") if moment else ""
    whole = integrity == "intact"
    return FileSignature(signer, signed_at, integrity, whole, joined((who, verdict)))


def _in_thename_of(signer: str) -> Text:
    if not signer:
        return Text(
            "yang pemilik sertifikatnya tidak terbaca",
            "whose certificate holder is not readable",
        )
    return say("atas nama {signer}", "in the name of {signer}", signer=signer)


def _when(moment: datetime | None) -> Text:
    if moment is None:
        return Text("", "")
    return say(
        ", menurut tanda tangannya pada {day} pukul {clock}{zone}",
        ", by its own account on {day} at {clock}{zone}",
        day=moment.date(),
        clock=Text(f"{moment:%H.%M}", f"{moment:%H:%M}"),
        zone=f" (UTC{moment:%z})" if moment.tzinfo else "",
    )
