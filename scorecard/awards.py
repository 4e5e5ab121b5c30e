"""Steps 5 and 6, award: who wins by which rule, and why; what is still open.

An award is won only where nothing that is still pending, unread or tied could take it
away or change its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal, TypeAlias

from scorecard.contenders import Contender, contenders, is_level, surely_above
from scorecard.model import AwardResult, Scorecard
from scorecard.rubric.nouns import Award, Rubric
from scorecard.ties import LOWEST
from scorecard.wording import Places, Text, joined, same, say

_Status: TypeAlias = Literal["won", "open", "denied"]


def awards(scorecards: Sequence[Scorecard], rubric: Rubric) -> tuple[AwardResult, ...]:
    """Decide every award of the rubric; those won have the number of a certificate.

    Each award keeps as many numbers for each category as it has places, so that a
    number once given stays the same when what is open is settled.
    """
    first = rubric.certificate.number.first
    results: list[AwardResult] = []
    for award in rubric.awards:
        for group in _groups(award, scorecards, rubric):
            decided = _decided(award, group, rubric)
            results += _numbered(decided, first, rubric)
            first += award.places
    return tuple(results)


@dataclass(frozen=True, slots=True)
class _Case:
    """One contender before the others of its group."""

    award: Award
    contender: Contender
    others: tuple[Contender, ...]
    rubric: Rubric

    @property
    def best_place(self) -> int:
        """The highest place that is still possible; not counted beyond the award's."""
        ahead = (
            each
            for each in self.others
            if each.rule.certain and surely_above(each, self.contender)
        )
        return 1 + sum(1 for _ in islice(ahead, self.award.places))

    @property
    def place_of_all(self) -> int:
        """The place among all, who may win or not; not counted beyond the award's."""
        ahead = (each for each in self.others if surely_above(each, self.contender))
        return 1 + sum(1 for _ in islice(ahead, self.award.places))

    @property
    def rivals(self) -> tuple[Contender, ...]:
        """Those who may win and are not surely behind."""
        return tuple(
            each
            for each in self.others
            if each.rule.possible and not surely_above(self.contender, each)
        )

    @property
    def unsettled_rivals(self) -> tuple[Contender, ...]:
        """Those whose order against the contender can still change."""
        return tuple(
            each
            for each in self.rivals
            if not is_level(self.contender, each)
            and not (each.rule.certain and surely_above(each, self.contender))
        )


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
    award: Award, group: Sequence[Scorecard], rubric: Rubric
) -> Iterator[AwardResult]:
    every = contenders(award, group, rubric)
    for contender in every:
        others = tuple(each for each in every if each is not contender)
        case = _Case(award, contender, others, rubric)
        status = _status(case)
        if status is not None:
            yield _result(case, status)


def _status(case: _Case) -> _Status | None:
    """Decide one case; None for those whose place does not reach the award."""
    rule, places = case.contender.rule, case.award.places
    if case.best_place > places:
        return None
    if not rule.possible:
        return "denied" if case.place_of_all <= places else None
    decided = not case.unsettled_rivals and 1 + len(case.rivals) <= places
    return "won" if decided and rule.certain else "open"


def _result(case: _Case, status: _Status) -> AwardResult:
    place = case.place_of_all if status == "denied" else case.best_place
    scorecard = case.contender.scorecard
    return AwardResult(
        award=case.award.id,
        title=case.award.title.text,
        category=scorecard.participant.category,
        participant=scorecard.participant.code,
        place=place,
        status=status,
        reason=joined((_place_in_words(case, place, status), *_why(case, status))),
        number="",
    )


def _place_in_words(case: _Case, place: int, status: _Status) -> Text:
    name = Text("nilai", "total")
    if case.award.by is not None:
        name = case.rubric.node(case.award.by).title.text
    may = status == "open"
    return say(
        "{place_words} menurut {name}: {figure}.",
        "{place_words} by {name}: {figure}.",
        place_words=say("Dapat mencapai urutan {p}", "May reach place {p}", p=place)
        if may
        else say("Urutan {p}", "Place {p}", p=place),
        name=name,
        figure=_figure(case.contender, case.rubric),
    )


def _figure(contender: Contender, rubric: Rubric) -> Text:
    low, high = contender.low[0], contender.high[0]
    if low == LOWEST:
        return Text("belum pasti", "not settled")
    places = rubric.score.places
    lowest = say("{v}", "{v}", v=Places(low[1], places))
    if low == high:
        return lowest
    highest = Places(high[1], places)
    return say("{low}–{high}", "{low}–{high}", low=lowest, high=highest)


def _why(case: _Case, status: _Status) -> Iterator[Text]:
    rule = case.contender.rule
    if status == "denied":
        yield say(
            "Tidak memenuhi syarat: {failed}.",
            "Not eligible: {failed}.",
            failed=rule.failed,
        )
    elif status == "open":
        yield from _why_open(case)
    elif rule.met:
        yield say("Syarat terpenuhi: {met}.", "Conditions met: {met}.", met=rule.met)


def _why_open(case: _Case) -> Iterator[Text]:
    yield Text("Belum dapat ditetapkan.", "Cannot be decided yet.")
    if case.contender.rule.unsure:
        yield say(
            "Syarat yang belum pasti: {unsure}.",
            "Conditions that are not settled: {unsure}.",
            unsure=case.contender.rule.unsure,
        )
    if rivals := _names(case.unsettled_rivals):
        yield say(
            "Urutannya masih bergantung pada {rivals}.",
            "The order still depends on {rivals}.",
            rivals=rivals,
        )
    level = tuple(each for each in case.rivals if is_level(case.contender, each))
    if level and 1 + len(case.rivals) > case.award.places:
        yield say(
            "Seri pada batas penghargaan dengan {names}.",
            "Tied at the award's boundary with {names}.",
            names=_names(level),
        )


def _names(contenders_: Sequence[Contender]) -> tuple[Text, ...]:
    return tuple(same(each.scorecard.participant.name) for each in contenders_)


def _numbered(
    decided: Iterator[AwardResult], first: int, rubric: Rubric
) -> Iterator[AwardResult]:
    """Number winners by place; those who share a place follow each other."""
    numbering = rubric.certificate.number
    given: dict[int, int] = {}
    for result in decided:
        if result.status != "won":
            yield result
            continue
        running = first + result.place - 1 + given.get(result.place, 0)
        given[result.place] = given.get(result.place, 0) + 1
        digits = f"{running:0{numbering.width}d}"
        yield replace(result, number=f"{numbering.prefix}{digits}{numbering.suffix}")
