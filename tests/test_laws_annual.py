"""The laws, held on the annual rubric itself and on real kinds of repair."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from scorecard.model import Evidence, Submission
from scorecard.rubric.nouns import Rubric
from scorecard.scoring import assess
from tests.shipped import evidence, sent, shipped

STATES = (
    "belum_verifikasi",
    "belum_ditindaklanjuti",
    "proses",
    "tunda",
    "selesai_sistem",
    "selesai_admin",
    "selesai_pelapor",
)
FORWARD = {
    "belum_verifikasi": "belum_ditindaklanjuti",
    "belum_ditindaklanjuti": "proses",
    "proses": "selesai_pelapor",
    "tunda": "selesai_pelapor",
}
COUNTS = st.fixed_dictionaries({state: st.integers(0, 40) for state in STATES})


@cache
def annual() -> Rubric:
    return shipped("rubric")


def counted(counts: dict[str, int]) -> Submission:
    """Make a submission whose ticket export holds so many tickets in each state."""
    closed = sum(counts[state] for state in STATES if state.startswith("selesai_"))
    every = {**counts, "selesai": closed, "masuk": sum(counts.values())}
    every |= {"arsip": 0, "terblokir": 0}
    numbers = {key: evidence(value) for key, value in every.items()}
    return replace(sent("kota"), counts=numbers)


def total(submission: Submission) -> Fraction:
    card = assess(submission, annual())
    assert card.total is not None
    return card.total.low


@given(COUNTS, st.sampled_from(sorted(FORWARD)))
def test_carrying_a_ticket_forward_never_lowers_the_total(
    counts: dict[str, int], state: str
) -> None:
    before = {**counts, state: counts[state] + 1}
    after = {**before, state: counts[state]}
    after[FORWARD[state]] = before[FORWARD[state]] + 1
    assert total(counted(after)) >= total(counted(before))


@given(
    COUNTS, st.sampled_from(["rata_hari", "aksi_selesai", "kebijakan_dari_pengaduan"])
)
def test_stating_what_was_left_blank_never_lowers_the_total(
    counts: dict[str, int], key: str
) -> None:
    given_: dict[str, Evidence] = {
        "rata_hari": evidence(Fraction(30)),
        "aksi_direncanakan": evidence(4),
        "aksi_selesai": evidence(1),
        "kebijakan_dari_pengaduan": evidence(True),
    }
    blank = counted(counts)
    withheld = {k: v for k, v in given_.items() if k != key}
    less = replace(blank, answers={**blank.answers, **withheld})
    full = replace(blank, answers={**blank.answers, **given_})
    assert total(full) >= total(less)


@given(COUNTS)
def test_closing_as_an_admin_never_beats_the_citizens_own_closing(
    counts: dict[str, int],
) -> None:
    by_admin = {**counts, "selesai_admin": counts["selesai_admin"] + 1}
    by_citizen = {**counts, "selesai_pelapor": counts["selesai_pelapor"] + 1}
    assert total(counted(by_citizen)) >= total(counted(by_admin))
