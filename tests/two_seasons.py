"""Seasons for tests of the comparison, stated in the test: rubric and recap figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from scorecard.awards import awards
from scorecard.comparison.comparing import compared
from scorecard.comparison.developments import OneSeason
from scorecard.model import (
    Comparison,
    Participant,
    RubricUsed,
    Season,
    Submission,
    Succession,
)
from scorecard.ranking import rankings
from scorecard.rubric.nouns import Rubric
from scorecard.scoring import assess
from tests.small import criterion, indicator, rubric, submission

BEFORE, AFTER = date(2024, 3, 31), date(2025, 3, 31)


def one_share(**more: Any) -> Rubric:
    """Closed of received, weighing all: the total is the percentage."""
    return rubric(criterion("k", indicators=[indicator("i")]), **more)


_PLAIN = one_share()


def sent(code: str, closed: int, received: int = 100, name: str = "") -> Submission:
    """Send a recap of so many closed out of so many received."""
    return named(submission(code, masuk=received, selesai=closed), name)


def named(made: Submission, name: str) -> Submission:
    """Give the sender another name."""
    who = replace(made.participant, name=name or made.participant.name)
    return replace(made, participant=who)


def absent(code: str) -> Submission:
    """Expect a participant who sends nothing."""
    who = Participant(code, f"Provinsi {code}", "provinsi", "semua")
    return Submission(who, "", submitted=False)


def season_of(rules: Rubric, *sent_: Submission, as_of: date = AFTER) -> OneSeason:
    """Score and rank the submissions as a season of their own."""
    cards = tuple(assess(each, rules) for each in sent_)
    title = rules.title.text
    season = Season(
        format="scorecard-results/1",
        tool="",
        as_of=as_of,
        rubric=RubricUsed(rules.id, rules.edition, title, "", ""),
        scorecards=cards,
        rankings=rankings(cards, rules),
        awards=awards(cards, rules),
        problems=(),
        inputs=(),
    )
    return OneSeason(season, rules)


def both(
    before: Sequence[Submission],
    after: Sequence[Submission],
    *rows: Succession,
    rules: tuple[Rubric, Rubric] | None = None,
) -> Comparison:
    """Compare two seasons of one rubric, or of two."""
    old, new = rules or (_PLAIN, _PLAIN)
    then = season_of(old, *before, as_of=BEFORE)
    return compared(then, season_of(new, *after), rows)


def row(
    before: str, after: str, kind: str, since: date = date(2024, 7, 1)
) -> Succession:
    """Write a row of the table of regions that changed."""
    return Succession(before, after, kind, since, f"UU {after}")  # type: ignore[arg-type]
