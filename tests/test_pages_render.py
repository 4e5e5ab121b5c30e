"""Printing: same bytes always, fonts of the package only, nobody asked for anything."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import zlib
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from markupsafe import Markup

from scorecard.artifact import Artifact
from scorecard.errors import ExitCode, ScorecardError
from scorecard.pages import bundle
from scorecard.pages.certificate import certificate_page
from scorecard.pages.edition import Edition
from scorecard.pages.letters import LETTERS, printable
from scorecard.pages.medians import category_medians
from scorecard.pages.page import Page
from scorecard.pages.pdf import Refusal, engine
from scorecard.pages.rapor import rapor_page
from scorecard.pages.render import print_with, render_pdfs, standalone_html
from scorecard.pages.words import WORDS
from scorecard.rubric.nouns import Rubric, Signatory
from scorecard.sealing import check_attachment, seal
from tests.handmade_season import handmade_season, loaded_rubric
from tests.test_pages_certificate import renamed, won

IN_CI = os.environ.get("CI") == "true"
needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None and not IN_CI, reason="poppler is not installed"
)
needs_pango = pytest.mark.skipif(
    engine() is None and not IN_CI, reason="the Pango library is absent"
)


@cache
def edition() -> Edition:
    season = handmade_season()
    return Edition(season, loaded_rubric().rubric, seal(season))


@cache
def pages() -> tuple[Page, ...]:
    """Give a certificate and three rapor."""
    medians = category_medians(edition().season)
    rapor = tuple(
        rapor_page(edition(), code, f"rapor/{code}.pdf", medians=medians)
        for code in ("21", "63", "72")
    )
    return (certificate_page(edition(), won(), "certificates/a.pdf"), *rapor)


@cache
def printed(workers: int) -> tuple[Artifact, ...]:
    return tuple(render_pdfs(pages(), workers))


def poppler(tool: str, pdf: bytes, folder: Path, option: str = "") -> str:
    file = folder / "page.pdf"
    file.write_bytes(pdf)
    after = ["-"] if tool == "pdftotext" else []
    command = [tool, *filter(None, [option]), str(file), *after]
    done = subprocess.run(command, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def assert_bundled_fonts(pdf: bytes, folder: Path) -> None:
    listing = poppler("pdffonts", pdf, folder).splitlines()[2:]
    assert listing
    for line in listing:
        assert re.search(r"\+(Scorecard-Sans|EB-Garamond)", line), line
        assert re.search(r"Identity-H\s+yes yes yes", line), line


@needs_pango
def test_one_and_two_workers_and_another_order_make_the_same_bytes() -> None:
    backwards = tuple(render_pdfs(pages()[::-1], 1))
    assert printed(1) == printed(2) == backwards[::-1]
    assert [each.path for each in printed(2)] == [page.path for page in pages()]


@needs_pango
def test_the_only_date_in_a_pdf_is_the_day_of_judgement() -> None:
    dates = set()
    for artifact in printed(2):
        for content in unpacked(artifact.content):
            dates |= set(re.findall(rb"D:([0-9]{8})|/(?:Creation|Mod)Date$", content))
    assert dates == {b"20260331"}


def unpacked(pdf: bytes) -> Iterator[bytes]:
    """Give the file and all that is packed in it."""
    yield pdf
    for packed in re.findall(rb"stream\n(.*?)\nendstream", pdf, re.DOTALL):
        try:
            yield zlib.decompress(packed)
        except zlib.error:
            yield packed


@needs_pango
def test_progress_is_told_after_each_page() -> None:
    told: list[tuple[int, int]] = []
    list(render_pdfs(pages()[:2], 2, lambda *done: told.append(done)))
    assert told == [(1, 2), (2, 2)]


@needs_pango
@needs_poppler
def test_a_certificate_is_one_page_and_a_rapor_two(tmp_path: Path) -> None:
    counts = [
        int(
            re.findall(r"Pages:\s+(\d+)", poppler("pdfinfo", each.content, tmp_path))[0]
        )
        for each in printed(2)
    ]
    assert counts == [1, 2, 2, 1]


@needs_pango
@needs_poppler
def test_the_longest_certificate_stays_within_its_frame(tmp_path: Path) -> None:
    name = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kabupaten"
    season = renamed(f"{name} Hulu Sungai Selatan")
    longest = Edition(season, signed_by_two(), seal(season))
    (artifact,) = render_pdfs([certificate_page(longest, won(), "a.pdf")], 1)
    boxes = poppler("pdftotext", artifact.content, tmp_path, "-bbox")
    lowest = max(float(each) for each in re.findall(r'yMax="([0-9.]+)">\w', boxes))
    inner_rule = (210 - 17.7) / 25.4 * 72
    assert 500 < lowest < inner_rule
    assert "Pages:           1" in poppler("pdfinfo", artifact.content, tmp_path)


@needs_pango
@needs_poppler
def test_however_much_is_said_nothing_runs_into_another_line(tmp_path: Path) -> None:
    name = "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kabupaten"
    season = renamed(f"{name} Hulu Sungai Selatan")
    rubric = signed_by_two()
    office = ("Menteri Pendayagunaan", "Aparatur Negara", "dan Reformasi Birokrasi")
    first, second = rubric.certificate.signatories
    wordy = rubric.certificate.model_copy(
        update={
            "signatories": (first.model_copy(update={"office": office}), second),
            "legal_basis": rubric.certificate.legal_basis * 2,
        }
    )
    whole = rubric.model_copy(update={"certificate": wordy})
    page = certificate_page(Edition(season, whole, seal(season)), won(), "a.pdf")
    (artifact,) = render_pdfs([page], 1)
    boxes = poppler("pdftotext", artifact.content, tmp_path, "-bbox")
    words = tuple(spans(boxes))[::-1]  # of a word that comes again, the first counts
    tops = {word: top for top, _, word in words}
    feet = {word: foot for _, foot, word in words}
    assert feet[won().number or ""] <= tops["diberikan"] + 1
    assert feet["melalui"] <= tops["Jakarta,"] + 1
    assert feet["NIP"] <= tops["Dasar"] + 1
    assert feet[page_root(page)] <= tops["Dasar"] + 1


def spans(boxes: str) -> Iterator[tuple[float, float, str]]:
    """Give each word's top and foot in points, from above."""
    pattern = r'yMin="([0-9.]+)" xMax="[0-9.]+" yMax="([0-9.]+)">([^<]+)<'
    for top, foot, word in re.findall(pattern, boxes):
        yield float(top), float(foot), word


def page_root(page: Page) -> str:
    """Give the last line of the root that stands on a page."""
    return re.findall(r"([0-9a-f]{16})</p>", page.html)[0]


def signed_by_two() -> Rubric:
    rubric = loaded_rubric().rubric
    office = ("Menteri Pendayagunaan Aparatur Negara", "dan Reformasi Birokrasi")
    signatory = Signatory(office=office, name="Nama Contoh", nip="1970 1995 1 001")
    certificate = rubric.certificate.model_copy(
        update={"signatories": (signatory, signatory)}
    )
    return rubric.model_copy(update={"certificate": certificate})


@needs_pango
@needs_poppler
def test_the_figures_can_be_read_from_the_pdf(tmp_path: Path) -> None:
    certificate, rapor = (
        " ".join(poppler("pdftotext", printed(2)[n].content, tmp_path).split())
        for n in (0, 1)
    )
    assert "JAWA TIMUR" in certificate
    assert "271 dari 273 = 99,27 %" in rapor
    assert "Halaman 1 dari 2" in rapor


@needs_pango
@needs_poppler
def test_all_fonts_are_embedded_and_are_the_bundled_ones(tmp_path: Path) -> None:
    for artifact in printed(2):
        assert_bundled_fonts(artifact.content, tmp_path)


@needs_pango
@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "http://127.0.0.1:9/x", "data:image/png;base64,AAAA"],
)
def test_a_page_that_asks_for_anything_else_is_refused(address: str) -> None:
    html = pages()[0].html.replace("<h1>", f'<img src="{address}" alt="x"><h1>')
    with pytest.raises(ScorecardError) as caught:
        list(render_pdfs([replace(pages()[0], path="a.pdf", html=html)], 1))
    assert caught.value.exit_code is ExitCode.PDF
    (problem,) = caught.value.problems
    assert problem.code == "pdf-request-refused"
    assert problem.location.file == "a.pdf"
    assert address in problem.message.en


def crash(_: Page) -> bytes:
    """Stand in for a drawing library that ends its process."""
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def test_a_crash_of_the_engine_is_a_problem_not_the_end_of_the_run() -> None:
    with pytest.raises(ScorecardError) as caught:
        list(print_with(crash, [Page("a.pdf", "")], 1))
    assert caught.value.exit_code is ExitCode.PDF
    assert caught.value.problems[0].code == "pdf-engine-crashed"
    assert caught.value.problems[0].location.file == "a.pdf"


def test_standalone_html_asks_for_no_other_file() -> None:
    for page in pages():
        html = standalone_html(page)
        assert bundle.SCHEME not in html
        addresses = re.findall(r'(?:src=|href=|url\()"?(.{5})', html)
        assert set(addresses) == {"data:"}


def test_standalone_html_carries_the_record_and_does_not_print_it() -> None:
    page = pages()[0]
    html = standalone_html(page)
    (link,) = re.findall(r'<a download="record.json" href="[^,]*,([^"]*)">', html)
    assert page.record is not None
    assert b64decode(link) == page.record.content
    assert not isinstance(check_attachment(b64decode(link)), str)
    assert "@media print { #record { display: none } }" in html
    assert "@media print { #record" not in standalone_html(Page("a.pdf", page.html))


@pytest.mark.parametrize("name", [n for n in bundle.FONTS if n.startswith("sans")])
def test_fonts_and_list_of_letters_agree(name: str) -> None:
    font = TTFont(Path(bundle.__file__).parent / "fonts" / name)
    assert {chr(number) for number in font.getBestCmap()} == LETTERS


@needs_pango
@needs_poppler
def test_no_letter_needs_a_font_of_the_system(tmp_path: Path) -> None:
    every = Markup("{}").format("".join(sorted(LETTERS)))
    html = pages()[0].html
    for place in ("<h1>", '<p class="given">', '<p class="place">'):
        html = html.replace(place, place + every)
    (artifact,) = render_pdfs([Page("a.pdf", html)], 1)
    assert_bundled_fonts(artifact.content, tmp_path)


def test_the_pages_own_words_can_be_drawn() -> None:
    for text in WORDS.values():
        assert printable(text.id) == text.id
        assert printable(text.en) == text.en


def test_every_word_is_used_by_a_page() -> None:
    folder = Path(bundle.__file__).parent
    sources = "".join(
        file.read_text(encoding="utf-8")
        for file in sorted(folder.glob("*"))
        if file.suffix in {".html", ".py"} and file.name != "words.py"
    )
    chosen = {"award_open", "award_denied", "error", "warning", "note"}
    chosen |= {"scored", "missing", "unreadable", "not_applicable", "pending", "waived"}
    for key in WORDS:
        used = f"words.{key} " in sources or f'WORDS["{key}"]' in sources
        assert used or key in chosen, key


@needs_pango
def test_without_any_font_of_the_system_the_bytes_are_the_same(tmp_path: Path) -> None:
    bare = tmp_path / "fonts.conf"
    bare.write_text(
        f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>", encoding="utf-8"
    )
    page = tmp_path / "page.html"
    page.write_text(pages()[0].html, encoding="utf-8")
    command = (
        "import sys, pathlib; from scorecard.pages.pdf import to_pdf;"
        "from scorecard.pages.page import Page;"
        "html = pathlib.Path(sys.argv[1]).read_text('utf-8');"
        "sys.stdout.buffer.write(to_pdf(Page('a.pdf', html)))"
    )
    elsewhere = {
        **os.environ,
        "FONTCONFIG_FILE": str(bare),
        "TZ": "Asia/Jayapura",
        "LC_ALL": "C",
        "PYTHONPATH": str(Path(bundle.__file__).parent.parent.parent),
    }
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", command, str(page)],
        capture_output=True,
        env=elsewhere,
        check=True,
    )
    (here,) = render_pdfs([Page("a.pdf", pages()[0].html)], 1)
    assert done.stdout == here.content


def no_engine(_: Page) -> Refusal:
    """Stand in for a computer without Pango."""
    return Refusal(no_engine=True)


def test_without_pango_it_says_what_is_absent() -> None:
    with pytest.raises(ScorecardError) as caught:
        list(print_with(no_engine, [Page("a.pdf", "")], 1))
    (problem,) = caught.value.problems
    assert problem.code == "pdf-engine-absent"
    assert problem.message.id == "Pustaka Pango tidak ada."
    assert "scorecard doctor" in problem.repair.id
