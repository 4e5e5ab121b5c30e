"""All who have a total, as arrays: what their points are made of, by indicator.

A participant is a position in every array (shape N), an indicator a Column.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

import numpy as np

from scorecard.model import Finding, Scorecard, Season
from scorecard.ranking import among_whom
from scorecard.robustness.tables import (
    SIZE,
    Counts,
    Flags,
    Floats,
    marks_table,
    share_tables,
)
from scorecard.rubric.methods import Checklist, Levels
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.tree import tailored_weight

Source: TypeAlias = Literal["sampling", "assessors"]
_SOURCES: tuple[Source, ...] = ("sampling", "assessors")
_BOOTSTRAP = 2
"""Which child of the seed draws the marks again; 0 and 1 make the samples."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The values that some participants (`rows`) could have had; shape (rows, SIZE)."""

    rows: Counts
    values: Floats


@dataclass(frozen=True, slots=True)
class Column:
    """One indicator of all participants.

    `value` is what was measured, NaN where nothing is settled. Whoever is `unscaled`
    has points without a scale that could move: from `low` to `high` where `open`.
    """

    indicator: Indicator
    present: Flags
    value: Floats
    unscaled: Counts
    low: Floats
    high: Floats
    open: Counts
    tables: Mapping[Source, Tables]


@dataclass(frozen=True, slots=True)
class Cohort:
    """Everybody who has a total: columns, weights, and who is ranked with whom.

    `groups` hold positions. `weights` are tailored ones by node; `missing` tells where
    an indicator's evidence is absent.
    """

    rubric: Rubric
    scorecards: tuple[Scorecard, ...]
    columns: Mapping[str, Column]
    weights: Mapping[str, Floats]
    missing: Mapping[str, Flags]
    groups: tuple[Counts, ...]

    @property
    def size(self) -> int:
        """How many participants have a total."""
        return len(self.scorecards)

    def positions(self) -> Mapping[str, int]:
        """Give each participant's position by its code."""
        return {
            card.participant.code: place for place, card in enumerate(self.scorecards)
        }


def cohort_of(season: Season, rubric: Rubric) -> Cohort:
    """Put a season into arrays; what a rubric does not call uncertain has no table."""
    cards = tuple(card for card in season.scorecards if card.total is not None)
    found = {
        indicator.id: [card.finding(indicator.id) for card in cards]
        for indicator in rubric.indicators()
    }
    columns = {
        indicator.id: _column(indicator, found[indicator.id], cards, rubric)
        for indicator in rubric.indicators()
    }
    missing = {
        name: np.array([f is not None and f.state == "missing" for f in each])
        for name, each in found.items()
    }
    groups = tuple(_groups(cards, rubric))
    return Cohort(rubric, cards, columns, _weights(cards, rubric), missing, groups)


def _weights(cards: Sequence[Scorecard], rubric: Rubric) -> dict[str, Floats]:
    """Give tailored weights; one for all where no category has its own."""
    own = {
        category.id: {
            node.id: float(tailored_weight(node, category.id, rubric))
            for node in rubric.nodes()
        }
        for category in rubric.categories
    }
    rows = {
        node.id: np.array([own[card.participant.category][node.id] for card in cards])
        for node in rubric.nodes()
    }
    return {
        name: row[:1] if (row == row[:1]).all() else row for name, row in rows.items()
    }


def _groups(cards: Sequence[Scorecard], rubric: Rubric) -> Iterator[Counts]:
    positions = {card.participant.code: place for place, card in enumerate(cards)}
    for category in rubric.categories:
        for members in among_whom(category, cards):
            yield np.array([positions[card.participant.code] for card in members])


def _column(
    indicator: Indicator,
    found: Sequence[Finding | None],
    cards: Sequence[Scorecard],
    rubric: Rubric,
) -> Column:
    points = [each.points if each is not None else None for each in found]
    is_scaled = not isinstance(indicator.scale, Levels | Checklist)
    values = [
        float(each.value)
        if each is not None and each.state == "scored" and each.value is not None
        else np.nan
        for each in found
    ]
    is_open = [p is not None and p.is_interval for p in points]
    measured = np.array(values)
    return Column(
        indicator=indicator,
        present=np.array([p is not None for p in points]),
        value=measured,
        unscaled=np.flatnonzero(np.isnan(measured) | (not is_scaled)),
        low=np.array([float(p.low) if p is not None else 0.0 for p in points]),
        high=np.array([float(p.high) if p is not None else 0.0 for p in points]),
        open=np.flatnonzero(np.array(is_open)),
        tables=_tables(indicator, found, cards, rubric) if is_scaled else {},
    )


def _tables(
    indicator: Indicator,
    found: Sequence[Finding | None],
    cards: Sequence[Scorecard],
    rubric: Rubric,
) -> dict[Source, Tables]:
    stated = rubric.robustness
    made: dict[Source, Tables] = {}
    if stated is not None and stated.sampling:
        made["sampling"] = _shares(found)
    if stated is not None and stated.assessors and indicator.measure.verb == "mark":
        made["assessors"] = _marks(indicator, found, cards, stated.seed)
    return {source: made[source] for source in made if len(made[source].rows)}


def _shares(found: Sequence[Finding | None]) -> Tables:
    counted = [
        (place, numerator, denominator)
        for place, each in enumerate(found)
        if each is not None and each.state == "scored"
        if (numerator := each.numerator) is not None
        if (denominator := each.denominator) is not None
        if _is_share(each.value, numerator, denominator)
    ]
    rows = np.array([place for place, _, _ in counted], dtype=np.int64)
    numerators = np.array([int(each) for _, each, _ in counted], dtype=np.int64)
    denominators = np.array([int(each) for _, _, each in counted], dtype=np.int64)
    if not counted:
        return Tables(rows, np.zeros((0, SIZE)))
    return Tables(rows, 100 * share_tables(numerators, denominators))


def _is_share(
    value: Fraction | None, numerator: Fraction, denominator: Fraction
) -> bool:
    """Tell whether whole numbers of cases make the value, in per cent."""
    if numerator.denominator != 1 or denominator.denominator != 1 or denominator <= 0:
        return False
    return value == 100 * numerator / denominator


def _marks(
    indicator: Indicator,
    found: Sequence[Finding | None],
    cards: Sequence[Scorecard],
    seed: int,
) -> Tables:
    rows: list[int] = []
    tables: list[Floats] = []
    for place, (each, card) in enumerate(zip(found, cards, strict=True)):
        tickets = _by_ticket(card, indicator.id)
        if each is not None and each.state == "scored" and tickets:
            # A child for each participant and indicator: nobody moves another's draws.
            key = (_BOOTSTRAP, *f"{card.participant.code}/{indicator.id}".encode())
            chance = np.random.Generator(
                np.random.PCG64(np.random.SeedSequence(seed, spawn_key=key))
            )
            rows.append(place)
            tables.append(marks_table(tickets, chance))
    values = np.array(tables).reshape(len(rows), SIZE)
    return Tables(np.array(rows, dtype=np.int64), values)


def _by_ticket(card: Scorecard, indicator: str) -> list[list[float]]:
    tickets: dict[str, list[float]] = defaultdict(list)
    for mark in card.marks:
        if mark.indicator == indicator and mark.value is not None:
            tickets[mark.ticket].append(float(mark.value))
    return [tickets[ticket] for ticket in sorted(tickets)]
