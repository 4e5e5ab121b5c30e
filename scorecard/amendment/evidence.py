"""Score again by another rubric from what results hold, as far as that is known.

A finding is kept where its measure rests on the same rules. What quantities or marks
make is measured again; conditions of a document are weighed again. What else a new
measure asks is not in the results: it is unreadable, from the least to the most points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from scorecard.errors import Location
from scorecard.finding import Found, judged
from scorecard.methods.measured import Measured
from scorecard.methods.measures import measured
from scorecard.model import Evidence, Finding, QuantityValue, Scorecard, Submission
from scorecard.rubric import methods as verb
from scorecard.rubric.evidence import Quantity
from scorecard.rubric.nouns import Criterion, Indicator, Rubric
from scorecard.rubric.plain import plain_of
from scorecard.rubric.strict_yaml import Data
from scorecard.scoring import score
from scorecard.tree import applies, found_in
from scorecard.wording import Text

_WORDS = frozenset({"title", "basis", "remedy", "note", "unit", "aliases"})
_UNKNOWN = Text(
    "Hasil yang ada tidak memuat bukti untuk ukuran ini.",
    "The results at hand hold no evidence for this measure.",
)


Way: TypeAlias = Literal["kept", "weighed", "measured", "unknown"]


@dataclass(frozen=True, slots=True)
class Amended:
    """Two rubrics: `base` made the results, `rubric` is to score them.

    `before` gives the old indicator of each that had one, whatever its id, `ways` how
    each is found again.
    """

    base: Rubric
    rubric: Rubric
    before: Mapping[str, Indicator]
    ways: Mapping[str, Way]


def amended(base: Rubric, rubric: Rubric, renamed: Mapping[str, str]) -> Amended:
    """Prepare for scoring by another rubric; `renamed` gives old ids by new ones."""
    old = {each.id: each for each in base.indicators()}
    before = {
        each.id: old[name]
        for each in rubric.indicators()
        if (name := renamed.get(each.id, each.id)) in old
    }
    ways = {
        each.id: _way(each, before.get(each.id), base, rubric)
        for each in rubric.indicators()
    }
    return Amended(base, rubric, before, ways)


def scored_again(card: Scorecard, by: Amended) -> Scorecard:
    """Score what was found in one submission by another rubric.

    Who sent nothing, or nothing that can be scored, stays without a score.
    """
    if not card.findings:
        return card
    submission = _submission(card, by.base)
    known = dict(_known(card, submission, by))
    return score(submission, found_in(submission, by.rubric, known), by.rubric)


def unknown_in(by: Amended) -> tuple[Indicator, ...]:
    """Name the indicators whose evidence results by the base rubric do not hold."""
    ways = by.ways
    return tuple(i for i in by.rubric.indicators() if ways[i.id] == "unknown")


def _known(
    card: Scorecard, submission: Submission, by: Amended
) -> Iterator[tuple[str, Found]]:
    for indicator in _applying(by.rubric.criteria, card.participant.category, by):
        yield indicator.id, _found(indicator, card, submission, by)


def _applying(
    nodes: tuple[Criterion | Indicator, ...], category: str, by: Amended
) -> Iterator[Indicator]:
    for node in nodes:
        if not applies(node, category, by.rubric):
            continue
        if isinstance(node, Indicator):
            yield node
        else:
            yield from _applying(node.children, category, by)


def _found(
    indicator: Indicator, card: Scorecard, submission: Submission, by: Amended
) -> Found:
    before, way = by.before.get(indicator.id), by.ways[indicator.id]
    finding = card.finding(before.id) if before is not None else None
    if before is not None and finding is not None and way == "kept":
        return _kept(indicator, finding, before, by)
    if finding is not None and way == "weighed" and finding.state != "missing":
        return judged(indicator, _weighed(indicator, finding), by.rubric)
    if finding is not None and way == "weighed":
        return judged(indicator, Measured("missing", finding.reason), by.rubric)
    if way == "measured":
        return judged(indicator, measured(indicator, submission, by.rubric), by.rubric)
    return judged(indicator, Measured("unreadable", _UNKNOWN), by.rubric)


def _way(
    indicator: Indicator, before: Indicator | None, base: Rubric, rubric: Rubric
) -> Way:
    measure = indicator.measure
    if isinstance(measure, verb.Mark):
        return "measured"
    if before is not None:
        if _ground(before, base) == _ground(indicator, rubric):
            return "kept"
        old = before.measure
        if isinstance(measure, verb.Document) and isinstance(old, verb.Document):
            alike = _document(measure, rubric) == _document(old, base)
            return "weighed" if alike else "unknown"
    if isinstance(measure, verb.Share | verb.Count | verb.Change):
        names = tuple(_quantities(measure))
        if names and all(_is_same(each, base, rubric) for each in names):
            return "measured"
    return "unknown"


def _kept(
    indicator: Indicator, finding: Finding, before: Indicator, by: Amended
) -> Found:
    """Put the same finding on the scale; what is open keeps its ends on the same."""
    result = Measured(
        finding.state,
        finding.reason,
        value=finding.value,
        numerator=finding.numerator,
        denominator=finding.denominator,
        unit=finding.unit,
        definition=finding.definition,
        evidence=finding.evidence,
        conditions=finding.conditions,
    )
    points = finding.points
    is_open = finding.state in ("pending", "unreadable") and points is not None
    if is_open and points is not None and indicator.scale == before.scale:
        ends = points.low, points.high
        return Found(indicator, result, finding.state, *ends, finding.reason)
    return judged(indicator, result, by.rubric)


def _weighed(indicator: Indicator, finding: Finding) -> Measured:
    """Weigh the same conditions of a document anew."""
    measure = indicator.measure
    assert isinstance(measure, verb.Document)
    worth = {each.id: each.points for each in measure.conditions}
    whole = sum(worth.values(), Fraction(0))
    met = [worth[each.id] for each in finding.conditions if each.met]
    open_ = [worth[each.id] for each in finding.conditions if each.unreadable]
    low = sum(met, Fraction(0)) * 100 / whole
    high = low + sum(open_, Fraction(0)) * 100 / whole
    return Measured(
        "scored" if low == high else "unreadable",
        finding.reason,
        value=low if low == high else None,
        bounds=None if low == high else (low, high),
        unit=finding.unit,
        definition=finding.definition,
        evidence=finding.evidence,
        conditions=finding.conditions,
    )


def _document(measure: verb.Document, rubric: Rubric) -> Data:
    """Give a checklist without what its conditions are worth."""
    conditions = [
        {key: part for key, part in _plain(each).items() if key != "points"}
        for each in measure.conditions
    ]
    return [measure.requires or "", *conditions, *_sections(rubric, "document")]


def _ground(indicator: Indicator, rubric: Rubric) -> Data:
    """Give all rules that an indicator's measurement rests on, words left out."""
    measure = indicator.measure
    named = [rubric.quantity(each) for each in _quantities(measure)]
    return [
        _plain(measure),
        *(_plain(each) for each in named),
        *_sections(rubric, measure.verb, counted=_counted(named)),
    ]


def _counted(quantities: list[Quantity]) -> bool:
    return any(each.tickets is not None for each in quantities)


def _sections(rubric: Rubric, name: str, *, counted: bool = False) -> list[Data]:
    """Give the rubric's parts that decide what such a measure reads."""
    match name:
        case "document":
            parts = [rubric.form.documents, rubric.period, rubric.deadline]
        case "answer" | "figure":
            parts = [rubric.form.answers, rubric.form.recap]
        case "mark":
            parts = []
        case _ if counted or name in ("average", "median", "percentile", "within"):
            parts = [rubric.tickets, rubric.period, rubric.form.recap]
        case _:
            parts = [rubric.form.recap]
    return [_bare(plain_of(each)) for each in parts]


def _quantities(measure: verb.Measure) -> Iterator[str]:
    match measure:
        case verb.Count():
            yield from measure.of
        case verb.Share():
            yield from (*measure.of, *measure.over, *measure.less)
        case verb.Change():
            yield from _quantities(measure.before)
            yield from _quantities(measure.after)


def _is_same(quantity: str, base: Rubric, rubric: Rubric) -> bool:
    """Tell whether a quantity is counted as it was."""
    old = next((each for each in base.quantities if each.id == quantity), None)
    if old is None:
        return False
    counted, new = old.tickets is not None, rubric.quantity(quantity)
    before, after = (
        [_plain(each), *_sections(of, "share", counted=counted)]
        for each, of in ((old, base), (new, rubric))
    )
    return before == after


def _plain(noun: object) -> dict[str, Data]:
    bare = _bare(plain_of(noun))
    return bare if isinstance(bare, dict) else {}


def _bare(data: Data) -> Data:
    """Leave out words: another title is another title of the same thing."""
    match data:
        case dict():
            return {k: _bare(each) for k, each in data.items() if k not in _WORDS}
        case list():
            return [_bare(each) for each in data]
    return data


def _submission(card: Scorecard, base: Rubric) -> Submission:
    """Rebuild what a submission counted, from its quantities and marks."""
    stated = {each.id: each.figure or "" for each in base.quantities}
    known = [each for each in card.quantities if each.location is not None]
    return Submission(
        participant=card.participant,
        path=card.path,
        answers={
            stated[each.quantity]: _evidence(each)
            for each in known
            if each.source == "recap"
        },
        counts={each.quantity: _evidence(each) for each in known if _is_counted(each)},
        files={each.field: each for each in card.files},
        marks=card.marks,
        offices=card.offices,
        self_scores=card.self_scores,
    )


def _is_counted(quantity: QuantityValue) -> bool:
    return quantity.source == "tickets"


def _evidence(quantity: QuantityValue) -> Evidence:
    place = quantity.location or Location("")
    if quantity.value is None:
        return Evidence(None, "", place, Text("tidak terbaca", "unreadable"))
    return Evidence(quantity.value, str(quantity.value), place)
