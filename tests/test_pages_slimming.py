"""Smaller files that draw, read and colour the same; nobody misses what is gone."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageCms

from scorecard.pages import finish
from scorecard.pages.bundle import bundled
from scorecard.pages.pdf import engine, to_pdf
from scorecard.pages.slimming import bare_font
from scorecard.pages.srgb import srgb_profile
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
