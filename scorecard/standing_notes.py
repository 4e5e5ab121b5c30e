"""Step 6, rank: a sentence for each place that a reader might not expect.

Someone who knows the completion table will ask why its leader is not first by the
total. The note names the criteria that make the difference, with their points.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from scorecard.model import Ranking, Scorecard, Standing
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Places, Spoken, Text, joined, same, say

_MOST_CRITERIA = 2


def with_notes(
    total: Ranking,
    sides: Sequence[Ranking],
    members: Sequence[Scorecard],
    rubric: Rubric,
) -> Ranking:
    """Add notes to the standings by total, from how the side rankings differ."""
    by_code = {each.participant.code: each for each in members}
    season = _Category(total, by_code, rubric)
    standings = (_noted(standing, sides, season) for standing in total.standings)
    return replace(total, standings=tuple(standings))


@dataclass(frozen=True, slots=True)
class _Category:
    """The ranking by total and the scorecards of one category."""

    total: Ranking
    by_code: Mapping[str, Scorecard]
    rubric: Rubric


def _noted(
    standing: Standing, sides: Sequence[Ranking], category: _Category
) -> Standing:
    if standing.place is None:
        return standing
    open_place = _open_place(standing.participant, category)
    differences = (_difference(standing, side, category) for side in sides)
    said = tuple(part for part in (open_place, *differences) if part is not None)
    return replace(
        standing,
        provisional=open_place is not None,
        note=joined(said) if said else None,
    )


def _open_place(code: str, category: _Category) -> Text | None:
    """Say why a place can still change: its own total, or another's, is not settled."""
    by_code = category.by_code
    own = by_code[code]
    if own.outcome == "interval":
        lower = category.rubric.score.prefer == "lower"
        worst = Text("tertinggi", "highest") if lower else Text("terendah", "lowest")
        return say(
            "Peringkat sementara menurut nilai {worst}; belum pasti: {waiting}.",
            "A provisional place by the {worst} total; not settled: {waiting}.",
            worst=worst,
            waiting=own.unsettled,
        )
    passing = tuple(
        same(other.participant.name)
        for other in by_code.values()
        if other is not own and _may_pass(other, own)
    )
    if not passing:
        return None
    return say(
        "Peringkat sementara: masih dapat dilewati {passing}, "
        "yang nilainya belum pasti.",
        "A provisional place: it may still be passed by {passing}, not yet settled.",
        passing=passing,
    )


def _may_pass(other: Scorecard, own: Scorecard) -> bool:
    if other.total is None or own.total is None or not other.total.is_interval:
        return False
    return other.total.low <= own.total.low <= other.total.high


def _difference(standing: Standing, side: Ranking, category: _Category) -> Text | None:
    by_code, rubric = category.by_code, category.rubric
    beside = _standing_of(standing.participant, side)
    if rubric.score.prefer == "lower":
        return None  # what a criterion adds is told as an advantage
    if beside is None or beside.place is None or beside.place == standing.place:
        return None
    behind = (standing.place or 0) > beside.place
    other = _overtaken(standing, beside, category.total, side)
    if other is None:
        return None
    gaps = _gaps(by_code[standing.participant], by_code[other], ahead=not behind)
    if not gaps:
        return None
    figures: dict[str, Spoken] = {
        "side": rubric.node(side.by).title.text,
        "theirs": beside.place,
        "value": Places(Fraction(beside.value), rubric.score.places),
        "name": by_code[other].participant.name,
        "gaps": tuple(_gap(title, points, rubric) for title, points in gaps),
        "place": standing.place,
    }
    return _told(figures, behind=behind)


def _overtaken(
    standing: Standing, beside: Standing, total: Ranking, side: Ranking
) -> str | None:
    """Find the best placed one whose order against this participant is reversed."""
    places = {each.participant: each.place for each in side.standings}
    mine = (standing.place or 0, beside.place or 0)
    behind = mine[0] > mine[1]
    for each in total.standings:
        theirs = (
            each.place or len(places) + 1,
            places[each.participant] or len(places) + 1,
        )
        reversed_order = theirs[0] < mine[0] and theirs[1] > mine[1]
        if not behind:
            reversed_order = theirs[0] > mine[0] and theirs[1] < mine[1]
        if reversed_order:
            return each.participant
    return None


def _told(figures: dict[str, Spoken], *, behind: bool) -> Text:
    if behind:
        return say(
            "Peringkat {theirs} menurut {side} ({value}) tetapi peringkat {place} "
            "menurut nilai: di bawah {name} pada {gaps}.",
            "Place {theirs} by {side} ({value}) but place {place} by the total: "
            "behind {name} on {gaps}.",
            **figures,
        )
    return say(
        "Peringkat {theirs} menurut {side} ({value}) tetapi peringkat {place} "
        "menurut nilai: di atas {name} pada {gaps}.",
        "Place {theirs} by {side} ({value}) but place {place} by the total: "
        "ahead of {name} on {gaps}.",
        **figures,
    )


def _gaps(
    scorecard: Scorecard, other: Scorecard, *, ahead: bool
) -> tuple[tuple[Text, Fraction], ...]:
    """List the criteria that separate two participants most, largest first."""
    theirs = {each.criterion: each for each in other.criteria if each.depth == 0}
    gaps = []
    for mine in scorecard.criteria:
        against = theirs.get(mine.criterion)
        if mine.depth or mine.contribution is None:
            continue
        if against is None or against.contribution is None:
            continue
        gap = mine.contribution.low - against.contribution.low
        gaps.append((mine.title, gap if ahead else -gap))
    positive = [each for each in gaps if each[1] > 0]
    positive.sort(key=lambda each: each[1], reverse=True)
    return tuple(positive[:_MOST_CRITERIA])


def _gap(title: Text, points: Fraction, rubric: Rubric) -> Text:
    return say(
        "{title} ({points} poin)",
        "{title} ({points} points)",
        title=title,
        points=Places(points, rubric.score.places),
    )


def _standing_of(code: str, ranking: Ranking) -> Standing | None:
    return next((s for s in ranking.standings if s.participant == code), None)
