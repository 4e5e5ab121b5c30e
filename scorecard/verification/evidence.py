"""Compare what two readings found in the same cells of one participant's evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from scorecard.errors import Location
from scorecard.model import Cited, Scorecard
from scorecard.wording import Text

Cell: TypeAlias = tuple[str, str, str, int, str]

_ABSENT = "—"


@dataclass(frozen=True, slots=True)
class CellChange:
    """A value that was read otherwise, or at one of the readings not at all."""

    title: Text
    location: Location
    before: str
    after: str


def evidence_changes(sealed: Scorecard, fresh: Scorecard) -> Iterator[CellChange]:
    """Name each cell once, in the order in which indicators quote them."""
    before, after = _cells(sealed), _cells(fresh)
    for cell in (*before, *(each for each in after if each not in before)):
        old, new = before.get(cell), after.get(cell)
        cited = new or old
        if cited is not None and (old is None or new is None or old.shown != new.shown):
            yield CellChange(cited.title, cited.location, _shown(old), _shown(new))
    yield from _documents(sealed, fresh)


def _cells(scorecard: Scorecard) -> dict[Cell, Cited]:
    """Give what findings quote, then numbers and marks of cells that none quotes."""
    found: dict[Cell, Cited] = {}
    for finding in scorecard.findings:
        for cited in finding.evidence:
            found.setdefault((*_place(cited.location), cited.title.en), cited)
    quoted = {cell[:-1] for cell in found}
    for cited in (*_quantities(scorecard), *_marks(scorecard)):
        if _place(cited.location) not in quoted:
            found.setdefault((*_place(cited.location), cited.title.en), cited)
    return found


def _place(location: Location) -> tuple[str, str, str, int]:
    return (location.file, location.sheet, location.cell, location.line)


def _quantities(scorecard: Scorecard) -> Iterator[Cited]:
    for each in scorecard.quantities:
        if each.location is not None:
            shown = _ABSENT if each.value is None else str(each.value)
            yield Cited(each.title, shown, each.location)


def _marks(scorecard: Scorecard) -> Iterator[Cited]:
    for mark in scorecard.marks:
        title = Text(
            f"{mark.indicator} {mark.ticket}", f"{mark.indicator} {mark.ticket}"
        )
        shown = _ABSENT if mark.value is None else str(mark.value)
        yield Cited(title, shown, mark.location)


def _documents(sealed: Scorecard, fresh: Scorecard) -> Iterator[CellChange]:
    """Name attached files whose contents are other, by their digests."""
    before = {file.field: file for file in sealed.files}
    after = {file.field: file for file in fresh.files}
    for field in (*before, *(each for each in after if each not in before)):
        old, new = before.get(field), after.get(field)
        file = new or old
        digests = tuple(each.sha256 if each else "" for each in (old, new))
        if file is not None and digests[0] != digests[1]:
            shown = tuple(f"SHA-256 {each}" if each else _ABSENT for each in digests)
            yield CellChange(Text(field, field), Location(file.path), *shown)


def _shown(cited: Cited | None) -> str:
    return cited.shown if cited is not None else _ABSENT
