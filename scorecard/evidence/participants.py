"""Read the season's list of participants: who is expected, and in which category."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scorecard.errors import ExitCode, Location, Problem, ScorecardError
from scorecard.evidence.files import read_file
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.parents import Written, with_parents
from scorecard.evidence.problems import did_you_mean, problem
from scorecard.evidence.regions import (
    looks_like_region,
    normalised_code,
    normalised_name,
    regions,
    registry,
)
from scorecard.model import InputFile, Participant
from scorecard.rubric.nouns import Category, Rubric
from scorecard.wording import Text

_COLUMNS = ("code", "name", "category")
_PARENT = "parent"


@dataclass(frozen=True, slots=True)
class ParticipantList:
    """Who is expected, in the list's order; `entry` is None without a list."""

    participants: tuple[Participant, ...] = ()
    problems: tuple[Problem, ...] = ()
    entry: InputFile | None = None


def read_participants(path: Path, name: str, rubric: Rubric) -> ParticipantList:
    """Read ``code,name,category``; a row that is wrong is reported and not used.

    A column ``parent`` may give the code of the government that an office belongs to.

    The names of regions are the official ones, whatever the list says. A blank
    category is the rubric's category for the region's type. Cells may be apart by a
    comma, a semicolon (as spreadsheet programs in Indonesia save them) or a tab.

    Raises ScorecardError (exit code 4) for a list that cannot be read at all: without
    it a season would be judged as if everybody had submitted.
    """
    if not path.is_symlink() and not path.exists():
        return ParticipantList()
    file = read_file(path, name, LIMITS.list_file)
    if isinstance(file, Problem):
        raise ScorecardError(ExitCode.INPUT, (file,))
    rows = _rows(file.content, name)
    if isinstance(rows, Problem):
        raise ScorecardError(ExitCode.INPUT, (rows,))
    return _read(rows, rubric, file.entry)


def without_list(entries: Iterable[InputFile], name: str) -> tuple[Problem, ...]:
    """Say so where no list was among the files: who is missing cannot be known."""
    if any(entry.path == name for entry in entries):
        return ()
    return (problem("participants-missing", Location(name), place=name),)


def _read(
    rows: list[tuple[Location, dict[str, str]]], rubric: Rubric, entry: InputFile
) -> ParticipantList:
    participants: dict[str, Participant] = {}
    problems: list[Problem] = []
    firsts: dict[str, str] = {}
    written: dict[str, Written] = {}
    for place, row in rows:
        participant, found = _participant(row, place, rubric)
        problems.extend(found)
        code = participant.code if participant else ""
        if participant and code in participants:
            twice, first = "participants-code-twice", firsts[code]
            problems.append(problem(twice, place, seen=code, first=first))
        elif participant:
            participants[code] = participant
            firsts[code] = str(place.line)
            written[code] = Written(row[_PARENT], place)
    belonging, unknown = with_parents(participants, written)
    return ParticipantList(belonging, (*problems, *unknown), entry)


def _rows(content: bytes, name: str) -> list[tuple[Location, dict[str, str]]] | Problem:
    place = Location(name)
    try:
        lines = content.decode("utf-8-sig").splitlines()
        reader = csv.DictReader(
            lines, restkey="", restval="", strict=True, delimiter=delimiter(lines)
        )
        if not set(_COLUMNS) <= set(reader.fieldnames or ()):
            reason = Text("kolomnya tidak lengkap", "its columns are incomplete")
            return problem("participants-unreadable", place, reason=reason)
        columns = (*_COLUMNS, _PARENT)
        return [
            (
                Location(name, line=reader.line_num),
                {key: " ".join(row.get(key, "").split()) for key in columns},
            )
            for row in reader
        ]
    except (UnicodeDecodeError, csv.Error):
        reason = Text("bukan CSV UTF-8", "it is no UTF-8 CSV")
        return problem("participants-unreadable", place, reason=reason)


def delimiter(lines: Sequence[str]) -> str:
    """Take the mark that stands most often in the row of headings."""
    headings = lines[0] if lines else ""
    return max(",;\t", key=headings.count)


def _participant(
    row: Mapping[str, str], place: Location, rubric: Rubric
) -> tuple[Participant | None, list[Problem]]:
    code, name = normalised_code(row["code"]), row["name"]
    if not code or not name:
        return None, [problem("participants-row-incomplete", place, seen=code or name)]
    official = regions().get(code)
    if official is None and looks_like_region(code):
        hint = did_you_mean(registry().nearest_name(name))
        return None, [problem("participants-code-unknown", place, seen=code, hint=hint)]
    problems = []
    if official and normalised_name(name) != normalised_name(official.name):
        figures = {"code": code, "name": official.name}
        problems.append(
            problem("participants-name-differs", place, seen=name, **figures)
        )
    known = official or Participant(code, name, "", "")
    if rubric.unit == "office":
        return known, problems
    category = _category(row["category"], known.type, rubric)
    if category is None:
        problems.append(_no_category(row["category"], known, place, rubric))
        return None, problems
    kind = known.type or category.types[0]
    return Participant(code, known.name, kind, category.id), problems


def _category(written: str, kind: str, rubric: Rubric) -> Category | None:
    """Find the category by its id; it must take participants of that type."""
    if not written:
        return rubric.category_of(kind)
    for category in rubric.categories:
        if category.id == written and (not kind or kind in category.types):
            return category
    return None


def _no_category(
    written: str, known: Participant, place: Location, rubric: Rubric
) -> Problem:
    return problem(
        "participants-category-unknown",
        place,
        seen=written,
        code=known.code,
        name=known.name,
        categories=", ".join(category.id for category in rubric.categories),
    )
