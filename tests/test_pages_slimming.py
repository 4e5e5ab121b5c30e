"""Smaller files that draw, read and colour the same; nobody misses what is gone."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageCms
from pypdf import PdfReader

from scorecard.pages import finish, slimming
from scorecard.pages.bundle import bundled
from scorecard.pages.pdf import engine, to_pdf
from scorecard.pages.pictures import indexed
from scorecard.pages.slimming import bare_font
from scorecard.pages.srgb import srgb_profile
from tests.test_pages_archival import adorned
from tests.test_pages_render import pages

IN_CI = os.environ.get("CI") == "true"
needs_pango = pytest.mark.skipif(
    engine() is None and not IN_CI, reason="the Pango library is absent"
)
needs_poppler = pytest.mark.skipif(
    shutil.which("pdftoppm") is None and not IN_CI, reason="poppler is not installed"
)


def truetype(name: str) -> bytes:
    font, out = TTFont(io.BytesIO(bundled(name))), io.BytesIO()
    font.flavor = None
    font.save(out)
    return out.getvalue()


def test_the_short_profile_is_srgb_to_the_last_step() -> None:
    reference = ImageCms.createProfile("sRGB")
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    colours = bytes((7 * n + 85 * n // 256) % 256 for n in range(3 * 4096))
    picture = Image.frombytes("RGB", (64, 64), colours)
    lab = ImageCms.createProfile("LAB")
    seen, wanted = (
        ImageCms.profileToProfile(picture, profile, lab, outputMode="LAB")
        for profile in (ours, reference)
    )
    assert seen is not None
    assert wanted is not None
    assert len(srgb_profile()) < 512
    assert max(high for _, high in extrema(ImageChops.difference(seen, wanted))) <= 1


def extrema(picture: Image.Image) -> tuple[tuple[int, int], ...]:
    return tuple(picture.getchannel(n).getextrema() for n in range(3))  # type: ignore[misc]


def test_a_bare_font_keeps_every_glyph_and_true_checksums() -> None:
    whole = truetype("serif-italic.woff2")
    bare = TTFont(io.BytesIO(bare_font(whole)), checkChecksums=2)
    before = TTFont(io.BytesIO(whole))
    kept = {"head", "hhea", "hmtx", "maxp", "loca", "glyf"}
    assert set(bare.reader.keys()) == kept
    for table in kept - {"head"}:
        assert bare.reader[table] == before.reader[table]
    assert bare.reader["head"][:8] == before.reader["head"][:8]
    assert bare.reader["head"][12:] == before.reader["head"][12:]
    assert whole_sum(bare_font(whole)) == 0xB1B0AFBA


def whole_sum(content: bytes) -> int:
    """Add a font file up, as its format asks: the sum is always the same."""
    words = (content[n : n + 4] for n in range(0, len(content), 4))
    return sum(int.from_bytes(word) for word in words) % 2**32


def test_a_font_of_another_kind_stays_as_it_is() -> None:
    assert bare_font(b"OTTO and what follows") == b"OTTO and what follows"


@needs_pango
@needs_poppler
@pytest.mark.parametrize("number", [0, 1])
def test_a_slim_file_looks_the_same_and_is_a_tenth_smaller(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = pages()[number]
    slim = to_pdf(page)
    monkeypatch.setattr(finish, "slim", lambda _: None)
    plain = to_pdf(page)
    assert isinstance(slim, bytes)
    assert isinstance(plain, bytes)
    assert len(slim) < len(plain) - 4_000
    assert drawn(slim, tmp_path / "slim") == drawn(plain, tmp_path / "plain")
    assert read(slim) == read(plain)


def drawn(pdf: bytes, stem: Path) -> bytes:
    command = ["pdftoppm", "-r", "100", "-singlefile", "-", str(stem)]
    subprocess.run(command, input=pdf, check=True)
    return stem.with_suffix(".ppm").read_bytes()


def read(pdf: bytes) -> bytes:
    command = ["pdftotext", "-layout", "-", "-"]
    return subprocess.run(command, input=pdf, check=True, capture_output=True).stdout


@needs_pango
def test_the_record_is_named_once_among_the_files() -> None:
    made = to_pdf(pages()[0])
    assert isinstance(made, bytes)
    root = PdfReader(io.BytesIO(made)).root_object
    assert len(root["/AF"]) == 1  # type: ignore[arg-type]


def picture(colours: int, size: tuple[int, int] = (37, 23)) -> Image.Image:
    """Draw a picture with so many colours, in rows that do not end with a byte."""
    made = Image.new("RGB", size)
    for n in range(size[0] * size[1]):
        shade = n * 7 % colours
        made.putpixel((n % size[0], n // size[0]), (shade % 256, shade // 256, 99))
    return made


def idat(made: Image.Image) -> bytes:
    out = io.BytesIO()
    made.save(out, "PNG", compress_level=0)
    content = out.getvalue()
    start = content.index(b"IDAT") + 4
    return content[start : start + int.from_bytes(content[start - 8 : start - 4])]


@pytest.mark.parametrize(
    ("colours", "bits"), [(1, 1), (2, 1), (3, 2), (4, 2), (16, 4), (17, 8), (256, 8)]
)
def test_a_picture_of_few_colours_is_the_same_from_its_table(
    colours: int, bits: int
) -> None:
    made = picture(colours)
    found = indexed(idat(made), made.size)
    assert found is not None
    assert (found.bits, len(found.colours)) == (bits, 3 * colours)
    numbers = "".join(f"{byte:08b}" for byte in zlib.decompress(found.rows))
    row = -(-made.width * bits // 8) * 8
    for y in range(made.height):
        for x in range(made.width):
            start = y * row + x * bits
            number = int(numbers[start : start + bits], 2)
            assert tuple(found.colours[3 * number :][:3]) == made.getpixel((x, y))


def test_a_picture_of_many_colours_stays_as_it_is() -> None:
    made = picture(257)
    assert indexed(idat(made), made.size) is None


@needs_pango
@needs_poppler
def test_a_logo_of_few_colours_is_drawn_as_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = adorned()
    slim = to_pdf(page)
    monkeypatch.setattr(slimming, "store_indexed", lambda _: None)
    plain = to_pdf(page)
    assert isinstance(slim, bytes)
    assert isinstance(plain, bytes)
    assert b"/Indexed" in slim
    assert drawn(slim, tmp_path / "slim") == drawn(plain, tmp_path / "plain")
