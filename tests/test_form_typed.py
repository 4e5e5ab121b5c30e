"""Texts that are pasted into a form count on Skor as they count to the reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scorecard.methods.live.expressions import BLANK, READ, UNREADABLE
from scorecard.rubric.nouns import Rubric
from scorecard.scoring import assess
from scorecard.sheets.form.places import tickets_sheet
from scorecard.sheets.form.workbook import form_workbook
from tests.filled_forms import (
    Filled,
    LiveForm,
    differences,
    opened,
    plan_of,
    submission_of,
)
from tests.read_back import submission_read
from tests.small import criterion, indicator, linear, rubric, words
from tests.test_form_differential import live_form, tickets_of

STATE, VALUE, WHY = 3, 4, 5


def line(form: LiveForm, key: str, column: int) -> object:
    return form.get(form.plan.word("working"), form.lines[key], column)


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("masuk", "'271", 271),
        ("masuk", "'1.234", 1234),
        ("masuk", "' 1.234 Laporan ", 1234),
        ("masuk", "'1.234.567", 1_234_567),
        ("rata_hari", "'3,9", 3.9),
        ("rata_hari", "'1.234,5", 1234.5),
        ("rata_hari", "'5,25 hari kerja", 5.25),
        ("persen_selesai", "'99,27 %", 99.27),
        ("persen_selesai", "'99.27 persen", 99.27),
        ("persen_selesai", "99.27", 99.27),
        ("sk_tim.tanggal", "'31/12/2025", 46022),
        ("sk_tim.tanggal", "'31 Desember 2025", 46022),
        ("sk_tim.tanggal", "'2025-12-31", 46022),
        ("sk_tim.ada", "' YA ", 1),
        ("sk_tim.ada", "'tidak ada", 0),
    ],
)
def test_a_text_that_the_reader_takes_is_taken(
    key: str, typed: str, value: float
) -> None:
    form = live_form("rubric")
    form.fill(Filled({key: typed}))
    assert line(form, key, STATE) == READ
    assert line(form, key, VALUE) == pytest.approx(value, abs=1e-9)


@pytest.mark.parametrize("typed", ["'-", "' – ", "'...", "'", "'\N{NO-BREAK SPACE}"])
def test_a_dash_is_a_blank(typed: str) -> None:
    form = live_form("rubric")
    form.fill(Filled({"masuk": typed}))
    assert line(form, "masuk", STATE) == BLANK


@pytest.mark.parametrize(
    ("key", "sheet"),
    [("masuk", "Rekap"), ("sk_tim.nomor", "Dokumen"), ("catatan", "Identitas")],
)
def test_the_counter_counts_what_the_reader_takes_for_filled(
    key: str, sheet: str
) -> None:
    form = live_form("rubric")
    before = 2 if sheet == "Identitas" else 0
    for typed, filled in (("'-", 0), ("' – ", 0), ("'", 0), ("'?", 1)):
        form.fill(Filled({key: typed}))
        assert form.get(sheet, 3, 3) == before + filled, typed


@pytest.mark.parametrize(
    ("key", "typed", "why"),
    [
        ("masuk", "'271 orang", "isikan sebagai angka."),
        ("rata_hari", "'1.234", "isikan sebagai angka."),
        ("persen_selesai", "'0,5", "isikan sebagai angka."),
        ("sk_tim.tanggal", "'03/04/2025", "isikan sebagai tanggal."),
        ("sk_tim.tanggal", "'31 Februari 2025", "isikan sebagai tanggal."),
        ("sk_tim.ada", "'mungkin", "pilih Ya atau Tidak dari daftar."),
    ],
)
def test_what_has_no_reading_or_two_says_so(key: str, typed: str, why: str) -> None:
    form = live_form("rubric")
    form.fill(Filled({key: typed}))
    assert line(form, key, STATE) == UNREADABLE
    told = f"tidak terbaca seperti yang tertulis; {why}"
    assert line(form, key, WHY) == told


def test_other_cells_of_the_sheet_settle_what_a_number_means() -> None:
    """A count written 1.011 shows that a point groups thousands on its sheet."""
    form = live_form("rubric")
    form.fill(Filled({"rata_hari": "'1.234", "masuk": "'1.011"}))
    assert line(form, "rata_hari", VALUE) == 1234


def test_other_cells_of_the_sheet_settle_what_a_date_means() -> None:
    form = live_form("rubric")
    form.fill(Filled({"sk_tim.tanggal": "'03/04/2025", "sk_tim.mulai": "'31/01/2025"}))
    assert line(form, "sk_tim.tanggal", VALUE) == 45750
    form.fill(Filled({"sk_tim.tanggal": "'03/04/2025", "sk_tim.mulai": "'01/31/2025"}))
    assert line(form, "sk_tim.tanggal", VALUE) == 45720


def test_a_total_below_its_parts_earns_nothing_yet() -> None:
    form = live_form("rubric")
    filled = Filled({"masuk": 100, "selesai": 99, "proses": 9})
    form.fill(filled)
    assert line(form, "masuk", STATE) == UNREADABLE
    assert line(form, "masuk", WHY) == "kurang dari jumlah bagiannya, 108."
    card = assess(submission_of(filled, form.plan), form.plan.rubric)
    assert differences(form, card) == []
    found = card.finding("completion_rate")
    assert found is not None and found.state == "unreadable"


def test_a_sentence_names_the_scale() -> None:
    form = live_form("rubric")
    form.fill(Filled({"rata_hari": "32.5"}))
    told = str(form.score("speed", 10))
    assert told.endswith(
        "50.00 poin: 0 poin pada 60, 100 poin pada 5, merata di antaranya."
    )
    form.fill(Filled({"rata_hari": "'lama"}))
    told = str(form.score("speed", 10))
    assert "Poin antara 0.00 dan 100.00: 0 poin pada 60" in told


def rated() -> Rubric:
    """Ratings: their mean, and how many are at most the limit of their class."""
    limits = [{"classification": "x", "days": "2"}]
    measures: list[dict[str, Any]] = [
        {"verb": "average", "of": "nilai"},
        {"verb": "within", "of": "nilai", "limits": limits, "otherwise": "4"},
    ]
    inside = [
        indicator(f"r{n}", "50", measure=measure, scale=linear("0", "100"))
        for n, measure in enumerate(measures)
    ]
    tickets = tickets_of() | {
        "series": [{"id": "nilai", "title": words("nilai"), "column": "rating"}]
    }
    tickets["columns"] = tickets["columns"] | {"rating": ["Rating Pelapor"]}
    whole = criterion("semua", "100", indicators=inside)
    return rubric(whole, tickets=tickets)


def test_a_limit_on_ratings_is_live(tmp_path: Path) -> None:
    plan = plan_of(rated())
    form = opened(form_workbook(plan), plan, tmp_path)
    export = tickets_sheet(plan)
    heads = ("Tracking ID", "Tanggal Laporan Masuk", "Klasifikasi Laporan")
    table: list[tuple[Any, ...]] = [
        (*heads, "Status Laporan", "Rating Pelapor"),
        ("#1", "5 Jan 2025", "Kelas X", "Ditutup", 2),
        ("#2", "6 Jan 2025", "Kelas X", "Ditutup", "3"),
        ("#3", "7 Jan 2025", "Lain", "Ditutup", "3,5"),
        ("#4", "8 Jan 2025", "Lain", "Ditutup", "bagus"),
        ("#5", "9 Jan 2025", "Lain", "Ditutup", None),
        ("#6", "9 Jan 2024", "Lain", "Ditutup", 1),
    ]
    cells = [
        (export, row, column, value)
        for row, line_ in enumerate(table, 1)
        for column, value in enumerate(line_, 1)
        if value is not None
    ]
    for sheet, row, column, value in cells:
        typed = f"'{value}" if isinstance(value, str) else str(value)
        form.model.set_user_input(form.sheets[sheet], row, column, typed)
    form.model.evaluate()
    card = assess(submission_read(cells, plan), plan.rubric)
    assert differences(form, card) == []
    kept = card.finding("r1")
    assert kept is not None
    assert (kept.numerator, kept.denominator) == (2, 3)
