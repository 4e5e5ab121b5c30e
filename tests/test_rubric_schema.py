"""The JSON Schema is valid, accepts every shipped rubric and refuses broken shapes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from scorecard.rubric.load import DEFAULT
from scorecard.rubric.schema import keys_at, rubric_schema
from tests.test_rubric_mistakes import BROKEN, MINIMAL, merged

SHIPPED = [DEFAULT, *sorted((DEFAULT.parent / "rubrics").glob("*.yaml"))]
VALIDATOR = Draft202012Validator(rubric_schema())
SHAPES = re.compile("unknown_(key|verb|word)|missing|bad_(number|flag|whole|id|colour)")


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: only true and false are flags, dates are text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag.rpartition(":")[2] in {"int", "float", "null"}
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf")
)


def seen_by_an_editor(text: str) -> Any:
    return yaml.load(text, Loader=EditorLoader)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(rubric_schema())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_schema_accepts_each_shipped_rubric(path: Path) -> None:
    errors = VALIDATOR.iter_errors(seen_by_an_editor(path.read_text(encoding="utf-8")))

    assert [(list(error.path), error.message[:200]) for error in errors] == []


def test_the_schema_accepts_the_minimal_rubric() -> None:
    VALIDATOR.validate(seen_by_an_editor(MINIMAL))


@pytest.mark.parametrize(
    "path",
    [path for path in BROKEN if SHAPES.match(path.stem)],
    ids=lambda path: path.stem,
)
def test_the_schema_refuses_a_broken_shape(path: Path) -> None:
    text = merged(path.read_text(encoding="utf-8"))

    assert not VALIDATOR.is_valid(seen_by_an_editor(text))


def test_the_schema_beside_the_default_rubric_is_the_current_one() -> None:
    """Made again with ``scorecard rubric schema > scorecard/rubric.schema.json``."""
    shipped = DEFAULT.with_name("rubric.schema.json").read_text(encoding="utf-8")

    assert json.loads(shipped) == rubric_schema()


def test_the_schema_describes_each_noun() -> None:
    nouns = rubric_schema()["$defs"].values()

    assert [noun["title"] for noun in nouns if not noun.get("description")] == []


def test_the_schema_offers_the_keys_as_they_are_written() -> None:
    steps = ("criteria", 0, "indicators", 0, "scale", "bands", "steps", 0)

    assert keys_at(steps) == ("from", "points")
    assert keys_at(("score", "basis", "<keys>", "places", "<verified>")) == (
        "verified",
    )
    assert keys_at(("form", "sheets", "recap")) == ("name", "aliases")
