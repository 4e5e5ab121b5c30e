"""Read a season: every submission below inputs/, the participants' list and the marks.

Submissions are read in worker processes within bounds; what comes out depends neither
on their order nor on the number of workers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from scorecard.errors import Location, Problem, worst_first
from scorecard.evidence.batch import Reader, read_sources
from scorecard.evidence.bounded import Progress
from scorecard.evidence.cache import Cache
from scorecard.evidence.document_sharing import shared_documents
from scorecard.evidence.marked import with_marks
from scorecard.evidence.marks import Marks, read_marks
from scorecard.evidence.participants import ParticipantList, read_participants
from scorecard.evidence.problems import problem
from scorecard.evidence.reading import SourceRead
from scorecard.evidence.regions import registry
from scorecard.evidence.shared_tickets import TicketIds, shared_tickets
from scorecard.evidence.sources import SEASON, find_sources
from scorecard.evidence.uncollected import uncollected
from scorecard.model import InputFile, Participant, Signal, Submission
from scorecard.rubric.nouns import Rubric
from scorecard.wording import say

PARTICIPANTS = f"{SEASON}/participants.csv"
_MARKS = f"{SEASON}/marks"


@dataclass(frozen=True, slots=True)
class Reading:
    """A season as it was sent.

    `submissions` are sorted by code and include, as not submitted, those who were
    expected and sent nothing. `problems` are all of them, the submissions' own too.
    """

    submissions: tuple[Submission, ...]
    problems: tuple[Problem, ...]
    inputs: tuple[InputFile, ...]
    signals: tuple[Signal, ...] = ()


@uncollected()
def read_season(
    inputs: Path,
    rubric: Rubric,
    *,
    workers: int = 1,
    cache: Cache | None = None,
    progress: Progress | None = None,
) -> Reading:
    """Read everything below `inputs`; `progress` is told how many are done of all.

    With a `cache`, submissions that have not changed are not read again.

    Raises ScorecardError if the folder does not exist (exit code 4) or a mark sheet is
    invalid (6).
    """
    sources = find_sources(inputs)
    listed = read_participants(inputs / PARTICIPANTS, PARTICIPANTS, rubric)
    reader = Reader(rubric, registry(listed.participants), cache)
    reads = read_sources(sources.sources, reader, workers=workers, progress=progress)
    reading = _marked(inputs, reads, listed, reader)
    every = (*sources.problems, *listed.problems, *reading.problems)
    return replace(reading, problems=worst_first(every))


def _marked(
    inputs: Path, reads: tuple[SourceRead, ...], listed: ParticipantList, reader: Reader
) -> Reading:
    """Bring the sources together, and the assessors' marks to them."""
    rubric = reader.rubric
    submissions, problems = _merged(reads, listed.participants, rubric)
    senders = {each.participant.code for each in submissions}
    known = reader.registry.by_code.keys() | senders
    marks = read_marks(inputs / _MARKS, _MARKS, rubric, known)
    exports = _exports(reads) if rubric.tickets else {}
    submissions, unused = with_marks(submissions, marks, exports)
    problems += _season_checks(reads)
    every = (*problems, *marks.notes, *unused)
    entries = _entries(reads, listed.entry, marks)
    signals = tuple(signal for read in reads for signal in read.signals)
    return Reading(submissions, every, entries, signals)


def _merged(
    reads: Iterable[SourceRead], expected: tuple[Participant, ...], rubric: Rubric
) -> tuple[tuple[Submission, ...], list[Problem]]:
    """Bring the sources together: two of one participant count for none."""
    problems: list[Problem] = []
    submissions: list[Submission] = []
    senders: dict[str, list[SourceRead]] = {}
    for read in reads:
        problems += read.problems
        for each in _by_sender(read):
            senders.setdefault(each[0], []).append(each[1])
    for same in senders.values():
        if len(same) == 1:
            submissions += same[0].submissions
            continue
        found = _twice(same)
        problems += found
        submissions += _refused(same, found, rubric)
    absent = [each for each in expected if each.code not in senders]
    if rubric.unit == "office":
        problems += (_not_submitted(each) for each in absent)
    else:
        submissions += (_absent(each, problems) for each in absent)
    submissions.sort(key=lambda each: each.participant.code)
    return tuple(submissions), problems


def _by_sender(read: SourceRead) -> Iterator[tuple[str, SourceRead]]:
    """Take a table apart into what each of its rows would be by itself."""
    if read.sender is not None:
        yield read.sender.code, read
        return
    for each in read.submissions:
        alone = replace(
            read,
            sender=each.participant,
            submissions=(each,),
            problems=each.problems,
            entries=(),
        )
        yield each.participant.code, alone


def _absent(expected: Participant, problems: Iterable[Problem]) -> Submission:
    """Tell who sent nothing from whose submission could not be read at all."""
    mine = [each for each in problems if each.participant == expected.code]
    if not mine:
        return Submission(expected, "", submitted=False)
    path = mine[0].location.file
    reason = say(
        "Yang dikirim tidak dapat dibaca ({path}); lihat daftar masalah.",
        "What was sent could not be read ({path}); see the list of problems.",
        path=path,
    )
    return Submission(expected, path, refused=reason)


def _exports(reads: tuple[SourceRead, ...]) -> dict[str, TicketIds | None]:
    """Give the Tracking IDs behind each submission; offices share an export."""
    return {
        submission.participant.code: read.ticket_ids
        for read in reads
        for submission in read.submissions
    }


def _season_checks(reads: tuple[SourceRead, ...]) -> Iterator[Problem]:
    """Compare what several participants sent; each Problem names its participant."""
    sent = (each for read in reads for each in read.submissions)
    yield from shared_documents(sent)
    yield from shared_tickets(
        (read.sender, read.ticket_ids)
        for read in reads
        if read.sender is not None and read.ticket_ids is not None
    )


def _twice(same: list[SourceRead]) -> tuple[Problem, ...]:
    places = ", ".join(read.source for read in same)
    problems = []
    for read in same:
        if read.sender is not None:
            figures = {"code": read.sender.code, "name": read.sender.name}
            place = Location(read.source)
            found = problem("submission-twice", place, places=places, **figures)
            problems.append(replace(found, participant=read.sender.code))
    return tuple(problems)


def _refused(
    same: list[SourceRead], found: tuple[Problem, ...], rubric: Rubric
) -> list[Submission]:
    sender = same[0].sender
    if sender is None or rubric.unit == "office":
        return []
    problems = tuple(each for read in same for each in read.problems)
    path = ", ".join(read.source for read in same)
    reason = say(
        "Diserahkan lebih dari sekali ({places}); tidak satu pun dinilai.",
        "Submitted more than once ({places}); none of them is scored.",
        places=path,
    )
    every = (*problems, *found)
    return [Submission(sender, path, problems=every, refused=reason)]


def _not_submitted(government: Participant) -> Problem:
    figures = {"code": government.code, "name": government.name}
    found = problem("government-not-submitted", Location(PARTICIPANTS), **figures)
    return replace(found, participant=government.code)


def _entries(
    reads: Iterable[SourceRead], listed: InputFile | None, marks: Marks
) -> tuple[InputFile, ...]:
    entries: Mapping[str, InputFile] = {
        entry.path: entry
        for entry in (
            *((listed,) if listed else ()),
            *marks.entries,
            *(entry for read in reads for entry in read.entries),
        )
    }
    return tuple(entries[path] for path in sorted(entries))
