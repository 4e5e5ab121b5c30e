"""Steps 5 and 6, award: who may win, between which ends, and who is surely ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scorecard.award_rules import Eligibility, eligibility
from scorecard.comparison.improvement import improvement, is_open
from scorecard.model import Comparison, Scorecard
from scorecard.ranking import total_key, value_of
from scorecard.rubric.awards import Award
from scorecard.rubric.nouns import Rubric
from scorecard.ties import HIGHEST, LOWEST, Key, known


@dataclass(frozen=True, slots=True)
class Contender:
    """A participant with the least and the greatest key that it may end with."""

    scorecard: Scorecard
    low: Key
    high: Key
    rule: Eligibility

    @property
    def settled(self) -> bool:
        """Nothing that is still open can move it."""
        return self.low == self.high


def contenders(
    award: Award,
    group: Sequence[Scorecard],
    rubric: Rubric,
    compared: Comparison | None = None,
) -> tuple[Contender, ...]:
    """List those of a group who have, or may yet have, a figure to win by; best first.

    What could not be read may turn out to be anything, so its sender is among them.
    `compared` is what an award by improvement is judged on.
    """
    return best_first(_contenders(award, group, rubric, compared))


def best_first(found: Iterable[Contender]) -> tuple[Contender, ...]:
    """Put contenders in order; those who are level by code."""
    by_code = sorted(found, key=lambda each: each.scorecard.participant.code)
    return tuple(sorted(by_code, key=lambda each: each.low, reverse=True))


def surely_above(one: Contender, other: Contender) -> bool:
    """Tell whether one stays above the other however the open marks turn out."""
    if one.settled and other.settled:
        return one.low > other.low
    return one.low[0] > other.high[0]


def is_level(one: Contender, other: Contender) -> bool:
    """Tell whether both are settled and not even the tie rules tell them apart."""
    return one.settled and other.settled and one.low == other.low


def _contenders(
    award: Award,
    group: Sequence[Scorecard],
    rubric: Rubric,
    compared: Comparison | None,
) -> Iterator[Contender]:
    for scorecard in group:
        if award.improvement is not None:
            ends = _ends_of_rise(award.improvement, scorecard, rubric, compared)
        else:
            ends = _ends(award, scorecard, rubric)
        if ends is not None:
            rule = eligibility(award, scorecard, rubric, compared)
            yield Contender(scorecard, *ends, rule)


def _ends(award: Award, scorecard: Scorecard, rubric: Rubric) -> tuple[Key, Key] | None:
    if scorecard.is_refused:
        return (LOWEST,), (HIGHEST,)
    if award.by is not None:
        return _ends_of_value(award.by, scorecard)
    key = total_key(scorecard, rubric)
    if key is None or scorecard.total is None:
        return None
    if not scorecard.total.is_interval:
        return key, key
    exact = rubric.score.ranks_on == "exact"
    total = scorecard.total
    high = total.high if exact else Fraction(total.published_high)
    return key, (known(high), *key[1:])


def _ends_of_value(indicator: str, scorecard: Scorecard) -> tuple[Key, Key] | None:
    value = value_of(scorecard, indicator)
    if value is not None:
        return (known(value),), (known(value),)
    finding = scorecard.finding(indicator)
    if finding is None or finding.state not in ("pending", "unreadable"):
        return None
    return (LOWEST,), (HIGHEST,)


def _ends_of_rise(
    of: str, scorecard: Scorecard, rubric: Rubric, compared: Comparison | None
) -> tuple[Key, Key] | None:
    """Give the least and the greatest rise; who has none to compare comes last."""
    if compared is None:
        return (LOWEST,), (HIGHEST,)
    change = improvement(of, scorecard, rubric, compared)
    if change.low is not None and change.high is not None:
        return (known(change.low),), (known(change.high),)
    may_yet_rise = change.before.low is not None and is_open(scorecard, change)
    return (LOWEST,), (HIGHEST if may_yet_rise else LOWEST,)
