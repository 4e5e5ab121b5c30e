"""results.json: there and back, its schema, and what is refused."""

from __future__ import annotations

import json
from fractions import Fraction

import jsonschema
import pytest

from scorecard.errors import ExitCode, ScorecardError
from scorecard.results import (
    SCHEMA_FILE,
    load_results,
    results_json,
    results_schema,
    schema_text,
)
from tests.handmade_season import handmade_season


def test_a_season_comes_back_as_it_was_written():
    written = results_json(handmade_season())
    assert load_results(written) == handmade_season()
    assert results_json(load_results(written)) == written


def test_exact_ratios_stand_beside_published_decimals():
    content = json.loads(results_json(handmade_season()))
    kepri = next(c for c in content["scorecards"] if c["participant"]["code"] == "21")
    completion = next(
        f for f in kepri["findings"] if f["indicator"] == "completion_rate"
    )
    assert Fraction(completion["value"]) == Fraction(27100, 273)
    assert completion["numerator"] == "271"
    assert kepri["total"]["published_low"].count(".") == 1


def test_the_file_is_readable_text_that_ends_with_a_newline():
    written = results_json(handmade_season())
    assert written.startswith(b'{\n "format": "scorecard-results/1",\n')
    assert written.endswith(b"}\n")
    assert "›".encode() not in written
    assert "\\u" not in written.decode()


def test_the_published_schema_is_that_of_the_model():
    published = SCHEMA_FILE.read_text(encoding="utf-8")
    assert published == schema_text(), (
        "write it again: python -c 'from scorecard import results as r;"
        ' r.SCHEMA_FILE.write_text(r.schema_text(), encoding="utf-8")\''
    )


def test_a_season_follows_the_schema():
    schema = results_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(results_json(handmade_season())), schema)


def test_an_absent_file_is_named(tmp_path):
    with pytest.raises(ScorecardError) as caught:
        load_results(tmp_path / "results.json")
    assert caught.value.exit_code == ExitCode.INPUT
    (problem,) = caught.value.problems
    assert problem.location.file.endswith("results.json")
    assert problem.message.en == "The results file is absent or cannot be opened."


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"format": 1}', b"\xff\xfe"])
def test_another_file_is_refused(content):
    with pytest.raises(ScorecardError) as caught:
        load_results(content)
    assert caught.value.exit_code == ExitCode.INPUT
    assert caught.value.problems[0].message.id.startswith(
        "Ini bukan berkas hasil yang utuh"
    )


def test_a_rubric_that_was_altered_inside_the_results_is_refused():
    content = json.loads(results_json(handmade_season()))
    content["rubric"]["text"] += "\n# weight: 99"
    with pytest.raises(ScorecardError) as caught:
        load_results(json.dumps(content).encode())
    assert caught.value.exit_code == ExitCode.INTEGRITY
