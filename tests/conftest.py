"""Keep tests apart from what the user's own runs have kept; the sample season, run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["SCORECARD_CACHE"] = "off"
# Screens are as wide in a worker of pytest, or a narrow terminal, as in a pipe.
os.environ.pop("COLUMNS", None)
# A busy machine must not fail a test of a law.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

INPUTS = Path(__file__).parent.parent / "inputs"


@pytest.fixture(scope="session")
def sample_results() -> bytes:
    """Evaluate the sample season once: its results.json."""
    from scorecard.results import results_json
    from scorecard.rubric.load import load_rubric
    from scorecard.run import evaluate

    loaded = load_rubric(None)
    return results_json(evaluate(INPUTS, loaded, loaded.rubric.as_of))


@pytest.fixture
def evaluated_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample_results: bytes
) -> Path:
    """Stand in a folder where the sample season has been evaluated, in Indonesian."""
    from scorecard.cli.choices import DEFAULT_RESULTS

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.setenv("SCORECARD_LANG", "id")
    monkeypatch.setenv("COLUMNS", "140")
    results = tmp_path / DEFAULT_RESULTS
    results.parent.mkdir()
    results.write_bytes(sample_results)
    return tmp_path
