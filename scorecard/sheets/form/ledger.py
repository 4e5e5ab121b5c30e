"""The sheet of the working: lines of formulas, each with the value of a blank form."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from scorecard.number import Language
from scorecard.sheets.book import Book, Cell, Value, put
from scorecard.sheets.form.places import at
from scorecard.sheets.form.words import told

FIRST = 2
"""The column of a line's first formula; its key and its title stand before it."""


@dataclass(slots=True)
class Ledger:
    """A sheet that is written line by line; `row` is the next line's."""

    book: Book
    sheet: Worksheet
    title: str
    row: int = 3

    def heading(self, words: str, *columns: str) -> None:
        """Begin a section, with the headings of its columns."""
        self.row += 1
        put(self.book, self.sheet, (self.row, 0), Cell(words, "heading"))
        self.row += 1
        for column, name in enumerate(columns):
            put(self.book, self.sheet, (self.row, column), Cell(name, "head"))
        self.row += 1

    def line(
        self, key: str, title: str, *formulas: tuple[str, Value]
    ) -> tuple[str, ...]:
        """Write a line; give the addresses of its formulas."""
        put(self.book, self.sheet, (self.row, 0), Cell(key, "cell small"))
        put(self.book, self.sheet, (self.row, 1), Cell(title, "cell"))
        for column, (formula, value) in enumerate(formulas, FIRST):
            self.cell(self.row, column, formula, value)
        self.row += 1
        return tuple(
            at(self.title, self.row - 1, column)
            for column in range(FIRST, FIRST + len(formulas))
        )

    def cell(self, row: int, column: int, formula: str, value: Value) -> None:
        """Write one formula with the value that it has on a blank form."""
        put(self.book, self.sheet, (row, column), Cell(value, "cell", f"={formula}"))


def headings(language: Language, columns: int = 2) -> tuple[str, ...]:
    """Head a section of states and figures: key, title, state, figure."""
    keys = ("w_key", "w_title", "w_state", "w_figure")
    return tuple(told(key, language) for key in keys[: FIRST + columns])
