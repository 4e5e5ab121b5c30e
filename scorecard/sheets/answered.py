"""Answers and figures on "Bukti" that count as they were read, each with its cell."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from scorecard.model import Finding
from scorecard.rubric import methods as verb
from scorecard.sheets.book import Cell
from scorecard.sheets.ledger import (
    Ledger,
    Source,
    known_or_word,
    place_cells,
    table,
    titled,
)
from scorecard.wording import dated

AS_READ = (verb.Answer, verb.Figure, verb.Average, verb.Median, verb.Percentile)
"""Measures whose value was read, or drawn from the ticket export, as one figure."""


def answers_table(ledger: Ledger, findings: Sequence[Finding]) -> None:
    """Write one row an indicator: its value, or the word of its state."""
    keys = ("indicator", "value", "shown", "file", "sheet", "cell")
    first = table(ledger, "answers", keys, [_row(ledger, each) for each in findings])
    for row, finding in enumerate(findings, first):
        ledger.sources[finding.indicator] = Source(str(xl_rowcol_to_cell(row, 1)))


def _row(ledger: Ledger, finding: Finding) -> list[Cell]:
    book = ledger.book
    cited = finding.evidence[0] if finding.evidence else None
    unit = finding.unit.in_(book.language)
    title = titled(book, finding.title) + (f" ({unit})" if unit else "")
    shown = dated(cited.shown, book.language) if cited else ""
    return [
        Cell(title, "cell wrap"),
        known_or_word(finding.value, book.word(finding.state)),
        Cell(shown, "cell wrap centre"),
        *place_cells(cited.location if cited else None),
    ]
