"""Measures in words, before there is evidence: what is counted, asked or divided."""

from __future__ import annotations

from collections.abc import Iterable

from scorecard.rubric import methods as verb
from scorecard.rubric.evidence import FormField
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text, joined, say


def measure_lines(measure: verb.Measure, rubric: Rubric) -> tuple[Text, ...]:
    """Say how evidence becomes a value; a document takes a line for each condition."""
    match measure:
        case verb.Document():
            return _document(measure, rubric)
        case verb.Answer():
            title = _field_title(measure.field, rubric.form.answers)
            return (say("Isian borang: {title}", "Form: {title}", title=title),)
        case verb.Mark():
            return (_mark(measure),)
        case verb.Within():
            return _within(measure, rubric)
        case verb.Average() | verb.Median() | verb.Percentile():
            return (_series(measure, rubric),)
        case _:
            return (quotient(measure, rubric), *_if_none(measure))


def quotient(
    measure: verb.Figure | verb.Count | verb.Share | verb.Change, rubric: Rubric
) -> Text:
    """Write a measure of figures with the titles of what it counts and divides."""
    match measure:
        case verb.Figure():
            return _figure(measure, rubric)
        case verb.Count():
            return say("Jumlah: {of}", "Number: {of}", of=_sum(measure.of, rubric))
        case verb.Share():
            return say(
                "Persentase: {of} ÷ {over}",
                "Percentage: {of} ÷ {over}",
                of=bracketed(_sum(measure.of, rubric)),
                over=_less(measure, rubric),
            )
        case verb.Change():
            return say(
                "Perubahan: [{after}] − [{before}]",
                "Change: [{after}] − [{before}]",
                after=quotient(measure.after, rubric),
                before=quotient(measure.before, rubric),
            )


def bracketed(words: Text) -> Text:
    """Put brackets around a sum."""
    if " + " not in words.id and " − " not in words.id:
        return words
    return Text(f"({words.id})", f"({words.en})")


def _document(measure: verb.Document, rubric: Rubric) -> tuple[Text, ...]:
    title = next(d for d in rubric.form.documents if d.id == measure.document).title
    heading = say(
        "Dokumen: {title}. Syarat dan poinnya:",
        "Document: {title}. Conditions and their points:",
        title=title.text,
    )
    lines = (_condition(each, measure.requires) for each in measure.conditions)
    return (heading, *lines)


def _condition(condition: verb.Condition, requires: str | None) -> Text:
    by = say(" (paling lambat {by})", " (by {by})", by=condition.by)
    needed = Text(" (tanpa ini syarat lain gugur)", " (without it no other is met)")
    nothing = Text("", "")
    return say(
        "  {points} poin: {title}{by}{needed}",
        "  {points} points: {title}{by}{needed}",
        points=condition.points,
        title=condition.title.text,
        by=by if condition.by else nothing,
        needed=needed if condition.id == requires else nothing,
    )


def _figure(measure: verb.Figure, rubric: Rubric) -> Text:
    field = next(f for f in rubric.form.recap if f.id == measure.figure)
    unit = field.unit.text if field.unit else None
    words = say("Angka rekap: {title}", "Recap: {title}", title=field.title.text)
    return (
        say("{words} ({unit})", "{words} ({unit})", words=words, unit=unit)
        if unit
        else words
    )


def _if_none(measure: verb.Measure) -> tuple[Text, ...]:
    """Say what an empty denominator means, where it is not simply left out."""
    if not isinstance(measure, verb.Share) or measure.if_none == "not_applicable":
        return ()
    return (
        Text(
            "Bila penyebutnya nol, dianggap tidak ada bukti.",
            "If there is nothing to divide by, evidence is missing.",
        ),
    )


def _less(measure: verb.Share, rubric: Rubric) -> Text:
    over = _sum(measure.over, rubric)
    parts = (over, *(rubric.quantity(each).title.text for each in measure.less))
    return bracketed(joined(parts, " − "))


def _sum(quantities: Iterable[str], rubric: Rubric) -> Text:
    titles = tuple(rubric.quantity(each).title.text for each in quantities)
    return joined(titles, " + ")


def _mark(measure: verb.Mark) -> Text:
    return say(
        "Nilai penilai 0 sampai {maximum}; paling sedikit {least} laporan atau lembar"
        " yang dinilai",
        "Assessors' marks from 0 to {maximum}; at least {least} reports or sheets"
        " marked",
        maximum=measure.maximum,
        least=measure.least,
    )


def _series(
    measure: verb.Average | verb.Median | verb.Percentile, rubric: Rubric
) -> Text:
    match measure:
        case verb.Average():
            name = Text("Rata-rata", "Mean of")
        case verb.Median():
            name = Text("Median", "Median of")
        case verb.Percentile():
            name = say("Persentil ke-{n}", "Percentile {n} of", n=measure.percent)
    return say(
        "{name} “{title}”; paling sedikit {least} laporan",
        "{name} “{title}”; at least {least} reports",
        name=name,
        title=_series_title(measure.of, rubric),
        least=measure.least,
    )


def _within(measure: verb.Within, rubric: Rubric) -> tuple[Text, ...]:
    spared = _spared(measure, rubric)
    if not measure.limits:
        return (_within_one(measure, rubric), *spared)
    heading = say(
        "Persentase laporan dalam batas waktu. Yang diukur: “{title}”. Batasnya:",
        "Percentage of reports within the limit. Measured: “{title}”. The limits:",
        title=_series_title(measure.of, rubric),
    )
    otherwise = say(
        "  lainnya: {n} hari kerja", "  others: {n} working days", n=measure.otherwise
    )
    return (
        heading,
        *(_limit(each, rubric) for each in measure.limits),
        otherwise,
        *spared,
    )


def _spared(measure: verb.Within, rubric: Rubric) -> tuple[Text, ...]:
    if not measure.spare:
        return ()
    known = rubric.tickets.statuses if rubric.tickets else ()
    title = {each.id: each.title.text for each in known}
    told = say(
        "  tanpa tanggal di log tidak terlambat: {titles}",
        "  without a date in the log, not late: {titles}",
        titles=tuple(title[each] for each in measure.spare),
    )
    return (told,)


def _within_one(measure: verb.Within, rubric: Rubric) -> Text:
    return say(
        "Persentase laporan dalam {n} hari kerja. Yang diukur: “{title}”",
        "Percentage of reports within {n} working days. Measured: “{title}”",
        n=measure.otherwise,
        title=_series_title(measure.of, rubric),
    )


def _limit(limit: verb.Limit, rubric: Rubric) -> Text:
    classes = rubric.tickets.classifications if rubric.tickets else ()
    title = next(each.title.text for each in classes if each.id == limit.classification)
    since = say(" sejak {day}", " from {day} on", day=limit.since)
    return say(
        "  {title}: {n} hari kerja{since}",
        "  {title}: {n} working days{since}",
        title=title,
        n=limit.days,
        since=since if limit.since else Text("", ""),
    )


def _series_title(series: str, rubric: Rubric) -> Text:
    every = rubric.tickets.series if rubric.tickets else ()
    return next(each.title.text for each in every if each.id == series)


def _field_title(field: str, fields: tuple[FormField, ...]) -> Text:
    return next(each.title.text for each in fields if each.id == field)
