"""How a band is shown: a word, steps of a stair, a letter, and only then its colour.

Who tells no colours apart still sees how many steps are filled, and the letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from scorecard.model import BandReached
from scorecard.pages.report.view import View
from scorecard.rubric.nouns import Band, Rubric

_INKS = ("#10151f", "#ffffff")


@dataclass(frozen=True, slots=True)
class BandLook:
    """A band in a list, best first; `step` counts from the worst, which is 1."""

    id: str
    title: str
    letter: str
    step: int
    steps: int
    start: str
    end: str


def band_looks(view: View) -> tuple[BandLook, ...]:
    """Give every band, best first."""
    ranges = view.rubric.bands.ranges
    letters = _letters(tuple(view.say(each.title.text) for each in ranges))
    return tuple(
        BandLook(
            each.id,
            view.say(each.title.text),
            letters[number],
            len(ranges) - number,
            len(ranges),
            view.figure(each.from_),
            view.figure(each.to),
        )
        for number, each in enumerate(ranges)
    )


def band_chip(band: BandReached | None, view: View) -> Markup:
    """Show a band by steps and word; both ends while it is not settled."""
    if band is None:
        return Markup('<span class="none">–</span>')
    ends = dict.fromkeys((band.low, band.high))
    icons = Markup("").join(band_icon(each) for each in ends)
    return Markup('<span class="band">{}<span>{}</span></span>').format(
        icons, view.say(band.title)
    )


def band_icon(band_id: str) -> Markup:
    """Show a band's steps, as drawn once for the page by `band_symbols`."""
    return Markup(
        '<svg class="steps" width="18" height="12" aria-hidden="true">'
        '<use href="#band-{}"/></svg>'
    ).format(band_id)


def band_symbols(rubric: Rubric) -> Markup:
    """Draw each band's stair once; a filled step is in the band's colour."""
    ranges = rubric.bands.ranges
    drawn = (
        Markup('<symbol id="band-{}" viewBox="0 0 18 12">{}</symbol>').format(
            each.id, _stair(len(ranges) - number, len(ranges), each.id)
        )
        for number, each in enumerate(ranges)
    )
    return Markup('<svg class="symbols" aria-hidden="true">{}</svg>').format(
        Markup("").join(drawn)
    )


def band_rules(rubric: Rubric) -> str:
    """Give the rules of the bands' colours, each with an ink that is read on it."""
    return "".join(_rules(rubric.bands.ranges))


def _rules(ranges: tuple[Band, ...]) -> Iterator[str]:
    for each in ranges:
        ink = max(_INKS, key=lambda ink: _contrast(ink, each.colour))
        yield (
            f".fill-{each.id}{{fill:{each.colour}}}"
            f".on-{each.id}{{background:{each.colour};color:{ink}}}\n"
        )


def _stair(filled: int, steps: int, band_id: str) -> Markup:
    width = 18 / steps
    return Markup("").join(
        Markup(
            '<rect class="{}" x="{:g}" y="{:g}" width="{:g}" height="{:g}"/>'
        ).format(
            f"fill-{band_id}" if number < filled else "unfilled",
            round(number * width + 0.5, 2),
            round(12 - 12 * (number + 1) / steps, 2),
            round(width - 1, 2),
            round(12 * (number + 1) / steps, 2),
        )
        for number in range(steps)
    )


def _letters(titles: tuple[str, ...]) -> tuple[str, ...]:
    """Give each title its initials, made longer until no two are alike."""
    found: list[str] = []
    for title in titles:
        words = title.split()
        initials = "".join(word[0] for word in words).upper()
        options = (initials, *(title[:length] for length in range(2, len(title) + 1)))
        found.append(next((o for o in options if o not in found), title))
    return tuple(found)


def _contrast(one: str, other: str) -> float:
    """Give the contrast ratio of WCAG 2.2 (1.4.3)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
        for each in channels
    )
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
