"""The season's overview, filled into its template in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.pages.method import method_sentences
from scorecard.pages.report.bands import band_looks
from scorecard.pages.report.changes import changes
from scorecard.pages.report.headline import headline, lead
from scorecard.pages.report.heat import SIGNS, heat_map
from scorecard.pages.report.histogram import histograms
from scorecard.pages.report.standings import (
    categories,
    criteria_of,
    outcomes,
    provinces,
    tables,
)
from scorecard.pages.report.sureness import sureness
from scorecard.pages.report.tiles import tiles
from scorecard.pages.report.view import View
from scorecard.pages.report.whiskers import plots
from scorecard.pages.report.winners import podiums
from scorecard.pages.report.words import words_in
from scorecard.pages.template import fill
from scorecard.pages.words import WORDS as PAGE_WORDS
from scorecard.wording import Text, long_date, say


@dataclass(frozen=True, slots=True)
class Weight:
    """A heading's part of the whole, in per cent."""

    title: str
    weight: str


def overview(view: View, root: str) -> str:
    """Fill the overview; `root` is the seal of the results."""
    return fill("report/overview.html", {**_frame(view, root), **_sections(view)})


def _frame(view: View, root: str) -> dict[str, object]:
    season, language = view.season, view.language
    return {
        "w": words_in(language),
        "language": language,
        "title": view.say(season.rubric.title),
        "edition": season.rubric.edition,
        "as_of": long_date(season.as_of, language),
        "period": _period(view),
        "lead": lead(view),
        "what_if": _what_if(view),
        "figures": headline(view),
        "digest": season.rubric.sha256,
        "root": root,
        "tool": season.tool,
    }


def _sections(view: View) -> dict[str, object]:
    return {
        "podiums": podiums(view),
        "tables": tables(view),
        "criteria": [view.say(each.title.text) for each in criteria_of(view.rubric)],
        "categories": categories(view),
        "provinces": provinces(view),
        "outcomes": outcomes(view),
        "bands": band_looks(view),
        "sure": sureness(view),
        "plots": plots(view),
        "changes": changes(view),
        "histograms": histograms(view),
        "heat": heat_map(view),
        "signs": {sign: view.say(PAGE_WORDS[state]) for state, sign in SIGNS.items()},
        "tiles": tiles(view),
        "method": [view.say(each) for each in method_sentences(view.rubric)],
        "weights": tuple(_weights(view)),
        "gates": tuple(view.say(each) for each in _gates(view)),
    }


def _what_if(view: View) -> tuple[str, ...]:
    """Say that nothing here is official, where the rubric was tried otherwise."""
    asked = view.season.what_if
    return tuple(view.say(each) for each in asked.lines()) if asked else ()


def _period(view: View) -> str:
    period = view.season.period or view.rubric.period
    days = (long_date(day, view.language) for day in (period.start, period.end))
    return " – ".join(days)


def _weights(view: View) -> Iterator[Weight]:
    for each in criteria_of(view.rubric):
        yield Weight(view.say(each.title.text), view.tidy(each.weight))


def _gates(view: View) -> Iterator[Text]:
    bands = {each.id: each.title.text for each in view.rubric.bands.ranges}
    for gate in view.rubric.gates:
        yield say(
            "{title}: {of} di bawah {below} poin, predikat paling tinggi {cap}.",
            "{title}: {of} below {below} points, the band is at most {cap}.",
            title=gate.title.text,
            of=view.rubric.node(gate.of).title.text,
            below=gate.below,
            cap=bands[gate.cap],
        )
