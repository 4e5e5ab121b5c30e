"""Step 6, rank: how equal figures were told apart, or that the tie stands."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias

from scorecard.model import Scorecard
from scorecard.rubric.nouns import Rubric, TieRule
from scorecard.wording import Places, Text, same, say

Key: TypeAlias = tuple[Fraction, ...]
"""What a place is decided on: the ranked figure, then each tie rule, higher first."""

UNKNOWN = Fraction(-(10**12))
"""Below every figure: what is not known comes last."""


def tie_value(rule: TieRule, scorecard: Scorecard) -> Fraction:
    """Give what a tie rule compares, turned so that the higher is ahead."""
    value: Fraction | None
    if rule.quantity is not None:
        value = scorecard.quantity(rule.quantity)
    else:
        points = scorecard.points_of(rule.of or "")
        value = points.low if points is not None else None
    if value is None:
        return UNKNOWN
    return value if rule.prefer == "higher" else -value


def tie_sentence(
    scorecard: Scorecard,
    key: Key,
    keyed: Sequence[tuple[Key, Scorecard]],
    rubric: Rubric,
) -> Text | None:
    """Say against whom an equal figure was told apart; None if nobody is equal."""
    equals = [
        (other_key, other)
        for other_key, other in keyed
        if other_key[0] == key[0] and other is not scorecard
    ]
    if not equals:
        return None
    sharing = tuple(
        same(other.participant.name) for other_key, other in equals if other_key == key
    )
    if sharing:
        return _standing(sharing, ruled=len(key) > 1)
    return _broken(key, equals[0], rubric)


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
    ahead = Text("didahulukan", "placed ahead")
    behind = Text("di belakang", "placed behind")
    return say(
        "Nilai sama dengan {name}; {verdict} menurut {rule}: "
        "{mine} berbanding {theirs}.",
        "Equal to {name}; {verdict} by {rule}: {mine} against {theirs}.",
        name=other.participant.name,
        verdict=ahead if key > other_key else behind,
        rule=rubric.tie_break[index - 1].title.text,
        mine=_figure(key[index], rubric),
        theirs=_figure(other_key[index], rubric),
    )


def _figure(value: Fraction, rubric: Rubric) -> Text | Places:
    if value == UNKNOWN:
        return Text("tidak ada", "none")
    return Places(abs(value), rubric.score.places)
