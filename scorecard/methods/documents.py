"""The measure `document`: a checklist on a submitted document."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from scorecard.methods.measured import PER_CENT, Measured, cited
from scorecard.model import Checked, Cited, Evidence, Submission
from scorecard.rubric import methods as verb
from scorecard.rubric.evidence import FormDocument
from scorecard.rubric.nouns import Period, Rubric
from scorecard.wording import Text, same, say


class _Verdict(NamedTuple):
    """A condition is met, not met, or (None) cannot be read."""

    met: bool | None
    reason: Text


def document(
    measure: verb.Document, submission: Submission, rubric: Rubric
) -> Measured:
    """Give the share of the conditions' points that is met, in per cent."""
    declared = next(d for d in rubric.form.documents if d.id == measure.document)
    evidence = _evidence(declared, submission)
    if not evidence:
        return Measured(
            "missing",
            say(
                "{title}: tidak ada yang diisi.",
                "{title}: nothing was filled in.",
                title=declared.title.text,
            ),
            conditions=_unmet(measure),
        )
    verdicts = _verdicts(measure, submission, rubric)
    return _measured(measure, verdicts, declared, evidence)


def _measured(
    measure: verb.Document,
    verdicts: tuple[_Verdict, ...],
    declared: FormDocument,
    evidence: tuple[Cited, ...],
) -> Measured:
    whole = sum((each.points for each in measure.conditions), Fraction(0))
    low = _points(measure, verdicts, (True,)) * 100 / whole
    high = _points(measure, verdicts, (True, None)) * 100 / whole
    settled = low == high
    return Measured(
        "scored" if settled else "unreadable",
        _sentence(measure, verdicts, declared.title.text),
        value=low if settled else None,
        bounds=None if settled else (low, high),
        unit=PER_CENT,
        definition=say(
            "bagian syarat {title} yang terpenuhi",
            "share of the conditions of {title} that is met",
            title=declared.title.text,
        ),
        evidence=evidence,
        conditions=_checked(measure, verdicts),
    )


def _evidence(declared: FormDocument, submission: Submission) -> tuple[Cited, ...]:
    found = (
        (field, submission.answers.get(f"{declared.id}.{field.id}"))
        for field in declared.fields
    )
    return tuple(
        cited(field.title.text, evidence)
        for field, evidence in found
        if evidence is not None
    )


def _verdicts(
    measure: verb.Document, submission: Submission, rubric: Rubric
) -> tuple[_Verdict, ...]:
    verdicts = {
        each.id: _verdict(each, measure.document, submission, rubric)
        for each in measure.conditions
    }
    first = verdicts.get(measure.requires or "")
    if first is None or first.met:
        return tuple(verdicts.values())
    title = next(c.title.text for c in measure.conditions if c.id == measure.requires)
    blocked = _Verdict(
        first.met,
        say(
            "bergantung pada syarat “{title}”",
            "depends on the condition “{title}”",
            title=title,
        ),
    )
    return tuple(
        verdict if condition == measure.requires else blocked
        for condition, verdict in verdicts.items()
    )


def _verdict(
    condition: verb.Condition, document_id: str, submission: Submission, rubric: Rubric
) -> _Verdict:
    key = f"{document_id}.{condition.field}"
    evidence = submission.answers.get(key)
    if evidence is None:
        return _Verdict(False, Text("tidak diisi", "left blank"))
    if evidence.unreadable is not None:
        return _Verdict(None, evidence.unreadable)
    match condition.test:
        case "yes":
            return _yes(evidence)
        case "filled":
            return _filled(evidence, rubric.as_of)
        case "dated_by":
            return _dated_by(evidence, condition.by or rubric.deadline)
        case "overlaps_period" | "covers_period":
            until = submission.answers.get(f"{document_id}.{condition.until}")
            return _span(condition.test, evidence, until, rubric.period)
        case "attached":
            return _attached(key, submission)


def _yes(evidence: Evidence) -> _Verdict:
    if evidence.value is True:
        return _Verdict(True, Text("Ya", "Yes"))
    return _Verdict(False, Text("dijawab Tidak", "answered No"))


def _filled(evidence: Evidence, as_of: date) -> _Verdict:
    """Take what is there; a day that has not come yet cannot be true."""
    day = evidence.value
    if isinstance(day, date) and day > as_of:
        return _Verdict(
            None,
            say(
                "{day}, sesudah hari penilaian {as_of}",
                "{day}, after the day of judgement {as_of}",
                day=day,
                as_of=as_of,
            ),
        )
    return _Verdict(True, same(evidence.shown))


def _dated_by(evidence: Evidence, by: date) -> _Verdict:
    day = evidence.value
    if not isinstance(day, date):
        return _Verdict(None, Text("bukan tanggal", "not a date"))
    if day <= by:
        return _Verdict(
            True,
            say("{day}, batasnya {by}", "{day}, the limit is {by}", day=day, by=by),
        )
    return _Verdict(
        False,
        say(
            "{day}, lewat dari batas {by}",
            "{day}, after the limit {by}",
            day=day,
            by=by,
        ),
    )


def _span(
    test: str, start: Evidence, until: Evidence | None, period: Period
) -> _Verdict:
    if until is not None and until.unreadable is not None:
        return _Verdict(None, until.unreadable)
    begins = start.value
    ends = until.value if until is not None else None
    if not isinstance(begins, date) or not isinstance(ends, date | None):
        return _Verdict(None, Text("bukan tanggal", "not a date"))
    if ends is not None and ends < begins:
        return _Verdict(None, _reversed(begins, ends))
    if test == "covers_period":
        met = begins <= period.start and ends is not None and ends >= period.end
    else:
        met = begins <= period.end and (ends is None or ends >= period.start)
    return _Verdict(
        met,
        say(
            "{begins} – {ends}, periode {start} – {end}",
            "{begins} – {ends}, period {start} – {end}",
            begins=begins,
            ends=ends or Text("sampai dicabut", "until revoked"),
            start=period.start,
            end=period.end,
        ),
    )


def _reversed(begins: date, ends: date) -> Text:
    return say(
        "berakhir {ends}, sebelum mulai {begins}",
        "ends on {ends}, before it begins on {begins}",
        begins=begins,
        ends=ends,
    )


def _attached(key: str, submission: Submission) -> _Verdict:
    attached = submission.files.get(key)
    if attached is not None and attached.found:
        return _Verdict(True, same(attached.path))
    reason = attached.reason if attached is not None else None
    return _Verdict(
        False, reason or Text("berkas tidak ditemukan", "the file was not found")
    )


def _points(
    measure: verb.Document,
    verdicts: tuple[_Verdict, ...],
    counting: tuple[bool | None, ...],
) -> Fraction:
    return sum(
        (
            condition.points
            for condition, verdict in zip(measure.conditions, verdicts, strict=True)
            if verdict.met in counting
        ),
        Fraction(0),
    )


def _checked(
    measure: verb.Document, verdicts: tuple[_Verdict, ...]
) -> tuple[Checked, ...]:
    return tuple(
        Checked(
            condition.id,
            condition.title.text,
            verdict.met is True,
            condition.points,
            verdict.reason,
            unreadable=verdict.met is None,
        )
        for condition, verdict in zip(measure.conditions, verdicts, strict=True)
    )


def _unmet(measure: verb.Document) -> tuple[Checked, ...]:
    blank = _Verdict(False, Text("tidak diisi", "left blank"))
    return _checked(measure, tuple(blank for _ in measure.conditions))


def _sentence(
    measure: verb.Document, verdicts: tuple[_Verdict, ...], title: Text
) -> Text:
    failed = tuple(
        say(
            "{title} ({why})",
            "{title} ({why})",
            title=condition.title.text,
            why=v.reason,
        )
        for condition, v in zip(measure.conditions, verdicts, strict=True)
        if v.met is not True
    )
    met, every = len(verdicts) - len(failed), len(verdicts)
    if not failed:
        return say(
            "{title}: {every} dari {every} syarat terpenuhi.",
            "{title}: {every} of {every} conditions are met.",
            title=title,
            every=every,
        )
    return say(
        "{title}: {met} dari {every} syarat terpenuhi; belum: {failed}.",
        "{title}: {met} of {every} conditions are met; not met: {failed}.",
        title=title,
        met=met,
        every=every,
        failed=failed,
    )
