"""The sheet "Bukti" in the making: its next row, and where each figure stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from scorecard.errors import Location
from scorecard.sheets.book import Book, Cell, Value, height_for, put, put_across
from scorecard.sheets.lines import sentence_case
from scorecard.sheets.tables import Column, put_table
from scorecard.wording import Text

WIDTHS = (46.0, 14.0, 40.0, 36.0, 18.0, 18.0)
"""Column B holds every figure that something is computed from."""

ABSENT = "cell absent small"
_LAST = len(WIDTHS) - 1


@dataclass(frozen=True, slots=True)
class Source:
    """The cells of one indicator's figures; `value` holds a number or a state's word.

    `low` and `high` bound a value that is not settled; empty where nothing is known.
    """

    value: str
    numerator: str = ""
    denominator: str = ""
    low: str = ""
    high: str = ""


@dataclass(slots=True)
class Ledger:
    """The sheet, its next free row, and the cells written so far.

    `quantities` are cells by quantity, `sources` by indicator; addresses are A1. A new
    page begins before each row of `breaks`.
    """

    book: Book
    sheet: Worksheet
    row: int = 3
    quantities: dict[str, str] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    breaks: list[int] = field(default_factory=list)


def heading(ledger: Ledger, key: str) -> None:
    """Write the heading of a table."""
    words = Cell(ledger.book.word(key), "heading")
    put(ledger.book, ledger.sheet, (ledger.row, 0), words)
    ledger.row += 1


def figure(ledger: Ledger, label: str, cell: Cell, told: str = "") -> str:
    """Write a labelled figure into column B; give its address."""
    look = "cell wrap bold" if "bold" in cell.style else "cell wrap"
    line(ledger, [Cell(label, look), cell], told)
    return str(xl_rowcol_to_cell(ledger.row - 1, 1))


def line(
    ledger: Ledger, cells: Sequence[Cell], rest: str, look: str = "cell wrap"
) -> None:
    """Write some cells, and the rest of the row as one."""
    for column, cell in enumerate(cells):
        put(ledger.book, ledger.sheet, (ledger.row, column), cell)
    across = (ledger.row, len(cells), _LAST)
    put_across(ledger.book, ledger.sheet, across, Cell(rest, look))
    heights = [15.0, height_for(rest, sum(WIDTHS[len(cells) :]), look)]
    heights += [
        height_for(cell.value, width, cell.style)
        for cell, width in zip(cells, WIDTHS, strict=False)
        if isinstance(cell.value, str)
    ]
    ledger.sheet.set_row(ledger.row, max(heights))
    ledger.row += 1


def table(
    ledger: Ledger, title: str, keys: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> int:
    """Write a titled table if it has rows; give the first of them."""
    if not rows:
        return ledger.row
    if title:
        heading(ledger, title)
    columns = list(_columns(ledger.book, keys))
    first = ledger.row + 1
    ledger.row = put_table(ledger.book, ledger.sheet, ledger.row, (columns, rows)) + 1
    return first


def place_cells(place: Location | None) -> list[Cell]:
    """Give file, sheet and cell, each in a cell of its own."""
    if place is None:
        return [Cell(""), Cell(""), Cell("")]
    cell = place.cell or (str(place.line) if place.line else "")
    return [
        Cell(place.file, "cell wrap"),
        Cell(place.sheet, "cell wrap"),
        Cell(cell, "cell centre wrap"),
    ]


def known_or_word(value: Value, word: str, *, look: str = "") -> Cell:
    """Give a number, or the word that stands for want of one."""
    if value is None:
        return Cell(word, ABSENT)
    return Cell(value, f"cell places:{places_of(value)}{look}")


def places_of(value: Value) -> int:
    """Show decimals only where there are any."""
    whole = isinstance(value, int) or getattr(value, "denominator", 0) == 1
    return 0 if whole else 2


def titled(book: Book, title: Text) -> str:
    """Write a title of the rubric as a heading begins."""
    return sentence_case(title.in_(book.language))


def _columns(book: Book, keys: Sequence[str]) -> Iterator[Column]:
    for key, width in zip(keys, WIDTHS, strict=False):
        yield Column(book.word(key), width)
