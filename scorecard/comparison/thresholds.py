"""The monitoring table: how many stand above and below the rubric's thresholds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest

from scorecard.model import Development, Figure, ThresholdClass, ThresholdTable
from scorecard.number import published
from scorecard.rubric.comparison import Comparison
from scorecard.rubric.nouns import Category, Rubric
from scorecard.wording import Text, say

UNKNOWN = "unknown"
_UNKNOWN = Text("belum diketahui", "not known")
_MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class ValueClass:
    """A class of values, by the limits that it states; None is no limit."""

    id: str
    title: Text
    above: Fraction | None = None
    most: Fraction | None = None
    least: Fraction | None = None
    below: Fraction | None = None

    def holds(self, value: Fraction) -> bool:
        """Tell whether a value belongs to it; `above` and `below` are strict."""
        return (
            (self.above is None or value > self.above)
            and (self.most is None or value <= self.most)
            and (self.least is None or value >= self.least)
            and (self.below is None or value < self.below)
        )


def threshold_tables(
    found: Sequence[Development], rubric: Rubric, definition: Text
) -> tuple[ThresholdTable, ...]:
    """Count each category by the rubric's thresholds; nothing where it has none."""
    stated = rubric.comparison
    if stated is None:
        return ()
    return tuple(
        ThresholdTable(
            category=category.id,
            category_title=category.title.text,
            indicator=stated.indicator,
            title=rubric.node(stated.indicator).title.text,
            definition=definition,
            classes=tuple(_classes(mine, stated)),
        )
        for category in rubric.categories
        if (mine := _of(category, found))
    )


def value_classes(stated: Comparison) -> tuple[ValueClass, ...]:
    """Give the classes from best to worst; each value is in exactly one.

    Strictly above and strictly below, as such counts are published: 90 per cent is not
    above 90.
    """
    return (*_above(stated), *_between(stated), *_below(stated))


def _of(category: Category, found: Sequence[Development]) -> list[Development]:
    return [each for each in found if each.participant.category == category.id]


def _classes(
    mine: Sequence[Development], stated: Comparison
) -> Iterator[ThresholdClass]:
    before, after = (_values(mine, stated.indicator, now=now) for now in (False, True))
    for each in value_classes(stated):
        ends = (_held(each, values) for values in (before, after))
        yield ThresholdClass(each.id, each.title, *ends)
    unknown = (
        tuple(c for c, v in values.items() if v is None) for values in (before, after)
    )
    yield ThresholdClass(UNKNOWN, _UNKNOWN, *unknown)


def _held(one: ValueClass, values: dict[str, Fraction | None]) -> tuple[str, ...]:
    return tuple(
        code for code, value in values.items() if value is not None and one.holds(value)
    )


def _values(
    mine: Sequence[Development], indicator: str, *, now: bool
) -> dict[str, Fraction | None]:
    """Give the settled value of everybody who took part in a season."""
    values: dict[str, Fraction | None] = {}
    for each in mine:
        if each.presence != ("left" if now else "entered"):
            figure = _figure(each, indicator, now=now)
            values[each.participant.code] = figure.settled if figure else None
    return values


def _figure(each: Development, indicator: str, *, now: bool) -> Figure | None:
    change = each.indicator(indicator)
    if change is None:
        return None
    return change.value.after if now else change.value.before


def _above(stated: Comparison) -> Iterator[ValueClass]:
    higher: Fraction | None = None
    for limit in stated.above:
        title = say("di atas {limit}", "above {limit}", limit=limit)
        if higher is not None:
            ends = {"limit": limit, "higher": higher}
            words = ("di atas {limit} sampai {higher}", "above {limit}, up to {higher}")
            title = say(*words, **ends)
        yield ValueClass(f"above-{_written(limit)}", title, above=limit, most=higher)
        higher = limit


def _between(stated: Comparison) -> Iterator[ValueClass]:
    most = stated.above[-1] if stated.above else None
    least = stated.below[0] if stated.below else None
    title = say("{least} sampai {most}", "{least} to {most}", least=least, most=most)
    if least is None:
        title = say("{most} atau kurang", "{most} or less", most=most)
    elif most is None:
        title = say("{least} atau lebih", "{least} or more", least=least)
    yield ValueClass("between", title, most=most, least=least)


def _below(stated: Comparison) -> Iterator[ValueClass]:
    for limit, lower in zip_longest(stated.below, stated.below[1:]):
        title = say("di bawah {limit}", "below {limit}", limit=limit)
        if lower is not None:
            ends = {"limit": limit, "lower": lower}
            words = ("{lower} sampai di bawah {limit}", "{lower} to below {limit}")
            title = say(*words, **ends)
        yield ValueClass(f"below-{_written(limit)}", title, least=lower, below=limit)


def _written(limit: Fraction) -> str:
    text = published(limit, _MOST_DIGITS)
    return text.rstrip("0").rstrip(".")
