"""Two seasons as lines from a total before to the total now, names beside both ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from scorecard.model import Development
from scorecard.pages.report import svg
from scorecard.pages.report.view import LONG, View

_LEFT, _RIGHT = 34, 66
_TOP, _HEIGHT = 18, 360
_LEADING = 17
_NAMED_OF_MANY = 5


@dataclass(frozen=True, slots=True)
class _End:
    """A name beside one end of a line, and how far down it would stand by itself."""

    words: str
    down: int


def slope(changed: Sequence[Development], view: View, *, title: str) -> Markup:
    """Draw who has a settled total in both seasons; of many only the ends are named."""
    named = _named(changed)
    down = {id(each): _downs(each, view) for each in changed}
    parts = (
        svg.line((_LEFT, _LEFT), (_TOP, _TOP + _HEIGHT), "axis"),
        svg.line((_RIGHT, _RIGHT), (_TOP, _TOP + _HEIGHT), "axis"),
        *(_line(each, down[id(each)]) for each in changed),
        *_names(_ends(named, view, before=True), before=True),
        *_names(_ends(named, view, before=False), before=False),
    )
    return svg.drawing(parts, _TOP + _HEIGHT + 12, title=title)


def is_drawn(each: Development) -> bool:
    """Both totals are settled, so that there is one line."""
    return (
        each.total.before.settled is not None and each.total.after.settled is not None
    )


def _named(changed: Sequence[Development]) -> list[Development]:
    """Name everybody; of many those who rose and who fell most."""
    if len(changed) <= LONG // 2:
        return list(changed)
    by_change = sorted(changed, key=lambda each: each.total.settled or Fraction(0))
    return [*by_change[:_NAMED_OF_MANY], *by_change[-_NAMED_OF_MANY:]]


def _line(each: Development, down: tuple[int, int]) -> Markup:
    rose = each.total.settled or 0
    look = "rose" if rose > 0 else "fell" if rose < 0 else "stayed"
    drawn = (
        svg.line((_LEFT, _RIGHT), down, f"slope {look}"),
        svg.dot(_LEFT, down[0], f"slope-dot {look}", 3),
        svg.dot(_RIGHT, down[1], f"slope-dot {look}", 3),
    )
    return Markup("").join(drawn)


def _ends(
    changed: Sequence[Development], view: View, *, before: bool
) -> Iterator[_End]:
    for each in changed:
        figure = each.total.before if before else each.total.after
        own, shown = each.participant.name, view.published(figure.shown)
        name = (each.before_name or own) if before else own
        words = f"{name}  {shown}" if before else f"{shown}  {name}"
        yield _End(words, _downs(each, view)[0 if before else 1])


def _names(ends: Iterator[_End], *, before: bool) -> Iterator[Markup]:
    across, look = (_LEFT - 1, "end") if before else (_RIGHT + 1, "start")
    for each in _apart(sorted(ends, key=lambda end: (end.down, end.words))):
        yield svg.label(each.words, across, each.down + 4, f"slope-name {look}")


def _apart(ends: Sequence[_End]) -> list[_End]:
    """Push names down until none stands on another, then up where the foot is passed."""
    placed: list[_End] = []
    for each in ends:
        least = placed[-1].down + _LEADING if placed else each.down
        placed.append(_End(each.words, max(each.down, least)))
    floor = _TOP + _HEIGHT
    for number in range(len(placed) - 1, -1, -1):
        down = min(placed[number].down, floor)
        placed[number] = _End(placed[number].words, down)
        floor = down - _LEADING
    return placed


def _downs(each: Development, view: View) -> tuple[int, int]:
    """Give how far down both ends are: the top of the scale at the top."""
    ends = (each.total.before.settled, each.total.after.settled)
    parts = (view.part(end or Fraction(0)) for end in ends)
    before, after = (_TOP + round(_HEIGHT * (100 - part) / 100) for part in parts)
    return before, after
