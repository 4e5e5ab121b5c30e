"""Who rose and fell most, and how each category stands before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from statistics import median

from scorecard.comparison.figures import change_between, shown_as
from scorecard.model import CategoryChange, Development, Figure, Mover
from scorecard.rubric.nouns import Category, Rubric
from scorecard.wording import Text


def movers(found: Sequence[Development], rubric: Rubric) -> tuple[Mover, ...]:
    """Place the comparable ones of each category by the exact change of their total."""
    return tuple(
        mover
        for category in rubric.categories
        for mover in _placed(_of(category, found), category)
    )


def category_changes(
    found: Sequence[Development], rubric: Rubric
) -> tuple[CategoryChange, ...]:
    """Sum up each category that anybody is in; those who left count before."""
    return tuple(
        _summed(mine, category, rubric)
        for category in rubric.categories
        if (mine := _of(category, found))
    )


def _of(category: Category, found: Iterable[Development]) -> list[Development]:
    return [each for each in found if each.participant.category == category.id]


def _placed(mine: Iterable[Development], category: Category) -> Iterator[Mover]:
    changed = [(each.total.settled, each) for each in mine]
    keyed = [(change, each) for change, each in changed if change is not None]
    keyed.sort(key=lambda pair: (-pair[0], pair[1].participant.code))
    place = 1
    for change, group in groupby(keyed, key=lambda pair: pair[0]):
        level = [each for _, each in group]
        for each in level:
            who, shown = each.participant, each.total.shown
            shared = len(level) > 1
            yield Mover(
                category.id, place, who.code, who.full_name, change, shown, shared
            )
        place += len(level)


def _summed(
    mine: list[Development], category: Category, rubric: Rubric
) -> CategoryChange:
    before = [v for each in mine if (v := each.total.before.settled) is not None]
    after = [v for each in mine if (v := each.total.after.settled) is not None]
    changes = [v for each in mine if (v := each.total.settled) is not None]
    why = None if len(before) == len(after) == len(changes) else _OTHERS
    middles = _figure(_middle(before), rubric), _figure(_middle(after), rubric)
    means = _figure(_mean(before), rubric), _figure(_mean(after), rubric)
    return CategoryChange(
        category=category.id,
        title=category.title.text,
        counted_before=len(before),
        counted_after=len(after),
        mean=change_between(*means, rubric, why),
        median=change_between(*middles, rubric, why),
        rose=sum(change > 0 for change in changes),
        fell=sum(change < 0 for change in changes),
        same=sum(change == 0 for change in changes),
    )


_OTHERS = Text(
    "Bukan peserta yang sama, atau nilainya tidak dapat dibandingkan.",
    "Not the same participants, or totals that are not comparable.",
)


def _mean(values: list[Fraction]) -> Fraction | None:
    return sum(values, Fraction()) / len(values) if values else None


def _middle(values: list[Fraction]) -> Fraction | None:
    return median(values) if values else None


def _figure(value: Fraction | None, rubric: Rubric) -> Figure:
    if value is None:
        return Figure("absent")
    return Figure("scored", value, value, shown_as(value, rubric))
