"""Find signals: what is unusual in one submission, for a human eye alone.

A signal is no Problem and never moves a score: there may be a good reason for it. Each
states its figures, the rubric's threshold and where it stands. What cannot be computed
is silent.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from statistics import median

from scorecard.errors import Location
from scorecard.evidence.signal_words import (
    class_title,
    named,
    status_title,
    threshold,
)
from scorecard.evidence.ticket_summary import Month, Part, TicketSummary
from scorecard.model import Evidence, Signal
from scorecard.rubric.evidence import Quantity
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.signals import (
    Burst,
    Copied,
    Hasty,
    Proportion,
    Shift,
    Unclassified,
)
from scorecard.rubric.signals import Signal as Rule
from scorecard.wording import Places, Spoken, Text, joined, say

_FEWEST_MONTHS = 4
"""A month is compared with at least three others, or with none."""


@dataclass(frozen=True, slots=True)
class Observed:
    """One submission as signals see it: its tickets summed up, its figures."""

    participant: str
    summary: TicketSummary | None = None
    answers: Mapping[str, Evidence] = field(default_factory=dict)
    counts: Mapping[str, Evidence] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Raised:
    """A rule's figures, and where they stand."""

    figures: Text
    location: Location


@dataclass(frozen=True, slots=True)
class _Share:
    """So many of so many; `above` compares in per cent."""

    count: Fraction | int
    whole: Fraction | int

    def above(self, percent: Fraction, least: int) -> bool:
        return self.whole >= least and 100 * self.count > percent * self.whole

    def words(self) -> Mapping[str, Spoken]:
        share = Places(Fraction(100 * self.count, self.whole or 1), 1)
        return {"n": self.count, "of": self.whole, "share": share}


def find_signals(observed: Observed, rubric: Rubric) -> tuple[Signal, ...]:
    """Apply every signal of the rubric, in its order."""
    return tuple(
        Signal(
            id=rule.id,
            participant=observed.participant,
            title=rule.title.text,
            figures=raised.figures,
            threshold=threshold(rule),
            location=raised.location,
        )
        for rule in rubric.signals
        for raised in _raised(rule, observed, rubric)
    )


def _raised(rule: Rule, observed: Observed, rubric: Rubric) -> Iterator[_Raised]:
    summary = observed.summary
    if isinstance(rule, Proportion):
        yield from _proportion(rule, observed, rubric)
    elif isinstance(rule, Shift):
        yield from _shifts(rule, observed, rubric)
    elif summary is not None:
        match rule:
            case Burst():
                yield from _bursts(rule, summary)
            case Unclassified():
                yield from _unclassified(rule, summary, rubric)
            case Copied():
                yield from _copied(rule, summary)
            case Hasty():
                yield from _hasty(rule, summary)


def _bursts(rule: Burst, summary: TicketSummary) -> Iterator[_Raised]:
    counts = {month: _count(summary, month) for month in _span(summary)}
    if len(counts) < _FEWEST_MONTHS:
        return
    for month, count in counts.items():
        others = {each: n for each, n in counts.items() if each != month}
        middle = Fraction(median(map(Fraction, others.values())))
        if count < rule.least or count <= rule.times * middle:
            continue
        following = max(others, key=lambda each: (others[each], each))
        figures = say(
            "{n} laporan masuk pada {month}; median bulan lain {median}, terbanyak "
            "berikutnya {next} ({following}).",
            "{n} tickets came in in {month}; the median of the other months is "
            "{median}, the next highest {next} ({following}).",
            n=count,
            month=named(month),
            median=middle,
            next=others[following],
            following=named(following),
        )
        place = summary.columns["received"].cells(summary.months[month])
        yield _Raised(figures, place)


def _unclassified(
    rule: Unclassified, summary: TicketSummary, rubric: Rubric
) -> Iterator[_Raised]:
    column, part = summary.columns.get("classification"), summary.classes.get("")
    if column is None or part is None:
        return
    share = _Share(part.count, summary.tickets)
    if not share.above(rule.more_than, rule.least):
        return
    status, count = max(summary.statuses.items(), key=lambda each: (each[1], each[0]))
    figures = say(
        "{n} dari {of} laporan ({share} %) tanpa klasifikasi; terbanyak berstatus "
        "“{status}” ({count}).",
        "{n} of {of} tickets ({share} %) have no classification; most of them with "
        "the status “{status}” ({count}).",
        **share.words(),
        status=status_title(status, rubric),
        count=count,
    )
    yield _Raised(figures, column.cells(part))


def _proportion(
    rule: Proportion, observed: Observed, rubric: Rubric
) -> Iterator[_Raised]:
    over = [_quantity(rubric.quantity(name), observed) for name in rule.over]
    of = [_quantity(rubric.quantity(name), observed) for name in rule.of]
    sums = [_sum(each) for each in (of, over)]
    if sums[0] is None or sums[1] is None:
        return
    share = _Share(sums[0], sums[1])
    if share.above(rule.more_than, rule.least):
        figures = say(
            "{n} {what} dari {of} ({share} %).",
            "{n} {what} of {of} ({share} %).",
            **share.words(),
            what=joined(tuple(rubric.quantity(each).title.text for each in rule.of)),
        )
        place = next(each.location for each in of if each is not None)
        yield _Raised(figures, place)


def _shifts(rule: Shift, observed: Observed, rubric: Rubric) -> Iterator[_Raised]:
    summary = observed.summary
    column = summary.columns.get("classification") if summary else None
    if summary is None or column is None:
        return
    years = {
        year: _Share(classes.get(rule.classification, 0), sum(classes.values()))
        for year, classes in summary.years.items()
    }
    years |= _year_before(rule, observed, rubric)
    part = summary.classes.get(rule.classification)
    rows = list(summary.classes.values())
    place = column.cells(part or rows[0]) if rows else Location(column.file)
    for year, share in sorted(years.items()):
        earlier = years.get(year - 1)
        if earlier is not None and _moved(rule, earlier, share):
            yield _Raised(_shift_words(rule, (year, earlier, share), rubric), place)


def _year_before(rule: Shift, observed: Observed, rubric: Rubric) -> dict[int, _Share]:
    """Give last year's figures as the form states them, if it does."""
    if rule.before is None:
        return {}
    figures = (observed.answers.get(key) for key in (rule.before.of, rule.before.over))
    count, whole = (each.value if each else None for each in figures)
    if not isinstance(count, Fraction) or not isinstance(whole, Fraction):
        return {}
    return {rubric.period.start.year - 1: _Share(count, whole)}


def _moved(rule: Shift, earlier: _Share, later: _Share) -> bool:
    if min(earlier.whole, later.whole) < rule.least:
        return False
    shares = [Fraction(100 * each.count, each.whole) for each in (earlier, later)]
    return abs(shares[1] - shares[0]) > rule.points


def _shift_words(
    rule: Shift, shares: tuple[int, _Share, _Share], rubric: Rubric
) -> Text:
    year, earlier, later = shares
    before = {f"{name}_before": value for name, value in earlier.words().items()}
    return say(
        "“{one}”: {n_before} dari {of_before} laporan ({share_before} %) pada "
        "{last}, {n} dari {of} ({share} %) pada {year}.",
        "“{one}”: {n_before} of {of_before} tickets ({share_before} %) in {last}, {n} "
        "of {of} ({share} %) in {year}.",
        **before,
        **later.words(),
        one=class_title(rule.classification, rubric),
        last=str(year - 1),
        year=str(year),
    )


def _copied(rule: Copied, summary: TicketSummary) -> Iterator[_Raised]:
    part, column = summary.copies, summary.columns.get("answer")
    if part is None or column is None or part.count < rule.least:
        return
    share = _Share(part.count, summary.answered)
    if share.above(rule.more_than, 1):
        figures = say(
            "Satu jawaban yang sama persis dipakai pada {n} dari {of} laporan yang "
            "dijawab ({share} %).",
            "One and the same answer stands under {n} of the {of} tickets that were "
            "answered ({share} %).",
            **share.words(),
        )
        yield _Raised(figures, column.cells(part))


def _hasty(rule: Hasty, summary: TicketSummary) -> Iterator[_Raised]:
    rows = [row for row, minutes in summary.minutes if minutes <= rule.minutes]
    column = summary.columns.get("closed")
    share = _Share(len(rows), len(summary.minutes))
    if column is None or not rows or not share.above(rule.more_than, rule.least):
        return
    figures = say(
        "{n} dari {of} penyelesaian ({share} %) terjadi dalam {minutes} menit sejak "
        "laporan masuk.",
        "{n} of {of} closures ({share} %) came within {minutes} minutes of receipt.",
        **share.words(),
        minutes=rule.minutes,
    )
    yield _Raised(figures, column.cells(Part(len(rows), min(rows), max(rows))))


def _span(summary: TicketSummary) -> Iterator[Month]:
    """Give every month from the first ticket to the last, empty ones too."""
    if not summary.months or "received" not in summary.columns:
        return
    (year, month), last = min(summary.months), max(summary.months)
    while (year, month) <= last:
        yield year, month
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _count(summary: TicketSummary, month: Month) -> int:
    part = summary.months.get(month)
    return part.count if part else 0


def _quantity(quantity: Quantity, observed: Observed) -> Evidence | None:
    """Take a quantity as measures do: from the export, else from the recap."""
    if observed.counts and quantity.tickets is not None:
        return observed.counts.get(quantity.id)
    return observed.answers.get(quantity.figure or "")


def _sum(evidence: list[Evidence | None]) -> Fraction | None:
    """Add up figures; one that is blank or unreadable leaves the sum unknown."""
    values = [each.value if each else None for each in evidence]
    numbers = [value for value in values if isinstance(value, Fraction)]
    return sum(numbers, Fraction(0)) if len(numbers) == len(values) else None
