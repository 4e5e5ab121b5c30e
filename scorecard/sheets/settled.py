"""Points of an indicator from its value, live in every state that carries points.

The value's cell holds a number or the word of a state; what the word is worth is the
rubric's: nothing for what is missing, an end of the scale for what is open. A word that
is worth no points stands in their place, and the indicator's weight does not count.
"""

from __future__ import annotations

from scorecard.methods import missing
from scorecard.methods.live.expressions import chosen, plain, quoted
from scorecard.methods.missing import policy_of
from scorecard.methods.scales import attainable, formula
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.sheets.book import Book
from scorecard.sheets.ledger import Source


def points_formula(
    book: Book, rubric: Rubric, indicator: Indicator, cells: tuple[str, Source]
) -> tuple[str, str]:
    """Give the lowest and the highest points; `cells` are the value's and its source's.

    The source's addresses must be reachable from where the formula stands.
    """
    value, source = cells
    policy = policy_of(indicator, rubric)
    worth = missing.formula(policy) if policy == "zero" else value
    scored = (f"ISNUMBER({value})", formula(indicator.scale, value))
    absent = (f"{value}={quoted(book.word('missing'))}", worth)
    states = (quoted(book.word(key)) for key in ("pending", "unreadable"))
    is_open = f"OR({','.join(f'{value}={state}' for state in states)})"
    low, high = (
        f"={chosen([scored, absent, (is_open, end)], value)}"
        for end in _ends(indicator, source)
    )
    return low, high


def may_be_absent(indicator: Indicator, rubric: Rubric) -> bool:
    """Tell whether other evidence could leave the indicator without any points."""
    if policy_of(indicator, rubric) != "zero":
        return True
    match indicator.measure:
        case verb.Share(if_none=outcome):
            return outcome == "not_applicable"
        case verb.Change():
            return True
        case _:
            return False


def state_formula(book: Book, value: str) -> str:
    """Give the state's word: that of the value's cell, or that it is a number."""
    return f"=IF(ISNUMBER({value}),{quoted(book.word('scored'))},{value})"


def side_formula(value: str, sides: tuple[str, str], own: str) -> str:
    """Give one side of a share, where the share has its sides; else the state's word.

    A share of nothing has both sides and no value.
    """
    above, below = sides
    if not below:
        return f"=IF(ISNUMBER({value}),{own},{value})"
    return f"=IF(OR(ISNUMBER({value}),AND({above}=0,{below}=0)),{own},{value})"


def _ends(indicator: Indicator, source: Source) -> tuple[str, str]:
    least, most = (plain(each) for each in attainable(indicator.scale))
    if not source.low:
        return least, most
    ends = ",".join(
        formula(indicator.scale, bound) for bound in (source.low, source.high)
    )
    if isinstance(indicator.scale, verb.Levels):
        # A bound between two levels has no points: then nothing is known.
        return (
            f"IF(COUNT({ends})<2,{least},MIN({ends}))",
            f"IF(COUNT({ends})<2,{most},MAX({ends}))",
        )
    return f"MIN({ends})", f"MAX({ends})"
