"""What a measure gives: a value with its parts, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from scorecard.errors import Location
from scorecard.model import Checked, Cited, Evidence, State
from scorecard.wording import Text, same

PER_CENT = same("%")
TICKETS = Text("laporan", "tickets")
PLAIN = same("")


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure's result; the value face and the sentence face together.

    `bounds` are the least and greatest value that are still possible when the state is
    pending or unreadable; None means that nothing is known.
    """

    state: State
    reason: Text
    value: Fraction | None = None
    bounds: tuple[Fraction, Fraction] | None = None
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    unit: Text = PLAIN
    definition: Text = PLAIN
    evidence: tuple[Cited, ...] = ()
    conditions: tuple[Checked, ...] = ()


def cited(title: Text, evidence: Evidence) -> Cited:
    """Quote a piece of evidence under the title that its reader knows."""
    return Cited(title, evidence.shown, evidence.location, number_in(evidence))


def number_in(evidence: Evidence) -> Fraction | None:
    """Give the exact number of a cell that was read as one (yes is 1, no is 0)."""
    if isinstance(evidence.value, bool):
        return Fraction(int(evidence.value))
    return evidence.value if isinstance(evidence.value, Fraction) else None


def place_of(location: Location) -> Text:
    """Name a place inside a sentence."""
    return same(str(location))
