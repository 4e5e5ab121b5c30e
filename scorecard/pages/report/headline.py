"""The few figures that stand above everything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from scorecard.model import Outcome
from scorecard.pages.report.view import View
from scorecard.pages.report.words import WORDS
from scorecard.rubric.evidence import Quantity
from scorecard.wording import say


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, what it counts, and what is to be known beside it."""

    value: str
    title: str
    beside: str


def headline(view: View) -> tuple[Figure, ...]:
    """Give the figures of the season: who came, what was judged, what came out."""
    return tuple(_figures(view))


def lead(view: View) -> str:
    """Say the season in one sentence."""
    outcomes = Counter(each.outcome for each in view.season.scorecards)
    won = sum(each.status == "won" for each in view.season.awards)
    words = say(
        "{scored} dari {all} peserta dinilai; {won} penghargaan diberikan.",
        "{scored} of {all} participants were scored; {won} awards are given.",
        scored=outcomes["scored"] + outcomes["interval"],
        all=len(view.season.scorecards),
        won=won,
    )
    return view.say(words)


def _figures(view: View) -> Iterator[Figure]:
    outcomes = Counter(each.outcome for each in view.season.scorecards)
    yield _participants(view, outcomes)
    yield from _tickets(view)
    yield from _totals(view)
    yield _awards(view)


def _participants(view: View, outcomes: Counter[Outcome]) -> Figure:
    everyone = len(view.season.scorecards)
    absent = outcomes["not_submitted"]
    beside = say("{n} tidak menyerahkan", "{n} not submitted", n=absent)
    sent = view.tidy(everyone - absent)
    title = say("dari {n} peserta menyerahkan", "of {n} participants sent", n=everyone)
    return Figure(sent, view.say(title), view.say(beside))


def _tickets(view: View) -> Iterator[Figure]:
    """Add up the quantity that counts every ticket, if the rubric has one."""
    counted = next(filter(_is_everything, view.rubric.quantities), None)
    if counted is None:
        return
    values = [each.quantity(counted.id) for each in view.season.scorecards]
    known = [value for value in values if value is not None]
    beside = say("dari {n} peserta", "from {n} participants", n=len(known))
    title = _asked_as(counted, view).lower()
    yield Figure(view.tidy(sum(known, Fraction(0))), title, view.say(beside))


def _totals(view: View) -> Iterator[Figure]:
    """Give mean and median of the settled totals, which alone are one figure."""
    settled = [
        each.total.low
        for each in view.season.scorecards
        if each.total and each.outcome == "scored"
    ]
    if not settled:
        return
    beside = say("dari {n} nilai yang tetap", "of {n} settled totals", n=len(settled))
    mean = sum(settled, Fraction(0)) / len(settled)
    yield Figure(view.figure(mean), view.say(WORDS["mean"]), view.say(beside))
    middle = view.figure(median(settled))
    yield Figure(middle, view.say(WORDS["median"]), view.say(beside))


def _awards(view: View) -> Figure:
    states = Counter(each.status for each in view.season.awards)
    beside = say(
        "{open} belum dapat ditetapkan",
        "{open} cannot be decided yet",
        open=states["open"],
    )
    title = view.say(WORDS["awards_given"])
    return Figure(view.tidy(states["won"]), title, view.say(beside))


def _asked_as(quantity: Quantity, view: View) -> str:
    """Name a quantity as the form asks for it, which says more than its own name."""
    asked = (each for each in view.rubric.form.recap if each.id == quantity.figure)
    found = next(asked, None)
    return view.say(found.title.text if found else quantity.title.text)


def _is_everything(quantity: Quantity) -> bool:
    found = quantity.tickets
    narrowed = found and (found.status or found.classification or found.unknown_status)
    return found is not None and not narrowed
