"""Step 1, read rubric: the rubric's JSON Schema, for editors and for did-you-mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeAlias

from scorecard.rubric.nouns import Rubric

Schema: TypeAlias = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NOTHING = {"type": "null"}
_NUMBER = ["number", "string"]


def rubric_schema() -> Schema:
    """Give the JSON Schema (draft 2020-12) that an editor completes a rubric by.

    It describes what a YAML 1.2 reader sees: bare numbers and flags, dates as text.
    It is as strict as the loader on keys and verbs; references are the lint's work.
    """
    return {"$schema": _DIALECT, "$id": "urn:scorecard:rubric", **_schema()}


def keys_at(location: Sequence[str | int]) -> tuple[str, ...]:
    """List the keys that may stand at pydantic's location of a mapping."""
    schema: Schema = _schema()
    for part in location:
        schema = _step(_resolved(schema), part)
    return tuple(_resolved(schema).get("properties", ()))


@cache
def _schema() -> Schema:
    schema = Rubric.model_json_schema(by_alias=True, mode="validation")
    tightened = _tightened(schema)
    assert isinstance(tightened, dict)
    return tightened


def _tightened(schema: Any) -> Any:
    """Refuse what the loader refuses: nulls, and keys that are no ids."""
    if isinstance(schema, list):
        return [_tightened(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    tight = {key: _tightened(each) for key, each in schema.items()}
    if tight.get("type") in (_NUMBER, "integer") and "default" in tight:
        tight["default"] = int(tight["default"])
    if tight.get("default", "") is None:
        del tight["default"]
    if "patternProperties" in tight:
        tight["additionalProperties"] = False
    if _NOTHING in tight.get("anyOf", ()):
        (something,) = (each for each in tight.pop("anyOf") if each != _NOTHING)
        tight = {**something, **tight}
    return tight


def _step(schema: Schema, part: str | int) -> Schema:
    tags = schema.get("discriminator", {}).get("mapping", {})
    if part in tags:
        return {"$ref": tags[part]}
    if isinstance(part, int):
        found = schema.get("items")
    elif part.startswith("<"):
        found = _shape(schema, part.strip("<>"))
    else:
        found = schema.get("properties", {}).get(part) or _any_value(schema)
    return found if isinstance(found, dict) else {}


def _shape(schema: Schema, tag: str) -> Schema | None:
    """Choose the alternative of a `basis` that pydantic chose."""
    for alternative in map(_resolved, schema.get("oneOf", ())):
        if tag in alternative.get("properties", {}):
            return alternative
        if tag == "keys" and _any_value(alternative):
            return alternative
    return None


def _any_value(schema: Schema) -> Schema | None:
    values = schema.get("patternProperties", {}).values()
    return next(iter(values), schema.get("additionalProperties"))


def _resolved(schema: Schema) -> Schema:
    while "$ref" in schema:
        schema = _schema()["$defs"][schema["$ref"].rpartition("/")[2]]
    return schema
