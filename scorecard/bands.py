"""Step 4, score: which band a total reaches, and which gates hold it down."""

from __future__ import annotations

from collections.abc import Callable, Container
from fractions import Fraction

from scorecard.model import BandReached, GateHit, Score
from scorecard.rubric.nouns import Band, Gate, Rubric
from scorecard.wording import Places, Spoken, Text, say

PointsOf = Callable[[str], Score | None]


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


def gates_hit(
    rubric: Rubric, points_of: PointsOf, absent: Container[str]
) -> tuple[GateHit, ...]:
    """List the gates that cap the band now, or would if the worst came true.

    `absent` holds the indicators whose evidence is missing.
    """
    return tuple(
        GateHit(
            gate.id,
            gate.cap,
            _reason(gate, points, rubric, is_absent=gate.of in absent),
        )
        for gate in rubric.gates
        if (points := points_of(gate.of)) is not None and points.low < gate.below
    )


def band_reached(total: Score, rubric: Rubric, points_of: PointsOf) -> BandReached:
    """Give the band from the lowest to the highest total, gates applied to both."""
    free = band_at(total.low, total.published_low, rubric)
    low = _capped(free, rubric, points_of, lambda points: points.low)
    highest = band_at(total.high, total.published_high, rubric)
    high = _capped(highest, rubric, points_of, lambda points: points.high)
    return BandReached(
        low.id, high.id, _title(low, high), free.id, _zone(low), low.colour
    )


def rank_of_band(band_id: str, rubric: Rubric) -> int:
    """Number the bands from the worst (0) to the best."""
    worst_first = sorted(rubric.bands.ranges, key=lambda band: band.from_)
    return [band.id for band in worst_first].index(band_id)


def _capped(
    band: Band,
    rubric: Rubric,
    points_of: PointsOf,
    end: Callable[[Score], Fraction],
) -> Band:
    caps = [
        gate.cap
        for gate in rubric.gates
        if (points := points_of(gate.of)) is not None and end(points) < gate.below
    ]
    lowest = min([band.id, *caps], key=lambda band_id: rank_of_band(band_id, rubric))
    return next(each for each in rubric.bands.ranges if each.id == lowest)


def _title(low: Band, high: Band) -> Text:
    if low.id == high.id:
        return low.title.text
    return say("{a} – {b}", "{a} – {b}", a=low.title.text, b=high.title.text)


def _zone(band: Band) -> Text | None:
    return band.zone.text if band.zone else None


def _reason(gate: Gate, points: Score, rubric: Rubric, *, is_absent: bool) -> Text:
    cap = next(band for band in rubric.bands.ranges if band.id == gate.cap)
    figures: dict[str, Spoken] = {
        "title": gate.title.text,
        "node": rubric.node(gate.of).title.text,
        "points": Places(points.low, rubric.score.places),
        "below": gate.below,
        "cap": cap.title.text,
    }
    if is_absent:
        return say(
            "{title}: tidak ada bukti untuk {node}; predikat paling tinggi {cap}.",
            "{title}: there is no evidence for {node}; the band is at most {cap}.",
            **figures,
        )
    if points.high < gate.below:
        return say(
            "{title}: {node} {points} poin, kurang dari {below}; "
            "predikat paling tinggi {cap}.",
            "{title}: {node} has {points} points, less than {below}; "
            "the band is at most {cap}.",
            **figures,
        )
    return say(
        "{title}: {node} belum pasti dan dapat kurang dari {below}; "
        "predikat dapat dibatasi pada {cap}.",
        "{title}: {node} is not settled and may fall below {below}; "
        "the band may be capped at {cap}.",
        **figures,
    )
