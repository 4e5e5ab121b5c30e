"""Which indicators a change of the evidence can move: those that read what it changes.

A test holds this against finding everything again, for every shipped rubric.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scorecard.advice.changes import Attach, Change, Fill, Judge, Move, Retime
from scorecard.methods.missing import blocks, policy_of
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.rubric.once import once
from scorecard.totals import beside_the_total


def affected(changes: Iterable[Change], rubric: Rubric) -> frozenset[str]:
    """Name the indicators that may turn out otherwise once the changes are made."""
    changed = frozenset(name for each in changes for name in _changed(each))
    return frozenset(
        indicator
        for indicator, reads in _readings(rubric)
        if not changed.isdisjoint(reads)
    )


@once
def deciding(rubric: Rubric) -> frozenset[str]:
    """Name the indicators that the total and the band may depend on.

    One that stands beside the total can still cap the band, or keep everything from
    being scored while it is absent.
    """
    beside = beside_the_total(rubric)
    gated = {gate.of for gate in rubric.gates}
    return frozenset(
        each.id
        for each in rubric.indicators()
        if each.id not in beside or each.id in gated or blocks(policy_of(each, rubric))
    )


@once
def _readings(rubric: Rubric) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(
        (each.id, frozenset(_read(each, rubric))) for each in rubric.indicators()
    )


def _changed(change: Change) -> Iterator[str]:
    match change:
        case Fill() | Attach():
            yield from (f"answer:{change.key}", f"document:{_document(change.key)}")
        case Move(within="tickets"):
            yield from (f"quantity:{each.quantity}" for each in change.deltas)
        case Move():
            yield from (f"answer:{each.figure}" for each in change.deltas)
        case Judge():
            yield f"marks:{change.indicator}"
        case Retime():
            yield f"series:{change.series}"


def _read(indicator: Indicator, rubric: Rubric) -> Iterator[str]:
    measure = indicator.measure
    match measure:
        case verb.Answer():
            yield f"answer:{measure.field}"
        case verb.Figure():
            yield f"answer:{measure.figure}"
        case verb.Document():
            yield f"document:{measure.document}"
        case verb.Mark():
            yield f"marks:{indicator.id}"
        case verb.Average() | verb.Median() | verb.Percentile() | verb.Within():
            yield f"series:{measure.of}"
        case verb.Count() | verb.Share():
            yield from _quantities(measure, rubric)
        case verb.Change():
            for part in (measure.before, measure.after):
                yield from _quantities(part, rubric)


def _quantities(
    measure: verb.Count | verb.Share | verb.Figure, rubric: Rubric
) -> Iterator[str]:
    """Name the quantities, and the figures that state them without an export."""
    match measure:
        case verb.Figure():
            yield f"answer:{measure.figure}"
            return
        case verb.Count():
            names = measure.of
        case verb.Share():
            names = (*measure.of, *measure.over, *measure.less)
    for name in names:
        yield f"quantity:{name}"
        yield f"answer:{rubric.quantity(name).figure or ''}"


def _document(key: str) -> str:
    return key.partition(".")[0] if "." in key else ""
