"""A rubric as plain data, whatever way its file writes it, and what differs in two.

Defaults are filled in, numbers and dates are written in one way, and what is absent is
left out: only what a rule means makes a difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias

from pydantic import BaseModel

from scorecard.rubric.nouns import Rubric
from scorecard.rubric.rules import as_written
from scorecard.rubric.strict_yaml import Data

Names: TypeAlias = tuple[str, ...]
"""A way from the rubric's top by keys and ids: ``criteria``, ``completion``."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where two rubrics differ; None where one of them has nothing there."""

    path: Names
    before: Data
    after: Data


def plain(rubric: Rubric) -> Data:
    """Give a rubric as mappings, lists and text, its keys in the language's order."""
    return _plain(rubric)


def plain_of(noun: object) -> Data:
    """Give any part of a rubric as plain data; None for one that is not there."""
    return None if noun is None else _plain(noun)


def differences(before: Data, after: Data, path: Names = ()) -> Iterator[Difference]:
    """Walk two rubrics alike; items of a list are told by id where all have one.

    Where they have none they are told by number, as long as there are as many.
    """
    old, new = _keyed(before), _keyed(after)
    if isinstance(before, list) and isinstance(after, list) and None in (old, new):
        old, new = _numbered(before, after), _numbered(after, before)
    if old is not None and new is not None and old.get("verb") == new.get("verb"):
        for key in (*old, *(each for each in new if each not in old)):
            yield from differences(old.get(key), new.get(key), (*path, key))
    elif before != after:
        yield Difference(path, before, after)


def identity(item: Data) -> str | None:
    """Give an item's id; a text in two languages has none, though it has that key."""
    if not isinstance(item, dict) or "en" in item:
        return None
    name = item.get("id")
    return name if isinstance(name, str) else None


def by_id(items: Sequence[Data]) -> dict[str, Data] | None:
    """Give a list's items by their ids; None where one has none, or shares it."""
    names = [identity(item) for item in items]
    known = {name: item for name, item in zip(names, items, strict=True) if name}
    return known if len(known) == len(items) else None


def _keyed(data: Data) -> Mapping[str, Data] | None:
    match data:
        case dict():
            return data
        case list():
            return by_id(data)
    return None


def _numbered(items: list[Data], others: list[Data]) -> Mapping[str, Data] | None:
    alike = len(items) == len(others) and all(isinstance(i, dict) for i in items)
    return {str(n): each for n, each in enumerate(items, 1)} if alike else None


def _plain(value: Any) -> Data:
    match value:
        case BaseModel():
            return _model(value)
        case dict():
            return {str(key): _plain(each) for key, each in value.items()}
        case tuple():
            return [_plain(each) for each in value]
        case bool():
            return "true" if value else "false"
        case int() | Fraction() | date():
            return str(as_written(value))
    return str(value)


def _model(noun: BaseModel) -> dict[str, Data]:
    fields = type(noun).model_fields
    named = ((each.alias or name, getattr(noun, name)) for name, each in fields.items())
    return {name: _plain(value) for name, value in named if value is not None}
