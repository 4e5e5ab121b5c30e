"""A season as one reader sees it: a language, and where its other files stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from scorecard.model import (
    AwardChance,
    AwardResult,
    Ranking,
    RankRange,
    Robustness,
    Score,
    Scorecard,
    Season,
    Standing,
)
from scorecard.names import certificate_stem, stems
from scorecard.number import Language, display, display_published, tidy
from scorecard.pages.figures import score_text
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text

PageEnding: TypeAlias = Literal["pdf", "html"]
TOTAL = "total"
LONG = 40
"""Rows from which on a table scrolls within itself."""


@dataclass(frozen=True, slots=True)
class View:
    """A season, its rubric, a language, and how printed pages end.

    `cards` are the scorecards by code, `stems` the file names without ending, `ranges`
    how sure each place is; empty where that was not worked out.
    """

    season: Season
    rubric: Rubric
    language: Language
    ending: PageEnding
    cards: Mapping[str, Scorecard]
    stems: Mapping[str, str]
    ranges: Mapping[str, RankRange]

    @property
    def sure(self) -> Robustness | None:
        """How sure the ranking is, if that was worked out."""
        return self.season.robustness

    def chance(self, code: str, award: str) -> AwardChance | None:
        """Give in how many draws a participant is within an award's places."""
        found = self.ranges.get(code)
        chances = found.awards if found else ()
        return next((each for each in chances if each.award == award), None)

    def say(self, text: Text) -> str:
        """Give a text in the reader's language."""
        return text.in_(self.language)

    def figure(self, value: Fraction) -> str:
        """Write points or a total with the rubric's decimals."""
        return display(value, self.rubric.score.places, self.language)

    def signed(self, value: Fraction) -> str:
        """Write a difference with its sign: ``+0,02``."""
        return ("+" if value > 0 else "") + self.figure(value)

    def tidy(self, value: Fraction | int) -> str:
        """Write a number with as few decimals as show it."""
        return tidy(Fraction(value), self.language)

    def published(self, text: str) -> str:
        """Write a decimal that was published."""
        return display_published(text, self.language) if text else ""

    def score(self, score: Score | None) -> str:
        """Write points or a total; both ends while it is not settled."""
        return score_text(score, self.language)

    def part(self, value: Fraction) -> Fraction:
        """Give a total as per cent of the published scale."""
        return value * 100 / self.rubric.score.maximum


def view_of(
    season: Season, rubric: Rubric, language: Language, ending: PageEnding
) -> View:
    """Look at a season in a language."""
    cards = {each.participant.code: each for each in season.scorecards}
    found = season.robustness
    ranges = {each.participant: each for each in found.ranks} if found else {}
    return View(season, rubric, language, ending, cards, stems(season), ranges)


def totals(view: View) -> tuple[Ranking, ...]:
    """Give the rankings by total, in the season's order."""
    return tuple(each for each in view.season.rankings if each.id == TOTAL)


def placed(ranking: Ranking) -> tuple[Standing, ...]:
    """Give those who have a place."""
    return tuple(each for each in ranking.standings if each.place is not None)


def ranking_title(ranking: Ranking, view: View) -> str:
    """Name a ranking by its category, and its government where it is within one."""
    titles = {each.id: each.title.text for each in view.rubric.categories}
    known = titles.get(ranking.category)
    title = view.say(known) if known else ranking.category
    return f"{title} · {ranking.within_name}" if ranking.within_name else title


def certificate_path(award: AwardResult, view: View) -> str:
    """Give where an award's certificate stands, from the report."""
    stem = certificate_stem(award, view.stems[award.participant], view.season)
    return f"certificates/{stem}.{view.ending}"


def files_of(code: str, view: View) -> Iterator[tuple[str, str]]:
    """Give each file of a participant beside the report: what it is, and its path."""
    stem = view.stems[code]
    yield "compliance", f"compliance/{stem}.xlsx"
    yield "rapor", f"rapor/{stem}.{view.ending}"
    for award in view.season.awards:
        won = award.participant == code and award.status == "won"
        if won and view.season.what_if is None:
            yield "certificate", certificate_path(award, view)
    yield "record", f"records/{stem}.json"
