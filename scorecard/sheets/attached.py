"""Rows on attached documents: pages, what was found in their text, signatures."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import AttachedFile, Scorecard, TextCheck
from scorecard.sheets.book import Book, Cell

DOCUMENT_COLUMNS = ("file", "pages", "text_check", "e_signature", "unusual")


def document_rows(book: Book, card: Scorecard) -> list[list[Cell]]:
    """Give a row for each attached file that is in hand."""
    return [
        [
            Cell(file.path, "cell wrap"),
            Cell(file.pages, "cell places:0") if file.pages else Cell("", "cell"),
            Cell("; ".join(_text(book, file)), "cell wrap"),
            Cell("; ".join(_signatures(book, file)), "cell wrap"),
            Cell("; ".join(book.word(each) for each in file.active), "cell wrap"),
        ]
        for file in card.files
        if file.found
    ]


def state_of(book: Book, file: AttachedFile) -> str:
    """Say whether a file is in hand, and if not, why."""
    state = book.word("found" if file.found else "not_found")
    return f"{state} ({file.reason.in_(book.language)})" if file.reason else state


def _text(book: Book, file: AttachedFile) -> Iterator[str]:
    if file.text is False or (file.text is None and file.checks):
        yield book.word("no_text")
        return
    settled = {
        each.field
        for each in file.checks
        if each.what == "date" and each.outcome == "found"
    }
    for check in file.checks:
        # A date that was found has shown its year too.
        if check.what != "year" or check.field not in settled:
            yield _checked(book, check)


def _checked(book: Book, check: TextCheck) -> str:
    what = book.word(f"text_{check.what}")
    outcome = book.word("found" if check.outcome == "found" else "not_found")
    page = f" ({book.word('on_page')} {check.page})" if check.page else ""
    return f"{what} {check.declared}: {outcome}{page}"


def _signatures(book: Book, file: AttachedFile) -> Iterator[str]:
    for signature in file.signatures:
        yield signature.summary.in_(book.language)
    if file.kind == "pdf" and not file.signatures:
        yield book.word("none")
