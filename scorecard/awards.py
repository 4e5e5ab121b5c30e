"""Steps 5 and 6, award: who wins by which rule, and why; what is still open.

An award is won only where nothing that is still pending or tied could take it away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, TypeAlias

from scorecard.award_rules import Eligibility, eligibility
from scorecard.model import AwardResult, Scorecard
from scorecard.ranking import total_key, value_of
from scorecard.rubric.nouns import Award, Rubric
from scorecard.ties import UNKNOWN, Key
from scorecard.wording import Places, Text, joined, say

_Status: TypeAlias = Literal["won", "open", "denied"]


def awards(scorecards: Sequence[Scorecard], rubric: Rubric) -> tuple[AwardResult, ...]:
    """Decide every award of the rubric, numbering the certificates of those won."""
    decided = tuple(
        result
        for award in rubric.awards
        for group in _groups(award, scorecards, rubric)
        for result in _decided(award, group, rubric)
    )
    return tuple(_numbered(decided, rubric))


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A participant with the least and greatest key that it may end with."""

    scorecard: Scorecard
    low: Key
    high: Key
    rule: Eligibility

    @property
    def settled(self) -> bool:
        return self.low == self.high


def _groups(
    award: Award, scorecards: Sequence[Scorecard], rubric: Rubric
) -> Iterator[tuple[Scorecard, ...]]:
    ids = [category.id for category in rubric.categories]
    wanted = [each for each in ids if not award.categories or each in award.categories]
    in_order = sorted(scorecards, key=lambda each: each.participant.code)
    if award.across:
        yield tuple(s for s in in_order if s.participant.category in wanted)
        return
    for category in wanted:
        yield tuple(s for s in in_order if s.participant.category == category)


def _decided(
    award: Award, group: tuple[Scorecard, ...], rubric: Rubric
) -> Iterator[AwardResult]:
    candidates = [
        candidate
        for scorecard in group
        if (candidate := _candidate(award, scorecard, rubric)) is not None
    ]
    candidates.sort(key=lambda each: each.low, reverse=True)
    for candidate in candidates:
        result = _result(award, candidate, candidates, rubric)
        if result is not None:
            yield result


def _candidate(award: Award, scorecard: Scorecard, rubric: Rubric) -> _Candidate | None:
    ends = _keys(award, scorecard, rubric)
    if ends is None:
        return None
    low, high = ends
    return _Candidate(scorecard, low, high, eligibility(award, scorecard, rubric))


def _keys(award: Award, scorecard: Scorecard, rubric: Rubric) -> tuple[Key, Key] | None:
    if award.by is not None:
        return _value_keys(award.by, scorecard)
    key = total_key(scorecard, rubric)
    if key is None or scorecard.total is None:
        return None
    if not scorecard.total.is_interval:
        return key, key
    exact = rubric.score.ranks_on == "exact"
    total = scorecard.total
    high = total.high if exact else Fraction(total.published_high)
    return key, (high, *key[1:])


def _value_keys(indicator: str, scorecard: Scorecard) -> tuple[Key, Key] | None:
    value = value_of(scorecard, indicator)
    if value is not None:
        return (value,), (value,)
    finding = scorecard.finding(indicator)
    if finding is None or finding.state not in ("pending", "unreadable"):
        return None
    return (UNKNOWN,), (-UNKNOWN,)


def _result(
    award: Award,
    candidate: _Candidate,
    candidates: Sequence[_Candidate],
    rubric: Rubric,
) -> AwardResult | None:
    others = [each for each in candidates if each is not candidate]
    best = 1 + sum(
        each.rule.certain and _surely_above(each, candidate) for each in others
    )
    if best > award.places:
        return None
    status: _Status = "open"
    if not candidate.rule.possible:
        if sum(_surely_above(each, candidate) for each in others) >= award.places:
            return None
        status = "denied"
    elif candidate.rule.certain and _is_decided(candidate, others, best, award.places):
        status = "won"
    place = _place_in_words(award, candidate, best, rubric)
    reason = joined((place, *_why(candidate, status)))
    return _made(award, candidate.scorecard, best, status=status, reason=reason)


def _is_decided(
    candidate: _Candidate, others: Sequence[_Candidate], best: int, places: int
) -> bool:
    """Tell whether neither the place nor the number of winners can still change."""
    possible = [each for each in others if each.rule.possible]
    level = [each for each in possible if not _surely_above(candidate, each)]
    above = [each for each in level if not _equal(candidate, each)]
    return 1 + len(above) == best and 1 + len(level) <= places


def _equal(one: _Candidate, other: _Candidate) -> bool:
    return one.settled and other.settled and one.low == other.low


def _surely_above(one: _Candidate, other: _Candidate) -> bool:
    """Tell whether one stays above the other however the open marks turn out."""
    if one.settled and other.settled:
        return one.low > other.low
    return one.low[0] > other.high[0]


def _made(
    award: Award, scorecard: Scorecard, place: int, *, status: _Status, reason: Text
) -> AwardResult:
    return AwardResult(
        award=award.id,
        title=award.title.text,
        category=scorecard.participant.category,
        participant=scorecard.participant.code,
        place=place,
        status=status,
        reason=reason,
        number="",
    )


def _place_in_words(
    award: Award, candidate: _Candidate, place: int, rubric: Rubric
) -> Text:
    name = Text("nilai", "total")
    if award.by is not None:
        name = rubric.node(award.by).title.text
    return say(
        "Urutan {place} menurut {name}: {figure}.",
        "Place {place} by {name}: {figure}.",
        place=place,
        name=name,
        figure=_figure(candidate, rubric),
    )


def _figure(candidate: _Candidate, rubric: Rubric) -> Text:
    low, high = candidate.low[0], candidate.high[0]
    if low == UNKNOWN:
        return Text("belum pasti", "not settled")
    places = rubric.score.places
    lowest = say("{v}", "{v}", v=Places(low, places))
    if low == high:
        return lowest
    return say("{low}–{high}", "{low}–{high}", low=lowest, high=Places(high, places))


def _why(candidate: _Candidate, status: _Status) -> tuple[Text, ...]:
    rule = candidate.rule
    if status == "denied":
        return (
            say(
                "Tidak memenuhi syarat: {failed}.",
                "Not eligible: {failed}.",
                failed=rule.failed,
            ),
        )
    if status == "won":
        if not rule.met:
            return ()
        return (
            say("Syarat terpenuhi: {met}.", "Conditions met: {met}.", met=rule.met),
        )
    if rule.certain:
        return (
            Text(
                "Belum dapat ditetapkan: seri pada batas penghargaan, atau nilai yang "
                "belum pasti masih dapat mengubah urutan.",
                "Cannot be decided yet: a tie at the award's boundary, or figures "
                "that are not settled could still change the order.",
            ),
        )
    return (
        say(
            "Belum dapat ditetapkan: syarat yang belum pasti: {unsure}.",
            "Cannot be decided yet: conditions that are not settled: {unsure}.",
            unsure=rule.unsure,
        ),
    )


def _numbered(decided: Sequence[AwardResult], rubric: Rubric) -> Iterator[AwardResult]:
    numbering = rubric.certificate.number
    running = numbering.first
    for result in decided:
        if result.status != "won":
            yield result
            continue
        number = f"{numbering.prefix}{running:0{numbering.width}d}{numbering.suffix}"
        yield replace(result, number=number)
        running += 1
