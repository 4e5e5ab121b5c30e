"""Repairs of shares: tickets to move, else figures of the recap to raise or fill."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from scorecard.advice.changes import Fill
from scorecard.advice.places import place_of
from scorecard.advice.repairs import Repair
from scorecard.advice.search import steps
from scorecard.advice.sent import Sent
from scorecard.advice.tickets import ticket_repairs
from scorecard.methods.measured import number_in
from scorecard.methods.quantities import quantity_evidence
from scorecard.model import Hold, Submission
from scorecard.rubric.evidence import Quantity
from scorecard.rubric.methods import Share
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.wording import joined, say


@dataclass(frozen=True, slots=True)
class _Ratio:
    """A share of one participant, and which way it is better."""

    indicator: Indicator
    measure: Share
    sent: Sent
    rising: bool

    @property
    def submission(self) -> Submission:
        return self.sent.submission

    @property
    def rubric(self) -> Rubric:
        return self.sent.rubric

    def known(self, quantity: Quantity) -> Fraction | None:
        """Give a quantity's number if it can be used."""
        evidence = quantity_evidence(quantity, self.submission)
        value = number_in(evidence) if evidence is not None else None
        return value if value is not None and value >= 0 else None

    def quantities(self, ids: tuple[str, ...]) -> tuple[Quantity, ...]:
        """Find quantities by id."""
        return tuple(self.rubric.quantity(each) for each in ids)

    def sum(self, ids: tuple[str, ...]) -> Fraction:
        """Add up what is known."""
        known = (self.known(each) for each in self.quantities(ids))
        return sum((each for each in known if each is not None), Fraction(0))

    @property
    def denominator(self) -> Fraction:
        return self.sum(self.measure.over) - self.sum(self.measure.less)


def share_repairs(
    indicator: Indicator,
    measure: Share,
    sent: Sent,
    *,
    rising: bool,
) -> Iterator[Repair]:
    """List the ways to a better share: blanks first, then tickets, then figures."""
    ratio = _Ratio(indicator, measure, sent, rising)
    used = ratio.quantities((*measure.of, *measure.over))
    blank = tuple(each for each in dict.fromkeys(used) if ratio.known(each) is None)
    if blank:
        yield from _filled(ratio, blank)
        return
    moves = tuple(ticket_repairs(indicator, measure, sent, rising=rising))
    yield from moves or _figures(ratio)


def _filled(ratio: _Ratio, blank: tuple[Quantity, ...]) -> Iterator[Repair]:
    """Fill blanks with what would be best: the gain is at most that."""
    if any(_is_counted(each, ratio) for each in blank):
        return
    best = {each.id: _best(each, blank, ratio) for each in blank}
    yield _repair(ratio, best, "at_most")


def _is_counted(quantity: Quantity, ratio: _Ratio) -> bool:
    """The number comes from the export, so that no cell of the form mends it."""
    counted = bool(ratio.submission.counts) and quantity.tickets is not None
    return counted or quantity.figure is None


def _best(quantity: Quantity, blank: tuple[Quantity, ...], ratio: _Ratio) -> Fraction:
    measure = ratio.measure
    within_of = quantity.id in measure.of
    if not ratio.rising:
        return Fraction(0) if within_of else ratio.sum(measure.of) + 1
    if within_of and quantity is blank[0]:
        return _most(quantity, ratio)
    others = any(ratio.known(each) or each in blank for each in _of(ratio))
    if within_of or (others and set(measure.of) <= set(measure.over)):
        return Fraction(0)
    tops = [_most(each, ratio) for each in _of(ratio) if each is blank[0]]
    return max(ratio.sum(measure.of) + sum(tops, Fraction(0)), Fraction(1))


def _of(ratio: _Ratio) -> tuple[Quantity, ...]:
    return ratio.quantities(ratio.measure.of)


def _most(quantity: Quantity, ratio: _Ratio) -> Fraction:
    """Give the greatest number that does not contradict the others."""
    if quantity.id not in ratio.measure.over and ratio.denominator > 0:
        return max(ratio.denominator - ratio.sum(ratio.measure.of), Fraction(0))
    wider = [
        number
        for each in ratio.rubric.quantities
        if _contains(each, quantity) and (number := ratio.known(each)) is not None
    ]
    return min(wider, default=Fraction(1))


def _contains(wide: Quantity, narrow: Quantity) -> bool:
    if wide.tickets is None or narrow.tickets is None or not narrow.tickets.status:
        return False
    statuses = frozenset(wide.tickets.status)
    return not statuses or frozenset(narrow.tickets.status) < statuses


def _figures(ratio: _Ratio) -> Iterator[Repair]:
    """Raise the numerator's first figure where tickets by status are not known."""
    quantity = _of(ratio)[0]
    now = ratio.known(quantity)
    if now is None or _is_counted(quantity, ratio):
        return
    if not ratio.rising:
        yield _repair(ratio, {quantity.id: Fraction(0)}, "none")
        return
    most = int(ratio.denominator - ratio.sum(ratio.measure.of))
    if quantity.id in ratio.measure.over or most < 1:
        return

    def changes(number: int) -> tuple[Fill, ...]:
        return _fills(ratio, {quantity.id: now + number})

    for number in steps(ratio.sent, most, changes):
        yield _repair(ratio, {quantity.id: now + number}, "none")


def _fills(ratio: _Ratio, numbers: dict[str, Fraction]) -> tuple[Fill, ...]:
    figures = (
        (ratio.rubric.quantity(key).figure or "", value)
        for key, value in numbers.items()
    )
    return tuple(
        Fill(key, value, place_of(key, ratio.submission, ratio.rubric))
        for key, value in figures
    )


def _repair(ratio: _Ratio, numbers: dict[str, Fraction], hold: Hold) -> Repair:
    titles = {field.id: field.title.text for field in ratio.rubric.form.recap}
    fills = _fills(ratio, numbers)
    parts = tuple(
        say("{t}: {v}", "{t}: {v}", t=titles[fill.key], v=fill.value) for fill in fills
    )
    title = joined(parts, "; ")
    if hold == "at_most":
        title = say(
            "Isi yang kosong; paling baik {parts}",
            "Fill in the blanks; at best {parts}",
            parts=title,
        )
    values = "+".join(f"{key}={value}" for key, value in numbers.items())
    return Repair(
        id=f"{ratio.indicator.id}.{values}",
        indicator=ratio.indicator.id,
        kind="figure",
        title=title,
        changes=fills,
        hold=hold,
    )
