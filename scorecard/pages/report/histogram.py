"""How totals are spread: a column for each twentieth of the scale, bands above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from scorecard.model import Ranking, Scorecard
from scorecard.pages.report import svg
from scorecard.pages.report.bands import BandLook, band_looks
from scorecard.pages.report.view import View, placed, ranking_title, totals
from scorecard.wording import say

_BINS = 20
_TOP, _FLOOR, _HEIGHT = 30, 150, 170
_WIDE_BAND = 9


@dataclass(frozen=True, slots=True)
class Histogram:
    """The spread of a ranking's totals; `told` is the same in words."""

    title: str
    drawn: Markup
    told: str


def histograms(view: View) -> tuple[Histogram, ...]:
    """Draw the totals of each ranking that has any, at the end that is certain."""
    return tuple(_histogram(each, view) for each in totals(view) if placed(each))


def _histogram(ranking: Ranking, view: View) -> Histogram:
    cards = [view.cards[each.participant] for each in placed(ranking)]
    title = ranking_title(ranking, view)
    told = _told(cards, view)
    parts = (*_limits(view), *_columns(cards, view), *_axis(view))
    return Histogram(title, svg.drawing(parts, _HEIGHT, title=f"{title}. {told}"), told)


def _columns(cards: list[Scorecard], view: View) -> Iterator[Markup]:
    """Stack each column by band, the worst at the foot; all columns share a height."""
    counted: Counter[tuple[int, str]] = Counter()
    for card in cards:
        if card.total and card.band:
            counted[_bin(view.part(card.total.low)), card.band.low] += 1
    heights = Counter(dict.fromkeys(range(_BINS), 0))
    for (number, _), count in counted.items():
        heights[number] += count
    room = _FLOOR - _TOP - 14
    unit = Fraction(room, max(heights.values()) or 1)
    for number in range(_BINS):
        foot = Fraction(0)
        for band in reversed(band_looks(view)):
            count = counted[number, band.id]
            if count:
                yield _block(number, (foot, foot + count), unit, band)
                foot += count
        if foot:
            yield _count(number, foot, unit, view)


def _block(
    number: int, stacked: tuple[Fraction, Fraction], unit: Fraction, band: BandLook
) -> Markup:
    left, right = _sides(number)
    gap = Fraction(1, 3)
    bottom, top = (round(_FLOOR - each * unit) for each in stacked)
    return svg.box((left + gap, right - gap), (top, bottom), f"fill-{band.id} block")


def _count(number: int, total: Fraction, unit: Fraction, view: View) -> Markup:
    left, right = _sides(number)
    down = round(_FLOOR - total * unit) - 4
    return svg.label(view.tidy(total), (left + right) / 2, down, "count middle")


def _limits(view: View) -> Iterator[Markup]:
    """Draw where each band begins, with its name or its letter where that is narrow."""
    for band, each in zip(band_looks(view), view.rubric.bands.ranges, strict=True):
        left = view.part(each.from_)
        right = min(view.part(each.to), Fraction(100))
        if left > 0:
            yield svg.line((left, left), (_TOP - 10, _FLOOR), "limit")
        words = band.title if right - left > _WIDE_BAND else band.letter
        yield svg.label(words, (left + right) / 2, 12, "limit-name middle")


def _axis(view: View) -> Iterator[Markup]:
    yield svg.line((0, 100), (_FLOOR, _FLOOR), "axis")
    for number in range(0, 101, 25):
        value = view.rubric.score.maximum * number / 100
        look = {0: "tick start", 100: "tick end"}.get(number, "tick middle")
        yield svg.label(view.tidy(value), number, _FLOOR + 15, look)


def _told(cards: list[Scorecard], view: View) -> str:
    counted = Counter(card.band.low for card in cards if card.band)
    parts = tuple(
        say("{band} {n}", "{band} {n}", band=each.title, n=counted[each.id])
        for each in band_looks(view)
    )
    return view.say(say("{parts}.", "{parts}.", parts=parts))


def _bin(part: Fraction) -> int:
    return min(int(part * _BINS / 100), _BINS - 1)


def _sides(number: int) -> tuple[Fraction, Fraction]:
    return Fraction(100 * number, _BINS), Fraction(100 * (number + 1), _BINS)
