"""Small attached files made in the test: PDFs of every kind, pictures, archives."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko_certvalidator.registry import SimpleCertificateStore
from pypdf import PdfReader, PdfWriter

SIGNER = "Pejabat Uji"
OFFICE = "Pemerintah Kota Uji"
NUMBER_OF_SIGNER = "3173000000000001"
_DAY = datetime(2025, 1, 1, tzinfo=UTC)


def pdf_of(*pages: Sequence[str], catalog: str = "", page: str = "") -> bytes:
    """Make a PDF with a page for each sequence of lines; a page may be empty.

    `catalog` and `page` are entries added to the catalog and to each page.
    """
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
        " /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        kids.append(f"{len(objects) + 1} 0 R")
        content = len(objects) + 2
        objects += (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            f" /Contents {content} 0 R {page}"
            " /Resources << /Font << /F1 3 0 R >> >> >>",
            _stream(lines),
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _numbered(objects)


def scan(pages: int = 1) -> bytes:
    """Make a PDF of pages that hold no text, as a scanner does."""
    return pdf_of(*[()] * pages)


def locked(content: bytes, *, password: str = "rahasia") -> bytes:
    """Lock a PDF with a password; an empty one only forbids changes."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt(password, "pemilik", algorithm="AES-256")
    return _written(writer)


def signed(content: bytes, field: str = "Tanda1") -> bytes:
    """Sign a PDF with a certificate made for the test, which nobody trusts."""
    metadata = signers.PdfSignatureMetadata(field_name=field)
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    return signers.sign_pdf(writer, metadata, signer=_signer()).getvalue()


def with_more_on_the_page(content: bytes) -> bytes:
    """Add a line to the first page, as a later revision of the file."""
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    line = b"BT /F1 12 Tf 60 700 Td (Nomor 9) Tj ET"
    stream = writer.add_object(generic.StreamObject(stream_data=line))
    writer.add_stream_to_page(0, stream)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def bomb() -> bytes:
    """Make a PDF whose only page unpacks to 200 MB."""
    packer = zlib.compressobj(9)
    blank = b" " * 1024**2
    packed = b"".join(packer.compress(blank) for _ in range(200)) + packer.flush()
    head = f"<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n"
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        f"{head}{packed.decode('latin-1')}\nendstream",
    )
    pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return _numbered(["<< /Type /Catalog /Pages 2 0 R >>", pages, *page])


def png(width: int = 3, height: int = 2) -> bytes:
    """Make a black picture."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00" * (width + 1) * height)
    parts = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    chunks = (
        struct.pack(
            f">I4s{len(data)}sI", len(data), name, data, zlib.crc32(name + data)
        )
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def jpeg(width: int = 3, height: int = 2) -> bytes:
    """Make what begins, is measured and ends as a JPEG does; it shows nothing."""
    app = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\x00".ljust(14, b"\x00")
    frame = struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8" + app + b"\xff\xc0" + frame + b"\xff\xda\x00\x02\x00\xff\xd9"


def archive(parts: Mapping[str, str]) -> bytes:
    """Make a zip of text parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as writer:
        for name, text in parts.items():
            writer.writestr(name, text)
    return file.getvalue()


def docx(*paragraphs: str) -> bytes:
    """Make the parts of a word processor's document that are read."""
    runs = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in paragraphs)
    whole = f"<w:document><w:body>{runs}</w:body></w:document>"
    return archive({"word/document.xml": whole})


@cache
def _signer() -> signers.SimpleSigner:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, SIGNER),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, OFFICE),
            x509.NameAttribute(NameOID.SERIAL_NUMBER, NUMBER_OF_SIGNER),
        ]
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(_DAY)
        .not_valid_after(_DAY + timedelta(days=36500))
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return signers.SimpleSigner(
        signing_cert=Certificate.load(certificate.public_bytes(Encoding.DER)),
        signing_key=PrivateKeyInfo.load(secret),
        cert_registry=SimpleCertificateStore(),
    )


def _numbered(objects: Sequence[str]) -> bytes:
    body, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n"
    end += f"<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return (body + end).encode("latin-1")


def _stream(lines: Sequence[str]) -> str:
    shown = "\n".join(f"({each}) Tj T*" for each in lines)
    text = f"BT /F1 12 Tf 20 TL 60 760 Td\n{shown}\nET" if lines else ""
    return f"<< /Length {len(text)} >>\nstream\n{text}\nendstream"


def _written(writer: PdfWriter) -> bytes:
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
