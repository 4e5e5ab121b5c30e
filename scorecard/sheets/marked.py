"""Assessors' marks on "Bukti": one row a mark, and their mean live.

Each mark has its part in the mean: marks on one ticket share the ticket's part, and
tickets have equal parts. The mean is then the sum of marks times parts.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from scorecard.methods.live.expressions import plain, quoted
from scorecard.model import Finding, Mark, Scorecard
from scorecard.rubric import methods as verb
from scorecard.sheets.book import Cell
from scorecard.sheets.ledger import (
    ABSENT,
    Ledger,
    Source,
    figure,
    line,
    place_cells,
    places_of,
    table,
    titled,
)


def mark_block(
    ledger: Ledger, card: Scorecard, finding: Finding, measure: verb.Mark
) -> Source:
    """Write the marks on an indicator and their mean, bounded while some wait."""
    book = ledger.book
    title = Cell(titled(book, finding.title), "cell wrap group")
    line(
        ledger,
        [title, Cell("", "cell group")],
        finding.definition.in_(book.language),
    )
    marks = [each for each in card.marks if each.indicator == finding.indicator]
    first = ledger.row + 2
    keys = ("mark", "given", "part_of_mean", "file", "sheet", "cell")
    table(ledger, "", keys, [_row(ledger, marks, each) for each in marks])
    if marks:
        ledger.row -= 1
    given, parts = f"B{first}:B{ledger.row}", f"C{first}:C{ledger.row}"
    if finding.state == "scored":
        live = f"SUMPRODUCT({given},{parts})"
        at = figure(ledger, book.word("mean"), _settled(ledger, finding, given, live))
        return Source(at)
    enough = bool(marks) and len({each.ticket for each in marks}) >= measure.least
    return _open(ledger, marks, measure, (given, parts) if enough else None)


def _row(ledger: Ledger, marks: list[Mark], mark: Mark) -> list[Cell]:
    book = ledger.book
    tickets = Counter(each.ticket for each in marks)
    share = len(tickets) * tickets[mark.ticket]
    words = f"{mark.ticket} · {mark.assessor}" if mark.ticket else mark.assessor
    value = (
        Cell(book.word("pending"), ABSENT)
        if mark.value is None
        else Cell(mark.value, f"cell places:{places_of(mark.value)}")
    )
    part = Cell(Fraction(1, share), "cell percent centre", f"=1/{share}")
    return [Cell(words, "cell wrap indent:1"), value, part, *place_cells(mark.location)]


def _settled(ledger: Ledger, finding: Finding, given: str, live: str) -> Cell:
    """Give the mean, a word again if a mark is taken away."""
    word = quoted(ledger.book.word("pending"))
    return Cell(
        finding.value,
        "cell places:2 bold",
        f"=IF(COUNT({given})<ROWS({given}),{word},{live})",
    )


def _open(
    ledger: Ledger,
    marks: list[Mark],
    measure: verb.Mark,
    ranges: tuple[str, str] | None,
) -> Source:
    """Bound the mean: a mark to come may be 0 or the most; too few leave all open."""
    book, most = ledger.book, measure.maximum
    low, high = (
        (_mean(marks, Fraction(0)), _mean(marks, most))
        if ranges
        else (Fraction(0), most)
    )
    live = "", ""
    if ranges:
        given, parts = ranges
        mean = f"SUMPRODUCT({given},{parts})"
        waiting = f"SUMIF({given},{quoted(book.word('pending'))},{parts})"
        live = f"={mean}", f"={mean}+{plain(most)}*{waiting}"
    at_low = figure(ledger, book.word("mean_low"), Cell(low, _LOOK, live[0]))
    at_high = figure(ledger, book.word("mean_high"), Cell(high, _LOOK, live[1]))
    word = book.word("pending")
    settled = f"=IF(ROUND({at_high}-{at_low},10)>0,{quoted(word)},{at_low})"
    at = figure(ledger, book.word("mean"), Cell(word, f"{ABSENT} bold", settled))
    return Source(at, low=at_low, high=at_high)


_LOOK = "cell places:2"


def _mean(marks: list[Mark], unmarked: Fraction) -> Fraction:
    tickets = Counter(each.ticket for each in marks)
    return sum(
        (
            (unmarked if each.value is None else each.value)
            / (len(tickets) * tickets[each.ticket])
            for each in marks
        ),
        Fraction(0),
    )
