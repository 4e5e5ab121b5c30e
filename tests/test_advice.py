"""Each kind of repair, stated in the test: what to do, where, what it is worth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from scorecard.advice.advising import advise
from scorecard.advice.changes import Attach, Fill, Move, applied
from scorecard.advice.offices import office_table
from scorecard.errors import Location
from scorecard.evidence.office_loads import office_loads
from scorecard.evidence.ticket_rows import Ticket
from scorecard.evidence.tickets import Export
from scorecard.evidence.workbook import Sheet
from scorecard.model import OfficeLoad, SeriesItem, StatusCount
from scorecard.rubric.load import load_rubric
from scorecard.scoring import assess
from tests.small import (
    criterion,
    field,
    indicator,
    linear,
    mark,
    quantity,
    rubric,
    share,
    submission,
    words,
)

ANNUAL = load_rubric(None).rubric


def repairs(sent, rules, others=()):
    """List ``(Indonesian, English, gain, hold)`` of all repairs."""
    return [
        (g.repair.title.id, g.repair.title.en, str(g.points), g.repair.hold)
        for g in advise(sent, others, rules).gains
    ]


def one(**more):
    return rubric(criterion("k", indicators=[indicator("i", **more)]))


# --- cells -------------------------------------------------------------------------

LEVELS = {
    "verb": "levels",
    "levels": [
        {"level": 0, "points": 0},
        {"level": 1, "points": 40, "title": {"id": "Ada", "en": "Exists"}},
        {"level": 2, "points": 100},
    ],
}


def test_each_higher_level_is_a_repair():
    rules = one(measure={"verb": "answer", "field": "tingkat"}, scale=LEVELS)
    assert repairs(submission(tingkat=0), rules) == [
        ("tingkat: 2", "tingkat: 2", "100", "none"),
        ("tingkat: Ada", "tingkat: Exists", "40", "none"),
    ]
    assert repairs(submission(tingkat=1), rules) == [
        ("tingkat: 2", "tingkat: 2", "60", "none")
    ]


def test_a_figure_is_improved_to_the_next_band_and_to_the_best():
    rules = one(
        measure={"verb": "figure", "figure": "hari"}, scale=linear(worst="60", best="5")
    )
    # Band b begins at 50 points: (60 - n) / 55 of 100, so n is at most 32.
    assert repairs(submission(hari=40), rules) == [
        ("hari: 5", "hari: 5", "700/11", "none"),
        ("hari: 32", "hari: 32", "160/11", "none"),
    ]


def test_a_blank_figure_gains_at_most_the_best():
    rules = one(
        measure={"verb": "figure", "figure": "hari"}, scale=linear(worst="60", best="5")
    )
    advice = advise(submission(masuk=1), (), rules)
    assert [g.repair.hold for g in advice.gains] == ["at_most"]
    assert advice.gains[0].repair.caveat.id == (
        "Paling banyak: tambahan sebenarnya mengikuti angka yang diisi."
    )
    assert advice.gains[0].repair.changes == (
        Fill("hari", Fraction(5), Location("21/borang.xlsx", "Rekap")),
    )


# --- documents ---------------------------------------------------------------------


def condition(key, test, of, points, **more):
    return {
        "id": key,
        "title": words(key),
        "points": points,
        "test": test,
        "field": of,
        **more,
    }


DOCUMENT = {
    "verb": "document",
    "document": "sk",
    "requires": "ada",
    "conditions": [
        condition("ada", "yes", "ada", 40),
        condition("berlaku", "overlaps_period", "mulai", 30, until="sampai"),
        condition("terlampir", "attached", "berkas", 30),
    ],
}


def test_each_unmet_condition_is_a_repair_and_all_of_them():
    rules = one(measure=DOCUMENT, scale={"verb": "checklist"})
    sent = submission(sk__ada=True, sk__mulai=date(2027, 1, 1))
    assert repairs(sent, rules) == [
        ("SK: terlampir", "SK: terlampir", "30", "none"),
        (
            "SK: penuhi semua syarat yang belum (2)",
            "SK: meet every condition that is not met (2)",
            "60",
            "past",
        ),
        (
            "SK: berlaku (1 Januari 2025 – 31 Desember 2025)",
            "SK: berlaku (1 January 2025 – 31 December 2025)",
            "30",
            "past",
        ),
    ]


def test_what_a_date_in_the_past_does_not_hold_up_is_a_repair_of_its_own():
    three = DOCUMENT | {
        "conditions": [
            *DOCUMENT["conditions"][:2],
            condition("nomor", "filled", "nomor", 10),
            condition("terlampir", "attached", "berkas", 20),
        ]
    }
    rules = one(measure=three, scale={"verb": "checklist"})
    sent = submission(sk__ada=True, sk__mulai=date(2027, 1, 1))
    found = [row for row in repairs(sent, rules) if "syarat" in row[0]]
    assert found == [
        (
            "SK: penuhi syarat yang masih dapat dipenuhi (2)",
            "SK: meet the conditions that can still be met (2)",
            "30",
            "none",
        ),
        (
            "SK: penuhi semua syarat yang belum (3)",
            "SK: meet every condition that is not met (3)",
            "60",
            "past",
        ),
    ]


def test_without_the_document_only_what_the_others_depend_on_gains_alone():
    rules = one(measure=DOCUMENT, scale={"verb": "checklist"})
    sent = submission(sk__ada=False)
    assert [row[0] for row in repairs(sent, rules)] == [
        "SK: penuhi semua syarat yang belum (3)",
        "SK: ada",
    ]


def test_a_file_is_attached_and_named():
    rules = one(measure=DOCUMENT, scale={"verb": "checklist"})
    sent = submission(sk__ada=True, sk__mulai=date(2025, 1, 1))
    (gain,) = advise(sent, (), rules).gains
    place = Location("21/borang.xlsx", "Dokumen")
    assert gain.repair.changes == (Attach("sk.berkas", "bukti/sk.pdf", place),)
    assert applied(sent, gain.repair.changes).files["sk.berkas"].found


# --- tickets -----------------------------------------------------------------------

STATUSES = ("baru", "proses", "sistem", "pelapor", "arsip")


def ticket_rules(**more):
    """Closed are `sistem` and `pelapor`; `arsip` leaves the denominator."""

    def counted(key, *statuses):
        return quantity(key) | {"tickets": {"status": list(statuses)}}

    labels = [{"id": s, "title": words(s), "labels": [s]} for s in STATUSES]
    tickets = {
        "sheet": {"name": "Laporan Ringkas"},
        "columns": {"tracking_id": ["Tracking ID"], "status": ["Status Laporan"]},
        "statuses": labels,
    }
    quantities = [
        quantity("masuk"),
        counted("selesai", "sistem", "pelapor"),
        counted("baru", "baru"),
        counted("proses", "proses"),
        counted("sistem", "sistem"),
        counted("pelapor", "pelapor"),
        counted("arsip", "arsip"),
    ]
    done = indicator("tuntas", measure=share("selesai", "masuk", "arsip"), **more)
    form = one().model_dump(mode="json", by_alias=True, exclude_none=True)["form"]
    form["recap"] = [field(each["id"]) for each in quantities]
    return rubric(
        criterion("k", indicators=[done]),
        quantities=quantities,
        tickets=tickets,
        form=form,
    )


NUMBERS = {"masuk": 100, "selesai": 30, "baru": 40, "proses": 20}
NUMBERS |= {"sistem": 28, "pelapor": 2, "arsip": 10}


@pytest.mark.parametrize("within", ["counts", "answers"])
def test_tickets_are_closed_to_the_next_band_and_all(within):
    sent = submission(counts=NUMBERS) if within == "counts" else submission(**NUMBERS)
    # 30 of 90 are closed; band b begins at half, that is 15 tickets more.
    assert repairs(sent, ticket_rules()) == [
        (
            "60 laporan menjadi “sistem” (40 baru, 20 proses)",
            "60 tickets to become “sistem” (40 baru, 20 proses)",
            "200/3",
            "none",
        ),
        (
            "40 laporan menjadi “sistem” (40 baru)",
            "40 tickets to become “sistem” (40 baru)",
            "400/9",
            "none",
        ),
        (
            "20 laporan menjadi “sistem” (20 proses)",
            "20 tickets to become “sistem” (20 proses)",
            "200/9",
            "none",
        ),
        (
            "15 laporan menjadi “sistem” (15 baru)",
            "15 tickets to become “sistem” (15 baru)",
            "50/3",
            "none",
        ),
        (
            "15 laporan menjadi “sistem” (15 proses)",
            "15 tickets to become “sistem” (15 proses)",
            "50/3",
            "none",
        ),
    ]


def test_moved_tickets_change_every_quantity_that_counts_them():
    sent = submission(counts=NUMBERS)
    gain = advise(sent, (), ticket_rules()).gains[0]
    after = applied(sent, gain.repair.changes).counts
    values = {key: int(each.value) for key, each in after.items()}
    assert values == NUMBERS | {"selesai": 90, "sistem": 88, "baru": 0, "proses": 0}


def test_more_tickets_than_there_are_cannot_be_moved():
    sent = submission(counts=NUMBERS)
    (move, *_) = advise(sent, (), ticket_rules()).gains[0].repair.changes
    assert isinstance(move, Move)
    with pytest.raises(ValueError, match="only 0 tickets are baru, not 40"):
        applied(sent, (move, move))


def test_the_shortest_list_takes_no_more_tickets_than_it_needs():
    advice = advise(submission(counts=NUMBERS), (), ticket_rules())
    assert advice.next_band.id == "b"
    assert [each.title.id for each in advice.plan.repairs] == [
        "15 laporan menjadi “sistem” (15 baru)"
    ]
    assert advice.plan.after.scorecard.total.published_low == "50.00"
    assert advice.plan.is_shortest


def test_what_reporters_decide_is_said_to_be_theirs():
    sent = submission(masuk=100, selesai=100, selesai_pelapor=10, selesai_sistem=90)
    confirmed = [
        gain
        for gain in advise(sent, (), ANNUAL).gains
        if gain.repair.indicator == "citizen_confirmed"
    ]
    assert {gain.repair.hold for gain in confirmed} == {"reporter"}
    assert confirmed[0].repair.title.en == (
        "40 tickets to become “Closed by the reporter” (40 closed by the system)"
    )


# --- figures of a share ------------------------------------------------------------


def test_a_numerator_that_is_not_counted_by_status_is_raised():
    assert repairs(submission(masuk=10, selesai=2), one()) == [
        ("selesai: 10", "selesai: 10", "80", "none"),
        ("selesai: 5", "selesai: 5", "30", "none"),
    ]


def test_blank_figures_of_a_share_are_filled_with_the_best():
    assert repairs(submission(masuk=10), one()) == [
        (
            "Isi yang kosong; paling baik selesai: 10",
            "Fill in the blanks; at best selesai: 10",
            "100",
            "at_most",
        )
    ]


# --- marks and series --------------------------------------------------------------


def test_marks_are_levels_to_reach_that_assessors_decide():
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
    sent = submission(marks=(mark("2"), mark("3", ticket="2")))
    assert repairs(sent, rules) == [
        (
            "mutu: setiap contoh bernilai paling sedikit 4 dari 4",
            "mutu: every sample marked at least 4 of 4",
            "75/2",
            "assessed",
        ),
        (
            "mutu: setiap contoh bernilai paling sedikit 3 dari 4",
            "mutu: every sample marked at least 3 of 4",
            "25/2",
            "assessed",
        ),
    ]


def test_the_worst_tickets_are_brought_within_their_limit():
    rules = one(
        measure={"verb": "within", "of": "rating", "limits": [], "otherwise": 14}
    )
    items = tuple(SeriesItem(Fraction(n), "", None) for n in (5, 20, 30))
    assert repairs(submission(series=items), rules) == [
        (
            "rating: 2 laporan lagi dalam batas waktu",
            "rating: 2 more tickets within the limit",
            "200/3",
            "none",
        ),
        (
            "rating: 1 laporan lagi dalam batas waktu",
            "rating: 1 more ticket within the limit",
            "100/3",
            "none",
        ),
    ]


# --- place, and nothing to do ------------------------------------------------------


def test_the_place_is_the_one_among_the_others_as_they_are():
    rules = one()
    other = assess(submission("12", masuk=10, selesai=6), rules)
    advice = advise(submission(masuk=10, selesai=2), (other,), rules)
    assert advice.before.place == 2
    places = {g.repair.title.id: g.after.place for g in advice.gains}
    assert places == {"selesai: 10": 1, "selesai: 5": 2}


def test_full_points_leave_nothing_to_repair():
    advice = advise(submission(masuk=10, selesai=10), (), one())
    assert (advice.gains, advice.next_band, advice.plan) == ((), None, None)


# --- offices -----------------------------------------------------------------------


def test_offices_are_counted_by_status_from_the_export():
    def ticket(office, status):
        return Ticket(12, "1", None, "", status, office, None)

    sheet = Sheet("21/tiket.xlsx", "Laporan Ringkas", (), {})
    tickets = (
        ticket("Dinas Sosial", "in_process"),
        ticket("Dinas Sosial", "in_process"),
        ticket("Dinas Sosial", ""),
        ticket("", "unverified"),
    )
    export = Export(sheet, {"office": 9}, 12, 15, tickets, {}, ())
    assert office_loads(export, ANNUAL) == (
        OfficeLoad("(belum terdisposisi)", 1, (StatusCount("unverified", 1),)),
        OfficeLoad("Dinas Sosial", 3, (StatusCount("in_process", 2),)),
    )
    without = Export(sheet, {}, 12, 15, tickets, {}, ())
    assert office_loads(without, ANNUAL) == office_loads(None, ANNUAL) == ()


def test_a_text_too_long_for_an_office_is_not_shown():
    sheet = Sheet("21/tiket.xlsx", "Laporan Ringkas", (), {})
    told = Ticket(12, "1", None, "", "in_process", "Jalan rusak. " * 20, None)
    export = Export(sheet, {"office": 9}, 12, 12, (told,), {}, ())
    (load,) = office_loads(export, ANNUAL)
    assert load.office == "(teks panjang, tidak ditampilkan)"


def test_offices_with_most_untouched_tickets_come_first():
    loads = (
        OfficeLoad("A", 9, (StatusCount("in_process", 9),)),
        OfficeLoad("B", 5, (StatusCount("unverified", 2),)),
        OfficeLoad("C", 5, (StatusCount("closed_by_admin", 5),)),
    )
    scorecard = assess(replace(submission(masuk=1), offices=loads), ANNUAL)
    table = office_table(scorecard, ANNUAL)
    assert [column.id for column in table.columns] == [
        "proses",
        "belum_verifikasi",
        "belum_ditindaklanjuti",
        "tunda",
    ]
    assert [(row.office, row.received, row.open) for row in table.rows] == [
        ("B", 5, (0, 2, 0, 0)),
        ("A", 9, (9, 0, 0, 0)),
    ]
