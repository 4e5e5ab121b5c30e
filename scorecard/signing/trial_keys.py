"""Make a key to try signing with; its certificate says that it is worth nothing."""

from __future__ import annotations

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

_BITS = 2048
_DAYS = 365
# Whoever reads the certificate must see that nobody vouches for it.
_ORGANISATION = "UJI COBA - TIDAK SAH / TRIAL - NOT VALID"


def trial_key(name: str, passphrase: str, moment: datetime) -> bytes:
    """Give a PKCS#12 file with a new RSA key and a certificate it signed itself.

    It holds for a year from `moment`.
    """
    key = rsa.generate_private_key(public_exponent=65537, key_size=_BITS)
    certificate = _certificate(name, key, moment)
    return pkcs12.serialize_key_and_certificates(
        name.encode(),
        key,
        certificate,
        None,
        BestAvailableEncryption(passphrase.encode()),
    )


def _certificate(
    name: str, key: rsa.RSAPrivateKey, moment: datetime
) -> x509.Certificate:
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, name),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, _ORGANISATION),
        ]
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(moment - timedelta(minutes=5))
        .not_valid_after(moment + timedelta(days=_DAYS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_FOR_SIGNING, critical=True)
        .sign(key, hashes.SHA256())
    )


_FOR_SIGNING = x509.KeyUsage(
    digital_signature=True,
    content_commitment=True,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)
