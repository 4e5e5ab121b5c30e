"""What the ticket export and the follow-up log of one submission say, together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from scorecard.errors import Location, Problem
from scorecard.evidence.folding import folded
from scorecard.evidence.follow_up import FollowUp, find_logs, read_follow_up
from scorecard.evidence.problems import counted, problem
from scorecard.evidence.quantities import count_quantities
from scorecard.evidence.series import read_series
from scorecard.evidence.tickets import Export, elsewhere, find_exports, read_export
from scorecard.evidence.workbook import Sheet, Workbook
from scorecard.model import Evidence, Series
from scorecard.rubric.nouns import Rubric


@dataclass(frozen=True, slots=True)
class TicketEvidence:
    """Counts and series of one export; all empty where none was sent.

    `files` names the workbooks that an export or a log was found in.
    """

    export: Export | None = None
    follow_up: FollowUp = field(default_factory=FollowUp)
    files: tuple[str, ...] = ()
    counts: Mapping[str, Evidence] = field(default_factory=dict)
    series: Mapping[str, Series] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_tickets(
    workbooks: tuple[Workbook, ...], rubric: Rubric, code: str
) -> TicketEvidence:
    """Read the one export among the workbooks; of two, nothing can be counted."""
    if rubric.tickets is None:
        return TicketEvidence()
    sheets = find_exports(workbooks, rubric.tickets)
    if len(sheets) > 1:
        return _twice(sheets, rubric)
    if not sheets:
        return TicketEvidence()
    export = _said_if_foreign(read_export(sheets[0], rubric, code), rubric)
    log = rubric.tickets.log
    logs = find_logs(workbooks, log) if log else ()
    others = elsewhere(workbooks, export, rubric, logs)
    export = replace(export, problems=(*export.problems, *others))
    if log is None or not logs:
        return evidence_of(export, FollowUp(), rubric)
    blanks = frozenset(map(folded, rubric.vocabulary.blank))
    follow_up = read_follow_up(logs, log, export.known, blanks)
    return evidence_of(export, follow_up, rubric)


def _said_if_foreign(export: Export, rubric: Rubric) -> Export:
    """Report an export of another period, of which nothing can be counted."""
    if (
        export.tickets
        or not export.every
        or {"tracking_id", "received"} & {*export.lost}
    ):
        return export
    found = problem(
        "tickets-none-in-period",
        export.column("tracking_id"),
        count=counted(range(len(export.every))),
        start=rubric.period.start,
        end=rubric.period.end,
    )
    return replace(export, problems=(found, *export.problems))


def evidence_of(export: Export, follow_up: FollowUp, rubric: Rubric) -> TicketEvidence:
    """Count and measure the tickets of an export, or of an office's part of it."""
    if rubric.tickets is None:
        return TicketEvidence()
    read = read_series(export, follow_up, rubric.tickets, rubric.as_of)
    problems = (*export.problems, *follow_up.problems, *read.problems)
    counts = count_quantities(export, rubric)
    files = tuple(
        sheet.file for sheet in (export.sheet, follow_up.sheet) if sheet is not None
    )
    return TicketEvidence(export, follow_up, files, counts, read.series, problems)


def _twice(sheets: tuple[Sheet, ...], rubric: Rubric) -> TicketEvidence:
    """Leave what is counted from tickets unread: the recap is no way around them."""
    places = ", ".join(str(Location(each.file, each.name)) for each in sheets)
    place = Location(sheets[0].file, sheets[0].name)
    found = problem("tickets-twice", place, places=places)
    lost = {"tracking_id": found.message}
    none = Export(sheets[0], {}, 1, 0, (), lost, (found,))
    read = evidence_of(none, FollowUp(), rubric)
    return replace(read, export=None, files=tuple(sheet.file for sheet in sheets))
