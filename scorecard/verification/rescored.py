"""Score everything again from the evidence and compare it with what was sealed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from scorecard.errors import Location, Problem, worst_first
from scorecard.model import InputFile, Scorecard, Season
from scorecard.results import results_json
from scorecard.sealing import seal
from scorecard.verification.differences import differences
from scorecard.verification.evidence import CellChange, evidence_changes
from scorecard.verification.folder import Sealed
from scorecard.verification.problems import problem
from scorecard.verification.results_seal import RESULTS, titles_of
from scorecard.verification.robustness import robustness_problems

_TOLD_APART = frozenset({"inputs", "participants"})
"""The parts of a record that are told file by file, and once for the season."""


def rescored_problems(sealed: Sealed, fresh: Season) -> tuple[Problem, ...]:
    """Name inputs, cells and scores that are not as sealed; nothing if all is equal.

    `fresh` is the season scored again from the inputs at hand, by the same rubric and
    day. Every difference in the results is named: if no cell or score tells it, by its
    place in results.json.
    """
    same_tool = replace(fresh, tool=sealed.season.tool)
    found = [*_tool(sealed.season, fresh), *_of_participants(sealed, same_tool)]
    found += _readings(sealed.season.problems, fresh.problems)
    cells = {each.location.file for each in found}
    found += _inputs(sealed.season.inputs, fresh.inputs, cells)
    if not found:
        found += robustness_problems(sealed.season.robustness, fresh.robustness)
    if not found and results_json(same_tool) != results_json(sealed.season):
        found.append(_elsewhere(sealed.season, same_tool))
    return worst_first(found)


def _tool(sealed: Season, fresh: Season) -> Iterator[Problem]:
    if sealed.tool != fresh.tool:
        place = Location(RESULTS)
        yield problem("tool-other", place, before=sealed.tool, after=fresh.tool)


def _of_participants(sealed: Sealed, fresh: Season) -> Iterator[Problem]:
    scored = {each.participant.code: each for each in fresh.scorecards}
    again = seal(fresh)
    titles = {**titles_of(fresh), **titles_of(sealed.season)}
    for scorecard, before in zip(
        sealed.season.scorecards, sealed.seal.records, strict=True
    ):
        code = scorecard.participant.code
        if code in scored:
            yield from _cells(scorecard, scored[code])
        after = again.records[again.index[code]] if code in again.index else {}
        for change in differences(_scores(before), _scores(after), titles):
            yield problem(
                "score-other",
                Location(scorecard.path or RESULTS),
                participant=code,
                seen=change.after,
                name=scorecard.participant.name,
                what=change.what,
                before=change.before,
                after=change.after,
            )
    yield from _newcomers(sealed.season, fresh)


def _cells(sealed: Scorecard, fresh: Scorecard) -> Iterator[Problem]:
    for change in evidence_changes(sealed, fresh):
        yield _changed_cell(change, sealed)


def _changed_cell(change: CellChange, of: Scorecard) -> Problem:
    return problem(
        "evidence-changed",
        change.location,
        participant=of.participant.code,
        seen=change.after,
        name=of.participant.name,
        title=change.title,
        before=change.before,
        after=change.after,
    )


def _scores(record: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is told by file and by cell."""
    return {key: value for key, value in record.items() if key not in _TOLD_APART}


def _newcomers(sealed: Season, fresh: Season) -> Iterator[Problem]:
    known = {each.participant.code for each in sealed.scorecards}
    for scorecard in fresh.scorecards:
        code = scorecard.participant.code
        if code not in known:
            yield problem(
                "results-other",
                Location(scorecard.path or RESULTS),
                participant=code,
                seen=scorecard.participant.name,
            )


def _readings(
    sealed: tuple[Problem, ...], fresh: tuple[Problem, ...]
) -> Iterator[Problem]:
    """Name what reading finds now or then alone: it may stand in a cell unused."""
    for code, these, others in (
        ("reading-other", fresh, frozenset(sealed)),
        ("reading-lost", sealed, frozenset(fresh)),
    ):
        for each in these:
            if each not in others:
                yield problem(
                    code,
                    each.location,
                    participant=each.participant,
                    seen=each.seen,
                    words=each.message,
                )


def _inputs(
    sealed: tuple[InputFile, ...], fresh: tuple[InputFile, ...], told: set[str]
) -> Iterator[Problem]:
    """Name each file that is other; of a workbook packed anew no cell was told."""
    before = {file.path: file for file in sealed}
    after = {file.path: file for file in fresh}
    for path in sorted({*before, *after}):
        old, new = before.get(path), after.get(path)
        place = Location(path)
        if old is None:
            yield problem("input-added", place)
        elif new is None:
            yield problem("input-missing", place, sha=old.sha256)
        elif old.sha256 != new.sha256:
            code = "input-changed" if path in told else "input-packed-anew"
            yield problem(code, place, seen=f"SHA-256 {new.sha256}", sha=old.sha256)


def _elsewhere(sealed: Season, fresh: Season) -> Problem:
    before, after = (json.loads(results_json(each)) for each in (sealed, fresh))
    return problem("results-other", Location(RESULTS), seen=_first(before, after))


def _first(before: Any, after: Any, place: str = "") -> str:
    """Find the first place where two JSON values differ: ``scorecards[3].reason``."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in (*before, *after):
            if before.get(key) != after.get(key):
                return _first(before.get(key), after.get(key), f"{place}.{key}")
    if isinstance(before, list) and isinstance(after, list):
        for index, (old, new) in enumerate(zip(before, after, strict=False)):
            if old != new:
                return _first(old, new, f"{place}[{index}]")
    return place.removeprefix(".")
