"""Figures that contradict each other are shown with both, and nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from scorecard.errors import Location, Problem
from scorecard.evidence.checks import check_figures
from scorecard.evidence.document_checks import check_documents
from scorecard.model import Evidence, Participant
from scorecard.rubric.evidence import Check as CheckRule
from scorecard.rubric.evidence import (
    FormDocument,
    FormField,
    MostCheck,
    OrderCheck,
    PeriodCheck,
    SignatoryCheck,
    SumCheck,
)
from scorecard.rubric.load import load_rubric
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.scalars import Words
from scorecard.wording import Text
from tests.evidence_season import codes, read_form_of, small_rubric


def test_parts_must_sum_to_the_total(tmp_path: Path) -> None:
    submission = read_form_of(tmp_path, masuk=57171, selesai=15061, proses=41110)
    (found,) = submission.problems
    assert found.code == "recap-parts-do-not-sum"
    assert found.message.id == (
        "“Laporan masuk” tertulis 57.171, tetapi rinciannya (15.061 + 41.110) "
        "berjumlah "
        "56.171; selisih 1.000."
    )
    assert found.message.en == (
        "“Received” is stated as 57,171, but its parts (15,061 + 41,110) add up to "
        "56,171; "
        "a difference of 1,000."
    )
    assert found.location.cell == "C2"


@pytest.mark.parametrize(
    "answers",
    [
        {"masuk": 273, "selesai": 271, "proses": 2},
        {"masuk": 273},
        {"selesai": 5},
        {"masuk": 5, "selesai": "lima", "proses": 2},
    ],
)
def test_sums_that_hold_or_cannot_be_told_are_not_reported(
    tmp_path: Path, answers: dict[str, object]
) -> None:
    found = codes(read_form_of(tmp_path, **answers))
    assert "recap-parts-do-not-sum" not in found


@pytest.mark.parametrize(
    ("masuk", "selesai", "arsip", "persen"),
    [
        (273, 271, None, (0.9926739926, "0.00%")),
        (273, 271, None, "99,27 %"),
        (273, 271, None, "99 %"),
        (273, 271, None, 99.3),
        (15, 7, 0, "47 %"),
        (843, 775, 46, "97,24 %"),
        (843, 775, 46, "91,93 %"),
    ],
)
def test_a_quoted_percentage_may_follow_from_any_definition(
    tmp_path: Path, *, masuk: int, selesai: int, arsip: int | None, persen: object
) -> None:
    submission = read_form_of(
        tmp_path, masuk=masuk, selesai=selesai, arsip=arsip, persen=persen
    )
    assert "quoted-percentage-wrong" not in codes(submission)


def test_a_wrong_percentage_is_shown_with_the_nearest_definition(
    tmp_path: Path,
) -> None:
    answers = {"masuk": 17, "selesai": 6, "proses": 9, "arsip": 2, "persen": "46 %"}
    (found,) = read_form_of(tmp_path, **answers).problems
    assert found.code == "quoted-percentage-wrong"
    assert found.message.id == (
        "“Persen selesai” tertulis 46 %, tetapi tidak ada rumus dalam rubrik yang "
        "menghasilkannya; yang terdekat selesai / (masuk − arsip) = 6/15 = 40,00 %."
    )
    assert found.message.en == (
        "“Per cent closed” is stated as 46 %, but no definition of the rubric yields "
        "it; "
        "the nearest is selesai / (masuk − arsip) = 6/15 = 40.00 %."
    )
    assert found.expected.en == "40.00 % (selesai / (masuk − arsip))"


def test_a_percentage_of_nothing_is_reported(tmp_path: Path) -> None:
    answers = {"masuk": 0, "selesai": 0, "persen": "100 %"}
    (found,) = read_form_of(tmp_path, **answers).problems
    assert found.message.id == (
        "“Persen selesai” tertulis 100 %, padahal penyebutnya nol, sehingga "
        "persentasenya tidak dapat dihitung."
    )


# --- the rubric's other checks -------------------------------------------------------

KENDARI = Participant("74.71", "Kota Kendari", "kota", "kota")


def rubric_with(*checks: CheckRule) -> Rubric:
    """Give the small rubric with these checks, and a decree that they can speak of."""
    rubric = small_rubric()
    fields = {
        "tanggal": ("Ditetapkan", "Issued", "date"),
        "mulai": ("Berlaku mulai", "In force from", "date"),
        "sampai": ("Berlaku sampai", "In force until", "date"),
        "oleh": ("Penanda tangan", "Signatory", "text"),
    }
    decree = FormDocument(
        id="sk",
        title=Words(id="SK", en="Decree"),
        fields=tuple(
            FormField(id=key, title=Words(id=titles[0], en=titles[1]), kind=titles[2])
            for key, titles in fields.items()
        ),
    )
    form = rubric.form.model_copy(update={"documents": (decree,)})
    return rubric.model_copy(update={"checks": checks, "form": form})


def found(
    check: CheckRule, answers: dict[str, object]
) -> Iterator[tuple[str, str, str, str]]:
    """Give place, both messages and the Indonesian repair of each Problem."""
    given = {
        key: _evidence(value, row)
        for row, (key, value) in enumerate(answers.items(), 2)
    }
    problems: tuple[Problem, ...] = (
        *check_figures(given, rubric_with(check)),
        *check_documents(given, KENDARI, rubric_with(check)),
    )
    for each in problems:
        yield each.location.cell, each.message.id, each.message.en, each.repair.id


def _evidence(value: object, row: int) -> Evidence:
    exact = Fraction(value) if isinstance(value, int) else value
    place = Location("74.71/borang.xlsx", "Rekap", f"C{row}")
    assert exact is None or isinstance(exact, Fraction | str | date)
    return Evidence(exact, str(value), place)


def test_the_published_figures_of_lapor_2018_are_off_by_a_thousand() -> None:
    published = {
        "masuk": 57171,
        "selesai": 15061,
        "proses": 3189,
        "belum_verifikasi": 7542,
        "belum_ditindaklanjuti": 4876,
        "tunda": 1158,
        "arsip": 24345,
    }
    answers = {key: _evidence(value, 2) for key, value in published.items()}
    (problem,) = check_figures(answers, load_rubric().rubric)
    assert problem.message == Text(
        "“Laporan masuk” tertulis 57.171, tetapi rinciannya (15.061 + 3.189 + 7.542 + "
        "4.876 + 1.158 + 24.345) berjumlah 56.171; selisih 1.000.",
        "“Reports received” is stated as 57,171, but its parts (15,061 + 3,189 + 7,542 "
        "+ 4,876 + 1,158 + 24,345) add up to 56,171; a difference of 1,000.",
    )


def test_the_published_percentages_of_pontianak_2020_do_not_follow() -> None:
    """Of 17 reports 7 were closed, 6 in process, 2 pending and 2 not followed up."""
    published = {
        "masuk": 17,
        "selesai": 7,
        "proses": 6,
        "tunda": 2,
        "belum_ditindaklanjuti": 2,
        "persen_selesai": 47,
        "persen_proses": 46,
        "persen_belum": 7,
    }
    answers = {key: _evidence(value, 2) for key, value in published.items()}
    assert [
        each.message.en for each in check_figures(answers, load_rubric().rubric)
    ] == [
        "“Quoted percentage in process” is stated as 46 %, but no definition of the "
        "rubric yields it; the nearest is proses / (masuk − tunda) = 6/15 = 40.00 %.",
        "“Quoted percentage not yet followed up” is stated as 7 %, but no definition "
        "of the rubric yields it; the nearest is (belum_verifikasi + "
        "belum_ditindaklanjuti) / masuk = 2/17 = 11.76 %.",
    ]


ALL = SumCheck(verb="sum", total="selesai", parts=("proses", "arsip"), when="all")


def test_a_sum_of_all_parts_is_asked_only_where_all_are_given() -> None:
    assert list(found(ALL, {"selesai": 56, "proses": 5, "arsip": 51})) == []
    assert list(found(ALL, {"selesai": 56, "proses": 5})) == []
    ((cell, indonesian, _, _),) = found(ALL, {"selesai": 57, "proses": 5, "arsip": 51})
    assert (cell, indonesian) == (
        "C2",
        "“Laporan selesai” tertulis 57, tetapi rinciannya (5 + 51) berjumlah 56; "
        "selisih 1.",
    )


MOST = MostCheck(verb="at_most", figure="selesai", most="masuk")


def test_no_more_can_be_done_than_was_planned() -> None:
    assert list(found(MOST, {"masuk": 12, "selesai": 12})) == []
    assert list(found(MOST, {"selesai": 12})) == []
    assert list(found(MOST, {"masuk": 12, "selesai": 14})) == [
        (
            "C3",
            "“Laporan selesai” tertulis 14, lebih banyak daripada “Laporan masuk” "
            "(C2), yaitu 12.",
            "“Closed” is stated as 14, more than “Received” (C2), which is 12.",
            "Periksa “Laporan selesai” di sel C3 dan “Laporan masuk” di sel C2, lalu "
            "betulkan yang keliru.",
        )
    ]


ORDER = OrderCheck(verb="order", document="sk", first="tanggal", then="mulai")


def test_a_decree_is_not_in_force_before_it_was_issued() -> None:
    same = date(2025, 1, 10)
    assert list(found(ORDER, {"sk.tanggal": same, "sk.mulai": same})) == []
    assert list(found(ORDER, {"sk.mulai": same})) == []
    assert list(found(ORDER, {"sk.tanggal": same, "sk.mulai": date(2025, 1, 2)})) == [
        (
            "C3",
            "“SK: Berlaku mulai” (2 Januari 2025) lebih awal daripada “SK: Ditetapkan” "
            "(10 Januari 2025).",
            "“Decree: In force from” (2 January 2025) is earlier than “Decree: Issued” "
            "(10 January 2025).",
            "Periksa tanggal di sel C3 dan C2 menurut dokumennya, lalu betulkan yang "
            "keliru.",
        )
    ]


PERIOD = PeriodCheck(verb="within_period", document="sk", field="tanggal")


def test_a_decree_is_not_issued_after_the_period() -> None:
    assert list(found(PERIOD, {"sk.tanggal": date(2025, 12, 31)})) == []
    assert list(found(PERIOD, {"sk.tanggal": date(2026, 1, 5)})) == [
        (
            "C2",
            "“SK: Ditetapkan” (5 Januari 2026) sesudah akhir periode penilaian, 31 "
            "Desember 2025.",
            "“Decree: Issued” (5 January 2026) is after the end of the period, 31 "
            "December 2025.",
            "Periksa tanggal di sel C2; bila benar, ajukan dokumen yang sudah ada "
            "dalam periode.",
        )
    ]


SIGNED = SignatoryCheck(
    verb="signatory",
    document="sk",
    field="oleh",
    offices={"kota": ("Wali Kota", "Sekretaris Daerah"), "provinsi": ("Gubernur",)},
)


def test_a_decree_is_signed_by_an_office_that_may() -> None:
    assert list(found(SIGNED, {"sk.oleh": "WALI KOTA Kendari"})) == []
    assert list(found(SIGNED, {})) == []
    assert list(found(SIGNED, {"sk.oleh": "Kepala Dinas Kominfo"})) == [
        (
            "C2",
            "“SK: Penanda tangan” tertulis “Kepala Dinas Kominfo”, bukan pejabat yang "
            "berwenang menurut rubrik.",
            "“Decree: Signatory” is stated as “Kepala Dinas Kominfo”, which is none of "
            "the offices that the rubric names.",
            "Tulis jabatan penanda tangan seperti dalam dokumen di sel C2.",
        )
    ]


def test_types_without_offices_are_not_asked_who_signed() -> None:
    unlisted = SIGNED.model_copy(update={"offices": {"provinsi": ("Gubernur",)}})
    assert list(found(unlisted, {"sk.oleh": "Kepala Dinas Kominfo"})) == []
