"""The rubric's scalars: text from YAML becomes exact numbers, dates and flags.

The YAML reader hands over every scalar as the text that was written, so that `no`,
`1.10` and `12:30` mean what they look like. Each type here accepts one notation.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from scorecard.number import exact
from scorecard.wording import Text

RATIO = r"-?[0-9]{1,9}/[1-9][0-9]{0,8}"
_FLAGS = {"true": True, "false": False}
_NUMBER = PydanticCustomError("bad_number", "write a plain number such as 40 or 21.85")
_WHOLE = PydanticCustomError("bad_whole", "write a whole number such as 3")
_FLAG = PydanticCustomError("bad_flag", "write true or false")
_DAY = PydanticCustomError("bad_day", "write a date such as 2025-12-31")


def _number(value: Any) -> Fraction:
    if isinstance(value, Fraction):
        return value
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise _NUMBER
    try:
        return _ratio(value) or exact(str(value))
    except ValueError:
        raise _NUMBER from None


def _ratio(value: int | str) -> Fraction | None:
    """Read ``100/3``, which no decimal can say; both numbers are whole."""
    found = re.fullmatch(RATIO, str(value))
    return Fraction(found[0]) if found else None


def _whole(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,9}", value):
        return int(value)
    raise _WHOLE


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in _FLAGS:
        return _FLAGS[value]
    raise _FLAG


def _day(value: Any) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise _DAY


Number = Annotated[
    Fraction,
    BeforeValidator(_number),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": ["number", "string"], "pattern": f"^{RATIO}$"}),
]
Whole = Annotated[int, BeforeValidator(_whole), WithJsonSchema({"type": "integer"})]
Flag = Annotated[bool, BeforeValidator(_flag), WithJsonSchema({"type": "boolean"})]
Day = Annotated[
    date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})
]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$", max_length=60)]
PictureName = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*\.(svg|png)$", max_length=60),
]
Line = Annotated[
    str,
    StringConstraints(min_length=1, max_length=2000),
    WithJsonSchema({"type": ["string", "number", "boolean"]}),
]


class Noun(BaseModel):
    """A frozen part of the rulebook that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Words(Noun):
    """A wording in Indonesian and English; both are required."""

    id: Line
    en: Line

    @property
    def text(self) -> Text:
        """The wording as sentences use it."""
        return Text(self.id, self.en)
