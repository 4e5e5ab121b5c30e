"""How a season stands against the earlier one: a line for each category."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.cli.standings import Look
from scorecard.comparison.sentences import change_text, figure_text
from scorecard.model import CategoryChange, Change, Comparison, Mover
from scorecard.number import display_published
from scorecard.wording import Text, joined, say

_NAMES_SHOWN = 3


def comparison_in_short(found: Comparison, look: Look) -> Iterator[str]:
    """Give mean, how many rose and fell, and who rose most; why not, if nobody can."""
    for category in found.categories:
        words = _of(category, found)
        yield f"{category.title.in_(look.language)}: {words.in_(look.language)}"
    if found.totals is not None:
        yield found.totals.in_(look.language)


def from_to(change: Change) -> Text:
    """Write a figure before and after, and the change if there is one."""
    ends = {"before": figure_text(change.before), "after": figure_text(change.after)}
    words = say("{before} → {after}", "{before} → {after}", **ends)
    if change.low is None:
        return words
    return say("{ends} ({c})", "{ends} ({c})", ends=words, c=change_text(change))


def _of(category: CategoryChange, found: Comparison) -> Text:
    counted = say(
        "rata-rata {mean}; naik {rose}, turun {fell}, tetap {same}",
        "mean {mean}; {rose} rose, {fell} fell, {same} the same",
        mean=from_to(category.mean),
        rose=category.rose,
        fell=category.fell,
        same=category.same,
    )
    first = [
        mover
        for mover in found.movers
        if mover.category == category.category and mover.place == 1
    ]
    told = _risen(first) if first and first[0].change > 0 else ()
    return joined((counted, *told), "; ")


def _risen(first: list[Mover]) -> tuple[Text, ...]:
    names = tuple(Text(each.name, each.name) for each in first[:_NAMES_SHOWN])
    more = Text(", …", ", …") if len(first) > _NAMES_SHOWN else Text("", "")
    shown = first[0].shown
    change = Text(display_published(shown, "id"), display_published(shown, "en"))
    words = (
        "paling naik {names}{more} (+{change})",
        "{names}{more} rose most (+{change})",
    )
    return (say(*words, names=names, more=more, change=change),)
