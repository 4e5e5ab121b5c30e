"""Repairs of single cells: a level to reach, a figure to fill or to improve."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from scorecard.advice.changes import Fill
from scorecard.advice.places import place_of
from scorecard.advice.repairs import Repair
from scorecard.advice.search import least_for_next_band
from scorecard.advice.sent import Sent
from scorecard.methods.measured import number_in
from scorecard.methods.scales import points
from scorecard.model import Hold, RepairKind, Submission
from scorecard.rubric import methods as verb
from scorecard.rubric.evidence import FormField
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.wording import Text, say


def cell_repairs(
    indicator: Indicator,
    measure: verb.Answer | verb.Figure,
    sent: Sent,
) -> Iterator[Repair]:
    """List the better answers: each higher level, or the figure for the next band."""
    field = _field(measure, sent.rubric)
    for value in _better(indicator, field, sent):
        words = _titled(field.title.text, _said(value, indicator.scale, field))
        yield Repair(
            id=f"{indicator.id}.{value}",
            indicator=indicator.id,
            kind=_kind(measure),
            title=words,
            changes=(_fill(field, value, sent),),
            hold=_hold(measure, field, sent.submission),
        )


def _titled(title: Text, value: Text) -> Text:
    if title.id.endswith("?"):
        return say("{title} {value}", "{title} {value}", title=title, value=value)
    return say("{title}: {value}", "{title}: {value}", title=title, value=value)


def better_values(scale: verb.Scale, now: Fraction | None) -> tuple[Fraction, ...]:
    """Give the values of a scale that are worth more than the present one."""
    match scale:
        case verb.Levels():
            named = tuple(each.level for each in scale.levels)
        case verb.Steps():
            named = tuple(step.from_ for step in scale.steps)
        case verb.Linear() | verb.Log():
            named = (scale.best,)
        case verb.Checklist():
            named = (Fraction(100),)
        case verb.Curve():
            named = tuple(post.at for post in scale.posts)
        case verb.Power() | verb.Exponential():
            named = (scale.at,)
        case verb.ZScore():
            named = (_value_of_most(scale),) if scale.most is not None else ()
        case verb.PercentRank():
            named = tuple(sorted(set(scale.reference)))
    present = Fraction(0) if now is None else points(scale, now) or Fraction(0)
    return tuple(
        value
        for value in named
        if (worth := points(scale, value)) is not None and worth > present
    )


def _value_of_most(scale: verb.ZScore) -> Fraction:
    """Give the value from which on a standard score rises no more."""
    away = (scale.ends[1] - scale.centre) / scale.spread
    return scale.mean + away * scale.deviation


def _better(indicator: Indicator, field: FormField, sent: Sent) -> tuple[Fraction, ...]:
    evidence = sent.submission.answers.get(field.id)
    now = number_in(evidence) if evidence is not None else None
    best = better_values(indicator.scale, now)
    if now is None or not best or not isinstance(indicator.scale, verb.Linear):
        return best
    between = _whole_between(now, best[0])
    number = least_for_next_band(
        sent, len(between), lambda n: (_fill(field, Fraction(between[n - 1]), sent),)
    )
    next_band = (Fraction(between[number - 1]),) if number else ()
    return tuple(dict.fromkeys((*next_band, *best)))


def _whole_between(now: Fraction, best: Fraction) -> range:
    """Give the whole numbers from the present figure towards the best."""
    if best < now:
        return range(ceil(now) - 1, floor(best), -1)
    return range(floor(now) + 1, ceil(best))


def _field(measure: verb.Answer | verb.Figure, rubric: Rubric) -> FormField:
    if isinstance(measure, verb.Answer):
        return next(f for f in rubric.form.answers if f.id == measure.field)
    return next(f for f in rubric.form.recap if f.id == measure.figure)


def _kind(measure: verb.Answer | verb.Figure) -> RepairKind:
    return "answer" if isinstance(measure, verb.Answer) else "figure"


def _hold(
    measure: verb.Answer | verb.Figure, field: FormField, submission: Submission
) -> Hold:
    """A figure that was left blank may turn out worse than the best."""
    evidence = submission.answers.get(field.id)
    known = evidence is not None and number_in(evidence) is not None
    return "none" if known or isinstance(measure, verb.Answer) else "at_most"


def _fill(field: FormField, value: Fraction, sent: Sent) -> Fill:
    place = place_of(field.id, sent.submission, sent.rubric)
    return Fill(field.id, bool(value) if field.kind == "yes_no" else value, place)


def _said(value: Fraction, scale: verb.Scale, field: FormField) -> Text:
    if isinstance(scale, verb.Levels):
        title = next((e.title for e in scale.levels if e.level == value), None)
        if title is not None:
            return title.text
    unit = field.unit.text if field.unit is not None else Text("", "")
    if field.kind == "percent":
        unit = Text("%", "%")
    said = say("{v} {unit}", "{v} {unit}", v=value, unit=unit)
    return Text(said.id.rstrip(), said.en.rstrip())
