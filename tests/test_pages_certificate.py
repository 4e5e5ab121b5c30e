"""The certificate: what it says, names of every length, wording that stays text."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import scorecard
from scorecard.model import AwardResult, Season
from scorecard.pages.certificate import certificate_html, fit_name, verification_code
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


def html(season: Season | None = None) -> str:
    return certificate_html(season or handmade_season(), loaded_rubric().rubric, won())


def test_it_says_what_the_rubric_and_the_award_say() -> None:
    page = html()
    for words in (
        '<html lang="id">',
        "<h1>Piagam Penghargaan</h1>",
        f"Nomor {won().number}",
        "diberikan kepada",
        "<span>JAWA TIMUR</span>",
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


def test_the_code_follows_from_rubric_participant_and_total() -> None:
    season = handmade_season()
    card = season.scorecard(won().participant)
    code = verification_code(season.rubric.sha256, card)
    assert len(code.replace("-", "")) == 16
    assert code in html()
    assert code != verification_code("0" * 64, card)
    other = season.scorecard("21")
    assert code != verification_code(season.rubric.sha256, other)
