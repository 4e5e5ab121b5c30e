"""Split a government's tickets into submissions of its offices, one for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scorecard.errors import Location, Problem
from scorecard.evidence.folding import slug
from scorecard.evidence.problems import counted, listed_rows, problem
from scorecard.evidence.ticket_evidence import TicketEvidence, evidence_of
from scorecard.evidence.ticket_rows import Ticket
from scorecard.evidence.tickets import Export
from scorecard.model import Evidence, Participant, Submission
from scorecard.rubric.nouns import Rubric

UNASSIGNED = "(belum terdisposisi)"
OFFICE = "opd"


@dataclass(frozen=True, slots=True)
class Offices:
    """The offices' submissions in the order of their codes, and what was wrong."""

    submissions: tuple[Submission, ...]
    problems: tuple[Problem, ...]


def split_submission(
    whole: Submission, tickets: TicketEvidence, rubric: Rubric
) -> Offices:
    """Give each office its own tickets; the government's own answers name it only.

    Tickets that were not passed on belong to no office; a Problem tells how many.
    """
    export = tickets.export
    if export is None or "office" in export.lost or "tracking_id" in export.lost:
        return Offices((), () if export else (_no_export(whole, rubric),))
    submissions = []
    for code, (name, part) in _by_office(export).items():
        evidence = evidence_of(part, tickets.follow_up, rubric)
        submissions.append(
            Submission(
                participant=_office(whole.participant, code, name, rubric),
                path=whole.path,
                answers=_identity(whole.answers, rubric),
                counts=evidence.counts,
                series=evidence.series,
            )
        )
    return Offices(tuple(submissions), _not_passed_on(export, rubric))


def _by_office(export: Export) -> Mapping[str, tuple[str, Export]]:
    names: dict[str, str] = {}
    tickets: dict[str, list[Ticket]] = {}
    for ticket in export.tickets:
        name = ticket.office
        if not name:
            continue
        names.setdefault(slug(name), name)
        tickets.setdefault(slug(name), []).append(ticket)
    return {
        office: (name, replace(export, tickets=tuple(tickets[office])))
        for office, name in sorted(names.items())
    }


def _office(
    government: Participant, code: str, name: str, rubric: Rubric
) -> Participant:
    category = rubric.category_of(OFFICE)
    return Participant(
        code=f"{government.code}:{code}",
        name=name,
        type=OFFICE,
        category=category.id if category else "",
        parent=government.code,
        parent_name=government.name,
    )


def _identity(
    answers: Mapping[str, Evidence], rubric: Rubric
) -> Mapping[str, Evidence]:
    keys = [field.id for field in rubric.form.identity]
    return {key: answers[key] for key in keys if key in answers}


def _not_passed_on(export: Export, rubric: Rubric) -> tuple[Problem, ...]:
    rows = [ticket.row for ticket in export.tickets if not ticket.office]
    if not rows:
        return ()
    heading = rubric.tickets.columns["office"][0] if rubric.tickets else ""
    return (
        problem(
            "ticket-without-office",
            export.column("office"),
            heading=heading,
            count=counted(rows),
            rows=listed_rows(rows),
        ),
    )


def _no_export(whole: Submission, rubric: Rubric) -> Problem:
    wanted = rubric.tickets.sheet.name if rubric.tickets else ""
    return problem("tickets-missing", Location(whole.path), wanted=wanted)
