"""Electronic signatures inside a PDF: integrity is checked, trust is not claimed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from scorecard.evidence.signatures import read_signatures
from tests.attached_season import KENDARI, TEXT, said, send_decree
from tests.pdfs import (
    NUMBER_OF_SIGNER,
    OFFICE,
    SIGNER,
    pdf_of,
    signed,
    with_more_on_the_page,
)

PLAIN = pdf_of(TEXT)
SIGNED = signed(PLAIN)
ONLY_INTEGRITY = (
    "keutuhan diperiksa, kepercayaan sertifikat tidak diperiksa",
    "integrity was checked, trust in the certificate was not",
)


def integrities(content: bytes) -> list[str]:
    return [each.integrity for each in read_signatures(content)]


def test_a_whole_signed_file_says_who_and_when(tmp_path: Path) -> None:
    file, problems = send_decree(tmp_path, SIGNED)
    assert problems == ()
    (signature,) = file.signatures
    assert (signature.integrity, signature.whole_file) == ("intact", True)
    assert signature.signer == f"{SIGNER}, {OFFICE}"
    assert len(signature.signed_at) == len("2026-03-31T08:00:00+00:00")
    before, _, after = signature.summary.id.partition(", menurut tanda tangannya pada ")
    assert before == f"Tanda tangan elektronik atas nama {SIGNER}, {OFFICE}"
    assert after.endswith(
        f": berkas tidak berubah sejak ditandatangani; {ONLY_INTEGRITY[0]}"
    )
    assert signature.summary.en.endswith(
        f": the file is unaltered since it was signed; {ONLY_INTEGRITY[1]}"
    )


def test_no_number_of_the_signer_is_kept(tmp_path: Path) -> None:
    file, _ = send_decree(tmp_path, SIGNED)
    assert NUMBER_OF_SIGNER not in repr(file)


def test_an_altered_file_is_reported(tmp_path: Path) -> None:
    altered = SIGNED.replace(b"188.45/27/KEP", b"188.45/28/KEP")
    file, problems = send_decree(tmp_path, altered, nomor=None)
    assert file.signatures[0].integrity == "broken"
    ((code, place, indonesian, english),) = said(problems)
    assert (code, problems[0].severity) == ("document-signature-broken", "warning")
    assert place == f"{KENDARI}/borang.xlsx › Dokumen › C3"
    assert indonesian.startswith(f"{KENDARI}/sk.pdf: Tanda tangan elektronik atas nama")
    assert indonesian.endswith(
        ": isi berkas berubah sejak ditandatangani, atau tanda tangannya tidak sah; "
        f"{ONLY_INTEGRITY[0]}."
    )
    assert english.endswith(
        ": the contents were altered since the signature, or the signature is not "
        f"valid; {ONLY_INTEGRITY[1]}."
    )


@pytest.mark.parametrize(
    "changed", [with_more_on_the_page(SIGNED), SIGNED + b"\n% tambahan\n"]
)
def test_what_was_added_after_signing_is_reported(
    tmp_path: Path, changed: bytes
) -> None:
    file, problems = send_decree(tmp_path, changed)
    assert file.signatures[0].integrity == "changed"
    assert not file.signatures[0].whole_file
    ((code, _, indonesian, english),) = said(problems)
    assert code == "document-changed-after-signing"
    assert indonesian.endswith(
        ": isi yang ditandatangani utuh, tetapi berkas diubah atau ditambah "
        f"sesudahnya; {ONLY_INTEGRITY[0]}."
    )
    assert english.endswith(
        ": what was signed is whole, but the file was changed or added to afterwards; "
        f"{ONLY_INTEGRITY[1]}."
    )


def test_a_second_signature_leaves_the_first_as_it_was() -> None:
    assert integrities(signed(SIGNED, "Tanda2")) == ["added_to", "intact"]


def test_a_signature_that_is_cut_off_cannot_be_checked(tmp_path: Path) -> None:
    start = SIGNED.index(b"/Contents <") + len(b"/Contents <")
    spoilt = SIGNED[:start] + b"00" * 200 + SIGNED[start + 400 :]
    _, problems = send_decree(tmp_path, spoilt)
    ((code, _, indonesian, english),) = said(problems)
    assert (code, problems[0].severity) == ("document-signature-unchecked", "warning")
    assert indonesian == (
        f"{KENDARI}/sk.pdf: Tanda tangan elektronik yang pemilik sertifikatnya tidak "
        "terbaca: keutuhannya tidak dapat diperiksa; kepercayaan sertifikat juga tidak "
        "diperiksa."
    )
    assert english == (
        f"{KENDARI}/sk.pdf: Electronic signature whose certificate holder is not "
        "readable: its integrity could not be checked; nor was trust in the "
        "certificate."
    )


def test_a_file_without_signature_has_none() -> None:
    assert read_signatures(PLAIN) == ()
    assert read_signatures(PLAIN + b"/ByteRange") == ()


def test_the_library_of_signatures_is_loaded_only_for_a_signed_file() -> None:
    program = (
        "import sys\n"
        "import scorecard.cli, scorecard.evidence.submission\n"
        "from scorecard.evidence.document_contents import examine\n"
        "assert not {'pypdf', 'pyhanko'} & set(sys.modules)\n"
        f"examine({PLAIN!r}, 'pdf', ())\n"
        "assert 'pyhanko' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
