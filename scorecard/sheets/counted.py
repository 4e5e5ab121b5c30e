"""Figures made of numbers of tickets on "Bukti": counts, shares, changes, all live.

A number that is blank or cannot be used gives a word, as it gives the engine a state;
once a reviewer types the number in, the figure follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from scorecard.methods.live.expressions import chosen, quoted
from scorecard.model import Finding, Scorecard
from scorecard.number import Language
from scorecard.rubric import methods as verb
from scorecard.sheets.book import Cell
from scorecard.sheets.ledger import (
    ABSENT,
    Ledger,
    Source,
    figure,
    known_or_word,
    line,
    titled,
)
from scorecard.sheets.words import word

Known = Fraction | str
"""A number, or the word of the state for want of one."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """The cells of a share and what stands in its last one."""

    numerator: str
    denominator: str
    percent: str
    result: Known


def count_block(
    ledger: Ledger, card: Scorecard, finding: Finding, measure: verb.Count
) -> Source:
    """Write a sum of quantities."""
    _title(ledger, finding)
    live, result = _sum(ledger, card, (measure.of, ()))
    cell = _figure(result, live, 0)
    at = figure(ledger, ledger.book.word("sum"), _bold(cell))
    return Source(at, numerator=at)


def share_block(
    ledger: Ledger, card: Scorecard, finding: Finding, measure: verb.Share
) -> Source:
    """Write both sides of a share and the percentage."""
    _title(ledger, finding)
    ratio = _ratio(ledger, card, measure)
    return Source(ratio.percent, ratio.numerator, ratio.denominator)


def within_block(ledger: Ledger, finding: Finding) -> Source:
    """Write how many tickets of the export kept their limit, of how many."""
    book = ledger.book
    _title(ledger, finding)
    place = finding.evidence[0].location if finding.evidence else None
    told = str(place) if place else ""
    state = book.word(finding.state)
    sides = [
        figure(ledger, book.word(key), known_or_word(value, state), told)
        for key, value in (
            ("numerator", finding.numerator),
            ("denominator", finding.denominator),
        )
    ]
    above, below = sides
    live = f"=IF(COUNT({above},{below})<2,{above},100*{above}/{below})"
    result = state if finding.value is None else finding.value
    at = figure(ledger, book.word("percent"), _bold(_figure(result, live, 2)))
    return Source(at, above, below)


def change_block(
    ledger: Ledger, card: Scorecard, finding: Finding, measure: verb.Change
) -> Source:
    """Write this period's figure, the last one's, and the difference."""
    book = ledger.book
    _title(ledger, finding)
    parts = [
        _part(ledger, card, finding, (key, part))
        for key, part in (("after", measure.after), ("before", measure.before))
    ]
    after, before = (cell for cell, _ in parts)
    tests = [(f"NOT(ISNUMBER({cell}))", cell) for cell in (after, before)]
    result = finding.value if finding.value is not None else book.word(finding.state)
    live = f"={chosen(tests, f'{after}-{before}')}"
    if _first_word(tuple(known for _, known in parts)) not in (None, result):
        live = ""
    return Source(figure(ledger, book.word("change"), _bold(_figure(result, live, 2))))


def _part(
    ledger: Ledger,
    card: Scorecard,
    finding: Finding,
    of: tuple[str, verb.Figure | verb.Share],
) -> tuple[str, Known]:
    """Write one period's figure, a share or a cell of the recap as it was read."""
    key, part = of
    book = ledger.book
    line(ledger, [Cell(book.word(key), "cell wrap group"), Cell("", "cell group")], "")
    if isinstance(part, verb.Share):
        ratio = _ratio(ledger, card, part)
        return ratio.percent, ratio.result
    cited = finding.evidence[0 if key == "after" else -1] if finding.evidence else None
    known = cited.value if cited and finding.state == "scored" else None
    word = book.word(finding.state)
    place = str(cited.location) if cited else ""
    at = figure(ledger, book.word("figure"), known_or_word(known, word), place)
    return at, word if known is None else known


def _ratio(ledger: Ledger, card: Scorecard, measure: verb.Share) -> Ratio:
    book, language = ledger.book, ledger.book.language
    above_live, above = _sum(ledger, card, (measure.of, ()))
    below_live, below = _sum(ledger, card, (measure.over, measure.less))
    numerator = figure(ledger, book.word("numerator"), _figure(above, above_live, 0))
    denominator = figure(
        ledger, book.word("denominator"), _figure(below, below_live, 0)
    )
    tests = [
        (f"NOT(ISNUMBER({numerator}))", numerator),
        (f"NOT(ISNUMBER({denominator}))", denominator),
        (
            f"OR({numerator}>{denominator},{denominator}<0)",
            quoted(word("unreadable", language)),
        ),
        (f"{denominator}=0", quoted(word(measure.if_none, language))),
    ]
    live = f"={chosen(tests, f'100*{numerator}/{denominator}')}"
    result = _divided((above, below), measure, language)
    at = figure(ledger, book.word("percent"), _bold(_figure(result, live, 2)))
    return Ratio(numerator, denominator, at, result)


def _divided(
    sides: tuple[Known, Known], measure: verb.Share, language: Language
) -> Known:
    above, below = sides
    if isinstance(above, str) or isinstance(below, str):
        return _first_word(sides) or ""
    if above > below or below < 0:
        return word("unreadable", language)
    return 100 * above / below if below else word(measure.if_none, language)


def _sum(
    ledger: Ledger, card: Scorecard, terms: tuple[Sequence[str], Sequence[str]]
) -> tuple[str, Known]:
    """Add some quantities and take others away: the formula, and what it results in.

    A blank one of the others takes nothing away.
    """
    language = ledger.book.language
    over, less = ([ledger.quantities[each] for each in ids] for ids in terms)
    unread = quoted(word("unreadable", language))
    tests = []
    for cell in over:
        tests.append((_is_blank(cell, language), quoted(word("missing", language))))
        tests.append((f"NOT(ISNUMBER({cell}))", unread))
        tests.append((f"{cell}<0", unread))
    for cell in less:
        unusable = f"AND(NOT({_is_blank(cell, language)}),NOT(ISNUMBER({cell})))"
        tests.append((unusable, unread))
        tests.append((f"N({cell})<0", unread))
    added = "+".join(over) + "".join(f"-N({cell})" for cell in less)
    return f"={chosen(tests, added)}", _sum_result(card, terms, language)


def _sum_result(
    card: Scorecard, terms: tuple[Sequence[str], Sequence[str]], language: Language
) -> Known:
    over, less = terms
    known = {each.quantity: each for each in card.quantities}
    total = Fraction(0)
    for sign, ids in ((1, over), (-1, less)):
        for each in ids:
            value, given = known[each].value, known[each].location is not None
            if value is None and not given:
                if sign > 0:
                    return word("missing", language)
                continue
            if value is None or value < 0:
                return word("unreadable", language)
            total += sign * value
    return total


def _is_blank(cell: str, language: Language) -> str:
    return f'OR({cell}="",{cell}={quoted(word("blank", language))})'


def _first_word(known: Sequence[Known]) -> str | None:
    return next((each for each in known if isinstance(each, str)), None)


def _figure(value: Known, live: str, places: int) -> Cell:
    if isinstance(value, str):
        return Cell(value, ABSENT, live)
    shown = 2 if value.denominator != 1 else places
    return Cell(value, f"cell places:{shown}", live)


def _bold(cell: Cell) -> Cell:
    return Cell(cell.value, f"{cell.style} bold", cell.formula)


def _title(ledger: Ledger, finding: Finding) -> None:
    title = Cell(titled(ledger.book, finding.title), "cell wrap group")
    definition = finding.definition.in_(ledger.book.language)
    line(ledger, [title, Cell("", "cell group")], definition)
