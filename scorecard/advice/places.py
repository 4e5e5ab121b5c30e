"""Where a repair is made: the cell that stands there now, or the key of a blank one."""

from __future__ import annotations

from dataclasses import replace

from scorecard.advice.changes import Attach, Change, Fill, Move
from scorecard.advice.repairs import Repair
from scorecard.errors import Location
from scorecard.model import PossibleRepair, RepairPlace, Submission
from scorecard.rubric.evidence import SheetRole
from scorecard.rubric.nouns import Rubric
from scorecard.wording import Text, same


def place_of(key: str, submission: Submission, rubric: Rubric) -> Location:
    """Name the cell of an answer; a blank one by its sheet."""
    evidence = submission.answers.get(key)
    if evidence is not None:
        return evidence.location
    role = _role(key, rubric)
    file = next(
        (each.location.file for each in submission.answers.values()), submission.path
    )
    return Location(file, rubric.form.sheets[role].name)


def places_of(repair: Repair) -> tuple[RepairPlace, ...]:
    """List the cells that a repair changes, each once; of tickets the sheet."""
    return tuple(dict.fromkeys(_changed(change) for change in repair.changes))


def where(repair: PossibleRepair) -> Text:
    """Name the cells where a repair is made, the sheet once for all of its cells."""
    if repair.kind == "marks":
        return Text("lembar nilai penilai", "assessors' mark sheets")
    cells: dict[str, list[str]] = {}
    for place in repair.places:
        file = place.location.file.rpartition("/")[2]
        sheet = str(Location(file, place.location.sheet))
        cells.setdefault(sheet, []).append(place.location.cell or place.key)
    return same("; ".join(_with_cells(sheet, each) for sheet, each in cells.items()))


def _with_cells(sheet: str, cells: list[str]) -> str:
    named = ", ".join(filter(None, cells))
    return f"{sheet} › {named}" if named else sheet


def _changed(change: Change) -> RepairPlace:
    match change:
        case Fill() | Attach():
            return RepairPlace(change.location, change.key)
        case Move(within="tickets"):
            return RepairPlace(replace(change.location, cell=""), "")
        case _:
            return RepairPlace(change.location, "")


def _role(key: str, rubric: Rubric) -> SheetRole:
    if "." in key:
        return "documents"
    if any(field.id == key for field in rubric.form.recap):
        return "recap"
    return "answers"
