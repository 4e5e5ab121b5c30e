"""The seal of a season: records, their Merkle tree, serials, and their proofs.

Pure: values in, values out. `seal` makes everything from a Season; `check_attachment`,
`serial_of` and `read_qr` are what a verifier needs to make it again from one paper.
"""

from __future__ import annotations

from scorecard.sealing.proofs import Proven, RefusedProof, check_attachment
from scorecard.sealing.qr_text import QrText, qr_text, read_qr
from scorecard.sealing.seals import CertificateSeal, Seal, seal
from scorecard.sealing.serials import is_serial, normal_serial, serial_of

__all__ = [
    "CertificateSeal",
    "Proven",
    "QrText",
    "RefusedProof",
    "Seal",
    "check_attachment",
    "is_serial",
    "normal_serial",
    "qr_text",
    "read_qr",
    "seal",
    "serial_of",
]
