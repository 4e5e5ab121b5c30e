"""Where a repair is made: the cell that stands there now, or the key of a blank one."""

from __future__ import annotations

from scorecard.errors import Location
from scorecard.model import Submission
from scorecard.rubric.evidence import SheetRole
from scorecard.rubric.nouns import Rubric


def place_of(key: str, submission: Submission, rubric: Rubric) -> Location:
    """Name the cell of an answer; a blank one by its sheet."""
    evidence = submission.answers.get(key)
    if evidence is not None:
        return evidence.location
    role = _role(key, rubric)
    file = next(
        (each.location.file for each in submission.answers.values()), submission.path
    )
    return Location(file, rubric.form.sheets[role].name)


def _role(key: str, rubric: Rubric) -> SheetRole:
    if "." in key:
        return "documents"
    if any(field.id == key for field in rubric.form.recap):
        return "recap"
    return "answers"
