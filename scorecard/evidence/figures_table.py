"""Read a flat table of figures: one row a participant, one column a figure.

It stands in for forms where figures were published or collected in one file. Each value
keeps its cell; a row that is nobody's is reported and not used.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from scorecard.errors import Location, Problem
from scorecard.evidence.answers import Habits, as_text, read_answer
from scorecard.evidence.dates import order_of
from scorecard.evidence.folding import folded, nearest
from scorecard.evidence.form_sheets import holds_form
from scorecard.evidence.identity import categorised, identify, not_expected
from scorecard.evidence.numbers import mark_of
from scorecard.evidence.problems import did_you_mean, problem
from scorecard.evidence.regions import Registry, looks_like_region, normalised_code
from scorecard.evidence.table import Header, find_header, is_blank
from scorecard.evidence.workbook import Cell, Sheet, Workbook
from scorecard.model import Evidence, Participant, Submission
from scorecard.rubric.evidence import FormField, Table
from scorecard.rubric.nouns import Category, Rubric

_CODE, _NAME, _CATEGORY = "table code", "table name", "table category"
"""Keys of columns that no field can have: an id holds no space."""
_NUMBERS = ("number", "level", "percent")


@dataclass(frozen=True, slots=True)
class TableRead:
    """The submissions of a table in its order, and all that was wrong."""

    submissions: tuple[Submission, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class FiguresTable:
    """A sheet that is such a table, and where its columns stand."""

    sheet: Sheet
    header: Header
    table: Table


@dataclass(frozen=True, slots=True)
class _Reading:
    """A table that is being read, with what its rows are read by."""

    found: FiguresTable
    rubric: Rubric
    registry: Registry
    habits: Habits
    blanks: frozenset[str]
    path: str
    problems: list[Problem] = field(default_factory=list)


def find_tables(
    workbooks: Sequence[Workbook], rubric: Rubric
) -> tuple[FiguresTable, ...]:
    """Find the sheets with a column of codes, one of names and one of a figure.

    Where there is a form, nothing is such a table.
    """
    table = rubric.form.table
    if table is None or any(holds_form(each, rubric.form) for each in workbooks):
        return ()
    names, figures = _spellings(table, rubric), set(_fields(rubric))
    found = []
    for sheet in chain.from_iterable(book.sheets for book in workbooks):
        header = find_header(sheet, names, (_CODE, _NAME))
        if header is not None and not figures.isdisjoint(header.columns):
            found.append(FiguresTable(sheet, header, table))
    return tuple(found)


def no_table(table: Table, place: Location) -> Problem:
    """Say what a file must hold where neither a form nor a table was found."""
    headings = ", ".join(each[0] for each in (table.code, table.name))
    return problem("table-missing", place, headings=headings)


def read_tables(
    tables: Sequence[FiguresTable], path: str, rubric: Rubric, registry: Registry
) -> TableRead:
    """Make a submission of each row; `path` is the file's name below the inputs."""
    found = tables[0]
    if len(tables) > 1:
        sheets = ", ".join(each.sheet.name for each in tables)
        twice = problem("table-twice", Location(path), sheets=sheets)
        return TableRead((), (twice,))
    if found.header.twice:
        return TableRead((), (_column_twice(found, rubric),))
    blanks = frozenset(map(folded, rubric.vocabulary.blank))
    habits = _habits(found, rubric)
    reading = _Reading(found, rubric, registry, habits, blanks, path)
    reading.problems.extend(_missing_columns(found, rubric))
    rows = range(found.header.row + 1, len(found.sheet.rows) + 1)
    read = (_submission(reading, row) for row in rows)
    submissions = tuple(each for each in read if each is not None)
    mine = chain.from_iterable(each.problems for each in submissions)
    return TableRead(submissions, (*reading.problems, *mine))


def _submission(reading: _Reading, row: int) -> Submission | None:
    if all(is_blank(value) for value in reading.found.sheet.rows[row - 1]):
        return None
    sender, problems = _sender(reading, row)
    if sender is None:
        reading.problems.extend(problems)
        return None
    answers: dict[str, Evidence] = {}
    for key, asked in _fields(reading.rubric).items():
        cell = _cell(reading, row, key)
        if cell is None or _says_nothing(cell, reading.blanks):
            continue
        vocabulary = reading.rubric.vocabulary
        answers[key], wrong = read_answer(asked, cell, vocabulary, reading.habits)
        problems += [wrong] if wrong else []
    told = tuple(replace(each, participant=sender.code) for each in problems)
    return Submission(sender, reading.path, answers=answers, problems=told)


def _sender(reading: _Reading, row: int) -> tuple[Participant | None, list[Problem]]:
    """Know the row's participant by its code; its name must not contradict it."""
    said = {key: _said(reading, row, key) for key in (_CODE, _NAME)}
    place = reading.found.sheet.at(row, reading.found.header.columns[_CODE])
    if not said[_CODE].value or not said[_NAME].value:
        seen = said[_CODE].shown or said[_NAME].shown
        return None, [problem("table-row-incomplete", place, seen=seen)]
    code = normalised_code(said[_CODE].shown)
    if code not in reading.registry.by_code and _is_new(code, reading.registry):
        return _new(reading, row, said[_NAME].shown)
    answers = {"code": said[_CODE], "name": said[_NAME]}
    known = identify(answers, reading.registry, place)
    problems = [*known.problems]
    if known.participant is None:
        return None, problems
    sender = categorised(known.participant, reading.rubric, place)
    if isinstance(sender, Problem):
        return None, [*problems, sender]
    return sender, [*problems, *not_expected(sender, reading.registry, place)]


def _is_new(code: str, registry: Registry) -> bool:
    """Without a list a row may name a participant that is no region: a country."""
    return registry.expected is None and not looks_like_region(code)


def _new(
    reading: _Reading, row: int, name: str
) -> tuple[Participant | None, list[Problem]]:
    code = normalised_code(_said(reading, row, _CODE).shown)
    written = _said(reading, row, _CATEGORY)
    category = _category(written.shown, reading.rubric)
    if category is None:
        every = ", ".join(each.id for each in reading.rubric.categories)
        figures = {"code": code, "name": name, "categories": every}
        place = written.location
        unknown = problem(
            "table-category-unknown", place, seen=written.shown, **figures
        )
        return None, [unknown]
    return Participant(code, name, category.types[0], category.id), []


def _category(written: str, rubric: Rubric) -> Category | None:
    if not written:
        return rubric.categories[0] if len(rubric.categories) == 1 else None
    for each in rubric.categories:
        if folded(written) in map(folded, (each.id, each.title.id, each.title.en)):
            return each
    return None


def _said(reading: _Reading, row: int, key: str) -> Evidence:
    cell = _cell(reading, row, key)
    if cell is None:
        return Evidence(None, "", reading.found.sheet.at(row, 1))
    text = as_text(cell.value)
    return Evidence(text or None, text, cell.location)


def _cell(reading: _Reading, row: int, key: str) -> Cell | None:
    column = reading.found.header.columns.get(key)
    return reading.found.sheet.cell(row, column) if column else None


def _says_nothing(cell: Cell, blanks: frozenset[str]) -> bool:
    is_mark = isinstance(cell.value, str) and folded(cell.value) in blanks
    return is_blank(cell.value) or is_mark


def _habits(found: FiguresTable, rubric: Rubric) -> Habits:
    """See how numbers and dates are written in the table, all columns together."""
    texts: dict[str, list[str]] = {}
    for key, asked in _fields(rubric).items():
        if column := found.header.columns.get(key):
            values = found.sheet.column(column, found.header.row + 1)
            written = [value for value in values if isinstance(value, str)]
            texts.setdefault(asked.kind, []).extend(written)
    numbers = chain.from_iterable(texts.get(kind, ()) for kind in _NUMBERS)
    mark = mark_of(numbers, texts.get("whole", ()))
    return Habits(mark, order_of(texts.get("date", ())))


def _fields(rubric: Rubric) -> Mapping[str, FormField]:
    """List the figures that a table may hold: those of the recap and the answers."""
    return {each.id: each for each in (*rubric.form.recap, *rubric.form.answers)}


def _spellings(table: Table, rubric: Rubric) -> dict[str, tuple[str, ...]]:
    own = {_CODE: table.code, _NAME: table.name, _CATEGORY: table.category}
    titled = {
        key: (key, each.title.id, each.title.en, *table.columns.get(key, ()))
        for key, each in _fields(rubric).items()
    }
    return {key: names for key, names in (own | titled).items() if names}


def _missing_columns(found: FiguresTable, rubric: Rubric) -> Iterator[Problem]:
    place = Location(found.sheet.file, found.sheet.name)
    for key, asked in _fields(rubric).items():
        if key not in found.header.columns:
            hint = did_you_mean(nearest(key, found.header.unknown))
            yield problem(
                "table-column-missing",
                place,
                key=key,
                title=asked.title.text,
                hint=hint,
            )


def _column_twice(found: FiguresTable, rubric: Rubric) -> Problem:
    heading = _spellings(found.table, rubric)[found.header.twice[0]][0]
    place = Location(found.sheet.file, found.sheet.name)
    return problem("table-column-twice", place, heading=heading)
