"""The derivation of a score, sentence by sentence, down to the cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from scorecard.assessment import self_assessment
from scorecard.cli.choices import shipped_rubrics
from scorecard.explanation.derivation import explain
from scorecard.explanation.steps import Step
from scorecard.model import RubricUsed, Season
from scorecard.number import display_published
from scorecard.ranking import rankings
from scorecard.rubric.load import load_rubric, parse_rubric
from scorecard.run import evaluate
from scorecard.scoring import assess
from scorecard.wording import same
from tests.small import (
    criterion,
    indicator,
    linear,
    mark,
    rubric,
    share,
    submission,
    words,
)

INPUTS = Path(__file__).parent.parent / "inputs"
CELL = "  ← 21/borang.xlsx › Rekap › C5"


def lines(step: Step, language: str, depth: int = 0) -> Iterator[str]:
    """Write a derivation as the tree shows it, four spaces a level."""
    place = f"  ← {step.place}" if step.place else ""
    yield "    " * depth + step.words.in_(language) + place
    for each in step.steps:
        yield from lines(each, language, depth + 1)


def season(rules, *submissions):
    scorecards = tuple(assess(each, rules) for each in submissions)
    return Season(
        format="scorecard-results/1",
        tool="0",
        as_of=date(2026, 3, 31),
        rubric=RubricUsed("kecil", "1", same("kecil"), "", ""),
        scorecards=scorecards,
        rankings=rankings(scorecards, rules),
        awards=(),
        problems=(),
        inputs=(),
    )


TWO = rubric(
    criterion(
        "tuntas",
        "75",
        indicators=[
            indicator("penyelesaian", measure=share("selesai", "masuk", "arsip"))
        ],
    ),
    criterion(
        "cepat",
        "25",
        indicators=[
            indicator(
                "waktu",
                measure={"verb": "figure", "figure": "hari"},
                scale=linear(worst="60", best="5"),
            )
        ],
    ),
    gates=[
        {
            "id": "lambat",
            "title": words("lambat"),
            "of": "waktu",
            "below": 50,
            "cap": "c",
            "basis": "assumption",
        }
    ],
)


def test_a_total_is_derived_down_to_the_cells_in_indonesian():
    sent = submission(masuk=273, selesai=271, arsip=0, hari=60)
    assert list(lines(explain(season(TWO, sent), TWO, "21"), "id")) == [
        "Nilai 74,45 dari 100: rata-rata menurut bobot dari bagian yang dinilai",
        "    tuntas: 99,27 poin × 75 % = 74,45"
        " · rata-rata menurut bobot dari bagian yang dinilai",
        "        penyelesaian: 99,27 poin × 75 % = 74,45",
        "            selesai ÷ (masuk − arsip): 271 dari 273 laporan: 99,27 %."
        " 99,27 poin: 0 poin pada 0, 100 poin pada 100, merata di antaranya.",
        "            Pembilang: 271",
        f"                selesai: 271{CELL}",
        "            Penyebut: 273",
        f"                masuk: 273{CELL}",
        f"                − arsip: 0{CELL}",
        "            Sebelum dibulatkan 99,267399…; diumumkan dengan 2 desimal,"
        " setengah ke atas.",
        "        Sebelum dibulatkan 99,267399…; diumumkan dengan 2 desimal,"
        " setengah ke atas.",
        "    cepat: 0,00 poin × 25 % = 0,00",
        "        waktu: 0,00 poin × 25 % = 0,00",
        "            hari: 60. 0,00 poin: 0 poin pada 60, 100 poin pada 5, merata"
        " di antaranya.",
        f"            hari: 60{CELL}",
        "    Sebelum dibulatkan 74,450549…; diumumkan dengan 2 desimal,"
        " setengah ke atas.",
        "    lambat: waktu 0,00 poin, kurang dari 50; predikat paling tinggi c.",
        "    Predikat c: 0 sampai 49,99, menurut nilai yang diumumkan."
        " Tanpa pembatas: b.",
        "    Peringkat 1 dari 1.",
    ]


def test_one_indicator_is_derived_in_english():
    sent = submission(masuk=4, selesai=3, arsip=0, hari=5)
    step = explain(season(TWO, sent), TWO, "21", "penyelesaian")
    assert list(lines(step, "en")) == [
        "penyelesaian: 75.00 points × 75 % = 56.25",
        "    selesai ÷ (masuk − arsip): 3 of 4 tickets: 75.00 %."
        " 75.00 points: 0 points at 0, 100 points at 100, evenly in between.",
        "    Numerator: 3",
        f"        selesai: 3{CELL}",
        "    Denominator: 4",
        f"        masuk: 4{CELL}",
        f"        − arsip: 0{CELL}",
    ]


def test_marks_are_shown_by_sample_with_their_cells():
    rules = rubric(
        criterion(
            "k",
            indicators=[
                indicator(
                    "mutu",
                    measure={"verb": "mark", "maximum": 4, "least": 1},
                    scale=linear(best="4"),
                )
            ],
        )
    )
    marks = (mark("2"), mark("3", assessor="Penilai 2"))
    step = explain(season(rules, submission(marks=marks)), rules, "21", "mutu")
    assert list(lines(step, "id"))[2:] == [
        "    Laporan 1: rata-rata 2,50",
        "        Penilai 1: 2  ← _season/marks/penilai-1.xlsx › Nilai › E4",
        "        Penilai 2: 3  ← _season/marks/penilai-1.xlsx › Nilai › E4",
    ]


def test_conditions_are_shown_with_their_cells():
    measure = {
        "verb": "document",
        "document": "sk",
        "conditions": [
            {
                "id": "ada",
                "title": words("SK ada"),
                "points": 60,
                "test": "yes",
                "field": "ada",
            },
            {
                "id": "nomor",
                "title": words("bernomor"),
                "points": 40,
                "test": "filled",
                "field": "nomor",
            },
        ],
    }
    rules = rubric(
        criterion(
            "k",
            indicators=[indicator("sk", measure=measure, scale={"verb": "checklist"})],
        )
    )
    step = explain(season(rules, submission(sk__ada=True)), rules, "21", "sk")
    assert list(lines(step, "id"))[2:] == [
        f"    ✓ SK ada (60 poin): Ya{CELL}",
        "    ✗ bernomor (40 poin): tidak diisi",
    ]
    assert list(lines(step, "en"))[3] == "    ✗ bernomor (40 points): left blank"


def test_an_interval_is_shown_with_both_ends():
    sent = submission(masuk=4, selesai=5, arsip=0, hari=5)
    step = explain(season(TWO, sent), TWO, "21")
    assert step.words.id.startswith("Nilai 25,00–100,00 dari 100:")


def test_who_sent_nothing_has_the_reason_only():
    sent = replace(submission(), submitted=False)
    assert explain(season(TWO, sent), TWO, "21") == Step(
        "total", same("tidak menyerahkan")
    )


def test_an_unknown_node_is_a_key_error():
    sent = submission(masuk=4, selesai=3, hari=5)
    with pytest.raises(KeyError):
        explain(season(TWO, sent), TWO, "21", "tidak_ada")


def test_every_scorecard_of_the_sample_season_is_derived_whole():
    loaded = load_rubric(None)
    found = evaluate(INPUTS, loaded, loaded.rubric.as_of)
    rules = parse_rubric(found.rubric.text, "rubric.yaml").rubric
    for scorecard in found.scorecards:
        step = explain(found, rules, scorecard.participant.code)
        shown = {each.id for each in every(step) if each.kind == "indicator"}
        weighty = {f.indicator for f in scorecard.findings if not f.informative}
        assert shown == weighty
        if scorecard.total is not None:
            low = display_published(scorecard.total.published_low, "id")
            assert low in step.words.id
            parts = [c.contribution for c in scorecard.criteria if c.contribution]
            summed = sum((p.low for p in parts), Fraction(0))
            assert summed == scorecard.total.low


@pytest.mark.parametrize("name", shipped_rubrics())
def test_every_shipped_rubric_can_be_explained(name):
    loaded = load_rubric(shipped_rubrics()[name])
    found = self_assessment(INPUTS / "32.04-kabupaten-bandung", loaded)
    for scorecard in found.season.scorecards:
        step = explain(found.season, found.rubric, scorecard.participant.code)
        shown = {each.id for each in every(step) if each.kind == "indicator"}
        assert shown == {f.indicator for f in scorecard.findings if not f.informative}
        assert all(each.words.id and each.words.en for each in every(step))


def every(step: Step) -> Iterator[Step]:
    yield step
    for each in step.steps:
        yield from every(each)
