"""A season as large as wanted for the benchmark of pages: every participant has won.

The scorecards are those of the sample season, given to all official regions in turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import cycle, islice
from pathlib import Path

from scorecard import run
from scorecard.evidence.regions import regions
from scorecard.model import Season
from scorecard.pages.certificate import certificate_page
from scorecard.pages.edition import Edition
from scorecard.pages.medians import category_medians
from scorecard.pages.page import Page
from scorecard.pages.rapor import rapor_page
from scorecard.rubric.load import load_rubric
from scorecard.sealing import seal


def certificates(count: int) -> Iterator[Page]:
    """Give so many certificates, each of another participant."""
    edition = _edition(count)
    for award in edition.season.awards:
        yield certificate_page(edition, award, f"certificates/{award.participant}.pdf")


def rapors(count: int) -> Iterator[Page]:
    """Give so many rapor."""
    edition = _edition(count)
    medians = category_medians(edition.season)
    for card in edition.season.scorecards:
        code = card.participant.code
        yield rapor_page(edition, code, f"rapor/{code}.pdf", medians=medians)


@lru_cache(maxsize=1)
def _edition(count: int) -> Edition:
    loaded = load_rubric(None)
    sample = run.evaluate(Path("inputs"), loaded, loaded.rubric.as_of)
    season = _enlarged(sample, count)
    return Edition(season, loaded.rubric, seal(season))


def _enlarged(sample: Season, count: int) -> Season:
    scored = [each for each in sample.scorecards if each.outcome == "scored"]
    cards = tuple(
        replace(
            card,
            participant=replace(card.participant, code=code, name=name),
        )
        for card, (code, name) in zip(
            islice(cycle(scored), count), _participants(count), strict=True
        )
    )
    won = next(each for each in sample.awards if each.status == "won")
    awards = tuple(
        replace(
            won,
            participant=card.participant.code,
            category=card.participant.category,
            number=f"{number:03}/SP4N-LAPOR/2026",
        )
        for number, card in enumerate(cards, start=1)
    )
    return replace(sample, scorecards=cards, awards=awards, problems=())


def _participants(count: int) -> Iterator[tuple[str, str]]:
    every = tuple(regions().values())
    for number in range(count):
        region = every[number % len(every)]
        again = number // len(every)
        yield region.code + (f"-{again}" if again else ""), region.name
