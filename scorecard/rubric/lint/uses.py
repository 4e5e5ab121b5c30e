"""Where a rubric uses an id that it declares elsewhere, and as what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scorecard.rubric import methods as verb
from scorecard.rubric.awards import TOTAL_OF, Award
from scorecard.rubric.basis import Assumed, Basis, Verified
from scorecard.rubric.evidence import (
    MostCheck,
    OrderCheck,
    PeriodCheck,
    QuotedCheck,
    RowFilter,
    SignatoryCheck,
    SumCheck,
)
from scorecard.rubric.lint.declarations import Sort
from scorecard.rubric.lint.nodes import placed_measures, placed_nodes
from scorecard.rubric.nouns import Gate, Rubric, TieRule
from scorecard.rubric.rules import Path
from scorecard.rubric.signals import Proportion, Shift, Signal

_NUMERIC = ("whole", "number", "percent")
_COUNTED = ("whole", "number")
_ANSWERED = ("yes_no", "level", *_NUMERIC)
_KINDS_OF_TEST: dict[str, tuple[str, ...]] = {
    "yes": ("yes_no",),
    "filled": (),
    "dated_by": ("date",),
    "overlaps_period": ("date",),
    "covers_period": ("date",),
    "attached": ("file",),
}
_KINDS_OF_PROOF = {"file": "file", "number": "text", "date": "date", "year": "date"}


@dataclass(frozen=True, slots=True)
class Use:
    """An id used at a path as a sort; `kinds` are the kinds of field that serve."""

    path: Path
    sort: Sort
    id: str
    kinds: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The id as written: a document's field without its document."""
        return self.id.rpartition(".")[2]


def uses(rubric: Rubric) -> Iterator[Use]:
    """Give every use of an id, in the rubric's order."""
    yield from _proofs(rubric)
    yield from _quantities(rubric)
    yield from _checks(rubric)
    for position, signal in enumerate(rubric.signals):
        yield from _signal(("signals", position), signal)
    for path, measure in placed_measures(rubric):
        yield from _measure(path, measure)
    yield from _categories(rubric)
    for position, gate in enumerate(rubric.gates):
        yield from _gate(("gates", position), gate)
    for position, rule in enumerate(rubric.tie_break):
        yield from _tie_rule(("tie_break", position), rule)
    for position, ranking in enumerate(rubric.rankings):
        yield Use(("rankings", position, "by"), Sort.INDICATOR, ranking.by)
    for position, award in enumerate(rubric.awards):
        yield from _award(("awards", position), award)
    if rubric.comparison is not None:
        path = ("comparison", "indicator")
        yield Use(path, Sort.INDICATOR, rubric.comparison.indicator)
    for path, basis in placed_bases(rubric):
        yield from _basis(path, basis)


def placed_bases(rubric: Rubric) -> Iterator[tuple[Path, Basis]]:
    """Give every basis with its path."""
    yield ("score", "basis"), rubric.score.basis
    yield ("bands", "basis"), rubric.bands.basis
    placed: list[tuple[Path, Basis | None]] = [
        *(
            (("categories", position), category.basis)
            for position, category in enumerate(rubric.categories)
        ),
        *((path, node.basis) for path, node in placed_nodes(rubric)),
        *((("gates", place), gate.basis) for place, gate in enumerate(rubric.gates)),
        *(
            (("awards", place), award.basis)
            for place, award in enumerate(rubric.awards)
        ),
        *(
            (("signals", place), signal.basis)
            for place, signal in enumerate(rubric.signals)
        ),
    ]
    if rubric.comparison is not None:
        placed.append((("comparison",), rubric.comparison.basis))
    for path, basis in placed:
        if basis is not None:
            yield (*path, "basis"), basis


def _proofs(rubric: Rubric) -> Iterator[Use]:
    for position, document in enumerate(rubric.form.documents):
        if proof := document.proof:
            for key, kind in _KINDS_OF_PROOF.items():
                path = ("form", "documents", position, "proof", key)
                if (field := getattr(proof, key)) is not None:
                    name = f"{document.id}.{field}"
                    yield Use(path, Sort.DOCUMENT_FIELD, name, (kind,))


def _quantities(rubric: Rubric) -> Iterator[Use]:
    for position, quantity in enumerate(rubric.quantities):
        path: Path = ("quantities", position)
        if quantity.figure is not None:
            yield Use((*path, "figure"), Sort.FIGURE, quantity.figure, _COUNTED)
        if quantity.tickets is not None and rubric.tickets:
            yield from _row_filter((*path, "tickets"), quantity.tickets, rubric)


def _row_filter(path: Path, rows: RowFilter, rubric: Rubric) -> Iterator[Use]:
    """An empty list lets every status, or class, through: all of them are used."""
    yield from _all((*path, "status"), Sort.STATUS, rows.status)
    yield from _all((*path, "classification"), Sort.CLASSIFICATION, rows.classification)
    if rubric.tickets and not rows.status:
        every = (status.id for status in rubric.tickets.statuses)
        yield from _all((*path, "status"), Sort.STATUS, every)
    if rubric.tickets and not rows.classification:
        every = (each.id for each in rubric.tickets.classifications)
        yield from _all((*path, "classification"), Sort.CLASSIFICATION, every)


def _checks(rubric: Rubric) -> Iterator[Use]:
    for position, check in enumerate(rubric.checks):
        path: Path = ("checks", position)
        match check:
            case SumCheck():
                yield Use((*path, "total"), Sort.FIGURE, check.total, _NUMERIC)
                yield from _all((*path, "parts"), Sort.FIGURE, check.parts, _NUMERIC)
            case QuotedCheck():
                yield from _quoted(path, check)
            case MostCheck():
                yield Use((*path, "figure"), Sort.FIGURE, check.figure, _NUMERIC)
                yield Use((*path, "most"), Sort.FIGURE, check.most, _NUMERIC)
            case OrderCheck():
                yield from _fields_of(path, check, ("first", "then"), ("date",))
            case PeriodCheck():
                yield from _fields_of(path, check, ("field",), ("date",))
            case SignatoryCheck():
                yield from _fields_of(path, check, ("field",), ("text",))


def _fields_of(
    path: Path,
    check: OrderCheck | PeriodCheck | SignatoryCheck,
    keys: tuple[str, ...],
    kinds: tuple[str, ...],
) -> Iterator[Use]:
    yield Use((*path, "document"), Sort.DOCUMENT, check.document)
    for key in keys:
        name = f"{check.document}.{getattr(check, key)}"
        yield Use((*path, key), Sort.DOCUMENT_FIELD, name, kinds)


def _signal(path: Path, signal: Signal) -> Iterator[Use]:
    match signal:
        case Proportion():
            yield from _all((*path, "of"), Sort.QUANTITY, signal.of)
            yield from _all((*path, "over"), Sort.QUANTITY, signal.over)
        case Shift():
            inside = (*path, "classification")
            yield Use(inside, Sort.CLASSIFICATION, signal.classification)
            if before := signal.before:
                inside = (*path, "before")
                yield Use((*inside, "of"), Sort.FIGURE, before.of, _COUNTED)
                yield Use((*inside, "over"), Sort.FIGURE, before.over, _COUNTED)


def _quoted(path: Path, check: QuotedCheck) -> Iterator[Use]:
    yield Use((*path, "figure"), Sort.FIGURE, check.figure, ("percent",))
    yield from _all((*path, "of"), Sort.FIGURE, check.of, _COUNTED)
    for place, definition in enumerate(check.definitions):
        inside = (*path, "definitions", place)
        yield from _all((*inside, "over"), Sort.FIGURE, definition.over, _COUNTED)
        yield from _all((*inside, "less"), Sort.FIGURE, definition.less, _COUNTED)


def _measure(path: Path, measure: verb.Measure) -> Iterator[Use]:
    match measure:
        case verb.Answer():
            yield Use((*path, "field"), Sort.ANSWER, measure.field, _ANSWERED)
        case verb.Figure():
            yield Use((*path, "figure"), Sort.FIGURE, measure.figure, _NUMERIC)
        case verb.Document():
            yield from _document(path, measure)
        case verb.Count():
            yield from _all((*path, "of"), Sort.QUANTITY, measure.of)
        case verb.Share():
            yield from _all((*path, "of"), Sort.QUANTITY, measure.of)
            yield from _all((*path, "over"), Sort.QUANTITY, measure.over)
            yield from _all((*path, "less"), Sort.QUANTITY, measure.less)
        case verb.Average() | verb.Median() | verb.Percentile() | verb.Within():
            yield Use((*path, "of"), Sort.SERIES, measure.of)
            yield from _limits(path, measure)


def _limits(path: Path, measure: verb.Measure) -> Iterator[Use]:
    if isinstance(measure, verb.Within):
        for position, limit in enumerate(measure.limits):
            inside = (*path, "limits", position, "classification")
            yield Use(inside, Sort.CLASSIFICATION, limit.classification)
        yield from _all((*path, "spare"), Sort.STATUS, measure.spare)


def _document(path: Path, measure: verb.Document) -> Iterator[Use]:
    yield Use((*path, "document"), Sort.DOCUMENT, measure.document)
    for position, condition in enumerate(measure.conditions):
        inside = (*path, "conditions", position)
        name = f"{measure.document}.{condition.field}"
        kinds = _KINDS_OF_TEST[condition.test]
        yield Use((*inside, "field"), Sort.DOCUMENT_FIELD, name, kinds)
        if condition.until is not None:
            name = f"{measure.document}.{condition.until}"
            yield Use((*inside, "until"), Sort.DOCUMENT_FIELD, name, ("date",))


def _categories(rubric: Rubric) -> Iterator[Use]:
    for position, category in enumerate(rubric.categories):
        path: Path = ("categories", position)
        for name in category.weights:
            yield Use((*path, "weights", name), Sort.NODE, name)
        yield from _all((*path, "not_applicable"), Sort.NODE, category.not_applicable)


def _gate(path: Path, gate: Gate) -> Iterator[Use]:
    yield Use((*path, "of"), Sort.NODE, gate.of)
    yield Use((*path, "cap"), Sort.BAND, gate.cap)


def _tie_rule(path: Path, rule: TieRule) -> Iterator[Use]:
    if rule.of is not None:
        yield Use((*path, "of"), Sort.NODE, rule.of)
    if rule.quantity is not None:
        yield Use((*path, "quantity"), Sort.QUANTITY, rule.quantity)


def _award(path: Path, award: Award) -> Iterator[Use]:
    yield from _all((*path, "categories"), Sort.CATEGORY, award.categories)
    if award.by is not None:
        yield Use((*path, "by"), Sort.INDICATOR, award.by)
    if award.improvement not in (None, TOTAL_OF):
        yield Use((*path, "improvement"), Sort.INDICATOR, award.improvement)
    if award.least_band is not None:
        yield Use((*path, "least_band"), Sort.BAND, award.least_band)
    if least := award.least_tickets:
        yield Use((*path, "least_tickets", "quantity"), Sort.QUANTITY, least.quantity)
    for place, points in enumerate(award.least_points):
        yield Use((*path, "least_points", place, "of"), Sort.NODE, points.of)


def _basis(path: Path, basis: Basis) -> Iterator[Use]:
    match basis:
        case Verified():
            yield Use((*path, "verified"), Sort.SOURCE, basis.verified)
        case Assumed() | str():
            return
        case dict():
            for key, single in basis.items():
                yield from _basis((*path, key), single)


def _all(
    path: Path, sort: Sort, names: Iterable[str], kinds: tuple[str, ...] = ()
) -> Iterator[Use]:
    for position, name in enumerate(names):
        yield Use((*path, position), sort, name, kinds)
