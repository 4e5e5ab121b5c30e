"""The live score of a form is the engine's, figure by figure, for any evidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scorecard.rubric.nouns import Rubric
from scorecard.scoring import assess
from scorecard.sheets.form.places import log_sheet, tickets_sheet
from scorecard.sheets.form.workbook import form_workbook
from tests.filled_forms import (
    Filled,
    LiveForm,
    Ticket,
    differences,
    fillings,
    opened,
    plan_of,
    submission_of,
)
from tests.index_verbs import index_verbs
from tests.shipped import RUBRICS, shipped
from tests.small import criterion, indicator, linear, rubric, share, words

CASES = dict.fromkeys(RUBRICS, 340) | {"ombudsman-2021": 5, "ombudsman-2023": 5}
"""Cases of each shipped rubric; the Ombudsman's ask for no figure at all."""


@cache
def live_form(name: str, category: str = "", code: str = "21") -> LiveForm:
    plan = plan_of(shipped(name), category, code)
    return opened(form_workbook(plan), plan, Path(mkdtemp()))


def assert_agrees_always(form: LiveForm, cases: int) -> None:
    @settings(
        max_examples=cases,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def check(data: st.DataObject) -> None:
        assert disagreements(form, data.draw(fillings(form.plan))) == []

    check()


def disagreements(form: LiveForm, filled: Filled) -> list[str]:
    form.fill(filled)
    card = assess(submission_of(filled, form.plan), form.plan.rubric)
    return differences(form, card)


def test_there_are_two_thousand_cases() -> None:
    assert sum(CASES.values()) >= 2_000


@pytest.mark.parametrize("name", sorted(RUBRICS))
def test_any_evidence_scores_as_the_engine_does(name: str) -> None:
    assert_agrees_always(live_form(name), CASES[name])


def test_what_a_category_leaves_out_is_left_out_of_the_form() -> None:
    form = live_form("rubric", "unit")
    assert form.score("decree_in_force", 2) == "tidak berlaku"
    assert_agrees_always(form, 40)


@pytest.mark.parametrize("code", ["51", "91"])
def test_tickets_fall_into_the_period_by_the_participant_s_clock(code: str) -> None:
    assert_agrees_always(live_form("rubric", "provinsi", code), 40)


def test_every_other_verb_scores_as_the_engine_does(tmp_path: Path) -> None:
    plan = plan_of(many_verbs())
    assert_agrees_always(opened(form_workbook(plan), plan, tmp_path), 120)


def test_the_verbs_of_indices_score_as_the_engine_does(tmp_path: Path) -> None:
    plan = plan_of(index_verbs())
    assert_agrees_always(opened(form_workbook(plan), plan, tmp_path), 160)


@pytest.mark.parametrize("as_of", [date(2025, 1, 8), date(2025, 6, 30)])
def test_what_the_log_leaves_out_is_late_only_after_its_limit(
    as_of: date, tmp_path: Path
) -> None:
    early = many_verbs().model_copy(update={"as_of": as_of})
    plan = plan_of(early)
    assert_agrees_always(opened(form_workbook(plan), plan, tmp_path), 60)


def test_a_row_left_out_of_the_log_is_said_alike_on_the_form(tmp_path: Path) -> None:
    early = many_verbs().model_copy(update={"as_of": date(2025, 1, 20)})
    plan = plan_of(early)
    form = opened(form_workbook(plan), plan, tmp_path)
    days = (6, 6, 6, 17)
    sent = [
        Ticket(n, date(2025, 1, day), time(1), "Ditutup", "Kelas X")
        for n, day in enumerate(days, 1)
    ]
    first = replace(sent[0], closed=date(2025, 1, 7))
    filled = Filled({}, (first, *sent[1:]), 1, True, True)
    assert disagreements(form, filled) == []
    (finding,) = (
        each
        for each in assess(submission_of(filled, plan), early).findings
        if each.indicator == "s3"
    )
    assert (finding.numerator, finding.denominator) == (1, 3)
    said = (
        "lama: 1 dari 3 laporan dalam batas waktu: 33,33 %. Tanpa tanggal di log: 2 "
        "sudah lewat batas pada 20 Januari 2025 dan dihitung terlambat, 1 belum lewat "
        "batas dan belum dihitung."
    )
    assert finding.reason.id.startswith(said)
    assert str(form.score("s3", 10)).startswith(said.replace("33,33", "33.33"))


def test_what_the_rubric_spares_is_not_late_on_the_form_either(tmp_path: Path) -> None:
    """Archived without a date: not counted; with a date: as the log says."""
    early = many_verbs().model_copy(update={"as_of": date(2025, 1, 31)})
    plan = plan_of(early)
    form = opened(form_workbook(plan), plan, tmp_path)
    sent = [
        Ticket(n, date(2025, 1, 6), time(1), status, "Kelas X", closed=closed)
        for n, (status, closed) in enumerate(
            [
                ("Ditutup", date(2025, 1, 7)),
                ("Ditutup", None),
                ("DIARSIPKAN ", None),
                ("Diarsipkan", None),
                ("Diarsipkan", date(2025, 1, 30)),
            ],
            1,
        )
    ]
    filled = Filled({}, tuple(sent), 1, True, True)
    assert disagreements(form, filled) == []
    (finding,) = (
        each
        for each in assess(submission_of(filled, plan), early).findings
        if each.indicator == "s3"
    )
    assert (finding.numerator, finding.denominator) == (1, 3)
    said = (
        "lama: 1 dari 3 laporan dalam batas waktu: 33,33 %. Tanpa tanggal di log: 1 "
        "sudah lewat batas pada 31 Januari 2025 dan dihitung terlambat, 0 belum lewat "
        "batas dan belum dihitung. Tidak dihitung karena statusnya: 2."
    )
    assert finding.reason.id.startswith(said)
    assert str(form.score("s3", 10)).startswith(said.replace("33,33", "33.33"))


@pytest.mark.parametrize(
    ("node", "said"),
    [
        (
            "completion_rate",
            "elesai ÷ (masuk − arsip − terblokir): 1 dari 4 laporan: 25,00 %.",
        ),
        ("actions_done", "ksi terlaksana ÷ aksi direncanakan: 5 dari 12: 41,67 %."),
    ],
)
def test_a_share_is_said_alike_on_the_form(node: str, said: str) -> None:
    """The first letter is capital there; decimals are the reader's program's."""
    form = live_form("rubric")
    figures = {"masuk": 5, "selesai": 1, "arsip": 1, "terblokir": 0}
    filled = Filled({**figures, "aksi_direncanakan": 12, "aksi_selesai": 5})
    form.fill(filled)
    card = assess(submission_of(filled, form.plan), form.plan.rubric)
    finding = card.finding(node)
    assert finding is not None
    assert finding.reason.id[1:].startswith(said)
    assert str(form.score(node, 10))[1:].startswith(said.replace(",", "."))


def test_numbers_typed_in_the_log_are_found_among_an_export_s_texts(
    tmp_path: Path,
) -> None:
    """An export holds Tracking IDs as texts; who keeps a log types numbers."""
    plan = plan_of(many_verbs())
    form = opened(form_workbook(plan), plan, tmp_path)
    sent = Ticket(
        1, date(2025, 1, 6), time(1), "Ditutup", "Kelas X", closed=date(2025, 1, 7)
    )
    form.fill(Filled({}, (sent,), 1, True, True))
    assert form.score("s3", 3) == 100
    tiket, log = (form.sheets[each] for each in (tickets_sheet(plan), log_sheet(plan)))
    for export_id, log_id in (("'1001", "1001"), ("1001", "'1001")):
        form.model.set_user_input(tiket, 2, 1, export_id)
        form.model.set_user_input(log, 2, 1, log_id)
        form.model.evaluate()
        assert form.score("s3", 3) == 100


PLANTED = {
    "points of an indicator": ("low", "=1+1"),
    "state of an indicator": ("state", '="pending"'),
    "weight that counts": ("counted", "=3"),
    "share of the whole": ("share", "=0.123"),
}


@pytest.mark.parametrize("what", PLANTED)
def test_a_planted_wrong_formula_is_caught(what: str, tmp_path: Path) -> None:
    from scorecard.sheets.form.branches import COLUMNS

    plan = plan_of(shipped("rubric"))
    form = opened(form_workbook(plan), plan, tmp_path)
    full = Filled({"masuk": 273, "selesai": 271, "arsip": 1})
    assert disagreements(form, full) == []
    column, formula = PLANTED[what]
    row = form.lines["completion_rate"]
    working = form.sheets[plan.word("working")]
    form.model.set_user_input(working, row, COLUMNS.index(column) + 1, formula)
    assert disagreements(form, full) != []


@pytest.mark.parametrize(
    ("hours", "points"),
    [("2.675", 95), ("5", 100), ("60", 0), ("32.5", 50), ("70.125", 0)],
)
def test_one_figure_by_hand(hours: str, points: float) -> None:
    """Linear from 60 (0 points) to 5 (100 points), as anyone can check."""
    form = live_form("rubric")
    form.fill(Filled({"rata_hari": hours}))
    expected = min(100.0, max(0.0, (60 - float(hours)) / 55 * 100))
    assert form.score("speed", 4) == pytest.approx(expected, abs=1e-9)
    assert expected == pytest.approx(points, abs=10)


def many_verbs() -> Rubric:
    """Every aggregate, scale and series measure that no shipped rubric uses."""
    log = {"verb": "log", "worst": "1", "best": "50"}
    steps: dict[str, Any] = {
        "verb": "bands",
        "steps": [{"from": "2", "points": "40"}, {"from": "10", "points": "90.5"}],
        "otherwise": "5",
    }
    limits = [
        {"classification": "x", "days": "3"},
        {"classification": "x", "days": "6", "since": "2025-01-20"},
    ]
    limited = {"verb": "within", "limits": limits, "otherwise": "5"}
    limited["spare"] = ["archived"]
    series = [
        indicator(
            f"s{number}",
            weight,
            measure={"of": "lama", **measure},
            scale=linear("30", "1"),
            missing="exclude",
        )
        for number, (weight, measure) in enumerate(
            [
                ("20", {"verb": "average", "least": "2"}),
                ("30", {"verb": "median"}),
                ("25", {"verb": "percentile", "percent": "90"}),
                ("25", limited),
            ]
        )
    ]
    inside = criterion("dalam", "40", aggregate="geometric_mean", indicators=series)
    plain = criterion(
        "biasa",
        "35",
        aggregate="lowest",
        indicators=[
            indicator(
                "hitung", "60", measure={"verb": "count", "of": ["masuk"]}, scale=log
            ),
            indicator(
                "tahap", "40", measure={"verb": "figure", "figure": "hari"}, scale=steps
            ),
        ],
    )
    last = criterion(
        "jumlah",
        "25",
        aggregate="sum",
        indicators=[
            indicator("a", "70", measure=share("selesai", "masuk", "arsip")),
            indicator(
                "b", "30", measure=share("lalu", "masuk_lalu"), missing="exclude"
            ),
        ],
    )
    score = {"aggregate": "sum", "places": "1", "mode": "half_even", "coverage": "30"}
    score |= {"bands_on": "exact"}
    return rubric(inside, plain, last, score=score, tickets=tickets_of())


def tickets_of() -> dict[str, Any]:
    columns = {
        "tracking_id": ["Tracking ID"],
        "received": ["Tanggal Laporan Masuk"],
        "received_time": ["Waktu Laporan Masuk"],
        "classification": ["Klasifikasi Laporan"],
        "status": ["Status Laporan"],
    }
    log = {
        "sheet": {"name": "Log Tindak Lanjut"},
        "columns": {
            "tracking_id": ["Tracking ID"],
            "verified": ["Tanggal Verifikasi"],
            "first_reply": ["Tanggal Tanggapan Pertama"],
            "closed": ["Tanggal Selesai"],
        },
    }
    title = words("lama")
    return {
        "sheet": {"name": "Laporan Ringkas", "aliases": ["Tiket"]},
        "columns": columns,
        "statuses": [
            {"id": "closed", "title": words("closed"), "labels": ["Ditutup"]},
            {"id": "archived", "title": words("archived"), "labels": ["Diarsipkan"]},
        ],
        "classifications": [{"id": "x", "title": words("x"), "labels": ["Kelas X"]}],
        "log": log,
        "series": [
            {"id": "lama", "title": title, "start": "received", "end": "closed"}
        ],
    }
