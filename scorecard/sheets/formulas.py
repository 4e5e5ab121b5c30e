"""Live spreadsheet formulas: the arithmetic of a total, as cells that recompute it.

Only functions that Excel and LibreOffice have had since 2010. Cells are A1 addresses.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from scorecard.number import RoundingMode

GUARD = 10
"""Decimals kept before a rounding decision.

Spreadsheets count in binary: an exact 86.245 may stand as 86.24499999999999 after a
few sums. Rounded to ten decimals first, the decision falls as on the exact ratio.
"""


def local_share(weight: str, siblings: Sequence[str], parent: str) -> str:
    """Give a part's share of the whole: its parent's, split by weight."""
    return f"={parent}*{weight}/({'+'.join(siblings)})"


def contribution(points: str, share: str, maximum: Fraction) -> str:
    """Multiply points and share, on the published scale."""
    return f"={points}*{share}{_to_scale(maximum)}"


def scaled(cell: str, maximum: Fraction) -> str:
    """Move points (0-100) to the published scale."""
    return f"={cell}{_to_scale(maximum)}"


def rounded(cell: str, places: int, mode: RoundingMode) -> str:
    """Round a cell as `number.rounded` does."""
    steady = f"ROUND({cell},{GUARD})"
    match mode:
        case "half_up":
            return f"=ROUND({steady},{places})"
        case "down":
            return f"=TRUNC({steady},{places})"
        case "half_even":
            tie = f"ABS(MOD({steady}*10^{places},1)-0.5)<0.0000001"
            even = f"2*ROUND({steady}*10^{places}/2,0)/10^{places}"
            return f"=IF({tie},{even},ROUND({steady},{places}))"


def band_position(total: str, starts: str, bands: int) -> str:
    """Give the band's place from the best (1): how many start above the total, +1."""
    return f"MIN({bands},1+SUMPRODUCT(--({starts}>ROUND({total},{GUARD}))))"


def capped(position: str, gates: Sequence[str]) -> str:
    """Hold a place down to the caps that are in force."""
    return f"MAX({','.join((position, *gates))})"


def gate_cap(points: str, below: str, cap: int) -> str:
    """Give a gate's cap as a place, 1 (no cap) while the points reach the post."""
    return f"IF(ROUND({points},{GUARD})<{below},{cap},1)"


def gate_word(points: str, below: str, words: tuple[str, str]) -> str:
    """Say whether a gate holds the band."""
    holds, holds_not = (_quoted(word) for word in words)
    return f"=IF(ROUND({points},{GUARD})<{below},{holds},{holds_not})"


def chosen(titles: str, position: str) -> str:
    """Take the title at a place of the table of bands."""
    return f"=INDEX({titles},{position})"


def difference(over: Sequence[str], less: Sequence[str]) -> str:
    """Add some cells and take others away."""
    return "=" + "+".join(over) + "".join(f"-{cell}" for cell in less)


def percentage(numerator: str, denominator: str) -> str:
    """Divide, in per cent."""
    return f"=100*{numerator}/{denominator}"


def _to_scale(maximum: Fraction) -> str:
    return "" if maximum == 100 else f"*{float(maximum):g}/100"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
