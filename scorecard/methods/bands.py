"""Bands: which one a total reaches, held down by the gates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal, TypeAlias

from scorecard.methods.live.expressions import steady
from scorecard.model import BandReached, GateHit, Score
from scorecard.rubric.nouns import Band, Rubric
from scorecard.wording import Text, say

On: TypeAlias = Literal["exact", "published"]
"""The figure that decides the band."""


def band_at(total: Fraction, published: str, rubric: Rubric) -> Band:
    """Find the band of a total, on the figure that the rubric says.

    On the exact figure the lower bound of the band above is the limit; the loader has
    made sure that bands neither overlap nor leave a gap.
    """
    on_exact = rubric.score.bands_on == "exact"
    value = total if on_exact else Fraction(published)
    best_first = sorted(rubric.bands.ranges, key=lambda band: band.from_, reverse=True)
    for band in best_first:
        if value >= band.from_:
            return band
    return best_first[-1]


def band_reached(total: Score, rubric: Rubric, gates: Sequence[GateHit]) -> BandReached:
    """Give the band from the lowest to the highest total.

    Every gate holds the lowest; only one that is certain holds the highest too.
    """
    free = band_at(total.low, total.published_low, rubric)
    low = _capped(free, gates, rubric)
    highest = band_at(total.high, total.published_high, rubric)
    high = _capped(highest, [gate for gate in gates if gate.certain], rubric)
    return BandReached(
        low.id, high.id, _title(low, high), free.id, _zone(low), low.colour
    )


def formula(total: str, starts: str, bands: int) -> str:
    """Write the place of the band, counted from the best (1).

    `starts` are the cells where the bands start, best first: one more than start above
    the total, which is the figure that the rubric decides on.
    """
    return f"MIN({bands},1+SUMPRODUCT(--({starts}>{steady(total)})))"


def capped_formula(position: str, caps: Sequence[str]) -> str:
    """Hold a place down to the places that gates leave open."""
    return f"MAX({','.join((position, *caps))})"


def title_formula(titles: str, position: str) -> str:
    """Take the title at a place of the cells that hold them, best first."""
    return f"INDEX({titles},{position})"


SENTENCES: Mapping[On, Text] = {
    "exact": Text("menurut nilai tepat", "by the exact total"),
    "published": Text("menurut nilai diumumkan", "by the published total"),
}


def rank_of_band(band_id: str, rubric: Rubric) -> int:
    """Number the bands from the worst (0) to the best."""
    worst_first = sorted(rubric.bands.ranges, key=lambda band: band.from_)
    return [band.id for band in worst_first].index(band_id)


def _capped(band: Band, gates: Sequence[GateHit], rubric: Rubric) -> Band:
    reached = [band.id, *(gate.cap for gate in gates)]
    lowest = min(reached, key=lambda band_id: rank_of_band(band_id, rubric))
    return next(each for each in rubric.bands.ranges if each.id == lowest)


def _title(low: Band, high: Band) -> Text:
    if low.id == high.id:
        return low.title.text
    return say("{a} – {b}", "{a} – {b}", a=low.title.text, b=high.title.text)


def _zone(band: Band) -> Text | None:
    return band.zone.text if band.zone else None
