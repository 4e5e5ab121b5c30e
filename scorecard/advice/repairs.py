"""Repairs: everything that would raise a participant's points, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.advice.changes import Change, Move, applied, touched
from scorecard.model import Hold, RepairKind, Submission
from scorecard.wording import Text

EFFORT: dict[RepairKind, int] = {
    "paper": 1,
    "answer": 2,
    "figure": 2,
    "tickets": 3,
    "marks": 5,
}
"""How much work a repair is, from a paper to be attached to better answers.

Only puts repairs in order (gain for effort); no score depends on it.
"""


HELD_EFFORT: dict[Hold, int] = {"reporter": 4, "past": 5}
"""How much work it is at least where something else stands in between."""

CAVEATS: dict[Hold, Text] = {
    "none": Text("", ""),
    "at_most": Text(
        "Paling banyak: tambahan sebenarnya mengikuti angka yang diisi.",
        "At most: the true gain follows from the figure that is filled in.",
    ),
    "reporter": Text(
        "Bergantung pada pelapor: laporannya sudah ditutup tanpa konfirmasinya.",
        "For the reporters to decide: their tickets were closed without them.",
    ),
    "past": Text(
        "Hanya bila isian sekarang keliru; bila memang demikian, berlaku untuk"
        " penilaian berikutnya.",
        "Only if what is filled in now is mistaken; if it is right, for the next"
        " evaluation.",
    ),
    "assessed": Text(
        "Ditentukan penilai, bukan oleh peserta sendiri.",
        "For the assessors to decide, not in the participant's own hands.",
    ),
}

SIGNS: dict[Hold, str] = {
    "none": "",
    "at_most": "≤",
    "reporter": "‡",
    "past": "†",
    "assessed": "*",
}
"""What stands beside a gain to point at its caveat."""

OTHERS_STAY = Text(
    "Peserta lain dianggap tetap; tambahan dihitung atas nilai yang pasti.",
    "Others stay as they are; gains are on the total that is certain.",
)


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that can be mended, and how the evidence stands once it is.

    `hold` says whether anything but the participant's own work stands between it and
    its gain.
    """

    id: str
    indicator: str
    kind: RepairKind
    title: Text
    changes: tuple[Change, ...]
    hold: Hold = "none"

    @property
    def effort(self) -> int:
        """The work it takes, from 1 (least) to 5."""
        return max(EFFORT[self.kind], HELD_EFFORT.get(self.hold, 0))

    @property
    def tickets(self) -> int:
        """How many tickets it takes; none for other kinds."""
        return sum(each.number for each in self.changes if isinstance(each, Move))

    @property
    def caveat(self) -> Text:
        """What to know before counting on the gain; empty where there is nothing."""
        return CAVEATS[self.hold]

    @property
    def touches(self) -> frozenset[str]:
        """What it changes; repairs that touch the same thing exclude each other."""
        return frozenset(touched(change) for change in self.changes)


def apply(submission: Submission, repair: Repair) -> Submission:
    """Give the evidence as if the repair had been made before it was sent."""
    return applied(submission, repair.changes)
