"""Two seasons, and everything that follows from laying one beside the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from scorecard.comparison.developments import OneSeason, TwoSeasons, developments
from scorecard.comparison.movers import category_changes, movers
from scorecard.comparison.one_export import PLACES
from scorecard.comparison.regions import paired
from scorecard.comparison.rubrics import rubrics_compared
from scorecard.comparison.thresholds import threshold_tables
from scorecard.model import (
    Comparison,
    IndicatorCompared,
    SeasonNamed,
    Succession,
)
from scorecard.rubric.nouns import Period
from scorecard.wording import Text

_NO_WORDS = Text("", "")


def compared(
    before: OneSeason,
    after: OneSeason,
    successions: Sequence[Succession] = (),
    *,
    one_export: Period | None = None,
) -> Comparison:
    """Lay two seasons side by side, participants matched by code.

    Exact: a change is one ratio minus another. What cannot be compared says why, and
    what is not known is a state, never zero. `one_export`: both are periods of the same
    submissions, whose recaps are of these days.
    """
    pairing = paired(before.season, after.season, successions)
    differing = rubrics_compared(before.rubric, after.rubric)
    two = TwoSeasons(before, after, differing, pairing, one_export)
    return _summed_up(_side_by_side(two), after)


def narrowed(found: Comparison, codes: Iterable[str], after: OneSeason) -> Comparison:
    """Leave only some participants, and sum up and place those again."""
    chosen = frozenset(codes)
    fitting = (e for e in found.participants if e.participant.code in chosen)
    regions = tuple(r for r in found.regions if chosen & {*r.before, *r.after})
    return _summed_up(
        replace(found, participants=tuple(fitting), regions=regions), after
    )


def _side_by_side(two: TwoSeasons) -> Comparison:
    return Comparison(
        before=_named(two.before),
        after=_named(two.after),
        rubric_changes=(*two.rubrics.words, *(() if two.places_count else (PLACES,))),
        indicators=tuple(_indicators(two)),
        participants=developments(two),
        movers=(),
        categories=(),
        tables=(),
        regions=two.pairing.followed,
        totals=two.rubrics.total,
    )


def _summed_up(found: Comparison, after: OneSeason) -> Comparison:
    everybody, rubric = found.participants, after.rubric
    return replace(
        found,
        movers=movers(everybody, rubric),
        categories=category_changes(everybody, rubric),
        tables=threshold_tables(everybody, rubric, _definition(found, after)),
    )


def _definition(found: Comparison, after: OneSeason) -> Text:
    stated = after.rubric.comparison
    wanted = stated.indicator if stated else ""
    own = (each.after for each in found.indicators if each.indicator == wanted)
    return next(own, _NO_WORDS)


def _indicators(two: TwoSeasons) -> Iterator[IndicatorCompared]:
    for identity, differing in two.rubrics.indicators.items():
        nodes = {
            node.id: node
            for rubric in (two.before.rubric, two.after.rubric)
            for node in rubric.indicators()
        }
        unit, before = _of_findings(two.before, identity)
        unit_after, after = _of_findings(two.after, identity)
        yield IndicatorCompared(
            indicator=identity,
            title=nodes[identity].title.text,
            unit=unit_after if unit_after != _NO_WORDS else unit,
            before=before,
            after=after,
            values=differing.values,
            points=differing.points,
            note=differing.note,
        )


def _of_findings(one: OneSeason, indicator: str) -> tuple[Text, Text]:
    """Take unit and definition as the season's own findings word them."""
    for scorecard in one.season.scorecards:
        finding = scorecard.finding(indicator)
        if finding is not None and finding.definition.id:
            return finding.unit, finding.definition
    return _NO_WORDS, _NO_WORDS


def _named(one: OneSeason) -> SeasonNamed:
    season, period = one.season, one.rubric.period
    return SeasonNamed(
        rubric=season.rubric.id,
        edition=season.rubric.edition,
        title=season.rubric.title,
        rubric_sha256=season.rubric.sha256,
        results_sha256=one.digest,
        as_of=season.as_of,
        start=period.start,
        end=period.end,
        participants=len(season.scorecards),
    )
