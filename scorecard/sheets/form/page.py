"""The sheet of the score in the making, with what it is made from."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from scorecard.model import Scorecard
from scorecard.rubric.nouns import Indicator
from scorecard.sheets.book import Book, Cell, put, put_across
from scorecard.sheets.form.branches import Placed, Tree
from scorecard.sheets.form.places import Plan


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet; `card` is the scorecard of the form while it is blank."""

    book: Book
    sheet: Worksheet
    tree: Tree
    card: Scorecard

    @property
    def plan(self) -> Plan:
        """The plan of the form."""
        return self.tree.plan

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Write one cell."""
        put(self.book, self.sheet, (row, column), cell)

    def across(self, row: int, columns: tuple[int, int], cell: Cell) -> None:
        """Write one cell over several columns."""
        put_across(self.book, self.sheet, (row, *columns), cell)

    def indicators(self) -> list[Placed]:
        """List the indicators that the participant is judged by."""
        return [
            each
            for each in self.tree.placed
            if isinstance(each.node, Indicator) and each.included
        ]
