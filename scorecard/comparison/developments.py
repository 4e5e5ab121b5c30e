"""One participant in two seasons: total, band, place and each indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scorecard.comparison.figures import (
    ABSENT,
    change_between,
    points_figure,
    total_figure,
    value_figure,
)
from scorecard.comparison.one_export import not_by_tickets, total_not_by_tickets
from scorecard.comparison.regions import Pairing
from scorecard.comparison.rubrics import IndicatorDifference, RubricsCompared
from scorecard.methods.bands import rank_of_band
from scorecard.model import (
    Development,
    IndicatorChange,
    Predecessor,
    Scorecard,
    Season,
)
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.wording import Text


@dataclass(frozen=True, slots=True)
class OneSeason:
    """A season with its rubric; `digest` is that of its results.json, if it has one."""

    season: Season
    rubric: Rubric
    digest: str = ""


@dataclass(frozen=True, slots=True)
class TwoSeasons:
    """Both seasons, how their rubrics differ, and who was whom.

    `one_export` says that both are periods of the same submissions.
    """

    before: OneSeason
    after: OneSeason
    rubrics: RubricsCompared
    pairing: Pairing
    one_export: bool = False


def developments(two: TwoSeasons) -> tuple[Development, ...]:
    """Give everybody of the later season by code, then who left the earlier."""
    then, now = _Cards.of(two.before), _Cards.of(two.after)
    pairs: list[tuple[str | None, str | None]] = [
        (two.pairing.own.get(code), code) for code in now.cards
    ]
    pairs += [(code, None) for code in two.pairing.left]
    return tuple(
        _development(_Case(two, then, now, then.get(old), now.get(new)))
        for old, new in pairs
    )


@dataclass(frozen=True, slots=True)
class _Cards:
    """A season's scorecards by code, and each one's place by total."""

    cards: Mapping[str, Scorecard]
    places: Mapping[str, int | None]

    @classmethod
    def of(cls, one: OneSeason) -> _Cards:
        cards = {s.participant.code: s for s in one.season.scorecards}
        places = {
            standing.participant: standing.place
            for ranking in one.season.rankings
            if not ranking.by
            for standing in ranking.standings
        }
        return cls(dict(sorted(cards.items())), places)

    def get(self, code: str | None) -> Scorecard | None:
        return self.cards.get(code) if code is not None else None


@dataclass(frozen=True, slots=True)
class _Case:
    two: TwoSeasons
    then: _Cards
    now: _Cards
    before: Scorecard | None
    after: Scorecard | None

    @property
    def place_before(self) -> int | None:
        before = self.before
        return self.then.places.get(before.participant.code) if before else None

    @property
    def place_after(self) -> int | None:
        after = self.after
        return self.now.places.get(after.participant.code) if after else None


def _development(case: _Case) -> Development:
    before, after = case.before, case.after
    one = after or before
    assert one is not None
    participant = one.participant
    rubric = case.two.after.rubric
    figures = (total_figure(before), total_figure(after))
    return Development(
        participant=participant,
        presence="both" if before and after else "entered" if after else "left",
        before_code=before.participant.code if before else "",
        before_name=before.participant.name if before else "",
        note=case.two.pairing.notes.get(participant.code),
        total=change_between(*figures, rubric, _total_reason(case)),
        band_before=_band(before),
        band_after=_band(after),
        band_change=_band_change(case),
        place_before=case.place_before,
        place_after=case.place_after,
        place_change=_place_change(case),
        indicators=tuple(_indicators(case)),
        beside=tuple(_beside(case)),
    )


def _total_reason(case: _Case) -> Text | None:
    """Say why both totals, where there are two, cannot be subtracted."""
    if case.before is None or case.after is None:
        return None
    if case.two.one_export:
        rubric = case.two.after.rubric
        return total_not_by_tickets(rubric, case.before, case.after)
    has_both = case.before.total is not None and case.after.total is not None
    return case.two.rubrics.total if has_both else None


def _band(scorecard: Scorecard | None) -> Text | None:
    return scorecard.band.title if scorecard and scorecard.band else None


def _band_change(case: _Case) -> int | None:
    """Count the bands risen, where both are settled and the bands are the same."""
    before, after = case.before, case.after
    if before is None or after is None or _total_reason(case) is not None:
        return None
    if before.band is None or after.band is None:
        return None
    settled = all(b.low == b.high for b in (before.band, after.band))
    old, new = case.two.before.rubric, case.two.after.rubric
    if not settled or _band_ids(old) != _band_ids(new):
        return None
    return rank_of_band(after.band.low, new) - rank_of_band(before.band.low, old)


def _band_ids(rubric: Rubric) -> tuple[object, ...]:
    return tuple((band.id, band.from_, band.to) for band in rubric.bands.ranges)


def _place_change(case: _Case) -> int | None:
    then, now = case.place_before, case.place_after
    if then is None or now is None or case.before is None or case.after is None:
        return None
    old, new = case.before.participant, case.after.participant
    if (old.category, old.parent) != (new.category, new.parent):
        return None
    return then - now


def _indicators(case: _Case) -> Iterator[IndicatorChange]:
    for indicator, differing in case.two.rubrics.indicators.items():
        yield _indicator(indicator, differing, case)


def _indicator(
    indicator: str, differing: IndicatorDifference, case: _Case
) -> IndicatorChange:
    then = case.before.finding(indicator) if case.before else None
    now = case.after.finding(indicator) if case.after else None
    rubric, values, points = case.two.after.rubric, differing.values, differing.points
    if case.two.one_export and case.before and case.after:
        node = rubric.node(indicator)
        assert isinstance(node, Indicator)
        values = points = not_by_tickets(node, case.before, case.after)
    if then is None or now is None:
        values = points = _alone(case, differing)
    value = (
        value_figure(then, case.two.before.rubric) if then else ABSENT,
        value_figure(now, rubric),
    )
    return IndicatorChange(
        indicator,
        change_between(*value, rubric, values),
        change_between(points_figure(then), points_figure(now), rubric, points),
    )


def _alone(case: _Case, differing: IndicatorDifference) -> Text | None:
    """Who took part in both seasons lacks a figure by the rubric, others by absence."""
    return differing.values if case.before and case.after else None


def _beside(case: _Case) -> Iterator[Predecessor]:
    code = case.after.participant.code if case.after else ""
    for old in case.two.pairing.beside.get(code, ()):
        card = case.then.cards[old]
        name = card.participant.name
        yield Predecessor(old, name, total_figure(card), _band(card))
