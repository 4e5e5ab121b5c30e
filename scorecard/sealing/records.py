"""A participant's record: what it was given, in one canonical text.

The record is the leaf of the season's tree. It holds no answer's text, no name of a
person and no ticket: states, figures, points, and the cells that they come from. The
digests of the submission's files are part of it, so that nobody who knows the published
points can guess a neighbour's record from its digest. How many participants there are
stands in it too: the tree's root alone would not tell 6 leaves from 7.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from scorecard.model import (
    AwardResult,
    BandReached,
    CriterionScore,
    Finding,
    InputFile,
    Ranking,
    Score,
    Scorecard,
    Season,
)
from scorecard.rubric.load import parse_rubric
from scorecard.sealing.canonical import Json
from scorecard.wording import Text

FORMAT = "scorecard-record/1"

Of = TypeVar("Of")


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What a season tells of each participant elsewhere than in its scorecard."""

    head: Json
    standings: Mapping[str, list[Json]]
    awards: Mapping[str, list[Json]]
    inputs: Mapping[str, InputFile]
    below: Mapping[str, list[InputFile]]


def records(season: Season) -> tuple[Json, ...]:
    """Give the record of each scorecard, in the season's order.

    Ratios are texts such as ``271/273``.
    """
    gathered = _gathered(season)
    return tuple(_record(scorecard, gathered) for scorecard in season.scorecards)


def _record(scorecard: Scorecard, gathered: _Gathered) -> Json:
    code = scorecard.participant.code
    return {
        **gathered.head,
        "participant": _participant(scorecard),
        "outcome": scorecard.outcome,
        "total": _score(scorecard.total),
        "band": _band(scorecard.band),
        "coverage": str(scorecard.coverage),
        "gates": [{"id": g.gate, "certain": g.certain} for g in scorecard.gates],
        "criteria": [_criterion(each) for each in scorecard.criteria],
        "indicators": [_indicator(each) for each in scorecard.findings],
        "standings": gathered.standings.get(code, []),
        "awards": gathered.awards.get(code, []),
        "inputs": [_input(each) for each in _sent(scorecard, gathered)],
    }


def _gathered(season: Season) -> _Gathered:
    head = {
        "format": FORMAT,
        "tool": season.tool,
        "rubric": _rubric(season),
        "as_of": season.as_of.isoformat(),
        "participants": len(season.scorecards),
    }
    awards = ((award.participant, _award(award)) for award in season.awards)
    return _Gathered(
        head,
        _grouped(_standings(season.rankings)),
        _grouped(awards),
        {file.path: file for file in season.inputs},
        _grouped((folder, file) for file in season.inputs for folder in _above(file)),
    )


def _grouped(pairs: Iterable[tuple[str, Of]]) -> dict[str, list[Of]]:
    found: dict[str, list[Of]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _above(file: InputFile) -> Iterator[str]:
    """Name the folders that a file lies in: ``a`` and ``a/b`` of ``a/b/c.pdf``."""
    folder = file.path.rpartition("/")[0]
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]


def _rubric(season: Season) -> Json:
    used = season.rubric
    start, end = _period(used.text)
    if season.period is not None:
        start, end = (
            day.isoformat() for day in (season.period.start, season.period.end)
        )
    return {
        "id": used.id,
        "edition": used.edition,
        "sha256": used.sha256,
        "title": _text(used.title),
        "period": {"start": start, "end": end},
    }


@cache
def _period(rubric_text: str) -> tuple[str, str]:
    """Read the period that is judged; the rubric was accepted when it was used."""
    period = parse_rubric(rubric_text, "results.json").rubric.period
    return period.start.isoformat(), period.end.isoformat()


def _participant(scorecard: Scorecard) -> Json:
    of = scorecard.participant
    return {
        "code": of.code,
        "name": of.name,
        "type": of.type,
        "category": of.category,
    }


def _score(score: Score | None) -> Json | None:
    if score is None:
        return None
    return {
        "low": str(score.low),
        "high": str(score.high),
        "published_low": score.published_low,
        "published_high": score.published_high,
    }


def _band(band: BandReached | None) -> Json | None:
    if band is None:
        return None
    return {"low": band.low, "high": band.high, "title": _text(band.title)}


def _criterion(criterion: CriterionScore) -> Json:
    return {
        "id": criterion.criterion,
        "parent": criterion.parent,
        "weight": str(criterion.weight),
        "share": str(criterion.share),
        "points": _score(criterion.points),
    }


def _indicator(finding: Finding) -> Json:
    return {
        "id": finding.indicator,
        "criterion": finding.criterion,
        "state": finding.state,
        "value": _ratio(finding.value),
        "numerator": _ratio(finding.numerator),
        "denominator": _ratio(finding.denominator),
        "weight": str(finding.weight),
        "share": str(finding.share),
        "points": _score(finding.points),
        "evidence": [str(cited.location) for cited in finding.evidence],
    }


def _standings(rankings: tuple[Ranking, ...]) -> Iterator[tuple[str, Json]]:
    for ranking in rankings:
        for standing in ranking.standings:
            shown = {
                "ranking": ranking.id,
                "category": ranking.category,
                "of": len(ranking.standings),
                "place": standing.place,
                "shared": standing.shared,
                "provisional": standing.provisional,
                "value": standing.value,
            }
            yield standing.participant, shown


def _award(award: AwardResult) -> Json:
    return {
        "id": award.award,
        "title": _text(award.title),
        "category": award.category,
        "place": award.place,
        "status": award.status,
        "number": award.number,
    }


def _sent(scorecard: Scorecard, gathered: _Gathered) -> tuple[InputFile, ...]:
    """Give the files of the submission: its workbook or folder, and what it names."""
    own = {file.path: file for file in gathered.below.get(scorecard.path, ())}
    named = (scorecard.path, *(file.path for file in scorecard.files if file.found))
    own |= {path: gathered.inputs[path] for path in named if path in gathered.inputs}
    return tuple(own[path] for path in sorted(own))


def _input(file: InputFile) -> Json:
    return {"path": file.path, "size": file.size, "sha256": file.sha256}


def _ratio(value: object) -> str | None:
    return None if value is None else str(value)


def _text(text: Text) -> Json:
    return {"id": text.id, "en": text.en}
