"""Rounding: how an exact figure becomes the published one."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from scorecard import number
from scorecard.methods.live.expressions import steady
from scorecard.number import RoundingMode
from scorecard.rubric.nouns import Score as Rule
from scorecard.wording import Text, say


def published(value: Fraction, rule: Rule) -> str:
    """Write the figure as the rubric publishes it, with all its decimals."""
    return number.published(value, rule.places, rule.mode)


def formula(cell: str, places: int, mode: RoundingMode) -> str:
    """Write the same over the cell that holds the exact figure.

    Steadied first: an exact 86.245 may stand as 86.24499999999999 after a few sums,
    and the decision must fall as on the exact ratio.
    """
    exact = steady(cell)
    match mode:
        case "half_up":
            return f"ROUND({exact},{places})"
        case "down":
            return f"TRUNC({exact},{places})"
        case "half_even":
            tie = f"ABS(MOD({exact}*10^{places},1)-0.5)<0.0000001"
            even = f"2*ROUND({exact}*10^{places}/2,0)/10^{places}"
            return f"IF({tie},{even},ROUND({exact},{places}))"


SENTENCES: Mapping[RoundingMode, Text] = {
    "half_up": Text("setengah ke atas", "half up"),
    "half_even": Text("setengah ke genap", "half to even"),
    "down": Text("ke bawah", "down"),
}


def sentence(rule: Rule) -> Text:
    """Say how figures are rounded."""
    return say(
        "dibulatkan {places} desimal, {mode}",
        "rounded to {places} decimals, {mode}",
        places=rule.places,
        mode=SENTENCES[rule.mode],
    )
