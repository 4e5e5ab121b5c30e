"""Step 7, export: one participant's record, all that a season knows of it, as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from pydantic import TypeAdapter

from scorecard.errors import Problem
from scorecard.model import (
    AwardResult,
    InputFile,
    Scorecard,
    Season,
    Signal,
    Standing,
)
from scorecard.rubric.nouns import Rubric
from scorecard.self_assessment import Compared, compared
from scorecard.wording import Text


@dataclass(frozen=True, slots=True)
class RubricNamed:
    """The rubric by its name and digest; its text stands in results.json."""

    id: str
    edition: str
    title: Text
    sha256: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """The participant's standing in one ranking, and how many are placed there."""

    ranking: str
    title: Text
    category: str
    placed: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Record:
    """A participant's part of results.json, and its self-assessment compared.

    Field for field as in results.json, whose schema describes them.
    """

    format: Literal["scorecard-compliance/1"]
    tool: str
    as_of: date
    rubric: RubricNamed
    scorecard: Scorecard
    self_assessment: tuple[Compared, ...]
    rankings: tuple[Ranked, ...]
    awards: tuple[AwardResult, ...]
    problems: tuple[Problem, ...]
    signals: tuple[Signal, ...]
    inputs: tuple[InputFile, ...]


def record_json(season: Season, rubric: Rubric, code: str) -> bytes:
    """Write the record as UTF-8, keys in the order of the model, one a line.

    Raises KeyError for a code that has no scorecard.
    """
    return _record_type().dump_json(record_of(season, rubric, code), indent=1) + b"\n"


def record_of(season: Season, rubric: Rubric, code: str) -> Record:
    """Gather what the season holds of one participant."""
    card, used = season.scorecard(code), season.rubric
    return Record(
        format="scorecard-compliance/1",
        tool=season.tool,
        as_of=season.as_of,
        rubric=RubricNamed(used.id, used.edition, used.title, used.sha256),
        scorecard=card,
        self_assessment=compared(card, rubric),
        rankings=_rankings(season, code),
        awards=tuple(each for each in season.awards if each.participant == code),
        problems=season.problems_of(code),
        signals=season.signals_of(code),
        inputs=tuple(e for e in season.inputs if _belongs(e.path, card.path)),
    )


def _rankings(season: Season, code: str) -> tuple[Ranked, ...]:
    return tuple(
        Ranked(
            ranking.id,
            ranking.title,
            ranking.category,
            sum(each.place is not None for each in ranking.standings),
            standing,
        )
        for ranking in season.rankings
        for standing in ranking.standings
        if standing.participant == code
    )


def _belongs(path: str, folder: str) -> bool:
    return bool(folder) and (path == folder or path.startswith(f"{folder}/"))


@cache
def _record_type() -> TypeAdapter[Record]:
    return TypeAdapter(Record)
