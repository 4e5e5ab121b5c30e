"""How sure the ranking is as a whole: what was varied, and what moves places most."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from scorecard.pages.report import svg
from scorecard.pages.report.view import View
from scorecard.wording import say

_HEIGHT = 10


@dataclass(frozen=True, slots=True)
class Share:
    """A cause with its figure, and a bar of its length."""

    title: str
    figure: str
    beside: str
    bar: Markup


@dataclass(frozen=True, slots=True)
class Sureness:
    """The simulation in words, what a criterion moves, and what drives the places."""

    about: str
    basis: tuple[str, ...]
    left_out: tuple[Share, ...]
    drivers: tuple[Share, ...]


def sureness(view: View) -> Sureness | None:
    """Tell the simulation; None where none was made."""
    found = view.sure
    if found is None:
        return None
    about = say(
        "{n} simulasi dengan benih {seed}; garis dari persentil {low} sampai {high}.",
        "{n} draws by the seed {seed}; lines span percentiles {low} to {high}.",
        n=found.draws,
        seed=str(found.seed),
        low=Fraction(found.lowest),
        high=Fraction(found.highest),
    )
    return Sureness(
        view.say(about),
        tuple(view.say(each) for each in found.basis),
        _left_out(view),
        _drivers(view),
    )


def _left_out(view: View) -> tuple[Share, ...]:
    changes = view.sure.left_out if view.sure else ()
    most = max((Fraction(each.mean_change) for each in changes), default=Fraction(0))
    return tuple(
        Share(
            view.say(each.title),
            view.published(each.mean_change),
            "",
            _bar(Fraction(each.mean_change) * 100 / most if most else Fraction(0)),
        )
        for each in changes
    )


def _drivers(view: View) -> tuple[Share, ...]:
    found = view.sure.drivers if view.sure else ()
    return tuple(
        Share(
            view.say(each.title),
            view.published(each.first),
            view.published(each.total or ""),
            _bar(min(100 * max(Fraction(each.first), Fraction(0)), Fraction(100))),
        )
        for each in found
        if each.first is not None
    )


def _bar(width: Fraction) -> Markup:
    parts = (
        svg.box((0, 100), (2, _HEIGHT - 2), "track"),
        svg.box((0, width), (2, _HEIGHT - 2), "measure"),
    )
    return svg.drawing(parts, _HEIGHT)
