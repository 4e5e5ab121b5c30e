"""Put the season together: every file of inputs/ by its path."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.rubric.nouns import Rubric
from tests.season.documents import attached_documents
from tests.season.exports import export_workbook
from tests.season.forms import form_workbook
from tests.season.marks import mark_sheet
from tests.season.plan import Participant, participants
from tests.season.self_scores import self_scored
from tests.season.tickets import Ticket, invent_tickets, sample

ASSESSORS = (1, 2)


def season_files(rubric: Rubric) -> dict[str, bytes]:
    """Make all files of the season but its README, by path below inputs/."""
    everyone = participants()
    files = dict(_season_papers(everyone))
    for participant in everyone:
        if participant.cells:
            files.update(_submission(rubric, participant))
    own = self_scored(files, rubric)
    for participant in everyone:
        if participant.code in own:
            form = form_workbook(rubric, participant, own[participant.code])
            files[_form(participant)] = form
    return files


def _form(participant: Participant) -> str:
    slug, single = participant.slug, participant.one_workbook
    return f"{slug}.xlsx" if single else f"{slug}/borang.xlsx"


def tickets_of(participant: Participant) -> tuple[Ticket, ...]:
    """Invent the participant's tickets; none if it sends no export."""
    if participant.export is None:
        return ()
    return invent_tickets(participant, participant.export)


def _season_papers(everyone: tuple[Participant, ...]) -> Iterator[tuple[str, bytes]]:
    rows = [f"{each.code},{each.name},{each.category}" for each in everyone]
    text = "\n".join(("code,name,category", *rows)) + "\n"
    yield "_season/participants.csv", text.encode()
    sampled = {each.code: _sampled(each) for each in everyone}
    for assessor in ASSESSORS:
        path = f"_season/marks/penilai-{assessor}.xlsx"
        yield path, mark_sheet(assessor, everyone, sampled)


def _sampled(participant: Participant) -> tuple[str, ...]:
    size = len(participant.marks)
    if participant.export:
        return sample(tickets_of(participant), size)
    return tuple(f"S-{number:02d}" for number in range(1, size + 1))


def _submission(
    rubric: Rubric, participant: Participant
) -> Iterator[tuple[str, bytes]]:
    slug, single = participant.slug, participant.one_workbook
    yield _form(participant), form_workbook(rubric, participant)
    if participant.export:
        tickets = tickets_of(participant)
        yield f"{slug}/tiket.xlsx", export_workbook(participant, tickets)
    for path, content in attached_documents(participant).items():
        yield f"{slug}-bukti/{path}" if single else f"{slug}/{path}", content
