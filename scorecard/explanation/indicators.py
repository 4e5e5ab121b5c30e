"""Explain one indicator: its sentence, shares, conditions, marks and cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from scorecard.explanation.steps import Step, rounding_step, score_words
from scorecard.model import Cited, Finding, Mark, Scorecard
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.wording import Places, Text, joined, same, say


def indicator_step(finding: Finding, scorecard: Scorecard, rubric: Rubric) -> Step:
    """Derive one indicator's points from the cells that were read."""
    indicator = rubric.node(finding.indicator)
    assert isinstance(indicator, Indicator)
    inside = (
        Step("reason", finding.reason),
        *_evidence(indicator.measure, finding, scorecard, rubric),
        *rounding_step(finding.points, rubric),
    )
    return Step(
        "indicator", headline(finding, rubric), id=finding.indicator, steps=inside
    )


def headline(finding: Finding, rubric: Rubric) -> Text:
    """Say an indicator's points, its part of the whole, and what that contributes."""
    if finding.informative:
        return say("{t} (informasi)", "{t} (informative)", t=finding.title)
    points = score_words(finding.points, rubric)
    if finding.points is None:
        return say("{t}: {points}", "{t}: {points}", t=finding.title, points=points)
    return weighed(finding.title, points, finding, rubric)


def weighed(title: Text, points: Text, finding: Finding, rubric: Rubric) -> Text:
    """Write ``title: points × share = contribution``, or the weight alone."""
    if finding.contribution is None:
        return say(
            "{t}: {points} poin, bobot {weight}",
            "{t}: {points} points, weight {weight}",
            t=title,
            points=points,
            weight=finding.weight,
        )
    return say(
        "{t}: {points} poin × {share} % = {part}",
        "{t}: {points} points × {share} % = {part}",
        t=title,
        points=points,
        share=100 * finding.share * rubric.score.maximum / 100,
        part=score_words(finding.contribution, rubric),
    )


def _evidence(
    measure: verb.Measure, finding: Finding, scorecard: Scorecard, rubric: Rubric
) -> Iterator[Step]:
    match measure:
        case verb.Share():
            yield from _sides(measure, scorecard)
        case verb.Change(after=verb.Share() as after, before=verb.Share() as before):
            yield from _sides(after, scorecard)
            yield from _sides(before, scorecard)
        case verb.Document():
            yield from _conditions(measure, finding, rubric)
        case verb.Mark():
            yield from _samples(finding, scorecard)
        case _:
            yield from (_cell(each) for each in finding.evidence)


def _sides(measure: verb.Share, scorecard: Scorecard) -> Iterator[Step]:
    top = _quantities(measure.of, scorecard)
    bottom = (
        *_quantities(measure.over, scorecard),
        *_quantities(measure.less, scorecard, sign="−"),
    )
    upper = _summed(measure.of, scorecard)
    under = _summed(measure.over, scorecard)
    if upper is None or under is None:
        yield from (*top, *bottom)
        return
    less = sum(
        (scorecard.quantity(q) or Fraction(0) for q in measure.less), Fraction(0)
    )
    words = say("Pembilang: {n}", "Numerator: {n}", n=upper)
    yield Step("numerator", words, steps=top)
    words = say("Penyebut: {n}", "Denominator: {n}", n=under - less)
    yield Step("denominator", words, steps=bottom)


def _summed(ids: tuple[str, ...], scorecard: Scorecard) -> Fraction | None:
    values = [scorecard.quantity(each) for each in ids]
    if any(value is None for value in values):
        return None
    return sum((value for value in values if value is not None), Fraction(0))


def _quantities(
    ids: tuple[str, ...], scorecard: Scorecard, *, sign: str = ""
) -> tuple[Step, ...]:
    found = (q for each in ids for q in scorecard.quantities if q.quantity == each)
    return tuple(
        Step(
            "cell",
            say(
                "{sign}{title}: {value}",
                "{sign}{title}: {value}",
                sign=f"{sign} " if sign else "",
                title=quantity.title,
                value=Text("tidak diisi", "left blank")
                if quantity.value is None
                else quantity.value,
            ),
            quantity.location,
        )
        for quantity in found
    )


def _conditions(
    measure: verb.Document, finding: Finding, rubric: Rubric
) -> Iterator[Step]:
    """Show each condition with the cell of its field."""
    declared = next(d for d in rubric.form.documents if d.id == measure.document)
    titles = {field.id: field.title.text for field in declared.fields}
    cells = {each.title: each for each in finding.evidence}
    fields = {each.id: each.field for each in measure.conditions}
    for checked in finding.conditions:
        cell = cells.get(titles[fields[checked.id]])
        words = say(
            "{sign} {title} ({points} poin): {why}",
            "{sign} {title} ({points} points): {why}",
            sign="✓" if checked.met else "✗",
            title=checked.title,
            points=checked.points,
            why=checked.reason,
        )
        yield Step("condition", words, cell.location if cell else None)


def _samples(finding: Finding, scorecard: Scorecard) -> Iterator[Step]:
    """Show each sampled ticket's mean with the assessors' marks below it."""
    by_ticket: dict[str, list[Mark]] = defaultdict(list)
    for mark in scorecard.marks:
        if mark.indicator == finding.indicator:
            by_ticket[mark.ticket].append(mark)
    for ticket, marks in by_ticket.items():
        below = tuple(_mark(mark) for mark in marks)
        if not ticket:
            yield from below
            continue
        words = say(
            "Laporan {ticket}: {mean}",
            "Ticket {ticket}: {mean}",
            ticket=ticket,
            mean=_mean(marks),
        )
        yield Step("sample", words, steps=below)


def _mean(marks: Sequence[Mark]) -> Text:
    values = [mark.value for mark in marks if mark.value is not None]
    if len(values) < len(marks):
        return Text("belum semua dinilai", "not all marked yet")
    mean = Places(sum(values, Fraction(0)) / len(values), 2)
    return say("rata-rata {mean}", "mean {mean}", mean=mean)


def _mark(mark: Mark) -> Step:
    words = say("{who}: {v}", "{who}: {v}", who=mark.assessor, v=mark.value)
    return Step("mark", words, mark.location)


def _cell(cited: Cited) -> Step:
    sign = " " if cited.title.id.endswith("?") else ": "
    words = joined((cited.title, same(cited.shown)), sign)
    return Step("cell", words, cited.location)
