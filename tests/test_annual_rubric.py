"""The default rubric scores samples by figures made by hand."""

from __future__ import annotations

from datetime import date

from scorecard.scoring import assess
from tests.shipped import Answers, points, sent, shipped, total

DECREE: Answers = {
    "sk_tim.ada": True,
    "sk_tim.nomor": "188/21/2024",
    "sk_tim.tanggal": date(2024, 3, 1),
    "sk_tim.mulai": date(2024, 3, 1),
    "sk_tim.admin_instansi": True,
    "sk_tim.pejabat_penghubung": True,
}
PLAN: Answers = {
    "rencana_aksi.ada": True,
    "rencana_aksi.diserahkan": date(2025, 3, 31),
    "rencana_aksi.mulai": date(2025, 1, 1),
    "rencana_aksi.sampai": date(2025, 12, 31),
    "aksi_direncanakan": 8,
    "aksi_selesai": 8,
    "kebijakan_dari_pengaduan": True,
}
# Prov. Kepri 2022; who closed the reports, and how fast, is invented.
ANSWERED: Answers = {
    "masuk": 273,
    "selesai": 271,
    "selesai_pelapor": 150,
    "selesai_sistem": 121,
    "proses": 2,
    "belum_verifikasi": 0,
    "belum_ditindaklanjuti": 0,
    "rata_hari": 5,
}
FILES = ("sk_tim.berkas", "rencana_aksi.berkas")
BEST = {"answer_quality": ["4", "4", "4"]}


def test_a_sample_by_hand() -> None:
    answers = {
        **DECREE,
        **PLAN,
        **ANSWERED,
        "sk_tim.pejabat_penghubung": False,
        "rencana_aksi.diserahkan": date(2025, 4, 1),
        "aksi_selesai": 6,
        "kebijakan_dari_pengaduan": False,
        "selesai_pelapor": 27,
        "selesai_sistem": 243,
        "rata_hari": 16,
    }
    marks = {"answer_quality": ["3.5", "2", "3.5"]}
    submission = sent("provinsi", answers, marks=marks, files=FILES)
    card = assess(submission, shipped("rubric"))
    # decree: all but the liaison officers, 100 - 10
    assert points(card, "decree_in_force", "decree") == ["90.00", "90.00"]
    # plan: all but on time, 100 - 20; actions 6 of 8; 0.5 x 80 + 0.3 x 75 + 0.2 x 0
    plan = ("plan_submitted", "actions_done", "data_used", "action_plan")
    assert points(card, *plan) == ["80.00", "75.00", "0.00", "62.50"]
    # marks: 9 / 3 = 3 of 4; confirmed: 27 of 271 = 9.9630 %, where 50 % is full
    quality = ("answer_quality", "citizen_confirmed", "follow_up_quality")
    assert points(card, *quality) == ["75.00", "19.93", "52.97"]
    # 271 of 273 = 99.2673...; (60 - 16) / (60 - 5) = 0.8; nothing untouched
    rate = ("completion_rate", "speed", "untouched", "completion")
    assert points(card, *rate) == ["99.27", "80.00", "100.00", "95.56"]
    # 0.20 x 90 + 0.20 x 62.5 + 0.25 x 52.97047... + 0.35 x 95.56043... = 77.18877...
    assert total(card) == ("77.19", "baik")


def test_without_a_decree_at_most_sedang() -> None:
    card = assess(
        sent("provinsi", {**PLAN, **ANSWERED}, marks=BEST, files=FILES[1:]),
        shipped("rubric"),
    )
    # 0.20 x 0 + 0.20 x 100 + 0.25 x 100 + 0.35 x 99.56043... = 79.84615...
    assert total(card) == ("79.85", "sedang")
    assert card.band is not None and card.band.uncapped == "baik"
    assert [gate.gate for gate in card.gates] == ["no_decree"]


def test_no_decree_is_asked_of_a_service_unit() -> None:
    card = assess(
        sent("unit", {**PLAN, **ANSWERED}, marks=BEST, files=FILES[1:]),
        shipped("rubric"),
    )
    # 0.25 x 100 + 0.35 x 100 + 0.40 x 99.56043... = 99.82417...
    assert total(card) == ("99.82", "sangat_baik")
    assert card.gates == ()


def test_many_untouched_reports_cap_the_band() -> None:
    figures: Answers = {
        "masuk": 100,
        "selesai": 74,
        "selesai_pelapor": 40,
        "selesai_sistem": 34,
        "proses": 0,
        "belum_verifikasi": 26,
    }
    answers = {**DECREE, **PLAN, **ANSWERED, **figures}
    card = assess(sent("kota", answers, marks=BEST, files=FILES), shipped("rubric"))
    # untouched: (50 - 26) / 50 = 48 points, below the gate's 50
    # completion: 0.60 x 74 + 0.20 x 100 + 0.20 x 48 = 74
    # 20 + 20 + 25 + 0.35 x 74 = 90.90
    assert total(card) == ("90.90", "baik")
    assert [gate.gate for gate in card.gates] == ["many_untouched"]


def test_interval_until_assessors_have_marked() -> None:
    answers = {**DECREE, **PLAN, **ANSWERED}
    card = assess(sent("kota", answers, files=FILES), shipped("rubric"))
    # 60 of the 100 points of follow-up quality are open: 0.25 x 60 = 15 of the total
    assert card.outcome == "interval" and card.total is not None
    assert card.total.high - card.total.low == 15


def test_archived_reports_leave_the_denominator_of_one_definition_only() -> None:
    # Kab. Bandung 2023: 463 in, 370 closed, 62 archived, 31 waiting.
    figures: Answers = {
        "masuk": 463,
        "selesai": 370,
        "arsip": 62,
        "tunda": 31,
        "terblokir": 0,
    }
    card = assess(sent("kabupaten", figures), shipped("rubric"))
    # 370/463, 370/401, 432/463, 370/370
    definitions = (
        "completion_of_all",
        "completion_rate",
        "completion_with_archive",
        "completion_without_waiting",
    )
    values = [card.finding(each) for each in definitions]
    found = [str(round(float(f.value or 0), 2)) for f in values if f]
    assert found == ["79.91", "92.27", "93.3", "100.0"]


def test_archiving_most_reports_caps_the_band() -> None:
    figures: Answers = {**ANSWERED, "masuk": 1000, "arsip": 727}
    answers = {**DECREE, **PLAN, **figures}
    card = assess(sent("kota", answers, marks=BEST, files=FILES), shipped("rubric"))
    # 72.7 % archived: (100 - 72.7) = 27.3 points, below the gate's 50
    assert card.band is not None
    assert (card.band.low, card.band.uncapped) == ("sedang", "sangat_baik")


def test_closing_as_an_admin_is_no_way_around_confirmation() -> None:
    dodge: Answers = {**ANSWERED, "selesai_pelapor": 0, "selesai_sistem": 0}
    honest: Answers = {**ANSWERED, "selesai_pelapor": 1, "selesai_sistem": 0}
    rubric = shipped("rubric")
    one, other = (
        assess(sent("kota", answers), rubric).points_of("citizen_confirmed")
        for answers in (dodge, honest)
    )
    assert one is not None and other is not None
    assert one.low == 0 < other.low
