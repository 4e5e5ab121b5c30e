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
_TOP, _HEIGHT = 12, 340
_LEADING = 17
_NAMED_OF_MANY = 5


@dataclass(frozen=True, slots=True)
class _Line:
    """A participant's totals, how far down both stand, and the words beside them."""

    change: Fraction
    downs: tuple[int, int]
    words: tuple[str, str]


@dataclass(frozen=True, slots=True)
class _End:
    """A name beside one end of a line, and how far down it stands."""

    words: str
    down: int


def is_drawn(each: Development) -> bool:
    """Both totals are settled and comparable, so that there is one line."""
    ends = (each.total.before, each.total.after, each.total)
    return all(end.settled is not None for end in ends)


def slope(changed: Sequence[Development], view: View, *, title: str) -> Markup:
    """Draw those of whom `is_drawn` holds; of many only the extremes are named."""
    lines = _lines(changed, view)
    named = _named(lines)
    parts = (
        svg.line((_LEFT, _LEFT), (0, _TOP + _HEIGHT + 8), "axis"),
        svg.line((_RIGHT, _RIGHT), (0, _TOP + _HEIGHT + 8), "axis"),
        *(_drawn(each) for each in lines),
        *_names(named, 0),
        *_names(named, 1),
    )
    return svg.drawing(parts, _TOP + _HEIGHT + 10, title=title)


def _lines(changed: Sequence[Development], view: View) -> list[_Line]:
    """Spread all totals over the height, the highest at the top."""
    ends = [(_settled(each, 0), _settled(each, 1)) for each in changed]
    most = max(end for pair in ends for end in pair)
    least = min(end for pair in ends for end in pair)
    unit = Fraction(_HEIGHT) / ((most - least) or 1)
    return [
        _Line(
            pair[1] - pair[0],
            (
                _TOP + round((most - pair[0]) * unit),
                _TOP + round((most - pair[1]) * unit),
            ),
            _words(each, view),
        )
        for each, pair in zip(changed, ends, strict=True)
    ]


def _settled(each: Development, side: int) -> Fraction:
    return (each.total.before, each.total.after)[side].settled or Fraction(0)


def _words(each: Development, view: View) -> tuple[str, str]:
    """Write name and total, the total next to the line."""
    own = each.participant.name
    before = view.published(each.total.before.shown)
    after = view.published(each.total.after.shown)
    return f"{each.before_name or own}  {before}", f"{after}  {own}"


def _named(lines: list[_Line]) -> list[_Line]:
    """Name everybody; of many those who rose and who fell most."""
    if len(lines) <= LONG // 2:
        return lines
    by_change = sorted(lines, key=lambda each: each.change)
    return [*by_change[:_NAMED_OF_MANY], *by_change[-_NAMED_OF_MANY:]]


def _drawn(each: _Line) -> Markup:
    look = "rose" if each.change > 0 else "fell" if each.change < 0 else "stayed"
    drawn = (
        svg.line((_LEFT, _RIGHT), each.downs, f"slope {look}"),
        svg.dot(_LEFT, each.downs[0], look, 3),
        svg.dot(_RIGHT, each.downs[1], look, 3),
    )
    return Markup("").join(drawn)


def _names(lines: list[_Line], side: int) -> Iterator[Markup]:
    across, look = ((_LEFT - 2, "end"), (_RIGHT + 2, "start"))[side]
    ends = (_End(each.words[side], each.downs[side]) for each in lines)
    for each in _apart(sorted(ends, key=lambda end: (end.down, end.words))):
        yield svg.label(each.words, across, each.down + 4, f"slope-name {look}")


def _apart(ends: Sequence[_End]) -> list[_End]:
    """Push names down until none stands on another, then up if the foot is passed."""
    downs: list[int] = []
    for each in ends:
        downs.append(max(each.down, downs[-1] + _LEADING) if downs else each.down)
    floor = _TOP + _HEIGHT
    for number in reversed(range(len(downs))):
        downs[number] = min(downs[number], floor)
        floor = downs[number] - _LEADING
    pairs = zip(ends, downs, strict=True)
    return [_End(each.words, down) for each, down in pairs]
