"""Lint: bands cover the scale without gap or overlap; gates cap what can be capped."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from scorecard.rubric.lint.limits import MOST_PLACES
from scorecard.rubric.nouns import Band, Rubric, Score
from scorecard.rubric.rules import Mistake, Path, Rule, broken
from scorecard.wording import Text

GAP = Rule(
    "rubric-band-gap",
    Text(
        "ada celah antara {below} dan {above}: nilai di antaranya tanpa predikat",
        "there is a gap between {below} and {above}: totals within it have no band",
    ),
    Text("'to' = {expected}.", "'to' = {expected}."),
    Text(
        "Sambungkan predikat ini dengan yang di atasnya.",
        "Join this band to the one above it.",
    ),
)
OVERLAP = Rule(
    "rubric-band-overlap",
    Text(
        "predikat ini sampai {below}, padahal yang di atasnya mulai dari {above}",
        "this band goes up to {below}, but the one above it begins at {above}",
    ),
    Text("'to' = {expected}.", "'to' = {expected}."),
    Text(
        "Akhiri predikat ini di bawah yang di atasnya.",
        "End this band below the one above it.",
    ),
)
ENDS = Rule(
    "rubric-band-ends",
    Text(
        "predikat tidak mencapai {expected}, ujung skala",
        "the bands do not reach {expected}, the end of the scale",
    ),
    Text(
        "Predikat dari 0 sampai {maximum}, yang terbaik lebih dahulu.",
        "Bands from 0 to {maximum}, the best first.",
    ),
    Text("Tulis {expected} di sini.", "Write {expected} here."),
)
REVERSED = Rule(
    "rubric-band-reversed",
    Text("'from' {low} di atas 'to' {high}", "'from' {low} is above 'to' {high}"),
    Text("'from' tidak di atas 'to'.", "'from' not above 'to'."),
    Text("Tukar keduanya.", "Exchange the two."),
)
PLACES = Rule(
    "rubric-band-places",
    Text(
        "batas {value} lebih teliti daripada nilai, yang {places} desimal",
        "the limit {value} is finer than the totals, which have {places} decimals",
    ),
    Text("Paling banyak {places} desimal.", "At most {places} decimals."),
    Text(
        "Bulatkan batasnya atau ubah 'score › places'.",
        "Round the limit or change 'score › places'.",
    ),
)
IDLE_GATE = Rule(
    "rubric-idle-gate",
    Text(
        "pembatas ini tidak pernah mengubah predikat",
        "this gate never changes a band",
    ),
    Text(
        "'below' di atas 0, dan 'cap' di bawah predikat terbaik.",
        "'below' above 0, and a 'cap' under the best band.",
    ),
    Text("Ubah atau hapus pembatasnya.", "Change the gate or delete it."),
    severity="warning",
)


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find gaps, overlaps, uncovered ends, too fine limits and idle gates."""
    if not 0 <= rubric.score.places <= MOST_PLACES:
        return
    ranges, score = rubric.bands.ranges, rubric.score
    for position, gate in enumerate(rubric.gates):
        if gate.below <= 0 or gate.cap == ranges[0].id:
            yield broken(IDLE_GATE, ("gates", position))
    wrong = [
        mistake
        for position, band in enumerate(ranges)
        for mistake in _band(_path(position), band, score)
    ]
    yield from wrong or _coverage(rubric)


def _path(position: int) -> Path:
    return ("bands", "ranges", position)


def _coverage(rubric: Rubric) -> Iterator[Mistake]:
    ranges, score = rubric.bands.ranges, rubric.score
    for position, (upper, lower) in enumerate(pairwise(ranges), start=1):
        yield from _joint((*_path(position), "to"), upper.from_, lower.to, score)
    top = ranges[0].to, score.maximum, (*_path(0), "to")
    bottom = ranges[-1].from_, Fraction(0), (*_path(len(ranges) - 1), "from")
    for value, expected, path in (top, bottom):
        if value != expected:
            yield broken(ENDS, path, expected=expected, maximum=score.maximum)


def _band(path: Path, band: Band, score: Score) -> Iterator[Mistake]:
    if band.from_ > band.to:
        yield broken(REVERSED, (*path, "from"), low=band.from_, high=band.to)
    if score.bands_on == "exact":
        return
    for key, value in (("from", band.from_), ("to", band.to)):
        if (value * 10**score.places).denominator != 1:
            yield broken(PLACES, (*path, key), value=value, places=score.places)


def _joint(
    path: Path, above: Fraction, below: Fraction, score: Score
) -> Iterator[Mistake]:
    """A total goes to the upper of two bands that share an exact limit."""
    unit = Fraction(0)
    if score.bands_on == "published":
        unit = Fraction(1, 10**score.places)
    expected = above - unit
    if below != expected:
        rule = GAP if below < expected else OVERLAP
        yield broken(rule, path, above=above, below=below, expected=expected)
