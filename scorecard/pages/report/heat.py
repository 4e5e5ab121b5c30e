"""The matrix of indicators by participants: a figure in each cell, and its shade.

Each state has a sign of its own, so that zero, absent, unreadable, waiting, waived and
not applicable are told apart without any colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scorecard.model import Finding, Scorecard
from scorecard.number import published
from scorecard.pages.report.standings import criteria_of
from scorecard.pages.report.view import LONG, View, ranking_title, totals
from scorecard.pages.words import WORDS as PAGE_WORDS
from scorecard.rubric.nouns import Criterion, Indicator

SIGNS: Mapping[str, str] = {
    "missing": "✗",
    "unreadable": "?",
    "pending": "…",
    "waived": "□",
    "not_applicable": "–",
}


@dataclass(frozen=True, slots=True)
class HeatCell:
    """What is written, its shade (0 to 10, or the state), and the state in words."""

    shown: str
    shade: str
    told: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A participant's cells, in the order of the columns."""

    code: str
    name: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class HeatHead:
    """A heading and how many columns stand below it."""

    title: str
    columns: int


@dataclass(frozen=True, slots=True)
class HeatMap:
    """All rankings' matrices under the same headings."""

    heads: tuple[HeatHead, ...]
    columns: tuple[str, ...]
    groups: tuple[tuple[str, tuple[HeatRow, ...]], ...]

    @property
    def is_long(self) -> bool:
        """There are more rows than a screen holds."""
        return sum(len(rows) for _, rows in self.groups) > LONG


def heat_map(view: View) -> HeatMap:
    """Give points of every weighted indicator, participants in the order of places."""
    heads = tuple((each, tuple(_indicators(each))) for each in criteria_of(view.rubric))
    columns = tuple(indicator for _, inside in heads for indicator in inside)
    return HeatMap(
        tuple(HeatHead(view.say(h.title.text), len(inside)) for h, inside in heads),
        tuple(view.say(each.title.text) for each in columns),
        tuple(
            (
                ranking_title(ranking, view),
                tuple(
                    _row(view.cards[each.participant], columns, view)
                    for each in ranking.standings
                    if view.cards[each.participant].findings
                ),
            )
            for ranking in totals(view)
        ),
    )


def _row(card: Scorecard, columns: tuple[Indicator, ...], view: View) -> HeatRow:
    found = {each.indicator: each for each in card.findings}
    cells = tuple(_cell(found.get(each.id), view) for each in columns)
    return HeatRow(card.participant.code, card.participant.name, cells)


def _cell(finding: Finding | None, view: View) -> HeatCell:
    state = finding.state if finding else "not_applicable"
    if finding is None or state in SIGNS or finding.points is None:
        sign = SIGNS.get(state, "–")
        return HeatCell(sign, f"s-{state}", view.say(PAGE_WORDS[state]))
    low = finding.points.low
    shown = view.published(published(low, 0))
    return HeatCell(shown, f"h{int(low / 10)}", "")


def _indicators(criterion: Criterion) -> Iterator[Indicator]:
    for each in criterion.indicators:
        if not each.informative:
            yield each
    for inside in criterion.criteria:
        if not inside.informative:
            yield from _indicators(inside)
