"""A small season without any file: five provinces and a city, typed in by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache

from scorecard import __version__
from scorecard.advice.advising import repairs_of_all
from scorecard.awards import awards
from scorecard.errors import Location, Problem
from scorecard.model import (
    Evidence,
    InputFile,
    Mark,
    Participant,
    RubricUsed,
    Season,
    Submission,
)
from scorecard.ranking import rankings
from scorecard.rubric.load import LoadedRubric, load_rubric
from scorecard.scoring import assess
from scorecard.wording import Text

AS_OF = date(2026, 3, 31)
_DECREE = {
    "sk_tim.ada": True,
    "sk_tim.nomor": "100.3/SK-Tim",
    "sk_tim.tanggal": date(2025, 1, 10),
    "sk_tim.mulai": date(2025, 1, 10),
    "sk_tim.admin_instansi": True,
    "sk_tim.pejabat_penghubung": True,
}
_PLAN = {
    "rencana_aksi.ada": True,
    "rencana_aksi.diserahkan": date(2026, 2, 1),
    "rencana_aksi.mulai": date(2025, 1, 1),
    "rencana_aksi.sampai": date(2025, 12, 31),
    "kebijakan_dari_pengaduan": True,
}
Value = int | bool | str | date | Fraction


def recap(received: int, done: int, **others: Value) -> dict[str, Value]:
    """Fill the recap: received and done, the rest as given."""
    by_citizen = done // 2
    return {
        "masuk": received,
        "selesai": done,
        "selesai_pelapor": by_citizen,
        "selesai_sistem": done - by_citizen,
        "selesai_admin": 0,
        "proses": received - done,
        "belum_verifikasi": 0,
        "belum_ditindaklanjuti": 0,
        "tunda": 0,
        "arsip": 0,
        "terblokir": 0,
        "rata_hari": 5,
        "aksi_direncanakan": 4,
        "aksi_selesai": 3,
        **others,
    }


_SENT: tuple[tuple[str, str, str, Mapping[str, Value] | None], ...] = (
    ("21", "Kepulauan Riau", "provinsi", recap(273, 271, masuk_lalu=200)),
    ("35", "Jawa Timur", "provinsi", recap(1011, 905, arsip=7) | _DECREE | _PLAN),
    ("12", "Sumatera Utara", "provinsi", recap(231, 56) | _PLAN),
    ("72", "Sulawesi Tengah", "provinsi", None),
    ("63", "=Kalimantan [Selatan]", "provinsi", recap(1294, 1219) | _DECREE),
    ("61.71", "Kota Pontianak", "kota", recap(17, 7) | _DECREE),
)


@cache
def loaded_rubric() -> LoadedRubric:
    """Load the default rubric once."""
    return load_rubric(None)


@cache
def handmade_season() -> Season:
    """Score and rank the small season."""
    loaded = loaded_rubric()
    rubric = loaded.rubric
    sent = tuple(_submission(row) for row in sorted(_SENT, key=lambda r: r[0]))
    cards = tuple(assess(each, rubric) for each in sent)
    return Season(
        format="scorecard-results/1",
        tool=__version__,
        as_of=AS_OF,
        rubric=RubricUsed(
            rubric.id, rubric.edition, rubric.title.text, loaded.sha256, loaded.text
        ),
        scorecards=cards,
        rankings=rankings(cards, rubric),
        awards=awards(cards, rubric),
        problems=(_sum_problem(), _formula_problem()),
        inputs=(InputFile("21/borang.xlsx", 3, "ab" * 32),),
        repairs=tuple(repairs_of_all(sent, cards, rubric)),
    )


def _submission(row: tuple[str, str, str, Mapping[str, Value] | None]) -> Submission:
    code, name, kind, values = row
    participant = Participant(code, name, kind, kind)
    if values is None:
        return Submission(participant, "", submitted=False)
    answers = {key: _evidence(code, key, value) for key, value in values.items()}
    marks = tuple(_mark(code, number) for number in range(10) if code != "63")
    return Submission(participant, code, answers=answers, marks=marks)


def _evidence(code: str, key: str, value: Value) -> Evidence:
    is_number = isinstance(value, int | Fraction) and not isinstance(value, bool)
    exact = Fraction(value) if is_number else value  # type: ignore[arg-type]
    return Evidence(exact, str(value), Location(f"{code}/borang.xlsx", "Rekap", "C5"))


def _mark(code: str, number: int) -> Mark:
    place = Location("_season/marks/p1.xlsx", "Nilai", f"E{number + 4}")
    return Mark(code, "answer_quality", f"T{number}", "Penilai 1", Fraction(3), place)


def _sum_problem() -> Problem:
    return Problem(
        "quoted-percentage",
        "error",
        "61.71",
        Location("61.71/borang.xlsx", "Rekap", "C16"),
        "46",
        Text("Persentase tidak sesuai angkanya.", "The percentage does not follow."),
        Text("40 (6 dari 15)", "40 (6 of 15)"),
        Text("Perbaiki sel C16.", "Mend cell C16."),
    )


def _formula_problem() -> Problem:
    return Problem(
        "odd-name",
        "warning",
        "63",
        Location("63/borang.xlsx", "Identitas", "C4"),
        "=Kalimantan",
        Text("Nama tidak baku.", "The name is not the official one."),
        Text("Kalimantan Selatan", "Kalimantan Selatan"),
        Text("Tulis nama resmi.", "Write the official name."),
    )
