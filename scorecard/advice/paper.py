"""Repairs of documents: each condition that is not met, and all of them at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from scorecard.advice.changes import Answer, Attach, Fill
from scorecard.advice.places import place_of
from scorecard.advice.repairs import Repair
from scorecard.methods.documents import document
from scorecard.model import Submission
from scorecard.rubric.methods import Condition, Document
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.wording import Text, say


@dataclass(frozen=True, slots=True)
class _Paper:
    """A document as one participant sent it, and the rule that asks for it."""

    indicator: Indicator
    measure: Document
    submission: Submission
    rubric: Rubric

    @property
    def title(self) -> Text:
        wanted = self.measure.document
        documents = self.rubric.form.documents
        return next(each.title.text for each in documents if each.id == wanted)


def paper_repairs(
    indicator: Indicator, measure: Document, submission: Submission, rubric: Rubric
) -> Iterator[Repair]:
    """List the unmet conditions of a document, then the whole document."""
    paper = _Paper(indicator, measure, submission, rubric)
    checked = document(measure, submission, rubric).conditions
    unmet = tuple(
        condition
        for condition, check in zip(measure.conditions, checked, strict=True)
        if not check.met
    )
    for condition in unmet:
        asked = _asked(condition, rubric)
        words = say("{d}: {asked}", "{d}: {asked}", d=paper.title, asked=asked)
        yield _repair(paper, (condition,), words)
    free = tuple(each for each in unmet if not _contradicts(each, paper))
    if 1 < len(free) < len(unmet):
        yield _repair(paper, free, _several(_FREE, free, paper))
    if len(unmet) > 1:
        yield _repair(paper, unmet, _several(_EVERY, unmet, paper))


_FREE = Text(
    "penuhi syarat yang masih dapat dipenuhi ({n})",
    "meet the conditions that can still be met ({n})",
)
_EVERY = Text(
    "penuhi semua syarat yang belum ({n})",
    "meet every condition that is not met ({n})",
)


def _several(template: Text, conditions: tuple[Condition, ...], paper: _Paper) -> Text:
    asked = say(template.id, template.en, n=len(conditions))
    return say("{d}: {asked}", "{d}: {asked}", d=paper.title, asked=asked)


def _asked(condition: Condition, rubric: Rubric) -> Text:
    """Say the condition with the date or the span that it asks for."""
    title, period = condition.title.text, rubric.period
    match condition.test:
        case "dated_by":
            return say(
                "{title} (paling lambat {by})",
                "{title} (by {by})",
                title=title,
                by=condition.by or rubric.deadline,
            )
        case "overlaps_period" | "covers_period":
            return say(
                "{title} ({start} – {end})",
                "{title} ({start} – {end})",
                title=title,
                start=period.start,
                end=period.end,
            )
        case _:
            return title


def _repair(paper: _Paper, conditions: tuple[Condition, ...], title: Text) -> Repair:
    changes = {
        change.key: change
        for condition in conditions
        for change in _changes(condition, paper)
    }
    which = "+".join(condition.id for condition in conditions)
    contradicts = any(_contradicts(condition, paper) for condition in conditions)
    return Repair(
        id=f"{paper.indicator.id}.{which}",
        indicator=paper.indicator.id,
        kind="paper",
        title=title,
        changes=tuple(changes.values()),
        hold="past" if contradicts else "none",
    )


def _contradicts(condition: Condition, paper: _Paper) -> bool:
    """Tell whether a date that does not fit is filled in: the past stays as it is."""
    if condition.test not in ("dated_by", "overlaps_period", "covers_period"):
        return False
    key = f"{paper.measure.document}.{condition.field}"
    evidence = paper.submission.answers.get(key)
    return evidence is not None and evidence.unreadable is None


def _changes(condition: Condition, paper: _Paper) -> Iterator[Fill | Attach]:
    name, rubric = paper.measure.document, paper.rubric
    key = f"{name}.{condition.field}"
    place = place_of(key, paper.submission, rubric)
    match condition.test:
        case "attached":
            yield Attach(key, f"bukti/{name}.pdf", place)
        case "yes":
            yield Fill(key, True, place)
        case "filled":
            yield Fill(key, _something(key, rubric), place)
        case "dated_by":
            yield Fill(key, condition.by or rubric.deadline, place)
        case "overlaps_period" | "covers_period":
            yield Fill(key, rubric.period.start, place)
            if condition.until is not None:
                until = f"{name}.{condition.until}"
                where = place_of(until, paper.submission, rubric)
                yield Fill(until, rubric.period.end, where)


def _something(key: str, rubric: Rubric) -> Answer:
    """Give any answer of the field's kind, for a field that must only be filled."""
    name, _, field_id = key.partition(".")
    declared = next(d for d in rubric.form.documents if d.id == name)
    kind = next(field.kind for field in declared.fields if field.id == field_id)
    match kind:
        case "date":
            return rubric.period.start
        case "yes_no":
            return True
        case "text" | "file":
            return "1"
        case _:
            return Fraction(1)
