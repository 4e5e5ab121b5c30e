"""Measures of a number a ticket: `average`, `median`, `percentile` and `within`."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from scorecard.methods.measured import PER_CENT, Measured
from scorecard.model import Cited, Series, SeriesItem, Submission
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Places, Text, joined, say

WITHOUT_DATE = Text(
    "Tanpa tanggal di log: {late} sudah lewat batas pada {as_of} dan dihitung "
    "terlambat, {open} belum lewat batas dan belum dihitung.",
    "Without a date in the log: {late} past the limit on {as_of} and counted as "
    "late, {open} not past it yet and not counted.",
)
"""What `within` adds to its sentence where tickets have no date in the log."""

SPARED = Text(
    "Tidak dihitung karena statusnya: {n}.", "Not counted for their status: {n}."
)
"""What it adds where tickets without a date are spared by the rubric."""


def average(measure: verb.Average, submission: Submission, rubric: Rubric) -> Measured:
    """Give the arithmetic mean."""
    title, series = _series(measure.of, submission, rubric)
    lacking = _lacking(series, title, measure.least)
    if lacking is not None:
        return lacking
    values = _values(series)
    return _summary(
        Text("rata-rata", "mean"), title, series, sum(values, Fraction(0)) / len(values)
    )


def median(measure: verb.Median, submission: Submission, rubric: Rubric) -> Measured:
    """Give the middle value."""
    title, series = _series(measure.of, submission, rubric)
    lacking = _lacking(series, title, measure.least)
    if lacking is not None:
        return lacking
    value = interpolated(_values(series), Fraction(50))
    return _summary(Text("median", "median"), title, series, value)


def percentile(
    measure: verb.Percentile, submission: Submission, rubric: Rubric
) -> Measured:
    """Give a percentile of the values."""
    title, series = _series(measure.of, submission, rubric)
    lacking = _lacking(series, title, measure.least)
    if lacking is not None:
        return lacking
    value = interpolated(_values(series), measure.percent)
    name = say("persentil ke-{p}", "percentile {p}", p=measure.percent)
    return _summary(name, title, series, value)


def within(measure: verb.Within, submission: Submission, rubric: Rubric) -> Measured:
    """Give the share of tickets within the limit of their class, in per cent.

    A ticket without the date that ends the span is late once it has waited longer than
    its limit, so that a row left out of the log gains nothing; until then it does not
    count, and not at all if the rubric spares its status.
    """
    title, series = _series(measure.of, submission, rubric)
    late = _late(series, measure)
    lacking = _lacking(series, title, 1, late)
    if lacking is not None:
        return lacking
    assert series is not None
    kept = sum(item.value <= limit_of(item, measure) for item in series.items)
    numerator, denominator = Fraction(kept), Fraction(len(series.items) + late)
    return Measured(
        "scored",
        joined(
            (
                _kept(title, kept, denominator),
                _undated(_owed(series, measure), late, rubric),
                _spared(series, measure),
            )
        ),
        value=100 * numerator / denominator,
        numerator=numerator,
        denominator=denominator,
        unit=PER_CENT,
        definition=say("{title} ≤ batas", "{title} ≤ limit", title=title),
        evidence=(_cited(series, title),),
    )


def _kept(title: Text, kept: int, denominator: Fraction) -> Text:
    return say(
        "{title}: {n} dari {d} laporan dalam batas waktu: {p} %.",
        "{title}: {n} of {d} tickets within the limit: {p} %.",
        title=title,
        n=kept,
        d=denominator,
        p=Places(100 * kept / denominator, 2),
    )


def _late(series: Series | None, measure: verb.Within) -> int:
    waiting = _owed(series, measure) if series else ()
    return sum(item.value > limit_of(item, measure) for item in waiting)


def _undated(owed: tuple[SeriesItem, ...], late: int, rubric: Rubric) -> Text:
    if not owed:
        return Text("", "")
    still = len(owed) - late
    day = rubric.as_of
    return say(WITHOUT_DATE.id, WITHOUT_DATE.en, late=late, open=still, as_of=day)


def _owed(series: Series, measure: verb.Within) -> tuple[SeriesItem, ...]:
    """List the tickets without a date that the rubric does not spare."""
    return tuple(each for each in series.waiting if each.status not in measure.spare)


def _spared(series: Series, measure: verb.Within) -> Text:
    spared = len(series.waiting) - len(_owed(series, measure))
    return say(SPARED.id, SPARED.en, n=spared) if spared else Text("", "")


def limit_of(item: SeriesItem, measure: verb.Within) -> Fraction:
    """Find the limit in force for a ticket's class on the day it came in.

    Of several limits of its class the one with the latest `since` counts.
    """
    fitting = [
        limit
        for limit in measure.limits
        if limit.classification == item.classification
        and (limit.since is None or (item.received or date.min) >= limit.since)
    ]
    if not fitting:
        return measure.otherwise
    return max(fitting, key=lambda limit: limit.since or date.min).days


def interpolated(values: tuple[Fraction, ...], percent: Fraction) -> Fraction:
    """Interpolate a percentile between closest ranks, as PERCENTILE.INC does."""
    ordered = sorted(values)
    position = (len(ordered) - 1) * percent / 100
    index = int(position)
    above = ordered[min(index + 1, len(ordered) - 1)]
    return ordered[index] + (above - ordered[index]) * (position - index)


def _series(
    series_id: str, submission: Submission, rubric: Rubric
) -> tuple[Text, Series | None]:
    declared = rubric.tickets.series if rubric.tickets else ()
    title = next(each.title.text for each in declared if each.id == series_id)
    return title, submission.series.get(series_id)


def _lacking(
    series: Series | None, title: Text, least: int, late: int = 0
) -> Measured | None:
    if series is None:
        reason = say(
            "{title}: ekspor laporan tidak diserahkan.",
            "{title}: no ticket export was submitted.",
            title=title,
        )
        return Measured("missing", reason)
    if series.unreadable is not None:
        reason = say(
            "{title}: {why}", "{title}: {why}", title=title, why=series.unreadable
        )
        return Measured("unreadable", reason, evidence=(_cited(series, title),))
    if len(series.items) + late < least:
        reason = say(
            "{title}: hanya {n} laporan, paling sedikit {least}.",
            "{title}: only {n} tickets, at least {least} are needed.",
            title=title,
            n=len(series.items),
            least=least,
        )
        return Measured("not_applicable", reason, evidence=(_cited(series, title),))
    return None


def _values(series: Series | None) -> tuple[Fraction, ...]:
    return tuple(item.value for item in series.items) if series else ()


def _summary(
    name: Text, title: Text, series: Series | None, value: Fraction
) -> Measured:
    assert series is not None
    return Measured(
        "scored",
        say(
            "{title}, {name} dari {n} laporan: {value}.",
            "{title}, {name} of {n} tickets: {value}.",
            title=title,
            name=name,
            n=len(series.items),
            value=value,
        ),
        value=value,
        definition=say("{name} {title}", "{name} {title}", name=name, title=title),
        evidence=(_cited(series, title),),
    )


def _cited(series: Series, title: Text) -> Cited:
    return Cited(title, str(len(series.items)), series.location)
