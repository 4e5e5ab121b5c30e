"""Gates: which of them hold the band down, surely or if the worst comes true."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import NamedTuple, TypeAlias

from scorecard.methods.live.expressions import chosen, quoted, steady
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


def formula(points: str, below: str, cap: int, absent: str = "FALSE") -> str:
    """Write the place down to which a gate holds the band: 1 where it does not.

    `points` is the cell of what is gated, `below` its post, `cap` the place of the
    gate's band from the best (1), and `absent` tests whether its evidence is missing.
    """
    low = f"AND(ISNUMBER({points}),{steady(f'N({points})')}<{below})"
    return f"IF(OR({absent},{low}),{cap},1)"


def word_formula(
    ends: tuple[str, str], below: str, words: Words, absent: str = "FALSE"
) -> str:
    """Say whether a gate holds, may hold or does not; a dash where nothing is known.

    `ends` are the cells of the lowest and the highest points.
    """
    low, high = ends
    tests = [
        (absent, quoted(words.holds)),
        (f"NOT(ISNUMBER({low}))", '"–"'),
        (f"{steady(high)}<{below}", quoted(words.holds)),
        (f"{steady(low)}<{below}", quoted(words.may_hold)),
    ]
    return chosen(tests, quoted(words.holds_not))


class Words(NamedTuple):
    """What a table of gates says of each."""

    holds: str
    may_hold: str
    holds_not: str


def sentence(gate: Gate, rubric: Rubric) -> Text:
    """Say what the gate asks, and which band is the best without it."""
    return _said(_RULE, gate, rubric)


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


_RULE = Text(
    "{title}: bila {node} kurang dari {below} poin, predikat paling tinggi {cap}",
    "{title}: with less than {below} points in {node}, the band is at most {cap}",
)
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
