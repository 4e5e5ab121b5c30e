"""Compare what a form declares of its documents: dates with each other and the period.

Also who signed, where the rubric asks for it. Only reports; nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from scorecard.errors import Problem
from scorecard.evidence.folding import folded
from scorecard.evidence.forms import fields_of
from scorecard.evidence.problems import problem
from scorecard.model import Evidence, Participant
from scorecard.rubric.evidence import OrderCheck, PeriodCheck, SignatoryCheck
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text


def check_documents(
    answers: Mapping[str, Evidence], participant: Participant, rubric: Rubric
) -> Iterator[Problem]:
    """Apply the rubric's checks to the declared documents."""
    for check in rubric.checks:
        match check:
            case OrderCheck():
                yield from _check_order(check, answers, rubric)
            case PeriodCheck():
                yield from _check_period(check, answers, rubric)
            case SignatoryCheck():
                yield from _check_signatory(check, answers, participant, rubric)


def _check_order(
    check: OrderCheck, answers: Mapping[str, Evidence], rubric: Rubric
) -> Iterator[Problem]:
    keys = f"{check.document}.{check.first}", f"{check.document}.{check.then}"
    first, then = (_day(answers, key) for key in keys)
    if first is None or then is None or first <= then:
        return
    evidence, titles = answers[keys[1]], _titles(rubric)
    yield problem(
        "document-dates-reversed",
        evidence.location,
        seen=evidence.shown,
        first_title=titles[keys[0]],
        first=first,
        place=answers[keys[0]].location.cell,
        title=titles[keys[1]],
        then=then,
    )


def _check_period(
    check: PeriodCheck, answers: Mapping[str, Evidence], rubric: Rubric
) -> Iterator[Problem]:
    key = f"{check.document}.{check.field}"
    day, end = _day(answers, key), rubric.period.end
    if day is None or day <= end:
        return
    evidence, title = answers[key], _titles(rubric)[key]
    yield problem(
        "document-after-period",
        evidence.location,
        seen=evidence.shown,
        title=title,
        day=day,
        end=end,
    )


def _check_signatory(
    check: SignatoryCheck,
    answers: Mapping[str, Evidence],
    participant: Participant,
    rubric: Rubric,
) -> Iterator[Problem]:
    key = f"{check.document}.{check.field}"
    offices = check.offices.get(participant.type, ())
    evidence = answers.get(key)
    if not offices or evidence is None or not isinstance(evidence.value, str):
        return
    written = f" {folded(evidence.value)} "
    if any(f" {folded(office)} " in written for office in offices):
        return
    yield problem(
        "document-signatory-unexpected",
        evidence.location,
        seen=evidence.shown,
        title=_titles(rubric)[key],
        offices=", ".join(offices),
    )


def _day(answers: Mapping[str, Evidence], key: str) -> date | None:
    evidence = answers.get(key)
    value = evidence.value if evidence else None
    return value if isinstance(value, date) else None


def _titles(rubric: Rubric) -> dict[str, Text]:
    documents = fields_of(rubric.form).get("documents", {})
    return {key: field.title.text for key, field in documents.items()}
