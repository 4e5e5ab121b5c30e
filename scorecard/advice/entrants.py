"""Everybody of a season, lined up once to find the place of one among them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scorecard.model import Comparison, Scorecard
from scorecard.races import Race, races
from scorecard.ranking import Group, group_of, total_key
from scorecard.rubric.nouns import Rubric
from scorecard.ties import Key


@dataclass(frozen=True, slots=True)
class Entrants:
    """What places are decided on: by those ranked together, lowest first, and by code.

    `races` is empty where nobody asks for awards.
    """

    codes: frozenset[str]
    ordered: Mapping[Group, tuple[Key, ...]]
    own: Mapping[str, Key]
    races: tuple[Race, ...]
    rubric: Rubric


def entrants(
    scorecards: Sequence[Scorecard],
    rubric: Rubric,
    compared: Comparison | None = None,
    *,
    awarded: bool,
) -> Entrants:
    """Line everybody up; `awarded` says whether awards will be asked for.

    `compared` is what awards by improvement are judged on.
    """
    codes = frozenset(each.participant.code for each in scorecards)
    ordered: dict[Group, list[Key]] = {}
    own: dict[str, Key] = {}
    for each in scorecards:
        key = total_key(each, rubric)
        if key is not None:
            own[each.participant.code] = key
            ordered.setdefault(group_of(each.participant, rubric), []).append(key)
    return Entrants(
        codes,
        {group: tuple(sorted(keys)) for group, keys in ordered.items()},
        own,
        races(scorecards, rubric, compared) if awarded else (),
        rubric,
    )


def place_among(scorecard: Scorecard, others: Entrants) -> tuple[int | None, bool]:
    """Give the place by total among those ranked together, and whether it is shared.

    The scorecard stands in place of the one that its participant had.
    """
    key = total_key(scorecard, others.rubric)
    if key is None:
        return None, False
    keys = others.ordered.get(group_of(scorecard.participant, others.rubric), ())
    before = others.own.get(scorecard.participant.code)
    above = len(keys) - bisect_right(keys, key)
    level = bisect_right(keys, key) - bisect_left(keys, key)
    if before is not None:
        above -= before > key
        level -= before == key
    return 1 + above, level > 0
