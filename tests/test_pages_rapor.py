"""The rapor: the figures of the scorecard, what to improve, and who has no score."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from html import unescape

from scorecard.model import Season
from scorecard.number import display, display_published
from scorecard.pages.medians import category_medians
from scorecard.pages.mending import strengths, to_mend
from scorecard.pages.rapor import rapor_html
from scorecard.rubric.nouns import Rubric
from tests.handmade_season import handmade_season, loaded_rubric


def text(code: str, season: Season | None = None, language: str = "id") -> str:
    """Give a rapor's words without its markup."""
    page = rapor_html(season or handmade_season(), rubric(language), code)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def rubric(language: str = "id") -> Rubric:
    return loaded_rubric().rubric.model_copy(update={"language": language})


def test_every_figure_is_the_published_one() -> None:
    card, page = handmade_season().scorecard("21"), text("21")
    assert card.total is not None
    scores = [card.total, *(each.points for each in card.criteria)]
    scores += [finding.contribution for finding in card.findings]
    for score in scores:
        if score is not None:
            assert display_published(score.published_low, "id") in page


def test_a_share_shows_both_sides() -> None:
    assert "271 dari 273 = 99,27 %" in text("21")
    assert "271 of 273 = 99.27 %" in text("21", language="en")


def test_the_place_says_out_of_how_many() -> None:
    assert "Peringkat 1 dari 4" in text("35")


def test_an_interval_shows_both_ends_and_what_decides() -> None:
    total = handmade_season().scorecard("63").total
    assert total is not None
    low, high = (
        display_published(each, "id")
        for each in (total.published_low, total.published_high)
    )
    page = text("63")
    assert f"{low} – {high}" in page
    assert "Yang menentukan: Mutu jawaban atas sampel laporan (menunggu)." in page
    assert "sementara" in page


def test_who_sent_nothing_is_told_so_and_what_is_asked() -> None:
    page = text("72")
    assert "Tidak menyerahkan" in page
    assert "Tidak ada berkas yang diterima" in page
    assert "Batas waktu: 28 Februari 2026" in page
    assert "Rencana aksi diserahkan" in page
    assert "dari 100" not in page


def test_who_cannot_be_scored_sees_why_and_the_findings() -> None:
    season = handmade_season()
    cards = tuple(
        replace(card, outcome="not_scored", total=None, band=None)
        if card.participant.code == "21"
        else card
        for card in season.scorecards
    )
    page = text("21", replace(season, scorecards=cards))
    assert loaded_rubric().rubric.score.not_scored.id in page
    assert "Rincian per indikator" in page
    assert "Nilai akhir" not in page


def test_problems_stand_with_cell_and_repair() -> None:
    page = text("61.71")
    for words in ("borang.xlsx › Rekap › C16", "Tertulis: 46.", "Perbaiki sel C16."):
        assert words in page


def test_quantities_stand_with_their_cell() -> None:
    assert "masuk 273 borang.xlsx › Rekap › C5" in text("21")


def test_a_repair_stands_with_its_cells_its_gain_and_what_follows() -> None:
    # 1 of 4 planned actions is lacking: a quarter of 6 % of the total.
    card = handmade_season().scorecard("12")
    assert card.total is not None
    after = display(card.total.low + Fraction(3, 2), 2, "id")
    row = "Jumlah aksi yang terlaksana: 4 borang.xlsx › Rekap › C5 +1,50"
    assert f"{row} {after} Sedang" in text("12")


def test_every_indicator_that_lost_points_is_named() -> None:
    season = handmade_season()
    for card in season.scorecards:
        groups = to_mend(card, season.repairs_of(card.participant.code))
        assert {each.finding.indicator for each in groups} == {
            finding.indicator
            for finding in card.findings
            if finding.points and finding.points.low < 100
            if finding.state != "pending" and not finding.informative
        }
        page = text(card.participant.code)
        for each in groups:
            assert each.finding.title.id in page


def test_a_remedy_is_told_where_the_repair_alone_does_not_bring_the_gain() -> None:
    page = text("35")
    assert "Hubungi pelapor setelah jawaban dikirim" in page
    assert "Jawab setiap laporan sesuai pokok masalahnya" in page
    assert "Laksanakan aksi yang telah direncanakan" not in page


def test_signs_beside_gains_are_explained() -> None:
    page = text("35")
    assert "* +" in page
    assert "* Ditentukan penilai, bukan oleh peserta sendiri." in page
    assert "Peserta lain dianggap tetap" in page
    assert "†" not in page


def test_results_without_repairs_still_name_the_remedies() -> None:
    page = text("21", replace(handmade_season(), repairs=()))
    assert "Jawab setiap laporan sesuai pokok masalahnya" in page
    assert "Peserta lain dianggap tetap" not in page


def test_a_judgement_still_out_is_no_fault_of_the_participant() -> None:
    season = handmade_season()
    found = to_mend(season.scorecard("63"), season.repairs_of("63"))
    assert "answer_quality" not in [each.finding.indicator for each in found]


def test_strengths_have_points() -> None:
    for card in handmade_season().scorecards:
        for finding in strengths(card):
            assert finding.points is not None and finding.points.low > 0


def test_the_median_is_of_settled_participants_of_the_category() -> None:
    medians = category_medians(handmade_season())["provinsi", ""]
    points = sorted(
        score.low
        for code in ("12", "21", "35")
        if (score := handmade_season().scorecard(code).points_of("completion"))
    )
    assert medians.count == 3
    assert medians.points["completion"] == points[1]


def test_offices_are_compared_within_their_government() -> None:
    season = handmade_season()
    within = {"12": "A", "21": "A", "35": "B"}
    cards = tuple(
        replace(card, participant=replace(card.participant, parent=within[code]))
        for card in season.scorecards
        if (code := card.participant.code) in within
    )
    rankings = tuple(replace(each, within="A") for each in season.rankings)
    medians = category_medians(replace(season, scorecards=cards, rankings=rankings))
    counts = {group: found.count for group, found in medians.items()}
    assert counts == {("provinsi", "A"): 2, ("provinsi", "B"): 1}


def test_submitted_text_is_inert() -> None:
    season = handmade_season()
    problem = replace(season.problems[0], seen="<script>alert(1)</script>")
    page = rapor_html(
        replace(season, problems=(problem,)), rubric(), problem.participant
    )
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_an_english_rubric_gets_an_english_rapor() -> None:
    page = text("21", language="en")
    assert "Score by criterion" in page
    assert "Nilai per aspek" not in page
