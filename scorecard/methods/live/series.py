"""Formulas of a number a ticket: `average`, `median`, `percentile` and `within`."""

from __future__ import annotations

from scorecard.methods.live.expressions import (
    BLANK,
    SPARED,
    UNREADABLE,
    Cells,
    Live,
    Numbers,
    chosen,
    day,
    plain,
    quoted,
    sentence,
    shown,
)
from scorecard.methods.series import SPARED as SPARED_TOLD
from scorecard.methods.series import WITHOUT_DATE
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text, say


def average(measure: verb.Average, cells: Cells, rubric: Rubric) -> Live:
    """Give the arithmetic mean."""
    numbers = cells.series[measure.of]
    name = Text("rata-rata", "mean")
    value = f"AVERAGE({numbers.values})"
    return _summary((name, value, measure.least), measure.of, cells, rubric)


def median(measure: verb.Median, cells: Cells, rubric: Rubric) -> Live:
    """Give the middle value."""
    numbers = cells.series[measure.of]
    value = f"MEDIAN({numbers.values})"
    name = Text("median", "median")
    return _summary((name, value, measure.least), measure.of, cells, rubric)


def percentile(measure: verb.Percentile, cells: Cells, rubric: Rubric) -> Live:
    """Give a percentile, interpolated between closest ranks."""
    numbers = cells.series[measure.of]
    value = f"PERCENTILE({numbers.values},{plain(measure.percent)}/100)"
    name = say("persentil ke-{p}", "percentile {p}", p=measure.percent)
    return _summary((name, value, measure.least), measure.of, cells, rubric)


def within(measure: verb.Within, cells: Cells, rubric: Rubric) -> Live:
    """Give the share of tickets within the limit of their class, in per cent."""
    numbers = cells.series[cells.indicator]
    title = _title(measure.of, rubric)
    kept, every = f"SUM({numbers.kept})", _every(numbers)
    value = f"100*{kept}/{every}"
    template = Text(
        f"{title.id}: {{n}} dari {{d}} laporan dalam batas waktu: {{p}} %.",
        f"{title.en}: {{n}} of {{d}} tickets within the limit: {{p}} %.",
    )
    said = sentence(template, cells.language, n=kept, d=every, p=shown(value))
    said += _undated(numbers, cells, rubric)
    said += _spared(numbers, cells) if measure.spare else ""
    return Live(
        state=chosen(_lacking(numbers, 1), '"scored"'),
        value=value,
        sentence=chosen(_why_not(numbers, title, 1, cells), said),
        numerator=kept,
        denominator=every,
        blank=_absent(title).in_(cells.language),
    )


def limit(measure: verb.Within, classification: dict[str, str], received: str) -> str:
    """Give the limit in force; `classification` tells by id whether a row is of it."""
    newest_first = sorted(
        measure.limits,
        key=lambda each: (each.since is not None, each.since or 0),
        reverse=True,
    )
    tests = []
    for each in newest_first:
        test = classification[each.classification]
        if each.since is not None:
            test = f"AND({test},{received}>={day(each.since)})"
        tests.append((test, plain(each.days)))
    return chosen(tests, plain(measure.otherwise))


def _every(numbers: Numbers) -> str:
    """Count the numbers, and what has waited longer than its limit."""
    late = f"+SUM({numbers.waiting})" if numbers.waiting else ""
    return f"(COUNT({numbers.values}){late})"


def _undated(numbers: Numbers, cells: Cells, rubric: Rubric) -> str:
    if not numbers.waiting:
        return ""
    late, every = f"SUM({numbers.waiting})", f"COUNT({numbers.waiting})"
    kept = {"late": "{late}", "open": "{open}"}
    template = say(WITHOUT_DATE.id, WITHOUT_DATE.en, as_of=rubric.as_of, **kept)
    words = sentence(template, cells.language, late=late, open=f"({every}-{late})")
    return f'&IF({every}>0," "&{words},"")'


def _spared(numbers: Numbers, cells: Cells) -> str:
    if not numbers.waiting:
        return ""
    every = f"COUNTIF({numbers.waiting},{quoted(SPARED)})"
    words = sentence(SPARED_TOLD, cells.language, n=every)
    return f'&IF({every}>0," "&{words},"")'


def _summary(
    how: tuple[Text, str, int], series: str, cells: Cells, rubric: Rubric
) -> Live:
    name, value, least = how
    numbers, title = cells.series[series], _title(series, rubric)
    template = Text(
        f"{title.id}, {name.id} dari {{n}} laporan: {{v}}.",
        f"{title.en}, {name.en} of {{n}} tickets: {{v}}.",
    )
    every = f"COUNT({numbers.values})"
    said = sentence(template, cells.language, n=every, v=shown(value))
    return Live(
        state=chosen(_lacking(numbers, least), '"scored"'),
        value=value,
        sentence=chosen(_why_not(numbers, title, least, cells), said),
        blank=_absent(title).in_(cells.language),
    )


def _lacking(numbers: Numbers, least: int) -> list[tuple[str, str]]:
    return [
        (f"{numbers.state}={BLANK}", '"missing"'),
        (f"{numbers.state}={UNREADABLE}", '"unreadable"'),
        (f"{_every(numbers)}<{least}", '"not_applicable"'),
    ]


def _why_not(
    numbers: Numbers, title: Text, least: int, cells: Cells
) -> list[tuple[str, str]]:
    lost = say(
        "{title}: tidak dapat dihitung tanpa log tindak lanjut yang terbaca.",
        "{title}: cannot be computed without a readable follow-up log.",
        title=title,
    )
    few = Text(
        f"{title.id}: hanya {{n}} laporan, paling sedikit {least}.",
        f"{title.en}: only {{n}} tickets, at least {least} are needed.",
    )
    every = _every(numbers)
    return [
        (f"{numbers.state}={BLANK}", quoted(_absent(title).in_(cells.language))),
        (f"{numbers.state}={UNREADABLE}", quoted(lost.in_(cells.language))),
        (f"{every}<{least}", sentence(few, cells.language, n=every)),
    ]


def _absent(title: Text) -> Text:
    return say(
        "{title}: ekspor laporan tidak diisikan.",
        "{title}: no ticket export was pasted.",
        title=title,
    )


def _title(series: str, rubric: Rubric) -> Text:
    declared = rubric.tickets.series if rubric.tickets else ()
    return next(each.title.text for each in declared if each.id == series)
