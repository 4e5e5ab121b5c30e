"""What the sheets of two seasons share: figures before and after, live changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from scorecard.comparison.figures import STATES
from scorecard.model import Change, Comparison, Figure
from scorecard.sheets.book import Book, Cell
from scorecard.sheets.lines import interval_words
from scorecard.sheets.tables import HEADER_ROW, Column, Layout, Rows, table_sheet
from scorecard.wording import Text, say

TITLE = Text("Perbandingan dua musim", "Two seasons compared")
_RISE = {"type": "cell", "criteria": ">", "value": 0}
_FALL = {"type": "cell", "criteria": "<", "value": 0}


def figure_cells(
    book: Book, change: Change, at: tuple[int, int], places: int
) -> Iterator[Cell]:
    """Write a figure before, after, and their difference as a formula over the two."""
    row, column = at
    yield figure_cell(book, change.before, places)
    yield figure_cell(book, change.after, places)
    if change.settled is not None:
        cells = (xl_rowcol_to_cell(row, column + n) for n in (1, 0))
        formula = "=" + "-".join(cells)
        yield Cell(change.settled, f"row bold places:{places}", formula)
    elif change.low is not None:
        low, _, high = change.shown.rpartition("–")
        yield Cell(interval_words(book, low, high), "row centre")
    else:
        yield Cell("–", "row centre")


def figure_cell(book: Book, figure: Figure, places: int) -> Cell:
    if figure.settled is not None:
        return Cell(figure.settled, f"row places:{places}")
    if figure.low is not None:
        low, _, high = figure.shown.partition("–")
        return Cell(interval_words(book, low, high), "row centre")
    return Cell(STATES[figure.state].in_(book.language), "row absent wrap")


def seasons_words(found: Comparison) -> Text:
    return say(
        "Sebelum: edisi {old}, {start} s.d. {end}. Sesudah: edisi {new}, {first} s.d."
        " {last}.",
        "Before: edition {old}, {start} to {end}. After: edition {new}, {first} to"
        " {last}.",
        old=found.before.edition,
        start=found.before.start,
        end=found.before.end,
        new=found.after.edition,
        first=found.after.start,
        last=found.after.end,
    )


def compared_table(
    book: Book,
    titles: tuple[Text, Text, Text],
    heads: Sequence[tuple[Text, float]],
    rows: Rows,
    *,
    frozen: int = 0,
) -> Worksheet:
    tab, title, line = (each.in_(book.language) for each in titles)
    layout = Layout(frozen=frozen)
    return table_sheet(
        book, (tab, title, line), columns_of(book, heads), rows, layout=layout
    )


def columns_of(book: Book, heads: Sequence[tuple[Text, float]]) -> list[Column]:
    return [Column(head.in_(book.language), width) for head, width in heads]


def colour(book: Book, sheet: Worksheet, columns: tuple[int, ...], number: int) -> None:
    """Tint what rose and what fell; the sign says the same without colour."""
    last = HEADER_ROW + max(1, number)
    rose = book.workbook.add_format({"font_color": "#1A6B3C", "bg_color": "#E3F3E9"})
    fell = book.workbook.add_format({"font_color": "#9C1C1C", "bg_color": "#FBE6E4"})
    for column in columns:
        cells = (HEADER_ROW + 1, column, last, column)
        sheet.conditional_format(*cells, {**_RISE, "format": rose})
        sheet.conditional_format(*cells, {**_FALL, "format": fell})
