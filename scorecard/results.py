"""Step 7, export: results.json, the whole season in one file, there and back.

Everything else that is exported can be made again from this file. Exact values are
ratios written as text (``"271/273"``) beside the decimals that are published.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from scorecard.errors import ExitCode, Location, Problem, ScorecardError
from scorecard.model import Season
from scorecard.wording import Text, say

SCHEMA_FILE = Path(__file__).with_name("results.schema.json")
"""The published JSON Schema; a test keeps it equal to `results_schema`."""

LARGEST = 512 * 1024 * 1024
_MISTAKES_SHOWN = 10
_AS_MADE = say(
    "results.json buatan scorecard evaluate",
    "results.json as made by scorecard evaluate",
)
_WHY = {
    "json_invalid": Text(
        "isinya terpotong atau bukan JSON", "it is cut short or not JSON"
    ),
    "missing": Text("ada bagian yang hilang", "a part is absent"),
}
_OTHER_FORM = Text("ada bagian yang bentuknya lain", "a part is of another form")
_CHOOSE_ORIGINAL = say(
    "Pilih results.json yang asli, atau buat lagi: scorecard evaluate inputs/",
    "Choose the original results.json, or make it again: scorecard evaluate inputs/",
)


def results_json(season: Season) -> bytes:
    """Write the season as UTF-8, keys in the order of the model, one a line."""
    return _season_type().dump_json(season, indent=1) + b"\n"


def load_results(source: Path | bytes, name: str = "") -> Season:
    """Read results.json again; problems call it `name`, or as the file is called.

    Raises ScorecardError: INPUT when the file is absent or of another form,
    INTEGRITY when the rubric inside is not the one whose digest stands beside it.
    """
    name = name or (source.name if isinstance(source, Path) else "results.json")
    content = read_content(source) if isinstance(source, Path) else source
    try:
        season = _season_type().validate_json(content)
    except ValidationError as error:
        raise _refused(_mistakes(error, name)) from None
    _check_rubric(season, name)
    return season


def read_content(path: Path) -> bytes:
    """Read the bytes of a results file; raises ScorecardError (INPUT)."""
    try:
        if path.stat().st_size > LARGEST:
            raise _refused((_too_large(path.name),))
        return path.read_bytes()
    except OSError:
        raise _refused((_unopened(path),)) from None


def refuse_unlisted(content: bytes, listed: str, name: str) -> None:
    """Refuse a results.json that is not the one whose digest its manifest lists.

    Raises ScorecardError (INTEGRITY).
    """
    digest = hashlib.sha256(content).hexdigest()
    if digest == listed:
        return
    other = _problem(
        "results-not-as-listed",
        name,
        seen=digest,
        message=say(
            "Berkas hasil ini bukan yang disebut manifest.json di sampingnya.",
            "This results file is not the one that manifest.json beside it lists.",
        ),
        expected=say("SHA-256 {sha}", "SHA-256 {sha}", sha=listed),
        repair=say(
            "Periksa foldernya: scorecard verify FOLDER",
            "Examine the folder: scorecard verify FOLDER",
        ),
    )
    raise ScorecardError(ExitCode.INTEGRITY, (other,))


def results_schema() -> dict[str, Any]:
    """Give the JSON Schema of results.json."""
    schema = _season_type().json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "scorecard results",
    }


def schema_text() -> str:
    """Write the JSON Schema as it is published."""
    return json.dumps(results_schema(), indent=2, ensure_ascii=False) + "\n"


@cache
def _season_type() -> TypeAdapter[Season]:
    return TypeAdapter(Season)


def _refused(problems: tuple[Problem, ...]) -> ScorecardError:
    return ScorecardError(ExitCode.INPUT, problems)


def _unopened(path: Path) -> Problem:
    return _problem(
        "results-absent",
        path.as_posix(),
        message=say(
            "Berkas hasil tidak ada atau tidak dapat dibuka.",
            "The results file is absent or cannot be opened.",
        ),
        repair=say(
            "Jalankan dahulu: scorecard evaluate inputs/",
            "First run: scorecard evaluate inputs/",
        ),
    )


def _too_large(name: str) -> Problem:
    return _problem(
        "results-too-large",
        name,
        message=say(
            "Berkas ini terlalu besar untuk sebuah berkas hasil.",
            "This file is too large to be a results file.",
        ),
    )


def _mistakes(error: ValidationError, name: str) -> tuple[Problem, ...]:
    return tuple(
        _problem(
            "results-unreadable",
            name,
            seen=" › ".join(str(part) for part in mistake["loc"]),
            message=say(
                "Ini bukan berkas hasil yang utuh: {why}.",
                "This is not a whole results file: {why}.",
                why=_WHY.get(mistake["type"], _OTHER_FORM),
            ),
        )
        for mistake in error.errors(include_url=False)[:_MISTAKES_SHOWN]
    )


def _check_rubric(season: Season, name: str) -> None:
    """Refuse results whose rubric was altered: totals would not follow from it."""
    digest = hashlib.sha256(season.rubric.text.encode()).hexdigest()
    if digest != season.rubric.sha256:
        altered = _problem(
            "results-rubric-altered",
            name,
            seen=digest,
            message=say(
                "Rubrik di dalam berkas hasil ini telah diubah.",
                "The rubric inside this results file was altered.",
            ),
            expected=say("SHA-256 {sha}", "SHA-256 {sha}", sha=season.rubric.sha256),
        )
        raise ScorecardError(ExitCode.INTEGRITY, (altered,))


def _problem(
    code: str,
    file: str,
    *,
    message: Text,
    seen: str = "",
    expected: Text | None = None,
    repair: Text | None = None,
) -> Problem:
    return Problem(
        code=code,
        severity="error",
        participant="",
        location=Location(file),
        seen=seen,
        message=message,
        expected=expected or _AS_MADE,
        repair=repair or _CHOOSE_ORIGINAL,
    )
