"""A self-assessment as JSON for other programs."""

from __future__ import annotations

import json
from typing import Any

from scorecard.advice.advising import Advice
from scorecard.assessment import Assessment
from scorecard.cli.advice_json import gains_json
from scorecard.cli.problems import problem_json
from scorecard.cli.what_if_view import what_if_json
from scorecard.errors import worst_first
from scorecard.model import CriterionScore, Finding, Score, Scorecard
from scorecard.number import Language


def assessment_json(found: Assessment, exit_code: int, language: Language) -> str:
    """Tell every scorecard with its repairs, and all problems."""
    season = found.season
    pairs = zip(season.scorecards, found.advice, strict=True)
    content = {
        "exit_code": int(exit_code),
        "tool": season.tool,
        "rubric": {
            "id": season.rubric.id,
            "edition": season.rubric.edition,
            "sha256": season.rubric.sha256,
        },
        **what_if_json(season, language),
        "scorecards": [
            {
                **_scorecard(scorecard, language),
                "repairs": _repairs(advice, found, language),
            }
            for scorecard, advice in pairs
        ],
        "problems": [
            problem_json(each, language) for each in worst_first(season.problems)
        ],
    }
    return json.dumps(content, indent=1, ensure_ascii=False)


def _repairs(
    advice: Advice, found: Assessment, language: Language
) -> list[dict[str, Any]]:
    return gains_json(advice.gains, found.rubric, language)


def _scorecard(scorecard: Scorecard, language: Language) -> dict[str, Any]:
    band = scorecard.band
    return {
        "participant": {
            "code": scorecard.participant.code,
            "name": scorecard.participant.name,
            "category": scorecard.participant.category,
        },
        "outcome": scorecard.outcome,
        "total": _ends(scorecard.total),
        "band": [band.low, band.high] if band else None,
        "reason": scorecard.reason.in_(language),
        "gates": [gate.reason.in_(language) for gate in scorecard.gates],
        "criteria": [_criterion(each) for each in scorecard.criteria],
        "indicators": [_finding(each, language) for each in scorecard.findings],
    }


def _criterion(criterion: CriterionScore) -> dict[str, Any]:
    return {
        "id": criterion.criterion,
        "share": str(criterion.share),
        "points": _ends(criterion.points),
    }


def _finding(finding: Finding, language: Language) -> dict[str, Any]:
    return {
        "id": finding.indicator,
        "state": finding.state,
        "informative": finding.informative,
        "points": _ends(finding.points),
        "share": str(finding.share),
        "reason": finding.reason.in_(language),
        "remedy": finding.remedy.in_(language) if finding.remedy else None,
    }


def _ends(score: Score | None) -> list[str] | None:
    return [score.published_low, score.published_high] if score else None
