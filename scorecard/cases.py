"""Step 6, rank: a share of few cases beside one of many; neither is silent.

A side ranking of a share shows the end of Wilson's interval that is worse for its
participant, and says where that end would turn the order round.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import accumulate

from scorecard.methods import wilson
from scorecard.model import Finding, Scorecard, Standing
from scorecard.number import published
from scorecard.rubric.nouns import Rubric, SideRanking
from scorecard.wording import Places, Text, say


def ranked_value(scorecard: Scorecard, side: SideRanking) -> Fraction | None:
    """Give what a side ranking compares: the value, or the worse end of the share.

    None where nothing is scored, or of fewer cases than the ranking asks for.
    """
    finding = _scored(scorecard, side)
    if finding is None or _is_of_too_few(finding, side):
        return None
    return finding.value if side.on == "value" else bound(finding, side)


def bound(finding: Finding, side: SideRanking) -> Fraction | None:
    """Give the worse end of a share's interval in per cent; None if it is no share."""
    of, over = finding.numerator, finding.denominator
    if of is None or over is None or over <= 0 or not 0 <= of <= over:
        return None
    end = wilson.lower if side.prefer == "higher" else wilson.upper
    return end(of, over, side.confidence)


def with_cases(
    standings: Sequence[Standing],
    side: SideRanking,
    members: Sequence[Scorecard],
    rubric: Rubric,
) -> tuple[Standing, ...]:
    """Add each share's worse end, and a note where it contradicts the order."""
    found = {card.participant.code: _scored(card, side) for card in members}
    names = {card.participant.code: card.participant.name for card in members}
    notes = dict(_notes(standings, side, found, names))
    return tuple(
        replace(
            standing,
            bound=_shown(found[standing.participant], side, rubric),
            note=notes.get(standing.participant, standing.note),
        )
        for standing in standings
    )


def _notes(
    standings: Sequence[Standing],
    side: SideRanking,
    found: Mapping[str, Finding | None],
    names: Mapping[str, str],
) -> Iterator[tuple[str, Text]]:
    for standing in standings:
        finding = found[standing.participant]
        if standing.place is None and finding is not None:
            yield standing.participant, _too_few(finding, side)
    placed = [each.participant for each in standings if each.place is not None]
    for code, other in _turned(placed, side, found):
        mine, theirs = found[code], found[other]
        if mine is not None and theirs is not None:
            yield code, _words((mine, theirs), names[other], side)


def _turned(
    placed: Sequence[str], side: SideRanking, found: Mapping[str, Finding | None]
) -> Iterator[tuple[str, str]]:
    """Pair who is ahead with the one behind whose other figure is the best of all.

    The other figure is the bound where the value ranks, and the value where the bound
    does.
    """
    sign = 1 if side.prefer == "higher" else -1
    others = [
        (sign * value, code)
        for code in placed
        if (value := _other(found[code], side)) is not None
    ]
    behind = list(accumulate(reversed(others), max))[::-1]
    for (mine, code), (best, other) in zip(others, behind[1:], strict=False):
        if mine < best:
            yield code, other


def _other(finding: Finding | None, side: SideRanking) -> Fraction | None:
    if finding is None:
        return None
    return bound(finding, side) if side.on == "value" else finding.value


def _scored(scorecard: Scorecard, side: SideRanking) -> Finding | None:
    finding = scorecard.finding(side.by)
    return finding if finding is not None and finding.state == "scored" else None


def _is_of_too_few(finding: Finding, side: SideRanking) -> bool:
    cases = finding.denominator
    return cases is not None and cases < side.least


def _shown(finding: Finding | None, side: SideRanking, rubric: Rubric) -> str:
    end = None if finding is None else bound(finding, side)
    if end is None:
        return ""
    return published(end, rubric.score.places, rubric.score.mode)


def _too_few(finding: Finding, side: SideRanking) -> Text:
    return say(
        "Tidak diperingkat: {of} dari {over} kasus, paling sedikit {least} kasus.",
        "Not ranked: {of} of {over} cases, at least {least} cases are needed.",
        of=finding.numerator,
        over=finding.denominator,
        least=side.least,
    )


def _words(pair: tuple[Finding, Finding], name: str, side: SideRanking) -> Text:
    mine, theirs = pair
    figures = {
        "name": name,
        "of": mine.numerator,
        "over": mine.denominator,
        "their_of": theirs.numerator,
        "their_over": theirs.denominator,
        "value": _places(mine.value),
        "their_value": _places(theirs.value),
        "end": _places(bound(mine, side)),
        "their_end": _places(bound(theirs, side)),
        "confidence": side.confidence,
    }
    words = _BY_VALUE if side.on == "value" else _BY_BOUND
    return say(words.id, words.en, **figures)


def _places(value: Fraction | None) -> Places | None:
    return None if value is None else Places(value, 2)


_BY_VALUE = Text(
    "Di atas {name} menurut nilai ({value} berbanding {their_value}), tetapi dari "
    "jumlah kasus yang berbeda: {of} dari {over} berbanding {their_of} dari "
    "{their_over}. Menurut batas Wilson {confidence} % urutannya terbalik: {end} "
    "berbanding {their_end}.",
    "Ahead of {name} by value ({value} against {their_value}), but of another number "
    "of cases: {of} of {over} against {their_of} of {their_over}. By the Wilson bound "
    "at {confidence} % the order is the other way round: {end} against {their_end}.",
)
_BY_BOUND = Text(
    "Di atas {name} menurut batas Wilson {confidence} % ({end} berbanding "
    "{their_end}): {of} dari {over} kasus berbanding {their_of} dari {their_over}. "
    "Menurut nilai urutannya terbalik: {value} berbanding {their_value}.",
    "Ahead of {name} by the Wilson bound at {confidence} % ({end} against "
    "{their_end}): {of} of {over} cases against {their_of} of {their_over}. By value "
    "the order is the other way round: {value} against {their_value}.",
)
