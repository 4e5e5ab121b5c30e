"""`scorecard robustness --json`: all that the simulation found, in one language."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from scorecard.cli.what_if_view import what_if_json
from scorecard.model import Robustness, Season
from scorecard.number import Language
from scorecard.wording import Text


def as_json(found: Robustness, season: Season, language: Language) -> str:
    """Write it as an object; figures that were rounded are texts with a dot."""
    content = {**plain(found, language), **what_if_json(season, language)}
    return json.dumps(content, indent=1, ensure_ascii=False)


def plain(value: Any, language: Language) -> Any:
    """Turn a finding into what JSON knows, its sentences in one language."""
    match value:
        case Text():
            return value.in_(language)
        case tuple():
            return [plain(each, language) for each in value]
    if is_dataclass(value):
        parts = ((each.name, getattr(value, each.name)) for each in fields(value))
        return {name: plain(part, language) for name, part in parts}
    return value
