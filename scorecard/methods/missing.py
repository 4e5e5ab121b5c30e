"""Missing policies: what an indicator is worth for which there is no evidence."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from scorecard.rubric.methods import Missing
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.wording import Text


def policy_of(indicator: Indicator, rubric: Rubric) -> Missing:
    """Give the policy in force for an indicator."""
    return indicator.missing or rubric.score.missing


def worth(policy: Missing) -> Fraction | None:
    """Give the points that absent evidence earns; None where it earns none at all."""
    match policy:
        case "zero":
            return Fraction(0)
        case "exclude" | "not_scored":
            return None


def blocks(policy: Missing) -> bool:
    """Tell whether nothing can be scored without the evidence."""
    return policy == "not_scored"


def formula(policy: Missing) -> str:
    """Write the points as an expression; without any, an empty text."""
    match policy:
        case "zero":
            return "0"
        case "exclude" | "not_scored":
            return '""'


SENTENCES: Mapping[Missing, Text] = {
    "zero": Text("Tanpa bukti: 0 poin.", "No evidence: 0 points."),
    "exclude": Text(
        "Tanpa bukti: tidak dihitung, bobotnya tidak ikut.",
        "No evidence: left out, its weight does not count.",
    ),
    "not_scored": Text(
        "Tanpa bukti ini peserta tidak dapat dinilai.",
        "Without this evidence the participant cannot be scored.",
    ),
}
