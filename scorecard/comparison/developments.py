"""One participant in two seasons: total, band, place and each indicator."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from scorecard.comparison.figures import (
    ABSENT,
    OTHER_PERIOD,
    change_between,
    points_figure,
    total_figure,
    value_figure,
)
from scorecard.comparison.one_export import Judged, not_by_tickets
from scorecard.comparison.regions import Pairing
from scorecard.comparison.rubrics import IndicatorDifference, RubricsCompared
from scorecard.methods.bands import rank_of_band
from scorecard.model import (
    BandReached,
    Development,
    Figure,
    IndicatorChange,
    Participant,
    Predecessor,
    Presence,
    Scorecard,
    Season,
)
from scorecard.rubric.nouns import Indicator, Period, Rubric
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

    `one_export` stands where both are periods of the same submissions: the days that
    their recaps are of.
    """

    before: OneSeason
    after: OneSeason
    rubrics: RubricsCompared
    pairing: Pairing
    one_export: Period | None = None

    @property
    def places_count(self) -> bool:
        """Everybody's total is of the days that were judged, so places are."""
        return all(
            judged is None or judged.holds_total(card)
            for one, judged in self.judged
            for card in one.season.scorecards
        )

    @property
    def judged(self) -> tuple[tuple[OneSeason, Judged | None], ...]:
        """Each season with the days of its recap, where both are of one export."""
        own = self.one_export
        return tuple(
            (one, Judged(one.rubric, own) if own else None)
            for one in (self.before, self.after)
        )


def developments(two: TwoSeasons) -> tuple[Development, ...]:
    """Give everybody of the later season by code, then who left the earlier."""
    (_, then), (_, now) = two.judged
    sides = _Side.of(two.before, then), _Side.of(two.after, now)
    if not two.places_count:
        sides = replace(sides[0], places={}), replace(sides[1], places={})
    pairs: list[tuple[str | None, str | None]] = [
        (two.pairing.own.get(code), code) for code in sides[1].cards
    ]
    pairs += [(code, None) for code in two.pairing.left]
    return tuple(
        _development(_Case(two, *sides, sides[0].get(old), sides[1].get(new)))
        for old, new in pairs
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """A season's scorecards by code, each one's place by total, its recap's days."""

    rubric: Rubric
    cards: Mapping[str, Scorecard]
    places: Mapping[str, int | None]
    judged: Judged | None

    @classmethod
    def of(cls, one: OneSeason, judged: Judged | None) -> _Side:
        cards = {s.participant.code: s for s in one.season.scorecards}
        places = {
            standing.participant: standing.place
            for ranking in one.season.rankings
            if not ranking.by
            for standing in ranking.standings
        }
        return cls(one.rubric, dict(sorted(cards.items())), places, judged)

    def get(self, code: str | None) -> Scorecard | None:
        return self.cards.get(code) if code is not None else None

    def place(self, card: Scorecard | None) -> int | None:
        return self.places.get(card.participant.code) if card else None

    def holds_total(self, card: Scorecard) -> bool:
        return self.judged is None or self.judged.holds_total(card)

    def holds(self, indicator: str, card: Scorecard) -> bool:
        return self.judged is None or self.judged.holds(indicator, card)

    def total(self, card: Scorecard | None) -> Figure:
        if card is not None and not self.holds_total(card):
            return OTHER_PERIOD
        return total_figure(card)

    def band(self, card: Scorecard | None) -> BandReached | None:
        if card is None or not self.holds_total(card):
            return None
        return card.band

    def figures(self, indicator: str, card: Scorecard | None) -> tuple[Figure, Figure]:
        """Give an indicator's value and points."""
        finding = card.finding(indicator) if card else None
        if card is None or finding is None:
            return ABSENT, ABSENT
        if not self.holds(indicator, card):
            return OTHER_PERIOD, OTHER_PERIOD
        return value_figure(finding, self.rubric), points_figure(finding)


@dataclass(frozen=True, slots=True)
class _Case:
    """One participant: its scorecard then and now, one of which may be lacking."""

    two: TwoSeasons
    then: _Side
    now: _Side
    before: Scorecard | None
    after: Scorecard | None

    @property
    def participant(self) -> Participant:
        one = self.after or self.before
        assert one is not None
        return one.participant

    @property
    def presence(self) -> Presence:
        if self.before is None:
            return "entered"
        return "left" if self.after is None else "both"

    @property
    def places(self) -> tuple[int | None, int | None]:
        return self.then.place(self.before), self.now.place(self.after)

    @property
    def bands(self) -> tuple[BandReached | None, BandReached | None]:
        return self.then.band(self.before), self.now.band(self.after)


def _development(case: _Case) -> Development:
    before, (band_before, band_after) = case.before, case.bands
    total = (case.then.total(before), case.now.total(case.after))
    return Development(
        participant=case.participant,
        presence=case.presence,
        before_code=before.participant.code if before else "",
        before_name=before.participant.name if before else "",
        note=case.two.pairing.notes.get(case.participant.code),
        total=change_between(*total, case.now.rubric, _total_reason(case)),
        band_before=band_before.title if band_before else None,
        band_after=band_after.title if band_after else None,
        band_change=_band_change(case),
        place_before=case.places[0],
        place_after=case.places[1],
        place_change=_place_change(case),
        indicators=tuple(_indicators(case)),
        beside=tuple(_beside(case)),
    )


def _total_reason(case: _Case) -> Text | None:
    """Say why both totals, where there are two, cannot be subtracted."""
    if case.before is None or case.after is None:
        return None
    has_both = case.before.total is not None and case.after.total is not None
    return case.two.rubrics.total if has_both else None


def _band_change(case: _Case) -> int | None:
    """Count the bands risen, where both are settled and the bands are the same."""
    before, after = case.bands
    if before is None or after is None or _total_reason(case) is not None:
        return None
    settled = all(band.low == band.high for band in (before, after))
    old, new = case.then.rubric, case.now.rubric
    if not settled or _band_ids(old) != _band_ids(new):
        return None
    return rank_of_band(after.low, new) - rank_of_band(before.low, old)


def _band_ids(rubric: Rubric) -> tuple[object, ...]:
    return tuple((band.id, band.from_, band.to) for band in rubric.bands.ranges)


def _place_change(case: _Case) -> int | None:
    then, now = case.places
    if then is None or now is None or case.before is None or case.after is None:
        return None
    old, new = case.before.participant, case.after.participant
    if (old.category, old.parent) != (new.category, new.parent):
        return None
    return then - now


def _indicators(case: _Case) -> Iterator[IndicatorChange]:
    for indicator, differing in case.two.rubrics.indicators.items():
        value, points = zip(
            case.then.figures(indicator, case.before),
            case.now.figures(indicator, case.after),
            strict=True,
        )
        reasons = _reasons(indicator, differing, case)
        rubric = case.now.rubric
        yield IndicatorChange(
            indicator,
            change_between(*value, rubric, reasons[0]),
            change_between(*points, rubric, reasons[1]),
        )


def _reasons(
    indicator: str, differing: IndicatorDifference, case: _Case
) -> tuple[Text | None, Text | None]:
    """Say why value and points of who took part in both cannot be subtracted."""
    if case.presence != "both":
        return None, None
    if case.two.one_export is not None:
        node = case.now.rubric.node(indicator)
        assert isinstance(node, Indicator)
        return (not_by_tickets(node),) * 2
    return differing.values, differing.points


def _beside(case: _Case) -> Iterator[Predecessor]:
    for old in case.two.pairing.beside.get(case.participant.code, ()):
        card = case.then.cards[old]
        band = case.then.band(card)
        yield Predecessor(
            old,
            card.participant.name,
            case.then.total(card),
            band.title if band else None,
        )
