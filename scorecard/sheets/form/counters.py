"""How many cells of each sheet are filled: those that are not blank to the reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scorecard.methods.live.expressions import BLANK, Known
from scorecard.rubric.evidence import SheetRole
from scorecard.sheets.book import Book, Cell, put
from scorecard.sheets.form.ledger import Ledger
from scorecard.sheets.form.places import (
    ANSWER,
    COUNTER_ROW,
    Input,
    Plan,
    sheet_of,
    weights_of,
)
from scorecard.sheets.form.spelled import is_blank, words


def counters(
    ledger: Ledger, plan: Plan, inputs: Mapping[str, Input], known: Mapping[str, Known]
) -> None:
    """Write the counter above each sheet's inputs; a dash is a blank as anywhere."""
    for role in weights_of(plan):
        mine = [key for key, each in inputs.items() if each.role == role]
        if role == "identity":
            count = "+".join(_identity(ledger, plan, inputs))
        else:
            # The lines of a sheet's inputs follow one another.
            first, last = (known[key].state for key in (mine[0], mine[-1]))
            count = f'COUNTIF({first}:{last.rpartition("!")[2]},"<>{BLANK}")'
        _counter(ledger.book, plan, role, count)


def _counter(book: Book, plan: Plan, role: SheetRole, count: str) -> None:
    sheet = book.workbook.get_worksheet_by_name(sheet_of(plan, role))
    assert sheet is not None
    filled = 2 if role == "identity" and plan.participant is not None else 0
    cell = Cell(filled, "cell centre middle bold", f"={count}")
    put(book, sheet, (COUNTER_ROW, ANSWER), cell)


def _identity(ledger: Ledger, plan: Plan, inputs: Mapping[str, Input]) -> Iterator[str]:
    """Fold the texts of the identity, which nothing else is worked out from."""
    for key, each in inputs.items():
        if each.role != "identity":
            continue
        if plan.participant is not None and key in ("code", "name"):
            yield "1"
            continue
        title = each.field.title.text.in_(plan.language)
        (text,) = ledger.line(f"identity.{key}", title, (words(each.address), ""))
        blank = is_blank(each.address, text, plan.rubric.vocabulary.blank)
        yield f"IF(ISERROR({each.address}),1,IF({blank},0,1))"
