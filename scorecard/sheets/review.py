"""The reviewer's part of a compliance sheet: verdicts, notes, dates, signatures."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from scorecard.model import Finding
from scorecard.sheets.book import Book, Cell, put, put_across
from scorecard.sheets.derivation import Derivation, in_order
from scorecard.wording import long_date

OPEN = ("cell open centre", "cell open wrap", "cell open date")
"""Styles of the cells that stay unlocked: verdict, note, date."""

_VERDICTS = ("conforms", "conforms_not", "needs_evidence")
_ALLOWED = {
    "format_columns": True,
    "format_rows": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}
_LEFT, _RIGHT = (1, 2), (4, 8)


def review_columns(
    book: Book, sheet: Worksheet, derivation: Derivation, column: int
) -> None:
    """Unlock and validate the reviewer's cells; lock all others, without a password."""
    rows = [
        derivation.rows[node.indicator]
        for node in in_order(derivation.card)
        if isinstance(node, Finding)
    ]
    for row in rows:
        sheet.data_validation(row, column, row, column, _verdict(book))
        sheet.data_validation(row, column + 2, row, column + 2, _date(derivation))
    sheet.protect("", _ALLOWED)


def signature(book: Book, sheet: Worksheet, row: int) -> int:
    """Write the block to sign; give its last row."""
    put(book, sheet, (row, _LEFT[0]), Cell(book.word("signature_place"), "text"))
    line = Cell("", "text open underline")
    put_across(book, sheet, (row, _RIGHT[0], _RIGHT[1]), line)
    for (first, last), key in ((_LEFT, "reviewer"), (_RIGHT, "head")):
        put(book, sheet, (row + 2, first), Cell(book.word(key), "text bold"))
        put_across(book, sheet, (row + 6, first, last), line)
        put(book, sheet, (row + 7, first), Cell(book.word("signature_name"), "text"))
        put(book, sheet, (row + 8, first), Cell(book.word("signature_nip"), "text"))
    return row + 8


def _verdict(book: Book) -> dict[str, object]:
    return {
        "validate": "list",
        "source": [book.word(key) for key in _VERDICTS],
        "input_title": book.word("verdict"),
        "input_message": book.word("verdict_hint"),
        "error_title": book.word("verdict"),
        "error_message": book.word("verdict_hint"),
    }


def _date(derivation: Derivation) -> dict[str, object]:
    book, start = derivation.book, derivation.rubric.period.start
    hint = book.word("date_hint").format(start=long_date(start, book.language))
    return {
        "validate": "date",
        "criteria": ">=",
        "value": start,
        "input_title": book.word("review_date"),
        "input_message": hint,
        "error_title": book.word("review_date"),
        "error_message": hint,
    }
