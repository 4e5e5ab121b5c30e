"""Signals: unusual figures for a human eye, with threshold and place; never a score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from scorecard import run
from scorecard.errors import Location
from scorecard.evidence.signals import Observed, find_signals
from scorecard.evidence.submission import read_season
from scorecard.evidence.ticket_summary import (
    Column,
    PlainColumns,
    TicketSummary,
    answer_digests,
    summarised,
)
from scorecard.model import Evidence, Signal
from scorecard.results import load_results, results_json
from scorecard.rubric.load import load_rubric
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.signals import Signal as Rule
from scorecard.wording import Text
from tests.evidence_season import form, small_rubric, ticket, tickets
from tests.handmade_season import AS_OF, handmade_season
from tests.workbooks import table, write

SAMPLE = Path(__file__).parent.parent / "inputs"
_RULE: TypeAdapter[Rule] = TypeAdapter(Rule)
WORDS = {"id": "judul", "en": "title"}
SHEET = ("74.71/tiket.xlsx", "Laporan Ringkas")
COLUMNS = {
    "received": Column(*SHEET, "B"),
    "classification": Column(*SHEET, "E"),
    "answer": Column(*SHEET, "I"),
    "closed": Column(SHEET[0], "Log Tindak Lanjut", "D"),
}
Row = tuple[date | None, str, str]


def rubric_with(verb: str, **figures: Any) -> Rubric:
    """Give the small rubric with one signal."""
    given = {"verb": verb, "id": "s", "title": WORDS, "basis": "assumption", **figures}
    return small_rubric().model_copy(
        update={"signals": (_RULE.validate_python(given),)}
    )


def summary(rows: list[Row], **more: Any) -> TicketSummary:
    """Sum up tickets that stand from row 12 on: day, class, status."""
    days, classes, statuses = (list(each) for each in zip(*rows, strict=True))
    plain = PlainColumns(range(12, 12 + len(rows)), days, classes, statuses)
    return summarised(plain, more.pop("every", plain), COLUMNS, **more)


def raised(
    rubric: Rubric, rows: list[Row], **more: Any
) -> list[tuple[str, str, str, str]]:
    """Give figures in both languages, the threshold and the cells of each signal."""
    found = find_signals(Observed("74.71", summary(rows, **more)), rubric)
    return [
        (each.figures.id, each.figures.en, each.threshold.id, each.location.cell)
        for each in found
    ]


def months(counts: Mapping[int, int]) -> list[Row]:
    """Give so many tickets for each month of 2025."""
    return [
        (date(2025, month, 15), "aspiration", "open")
        for month, count in counts.items()
        for _ in range(count)
    ]


# --- a burst of intake ---------------------------------------------------------------

BURST = rubric_with("burst", times=3, least=30)
_EVEN = dict.fromkeys(range(1, 13), 10)


def test_a_month_of_unusual_intake_is_shown_beside_the_others() -> None:
    assert raised(BURST, months(_EVEN | {8: 12, 9: 40})) == [
        (
            "40 laporan masuk pada September 2025; median bulan lain 10, terbanyak "
            "berikutnya 12 (Agustus 2025).",
            "40 tickets came in in September 2025; the median of the other months is "
            "10, the next highest 12 (August 2025).",
            "Lebih dari 3 kali median bulan lain, dan paling sedikit 30 laporan.",
            "B94:B133",
        )
    ]


@pytest.mark.parametrize(
    "counts",
    [
        _EVEN | {9: 30},  # three times the median is not above it
        dict.fromkeys(range(1, 13), 1) | {9: 29},  # fewer than 30 tickets
        {8: 10, 9: 40, 10: 10},  # two other months tell nothing
    ],
)
def test_a_month_within_the_threshold_is_silent(counts: dict[int, int]) -> None:
    assert raised(BURST, months(counts)) == []


def test_months_without_any_ticket_count_as_none() -> None:
    ((figures, *_),) = raised(BURST, months({1: 5, 6: 40}))
    assert "median bulan lain 0" in figures


# --- classification ------------------------------------------------------------------

BLANK = rubric_with("unclassified", more_than=10, least=20)


def test_the_share_without_classification_is_shown_with_its_status() -> None:
    blank: list[Row] = [(date(2025, 1, 1), "", "closed")] * 5
    blank += [(date(2025, 1, 1), "", "open")] * 2
    rest: list[Row] = [(date(2025, 1, 1), "aspiration", "open")] * 13
    assert raised(BLANK, rest[:3] + blank + rest[3:]) == [
        (
            "7 dari 20 laporan (35,0 %) tanpa klasifikasi; terbanyak berstatus "
            "“Selesai” (5).",
            "7 of 20 tickets (35.0 %) have no classification; most of them with the "
            "status “Closed” (5).",
            "Lebih dari 10 % dari paling sedikit 20 laporan.",
            "E15:E21",
        )
    ]
    assert raised(BLANK, rest[:3] + blank) == []
    assert raised(BLANK, blank[:2] + rest + rest[:5]) == []


SHIFT = rubric_with("shift", classification="aspiration", points=25, least=10)


def of_year(year: int, aspirations: int, others: int) -> list[Row]:
    day = date(year, 5, 1)
    return [(day, "aspiration", "open")] * aspirations + [(day, "", "open")] * others


def test_a_practice_that_flipped_between_years_is_shown_with_both() -> None:
    years = of_year(2023, 9, 1) + of_year(2024, 6, 4) + of_year(2025, 8, 2)
    assert [each[:3] for each in raised(SHIFT, years)] == [
        (
            "“Aspirasi”: 9 dari 10 laporan (90,0 %) pada 2023, 6 dari 10 (60,0 %) pada "
            "2024.",
            "“Aspirasi”: 9 of 10 tickets (90.0 %) in 2023, 6 of 10 (60.0 %) in "
            "2024.".replace("Aspirasi", "Aspiration"),
            "Berubah lebih dari 25 poin persentase antara dua tahun berurutan, "
            "masing-masing paling sedikit 10 laporan.",
        )
    ]


def test_years_apart_or_of_few_tickets_are_not_compared() -> None:
    assert raised(SHIFT, of_year(2023, 10, 0) + of_year(2025, 0, 10)) == []
    assert raised(SHIFT, of_year(2024, 9, 0) + of_year(2025, 0, 10)) == []


def test_last_years_figures_of_the_form_are_used_where_they_are_given() -> None:
    before = {"of": "arsip", "over": "proses"}
    rubric = rubric_with(
        "shift", classification="aspiration", points=25, least=10, before=before
    )
    place = Location("74.71/borang.xlsx", "Rekap", "C5")
    answers = {
        "arsip": Evidence(Fraction(95), "95", place),
        "proses": Evidence(Fraction(100), "100", place),
    }
    observed = Observed("74.71", summary(of_year(2025, 1, 9)), answers)
    (signal,) = find_signals(observed, rubric)
    assert signal.figures.id == (
        "“Aspirasi”: 95 dari 100 laporan (95,0 %) pada 2024, 1 dari 10 (10,0 %) pada "
        "2025."
    )
    assert find_signals(replace(observed, answers={}), rubric) == ()


# --- shares of quantities ------------------------------------------------------------


def test_a_share_of_quantities_comes_from_the_export_else_from_the_recap() -> None:
    rubric = rubric_with(
        "proportion", of=["selesai"], over=["masuk"], more_than=50, least=10
    )
    place = Location("74.71/borang.xlsx", "Rekap", "C3")
    recap = {
        "masuk": Evidence(Fraction(20), "20", place),
        "selesai": Evidence(Fraction(12), "12", place),
    }
    (signal,) = find_signals(Observed("74.71", answers=recap), rubric)
    assert signal == Signal(
        "s",
        "74.71",
        Text("judul", "title"),
        Text("12 selesai dari 20 (60,0 %).", "12 closed of 20 (60.0 %)."),
        Text(
            "Lebih dari 50 % dari paling sedikit 10 laporan.",
            "More than 50 % of at least 10 tickets.",
        ),
        place,
    )
    counts = {key: replace(each, value=Fraction(10)) for key, each in recap.items()}
    (counted,) = find_signals(Observed("74.71", None, recap, counts), rubric)
    assert counted.figures.id == "10 selesai dari 10 (100,0 %)."
    half = {**recap, "selesai": replace(recap["selesai"], value=Fraction(10))}
    assert find_signals(Observed("74.71", answers=half), rubric) == ()
    unread = {**recap, "masuk": replace(recap["masuk"], value=None)}
    assert find_signals(Observed("74.71", answers=unread), rubric) == ()


# --- answers and closures ------------------------------------------------------------

COPIED = rubric_with("copied", headings=["Isi Laporan Akhir"], more_than=10, least=3)


def test_one_answer_under_many_tickets_is_counted_and_never_shown() -> None:
    rows = months({1: 10})
    answers = ["Sudah kami teruskan."] * 4 + [None, ""] + ["a", "b", "c", "d"]
    found = raised(COPIED, rows, answers=answer_digests(answers))
    assert found == [
        (
            "Satu jawaban yang sama persis dipakai pada 4 dari 8 laporan yang dijawab "
            "(50,0 %).",
            "One and the same answer stands under 4 of the 8 tickets that were "
            "answered (50.0 %).",
            "Lebih dari 10 % dari laporan yang dijawab, dan paling sedikit 3 laporan.",
            "I12:I15",
        )
    ]
    assert raised(COPIED, rows, answers=answer_digests(["a", "a"])) == []
    assert raised(COPIED, rows) == []


def test_answers_are_kept_as_digests_alone() -> None:
    digests = answer_digests(["Budi, NIK 3201", " Budi, NIK 3201 ", 5, None, "  "])
    assert digests[0] == digests[1]
    assert digests[2:] == (b"", b"", b"")
    assert b"Budi" not in digests[0]
    assert len(digests[0]) == 12


def test_an_answer_that_stands_once_is_like_no_other() -> None:
    digests = answer_digests(["a", "b", "a", "c"])
    assert digests[0] == digests[2]
    assert len(set(digests)) == 3
    assert all(digests)


HASTY = rubric_with("hasty", minutes=15, more_than=10, least=4)


def test_closures_minutes_after_receipt_need_times_in_the_log() -> None:
    rows = months({1: 4})
    minutes = ((2, 3), (3, 15), (4, 16), (5, 600))
    assert raised(HASTY, rows, minutes=minutes) == [
        (
            "2 dari 4 penyelesaian (50,0 %) terjadi dalam 15 menit sejak laporan "
            "masuk.",
            "2 of 4 closures (50.0 %) came within 15 minutes of receipt.",
            "Lebih dari 10 % dari paling sedikit 4 penyelesaian dalam 15 menit.",
            "D2:D3",
        )
    ]
    assert raised(HASTY, rows, minutes=minutes[1:]) == []
    assert raised(HASTY, rows) == []


# --- from files ----------------------------------------------------------------------


def test_answers_and_clocks_are_read_from_the_export_and_the_log(
    tmp_path: Path,
) -> None:
    log = table(
        [
            ("Tracking ID", "Tanggal Tanggapan", "Tanggal Selesai"),
            ("1", "9 Jan 2025", "2025-01-09 10:20"),
            ("2", "9 Jan 2025", "2025-01-09 10:16:30"),
            ("3", "9 Jan 2025", "9 Jan 2025"),
        ]
    )
    # 02:15 UTC is 10:15 in Kendari.
    export = tickets([ticket(number) for number in "123"], **{"Log Tindak Lanjut": log})
    rubric = small_rubric(
        (
            "first_reply: [Tanggal Tanggapan] }",
            "first_reply: [Tanggal Tanggapan], closed: [Tanggal Selesai] }",
        )
    )
    rules = [
        {"verb": "hasty", "id": "h", "minutes": 5, "more_than": 0, "least": 2},
        {"verb": "copied", "id": "c", "more_than": 0, "least": 1}
        | {"headings": ["Judul Laporan"]},
    ]
    signals = tuple(
        _RULE.validate_python({"title": WORDS, "basis": "assumption", **rule})
        for rule in rules
    )
    folder = write(
        tmp_path,
        {"74.71-kendari/borang.xlsx": form(), "74.71-kendari/tiket.xlsx": export},
    )
    reading = read_season(folder, rubric.model_copy(update={"signals": signals}))
    assert [
        (each.id, each.figures.id, str(each.location)) for each in reading.signals
    ] == [
        (
            "h",
            "2 dari 2 penyelesaian (100,0 %) terjadi dalam 5 menit sejak laporan "
            "masuk.",
            "74.71-kendari/tiket.xlsx › Log Tindak Lanjut › C2:C3",
        ),
        (
            "c",
            "Satu jawaban yang sama persis dipakai pada 3 dari 3 laporan yang dijawab "
            "(100,0 %).",
            "74.71-kendari/tiket.xlsx › Laporan Ringkas › F12:F14",
        ),
    ]
    assert "Judul Rahasia" not in repr(reading)


def test_an_export_of_several_years_is_compared_with_itself(tmp_path: Path) -> None:
    rows = [ticket(number, received="9 Jan 2024") for number in range(10)]
    rows += [ticket(number, classification="") for number in range(10, 20)]
    folder = write(
        tmp_path,
        {
            "74.71-kendari/borang.xlsx": form(),
            "74.71-kendari/tiket.xlsx": tickets(rows),
        },
    )
    (signal,) = read_season(folder, SHIFT).signals
    assert (signal.figures.id, signal.location.cell) == (
        "“Aspirasi”: 10 dari 10 laporan (100,0 %) pada 2024, 0 dari 10 (0,0 %) pada "
        "2025.",
        "E22:E31",
    )


def test_the_sample_export_of_bandung_raises_its_three_signals() -> None:
    reading = read_season(SAMPLE, load_rubric().rubric)
    bandung = [
        (each.id, each.figures.id)
        for each in reading.signals
        if each.participant == "32.04"
    ]
    assert bandung == [
        (
            "lonjakan_masuk",
            "262 laporan masuk pada September 2025; median bulan lain 52, terbanyak "
            "berikutnya 65 (Agustus 2025).",
        ),
        (
            "tanpa_klasifikasi",
            "266 dari 843 laporan (31,6 %) tanpa klasifikasi; terbanyak berstatus "
            "“Ditutup oleh admin” (229).",
        ),
        ("ditutup_sistem", "517 ditutup oleh sistem dari 775 (66,7 %)."),
    ]


# --- never a score -------------------------------------------------------------------


def test_signals_change_no_score_rank_or_award() -> None:
    loaded = load_rubric()
    reading = read_season(SAMPLE, loaded.rubric)
    without = loaded.rubric.model_copy(update={"signals": ()})
    silent = read_season(SAMPLE, without)
    assert reading.signals
    assert silent.signals == ()
    loud = run.season(reading, loaded, AS_OF)
    quiet = run.season(silent, replace(loaded, rubric=without), AS_OF)
    assert loud.scorecards == quiet.scorecards
    assert loud.rankings == quiet.rankings
    assert loud.awards == quiet.awards


def test_signals_stand_in_results_json_and_come_back() -> None:
    signal = Signal(
        "s", "21", Text("a", "b"), Text("c", "d"), Text("e", "f"), Location("x.xlsx")
    )
    season = replace(handmade_season(), signals=(signal,))
    again = load_results(results_json(season))
    assert again.signals == (signal,)
    assert again.signals_of("21") == (signal,)
    assert again.signals_of("12") == ()
