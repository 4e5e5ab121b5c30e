"""Live spreadsheet formulas: the arithmetic of a total, as cells that recompute it.

Only functions that Excel and LibreOffice have had since 2010. Cells are A1 addresses.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def local_share(weight: str, siblings: Sequence[str], parent: str) -> str:
    """Give a part's share of the whole: its parent's, split by weight."""
    return f"={parent}*{weight}/({'+'.join(siblings)})"


def contribution(points: str, share: str, maximum: Fraction) -> str:
    """Multiply points and share, on the published scale."""
    return f"={points}*{share}{_to_scale(maximum)}"


def scaled(cell: str, maximum: Fraction) -> str:
    """Move points (0-100) to the published scale."""
    return f"={cell}{_to_scale(maximum)}"


def difference(over: Sequence[str], less: Sequence[str]) -> str:
    """Add some cells and take others away."""
    return "=" + "+".join(over) + "".join(f"-{cell}" for cell in less)


def _to_scale(maximum: Fraction) -> str:
    return "" if maximum == 100 else f"*{float(maximum):g}/100"
