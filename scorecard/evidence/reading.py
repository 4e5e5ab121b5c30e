"""Read one submission: from its files to typed evidence, with all that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from scorecard.errors import Location, Problem
from scorecard.evidence.checks import (
    check_figures,
    compare_with_tickets,
    without_impossible_totals,
)
from scorecard.evidence.document_checks import check_documents
from scorecard.evidence.documents import find_documents
from scorecard.evidence.export_summary import summary_of
from scorecard.evidence.figures_table import (
    FiguresTable,
    find_tables,
    no_table,
    read_tables,
)
from scorecard.evidence.files import read_file
from scorecard.evidence.fingerprint import SHEET as FINGERPRINT
from scorecard.evidence.fingerprint import WORKING
from scorecard.evidence.form_parts import files_of, with_joined_form
from scorecard.evidence.forms import FormRead, holds_form, read_form
from scorecard.evidence.identity import (
    categorised,
    folder_differs,
    folder_participant,
    identify,
    not_expected,
)
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.office_loads import office_loads
from scorecard.evidence.offices import split_submission
from scorecard.evidence.problems import problem
from scorecard.evidence.regions import Registry
from scorecard.evidence.self_scores import read_self_scores
from scorecard.evidence.shared_tickets import TicketIds, ticket_ids
from scorecard.evidence.signals import Observed, find_signals
from scorecard.evidence.sources import Source, files_below
from scorecard.evidence.tampering import check_form
from scorecard.evidence.ticket_evidence import TicketEvidence, read_tickets
from scorecard.evidence.unread import UnreadError
from scorecard.evidence.workbook import Workbook, parse_workbook
from scorecard.model import InputFile, Participant, SelfScore, Signal, Submission
from scorecard.rubric.nouns import Rubric


@dataclass(frozen=True, slots=True)
class SourceRead:
    """What came of one source.

    `sender` is None, and `submissions` empty, where it is nobody's; a table of figures
    is nobody's and has a submission for each row. A government whose offices are judged
    has one for each. `problems` are all of the source's.
    """

    source: str
    sender: Participant | None
    submissions: tuple[Submission, ...]
    problems: tuple[Problem, ...]
    entries: tuple[InputFile, ...]
    signals: tuple[Signal, ...] = ()
    ticket_ids: TicketIds | None = None


@dataclass(frozen=True, slots=True)
class _Opened:
    """The workbooks of a source that could be read, and what was wrong with others."""

    workbooks: tuple[Workbook, ...]
    entries: tuple[InputFile, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Sent:
    """Who sent it, the answers of the form that stands in `files`, its own score."""

    sender: Participant | None
    files: frozenset[str]
    form: FormRead
    problems: tuple[Problem, ...]
    self_scores: tuple[SelfScore, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """A source whose sender is known, with all that was read so far."""

    source: Source
    sender: Participant
    form: FormRead
    tickets: TicketEvidence
    entries: tuple[InputFile, ...]
    problems: tuple[Problem, ...]
    used: frozenset[str]
    self_scores: tuple[SelfScore, ...] = ()


def read_source(source: Source, rubric: Rubric, registry: Registry) -> SourceRead:
    """Read a submission whole; whatever is wrong with it becomes a Problem."""
    try:
        opened = _open(source, rubric, by_column=True)
        read = _read(opened, source, rubric, registry)
        for sheet in (each for book in opened.workbooks for each in book.sheets):
            sheet.check()
        return read
    # Only when it was read did a large sheet turn out not to be plain, or to be broken.
    except UnreadError:
        return _read(_open(source, rubric, by_column=False), source, rubric, registry)


def _read(
    opened: _Opened, source: Source, rubric: Rubric, registry: Registry
) -> SourceRead:
    if tables := find_tables(opened.workbooks, rubric):
        return _from_tables(tables, source, opened, (rubric, registry))
    sent = _read_sender(source, opened, rubric, registry)
    problems = (*opened.problems, *sent.problems)
    if sent.sender is None:
        guess = folder_participant(source.name, registry)
        problems = _attributed(problems, guess.code if guess else "")
        return SourceRead(source.name, None, (), problems, opened.entries)
    tickets = read_tickets(opened.workbooks, rubric, sent.sender.code)
    known = _Known(
        source=source,
        sender=sent.sender,
        form=sent.form,
        tickets=tickets,
        entries=opened.entries,
        problems=(*problems, *tickets.problems),
        used=sent.files.union(tickets.files),
        self_scores=sent.self_scores,
    )
    read = _offices(known, rubric) if rubric.unit == "office" else _one(known, rubric)
    numbers = ticket_ids(known.tickets.export)
    return replace(read, signals=_signals(known, rubric), ticket_ids=numbers)


def _from_tables(
    tables: tuple[FiguresTable, ...],
    source: Source,
    opened: _Opened,
    by: tuple[Rubric, Registry],
) -> SourceRead:
    """Make a submission of each row; nobody sent the table as a whole."""
    read = read_tables(tables, source.name, *by)
    problems = (*opened.problems, *read.problems)
    return SourceRead(source.name, None, read.submissions, problems, opened.entries)


def _signals(known: _Known, rubric: Rubric) -> tuple[Signal, ...]:
    observed = Observed(
        known.sender.code,
        summary_of(known.tickets, rubric, known.sender.code),
        known.form.answers,
        known.tickets.counts,
    )
    return find_signals(observed, rubric)


def _one(known: _Known, rubric: Rubric) -> SourceRead:
    """Complete the submission of a participant that is judged itself."""
    answers, tickets = known.form.answers, known.tickets
    attached = find_documents(answers, rubric.form, known.source.folder)
    found = (
        *known.problems,
        *attached.problems,
        *check_figures(answers, rubric),
        *check_documents(answers, known.sender, rubric),
        *compare_with_tickets(answers, tickets.counts, rubric),
    )
    used = known.used.union(file.path for file in attached.files.values())
    # What has a mistake is told already; a note on its reading is no use of it.
    told = (each.location.file for each in found if each.severity != "note")
    unnamed = _unnamed(known.source, used.union(told))
    submission = Submission(
        participant=known.sender,
        path=known.source.name,
        answers=without_impossible_totals(answers, rubric),
        counts=tickets.counts,
        series=tickets.series,
        files=attached.files,
        offices=office_loads(tickets.export, rubric),
        problems=_attributed((*found, *unnamed), known.sender.code),
        self_scores=known.self_scores,
    )
    entries = (*known.entries, *attached.entries)
    return _read_from(known, (submission,), submission.problems, entries)


def _offices(known: _Known, rubric: Rubric) -> SourceRead:
    """Make a submission for each office of a government; problems stay with it."""
    path, answers = known.source.name, known.form.answers
    whole = Submission(known.sender, path, answers=answers)
    offices = split_submission(whole, known.tickets, rubric)
    found = (*known.problems, *offices.problems)
    problems = _attributed(found, known.sender.code)
    return _read_from(known, offices.submissions, problems, known.entries)


def _read_from(
    known: _Known,
    submissions: tuple[Submission, ...],
    problems: tuple[Problem, ...],
    entries: tuple[InputFile, ...],
) -> SourceRead:
    return SourceRead(known.source.name, known.sender, submissions, problems, entries)


def _open(source: Source, rubric: Rubric, *, by_column: bool) -> _Opened:
    workbooks: list[Workbook] = []
    entries: list[InputFile] = []
    problems: list[Problem] = [*source.problems]
    for path in source.workbooks:
        file = read_file(path, source.name_of(path), LIMITS.workbook)
        if isinstance(file, Problem):
            problems.append(file)
            continue
        entries.append(file.entry)
        workbook = parse_workbook(file, by_column=by_column)
        if isinstance(workbook, Problem):
            problems.append(workbook)
        else:
            workbooks.append(workbook)
            problems += _worth_telling(workbook)
    books = with_joined_form(tuple(workbooks), rubric.form)
    return _Opened(books, tuple(entries), tuple(problems))


def _worth_telling(workbook: Workbook) -> tuple[Problem, ...]:
    """Leave out what the form itself hides: its fingerprint and its working sheets."""
    if not workbook.named(FINGERPRINT):
        return workbook.notes
    ours = {FINGERPRINT, *(w for each in WORKING.values() for w in (each.id, each.en))}
    return tuple(note for note in workbook.notes if note.location.sheet not in ours)


def _read_sender(
    source: Source, opened: _Opened, rubric: Rubric, registry: Registry
) -> _Sent:
    form = _form_of(source, opened.workbooks, rubric)
    if isinstance(form, Problem):
        # A workbook that could not be read may be the form: that is said already.
        unread = any(each.severity == "error" for each in opened.problems)
        said = unread and form.code in ("form-missing", "table-missing")
        return _Sent(None, frozenset(), FormRead({}, ()), () if said else (form,))
    answers, files = read_form(form, rubric), files_of(form)
    place = Location(form.file, rubric.form.sheets["identity"].name)
    identified = identify(answers.answers, registry, place)
    altered = tuple(check_form(form, rubric))
    problems = (*altered, *answers.problems, *identified.problems)
    if identified.participant is None:
        return _Sent(None, files, answers, problems)
    sender = categorised(identified.participant, rubric, place)
    if isinstance(sender, Problem):
        return _Sent(None, files, answers, (*problems, sender))
    problems += folder_differs(source.name, sender, registry)
    problems += not_expected(sender, registry, place)
    own = read_self_scores(form, rubric)
    return _Sent(sender, files, answers, problems, own)


def _form_of(
    source: Source, workbooks: tuple[Workbook, ...], rubric: Rubric
) -> Workbook | Problem:
    forms = tuple(each for each in workbooks if holds_form(each, rubric.form))
    if len(forms) == 1:
        return forms[0]
    if forms:
        files = ", ".join(form.file for form in forms)
        return problem("form-twice", Location(source.name), files=files)
    if rubric.form.table is not None:
        return no_table(rubric.form.table, Location(source.name))
    sheets = ", ".join(sheet.name for sheet in rubric.form.sheets.values())
    return problem("form-missing", Location(source.name), sheets=sheets)


def _unnamed(source: Source, used: frozenset[str]) -> Iterator[Problem]:
    """Report files in the folder that nothing was taken from."""
    for name, _ in files_below(source):
        if name not in used:
            yield problem("file-not-named", Location(name))


def _attributed(problems: Iterable[Problem], code: str) -> tuple[Problem, ...]:
    return tuple(replace(each, participant=code) for each in problems)
