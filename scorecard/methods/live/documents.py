"""Formulas of the measure `document`: one verdict a condition, then their share."""

from __future__ import annotations

from fractions import Fraction

from scorecard.methods.live.expressions import (
    BLANK,
    READ,
    UNREADABLE,
    Cells,
    Known,
    Live,
    chosen,
    day,
    plain,
    quoted,
    sentence,
    total,
)
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text

MET, UNMET = 1, 0
"""Verdicts; `UNREADABLE` is the third."""


_UNREAD = Text(" (tidak terbaca seperti yang tertulis)", " (not readable as typed)")


def document(measure: verb.Document, cells: Cells, rubric: Rubric) -> Live:
    """Give the share of the conditions' points that is met, in per cent."""
    declared = next(d for d in rubric.form.documents if d.id == measure.document)
    states = [cells.fields[f"{declared.id}.{f.id}"].state for f in declared.fields]
    blank = f"{total(states)}=0"
    low = _points(measure, cells, (MET,))
    high = _points(measure, cells, (MET, UNREADABLE))
    told = Text(
        f"{declared.title.id}: tidak ada yang diisi.",
        f"{declared.title.en}: nothing was filled in.",
    )
    tests = [(blank, '"missing"'), (f"ROUND({high}-{low},10)>0", '"unreadable"')]
    nothing = quoted(told.in_(cells.language))
    return Live(
        state=chosen(tests, '"scored"'),
        value=low,
        sentence=chosen([(blank, nothing)], _told(measure, cells, declared.title.text)),
        bounds=(low, high),
        blank=told.in_(cells.language),
    )


def verdict(
    condition: verb.Condition, measure: verb.Document, cells: Cells, rubric: Rubric
) -> str:
    """Test one condition by itself: `MET`, `UNMET` or `UNREADABLE`."""
    of = cells.fields[f"{measure.document}.{condition.field}"]
    unusable = [
        (f"{of.state}={BLANK}", str(UNMET)),
        (f"{of.state}={UNREADABLE}", str(UNREADABLE)),
    ]
    match condition.test:
        case "yes":
            return chosen(unusable, f"IF({of.value}=1,{MET},{UNMET})")
        case "filled" if _is_date(condition, measure, rubric):
            later = (f"{of.value}>{day(rubric.as_of)}", str(UNREADABLE))
            return chosen([*unusable, later], str(MET))
        case "filled" | "attached":
            return chosen(unusable, str(MET))
        case "dated_by":
            by = day(condition.by or rubric.deadline)
            return chosen(unusable, f"IF({of.value}<={by},{MET},{UNMET})")
        case "overlaps_period" | "covers_period":
            until = cells.fields.get(f"{measure.document}.{condition.until}")
            return chosen(unusable, _span(condition.test, of, until, rubric))


def _is_date(condition: verb.Condition, measure: verb.Document, rubric: Rubric) -> bool:
    declared = next(d for d in rubric.form.documents if d.id == measure.document)
    kinds = {field.id: field.kind for field in declared.fields}
    return kinds[condition.field] == "date"


def depending(verdicts: str, first: str) -> str:
    """Hold a verdict to that of the condition that it requires."""
    return f"IF({first}={MET},{verdicts},{first})"


def _span(test: str, start: Known, until: Known | None, rubric: Rubric) -> str:
    begins, ends = day(rubric.period.start), day(rubric.period.end)
    if until is None:
        met = "FALSE" if test == "covers_period" else f"{start.value}<={ends}"
        return f"IF({met},{MET},{UNMET})"
    if test == "covers_period":
        met = f"AND({start.value}<={begins},{until.state}={READ},{until.value}>={ends})"
    else:
        met = (
            f"AND({start.value}<={ends},"
            f"OR({until.state}={BLANK},{until.value}>={begins}))"
        )
    backwards = f"AND({until.state}={READ},{until.value}<{start.value})"
    tests = [
        (f"{until.state}={UNREADABLE}", str(UNREADABLE)),
        (backwards, str(UNREADABLE)),
        (met, str(MET)),
    ]
    return chosen(tests, str(UNMET))


def _points(measure: verb.Document, cells: Cells, counting: tuple[int, ...]) -> str:
    whole = sum((each.points for each in measure.conditions), Fraction(0))
    parts = []
    for each in measure.conditions:
        cell = cells.conditions[cells.indicator, each.id]
        met = "+".join(f"({cell}={verdict})" for verdict in counting)
        parts.append(f"{plain(each.points)}*({met})")
    return f"100*{total(parts)}/{plain(whole)}"


def _told(measure: verb.Document, cells: Cells, title: Text) -> str:
    verdicts = [
        cells.conditions[cells.indicator, each.id] for each in measure.conditions
    ]
    every = len(verdicts)
    met = total([f"({cell}={MET})" for cell in verdicts])
    unread = quoted(_UNREAD.in_(cells.language))
    failed = "&".join(
        f'IF({cell}={MET},"",{quoted("; " + each.title.text.in_(cells.language))}'
        f'&IF({cell}={UNREADABLE},{unread},""))'
        for each, cell in zip(measure.conditions, verdicts, strict=True)
    )
    whole = Text(
        f"{title.id}: {every} dari {every} syarat terpenuhi.",
        f"{title.en}: {every} of {every} conditions are met.",
    )
    part = Text(
        f"{title.id}: {{met}} dari {every} syarat terpenuhi; belum: {{failed}}.",
        f"{title.en}: {{met}} of {every} conditions are met; not met: {{failed}}.",
    )
    names = f"MID({failed},3,2000)"
    listed = sentence(part, cells.language, met=met, failed=names)
    return f"IF({met}={every},{quoted(whole.in_(cells.language))},{listed})"
