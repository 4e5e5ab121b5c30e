"""What the nouns are made of: the words a field may hold, exact ratios, cell values."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import (
    BeforeValidator,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)

State: TypeAlias = Literal[
    "scored", "missing", "unreadable", "not_applicable", "pending", "waived"
]
Outcome: TypeAlias = Literal["scored", "interval", "not_scored", "not_submitted"]
NodeKind: TypeAlias = Literal["criterion", "indicator"]
FileKind: TypeAlias = Literal["pdf", "jpg", "png", "docx", "xlsx", "zip"]
ActiveContent: TypeAlias = Literal["javascript", "launch", "embedded_files"]
RepairKind: TypeAlias = Literal["paper", "answer", "figure", "tickets", "marks"]
Hold: TypeAlias = Literal["none", "at_most", "reporter", "past", "assessed"]

_RATIO = r"^-?[0-9]{1,2000}(/[1-9][0-9]{0,2000})?$"


def _exact(value: Any) -> Fraction:
    if isinstance(value, Fraction):
        return value
    if isinstance(value, str) and re.match(_RATIO, value):
        return Fraction(value)
    raise ValueError("not an exact ratio such as 271/273")


Exact = Annotated[
    Fraction,
    BeforeValidator(_exact),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": _RATIO}),
]
"""An exact ratio; in JSON ``"271/273"``, so that nothing is lost."""


def _from_json(value: Any) -> Any:
    match value:
        case {"exact": str(ratio)}:
            return _exact(ratio)
        case {"date": str(day)}:
            return date.fromisoformat(day)
        case bool() | str() | None:
            return value
    raise ValueError("not a value as evidence has it")


def _to_json(value: Any) -> Any:
    match value:
        case Fraction():
            return {"exact": str(value)}
        case date():
            return {"date": value.isoformat()}
    return value


Given = Annotated[
    Fraction | bool | str | date | None,
    PlainValidator(_from_json),
    PlainSerializer(_to_json),
]
"""A value of a cell; in JSON a number and a date say what they are, unlike texts."""
