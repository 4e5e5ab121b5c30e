"""The same summary as the screen shows, as JSON for other programs."""

from __future__ import annotations

import json
from typing import Any

from scorecard.cli.outcome import Report
from scorecard.cli.problems import problem_json
from scorecard.cli.robustness_json import plain
from scorecard.cli.signals import signal_json
from scorecard.cli.what_if_view import what_if_json
from scorecard.errors import worst_first
from scorecard.manifest import counts
from scorecard.model import AwardResult, BandReached, Ranking, Scorecard, Season
from scorecard.number import Language


def summary_json(report: Report, language: Language) -> str:
    """Tell a finished run; figures are canonical decimals such as ``99.27``."""
    season = report.season
    content = {
        "exit_code": int(report.outcome.exit_code),
        "reason": report.outcome.words.in_(language),
        "command": report.outcome.command,
        **season_summary(season, language),
        "problems": [
            problem_json(problem, language) for problem in worst_first(season.problems)
        ],
        "signals": [signal_json(each, language) for each in season.signals],
        "outputs": report.outputs.as_posix(),
        "files": [file.path for file in report.files],
    }
    return json.dumps(content, indent=1, ensure_ascii=False)


def season_summary(season: Season, language: Language) -> dict[str, Any]:
    """Tell a season: rubric, counts, participants, rankings, awards, how sure."""
    return {
        "tool": season.tool,
        "rubric": {
            "id": season.rubric.id,
            "edition": season.rubric.edition,
            "sha256": season.rubric.sha256,
        },
        **what_if_json(season, language),
        "as_of": season.as_of.isoformat(),
        "counts": counts(season),
        "participants": [_participant(each, language) for each in season.scorecards],
        "rankings": [_ranking(each) for each in season.rankings],
        "awards": [_award(each, language) for each in season.awards],
        "robustness": plain(season.robustness, language),
    }


def _participant(scorecard: Scorecard, language: Language) -> dict[str, Any]:
    total, band = scorecard.total, scorecard.band
    return {
        "code": scorecard.participant.code,
        "name": scorecard.participant.name,
        "category": scorecard.participant.category,
        "outcome": scorecard.outcome,
        "total": [total.published_low, total.published_high] if total else None,
        "band": _band(band, language) if band else None,
    }


def _band(band: BandReached, language: Language) -> dict[str, str]:
    """Tell a band by id, for programs, and by title; two ids while it is open."""
    ids = dict.fromkeys((band.low, band.high))
    return {"id": " – ".join(ids), "title": band.title.in_(language)}


def _ranking(ranking: Ranking) -> dict[str, Any]:
    return {
        "id": ranking.id,
        "category": ranking.category,
        "within": ranking.within,
        "standings": [
            {
                "place": standing.place,
                "participant": standing.participant,
                "value": standing.value,
                "shared": standing.shared,
                "provisional": standing.provisional,
            }
            for standing in ranking.standings
        ],
    }


def _award(award: AwardResult, language: Language) -> dict[str, Any]:
    return {
        "award": award.award,
        "category": award.category,
        "participant": award.participant,
        "place": award.place,
        "status": award.status,
        "reason": award.reason.in_(language),
    }
