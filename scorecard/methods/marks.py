"""The measure `mark`: the mean of assessors' marks."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction

from scorecard.methods.measured import Measured
from scorecard.model import Cited, Mark, Submission
from scorecard.rubric import methods as verb
from scorecard.wording import Places, Text, same, say


def mark(measure: verb.Mark, indicator: str, submission: Submission) -> Measured:
    """Average over assessors for each ticket, then over tickets.

    Fewer marked tickets than asked for leave the value pending, anywhere from 0 to the
    maximum: how many tickets will be marked in the end is not known.
    """
    marks = tuple(each for each in submission.marks if each.indicator == indicator)
    means = _ticket_means(marks)
    if len(means) < measure.least:
        return _pending(measure, marks, means)
    value = sum(means, Fraction(0)) / len(means)
    return Measured(
        "scored",
        say(
            "Rata-rata nilai {assessors} penilai atas {n} contoh: {value} dari {most}.",
            "Mean of the marks on {n} samples, number of assessors {assessors}: "
            "{value} of {most}.",
            assessors=len({each.assessor for each in marks}),
            n=len(means),
            value=Places(value, 2),
            most=measure.maximum,
        ),
        value=value,
        definition=_definition(measure),
        evidence=_evidence(marks),
    )


def _pending(
    measure: verb.Mark, marks: tuple[Mark, ...], means: tuple[Fraction, ...]
) -> Measured:
    return Measured(
        "pending",
        say(
            "Menunggu penilai: {n} dari {least} contoh sudah dinilai.",
            "Waiting for assessors: {n} of {least} samples are marked.",
            n=len(means),
            least=measure.least,
        ),
        bounds=(Fraction(0), measure.maximum),
        definition=_definition(measure),
        evidence=_evidence(marks),
    )


def _ticket_means(marks: tuple[Mark, ...]) -> tuple[Fraction, ...]:
    by_ticket: dict[str, list[Fraction]] = defaultdict(list)
    for each in marks:
        by_ticket[each.ticket].append(each.value)
    return tuple(
        sum(values, Fraction(0)) / len(values) for values in by_ticket.values()
    )


def _definition(measure: verb.Mark) -> Text:
    return say(
        "rata-rata nilai penilai, 0–{most}",
        "mean of assessors' marks, 0–{most}",
        most=measure.maximum,
    )


def _evidence(marks: tuple[Mark, ...]) -> tuple[Cited, ...]:
    return tuple(
        Cited(
            same(f"{each.assessor} · {each.ticket}" if each.ticket else each.assessor),
            say("{v}", "{v}", v=each.value).id,
            each.location,
        )
        for each in marks
    )
