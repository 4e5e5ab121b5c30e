"""One participant as a row of the recap: its scorecard, its places, its awards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.model import AwardResult, Ranking, Scorecard, Season, Standing
from scorecard.number import display_published
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.book import Book, Cell, as_number, tint

TOTAL = ""
"""The key of the ranking by total among a line's standings."""


@dataclass(frozen=True, slots=True)
class Line:
    """A participant with its standing in each ranking of its category."""

    scorecard: Scorecard
    standings: Mapping[str, Standing]
    problems: int
    awards: tuple[AwardResult, ...]


def lines_of(season: Season, rubric: Rubric, category: str) -> list[Line]:
    """Give a category's participants as ranked; the unranked stand last, by code.

    Where a category is ranked within each parent, one parent follows the other.
    """
    rankings = standings_of(season, rubric, category)
    order = {code: place for place, code in enumerate(rankings.get(TOTAL, {}))}
    problems = Counter(problem.participant for problem in season.problems)
    cards = [
        each for each in season.scorecards if each.participant.category == category
    ]
    cards.sort(key=lambda card: _place_in(order, card.participant.code))
    return [
        _line(card, rankings, problems[card.participant.code], season) for card in cards
    ]


def standings_of(
    season: Season, rubric: Rubric, category: str
) -> Mapping[str, Mapping[str, Standing]]:
    """Give a category's standings by ranking and participant, each as ranked."""
    rankings: dict[str, dict[str, Standing]] = {}
    for ranking in season.rankings:
        if ranking.category == category:
            standings = rankings.setdefault(_key(ranking, rubric), {})
            standings |= {each.participant: each for each in ranking.standings}
    return rankings


def band_words(book: Book, rubric: Rubric, scorecard: Scorecard) -> str:
    """Give the band in words: both ends of an interval, or why there is none."""
    if scorecard.outcome == "not_submitted":
        return rubric.score.not_submitted.text.in_(book.language)
    if scorecard.band is None:
        return rubric.score.not_scored.text.in_(book.language)
    return scorecard.band.title.in_(book.language)


def band_cell(book: Book, rubric: Rubric, scorecard: Scorecard) -> Cell:
    """Write the band as a word, on a light shade of its colour once it is settled."""
    words = band_words(book, rubric, scorecard)
    band = scorecard.band
    if band is None:
        return Cell(words, "row absent wrap")
    shade = f" fill:{tint(band.colour)}" if is_settled(scorecard) else ""
    return Cell(words, f"row centre wrap bold{shade}")


def zone_words(book: Book, rubric: Rubric, scorecard: Scorecard) -> str:
    """Give the zone in words, both ends of an interval."""
    band = scorecard.band
    if band is None:
        return ""
    zones = {each.id: each.zone for each in rubric.bands.ranges}
    ends = (zones.get(band.low), zones.get(band.high))
    words = (zone.text.in_(book.language) for zone in ends if zone)
    return " – ".join(dict.fromkeys(words))


def is_settled(scorecard: Scorecard) -> bool:
    """Tell whether the band cannot change any more."""
    return scorecard.band is not None and scorecard.band.low == scorecard.band.high


def has_intervals(season: Season) -> bool:
    """Tell whether any total of the season is not settled yet."""
    totals = (card.total for card in season.scorecards)
    return any(total is not None and total.is_interval for total in totals)


def published_cell(published: str, look: str = "row") -> Cell:
    """Write a published figure as a number with all its decimals."""
    places = len(published.partition(".")[2])
    return Cell(as_number(published), f"{look} places:{places}")


def interval_words(book: Book, low: str, high: str) -> str:
    """Write an interval as a reader of the language does."""
    ends = (display_published(end, book.language) for end in (low, high))
    return "–".join(ends)


def sentence_case(words: str) -> str:
    """Begin with a capital letter, as a heading does."""
    return words[:1].upper() + words[1:]


def _line(
    card: Scorecard,
    rankings: Mapping[str, Mapping[str, Standing]],
    problems: int,
    season: Season,
) -> Line:
    code = card.participant.code
    standings = {
        key: standings[code] for key, standings in rankings.items() if code in standings
    }
    awards = tuple(each for each in season.awards if each.participant == code)
    return Line(card, standings, problems, awards)


def _key(ranking: Ranking, rubric: Rubric) -> str:
    return ranking.id if ranking.id in {each.id for each in rubric.rankings} else TOTAL


def _place_in(order: Mapping[str, int], code: str) -> tuple[int, str]:
    return order.get(code, len(order)), code
