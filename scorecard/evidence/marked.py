"""Hand each submission its marks, held to the tickets that it sent.

A mark on a ticket that the participant did not send, or that does not count, is a mark
on something else: it is taken away and the indicator waits, so that neither a slip nor
a sample from another government decides a score.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from scorecard.errors import Location, Problem
from scorecard.evidence.marks import Marks, marks_of
from scorecard.evidence.problems import problem
from scorecard.evidence.shared_tickets import TicketIds
from scorecard.model import Mark, Submission


def with_marks(
    submissions: tuple[Submission, ...],
    marks: Marks,
    exports: Mapping[str, TicketIds | None],
) -> tuple[tuple[Submission, ...], list[Problem]]:
    """Give the marked submissions, and what is wrong with the marks.

    `exports` holds the Tracking IDs that count, by the code of each participant that
    was read; None where no export was. Marks on one who sent nothing are reported.
    """
    problems: list[Problem] = []
    marked: list[Submission] = []
    unchecked: list[Mark] = []
    for each in submissions:
        code = each.participant.code
        given = marks_of(code, marks) if each.submitted else ()
        ids = exports.get(code)
        if ids is not None:
            given, found = _held(given, ids)
            problems += (replace(one, participant=code) for one in found)
        elif code in exports:
            unchecked += (mark for mark in given if mark.ticket)
        marked.append(replace(each, marks=given))
    sent = {each.participant.code for each in submissions if each.submitted}
    problems += _unchecked(unchecked)
    return tuple(marked), [*problems, *_unused(marks, sent)]


def _held(
    marks: tuple[Mark, ...], ids: TicketIds
) -> tuple[tuple[Mark, ...], list[Problem]]:
    unknown = [each for each in marks if each.ticket and not ids.holds(each.ticket)]
    held = (replace(each, value=None) if each in unknown else each for each in marks)
    return tuple(held), [_unknown(each, ids) for each in unknown]


def _unchecked(sampled: list[Mark]) -> list[Problem]:
    """Say it once for the season: most recaps come without an export."""
    if not sampled:
        return []
    codes = sorted({each.participant for each in sampled})
    place = Location(sampled[0].location.file.rpartition("/")[0])
    places = ", ".join(codes)
    return [problem("marks-unchecked", place, found=len(codes), places=places)]


def _unknown(mark: Mark, ids: TicketIds) -> Problem:
    figures = {"seen": mark.ticket, "export": ids.file}
    return problem("mark-ticket-unknown", mark.location, **figures)


def _unused(marks: Marks, sent: set[str]) -> list[Problem]:
    firsts: dict[str, Mark] = {}
    for mark in marks.marks:
        if mark.participant not in sent:
            firsts.setdefault(mark.participant, mark)
    return [
        replace(
            problem("mark-without-submission", first.location, seen=code),
            participant=code,
        )
        for code, first in firsts.items()
    ]
