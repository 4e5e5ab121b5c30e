"""Signing: what is added to a certificate, by whom, and what is refused."""

from __future__ import annotations

import dataclasses
import io
import os
import shutil
import subprocess
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.sign.timestamps import DummyTimeStamper
from pypdf import PdfReader, PdfWriter

from scorecard.evidence.signatures import read_signatures
from scorecard.rubric.load import load_rubric
from scorecard.signing.additions import added_signatures
from scorecard.signing.batch import Refused, Turn, sign_batch, stamp_of
from scorecard.signing.keys import Key, open_key
from scorecard.signing.outlines import width_of
from scorecard.signing.refusals import RefusedFileError, RefusedKeyError
from scorecard.signing.sign import empty_fields, sign, signing
from scorecard.signing.signed_list import (
    Signed,
    UnreadableListError,
    digest,
    read_list,
    write_list,
)
from scorecard.signing.stamp import Line, Stamp, operators
from scorecard.signing.taking_in import take_in
from scorecard.signing.trial_keys import trial_key
from scorecard.signing.waiting import Field, Waiting
from tests.pdfs import pdf_of

WIB = timezone(timedelta(hours=7))
NOON = datetime(2026, 4, 30, 14, 5, tzinfo=WIB)
SECRET = "rahasia"
IN_CI = os.environ.get("CI") == "true"
needs_pdfsig = pytest.mark.skipif(
    shutil.which("pdfsig") is None and not IN_CI, reason="poppler is not installed"
)


@cache
def trial() -> bytes:
    return trial_key("Pejabat Uji", SECRET, NOON)


@cache
def key() -> Key:
    return open_key(trial(), SECRET, NOON)


@cache
def printed(words: str = "PIAGAM PENGHARGAAN", fields: int = 1) -> bytes:
    """Give a small certificate with empty signature fields."""
    content = pdf_of((words, "Kabupaten Contoh"))
    for number in range(1, fields + 1):
        writer = IncrementalPdfFileWriter(io.BytesIO(content))
        box = (100, 100 * number, 287, 100 * number + 42)
        append_signature_field(writer, SigFieldSpec(f"signature-{number}", box=box))
        content = writer_bytes(writer)
    return content


def writer_bytes(writer: IncrementalPdfFileWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def certificate(path: str = "certificates/21-contoh.pdf") -> Waiting:
    fields = (Field("signature-1", "Deputi"),)
    serial = "7Q2C-0ZK4-M9XA-D3TF"
    return Waiting(path, serial, "001", "21", "Kabupaten Contoh", "Terbaik", fields)


def turn(content: bytes, path: str = "certificates/21-contoh.pdf") -> Turn:
    return Turn(certificate(path), content, content)


def stamp() -> Stamp:
    return Stamp("SCORECARD-SIGNED-1", (Line("Pejabat Uji", "semibold", 0.4),))


def signed(content: bytes | None = None) -> bytes:
    return sign(content or printed(), signing(key(), NOON), "signature-1", stamp())


# --- keys --------------------------------------------------------------------------


def refused_key(content: bytes, secret: str = SECRET, moment: datetime = NOON) -> str:
    with pytest.raises(RefusedKeyError) as error:
        open_key(content, secret, moment)
    return error.value.reason.id


def packed(
    private: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey,
    *,
    issuer: tuple[x509.Name, rsa.RSAPrivateKey] | None = None,
    usage: bool = True,
) -> bytes:
    """Make a PKCS#12 file, its certificate issued by itself or by another."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Pejabat")])
    name, signer = issuer or (subject, private)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(7)
        .not_valid_before(NOON - timedelta(days=1))
        .not_valid_after(NOON + timedelta(days=1))
        .add_extension(
            x509.KeyUsage(usage, False, not usage, *[False] * 6), critical=True
        )
    )
    edwards = isinstance(signer, ed25519.Ed25519PrivateKey)
    made = builder.sign(signer, None if edwards else hashes.SHA256())
    sealed = BestAvailableEncryption(SECRET.encode())
    return pkcs12.serialize_key_and_certificates(b"k", private, made, None, sealed)


def test_a_trial_key_says_that_nobody_vouches_for_it() -> None:
    content = signed()
    (found,) = read_signatures(content)
    assert found.signer == "Pejabat Uji, UJI COBA - TIDAK SAH / TRIAL - NOT VALID"
    assert key().vouched_by == ()


@pytest.mark.parametrize("content", [b"", b"not a key", b"%PDF-1.7"])
def test_what_is_no_key_file_is_refused(content: bytes) -> None:
    assert refused_key(content) == (
        "Berkas kunci tidak dapat dibuka: kata sandinya salah, atau berkas ini bukan "
        "PKCS#12 (.p12, .pfx)."
    )


def test_a_wrong_passphrase_is_refused() -> None:
    assert refused_key(trial(), "bukan itu").startswith("Berkas kunci tidak dapat")


def test_a_key_is_refused_before_and_after_its_certificate_holds() -> None:
    late = NOON + timedelta(days=400)
    assert refused_key(trial(), moment=late) == (
        "Sertifikat Pejabat Uji berlaku 30 April 2026 sampai 30 April 2027, tidak pada "
        "4 Juni 2027."
    )
    assert "tidak pada 29 April 2026" in refused_key(
        trial(), moment=NOON - timedelta(days=1)
    )


def test_weak_and_unknown_kinds_of_keys_are_refused() -> None:
    said = (
        "Kunci ini bukan RSA (paling sedikit 2048 bit) dan bukan kunci kurva eliptik."
    )
    weak = rsa.generate_private_key(public_exponent=65537, key_size=1024)
    assert refused_key(packed(weak)) == said
    assert refused_key(packed(ed25519.Ed25519PrivateKey.generate())) == said


def test_a_certificate_for_another_use_is_refused() -> None:
    private = ec.generate_private_key(ec.SECP256R1())
    assert refused_key(packed(private, usage=False)) == (
        "Sertifikat ini tidak diterbitkan untuk menandatangani dokumen (keyUsage)."
    )


def test_an_elliptic_key_signs_too() -> None:
    curve = open_key(packed(ec.generate_private_key(ec.SECP256R1())), SECRET, NOON)
    content = sign(printed(), signing(curve, NOON), "signature-1", stamp())
    assert [each.integrity for each in read_signatures(content)] == ["intact"]


# --- who issued the key ------------------------------------------------------------


@cache
def authority(name: str) -> tuple[x509.Name, rsa.RSAPrivateKey, bytes]:
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(private.public_key())
        .serial_number(1)
        .not_valid_before(NOON - timedelta(days=9))
        .not_valid_after(NOON + timedelta(days=9))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(private, hashes.SHA256())
    )
    return subject, private, made.public_bytes(Encoding.PEM)


def lines_of(signer: Key) -> list[str]:
    rubric = load_rubric(None).rubric
    made = stamp_of(turn(printed()), signing(signer, NOON), rubric)
    return [line.text for line in made.lines]


def test_the_issuer_is_named_only_where_its_own_certificate_vouches() -> None:
    subject, private, pem = authority("Balai Sertifikasi Elektronik")
    content = packed(ec.generate_private_key(ec.SECP256R1()), issuer=(subject, private))
    plain = [
        "Ditandatangani secara elektronik oleh",
        "Pejabat",
        "30 April 2026 14.05 WIB",
    ]
    assert lines_of(open_key(content, SECRET, NOON)) == plain
    assert lines_of(open_key(content, SECRET, NOON, pem)) == [
        *plain,
        "Sertifikat elektronik diterbitkan oleh BSrE, BSSN",
    ]


def test_an_issuers_certificate_may_come_as_bytes_too() -> None:
    subject, private, pem = authority("Balai Sertifikasi Elektronik")
    content = packed(ec.generate_private_key(ec.SECP256R1()), issuer=(subject, private))
    der = x509.load_pem_x509_certificate(pem).public_bytes(Encoding.DER)
    assert open_key(content, SECRET, NOON, der).vouched_by == (
        "Balai Sertifikasi Elektronik",
    )


def test_an_issuer_that_the_rubric_does_not_know_is_not_named() -> None:
    subject, private, pem = authority("Penerbit Lain")
    content = packed(ec.generate_private_key(ec.SECP256R1()), issuer=(subject, private))
    assert len(lines_of(open_key(content, SECRET, NOON, pem))) == 3


def test_an_issuer_that_only_has_the_name_is_refused() -> None:
    subject, private, _ = authority("Balai Sertifikasi Elektronik")
    content = packed(ec.generate_private_key(ec.SECP256R1()), issuer=(subject, private))
    for other in (authority("Penerbit Lain")[2], b"-----BEGIN CERTIFICATE-----", b""):
        with pytest.raises(RefusedKeyError) as error:
            open_key(content, SECRET, NOON, other)
        assert error.value.reason.id == (
            "Berkas penerbit bukan sertifikat (PEM atau DER) yang menerbitkan "
            "sertifikat kunci ini."
        )


# --- the signature -----------------------------------------------------------------


def test_a_signature_is_added_behind_the_file_and_covers_all_of_it() -> None:
    content = signed()
    assert content.startswith(printed())
    (found,) = read_signatures(content)
    assert (found.integrity, found.whole_file) == ("intact", True)
    assert found.signed_at == "2026-04-30T14:05:00+07:00"
    assert empty_fields(content) == ()


def test_it_is_a_pades_signature() -> None:
    field = PdfReader(io.BytesIO(signed())).get_fields()["signature-1"]  # type: ignore[index]
    assert field["/V"]["/SubFilter"] == "/ETSI.CAdES.detached"


@needs_pdfsig
def test_poppler_confirms_it_and_notices_one_changed_byte(tmp_path: Path) -> None:
    content = signed()
    altered = bytearray(content)
    altered[content.index(b"Kabupaten") + 3] ^= 1
    assert "Signature is Valid." in pdfsig(tmp_path, content)
    assert "Total document signed" in pdfsig(tmp_path, content)
    assert "Signature is Valid." not in pdfsig(tmp_path, bytes(altered))


def pdfsig(folder: Path, content: bytes) -> str:
    path = folder / "signed.pdf"
    path.write_bytes(content)
    words = ["pdfsig", "-nocert", str(path)]
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout


def test_a_field_that_is_absent_or_signed_is_refused() -> None:
    for content, field in ((printed(), "signature-2"), (signed(), "signature-1")):
        with pytest.raises(RefusedFileError) as error:
            sign(content, signing(key(), NOON), field, stamp())
        assert error.value.reason.id == (
            f"Tidak ada kolom tanda tangan kosong bernama {field}."
        )


def test_a_timestamp_server_adds_its_own_time() -> None:
    server = DummyTimeStamper(
        tsa_cert=key().signer.signing_cert,  # type: ignore[arg-type]
        tsa_key=key().signer.signing_key,
        fixed_dt=NOON.astimezone(UTC),
    )
    content = sign(printed(), signing(key(), NOON, server), "signature-1", stamp())
    assert [each.integrity for each in read_signatures(content)] == ["intact"]
    assert len(content) > len(signed())


def test_two_signatories_sign_one_after_the_other() -> None:
    once = signed(printed(fields=2))
    twice = sign(once, signing(key(), NOON), "signature-2", stamp())
    assert [each.integrity for each in read_signatures(twice)] == ["added_to", "intact"]
    assert len(added_signatures(printed(fields=2), twice)) == 2
    assert len(added_signatures(once, twice)) == 1


# --- the stamp ---------------------------------------------------------------------


def test_a_stamp_stays_inside_its_field() -> None:
    long = Line(
        "Pejabat dengan Nama yang Amat Sangat Panjang Sekali, S.H., M.H.",
        "semibold",
        0.3,
    )
    drawn = operators(Stamp("X", (long,)), 120, 40).decode("ascii")
    assert drawn.count("re") > 20  # the code's rectangles
    size = float(drawn.splitlines()[2].split()[1]) * 250
    assert width_of(long.text, "semibold") * size <= 120


def test_a_stamp_and_its_signature_take_less_than_ten_kilobytes() -> None:
    rubric = load_rubric(None).rubric
    how = signing(key(), NOON)
    drawn = stamp_of(turn(printed()), how, rubric)
    assert len(sign(printed(), how, None, drawn)) - len(printed()) < 10_000


def test_signed_again_at_the_same_moment_the_bytes_are_the_same() -> None:
    """With an RSA key: an elliptic one draws a number for each signature."""
    assert signed() == signed()
    later = sign(
        printed(), signing(key(), NOON + timedelta(hours=1)), "signature-1", stamp()
    )
    first, second = (
        PdfReader(io.BytesIO(each)).trailer["/ID"] for each in (later, signed())
    )
    assert first[0] == second[0]
    assert first[1] != second[1]


def test_a_stamp_needs_no_font() -> None:
    fonts = PdfReader(io.BytesIO(signed())).get_fields()["signature-1"]  # type: ignore[index]
    assert fonts["/V"] is not None
    assert b"/Font" not in signed()[len(printed()) :]


def test_what_the_file_says_of_itself_stays_as_it_was_sealed() -> None:
    """Title, producer and dates: none of them is by the clock of who signs."""
    before, after = (
        PdfReader(io.BytesIO(each)) for each in (titled(), signed(titled()))
    )
    assert after.metadata == before.metadata == {"/Title": "Piagam"}
    assert after.trailer["/Info"].get_object() == before.trailer["/Info"].get_object()
    assert after.xmp_metadata is None


@cache
def titled() -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(printed()))
    writer._update_meta = lambda: None  # type: ignore[method-assign]
    info = generic.DictionaryObject({generic.pdf_name("/Title"): pdf_string("Piagam")})
    writer.set_info(writer.add_object(info))
    return writer_bytes(writer)


# --- the batch ---------------------------------------------------------------------


def test_a_batch_signs_what_it_can_and_names_what_it_cannot() -> None:
    rubric = load_rubric(None).rubric
    done = turn(signed(), "certificates/b.pdf")
    broken = turn(b"no PDF", "certificates/c.pdf")
    turns = iter([turn(printed()), done, broken])
    first, second, third = sign_batch(turns, signing(key(), NOON), rubric, None)
    assert isinstance(first, tuple)
    assert first[0].unsigned == digest(printed())
    assert first[0].signed == digest(first[1])
    assert isinstance(second, Refused)
    assert second.reason.id == "Semua kolom tanda tangan sudah terisi."
    assert isinstance(third, Refused)
    assert third.reason.id == "Berkas ini bukan PDF yang terbaca."


def test_a_list_is_read_as_it_was_written() -> None:
    entry = Signed("7Q2C", "certificates/a.pdf", 3, "00", "11", ("Pejabat",))
    content = write_list((entry,), "ff")
    assert read_list(content, "ff") == (entry,)
    assert read_list(content, "another season's") == ()
    for damaged in (b"", b"[]", content.replace(b"signed/1", b"signed/9")):
        with pytest.raises(UnreadableListError):
            read_list(damaged, "ff")


# --- what comes back from a service ------------------------------------------------


def came_back(content: bytes) -> str:
    """Tell why a returned file is refused; empty when it is taken in."""
    (found,) = take_in([("kembali.pdf", content)], [turn(printed())])
    return found.reason.id if isinstance(found, Refused) else ""


def test_a_signed_file_is_taken_in_under_any_name() -> None:
    other = turn(printed("PIAGAM LAIN"), "certificates/other.pdf")
    (found,) = take_in([("x_signed (1).pdf", signed())], [other, turn(printed())])
    assert isinstance(found, tuple)
    assert found[0].path == "certificates/21-contoh.pdf"
    assert found[0].signers == (
        "Pejabat Uji, UJI COBA - TIDAK SAH / TRIAL - NOT VALID",
    )


def test_an_unsigned_file_is_not_taken_in() -> None:
    assert came_back(printed()) == "Berkas ini belum ditandatangani."


def test_a_file_of_another_season_is_not_taken_in() -> None:
    assert came_back(signed(printed("PIAGAM LAIN"))).startswith(
        "Berkas ini tidak diawali byte satu pun piagam yang dikirim"
    )


def test_a_file_that_was_written_anew_is_not_taken_in() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(signed()))
    out = io.BytesIO()
    writer.write(out)
    assert came_back(out.getvalue()).startswith("Berkas ini tidak diawali byte")


def test_a_file_with_something_behind_the_signature_is_not_taken_in() -> None:
    assert came_back(signed() + b"%more\n") != ""


def test_a_page_altered_before_signing_is_not_taken_in() -> None:
    """The bytes that were sent stand first, yet the page shows something else."""
    writer = IncrementalPdfFileWriter(io.BytesIO(printed()))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/Rotate"] = page["/MediaBox"][0].__class__(90)
    writer.update_container(page)
    altered = signed(writer_bytes(writer))
    assert altered.startswith(printed())
    assert (
        came_back(altered) == "Selain tanda tangan, ada perubahan lain pada berkas ini."
    )


def test_every_changed_byte_is_noticed() -> None:
    """Of the room that a signature stands in, too, which it does not cover itself."""
    content = signed()
    for place in range(0, len(content), max(len(content) // 80, 1)):
        altered = bytearray(content)
        altered[place] ^= 0x11
        assert came_back(bytes(altered)) != "", place


def test_one_certificate_is_taken_in_once() -> None:
    returned = [("a.pdf", signed()), ("b.pdf", signed())]
    first, second = take_in(returned, [turn(printed())])
    assert isinstance(first, tuple)
    assert isinstance(second, Refused)
    assert second.reason.id == (
        "Piagam ini sudah diterima dari berkas a.pdf; b.pdf dilewati."
    )


def test_a_turn_that_one_signatory_has_signed_waits_for_the_other() -> None:
    both = printed(fields=2)
    once = signed(both)
    half = dataclasses.replace(turn(both), current=once)
    twice = sign(once, signing(key(), NOON), "signature-2", stamp())
    (found,) = take_in([("b.pdf", twice)], [half])
    assert isinstance(found, tuple)
    assert len(found[0].signers) == 2
