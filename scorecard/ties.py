"""Step 6, rank: how equal figures were told apart, or that the tie stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from scorecard.model import Scorecard
from scorecard.number import rounded
from scorecard.rubric.nouns import Rubric, TieRule
from scorecard.wording import Places, Text, same, say

Rank: TypeAlias = tuple[int, Fraction]
"""A figure to compare: known ones lie between what is surely below and above all."""

Key: TypeAlias = tuple[Rank, ...]
"""What a place is decided on: the ranked figure, then each tie rule, higher first."""

Alike: TypeAlias = Mapping[Decimal, Sequence[tuple[Key, Scorecard]]]
"""Keys and scorecards by the ranked figure as it is published."""

LOWEST: Rank = (0, Fraction(0))
HIGHEST: Rank = (2, Fraction(0))


def known(value: Fraction) -> Rank:
    """Put a figure among the known ones."""
    return (1, value)


def tie_value(rule: TieRule, scorecard: Scorecard) -> Rank:
    """Give what a tie rule compares, turned so that the higher is ahead.

    What is not known comes last; points that are not settled count at their lowest.
    """
    value: Fraction | None
    if rule.quantity is not None:
        value = scorecard.quantity(rule.quantity)
    else:
        points = scorecard.points_of(rule.of or "")
        value = points.low if points is not None else None
    if value is None:
        return LOWEST
    return known(value if rule.prefer == "higher" else -value)


def tie_sentence(
    scorecard: Scorecard, key: Key, alike: Alike, rubric: Rubric
) -> Text | None:
    """Say against whom an equal figure was told apart; None if nobody is equal."""
    keyed = alike[_as_published(key, rubric)]
    others = [(k, other) for k, other in keyed if other is not scorecard]
    equals = [(k, other) for k, other in others if k[0] == key[0]]
    sharing = tuple(same(o.participant.name) for k, o in equals if k == key)
    if sharing:
        return _standing(sharing, ruled=len(key) > 1)
    if equals:
        return _broken(key, equals[0], rubric)
    return _look_equal(key, others[0], rubric) if others else None


def look_alike(keyed: Sequence[tuple[Key, Scorecard]], rubric: Rubric) -> Alike:
    """Put together whose figures look equal as they are published, in their order."""
    alike: dict[Decimal, list[tuple[Key, Scorecard]]] = {}
    for pair in keyed:
        alike.setdefault(_as_published(pair[0], rubric), []).append(pair)
    return alike


def _as_published(key: Key, rubric: Rubric) -> Decimal:
    """Round the ranked figure as the rubric rounds its total."""
    return rounded(key[0][1], rubric.score.places, rubric.score.mode)


def _look_equal(key: Key, equal: tuple[Key, Scorecard], rubric: Rubric) -> Text:
    """Explain places on exact figures that look equal as they are published."""
    other_key, other = equal
    ahead = Text("lebih tinggi", "higher")
    behind = Text("lebih rendah", "lower")
    if key[0][1] < 0:  # where lower is better, figures are compared turned round
        ahead, behind = behind, ahead
    return say(
        "Sama dengan {name} sampai {places} desimal; angka tepatnya {verdict}.",
        "Equal to {name} to {places} decimals; the exact figure is {verdict}.",
        name=other.participant.name,
        places=rubric.score.places,
        verdict=ahead if key > other_key else behind,
    )


def _standing(names: tuple[Text, ...], *, ruled: bool) -> Text:
    if not ruled:
        return say(
            "Sama dengan {names}, peringkat dibagi.",
            "Equal to {names}, the place is shared.",
            names=names,
        )
    return say(
        "Nilai sama dengan {names}; semua aturan pemecah seri juga sama, "
        "peringkat dibagi.",
        "Equal to {names}; every tie-break rule is equal too, the place is shared.",
        names=names,
    )


def _broken(key: Key, equal: tuple[Key, Scorecard], rubric: Rubric) -> Text:
    other_key, other = equal
    index = next(i for i in range(1, len(key)) if key[i] != other_key[i])
    rule = rubric.tie_break[index - 1]
    ahead = Text("didahulukan", "placed ahead")
    behind = Text("di belakang", "placed behind")
    return say(
        "Nilai sama dengan {name}; {verdict} menurut {rule}: "
        "{mine} berbanding {theirs}.",
        "Equal to {name}; {verdict} by {rule}: {mine} against {theirs}.",
        name=other.participant.name,
        verdict=ahead if key > other_key else behind,
        rule=rule.title.text,
        mine=_figure(key[index], rule),
        theirs=_figure(other_key[index], rule),
    )


def _figure(rank: Rank, rule: TieRule) -> Text | Fraction | Places:
    if rank == LOWEST:
        return Text("tidak ada", "none")
    value = abs(rank[1])
    return value if rule.quantity is not None else Places(value, 2)
