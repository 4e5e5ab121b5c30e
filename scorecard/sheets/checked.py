"""Conditions of documents on "Bukti": each met or not, its points, their share live."""

from __future__ import annotations

from fractions import Fraction

from scorecard.methods.live.expressions import quoted
from scorecard.model import Checked, Finding
from scorecard.sheets.book import Book, Cell
from scorecard.sheets.ledger import ABSENT, Ledger, Source, figure, line, titled
from scorecard.wording import dated


def document_block(ledger: Ledger, finding: Finding) -> Source:
    """Write the conditions and the share of their points that is met, in per cent."""
    book, first = ledger.book, ledger.row + 2
    _conditions(ledger, finding)
    last = ledger.row
    points, results = f"B{first}:B{last}", f"C{first}:C{last}"
    met = sum((each.points for each in finding.conditions if each.met), Fraction(0))
    whole = sum((each.points for each in finding.conditions), Fraction(0))
    sum_met = f"=SUMIF({results},{quoted(book.word('met'))},{points})"
    at_met = figure(ledger, book.word("points_met"), _points(met, sum_met))
    total = _points(whole, f"=SUM({points})")
    at_whole = figure(ledger, book.word("points_all"), total)
    if finding.state != "unreadable":
        return Source(_percent(ledger, finding, (at_met, at_whole)))
    return _interval(ledger, finding, (at_met, at_whole, points, results))


def result_word(book: Book, condition: Checked) -> str:
    """Say whether a condition is met, or that nobody can tell."""
    if condition.unreadable:
        return book.word("unreadable")
    return book.word("met" if condition.met else "not_met")


def _conditions(ledger: Ledger, finding: Finding) -> None:
    book = ledger.book
    title = Cell(titled(book, finding.title), "cell wrap group")
    points = Cell(book.word("points"), "cell centre group")
    result = Cell(book.word("result"), "cell centre group")
    line(ledger, [title, points, result], book.word("reason"), "cell group")
    for each in finding.conditions:
        cells = [
            Cell(titled(book, each.title), "cell wrap indent:1"),
            Cell(each.points, "cell places:2"),
            Cell(result_word(book, each), f"cell centre{'' if each.met else ' bold'}"),
        ]
        line(ledger, cells, dated(each.reason.in_(book.language), book.language))


def _percent(ledger: Ledger, finding: Finding, cells: tuple[str, str]) -> str:
    """Give the share; of a document that was not sent at all a word, while none is."""
    book, (met, whole) = ledger.book, cells
    live = f"100*{met}/{whole}"
    if finding.value is not None:
        value = Cell(finding.value, "cell places:2 bold", f"={live}")
    else:
        state = book.word(finding.state)
        value = Cell(state, f"{ABSENT} bold", f"=IF({met}=0,{quoted(state)},{live})")
    return figure(ledger, book.word("percent"), value)


def _interval(
    ledger: Ledger, finding: Finding, cells: tuple[str, str, str, str]
) -> Source:
    """Bound the share: what cannot be read may turn out met or not."""
    book, (met, whole, points, results) = ledger.book, cells
    open_points = f"SUMIF({results},{quoted(book.word('unreadable'))},{points})"
    low, high = _ends(finding)
    at_low = figure(
        ledger, book.word("percent_low"), _points(low, f"=100*{met}/{whole}")
    )
    live = f"=100*({met}+{open_points})/{whole}"
    at_high = figure(ledger, book.word("percent_high"), _points(high, live))
    word = book.word("unreadable")
    live = f"=IF(ROUND({at_high}-{at_low},10)>0,{quoted(word)},{at_low})"
    at = figure(ledger, book.word("percent"), Cell(word, f"{ABSENT} bold", live))
    return Source(at, low=at_low, high=at_high)


def _ends(finding: Finding) -> tuple[Fraction, Fraction]:
    every = finding.conditions
    whole = sum((each.points for each in every), Fraction(0))
    met = sum((each.points for each in every if each.met), Fraction(0))
    unread = sum((each.points for each in every if each.unreadable), Fraction(0))
    return 100 * met / whole, 100 * (met + unread) / whole


def _points(value: Fraction, live: str) -> Cell:
    return Cell(value, "cell places:2", live)
