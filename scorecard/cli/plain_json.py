"""A result as JSON for other programs, its sentences in one language."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from scorecard.number import Language
from scorecard.wording import Text


def plain_json(found: Any, language: Language) -> str:
    """Write a dataclass as an object: exact ratios as texts, published figures too."""
    return json.dumps(plain(found, language), indent=1, ensure_ascii=False)


def plain(value: Any, language: Language) -> Any:
    """Turn dataclasses, tuples, sentences, ratios and dates into what JSON has."""
    match value:
        case Text():
            return value.in_(language)
        case tuple() | list():
            return [plain(each, language) for each in value]
        case Fraction():
            return str(value)
        case date():
            return value.isoformat()
    if is_dataclass(value):
        parts = ((each.name, getattr(value, each.name)) for each in fields(value))
        return {name: plain(part, language) for name, part in parts}
    return value
