"""A national season without any file: every official region sends made-up figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import cycle, islice
from random import Random

from scorecard import __version__
from scorecard.advice.advising import repairs_of
from scorecard.advice.entrants import entrants
from scorecard.awards import awards
from scorecard.errors import Location
from scorecard.evidence.regions import regions
from scorecard.model import (
    Evidence,
    Mark,
    Participant,
    PossibleRepair,
    RubricUsed,
    Scorecard,
    Season,
    Submission,
)
from scorecard.ranking import rankings
from scorecard.rubric.nouns import Rubric
from scorecard.run import how_sure
from scorecard.scoring import assess
from tests.handmade_season import AS_OF, Value, loaded_rubric

_WORKED_OUT = 12


@cache
def national_season(count: int = 552, year: str = "") -> Season:
    """Score and rank the first `count` regions; each year always the same figures."""
    loaded = loaded_rubric()
    rubric = loaded.rubric
    sent = tuple(_submission(each, year) for each in islice(regions().values(), count))
    cards = tuple(assess(each, rubric) for each in sent)
    bare = Season(
        format="scorecard-results/1",
        tool=__version__,
        as_of=AS_OF,
        rubric=RubricUsed(
            rubric.id, rubric.edition, rubric.title.text, loaded.sha256, loaded.text
        ),
        scorecards=cards,
        rankings=rankings(cards, rubric),
        awards=awards(cards, rubric),
        problems=(),
        inputs=(),
    )
    return replace(
        bare,
        repairs=tuple(_repairs(sent, cards)),
        robustness=how_sure(bare, _drawn_seldom(rubric), workers=1),
    )


def _repairs(
    sent: tuple[Submission, ...], cards: tuple[Scorecard, ...]
) -> Iterator[PossibleRepair]:
    """Work out those of the first few, and give them to all: the rest takes minutes."""
    among = entrants(cards, loaded_rubric().rubric, awarded=False)
    few = [tuple(repairs_of(each, among)) for each in sent[:_WORKED_OUT]]
    for card, found in zip(cards, cycle(few), strict=False):
        code = card.participant.code
        yield from (replace(each, participant=code) for each in found)


def _drawn_seldom(rubric: Rubric) -> Rubric:
    stated = rubric.robustness
    assert stated
    seldom = stated.model_copy(update={"draws": 100, "variance_draws": 16})
    return rubric.model_copy(update={"robustness": seldom})


def _submission(region: Participant, year: str) -> Submission:
    chance = Random(region.code + year)
    who = Participant(region.code, region.name, region.type, region.type)
    if chance.random() < 0.05:
        return Submission(who, "", submitted=False)
    folder = f"{region.code}-{region.name.lower().replace(' ', '-')}"
    values = {**_figures(chance), **_papers(chance)}
    answers = {
        key: _evidence(f"{folder}/borang.xlsx", row, key, value)
        for row, (key, value) in enumerate(values.items(), start=5)
    }
    marks = tuple(_mark(region.code, n, chance) for n in range(20))
    return Submission(who, folder, answers=answers, marks=marks)


def _figures(chance: Random) -> dict[str, Value]:
    """A recap whose parts add up."""
    received = chance.randint(3, 4000)
    left = received
    parts: dict[str, Value] = {"masuk": received}
    for key in ("selesai_pelapor", "selesai_sistem", "selesai_admin", "proses"):
        parts[key] = chance.randint(0, left)
        left -= int(parts[key])
    for key in ("belum_verifikasi", "belum_ditindaklanjuti", "tunda", "arsip"):
        parts[key] = chance.randint(0, left)
        left -= int(parts[key])
    done = sum(int(parts[f"selesai_{who}"]) for who in ("pelapor", "sistem", "admin"))
    past = chance.randint(3, 4000)
    return parts | {
        "selesai": done,
        "terblokir": left,
        "rata_hari": chance.randint(1, 90),
        "aksi_direncanakan": 12,
        "aksi_selesai": chance.randint(0, 12),
        "masuk_lalu": past,
        "selesai_lalu": chance.randint(0, past),
    }


def _papers(chance: Random) -> dict[str, Value]:
    day = chance.randint(1, 28)
    return {
        "sk_tim.ada": chance.random() < 0.9,
        "sk_tim.nomor": f"100.3/{chance.randint(1, 999)}/2025",
        "sk_tim.tanggal": date(2025, 1, day),
        "sk_tim.mulai": date(2025, 1, day),
        "sk_tim.admin_instansi": chance.random() < 0.8,
        "sk_tim.pejabat_penghubung": chance.random() < 0.7,
        "rencana_aksi.ada": chance.random() < 0.8,
        "rencana_aksi.diserahkan": date(2026, 2, day),
        "rencana_aksi.mulai": date(2025, 1, 1),
        "rencana_aksi.sampai": date(2025, 12, 31),
        "kebijakan_dari_pengaduan": chance.random() < 0.5,
        "laporan_berkala": chance.random() < 0.6,
    }


def _evidence(file: str, row: int, key: str, value: Value) -> Evidence:
    is_number = isinstance(value, int | Fraction) and not isinstance(value, bool)
    exact = Fraction(value) if is_number else value  # type: ignore[arg-type]
    sheet = "Dokumen" if "." in key else "Rekap"
    return Evidence(exact, str(value), Location(file, sheet, f"C{row}"))


def _mark(code: str, number: int, chance: Random) -> Mark:
    place = Location("_season/marks/penilai-1.xlsx", "Nilai", f"E{number + 4}")
    value = Fraction(chance.randint(1, 4))
    ticket = f"{chance.randint(1000000, 9999999)}"
    return Mark(code, "answer_quality", ticket, "Penilai 1", value, place)
