"""Each verb of the rubric: its value and its sentence, side by side."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import ironcalc
import pytest

from scorecard.advice.statuses import is_rising
from scorecard.finding import Found, find
from scorecard.methods.aggregates import SENTENCES, Part, aggregated
from scorecard.methods.measures import MEASURES
from scorecard.methods.scales import formula, points, sentence
from scorecard.methods.series import interpolated, limit_of
from scorecard.model import SeriesItem, Submission
from scorecard.rubric import methods as verb
from scorecard.rubric.methods import Aggregate
from scorecard.rubric.nouns import Indicator
from tests.index_verbs import CURVE, FADING, POWER, RANK, z_score
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


def found(sent: Submission, **more: Any) -> Found:
    rules = rubric(criterion("k", indicators=[indicator("i", **more)]))
    return find(rules.node("i"), sent, rules)  # type: ignore[arg-type]


def test_share_keeps_numerator_denominator_and_definition() -> None:
    got = found(
        submission(selesai=271, masuk=275, arsip=2),
        measure=share("selesai", "masuk", "arsip"),
    )
    assert got.measured.value == Fraction(27100, 273)
    assert (got.measured.numerator, got.measured.denominator) == (271, 273)
    assert got.reason.id == (
        "selesai ÷ (masuk − arsip): 271 dari 273 laporan: 99,27 %. "
        "99,27 poin: 0 poin pada 0, 100 poin pada 100, merata di antaranya."
    )
    assert got.reason.en == (
        "selesai ÷ (masuk − arsip): 271 of 273 tickets: 99.27 %. "
        "99.27 points: 0 points at 0, 100 points at 100, evenly in between."
    )


def test_share_says_that_a_blank_deduction_excludes_nothing() -> None:
    got = found(
        submission(selesai=1, masuk=2), measure=share("selesai", "masuk", "arsip")
    )
    assert got.low == 50
    assert "arsip tidak diisi dan tidak mengurangi penyebut." in got.reason.id


@pytest.mark.parametrize(
    ("figures", "state"),
    [
        ({"selesai": 0, "masuk": 0}, "not_applicable"),
        ({"selesai": 3, "masuk": 2}, "unreadable"),
        ({"selesai": 1, "masuk": 1, "arsip": 2}, "unreadable"),
        ({"selesai": -1, "masuk": 2}, "unreadable"),
        ({"masuk": 2}, "missing"),
        ({"selesai": "banyak", "masuk": 2}, "unreadable"),
    ],
)
def test_share_without_a_usable_pair_has_a_state_not_a_zero(
    figures: dict[str, Any], state: str
) -> None:
    got = found(submission(**figures), measure=share("selesai", "masuk", "arsip"))
    assert got.state == state
    assert got.measured.value is None


def test_share_takes_both_sides_from_the_export_when_there_is_one() -> None:
    got = found(submission(counts={"selesai": 1, "masuk": 4}, selesai=9, masuk=9))
    assert got.low == 25


def test_count_adds_quantities() -> None:
    got = found(
        submission(masuk=40, arsip=2),
        measure={"verb": "count", "of": ["masuk", "arsip"]},
    )
    assert got.measured.value == 42
    assert got.measured.reason.id == "masuk + arsip: 42 laporan."


def test_change_subtracts_the_last_period() -> None:
    got = found(
        submission(selesai=9, masuk=10, lalu=3, masuk_lalu=4),
        measure={
            "verb": "change",
            "before": share("lalu", "masuk_lalu"),
            "after": share("selesai", "masuk"),
        },
        scale=linear("-100", "100"),
    )
    assert got.measured.value == 15
    assert got.measured.reason.id == "Dari 75,00 % menjadi 90,00 %: berubah 15,00 poin."


def test_change_is_missing_while_one_period_is() -> None:
    got = found(
        submission(selesai=9, masuk=10),
        measure={
            "verb": "change",
            "before": share("lalu", "masuk_lalu"),
            "after": share("selesai", "masuk"),
        },
    )
    assert got.state == "missing"


def test_figure_and_answer_take_one_cell() -> None:
    days = found(
        submission(hari=Fraction("3.9")),
        measure={"verb": "figure", "figure": "hari"},
        scale=linear("60", "5"),
    )
    assert days.low == 100
    assert days.measured.reason.id == "hari: 3,9."
    policy = found(
        submission(kebijakan=False),
        measure={"verb": "answer", "field": "kebijakan"},
        scale=linear("0", "1"),
    )
    assert (policy.state, policy.low) == ("scored", 0)
    assert policy.measured.reason.id == "kebijakan: Tidak."


def test_a_figure_that_cannot_be_true_earns_nothing() -> None:
    got = found(
        submission(hari=-3),
        measure={"verb": "figure", "figure": "hari"},
        scale=linear("60", "5"),
    )
    assert (got.state, got.low, got.high) == ("unreadable", 0, 100)
    assert got.measured.reason.id == (
        "hari di 21/borang.xlsx › Rekap › C5 tidak dapat dipakai (-3): "
        "angka tidak boleh negatif."
    )


SK = {
    "verb": "document",
    "document": "sk",
    "requires": "exists",
    "conditions": [
        {
            "id": key,
            "title": words(key),
            "points": points_,
            "test": test,
            "field": field_,
            **more,
        }
        for key, points_, test, field_, more in (
            ("exists", "40", "yes", "ada", {}),
            ("number", "10", "filled", "nomor", {}),
            ("in_force", "30", "overlaps_period", "mulai", {"until": "sampai"}),
            ("file", "20", "attached", "berkas", {}),
        )
    ],
}


def document(**answers: Any) -> Found:
    return found(submission(**answers), measure=SK, scale={"verb": "checklist"})


def test_document_adds_the_points_of_the_conditions_that_are_met() -> None:
    got = document(
        sk__ada=True, sk__nomor="188/1", sk__mulai=date(2024, 1, 1), sk__berkas="sk.pdf"
    )
    assert got.low == 80
    assert [each.met for each in got.measured.conditions] == [True, True, True, False]
    assert got.measured.reason.id == (
        "SK: 3 dari 4 syarat terpenuhi; belum: file (berkas tidak ditemukan)."
    )


def test_document_that_does_not_exist_meets_nothing_else() -> None:
    got = document(sk__ada=False, sk__nomor="188/1")
    assert (got.state, got.low) == ("scored", 0)
    assert got.measured.conditions[1].reason.id == "bergantung pada syarat “exists”"


def test_document_expired_before_the_period_is_not_in_force() -> None:
    got = document(
        sk__ada=True, sk__mulai=date(2022, 1, 1), sk__sampai=date(2024, 12, 31)
    )
    assert got.measured.conditions[2].met is False
    assert got.measured.conditions[2].reason.id == (
        "1 Januari 2022 – 31 Desember 2024, periode 1 Januari 2025 – 31 Desember 2025"
    )


def test_a_span_that_ends_before_it_begins_must_be_looked_at() -> None:
    got = document(
        sk__ada=True, sk__mulai=date(2025, 6, 1), sk__sampai=date(2025, 1, 31)
    )
    assert (got.state, got.low, got.high) == ("unreadable", 40, 70)
    assert got.measured.conditions[2].reason.id == (
        "berakhir 31 Januari 2025, sebelum mulai 1 Juni 2025"
    )


def test_a_day_that_has_not_come_yet_must_be_looked_at() -> None:
    got = document(sk__ada=True, sk__nomor=date(2031, 1, 1))
    assert (got.state, got.low, got.high) == ("unreadable", 40, 50)
    assert got.measured.conditions[1].reason.id == (
        "1 Januari 2031, sesudah hari penilaian 31 Maret 2026"
    )


def test_document_left_blank_is_missing() -> None:
    assert document().state == "missing"


def test_marks_are_averaged_over_assessors_then_over_tickets() -> None:
    marks = (mark("4"), mark("2", assessor="Penilai 2"), mark("1", ticket="2"))
    got = _marked(marks, least=2)
    assert got.measured.value == 2
    assert got.low == 50
    assert got.measured.reason.id == (
        "Rata-rata nilai 2 penilai atas 2 contoh: 2,00 dari 4."
    )


def test_too_few_marks_leave_the_points_open() -> None:
    got = _marked((mark("4"),), least=2)
    assert (got.state, got.low, got.high) == ("pending", 0, 100)
    assert got.measured.reason.id == (
        "Menunggu penilai: 1 nilai sudah ada atas 1 contoh, paling sedikit 2 contoh."
    )


def test_a_sample_that_was_given_out_but_not_marked_leaves_exact_bounds() -> None:
    got = _marked((mark("4"), mark("", ticket="2")), least=2)
    assert (got.state, got.low, got.high) == ("pending", 50, 100)
    assert got.measured.reason.id == (
        "Menunggu penilai: 1 nilai sudah ada atas 2 contoh, paling sedikit 2 contoh; "
        "1 belum diisi."
    )


def _marked(marks: tuple[Any, ...], least: int) -> Found:
    rules = rubric(
        criterion(
            "k",
            indicators=[
                indicator(
                    "mutu",
                    measure={"verb": "mark", "maximum": "4", "least": least},
                    scale=linear("0", "4"),
                )
            ],
        )
    )
    node = rules.node("mutu")
    assert isinstance(node, Indicator)
    return find(node, submission(marks=marks), rules)


RATED = tuple(SeriesItem(Fraction(v), "", None) for v in (1, 2, 3, 10))


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ({"verb": "average", "of": "rating"}, Fraction(4)),
        ({"verb": "median", "of": "rating"}, Fraction(5, 2)),
        ({"verb": "percentile", "of": "rating", "percent": "90"}, Fraction("7.9")),
        (
            {"verb": "within", "of": "rating", "limits": [], "otherwise": "3"},
            Fraction(75),
        ),
    ],
)
def test_series_measures(measure: dict[str, Any], value: Fraction) -> None:
    assert found(submission(series=RATED), measure=measure).measured.value == value


def test_tickets_of_a_spared_status_are_not_late_without_a_date() -> None:
    measure = {"verb": "within", "of": "rating", "limits": [], "otherwise": "3"}
    sent = submission(series=RATED)
    waiting = tuple(
        SeriesItem(Fraction(9), "", None, status) for status in ("closed", "open")
    )
    rated = replace(sent.series["rating"], waiting=waiting)
    sent = replace(sent, series={"rating": rated})
    late = found(sent, measure=measure).measured
    assert (late.numerator, late.denominator) == (3, 6)
    spared = found(sent, measure={**measure, "spare": ["closed"]}).measured
    assert (spared.numerator, spared.denominator) == (3, 5)
    assert spared.reason.en.endswith("Not counted for their status: 1.")
    assert spared.reason.id.endswith("Tidak dihitung karena statusnya: 1.")


def test_a_series_without_export_is_missing() -> None:
    got = found(submission(), measure={"verb": "average", "of": "rating"})
    assert got.state == "missing"


def test_the_limit_in_force_on_the_tickets_day_counts() -> None:
    within = verb.Within.model_validate(
        {
            "verb": "within",
            "of": "rating",
            "otherwise": "5",
            "limits": [
                {"classification": "a", "days": "60"},
                {"classification": "a", "days": "30", "since": "2025-06-01"},
            ],
        }
    )
    before = SeriesItem(Fraction(1), "a", date(2025, 5, 31))
    after = SeriesItem(Fraction(1), "a", date(2025, 6, 1))
    other = SeriesItem(Fraction(1), "b", date(2025, 6, 1))
    assert [limit_of(each, within) for each in (before, after, other)] == [60, 30, 5]


def test_percentile_of_one_value_is_that_value() -> None:
    assert interpolated((Fraction(7),), Fraction(90)) == 7


@pytest.mark.parametrize(
    ("scale", "value", "expected"),
    [
        (linear("0", "4"), "3", "75"),
        (linear("60", "5"), "5", "100"),
        (linear("60", "5"), "90", "0"),
        ({"verb": "log", "worst": "1", "best": "100"}, "10", "50"),
        ({"verb": "log", "worst": "1", "best": "100"}, "0", "0"),
    ],
)
def test_rising_scales(scale: dict[str, Any], value: str, expected: str) -> None:
    got = _scaled(scale, value)
    assert got is not None
    assert abs(got - Fraction(expected)) < Fraction(1, 10**40)


def _scaled(scale: dict[str, Any], value: str) -> Fraction | None:
    rules = rubric(criterion("k", indicators=[indicator("i", scale=scale)]))
    node = rules.node("i")
    assert isinstance(node, Indicator)
    return points(node.scale, Fraction(value))


STEPS = {
    "verb": "bands",
    "steps": [{"from": "90", "points": "100"}, {"from": "75", "points": "60"}],
    "otherwise": "10",
}
LEVELS = {
    "verb": "levels",
    "levels": [{"level": "0", "points": "0"}, {"level": "5", "points": "100"}],
}


@pytest.mark.parametrize(
    ("scale", "value", "expected"),
    [
        (STEPS, "90", 100),
        (STEPS, "89.999", 60),
        (STEPS, "74.999", 10),
        (LEVELS, "5", 100),
        (LEVELS, "4", None),
    ],
)
def test_stepped_scales(
    scale: dict[str, Any], value: str, expected: int | None
) -> None:
    assert _scaled(scale, value) == expected


def test_scales_say_their_own_figures() -> None:
    rules = rubric(criterion("k", indicators=[indicator("i", scale=STEPS)]))
    node = rules.node("i")
    assert isinstance(node, Indicator)
    assert sentence(node.scale).id == (
        "100 poin mulai 90; 60 poin mulai 75; selain itu 10 poin"
    )


PARTS = [Part(Fraction(30), Fraction(50)), Part(Fraction(10), Fraction(100))]


def test_aggregates() -> None:
    assert aggregated("weighted_mean", PARTS) == Fraction(125, 2)
    assert aggregated("lowest", PARTS) == 50
    assert aggregated("sum", PARTS) == 25
    geometric = aggregated("geometric_mean", PARTS)
    assert geometric is not None
    expected = 50 * 2 ** (10 / 40)
    assert abs(float(geometric) - expected) < 1e-12
    assert aggregated("weighted_mean", []) is None


def test_a_zero_part_makes_a_geometric_mean_zero() -> None:
    zero = [*PARTS, Part(Fraction(1), Fraction(0))]
    assert aggregated("geometric_mean", zero) == 0


def test_every_verb_of_the_language_is_measured() -> None:
    declared = {
        measure.model_fields["verb"].annotation.__args__[0]  # type: ignore[union-attr]
        for measure in verb.Measure.__origin__.__args__  # type: ignore[attr-defined]
    }
    assert declared == {*MEASURES, "mark"}
    assert set(SENTENCES) == set(verb.Aggregate.__args__)  # type: ignore[attr-defined]


FORMULA_SCALES = [
    linear("0", "4"),
    linear("60", "5"),
    linear("-10", "10"),
    {"verb": "log", "worst": "1", "best": "100"},
    {"verb": "log", "worst": "60", "best": "5"},
    STEPS,
    LEVELS,
    {"verb": "checklist"},
    CURVE,
    RANK,
    {**RANK, "method": "below", "prefer": "lower"},
    {**RANK, "method": "at_most"},
    {**RANK, "method": "inclusive"},
    {**RANK, "method": "inclusive", "prefer": "lower"},
    POWER,
    {**POWER, "exponent": "-1", "most": "700"},
    FADING,
    {**FADING, "rate": "0.08"},
    z_score("12.5", "3.75"),
    z_score("40", "20", centre="45", spread="20", least="0", most="100"),
]
VALUES = [
    "-20",
    "-3.5",
    "0",
    "0.1",
    "1",
    "2.675",
    "5",
    "10",
    "42",
    "74.999",
    "75",
    "90",
]


@pytest.mark.parametrize("scale", FORMULA_SCALES, ids=lambda scale: scale["verb"])
def test_a_scales_formula_gives_the_points_of_its_value_face(
    scale: dict[str, Any],
) -> None:
    rules = rubric(criterion("k", indicators=[indicator("i", scale=scale)]))
    node = rules.node("i")
    assert isinstance(node, Indicator)
    model = ironcalc.create("scale", "en", "UTC", "en")
    for row, value in enumerate(VALUES, start=1):
        model.set_user_input(0, row, 1, value)
        model.set_user_input(0, row, 2, f"={formula(node.scale, f'A{row}')}")
    model.evaluate()
    for row, value in enumerate(VALUES, start=1):
        expected = points(node.scale, Fraction(value))
        shown = model.get_cell_value(0, row, 2)
        if expected is None:
            assert shown in ("", None)
        else:
            assert shown == pytest.approx(float(expected), abs=1e-9)


def test_equal_geometric_means_are_equal_whatever_their_parts() -> None:
    """Six sevenths and two are four and three: a tie that digits must not break."""
    one, other = (
        aggregated(
            "geometric_mean", [Part(Fraction(1), Fraction(100 * n, 7)) for n in pair]
        )
        for pair in ((6, 2), (4, 3))
    )
    assert one == other


@pytest.mark.parametrize(
    ("scale", "value", "expected"),
    [
        # A mean of 40 and a deviation of 20: 70 is one and a half above.
        (z_score("40", "20"), "70", "1.5"),
        (z_score("40", "20", spread="-1"), "70", "-1.5"),
        (z_score("40", "20"), "900", "10"),
        (z_score("40", "20", centre="45", spread="20", least="0"), "-30", "0"),
        # Of seven values four lie below 7.25, which stands among them.
        ({**RANK, "method": "below"}, "7.25", "400/7"),
        ({**RANK, "method": "at_most"}, "7.25", "500/7"),
        (RANK, "7.25", "450/7"),
        ({**RANK, "prefer": "lower"}, "7.25", "250/7"),
        # As PERCENTRANK.INC has it: 0 for the least, 100 for the greatest of them.
        ({**RANK, "method": "inclusive"}, "7.25", "400/6"),
        ({**RANK, "method": "inclusive"}, "-1.5", "0"),
        ({**RANK, "method": "inclusive"}, "100", "100"),
        ({**RANK, "method": "inclusive"}, "101", "100"),
        (RANK, "2", "300/7"),
        (RANK, "-9", "0"),
        (CURVE, "-1", "5"),
        (CURVE, "4", "20"),
        (CURVE, "55", "71.25"),
        (CURVE, "101", "100"),
        ({"verb": "power", "at": "10", "exponent": "-1"}, "40", "25"),
        ({"verb": "power", "at": "10", "exponent": "-1"}, "0", "100"),
        ({"verb": "power", "at": "10", "exponent": "3"}, "5", "12.5"),
        (FADING, "1", "100"),
    ],
)
def test_scales_of_indices(scale: dict[str, Any], value: str, expected: str) -> None:
    assert _scaled(scale, value) == Fraction(expected)


@pytest.mark.parametrize(
    ("scale", "rising"),
    [
        (linear("0", "100"), True),
        (linear("100", "0"), False),
        (CURVE, True),
        (POWER, True),
        ({**POWER, "exponent": "-1"}, False),
        (FADING, False),
        (z_score("40", "20"), True),
        (z_score("40", "20", spread="-1"), False),
        (RANK, True),
        ({**RANK, "prefer": "lower"}, False),
        (LEVELS, True),
    ],
)
def test_advice_knows_which_way_is_up(scale: dict[str, Any], rising: bool) -> None:
    rules = rubric(criterion("k", indicators=[indicator("i", scale=scale)]))
    node = rules.node("i")
    assert isinstance(node, Indicator)
    assert is_rising(node.scale) == rising


def test_powers_and_exponentials_are_those_of_the_library() -> None:
    root = _scaled({"verb": "power", "at": "100", "exponent": "0.5"}, "2")
    fading = _scaled(FADING, "7.5")
    assert root is not None
    assert fading is not None
    assert float(root) == pytest.approx(100 * math.sqrt(0.02), rel=1e-14)
    assert float(fading) == pytest.approx(100 * math.exp(-0.08 * 5.5), rel=1e-14)


@pytest.mark.parametrize(
    ("aggregate", "points", "expected"),
    [
        ("harmonic_mean", ("20", "80"), "32"),
        ("harmonic_mean", ("0", "80"), "0"),
        ("product", ("20", "80"), "16"),
        ("product", ("50", "50", "50"), "12.5"),
    ],
)
def test_aggregates_of_indices(
    aggregate: Aggregate, points: tuple[str, ...], expected: str
) -> None:
    parts = [Part(Fraction(1), Fraction(each)) for each in points]
    assert aggregated(aggregate, parts) == Fraction(expected)
