"""Steps 5 and 6, award: who wins by which rule, and why; what is still open.

An award is won only where nothing that is still pending, unread or tied could take it
away or change its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from scorecard.comparison.improvement import improvement_title
from scorecard.contenders import Contender, is_level, surely_above
from scorecard.model import AwardResult, Comparison, Scorecard
from scorecard.races import Race, entered, races
from scorecard.rubric.awards import Award
from scorecard.rubric.nouns import Rubric
from scorecard.ties import LOWEST
from scorecard.wording import Places, Text, joined, same, say

_Status: TypeAlias = Literal["won", "open", "denied"]


def awards(
    scorecards: Sequence[Scorecard],
    rubric: Rubric,
    compared: Comparison | None = None,
) -> tuple[AwardResult, ...]:
    """Decide every award of the rubric; those won have the number of a certificate.

    `compared` is with the earlier season, for awards by improvement: those are open
    without it.

    Each award keeps as many numbers for each category as it has places, so that a
    number once given stays the same when what is open is settled.
    """
    return tuple(
        result
        for race in races(scorecards, rubric, compared)
        for result in _decided(race, race.contenders, rubric)
    )


def awards_of(
    scorecard: Scorecard, found: Sequence[Race], rubric: Rubric
) -> tuple[AwardResult, ...]:
    """Decide one participant's awards among the others of races lined up before.

    A scorecard takes the place of the one that its participant had there.
    """
    code = scorecard.participant.code
    return tuple(
        result
        for race in found
        if race.takes(scorecard.participant)
        for result in _decided_for(code, entered(scorecard, race, rubric), rubric)
    )


@dataclass(frozen=True, slots=True)
class _Case:
    """One contender before the others of its race; `certain` ones meet every rule."""

    race: Race
    contender: Contender
    certain: tuple[Contender, ...]
    rubric: Rubric

    @property
    def award(self) -> Award:
        return self.race.award

    @property
    def best_place(self) -> int:
        """The highest place that is still possible, up to the first without award."""
        return 1 + self._ahead_among(self.certain)

    @property
    def place_of_all(self) -> int:
        """The place among all, whether they may win or not, up to the same."""
        return 1 + self._ahead_among(self.race.contenders)

    @property
    def rivals(self) -> tuple[Contender, ...]:
        """Those who may win and are not surely behind."""
        return tuple(
            each
            for each in self.race.contenders
            if each is not self.contender
            and each.rule.possible
            and not surely_above(self.contender, each)
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

    def _ahead_among(self, best_first: Sequence[Contender]) -> int:
        """Count who is surely above, no further than the award has places."""
        ahead = 0
        for each in best_first:
            if each.low <= self.contender.low or ahead == self.award.places:
                break
            ahead += surely_above(each, self.contender)
        return ahead


def _decided_for(code: str, race: Race, rubric: Rubric) -> Iterator[AwardResult]:
    """Decide for one participant, and those level with it: they share its numbers."""
    mine = [e for e in race.contenders if e.scorecard.participant.code == code]
    for contender in mine:
        level = [e for e in race.contenders if e is contender or is_level(e, contender)]
        for result in _decided(race, level, rubric):
            if result.participant == code:
                yield result


def _decided(
    race: Race, chosen: Sequence[Contender], rubric: Rubric
) -> Iterator[AwardResult]:
    """Decide for chosen contenders of a race, in their order."""
    certain = tuple(each for each in race.contenders if each.rule.certain)
    cases = (_Case(race, each, certain, rubric) for each in chosen)
    results = (
        _result(case, status) for case in cases if (status := _status(case)) is not None
    )
    return _numbered(results, race.first, rubric)


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
    if case.award.improvement is not None:
        if case.contender.low[0] == LOWEST:
            return _RISE_NOT_KNOWN
        name = improvement_title(case.award.improvement, case.rubric)
    elif case.award.by is not None:
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


_RISE_NOT_KNOWN = Text("Kenaikannya tidak diketahui.", "Its rise is not known.")


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
            failed=rule.that_are(met=False),
        )
    elif status == "open":
        yield from _why_open(case)
    elif met := rule.that_are(met=True):
        yield say("Syarat terpenuhi: {met}.", "Conditions met: {met}.", met=met)


def _why_open(case: _Case) -> Iterator[Text]:
    yield Text("Belum dapat ditetapkan.", "Cannot be decided yet.")
    if unsure := case.contender.rule.that_are(met=None):
        yield say(
            "Syarat yang belum pasti: {unsure}.",
            "Conditions that are not settled: {unsure}.",
            unsure=unsure,
        )
    if case.award.improvement is not None and case.race.compared is None:
        return
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
