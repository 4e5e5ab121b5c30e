"""Offices of the sample season are compared with those of their own government."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.cli import main
from scorecard.explanation.derivation import explain
from scorecard.model import Season
from scorecard.pages.certificate import certificate_page
from scorecard.pages.edition import Edition
from scorecard.pages.rapor import rapor_html
from scorecard.results import results_json
from scorecard.rubric.load import load_rubric
from scorecard.run import evaluate
from scorecard.sealing import seal
from tests.shipped import RUBRICS, shipped

INPUTS = Path(__file__).parent.parent / "inputs"
"""Two regencies both have a Dinas Kesehatan: 21 Kepulauan Riau, 32.04 Bandung."""


@pytest.fixture(scope="module")
def season() -> Season:
    loaded = load_rubric(RUBRICS["monev-opd"])
    return evaluate(INPUTS, loaded, loaded.rubric.as_of)


def test_each_government_has_a_ranking_of_its_own(season: Season) -> None:
    totals = [each for each in season.rankings if each.id == "total"]
    assert [(each.within, len(each.standings)) for each in totals] == [
        ("21", 8),
        ("32.04", 8),
        ("32.72", 2),
        ("35", 8),
        ("72", 7),
    ]
    assert {each.standings[0].place for each in totals} == {1}


def test_awards_are_given_within_each_government(season: Season) -> None:
    won = [each for each in season.awards if each.status == "won"]
    governments = [each.participant.partition(":")[0] for each in won]
    assert [governments.count(each) for each in ("21", "32.04", "35")] == [3, 3, 3]
    assert len({each.number for each in won}) == len(won) == 9


def test_explanation_rapor_and_certificate_name_the_government(season: Season) -> None:
    rubric = shipped("monev-opd")
    code = "32.04:dinas-kesehatan"
    steps = explain(season, rubric, code).steps
    assert "Peringkat 6 dari 8." in [each.words.id for each in steps]
    page = rapor_html(season, rubric, code, medians={})
    assert "Perangkat Daerah, Kabupaten Bandung" in page
    of_bandung = (a for a in season.awards if a.participant.startswith("32.04"))
    award = next(of_bandung)
    edition = Edition(season, rubric, seal(season))
    assert "Kabupaten Bandung" in certificate_page(edition, award, "a.pdf").html


def test_the_ranking_on_the_screen_has_a_heading_for_each(
    season: Season, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "results.json").write_bytes(results_json(season))
    assert main(["rank", str(tmp_path / "results.json"), "--lang", "id"]) == 0
    shown = capsys.readouterr().out
    assert "Perangkat Daerah, Kabupaten Bandung [32.04] (8)" in shown
    assert "Dinas Perhubungan, Kepulauan Riau — " in " ".join(shown.split())
