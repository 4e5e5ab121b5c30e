"""The earlier season among the inputs: what the new one is compared with.

`inputs/_season/before/results.json` is the earlier season's own paper; its digest
enters the manifest as that of any other input. `inputs/_season/regions.csv` may add to
the table of regions that changed.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from scorecard.comparison.developments import OneSeason
from scorecard.errors import ExitCode, Problem, ScorecardError
from scorecard.evidence.files import read_file
from scorecard.evidence.sources import SEASON
from scorecard.evidence.successions import (
    Successions,
    read_successions,
    shipped_successions,
)
from scorecard.judged import applied_rubric
from scorecard.model import InputFile, Succession
from scorecard.results import LARGEST, load_results

EARLIER = f"{SEASON}/before/results.json"
REGIONS = f"{SEASON}/regions.csv"


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier season, the regions that changed since, and the files of both."""

    one: OneSeason
    successions: tuple[Succession, ...]
    inputs: tuple[InputFile, ...]
    problems: tuple[Problem, ...] = ()


def read_earlier(inputs: Path) -> Earlier | None:
    """Read the earlier season below `inputs`; None where none was given.

    Raises ScorecardError (exit code 4) where it cannot be read.
    """
    path = inputs / EARLIER
    if not path.is_symlink() and not path.exists():
        return None
    file = read_file(path, EARLIER, LARGEST)
    if isinstance(file, Problem):
        raise ScorecardError(ExitCode.INPUT, (file,))
    one = one_season(file.content, EARLIER)
    table = _table(inputs)
    entries = (file.entry, *((table.entry,) if table.entry else ()))
    return Earlier(one, table.rows, entries, table.problems)


def one_season(content: bytes, name: str) -> OneSeason:
    """Read a results.json with its rubric, as it was on the day of judgement.

    Raises ScorecardError where it is none (exit code 4) or its rubric was altered (5).
    """
    season = load_results(content, name)
    judged = applied_rubric(season, name).rubric
    return OneSeason(season, judged, hashlib.sha256(content).hexdigest())


def _table(inputs: Path) -> Successions:
    path = inputs / REGIONS
    if not path.is_symlink() and not path.exists():
        return Successions(shipped_successions())
    return read_successions(path, REGIONS)
