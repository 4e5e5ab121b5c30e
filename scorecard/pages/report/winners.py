"""Who won, how sure that is, and what separated each from the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from scorecard.model import Ranking, Standing
from scorecard.number import display
from scorecard.pages.report.bands import band_chip
from scorecard.pages.report.gaps import Gap, gap
from scorecard.pages.report.honours import Honour, by_total, honour
from scorecard.pages.report.view import View, placed, ranking_title, totals
from scorecard.pages.report.whiskers import range_text
from scorecard.pages.report.words import WORDS
from scorecard.wording import Places, Text, joined, say

_SHOWN, _PARTS = 3, 3


@dataclass(frozen=True, slots=True)
class Step:
    """A place on the podium; `before` says what separates it from the one above."""

    place: str
    code: str
    name: str
    total: str
    band: Markup
    before: str
    sure: str
    honours: tuple[Honour, ...]


@dataclass(frozen=True, slots=True)
class Podium:
    """The first of a ranking, and the awards that go by something else."""

    title: str
    ranked: str
    steps: tuple[Step, ...]
    others: tuple[Honour, ...]


def podiums(view: View) -> tuple[Podium, ...]:
    """Give the first of each ranking that has any."""
    return tuple(_podium(each, view) for each in totals(view) if placed(each))


def gap_sentence(found: Gap, view: View) -> Text:
    """Say how far the upper is ahead, and in which criteria, what counts most first."""
    parts = tuple(_part(each.title, each.difference, view) for each in found.parts)
    if not parts:
        return _ahead(found, view)
    about = WORDS["in_total"] if found.adds_up else WORDS["in_points"]
    where = say(
        "{about}: {parts}.", "{about}: {parts}.", about=about, parts=parts[:_PARTS]
    )
    return joined((_ahead(found, view), where))


def place_words(code: str, view: View) -> str:
    """Say within which places a participant is in most draws; empty if not known."""
    found, sure = view.ranges.get(code), view.season.robustness
    if found is None or sure is None:
        return ""
    share = Fraction(sure.highest) - Fraction(sure.lowest)
    words = say(
        "Peringkat {shown} dalam {share} % simulasi",
        "Place {shown} in {share} % of the draws",
        shown=range_text(found),
        share=share,
    )
    first = say(
        "; pertama dalam {p} %",
        "; first in {p} %",
        p=Fraction(found.leads),
    )
    parts = (words, first) if Fraction(found.leads) else (words,)
    return view.say(joined(parts, "")) + "."


def _podium(ranking: Ranking, view: View) -> Podium:
    ranked = placed(ranking)
    among = {each.participant for each in ranking.standings}
    others = (
        honour(each, view, named=True)
        for each in view.season.awards
        if each.participant in among and each.award not in by_total(view)
    )
    title = say("{n} diperingkat", "{n} ranked", n=len(ranked))
    steps = tuple(_steps(ranked[:_SHOWN], view))
    return Podium(ranking_title(ranking, view), view.say(title), steps, tuple(others))


def _steps(first: tuple[Standing, ...], view: View) -> Iterator[Step]:
    above = ""
    for standing in first:
        code = standing.participant
        card = view.cards[code]
        yield Step(
            place=view.tidy(standing.place or 0),
            code=code,
            name=card.participant.name,
            total=view.score(card.total),
            band=band_chip(card.band, view),
            before=_before(above, standing, view) if above else "",
            sure=place_words(code, view),
            honours=_honours(code, view),
        )
        above = code


def _before(above: str, standing: Standing, view: View) -> str:
    words = gap_sentence(gap(above, standing.participant, view), view)
    return view.say(joined((words, standing.tie) if standing.tie else (words,)))


def _honours(code: str, view: View) -> tuple[Honour, ...]:
    return tuple(
        honour(each, view)
        for each in view.season.awards
        if each.participant == code and each.award in by_total(view)
    )


def _ahead(found: Gap, view: View) -> Text:
    upper, lower = (
        view.cards[code].participant.name for code in (found.upper, found.lower)
    )
    if not found.whole:
        return say(
            "{upper} dan {lower} sama nilainya.",
            "{upper} and {lower} have the same total.",
            upper=upper,
            lower=lower,
        )
    return say(
        "{upper} unggul {whole} poin atas {lower}.",
        "{upper} is {whole} points ahead of {lower}.",
        upper=upper,
        lower=lower,
        whole=Places(found.whole, view.rubric.score.places),
    )


def _part(title: Text, difference: Fraction, view: View) -> Text:
    sign, places = "+" if difference > 0 else "", view.rubric.score.places
    figure = Text(display(difference, places, "id"), display(difference, places, "en"))
    return say("{t} {sign}{f}", "{t} {sign}{f}", t=title, sign=sign, f=figure)
