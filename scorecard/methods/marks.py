"""The measure `mark`: the mean of assessors' marks."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction

from scorecard.methods.measured import Measured
from scorecard.model import Cited, Mark, Submission
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Places, Text, same, say


def mark(measure: verb.Mark, submission: Submission, _rubric: Rubric) -> Measured:
    """Average the marks over assessors for each ticket, then over tickets.

    While a ticket that was given to an assessor is not marked, or fewer tickets than
    asked for were given out, the value is pending; so it is while a sheet is unread.
    """
    marks = submission.marks
    unread = tuple(each for each in marks if each.unread)
    if unread:
        return _unread(measure, unread)
    tickets = len({each.ticket for each in marks})
    waiting = sum(each.value is None for each in marks)
    if waiting or tickets < measure.least:
        return _pending(measure, marks, tickets)
    value = _mean(marks, Fraction(0))
    return Measured(
        "scored",
        _sentence(measure, marks, value),
        value=value,
        definition=_definition(measure),
        evidence=_evidence(marks),
    )


def _unread(measure: verb.Mark, unread: tuple[Mark, ...]) -> Measured:
    """Leave everything open: nobody knows what stands on a sheet that is unread."""
    files = tuple(same(each.location.file.rpartition("/")[2]) for each in unread)
    return Measured(
        "pending",
        say(
            "Menunggu penilai: lembar nilai {files} belum dapat dibaca; nilai yang "
            "sudah ada tidak dihitung tanpanya.",
            "Waiting for assessors: the mark sheet {files} could not be read yet; the "
            "marks at hand are not counted without it.",
            files=files,
        ),
        bounds=(Fraction(0), measure.maximum),
        definition=_definition(measure),
        evidence=tuple(
            Cited(file, "—", each.location)
            for file, each in zip(files, unread, strict=True)
        ),
    )


def _pending(measure: verb.Mark, marks: tuple[Mark, ...], tickets: int) -> Measured:
    """Bound the value: each mark still to come may be the worst or the best.

    Until enough tickets are given out, their number is open and so is everything.
    """
    known = tickets >= measure.least
    bounds = (
        (_mean(marks, Fraction(0)), _mean(marks, measure.maximum))
        if known
        else (Fraction(0), measure.maximum)
    )
    return Measured(
        "pending",
        say(
            "Menunggu penilai: {n} nilai sudah ada atas {tickets} contoh, "
            "paling sedikit {least} contoh{waiting}.",
            "Waiting for assessors: {n} marks are in on {tickets} samples, "
            "at least {least} samples{waiting}.",
            n=sum(each.value is not None for each in marks),
            tickets=tickets,
            least=measure.least,
            waiting=_waiting(marks),
        ),
        bounds=bounds,
        definition=_definition(measure),
        evidence=_evidence(marks),
    )


def _waiting(marks: tuple[Mark, ...]) -> Text:
    waiting = sum(each.value is None for each in marks)
    if not waiting:
        return same("")
    return say("; {n} belum diisi", "; {n} not filled in yet", n=waiting)


def _mean(marks: tuple[Mark, ...], unmarked: Fraction) -> Fraction:
    by_ticket: dict[str, list[Fraction]] = defaultdict(list)
    for each in marks:
        by_ticket[each.ticket].append(unmarked if each.value is None else each.value)
    means = [sum(each, Fraction(0)) / len(each) for each in by_ticket.values()]
    return sum(means, Fraction(0)) / len(means)


def _sentence(measure: verb.Mark, marks: tuple[Mark, ...], value: Fraction) -> Text:
    return say(
        "Rata-rata nilai {assessors} penilai atas {n} contoh: {value} dari {most}.",
        "Mean of the marks on {n} samples, number of assessors {assessors}: "
        "{value} of {most}.",
        assessors=len({each.assessor for each in marks}),
        n=len({each.ticket for each in marks}),
        value=Places(value, 2),
        most=measure.maximum,
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
