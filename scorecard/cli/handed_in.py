"""Who has handed in what: one row a participant, as `check` shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from scorecard.errors import Problem, Severity
from scorecard.model import Submission
from scorecard.rubric.nouns import Rubric

Standing: TypeAlias = Literal["submitted", "refused", "absent"]


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What one participant sent.

    `tickets` is the number that counts in its export, None without one. `in_hand` of
    the `asked` documents are there. `problems` are its own, by severity.
    """

    code: str
    name: str
    category: str
    path: str
    standing: Standing
    tickets: int | None
    in_hand: int
    asked: int
    errors: int
    warnings: int
    notes: int


def handed_in(
    submissions: Iterable[Submission], problems: Iterable[Problem], rubric: Rubric
) -> tuple[HandedIn, ...]:
    """Tell who sent what, in the order of the codes."""
    of: dict[str, list[Severity]] = {}
    for problem in problems:
        of.setdefault(problem.participant, []).append(problem.severity)
    return tuple(
        _row(each, of.get(each.participant.code, []), rubric)
        for each in sorted(submissions, key=lambda each: each.participant.code)
    )


def _row(
    submission: Submission, severities: list[Severity], rubric: Rubric
) -> HandedIn:
    who = submission.participant
    found = {file.field for file in submission.files.values() if file.found}
    return HandedIn(
        code=who.code,
        name=who.name,
        category=who.category,
        path=submission.path,
        standing=_standing(submission),
        tickets=_tickets(submission, rubric),
        in_hand=len(found),
        asked=len(_file_keys(rubric)),
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        notes=severities.count("note"),
    )


def _standing(submission: Submission) -> Standing:
    if not submission.submitted:
        return "absent"
    return "refused" if submission.refused else "submitted"


def _tickets(submission: Submission, rubric: Rubric) -> int | None:
    """Take the number from the quantity that lets every ticket through."""
    for quantity in rubric.quantities:
        rows = quantity.tickets
        if rows is None or rows.status or rows.classification:
            continue
        evidence = submission.counts.get(quantity.id)
        if evidence is not None and isinstance(evidence.value, Fraction):
            return int(evidence.value)
    return None


def _file_keys(rubric: Rubric) -> tuple[str, ...]:
    return tuple(
        f"{document.id}.{field.id}"
        for document in rubric.form.documents
        for field in document.fields
        if field.kind == "file"
    )
