"""Step 7, export: manifest.json and SHA256SUMS, by which a folder proves itself.

The manifest names what went in, what came out and what is not settled yet. A folder
that holds one is the tool's own and may be replaced.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from scorecard.artifact import Artifact
from scorecard.errors import SEVERITIES
from scorecard.model import AwardResult, InputFile, Season

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
FORMAT = "scorecard-manifest/1"


def manifest(season: Season, outputs: Iterable[InputFile]) -> Artifact:
    """List the run: rubric, counts, inputs, outputs, and what is still open."""
    content = {
        "format": FORMAT,
        "tool": season.tool,
        "rubric": {
            "id": season.rubric.id,
            "edition": season.rubric.edition,
            "sha256": season.rubric.sha256,
        },
        "as_of": season.as_of.isoformat(),
        "counts": counts(season),
        "provisional": [
            scorecard.participant.code
            for scorecard in season.scorecards
            if scorecard.outcome == "interval"
        ],
        "open_awards": [
            _award(award) for award in season.awards if award.status == "open"
        ],
        "inputs": [_entry(file) for file in season.inputs],
        "outputs": [_entry(file) for file in sorted(outputs, key=_path)],
    }
    text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
    return Artifact(MANIFEST, text.encode())


def sums(outputs: Iterable[InputFile]) -> Artifact:
    """List the digests as ``sha256sum -c`` reads them."""
    lines = (f"{file.sha256}  {file.path}\n" for file in sorted(outputs, key=_path))
    return Artifact(SUMS, "".join(lines).encode())


def entry(artifact: Artifact) -> InputFile:
    """Take the size and the digest of a file that is written."""
    digest = hashlib.sha256(artifact.content).hexdigest()
    return InputFile(artifact.path, len(artifact.content), digest)


def counts(season: Season) -> dict[str, int]:
    """Count participants by outcome, awards and problems."""
    outcomes = [scorecard.outcome for scorecard in season.scorecards]
    awards = [award.status for award in season.awards]
    severities = [problem.severity for problem in season.problems]
    return {
        "participants": len(outcomes),
        "scored": outcomes.count("scored"),
        "provisional": outcomes.count("interval"),
        "not_scored": outcomes.count("not_scored"),
        "not_submitted": outcomes.count("not_submitted"),
        "awards_won": awards.count("won"),
        "awards_open": awards.count("open"),
        **{f"{severity}s": severities.count(severity) for severity in SEVERITIES},
    }


def files_of(folder: Path) -> frozenset[str] | None:
    """Name the files that the folder's manifest lists; None if it has none of ours."""
    try:
        content = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        return None
    listed = content.get("outputs")
    entries = listed if isinstance(listed, list) else []
    paths = (each.get("path") for each in entries if isinstance(each, dict))
    return frozenset({MANIFEST, SUMS, *(path for path in paths if path)})


def _entry(file: InputFile) -> dict[str, Any]:
    return {"path": file.path, "size": file.size, "sha256": file.sha256}


def _award(award: AwardResult) -> dict[str, str]:
    return {
        "award": award.award,
        "category": award.category,
        "participant": award.participant,
    }


def _path(file: InputFile) -> str:
    return file.path
