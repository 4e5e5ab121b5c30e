"""Step 4, score: which gates hold the band down, surely or if the worst comes true."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import TypeAlias

from scorecard.model import GateHit, Score
from scorecard.rubric.nouns import Gate, Rubric
from scorecard.wording import Places, Spoken, Text, say

PointsOf: TypeAlias = Callable[[str], Score | None]


def gates_hit(
    rubric: Rubric, points_of: PointsOf, absent: Container[str]
) -> tuple[GateHit, ...]:
    """List the gates that cap the band.

    `absent` holds the indicators whose evidence is missing: withholding it opens no
    gate, even where the rubric leaves the indicator out of the total.
    """
    hits = (_hit(gate, rubric, points_of(gate.of), absent) for gate in rubric.gates)
    return tuple(hit for hit in hits if hit is not None)


def _hit(
    gate: Gate, rubric: Rubric, points: Score | None, absent: Container[str]
) -> GateHit | None:
    if gate.of in absent:
        words = Text(
            "{title}: tidak ada bukti untuk {node}; predikat paling tinggi {cap}.",
            "{title}: there is no evidence for {node}; the band is at most {cap}.",
        )
        return GateHit(gate.id, gate.cap, _said(words, gate, rubric), certain=True)
    if points is None or points.low >= gate.below:
        return None
    certain = points.high < gate.below
    words = _BELOW if certain else _MAY_FALL
    return GateHit(gate.id, gate.cap, _said(words, gate, rubric, points), certain)


_BELOW = Text(
    "{title}: {node} {points} poin, kurang dari {below}; predikat paling tinggi {cap}.",
    "{title}: {node} has {points} points, less than {below}; the band is at most "
    "{cap}.",
)
_MAY_FALL = Text(
    "{title}: {node} belum pasti dan dapat kurang dari {below}; predikat dapat "
    "dibatasi pada {cap}.",
    "{title}: {node} is not settled and may fall below {below}; the band may be "
    "capped at {cap}.",
)


def _said(words: Text, gate: Gate, rubric: Rubric, points: Score | None = None) -> Text:
    cap = next(band for band in rubric.bands.ranges if band.id == gate.cap)
    figures: dict[str, Spoken] = {
        "title": gate.title.text,
        "node": rubric.node(gate.of).title.text,
        "points": Places(points.low, rubric.score.places) if points else None,
        "below": gate.below,
        "cap": cap.title.text,
    }
    return say(words.id, words.en, **figures)
