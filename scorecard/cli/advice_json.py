"""Advice as JSON for other programs; exact gains as ratios beside decimals."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from scorecard.advice.advising import Advice
from scorecard.advice.changes import Attach, Change, Fill, Judge, Move, Retime
from scorecard.advice.gains import Gain, Position
from scorecard.advice.listed import listed
from scorecard.advice.offices import office_table
from scorecard.advice.plans import Plan
from scorecard.advice.repairs import Repair
from scorecard.number import Language
from scorecard.rubric.nouns import Rubric


def advice_json(advice: Advice, rubric: Rubric, language: Language) -> str:
    """Tell all that the screen shows, and every change that a repair consists of."""
    participant = advice.before.scorecard.participant
    offices = office_table(advice.before.scorecard, rubric)
    names = [quantity.id for quantity in offices.columns]
    content = {
        "participant": {"code": participant.code, "name": participant.name},
        "before": _position(advice.before),
        "repairs": gains_json(advice.gains, rubric, language),
        "next_band": advice.next_band.id if advice.next_band else None,
        "plan": _plan(advice.plan, language),
        "offices": [
            {
                "office": row.office,
                "received": row.received,
                **dict(zip(names, row.open, strict=True)),
            }
            for row in offices.rows
        ],
    }
    return json.dumps(content, indent=1, ensure_ascii=False)


def gains_json(
    gains: Sequence[Gain], rubric: Rubric, language: Language
) -> list[dict[str, Any]]:
    """Tell what each repair is worth."""
    return [
        {
            **_repair(gain.repair, language),
            "gain": listed(gain, rubric).published_gain,
            "gain_exact": str(gain.points),
            "after": _position(gain.after),
            "awards": [
                {"award": each.award, "status": each.status} for each in gain.awards
            ],
        }
        for gain in gains
    ]


def _repair(repair: Repair, language: Language) -> dict[str, Any]:
    return {
        "id": repair.id,
        "indicator": repair.indicator,
        "kind": repair.kind,
        "effort": repair.effort,
        "hold": repair.hold,
        "caveat": repair.caveat.in_(language),
        "title": repair.title.in_(language),
        "changes": [_change(change) for change in repair.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    place = change.location
    where = {"file": place.file, "sheet": place.sheet, "cell": place.cell}
    match change:
        case Fill():
            return {"fill": change.key, "value": _value(change.value), **where}
        case Attach():
            return {"attach": change.key, "path": change.path, **where}
        case Move():
            statuses = {"from": list(change.statuses), "to": change.target}
            return {"tickets": change.number, **statuses, **where}
        case Judge():
            return {"marks": change.indicator, "level": str(change.level), **where}
        case Retime():
            return {"series": change.series, **where}


def _value(value: Fraction | bool | str | date) -> str | bool:
    if isinstance(value, bool | str):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)


def _plan(plan: Plan | None, language: Language) -> dict[str, Any] | None:
    if plan is None:
        return None
    return {
        "repairs": [_repair(each, language) for each in plan.repairs],
        "after": _position(plan.after),
        "is_shortest": plan.is_shortest,
    }


def _position(position: Position) -> dict[str, Any]:
    total, band = position.scorecard.total, position.scorecard.band
    return {
        "total": [total.published_low, total.published_high] if total else None,
        "band": [band.low, band.high] if band else None,
        "place": position.place,
        "shared": position.shared,
    }
