"""Steps 5 and 6, award: the conditions of an award, each met, failed or not settled."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import TypeAlias

from scorecard.comparison.improvement import (
    improvement,
    improvement_title,
    is_open,
)
from scorecard.comparison.sentences import figure_text
from scorecard.methods.bands import rank_of_band
from scorecard.model import Comparison, Score, Scorecard
from scorecard.ranking import value_of
from scorecard.rubric.awards import Award, LeastPoints, LeastTickets
from scorecard.rubric.nouns import Gate, Rubric
from scorecard.wording import Places, Text, say

Words: TypeAlias = Callable[[], Text]
"""A sentence that is made when somebody reads it: most are never asked for."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A condition is met, not met, or (None) not settled."""

    met: bool | None
    words: Words


@dataclass(frozen=True, slots=True)
class Eligibility:
    """The conditions of an award for one participant."""

    verdicts: tuple[Verdict, ...]

    @property
    def certain(self) -> bool:
        """Every condition is met whatever is still open."""
        return all(each.met is True for each in self.verdicts)

    @property
    def possible(self) -> bool:
        """No condition is failed for good."""
        return all(each.met is not False for each in self.verdicts)

    def that_are(self, *, met: bool | None) -> tuple[Text, ...]:
        """Word the conditions that are met, failed (False) or not settled (None)."""
        return tuple(each.words() for each in self.verdicts if each.met is met)


def eligibility(
    award: Award,
    scorecard: Scorecard,
    rubric: Rubric,
    compared: Comparison | None = None,
) -> Eligibility:
    """Judge every condition that the award states, and that there is a rise to win by.

    `compared` is with the earlier season, None where none was given.
    """
    rise: tuple[Verdict, ...] = ()
    if award.improvement is not None:
        rise = tuple(_rise(award, scorecard, rubric, compared))
    if scorecard.is_refused:
        return Eligibility((*rise, Verdict(None, lambda: scorecard.reason)))
    return Eligibility((*rise, *_verdicts(award, scorecard, rubric)))


def _rise(
    award: Award, scorecard: Scorecard, rubric: Rubric, compared: Comparison | None
) -> Iterator[Verdict]:
    """Say from what to what it rose, why that is not known, and whether it suffices."""
    of = award.improvement or ""
    if compared is None:
        yield Verdict(None, lambda: _NO_EARLIER_SEASON)
        return
    change = improvement(of, scorecard, rubric, compared)
    if change.low is None or change.high is None:
        why = _as_a_part(change.reason or _NO_EARLIER_SEASON)
        yield Verdict(None if is_open(scorecard, change) else False, lambda: why)
        return
    ends = {"before": figure_text(change.before), "after": figure_text(change.after)}
    words = partial(say, "dari {before} menjadi {after}", "{before} to {after}", **ends)
    yield Verdict(True, words)
    if award.least_value is not None:
        least = award.least_value
        enough = change.low >= least, change.high >= least
        met = enough[0] if enough[0] == enough[1] else None
        yield Verdict(met, partial(_least_rise, of, least, rubric))


def _as_a_part(sentence: Text) -> Text:
    """Take the stop and the capital from a sentence that becomes part of another."""
    parts = (each.rstrip(".") for each in (sentence.id, sentence.en))
    return Text(*(part[:1].lower() + part[1:] for part in parts))


def _least_rise(of: str, least: Fraction, rubric: Rubric) -> Text:
    return say(
        "{title} paling sedikit {least}",
        "{title} at least {least}",
        title=improvement_title(of, rubric),
        least=Places(least, rubric.score.places),
    )


_NO_EARLIER_SEASON = Text(
    "hasil musim sebelumnya belum disertakan"
    " (inputs/_season/before/results.json), sehingga kenaikan belum dapat dihitung",
    "the results of the earlier season are not among the inputs"
    " (inputs/_season/before/results.json), so that no rise can be worked out",
)


def _verdicts(award: Award, scorecard: Scorecard, rubric: Rubric) -> Iterator[Verdict]:
    if award.least_band is not None:
        yield _least_band(award.least_band, scorecard, rubric)
    if award.least_tickets is not None:
        yield _least_tickets(award.least_tickets, scorecard, rubric)
    for least in award.least_points:
        met = _at_least(scorecard.points_of(least.of), least.points)
        yield Verdict(met, partial(_points_words, least, rubric))
    if award.least_value is not None and award.by is not None:
        yield _least_value(award, scorecard, rubric)
    if award.no_gates:
        yield _no_gates(scorecard, rubric)


def _least_band(band_id: str, scorecard: Scorecard, rubric: Rubric) -> Verdict:
    least = next(band for band in rubric.bands.ranges if band.id == band_id)
    reached = scorecard.band
    words = partial(
        say,
        "predikat paling rendah {least} ({reached})",
        "band at least {least} ({reached})",
        least=least.title.text,
        reached=reached.title if reached else None,
    )
    if reached is None:
        return Verdict(False, words)
    needed = rank_of_band(band_id, rubric)
    low = rank_of_band(reached.low, rubric) >= needed
    high = rank_of_band(reached.high, rubric) >= needed
    return Verdict(low if low == high else None, words)


def _least_tickets(
    least: LeastTickets, scorecard: Scorecard, rubric: Rubric
) -> Verdict:
    value = scorecard.quantity(least.quantity)
    words = partial(
        say,
        "laporan {title} paling sedikit {least} ({value})",
        "reports {title} at least {least} ({value})",
        least=least.count,
        title=rubric.quantity(least.quantity).title.text,
        value=value if value is not None else Text("tidak diketahui", "not known"),
    )
    return Verdict(value is not None and value >= least.count, words)


def _least_value(award: Award, scorecard: Scorecard, rubric: Rubric) -> Verdict:
    assert award.by is not None and award.least_value is not None
    value = value_of(scorecard, award.by)
    words = partial(
        say,
        "{title} paling sedikit {least}",
        "{title} at least {least}",
        title=rubric.node(award.by).title.text,
        least=Places(award.least_value, rubric.score.places),
    )
    return Verdict(value is not None and value >= award.least_value, words)


def _no_gates(scorecard: Scorecard, rubric: Rubric) -> Verdict:
    if not scorecard.gates:
        none = Text("tidak ada pembatas predikat", "no gate caps the band")
        return Verdict(True, lambda: none)
    certain = any(hit.certain for hit in scorecard.gates)
    return Verdict(False if certain else None, partial(_gate_words, scorecard, rubric))


def _gate_words(scorecard: Scorecard, rubric: Rubric) -> Text:
    absent = {f.indicator for f in scorecard.findings if f.state == "missing"}
    gates = {gate.id: gate for gate in rubric.gates}
    return say(
        "predikat dibatasi: {gates}",
        "the band is capped: {gates}",
        gates=tuple(
            _gate_title(gates[hit.gate], absent, rubric) for hit in scorecard.gates
        ),
    )


def _gate_title(gate: Gate, absent: Container[str], rubric: Rubric) -> Text:
    """Name a gate; where nothing was stated, say that and accuse nobody."""
    if gate.of not in absent:
        return gate.title.text
    node = rubric.node(gate.of).title.text
    return say("tidak ada bukti untuk {node}", "no evidence for {node}", node=node)


def _points_words(least: LeastPoints, rubric: Rubric) -> Text:
    return say(
        "{title} paling sedikit {least} poin",
        "{title} at least {least} points",
        title=rubric.node(least.of).title.text,
        least=least.points,
    )


def _at_least(points: Score | None, least: Fraction) -> bool | None:
    if points is None:
        return False
    low = points.low >= least
    high = points.high >= least
    return low if low == high else None
