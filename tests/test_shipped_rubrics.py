"""Every shipped rubric loads cleanly and scores a sample by figures made by hand.

The default rubric has a file of its own, test_annual_rubric.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from scorecard.errors import Location
from scorecard.model import Series, SeriesItem, Submission
from scorecard.rubric.load import load_rubric
from scorecard.rubric.nouns import Criterion
from scorecard.scoring import assess
from tests.shipped import PACKAGE, RUBRICS, Answers, points, sent, shipped, total
from tests.small import evidence

SHIPPED = pytest.mark.parametrize("name", RUBRICS)


@SHIPPED
def test_loads_without_errors_or_warnings(name: str) -> None:
    assert load_rubric(RUBRICS[name]).warnings == ()


@SHIPPED
def test_first_line_leads_the_editor_to_the_schema(name: str) -> None:
    first = RUBRICS[name].read_text("utf-8").splitlines()[0]
    marker, _, schema = first.partition("$schema=")
    assert marker == "# yaml-language-server: "
    assert (RUBRICS[name].parent / schema).resolve() == PACKAGE / "rubric.schema.json"


@SHIPPED
def test_every_weighted_indicator_has_clause_remedy_and_basis(name: str) -> None:
    for each in shipped(name).indicators():
        if not each.informative:
            assert each.clause and each.remedy and each.basis, each.id


@SHIPPED
def test_every_criterion_has_a_basis(name: str) -> None:
    for each in shipped(name).nodes():
        assert not isinstance(each, Criterion) or each.basis, each.id


@SHIPPED
def test_the_documentation_names_it(name: str) -> None:
    page = (PACKAGE.parent / "docs" / "rubrics.md").read_text("utf-8")
    assert f"{name}.yaml`" in page


# --- the ministry of home affairs --------------------------------------------------


@pytest.mark.parametrize(
    ("masuk", "selesai", "expected"),
    [
        (273, 271, ("99.27", "sangat_baik")),  # Prov. Kepri 2022, as published
        (100, 90, ("90.00", "baik")),  # "more than 90", so 90 itself is below
        (100, 75, ("75.00", "sedang")),
        (231, 56, ("24.24", "kurang")),  # Prov. Sumut 2021
    ],
)
def test_recap_is_the_completion_percentage(
    masuk: int, selesai: int, expected: tuple[str, str]
) -> None:
    figures = {"masuk": masuk, "selesai": selesai}
    card = assess(sent("provinsi", figures), shipped("kemendagri-recap"))
    assert total(card) == expected


def test_recap_checks_of_substance_add_nothing() -> None:
    figures: Answers = {"masuk": 273, "selesai": 271}
    full = sent(
        "provinsi",
        {**figures, "sk_tim.ada": True},
        marks={"answer_quality": ["4", "4", "4"]},
        files=("sk_tim.berkas",),
    )
    card = assess(full, shipped("kemendagri-recap"))
    bare = assess(sent("provinsi", figures), shipped("kemendagri-recap"))
    assert total(card) == total(bare)
    assert points(card, "has_decree", "answer_quality") == ["100.00", "100.00"]


def test_recap_without_figures_is_not_zero() -> None:
    card = assess(sent("provinsi", {"sk_tim.ada": True}), shipped("kemendagri-recap"))
    assert card.outcome == "not_scored" and card.total is None
    assert card.reason.id.startswith("Tidak dapat dihitung")


# Prov. Jatim, first half of 2024; the documents and the survey are invented.
FIVE_DIMENSIONS: Answers = {
    "masuk": 1011,
    "selesai": 905,
    "proses": 48,
    "belum_verifikasi": 0,
    "belum_ditindaklanjuti": 0,
    "tunda": 51,
    "arsip": 7,
    "sk_tim.ada": True,
    "sk_tim.mulai": date(2023, 5, 2),
    "kebijakan.ada": True,
    "prosedur.ada": False,
    "perbaikan.ada": True,
    "perbaikan.terukur": False,
    "petugas": 2,
    "pelatihan": 1,
    "indeks_kepuasan": 85,
    "kebijakan_dihasilkan": 2,
}


def test_five_dimensions_by_hand() -> None:
    files = ("kebijakan.berkas", "perbaikan.berkas")
    card = assess(
        sent("provinsi", FIVE_DIMENSIONS, files=files), shipped("kemendagri-2024")
    )
    # input: 0.4 x 70 (decree not attached) + 0.3 x 100 + 0.3 x 70 (level 2)
    # process: 0.6 x 0 + 0.4 x 50
    # output: 0.7 x 905/1004 (= 90.1394...) + 0.3 x 100
    # outcome: 0.5 x (85 - 25)/75 (= 80) + 0.5 x 75 (two policies)
    # impact: 40 recorded + 30 attached, but not measured
    dimensions = ("input", "process", "output", "outcome", "impact")
    assert points(card, *dimensions) == ["79.00", "20.00", "93.10", "77.50", "70.00"]
    # 0.2 x (79 + 20 + 93.0976... + 77.5 + 70) = 67.9195...
    assert total(card) == ("67.92", "sedang")


def test_no_evidence_cannot_be_assessed() -> None:
    card = assess(sent("kota", {"name": "Kota Contoh"}), shipped("kemendagri-2024"))
    assert card.outcome == "not_scored"
    assert card.reason.id.startswith("Tidak dapat dinilai")


# --- the ombudsman -----------------------------------------------------------------


def test_four_dimensions_by_hand() -> None:
    marks = {
        "competence": ["80"],
        "facilities": ["90"],
        "service_standard": ["75"],
        "perception": ["60"],
        "complaint_handling": ["90", "100"],
    }
    card = assess(sent("kabupaten", marks=marks), shipped("ombudsman-2023"))
    # 0.2185 x 85 + 0.3237 x 75 + 0.2424 x 60 + 0.2154 x 95 = 77.857
    assert total(card) == ("77.86", "c")
    assert card.band is not None and card.band.zone is not None
    assert card.band.zone.id == "Zona Kuning"


@pytest.mark.parametrize(
    ("score", "band"),
    [
        ("88.81", "a"),  # Prov. Jatim 2023
        ("86.41", "b"),  # Raja Ampat 2024
        ("81.68", "b"),  # Kab. Sorong 2023
        ("77.43", "c"),  # Tambrauw 2024
        ("58.03", "c"),  # Baubau 2022
        ("52.98", "d"),  # Tambrauw 2023
        ("32.23", "d"),  # Maybrat 2023
        ("31.98", "e"),  # Maybrat 2024
        ("87.995", "a"),  # rounded before the letter is looked up
        ("87.994", "b"),
    ],
)
def test_published_scores_get_their_published_letter(score: str, band: str) -> None:
    rubric = shipped("ombudsman-2023")
    marks = {each.id: [score] for each in rubric.indicators()}
    assert total(assess(sent("kabupaten", marks=marks), rubric))[1] == band


@pytest.mark.parametrize(
    ("score", "zone"),
    [("81", "hijau"), ("80.99", "kuning"), ("51", "kuning"), ("50.99", "merah")],
)
def test_zones_of_2021(score: str, zone: str) -> None:
    submission = sent("kota", marks={"compliance_score": [score]})
    assert total(assess(submission, shipped("ombudsman-2021")))[1] == zone


# --- the public service index ------------------------------------------------------


def test_six_aspects_by_hand() -> None:
    marks = {
        "policy_f02": ["4.5"],
        "staff_f02": ["4.2"],
        "facilities_f02": ["4"],
        "information_f02": ["5"],
        "channel_f02": ["4"],
        "media_f02": ["5"],
        "accountability_f02": ["3"],
        "innovation_f02": ["3.5"],
    }
    answers: Answers = {"masuk": 50, "selesai": 45, "f01_kebijakan": 5}
    card = assess(sent("unit", answers, marks=marks), shipped("pekppp-2023"))
    # consultation: 4, 5, 3 and 45 of 50 = 90 % = 4.5 of 5; mean 4.125 of 5 = 82.5
    assert points(card, "consultation", "policy_f01") == ["82.50", "100.00"]
    # 0.24 x 4.5 + 0.25 x 4.2 + 0.18 x 4 + 0.11 x 5 + 0.10 x 4.125 + 0.12 x 3.5 = 4.2325
    assert total(card) == ("4.23", "a-minus")


@pytest.mark.parametrize(
    ("mark", "expected"), [("4.505", ("4.51", "a")), ("4.504", ("4.50", "a-minus"))]
)
def test_index_is_rounded_before_its_class(
    mark: str, expected: tuple[str, str]
) -> None:
    rubric = shipped("pekppp-2023")
    marks = {e.id: [mark] for e in rubric.indicators() if e.id.endswith("_f02")}
    answers: Answers = {"masuk": 5000, "selesai": int(Fraction(mark) * 1000)}
    assert total(assess(sent("unit", answers, marks=marks), rubric)) == expected


# --- monitoring --------------------------------------------------------------------


def office() -> Submission:
    counts = {
        "masuk": 20,
        "selesai": 14,
        "selesai_pelapor": 3,
        "selesai_sistem": 11,
        "proses": 2,
        "belum_verifikasi": 1,
        "belum_ditindaklanjuti": 1,
        "tunda": 1,
        "arsip": 1,
        "terblokir": 0,
    }
    counted = {key: evidence(value) for key, value in counts.items()}
    return replace(sent("opd"), counts=counted)


def test_office_by_its_tickets() -> None:
    card = assess(office(), shipped("monev-opd"))
    # untouched 2/20 = 10 %, (50 - 10) / 50 = 80; completion counts 19 of the 20
    # completion: 0.8 x 14/19 (= 73.684...) + 0.2 x 3/14 of 50 % (= 42.857...)
    parts = ("response", "completion", "first_reply")
    assert points(card, *parts) == ["80.00", "67.52", "-"]
    # 0.4 x 80 + 0.6 x 67.518... = 72.5112...
    assert total(card) == ("72.51", "sedang")


def test_office_with_a_follow_up_log() -> None:
    place = Location("21/tiket.xlsx", "Log Tindak Lanjut", "C2:C5")
    days = tuple(SeriesItem(Fraction(n), "oversight", None) for n in (3, 5, 5, 8))
    logged = replace(office(), series={"days_to_first_reply": Series(days, place)})
    card = assess(logged, shipped("monev-opd"))
    # three of four within five days; for information, as few exports come with a log
    assert points(card, "first_reply", "response") == ["75.00", "80.00"]
    assert total(card) == ("72.51", "sedang")


@pytest.mark.parametrize(
    ("selesai", "expected"),
    [
        (9001, ("90.01", "sangat_baik")),
        (9000, ("90.00", "baik")),
        (7500, ("75.00", "sedang")),
        (4999, ("49.99", "kurang")),
    ],
)
def test_follow_up_thresholds(selesai: int, expected: tuple[str, str]) -> None:
    figures = {"masuk": 10000, "selesai": selesai, "proses": 0}
    card = assess(sent("kota", figures), shipped("monev-before-after"))
    assert total(card) == expected


def test_change_of_follow_up_is_shown_beside_the_score() -> None:
    after: Answers = {"masuk": 100, "selesai": 60, "proses": 31}
    before: Answers = {"masuk_lalu": 80, "selesai_lalu": 30, "proses_lalu": 10}
    card = assess(sent("kota", {**after, **before}), shipped("monev-before-after"))
    # after 91 of 100, before 40 of 80 = 50 %: 41 points more
    assert total(card) == ("91.00", "sangat_baik")
    change = card.finding("follow_up_change")
    assert change is not None and change.value == 41
