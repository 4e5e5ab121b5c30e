"""Invent tickets whose counts are the published ones; no text or name is real."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TypeVar

from tests.season.plan import Batch, Export, Participant

Item = TypeVar("Item")

YEAR = 2025
STATUSES = {
    "selesai_pelapor": "Ditutup oleh Pelapor",
    "selesai_sistem": "Ditutup oleh Sistem",
    "selesai_admin": "Ditutup oleh Admin",
    "proses": "Proses",
    "belum_verifikasi": "Belum Terverifikasi",
    "belum_ditindaklanjuti": "Belum Ditindaklanjuti",
    "tunda": "Menunggu Kelengkapan Informasi",
    "arsip": "Diarsipkan oleh Admin",
    "terblokir": "Konten Terblokir",
}
_OPEN = ("proses", "belum_verifikasi", "belum_ditindaklanjuti", "tunda")
_CLASSES = {
    "Pengaduan Tidak Berkadar Pengawasan": 62,
    "Pengaduan Berkadar Pengawasan": 12,
    "Permintaan Informasi": 12,
    "Aspirasi": 9,
    "": 5,
}
# Hours of the export are UTC: offices in Indonesia open at about 01:00.
_HOURS = (0, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7, 7, 8, 8, 8, 9, 9, 10, 12, 13, 15)
_TOPICS = (
    ("14", "Infrastruktur", "jalan berlubang", "Dinas Pekerjaan Umum"),
    ("14", "Infrastruktur", "lampu jalan padam", "Dinas Perhubungan"),
    ("23", "Kependudukan", "antrean layanan kependudukan", "Dinas Kependudukan"),
    ("31", "Kesehatan", "jam layanan puskesmas", "Dinas Kesehatan"),
    ("37", "Pendidikan", "informasi pendaftaran sekolah", "Dinas Pendidikan"),
    ("42", "Lingkungan Hidup", "sampah menumpuk", "Dinas Lingkungan Hidup"),
    ("55", "Perhubungan", "rute angkutan umum", "Dinas Perhubungan"),
    ("61", "Kesejahteraan Sosial", "syarat bantuan sosial", "Dinas Sosial"),
    ("68", "Pajak Daerah", "cara membayar pajak kendaraan", "Badan Pendapatan Daerah"),
    ("74", "Air Minum", "aliran air kecil", "Dinas Pekerjaan Umum"),
)
_SOURCES = ("Website", "Website", "Android", "Android", "iOS", "WhatsApp")
_KINDS = ("", "", "", "Anonim", "Anonim", "Rahasia", "Anonim|Rahasia")
_REASONS = {
    "tunda": "CONTOH SINTETIS: menunggu kelengkapan informasi dari pelapor",
    "arsip": (
        "Laporan ini diarsipkan karena Mengandung SARA, Tidak Memiliki Bukti Dukung, "
        "Tidak Jelas, dan Tidak Relevan dengan Kinerja Pemerintah"
    ),
}


@dataclass(frozen=True, slots=True)
class Ticket:
    """One invented report; `outcome` is the recap figure that counts it."""

    tracking_id: str
    number: int
    received: date
    time: str
    classification: str
    topic: tuple[str, str, str, str]
    kind: str
    source: str
    outcome: str

    @property
    def status(self) -> str:
        """The status in the export's own words."""
        return STATUSES[self.outcome]

    @property
    def reason(self) -> str:
        """Why the report waits or was archived."""
        return _REASONS.get(self.outcome, "")

    @property
    def office(self) -> str:
        """The office it was sent to; none before verification."""
        return "" if self.outcome == "belum_verifikasi" else self.topic[3]


def invent_tickets(participant: Participant, export: Export) -> tuple[Ticket, ...]:
    """Make the tickets in the order in which they came in, always the same ones."""
    random = Random(f"scorecard sample season {participant.code}")
    outcomes = [key for key in STATUSES for _ in range(participant.count(key))]
    dated = sorted(
        (date(YEAR, month, 1 + int(random.random() * 28)), outcome)
        for month, outcome in _spread(outcomes, export, random)
    )
    classes = _classify([outcome for _, outcome in dated], export, random)
    first = int(f"9{participant.code.replace('.', '')}00000")
    return tuple(
        _ticket((first, number), (received, outcome), classification, random)
        for number, ((received, outcome), classification) in enumerate(
            zip(dated, classes, strict=True), start=1
        )
    )


def sample(tickets: tuple[Ticket, ...], size: int) -> tuple[str, ...]:
    """Draw tracking ids evenly from tickets that were followed up, else from all."""
    followed = [each for each in tickets if each.outcome.startswith(("sel", "pro"))]
    drawn_from = followed if len(followed) >= size else list(tickets)
    step = len(drawn_from) / size if size else 1
    return tuple(drawn_from[int(index * step)].tracking_id for index in range(size))


def _ticket(
    numbers: tuple[int, int],
    known: tuple[date, str],
    classification: str,
    random: Random,
) -> Ticket:
    return Ticket(
        tracking_id=str(sum(numbers)),
        number=numbers[1],
        received=known[0],
        time=_time(random),
        classification=classification,
        topic=_pick(_TOPICS, random),
        kind=_pick(_KINDS, random),
        source=_pick(_SOURCES, random),
        outcome=known[1],
    )


def _spread(
    outcomes: list[str], export: Export, random: Random
) -> Iterator[tuple[int, str]]:
    """Give each ticket a month: a known batch first, then open tickets rather late."""
    months, left = _months(len(outcomes), export.months), list(outcomes)
    if export.batch:
        for month in _batched(months, left.count(export.batch.outcome), export.batch):
            months.remove(month)
            left.remove(export.batch.outcome)
            yield month, export.batch.outcome
    late = {outcome: 0.6 if outcome in _OPEN else 0.0 for outcome in STATUSES}
    ordered = sorted((late[outcome] + random.random(), outcome) for outcome in left)
    yield from zip(months, (outcome for _, outcome in ordered), strict=True)


def _batched(months: list[int], size: int, batch: Batch) -> list[int]:
    """Put the batch in its month and the outcome's other tickets outside of it."""
    outside = [month for month in months if month != batch.month]
    rest = size - batch.count
    return [batch.month] * batch.count + outside[:: len(outside) // rest][:rest]


def _months(size: int, months: dict[int, int]) -> list[int]:
    """Repeat each month by its part of the whole; rounding falls to the last ones."""
    repeated: list[int] = []
    whole, given = sum(months.values()), 0
    for month, part in months.items():
        given += part
        repeated += [month] * (given * size // whole - len(repeated))
    return repeated


def _classify(outcomes: list[str], export: Export, random: Random) -> list[str]:
    """Deal classifications; a known number of one outcome's tickets is left blank."""
    blank = _positions(outcomes, export)
    deck = _deck(len(outcomes) - len(blank), export.classes or _CLASSES)
    dealt = iter([card for _, card in sorted((random.random(), c) for c in deck)])
    return ["" if place in blank else next(dealt) for place in range(len(outcomes))]


def _positions(outcomes: list[str], export: Export) -> frozenset[int]:
    if export.blank is None:
        return frozenset()
    outcome, count = export.blank
    places = [place for place, each in enumerate(outcomes) if each == outcome]
    return frozenset(places[-count:])


def _deck(size: int, parts: dict[str, int]) -> list[str]:
    deck: list[str] = []
    whole, given = sum(parts.values()), 0
    for classification, part in parts.items():
        given += part
        deck += [classification] * (given * size // whole - len(deck))
    return deck


def _time(random: Random) -> str:
    minute, second = int(random.random() * 60), int(random.random() * 60)
    return f"{_pick(_HOURS, random):02d}:{minute:02d}:{second:02d}"


def _pick(items: Sequence[Item], random: Random) -> Item:
    # Only random() is promised to give the same numbers in every Python version.
    return items[int(random.random() * len(items))]
