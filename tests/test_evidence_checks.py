"""Figures that contradict each other are shown with both, and nothing is changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evidence_season import codes, read_form_of


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
