"""Read workbooks of any kind: every cell with its position, or a Problem.

What a file is, is decided by its contents, never by its name. The values come as
`Sheet.rows`: sequences of plain Python values that begin with A1, so that
``rows[r - 1][c - 1]`` is the cell in row r and column c. A blank is None or ``""``.
Long tables are read fastest by `Sheet.column` or by a loop over `Sheet.rows`; numbers
are floats (271.0), days are datetimes, a percent cell is 0.9927 with ``0.00%`` in
`Sheet.formats`. Error cells and formulas without a result are `CellError`. What the
reading should tell its owner stands in `Workbook.notes`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

from scorecard.errors import Location, Problem
from scorecard.evidence.archive import Archive
from scorecard.evidence.cells import (
    Cell,
    CellError,
    Headings,
    Row,
    Sheet,
    Value,
    Workbook,
    column_letters,
    position,
)
from scorecard.evidence.files import FileBytes, read_file
from scorecard.evidence.kinds import ENDINGS, KINDS, Kind, kind_of
from scorecard.evidence.limits import LIMITS
from scorecard.evidence.problems import problem
from scorecard.evidence.unread import UnreadError
from scorecard.evidence.xml_part import broken

__all__ = [
    "OTHER_ENDINGS",
    "WORKBOOK_ENDINGS",
    "Cell",
    "CellError",
    "Headings",
    "Row",
    "Sheet",
    "Value",
    "Workbook",
    "column_letters",
    "open_workbook",
    "parse_workbook",
    "position",
]

WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv")
OTHER_ENDINGS = (".xlsb", ".numbers", ".et", ".xltx", ".xltm", ".ots", ".fods")


def open_workbook(path: Path, name: str) -> Workbook | Problem:
    """Read the workbook at `path`; `name` is its path relative to the inputs."""
    content = read_file(path, name, LIMITS.workbook)
    return content if isinstance(content, Problem) else parse_workbook(content)


def parse_workbook(file: FileBytes, *, by_column: bool = False) -> Workbook | Problem:
    """Read a workbook from its bytes; whatever is wrong with it becomes a Problem.

    `by_column`: of large plain sheets the first rows are read, columns are picked when
    they are asked for (`Sheet.columns`), and all rows are read only where that will not
    do. What is not plain or broken in a cell may then show late, as an UnreadError:
    `Sheet.check` at last. Then it is to be read once more without.
    """
    try:
        return _parsed(file, by_column=by_column)
    except UnreadError as error:
        return error.problem(file.name)
    # A parser of foreign bytes may fail in any way; each is the file's fault.
    except Exception as error:
        if isinstance(error, MemoryError):
            raise
        return broken(type(error).__name__).problem(file.name)


def _parsed(file: FileBytes, *, by_column: bool) -> Workbook:
    ending = PurePosixPath(file.name).suffix.casefold()
    kind, archive = kind_of(file.content, ending)
    book = _read(kind, archive, file, by_column=by_column)
    if ending in ENDINGS[kind]:
        return book
    note = problem(
        "workbook-kind-differs",
        Location(file.name),
        ending=ending or "—",
        kind=KINDS[kind],
    )
    return replace(book, notes=(note, *book.notes))


def _read(
    kind: Kind, archive: Archive | None, file: FileBytes, *, by_column: bool
) -> Workbook:
    """Import the reader of the kind alone: most runs need just one."""
    if kind == "xls":
        from scorecard.evidence.reader_xls import read_xls

        return read_xls(file.content, file.name)
    if kind == "ods" and archive is not None:
        from scorecard.evidence.reader_ods import read_ods

        return read_ods(archive, file.name)
    if kind == "xlsx" and archive is not None:
        from scorecard.evidence.reader_xlsx import read_xlsx

        return read_xlsx(archive, file.name, by_column=by_column)
    from scorecard.evidence.reader_csv import read_csv

    return read_csv(file.content, file.name)
