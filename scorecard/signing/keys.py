"""Open a signing key: a PKCS#12 file (``.p12``, ``.pfx``) with its certificate.

The private key is parsed once and held: parsing it again for each signature, as the
library does by itself, costs several times the signature.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from asn1crypto.x509 import Certificate, Name
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    EllipticCurvePrivateKey,
)
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_private_key, pkcs12
from pyhanko.sign.signers import SimpleSigner

from scorecard.evidence.signatures import name_of
from scorecard.signing.refusals import RefusedKeyError
from scorecard.wording import Text, say

# What every signature is made with; a weaker digest is not offered.
DIGEST = "sha256"
_LEAST_RSA_BITS = 2048


class HeldSigner(SimpleSigner):  # type: ignore[misc,unused-ignore]
    """Signs with a private key that was parsed once."""

    held: RSAPrivateKey | EllipticCurvePrivateKey

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        """Sign the attributes of a signature; only SHA-256 is ever asked for."""
        if digest_algorithm != DIGEST:
            raise ValueError(f"not the digest of this program: {digest_algorithm}")
        if isinstance(self.held, RSAPrivateKey):
            return self.held.sign(data, PKCS1v15(), SHA256())
        return self.held.sign(data, ECDSA(SHA256()))


@dataclass(frozen=True, slots=True)
class Key:
    """A key that can sign; `name` stands in its certificate.

    `holder` is the same with the organisation, as whoever checks a signature reads it.
    `vouched_by` are the names of its issuer, when the issuer's own certificate was
    given and its signature on the key's certificate is right; otherwise empty, since
    anyone can write any issuer's name.
    """

    signer: HeldSigner
    name: str
    holder: str
    valid_from: datetime
    valid_until: datetime
    vouched_by: tuple[str, ...] = ()


def open_key(
    content: bytes, passphrase: str, moment: datetime, issuer: bytes | None = None
) -> Key:
    """Open a PKCS#12 file; `issuer` is the certificate of who issued the key's.

    Raises RefusedKeyError if it is none, the passphrase is wrong, it holds no key with
    its certificate, the key is too weak, the certificate does not hold at `moment`, or
    `issuer` did not issue it.
    """
    signer = _signer(content, passphrase)
    signer.held = _private_key(signer)
    certificate = signer.signing_cert
    if certificate is None:
        raise RefusedKeyError(_NO_CERTIFICATE)
    key = Key(
        signer,
        next(iter(_names(certificate.subject)), ""),
        name_of(certificate),
        certificate.not_valid_before.astimezone(UTC),
        certificate.not_valid_after.astimezone(UTC),
        _vouched(certificate, issuer) if issuer is not None else (),
    )
    _refuse_unfit(key, certificate, moment)
    return key


_NO_CERTIFICATE = Text(
    "Berkas kunci tidak berisi kunci privat beserta sertifikatnya.",
    "The key file does not hold a private key with its certificate.",
)
_UNREADABLE = Text(
    "Berkas kunci tidak dapat dibuka: kata sandinya salah, atau berkas ini bukan "
    "PKCS#12 (.p12, .pfx).",
    "The key file cannot be opened: the passphrase is wrong, or it is no PKCS#12 file "
    "(.p12, .pfx).",
)
_UNFIT_KIND = Text(
    "Kunci ini bukan RSA (paling sedikit 2048 bit) dan bukan kunci kurva eliptik.",
    "This key is neither RSA (2048 bits at least) nor an elliptic curve key.",
)
_NOT_THE_ISSUER = Text(
    "Berkas penerbit bukan sertifikat (PEM atau DER) yang menerbitkan sertifikat kunci "
    "ini.",
    "The issuer's file is not the certificate (PEM or DER) that issued this key's.",
)
_NOT_FOR_SIGNING = Text(
    "Sertifikat ini tidak diterbitkan untuk menandatangani dokumen (keyUsage).",
    "This certificate was not issued for signing documents (keyUsage).",
)


def _signer(content: bytes, passphrase: str) -> HeldSigner:
    secret = passphrase.encode()
    try:
        private, certificate, _ = pkcs12.load_key_and_certificates(content, secret)
    except ValueError as error:
        raise RefusedKeyError(_UNREADABLE) from error
    if private is None or certificate is None:
        raise RefusedKeyError(_NO_CERTIFICATE)
    plain = SimpleSigner.load_pkcs12_data(content, (), secret)
    return HeldSigner(
        signing_cert=plain.signing_cert,
        signing_key=plain.signing_key,
        cert_registry=plain.cert_registry,
    )


def _private_key(signer: HeldSigner) -> RSAPrivateKey | EllipticCurvePrivateKey:
    key = load_der_private_key(signer.signing_key.dump(), password=None)
    if isinstance(key, RSAPrivateKey) and key.key_size >= _LEAST_RSA_BITS:
        return key
    if isinstance(key, EllipticCurvePrivateKey):
        return key
    raise RefusedKeyError(_UNFIT_KIND)


def _refuse_unfit(key: Key, certificate: Certificate, moment: datetime) -> None:
    usage = certificate.key_usage_value
    if usage is not None and not usage.native & {
        "digital_signature",
        "non_repudiation",
    }:
        raise RefusedKeyError(_NOT_FOR_SIGNING)
    if not key.valid_from <= moment <= key.valid_until:
        raise RefusedKeyError(
            say(
                "Sertifikat {name} berlaku {start} sampai {end}, tidak pada {day}.",
                "The certificate of {name} holds from {start} to {end}, not on {day}.",
                name=key.name,
                start=key.valid_from.date(),
                end=key.valid_until.date(),
                day=moment.date(),
            )
        )


def _vouched(certificate: Certificate, issuer: bytes) -> tuple[str, ...]:
    try:
        above = _certificate(issuer)
        below = x509.load_der_x509_certificate(certificate.dump())
        below.verify_directly_issued_by(above)
    except (ValueError, TypeError, InvalidSignature) as error:
        raise RefusedKeyError(_NOT_THE_ISSUER) from error
    return tuple(_names(certificate.issuer))


def _certificate(content: bytes) -> x509.Certificate:
    """Read a certificate as text (PEM) or as bytes (DER), as authorities give both."""
    if content.lstrip().startswith(b"-----"):
        return x509.load_pem_x509_certificate(content)
    return x509.load_der_x509_certificate(content)


def _names(name: Name) -> Iterator[str]:
    """Give the common name and the organisation, those that there are."""
    parts = name.native
    found = (parts.get(each) for each in ("common_name", "organization_name"))
    return (each for each in found if isinstance(each, str) and each)
