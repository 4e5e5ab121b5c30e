"""Which indicators a change of the evidence can move: those that read what it changes.

A test holds this against finding everything again, for every shipped rubric.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scorecard.advice.changes import Attach, Change, Fill, Judge, Move, Retime
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Indicator, Rubric


def affected(changes: Iterable[Change], rubric: Rubric) -> frozenset[str]:
    """Name the indicators that may turn out otherwise once the changes are made."""
    changed = frozenset(name for each in changes for name in _changed(each))
    return frozenset(
        indicator.id
        for indicator in rubric.indicators()
        if not changed.isdisjoint(_read(indicator, rubric))
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
