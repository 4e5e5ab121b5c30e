"""Shipped rubrics and submissions to them, stated in the test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TypeAlias

from scorecard.errors import Location
from scorecard.model import Mark, Scorecard, Submission
from scorecard.rubric.load import load_rubric
from scorecard.rubric.nouns import Rubric
from tests.small import evidence, submission

PACKAGE = Path(__file__).parent.parent / "scorecard"
RUBRICS = {
    path.stem: path
    for path in (PACKAGE / "rubric.yaml", *sorted((PACKAGE / "rubrics").glob("*.yaml")))
}
Answers: TypeAlias = Mapping[str, int | bool | str | date]
Marks: TypeAlias = Mapping[str, Sequence[str]]


@cache
def shipped(name: str) -> Rubric:
    """Load a shipped rubric by its file's stem."""
    return load_rubric(RUBRICS[name]).rubric


def sent(
    category: str,
    answers: Answers | None = None,
    *,
    marks: Marks | None = None,
    files: tuple[str, ...] = (),
) -> Submission:
    """A submission of a category; each mark of an indicator is for its own ticket.

    `files` are document fields that name a file, and the file is there.
    """
    made = submission(files=files)
    told: Answers = {**(answers or {}), **dict.fromkeys(files, "bukti/berkas.pdf")}
    return replace(
        made,
        participant=replace(made.participant, category=category),
        answers={key: evidence(value) for key, value in told.items()},
        marks=tuple(
            _mark(indicator, str(ticket), value)
            for indicator, values in (marks or {}).items()
            for ticket, value in enumerate(values)
        ),
    )


def total(card: Scorecard) -> tuple[str, str]:
    """The published total and the band, neither of them open."""
    assert card.total is not None and not card.total.is_interval
    assert card.band is not None and card.band.low == card.band.high
    return card.total.published_low, card.band.low


def points(card: Scorecard, *nodes: str) -> list[str]:
    """The published points of criteria and indicators, ``-`` where there are none."""
    scores = [card.points_of(node) for node in nodes]
    return [score.published_low if score else "-" for score in scores]


def _mark(indicator: str, ticket: str, value: str) -> Mark:
    place = Location("_season/marks/penilai-1.xlsx", "Nilai", "E4")
    return Mark("21", indicator, ticket, "Penilai 1", Fraction(value), place)
