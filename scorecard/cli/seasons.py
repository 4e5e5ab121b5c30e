"""Seasons that a command is given: an outputs folder or its results.json, checked."""

from __future__ import annotations

from pathlib import Path

from scorecard.comparison.developments import OneSeason
from scorecard.earlier import one_season
from scorecard.evidence.successions import (
    Successions,
    read_successions,
    shipped_successions,
)
from scorecard.folder import recover
from scorecard.manifest import listing
from scorecard.results import read_content, refuse_unlisted

RESULTS = "results.json"


def season_at(path: Path) -> OneSeason:
    """Read a season's results; a folder's must be those that its manifest lists.

    Raises ScorecardError where they cannot be read (exit code 4) or are others (5).
    """
    file = path / RESULTS if path.is_dir() or not path.suffix else path
    if not file.exists():
        recover(file.parent.resolve())
    content = read_content(file)
    listed = listing(file.parent) if file.name == RESULTS else None
    if listed is not None and listed.results:
        refuse_unlisted(content, listed.results, file.as_posix())
    return one_season(content, file.as_posix())


def successions_at(path: Path | None) -> Successions:
    """Read a table of regions that changed, in front of the shipped one."""
    if path is None:
        return Successions(shipped_successions())
    return read_successions(path, path.as_posix())
