"""Regions that were renamed, given another code, split or merged, with the source.

`successions.csv` holds those since 2017: the new names of three regencies, and the
regions that the four new provinces of Papua took over in 2022. Old codes follow the
decree on region codes before that year, new ones Kepmendagri 300.2.2-2138/2025. A
season may bring rows of its own; they come first.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import get_args

from scorecard.errors import ExitCode, Location, Problem, ScorecardError
from scorecard.evidence.files import read_file
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.participants import delimiter
from scorecard.evidence.problems import problem
from scorecard.evidence.regions import looks_like_region, normalised_code, regions
from scorecard.model import Comparison, InputFile, Succession, SuccessionKind
from scorecard.wording import Text

_COLUMNS = ("before", "after", "kind", "since", "source")
_KINDS: Mapping[str, SuccessionKind] = {kind: kind for kind in get_args(SuccessionKind)}


@dataclass(frozen=True, slots=True)
class Successions:
    """Rows in the order of the table; `entry` is the file of one that was given."""

    rows: tuple[Succession, ...]
    problems: tuple[Problem, ...] = ()
    entry: InputFile | None = None


@cache
def shipped_successions() -> tuple[Succession, ...]:
    """List the successions that come with the tool."""
    name = "successions.csv"
    text = files("scorecard.evidence").joinpath(name).read_text(encoding="utf-8")
    return _read(text.splitlines(), name).rows


def read_successions(path: Path, name: str) -> Successions:
    """Read a table ``before,after,kind,since,source`` and put it before the shipped.

    A row that is wrong is reported and not used. Raises ScorecardError (exit code 4)
    for a file that cannot be read at all.
    """
    file = read_file(path, name, LIMITS.list_file)
    if isinstance(file, Problem):
        raise ScorecardError(ExitCode.INPUT, (file,))
    try:
        lines = file.content.decode("utf-8-sig").splitlines()
        own = _read(lines, name)
    except (UnicodeDecodeError, csv.Error):
        raise _unreadable(name, Text("bukan CSV UTF-8", "it is no UTF-8 CSV")) from None
    rows = (*own.rows, *shipped_successions())
    return Successions(rows, own.problems, file.entry)


def doubts(found: Comparison, name: str) -> tuple[Problem, ...]:
    """Report what makes a comparison doubtful: its order, and codes nobody knows."""
    order: tuple[Problem, ...] = ()
    days = [(each.as_of, each.start) for each in (found.before, found.after)]
    if days[1] < days[0]:
        same_day = days[0][0] == days[1][0]
        then, now = (pair[1 if same_day else 0] for pair in days)
        place = Location(name)
        order = (problem("comparison-reversed", place, before=then, after=now),)
    return (*order, *_unknown(found, name))


def _unknown(found: Comparison, file: str) -> tuple[Problem, ...]:
    """Name who left under a code that is no region's and that no row continues."""
    left = (
        each.participant
        for each in found.participants
        if each.presence == "left" and each.note is None
    )
    return tuple(
        problem("succession-unknown", Location(file), seen=who.code, name=who.name)
        for who in left
        if looks_like_region(who.code) and who.code not in regions()
    )


def _read(lines: list[str], name: str) -> Successions:
    reader = csv.DictReader(
        lines, restkey="", restval="", strict=True, delimiter=delimiter(lines)
    )
    if not set(_COLUMNS) <= set(reader.fieldnames or ()):
        reason = Text("kolomnya tidak lengkap", "its columns are incomplete")
        raise _unreadable(name, reason)
    rows: list[Succession] = []
    problems: list[Problem] = []
    for row in reader:
        place = Location(name, line=reader.line_num)
        cells = {key: " ".join(row.get(key, "").split()) for key in _COLUMNS}
        found = _succession(cells)
        if found is None:
            problems.append(problem("succession-row", place, seen=_seen(cells)))
        else:
            rows.append(found)
    return Successions(tuple(rows), (*problems, *_contradicting(rows, name)))


def _succession(cells: Mapping[str, str]) -> Succession | None:
    """Take a row that is whole; who is only renamed keeps the code, all others not."""
    kind = _KINDS.get(cells["kind"])
    before, after = normalised_code(cells["before"]), normalised_code(cells["after"])
    if kind is None or not (before and after and cells["source"]):
        return None
    if (before == after) != (kind == "renamed"):
        return None
    try:
        since = date.fromisoformat(cells["since"])
    except ValueError:
        return None
    return Succession(before, after, kind, since, cells["source"])


def _contradicting(rows: Iterable[Succession], name: str) -> Iterator[Problem]:
    """Report a code that two regions are said to have got, or to have given up."""
    recoded = tuple(row for row in rows if row.kind == "recoded")
    for codes in ([r.before for r in recoded], [r.after for r in recoded]):
        for code, times in Counter(codes).items():
            if times > 1:
                yield problem("succession-twice", Location(name), seen=code)


def _seen(cells: Mapping[str, str]) -> str:
    return ", ".join(cells[key] for key in _COLUMNS).rstrip(", ")


def _unreadable(name: str, reason: Text) -> ScorecardError:
    found = problem("succession-unreadable", Location(name), reason=reason)
    return ScorecardError(ExitCode.INPUT, (found,))
