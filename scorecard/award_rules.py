"""Steps 5 and 6, award: the conditions of an award, each met, failed or not settled."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from fractions import Fraction

from scorecard.methods.bands import rank_of_band
from scorecard.model import Score, Scorecard
from scorecard.ranking import value_of
from scorecard.rubric.nouns import Award, Gate, LeastTickets, Rubric
from scorecard.wording import Places, Text, say


@dataclass(frozen=True, slots=True)
class Eligibility:
    """The conditions of an award for one participant, in words."""

    met: tuple[Text, ...]
    failed: tuple[Text, ...]
    unsure: tuple[Text, ...]

    @property
    def certain(self) -> bool:
        """Every condition is met whatever is still open."""
        return not self.failed and not self.unsure

    @property
    def possible(self) -> bool:
        """No condition is failed for good."""
        return not self.failed


_Verdict = tuple[bool | None, Text]


def eligibility(award: Award, scorecard: Scorecard, rubric: Rubric) -> Eligibility:
    """Judge every condition that the award states."""
    if scorecard.is_refused:
        return Eligibility((), (), (scorecard.reason,))
    verdicts = tuple(_verdicts(award, scorecard, rubric))
    return Eligibility(
        met=tuple(words for met, words in verdicts if met is True),
        failed=tuple(words for met, words in verdicts if met is False),
        unsure=tuple(words for met, words in verdicts if met is None),
    )


def _verdicts(award: Award, scorecard: Scorecard, rubric: Rubric) -> Iterator[_Verdict]:
    if award.least_band is not None:
        yield _least_band(award.least_band, scorecard, rubric)
    if award.least_tickets is not None:
        yield _least_tickets(award.least_tickets, scorecard, rubric)
    for least in award.least_points:
        title = rubric.node(least.of).title.text
        words = say(
            "{title} paling sedikit {least} poin",
            "{title} at least {least} points",
            title=title,
            least=least.points,
        )
        yield _at_least(scorecard.points_of(least.of), least.points), words
    if award.least_value is not None and award.by is not None:
        yield _least_value(award, scorecard, rubric)
    if award.no_gates:
        yield _no_gates(scorecard, rubric)


def _least_band(band_id: str, scorecard: Scorecard, rubric: Rubric) -> _Verdict:
    least = next(band for band in rubric.bands.ranges if band.id == band_id)
    reached = scorecard.band
    words = say(
        "predikat paling rendah {least} ({reached})",
        "band at least {least} ({reached})",
        least=least.title.text,
        reached=reached.title if reached else None,
    )
    if reached is None:
        return False, words
    needed = rank_of_band(band_id, rubric)
    low = rank_of_band(reached.low, rubric) >= needed
    high = rank_of_band(reached.high, rubric) >= needed
    return (low if low == high else None), words


def _least_tickets(
    least: LeastTickets, scorecard: Scorecard, rubric: Rubric
) -> _Verdict:
    value = scorecard.quantity(least.quantity)
    words = say(
        "laporan {title} paling sedikit {least} ({value})",
        "reports {title} at least {least} ({value})",
        least=least.count,
        title=rubric.quantity(least.quantity).title.text,
        value=value if value is not None else Text("tidak diketahui", "not known"),
    )
    return (value is not None and value >= least.count), words


def _least_value(award: Award, scorecard: Scorecard, rubric: Rubric) -> _Verdict:
    assert award.by is not None and award.least_value is not None
    value = value_of(scorecard, award.by)
    words = say(
        "{title} paling sedikit {least}",
        "{title} at least {least}",
        title=rubric.node(award.by).title.text,
        least=Places(award.least_value, rubric.score.places),
    )
    return (value is not None and value >= award.least_value), words


def _no_gates(scorecard: Scorecard, rubric: Rubric) -> _Verdict:
    if not scorecard.gates:
        return True, Text("tidak ada pembatas predikat", "no gate caps the band")
    absent = {f.indicator for f in scorecard.findings if f.state == "missing"}
    gates = {gate.id: gate for gate in rubric.gates}
    words = say(
        "predikat dibatasi: {gates}",
        "the band is capped: {gates}",
        gates=tuple(
            _gate_title(gates[hit.gate], absent, rubric) for hit in scorecard.gates
        ),
    )
    certain = any(hit.certain for hit in scorecard.gates)
    return (False if certain else None), words


def _gate_title(gate: Gate, absent: Container[str], rubric: Rubric) -> Text:
    """Name a gate; where nothing was stated, say that and accuse nobody."""
    if gate.of not in absent:
        return gate.title.text
    node = rubric.node(gate.of).title.text
    return say("tidak ada bukti untuk {node}", "no evidence for {node}", node=node)


def _at_least(points: Score | None, least: Fraction) -> bool | None:
    if points is None:
        return False
    low = points.low >= least
    high = points.high >= least
    return low if low == high else None
