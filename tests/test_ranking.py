"""Places, ties and the sentence for each; awards and why they are won or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from scorecard.awards import awards
from scorecard.model import AwardResult, Ranking, Scorecard, Submission
from scorecard.ranking import rankings
from scorecard.rubric.nouns import Rubric
from scorecard.scoring import assess
from scorecard.wording import Text
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

AWARD = {
    "id": "terbaik",
    "title": words("Terbaik"),
    "places": "1",
    "basis": "assumption",
}
TICKETS = {"title": words("jumlah masuk"), "quantity": "masuk"}


def rules(**more: Any) -> Rubric:
    return rubric(criterion("k", indicators=[indicator("i")]), **more)


def rules_with_marks(**more: Any) -> Rubric:
    """Make rules of which a fifth hangs on assessors' marks."""
    quality = indicator(
        "mutu",
        "20",
        measure={"verb": "mark", "maximum": "4"},
        scale=linear("0", "4"),
    )
    return rubric(criterion("k", indicators=[indicator("i", "80"), quality]), **more)


def done(code: str, selesai: int, masuk: int = 10) -> Submission:
    return submission(code, selesai=selesai, masuk=masuk)


def cards(rubric_: Rubric, *sent: Submission) -> tuple[Scorecard, ...]:
    return tuple(assess(each, rubric_) for each in sent)


def ranked(rubric_: Rubric, *sent: Submission) -> Ranking:
    return rankings(cards(rubric_, *sent), rubric_)[0]


def places(ranking: Ranking) -> list[tuple[str, int | None]]:
    return [(each.participant, each.place) for each in ranking.standings]


def test_equal_totals_share_a_place_and_the_next_is_skipped() -> None:
    got = ranked(rules(), done("12", 5), done("13", 9), done("14", 5), done("15", 1))
    assert places(got) == [("13", 1), ("12", 2), ("14", 2), ("15", 4)]
    assert got.standings[1].tie is not None
    assert got.standings[1].tie.id == ("Sama dengan Provinsi 14, peringkat dibagi.")


def test_dense_places_go_on_after_a_tie() -> None:
    dense = rules(score={"ties": "dense"})
    got = ranked(dense, done("12", 5), done("13", 9), done("14", 5), done("15", 1))
    assert places(got) == [("13", 1), ("12", 2), ("14", 2), ("15", 3)]


def test_the_lowest_total_is_first_where_lower_is_better() -> None:
    lower = rules(score={"prefer": "lower"})
    got = ranked(lower, done("12", 5), done("13", 9), done("14", 5), done("15", 1))
    assert places(got) == [("15", 1), ("12", 2), ("14", 2), ("13", 4)]
    assert [each.value for each in got.standings] == [
        "10.00",
        "50.00",
        "50.00",
        "90.00",
    ]


def test_what_is_open_counts_at_its_worse_end_where_lower_is_better() -> None:
    lower = rules_with_marks(score={"prefer": "lower"})
    sent = (done("12", 5), done("13", 6))
    marked = replace(sent[1], marks=(mark("0"),))
    got = ranked(lower, sent[0], marked)
    assert places(got) == [("13", 1), ("12", 2)]
    assert got.standings[1].note is not None
    assert got.standings[1].note.en.startswith("A provisional place by the highest")


def test_exact_places_that_look_equal_are_told_the_right_way_round() -> None:
    score = {"prefer": "lower", "ranks_on": "exact", "places": "0"}
    got = ranked(rules(score=score), done("12", 333, 1000), done("13", 334, 1000))
    assert places(got) == [("12", 1), ("13", 2)]
    assert got.standings[0].tie is not None
    assert got.standings[0].tie.en.endswith("the exact figure is lower.")


def test_the_tie_break_chain_is_followed_and_said() -> None:
    got = ranked(rules(tie_break=[TICKETS]), done("12", 5), done("13", 50, 100))
    assert places(got) == [("13", 1), ("12", 2)]
    assert got.standings[0].tie is not None
    assert got.standings[0].tie.id == (
        "Nilai sama dengan Provinsi 12; didahulukan menurut jumlah masuk: "
        "100 berbanding 10."
    )


def test_a_tie_that_the_chain_cannot_break_is_said_to_stand() -> None:
    got = ranked(rules(tie_break=[TICKETS]), done("12", 5), done("13", 5))
    assert places(got) == [("12", 1), ("13", 1)]
    assert got.standings[0].tie is not None
    assert got.standings[0].tie.id == (
        "Nilai sama dengan Provinsi 13; semua aturan pemecah seri juga sama, "
        "peringkat dibagi."
    )


def test_ranks_on_published_totals_tie_where_readers_see_a_tie() -> None:
    close = (done("12", 50001, 100000), done("13", 50002, 100000))
    assert [p for _, p in places(ranked(rules(), *close))] == [1, 1]
    exact = rules(score={"ranks_on": "exact"})
    assert places(ranked(exact, *close)) == [("13", 1), ("12", 2)]


def test_those_without_a_total_come_last_without_a_place() -> None:
    silent = replace(done("11", 0), submitted=False)
    got = ranked(rules(), silent, done("12", 5))
    assert places(got) == [("12", 1), ("11", None)]
    assert got.standings[1].note is not None
    assert got.standings[1].note.id == "tidak menyerahkan"


def test_a_side_ranking_explains_why_its_leader_is_not_first() -> None:
    both = rubric(
        criterion("selesai", "50", indicators=[indicator("i")]),
        criterion(
            "rencana", "50", indicators=[indicator("j", measure=share("lalu", "masuk"))]
        ),
        rankings=[{"id": "completion", "title": words("penyelesaian"), "by": "i"}],
    )
    quick = submission("12", selesai=10, masuk=10, lalu=0)
    whole = submission("13", selesai=9, masuk=10, lalu=9)
    total, side = rankings(cards(both, quick, whole), both)
    assert places(side)[0] == ("12", 1)
    assert places(total)[0] == ("13", 1)
    assert total.standings[1].note is not None
    assert total.standings[1].note.id == (
        "Peringkat 1 menurut i (100,00) tetapi peringkat 2 menurut nilai: "
        "di bawah Provinsi 13 pada rencana (45,00 poin)."
    )


def decided(rubric_: Rubric, *sent: Submission) -> Sequence[AwardResult]:
    return awards(cards(rubric_, *sent), rubric_)


def outcomes(results: Sequence[AwardResult]) -> list[tuple[str, int, str]]:
    return [(each.participant, each.place, each.status) for each in results]


def test_the_first_who_meets_the_conditions_wins_and_others_learn_why_not() -> None:
    few = AWARD | {"least_tickets": {"quantity": "masuk", "count": "30"}}
    got = decided(rules(awards=[few]), done("12", 10), done("13", 90, 100))
    assert outcomes(got) == [("12", 1, "denied"), ("13", 1, "won")]
    assert got[0].reason.id == (
        "Urutan 1 menurut nilai: 100,00. "
        "Tidak memenuhi syarat: laporan masuk paling sedikit 30 (10)."
    )
    assert got[1].reason.id == (
        "Urutan 1 menurut nilai: 90,00. "
        "Syarat terpenuhi: laporan masuk paling sedikit 30 (100)."
    )


def test_a_tie_at_the_boundary_leaves_the_award_open() -> None:
    got = decided(rules(awards=[AWARD]), done("12", 5), done("13", 5))
    assert outcomes(got) == [("12", 1, "open"), ("13", 1, "open")]
    assert got[0].reason.id == (
        "Dapat mencapai urutan 1 menurut nilai: 50,00. Belum dapat ditetapkan. "
        "Seri pada batas penghargaan dengan Provinsi 13."
    )


def test_a_tie_within_the_places_is_won_by_both() -> None:
    two = AWARD | {"places": "2"}
    got = decided(rules(awards=[two]), done("12", 5), done("13", 5), done("14", 1))
    assert outcomes(got) == [("12", 1, "won"), ("13", 1, "won")]


def test_an_interval_that_could_overtake_leaves_the_award_open() -> None:
    marked = rules_with_marks(awards=[AWARD])
    close = decided(marked, done("12", 9), done("13", 8))
    assert {status for _, _, status in outcomes(close)} == {"open"}
    clear = decided(marked, done("12", 10), done("13", 1))
    assert outcomes(clear) == [("12", 1, "won")]


def test_numbers_run_through_the_certificates_that_are_won() -> None:
    two = AWARD | {"places": "2"}
    numbered = rules(awards=[two])
    certificate = numbered.certificate.model_copy(
        update={
            "number": numbered.certificate.number.model_copy(
                update={"prefix": "B/", "suffix": "/2026"}
            )
        }
    )
    numbered = numbered.model_copy(update={"certificate": certificate})
    got = decided(numbered, done("12", 9), done("13", 8))
    assert [each.number for each in got] == ["B/001/2026", "B/002/2026"]


def test_least_band_and_gates_are_conditions() -> None:
    strict = AWARD | {"least_band": "a"}
    got = decided(rules(awards=[strict]), done("12", 7))
    assert outcomes(got) == [("12", 1, "denied")]
    assert "predikat paling rendah a (b)" in got[0].reason.id


def test_an_award_by_value_takes_the_most_improved() -> None:
    rising = rules(awards=[AWARD | {"by": "i", "least_value": "0.01"}])
    got = decided(rising, done("12", 7), done("13", 9))
    assert outcomes(got) == [("13", 1, "won")]
    assert got[0].reason.id.startswith("Urutan 1 menurut i: 90,00.")


def test_a_place_that_can_still_change_is_not_won() -> None:
    marked = rules_with_marks(awards=[AWARD | {"places": "2"}])
    sure = submission("13", selesai=9, masuk=10, marks=(mark("2"),))
    got = decided(marked, done("12", 9), sure)
    assert outcomes(got) == [("13", 1, "open"), ("12", 1, "open")]


def test_a_gate_that_open_marks_may_clear_leaves_the_award_open() -> None:
    gate = {"id": "g", "title": words("mutu rendah"), "of": "mutu", "below": "50"}
    marked = rules_with_marks(
        gates=[gate | {"cap": "c", "basis": "assumption"}],
        awards=[AWARD | {"no_gates": "true"}],
    )
    got = decided(marked, done("12", 9))
    assert outcomes(got) == [("12", 1, "open")]
    assert got[0].reason.id == (
        "Dapat mencapai urutan 1 menurut nilai: 72,00–92,00. Belum dapat ditetapkan. "
        "Syarat yang belum pasti: predikat dibatasi: mutu rendah."
    )


def test_a_place_that_an_open_total_may_pass_is_provisional() -> None:
    marked = rules_with_marks()
    settled = submission("13", selesai=9, masuk=10, marks=(mark("2"),))
    below = submission("14", selesai=1, masuk=10, marks=(mark("0"),))
    got = ranked(marked, done("12", 9), settled, below)
    assert [(s.participant, s.provisional) for s in got.standings] == [
        ("13", True),
        ("12", True),
        ("14", False),
    ]
    assert got.standings[0].note is not None
    assert got.standings[0].note.id == (
        "Peringkat sementara: masih dapat dilewati Provinsi 12, "
        "yang nilainya belum pasti."
    )


def test_equal_as_published_but_not_exactly_is_explained() -> None:
    exact = rules(score={"ranks_on": "exact"})
    got = ranked(exact, done("12", 50001, 100000), done("13", 50002, 100000))
    assert got.standings[0].tie is not None
    assert got.standings[0].tie.id == (
        "Sama dengan Provinsi 12 sampai 2 desimal; angka tepatnya lebih tinggi."
    )


def test_who_sent_something_unreadable_keeps_the_award_open() -> None:
    broken = replace(done("11", 0), refused=Text("tidak terbaca", "unreadable"))
    got = decided(rules(awards=[AWARD]), broken, done("12", 9))
    assert outcomes(got) == [("12", 1, "open"), ("11", 1, "open")]
    assert got[0].reason.id == (
        "Dapat mencapai urutan 1 menurut nilai: 90,00. Belum dapat ditetapkan. "
        "Urutannya masih bergantung pada Provinsi 11."
    )


def test_a_number_stays_the_same_when_what_is_open_is_settled() -> None:
    marked = rules_with_marks(awards=[AWARD | {"places": "2"}, AWARD | {"id": "lain"}])
    sure = submission("13", selesai=10, masuk=10, marks=(mark("4"),))
    waiting = decided(marked, sure, done("12", 9))
    filled = submission("12", selesai=9, masuk=10, marks=(mark("0"),))
    settled = decided(marked, sure, filled)
    first = {each.award: each.number for each in waiting if each.participant == "13"}
    later = {each.award: each.number for each in settled if each.participant == "13"}
    assert first == later == {"terbaik": "001", "lain": "003"}


def test_withholding_evidence_opens_no_gate() -> None:
    gate = {"id": "g", "title": words("tanpa bukti"), "of": "j", "below": "50"}
    gated = rubric(
        criterion(
            "k",
            indicators=[
                indicator("i", "50"),
                indicator(
                    "j", "50", measure=share("lalu", "masuk_lalu"), missing="exclude"
                ),
            ],
        ),
        gates=[gate | {"cap": "c", "basis": "assumption"}],
    )
    card = assess(done("12", 9), gated)
    assert card.total is not None
    assert card.total.published_low == "90.00"
    assert card.band is not None
    assert (card.band.low, card.band.high) == ("c", "c")
    assert card.gates[0].reason.id == (
        "tanpa bukti: tidak ada bukti untuk j; predikat paling tinggi c."
    )


def office(parent: str, number: int, selesai: int) -> Submission:
    one = done(f"{parent}:{number}", selesai)
    who = replace(one.participant, parent=parent, parent_name=f"Pemda {parent}")
    return replace(one, participant=who)


def within_parents() -> Rubric:
    category = {
        "id": "opd",
        "title": words("OPD"),
        "types": ["kota"],
        "within": "parent",
    }
    return rules(categories=[category], awards=[{**AWARD, "places": "2"}])


def test_offices_are_ranked_and_awarded_within_their_own_government() -> None:
    rubric_ = within_parents()
    sent = [office("12", n, selesai) for n, selesai in enumerate((9, 5, 7))]
    sent += [office("11", n, selesai) for n, selesai in enumerate((1, 2))]
    scored = cards(
        rubric_,
        *(
            replace(each, participant=replace(each.participant, category="opd"))
            for each in sent
        ),
    )
    found = rankings(scored, rubric_)
    assert [(each.within, each.within_name) for each in found] == [
        ("11", "Pemda 11"),
        ("12", "Pemda 12"),
    ]
    assert [[(s.place, s.participant) for s in each.standings] for each in found] == [
        [(1, "11:1"), (2, "11:0")],
        [(1, "12:0"), (2, "12:2"), (3, "12:1")],
    ]
    won = [
        (each.participant, each.place, each.number)
        for each in awards(scored, rubric_)
        if each.status == "won"
    ]
    assert [(code, place) for code, place, _ in won] == [
        ("11:1", 1),
        ("11:0", 2),
        ("12:0", 1),
        ("12:2", 2),
    ]
    assert len({number for *_, number in won}) == 4
