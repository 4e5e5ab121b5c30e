"""Measures of single form cells: `answer` and `figure`."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from scorecard.methods.measured import (
    PER_CENT,
    PLAIN,
    Measured,
    cited,
    number_in,
)
from scorecard.model import Evidence, Submission
from scorecard.rubric import methods as verb
from scorecard.rubric.evidence import FormField
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text, say


def answer(measure: verb.Answer, submission: Submission, rubric: Rubric) -> Measured:
    """Take one cell of the answers sheet."""
    return _cell(_field(measure.field, rubric.form.answers), submission)


def figure(measure: verb.Figure, submission: Submission, rubric: Rubric) -> Measured:
    """Take one cell of the recap sheet."""
    return _cell(_field(measure.figure, rubric.form.recap), submission)


def unreadable(title: Text, evidence: Evidence, why: Text | None = None) -> Measured:
    """Say which cell holds something that cannot be used, and why."""
    reason = say(
        "{title} di {place} tidak dapat dipakai ({shown}): {why}",
        "{title} at {place} cannot be used ({shown}): {why}",
        title=title,
        place=str(evidence.location),
        shown=evidence.shown,
        why=why or evidence.unreadable,
    )
    return Measured("unreadable", reason, evidence=(cited(title, evidence),))


def missing(title: Text) -> Measured:
    """Say which answer was left blank."""
    reason = say("{title} tidak diisi.", "{title} was left blank.", title=title)
    return Measured("missing", reason)


def _field(field_id: str, fields: Iterable[FormField]) -> FormField:
    return next(field for field in fields if field.id == field_id)


def _cell(field: FormField, submission: Submission) -> Measured:
    evidence = submission.answers.get(field.id)
    title = field.title.text
    if evidence is None:
        return missing(title)
    value = number_in(evidence)
    if value is None:
        return unreadable(title, evidence)
    if impossible := _impossible(field, value):
        return unreadable(title, evidence, impossible)
    return Measured(
        "scored",
        _stated(title, _said(field, value)),
        value=value,
        unit=_unit(field),
        definition=title,
        evidence=(cited(title, evidence),),
    )


def _impossible(field: FormField, value: Fraction) -> Text | None:
    """Say why a figure cannot be true: it would earn or cost points by mistake."""
    if value < 0 and not field.signed:
        return Text("angka tidak boleh negatif.", "a figure cannot be negative.")
    if field.kind == "percent" and value > 100:
        return Text("persentase melebihi 100.", "the percentage is above 100.")
    return None


def _stated(title: Text, value: Text) -> Text:
    if title.id.endswith("?"):
        return say("{title} {value}.", "{title} {value}.", title=title, value=value)
    return say("{title}: {value}.", "{title}: {value}.", title=title, value=value)


def _unit(field: FormField) -> Text:
    if field.kind == "percent":
        return PER_CENT
    return field.unit.text if field.unit is not None else PLAIN


def _said(field: FormField, value: Fraction) -> Text:
    if field.kind == "yes_no":
        return Text("Ya", "Yes") if value else Text("Tidak", "No")
    unit = _unit(field)
    if unit == PLAIN:
        return say("{v}", "{v}", v=value)
    return say("{v} {unit}", "{v} {unit}", v=value, unit=unit)
