"""The certificate: what it says, names of every length, wording that stays text."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import scorecard
from scorecard.model import AwardResult, Season
from scorecard.pages.certificate import certificate_page
from scorecard.pages.edition import Edition
from scorecard.pages.name_lines import fit_name
from scorecard.rubric.nouns import Rubric, Signatory
from scorecard.sealing import seal
from tests.handmade_season import handmade_season, loaded_rubric

PACKAGE = Path(scorecard.__file__).parent
TEXT_WIDTH = (297 - 2 * 24) / 25.4 * 72


def won() -> AwardResult:
    return next(each for each in handmade_season().awards if each.status == "won")


def renamed(name: str) -> Season:
    """Give the winner another name."""
    season, code = handmade_season(), won().participant
    cards = tuple(
        replace(card, participant=replace(card.participant, name=name))
        if card.participant.code == code
        else card
        for card in season.scorecards
    )
    return replace(season, scorecards=cards)


def html(season: Season | None = None, rubric: Rubric | None = None) -> str:
    chosen = season or handmade_season()
    edition = Edition(chosen, rubric or loaded_rubric().rubric, seal(chosen))
    return certificate_page(edition, won(), "a.pdf").html


def test_it_says_what_the_rubric_and_the_award_say() -> None:
    page = html()
    for words in (
        '<html lang="id">',
        "<h1>Piagam Penghargaan</h1>",
        f"Nomor {won().number}",
        "diberikan kepada",
        ">JAWA TIMUR</h2>",
        "Pengelola Pengaduan Terbaik",
        "Peringkat 1 · Kategori Provinsi · Periode 1 Januari – 31 Desember 2025",
        "dengan predikat <strong>Sangat Baik</strong>",
        "Jakarta, 30 April 2026",
        "Deputi Bidang Pelayanan Publik",
        'id="signature-1"',
    ):
        assert words in page, words


def test_the_score_is_the_published_one_as_indonesians_write_it() -> None:
    total = handmade_season().scorecard(won().participant).total
    assert total is not None
    written = total.published_low.replace(".", ",")
    assert f"dengan nilai <strong>{written}</strong>" in html()


def test_it_claims_no_electronic_signature() -> None:
    assert "BSrE" not in html()
    assert "elektronik" not in html()


def test_a_name_is_text_whatever_it_holds() -> None:
    page = html(renamed("<img src=file:///etc/passwd> {{ 7*7 }}"))
    assert "<img" not in page
    assert "&lt;IMG" in page
    assert "{{ 7*7 }}" in page


def test_letters_that_no_bundled_font_has_become_boxes() -> None:
    assert "□□□□" in html(renamed("省 Кө"[:1] + "Кө" + "\x00"))


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Aceh", ("ACEH",)),
        ("Kepulauan Riau", ("KEPULAUAN RIAU",)),
        (
            "Kabupaten Pangkajene dan Kepulauan",
            ("KABUPATEN PANGKAJENE", "DAN KEPULAUAN"),
        ),
        (
            "Kabupaten Kepulauan Siau Tagulandang Biaro",
            ("KABUPATEN KEPULAUAN", "SIAU TAGULANDANG BIARO"),
        ),
    ],
)
def test_a_long_name_is_broken_in_two_like_lines(
    name: str, lines: tuple[str, ...]
) -> None:
    assert fit_name(name).lines == lines


def test_every_official_name_fits_its_line_in_tall_capitals() -> None:
    font = TTFont(PACKAGE / "pages/fonts/serif-semibold.woff2")
    widths, letters = font["hmtx"].metrics, font.getBestCmap()
    spacing = 0.035
    with (PACKAGE / "evidence/regions.csv").open(encoding="utf-8") as file:
        names = [row["name"] for row in csv.DictReader(file)]
    for name in names:
        fitted = fit_name(name)
        for line in fitted.lines:
            ems = sum(widths[letters[ord(c)]][0] / 1000 + spacing for c in line)
            assert ems * fitted.size < TEXT_WIDTH, name
        assert fitted.size >= 28, name


def test_a_name_without_end_still_gets_a_size() -> None:
    assert fit_name("x" * 500).size == 11
    assert fit_name("").lines == ("",)


def test_degrees_are_not_torn_from_one_another() -> None:
    page = html(rubric=signed_by("Dr. Nama Contoh, S.H., M.Si."))
    assert 'Dr. Nama Contoh, <span class="degrees">S.H., M.Si.</span></p>' in page
    assert '<p class="signer">Nama Contoh</p>' in html(rubric=signed_by("Nama Contoh"))


def test_more_lines_to_sign_leave_the_middle_higher() -> None:
    def top(offices: int) -> float:
        page = html(rubric=signed_by("Nama", offices))
        return float(re.findall(r'<main style="top: ([0-9.]+)mm', page)[0])

    assert top(1) > top(2) > top(3) > 50


def signed_by(name: str, offices: int = 1) -> Rubric:
    """Give the rubric with one signatory whose office has so many lines."""
    rubric = loaded_rubric().rubric
    signatory = Signatory(office=("Deputi",) * offices, name=name)
    certificate = rubric.certificate.model_copy(update={"signatories": (signatory,)})
    return rubric.model_copy(update={"certificate": certificate})


def test_it_shows_the_serial_and_the_root_in_words_and_as_a_code() -> None:
    season = handmade_season()
    edition = Edition(season, loaded_rubric().rubric, seal(season))
    page = certificate_page(edition, won(), "a.pdf")
    sealed = edition.seal.certificate(won())
    assert f"<strong>{sealed.serial}</strong>" in page.html
    root = re.sub(r"<br>", "", page.html)
    assert sealed.root in root
    assert page.code is not None
    assert page.code.text == sealed.qr
    assert sealed.serial in page.code.alternative


def test_it_carries_its_participants_record() -> None:
    season = handmade_season()
    sealed = seal(season)
    edition = Edition(season, loaded_rubric().rubric, sealed)
    record = certificate_page(edition, won(), "a.pdf").record
    assert record is not None
    assert record.content == sealed.attachment(won().participant)
    assert record.day == season.as_of
