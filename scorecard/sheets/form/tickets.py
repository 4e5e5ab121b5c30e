"""The pasted export: its headings found, its rows judged one by one, then counted.

Each row of the export has a row on a hidden sheet: its day at the participant's place,
whether it counts, and its status folded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from scorecard.evidence.folding import folded
from scorecard.evidence.quantities import NONE_IN_PERIOD
from scorecard.methods.live.expressions import (
    BLANK,
    READ,
    UNREADABLE,
    Known,
    chosen,
    day,
    quoted,
    total,
)
from scorecard.number import Language
from scorecard.rubric.evidence import Label, RowFilter
from scorecard.rubric.methods import Within
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.book import Cell, put
from scorecard.sheets.form import aliases
from scorecard.sheets.form.clock import hours_typed
from scorecard.sheets.form.ledger import FIRST, Ledger, headings
from scorecard.sheets.form.places import Plan, at, named, tickets_sheet
from scorecard.sheets.form.rows import RowColumn
from scorecard.sheets.form.spelled import rating
from scorecard.sheets.form.tokens import HOURS_TOKEN
from scorecard.sheets.form.words import told

EXPORT_WIDTH = "AZ"
HEADERS = 30
RAW, DAY, COUNTS, STATUS, SHIFT, HEADER, CLASS, RATING = "ABCDEFGH"
TEXT = "BA"
"""Columns of the hidden sheet of rows."""
NEVER = 9_999_999


@dataclass(frozen=True, slots=True)
class Export:
    """Addresses of what is known of the export."""

    plan: Plan
    present: str
    header: str
    hours: str
    columns: dict[str, str] = field(default_factory=dict)

    @property
    def counted(self) -> str:
        """How many tickets count."""
        return f"COUNTIF({self.rows(COUNTS)},1)"

    @property
    def left_out(self) -> str:
        """How many rows hold a ticket that does not count."""
        return f"COUNTIF({self.rows(COUNTS)},2)"

    @property
    def unread(self) -> str:
        """How many rows have a date that is not readable here."""
        return f"COUNTIF({self.rows(COUNTS)},3)"

    @property
    def rows_sheet(self) -> str:
        """The hidden sheet of rows, as formulas name it."""
        return named(self.plan.word("rows"))

    def rows(self, column: str) -> str:
        """A column of the hidden sheet."""
        return f"{self.rows_sheet}!${column}$1:${column}${self.plan.room.tickets}"

    def pasted(self, column: str) -> str:
        """A column of the export, by the cell that tells its number."""
        return f"INDEX({self.area(self.plan.room.tickets)},0,{column})"

    def area(self, rows: int) -> str:
        """The first rows of the export."""
        return f"{named(tickets_sheet(self.plan))}!$A$1:${EXPORT_WIDTH}${rows}"


def export_section(ledger: Ledger, plan: Plan, code: str) -> Export | None:
    """Find the export's header row and columns."""
    tickets = plan.rubric.tickets
    if tickets is None:
        return None
    ledger.heading(plan.word("w_export"), *headings(plan.language)[:2])
    export = Export(plan, "", "", "")
    present = f"IF(COUNTA({export.area(HEADERS)})>0,1,0)"
    (here,) = ledger.line("tickets", plan.word("tickets"), (present, 0))
    flags = f"{export.rows_sheet}!${HEADER}$1:${HEADER}${HEADERS}"
    find = f"IFERROR(MATCH(1,{flags},0),0)"
    (header,) = ledger.line("header", "Header", (find, 0))
    hours = _hours(ledger, plan, code)
    export = Export(plan, here, header, hours)
    for key, names in tickets.columns.items():
        export.columns[key] = _column(ledger, export, key, names)
    return export


def first_rows(export: Export) -> dict[str, str]:
    """Say after which row a column is read: never, where it was not found."""
    return {
        key: f"IF(AND({export.header}>0,{column}>0),{export.header},{NEVER})"
        for key, column in export.columns.items()
    }


def quantities_section(
    ledger: Ledger, export: Export | None, fields: dict[str, Known], rubric: Rubric
) -> dict[str, Known]:
    """Write each quantity: from the export if there is one, else from the recap."""
    language = ledger.book.language
    heads = (*headings(language), told("w_why", language))
    ledger.heading(told("w_quantities", language), *heads)
    known = {}
    for each in rubric.quantities:
        of = fields.get(each.figure or "", Known(str(BLANK), "0"))
        if export is None or each.tickets is None:
            from_recap = _of_recap(of, language)
            formulas = (from_recap.state, from_recap.value, from_recap.why)
        else:
            formulas = _of_export(export, each.tickets, _of_recap(of, language))
        title = each.title.text.in_(ledger.book.language)
        state, value, why = formulas
        written = ((state, BLANK), (value, 0), (why, ""))
        known[each.id] = Known(*ledger.line(each.id, title, *written))
    return known


def _of_recap(of: Known, language: Language) -> Known:
    """Take a number of the recap; one below zero is unreadable."""
    negative = f"AND({of.state}={READ},{of.value}<0)"
    words = quoted(told("unread_negative", language))
    return Known(
        f"IF({negative},{UNREADABLE},{of.state})",
        of.value,
        f"IF({negative},{words},{of.why})",
    )


def _of_export(export: Export, wanted: RowFilter, of: Known) -> tuple[str, str, str]:
    """Count in the export if there is one; else take the recap's number."""
    language = export.plan.language
    pasted, found = f"{export.present}=1", _has_columns(export, wanted)
    none = f"AND({export.counted}=0,{export.left_out}>0)"
    unread = f"{export.unread}>0"
    lacking = (f"NOT({found})", unread, none)
    state = chosen([(each, str(UNREADABLE)) for each in lacking], str(READ))
    words = (
        told("unread_columns", language),
        told("unread_days", language),
        NONE_IN_PERIOD.in_(language),
    )
    why = chosen(list(zip(lacking, map(quoted, words), strict=True)), '""')
    return (
        f"IF({pasted},{state},{of.state})",
        f"IF({pasted},{_counted(export, wanted)},{of.value})",
        f"IF({pasted},{why},{of.why})",
    )


def row_columns(export: Export) -> Iterator[RowColumn]:
    """Give the hidden columns beside the export's rows."""
    spellings = export.plan.rubric.tickets
    assert spellings is not None
    across = f"INDEX({aliases.EXPORT},ROW(),0)"
    tests = [
        (f"ISNUMBER(MATCH({quoted(name)},{across},0))", "1")
        for name in spellings.columns["tracking_id"]
    ]
    yield RowColumn(HEADER, chosen(tests, "0"), HEADERS, 0)
    for column, formula, blank in _row(export):
        yield RowColumn(column, formula, export.plan.room.tickets, blank)


def _hours(ledger: Ledger, plan: Plan, code: str) -> str:
    """Write the time ahead of UTC: a token that copies replace, else a formula."""
    if plan.participant is None:
        (typed,) = ledger.line("hours", "UTC +", (hours_typed(code), 7))
        return typed
    row = ledger.row
    ledger.line("hours", "UTC +")
    put(ledger.book, ledger.sheet, (row, FIRST), Cell(HOURS_TOKEN, "cell"))
    return at(ledger.title, row, FIRST)


def _column(ledger: Ledger, export: Export, key: str, names: Sequence[str]) -> str:
    across = f"INDEX({export.area(HEADERS)},{export.header},0)"
    nested = "0"
    for name in reversed(names):
        nested = f"IFERROR(MATCH({quoted(name)},{across},0),{nested})"
    (cell,) = ledger.line(key, names[0], (f"IF({export.header}=0,0,{nested})", 0))
    return cell


def _row(export: Export) -> Iterator[tuple[str, str, str | int]]:
    """Write row 1 of the hidden columns; the others follow it."""
    first = aliases.first("tracking_id")
    yield COUNTS, f"IF(ROW()>{first},{_counts(export)},0)", 0
    for key, column in (("status", STATUS), ("classification", CLASS)):
        if key in export.columns and _uses(export, column):
            text = f"LOWER(TRIM({aliases.value(key)}))"
            yield column, f'IF(ROW()>{aliases.first(key)},{text},"")', ""
    if "rating" in export.columns and _uses(export, RATING):
        number = rating(aliases.value("rating"))
        yield RATING, f'IF({COUNTS}1=1,{number},"")', ""


def _counts(export: Export) -> str:
    """Tell the rows that count (1) from others that hold a ticket (2).

    The first of its Tracking ID counts, if it is of the period; 3 is a row of which
    that cannot be told here.
    """
    ticket, period = aliases.value("tracking_id"), export.plan.rubric.period
    first = f"MATCH({ticket},{aliases.pasted('tracking_id')},0)=ROW()"
    inside, unread = "", "FALSE"
    if "received" in export.columns:
        inside = f",{DAY}1>={day(period.start)},{DAY}1<={day(period.end)}"
        unread = _is_unread()
    empty = "0"
    if "status" in export.columns:
        below = f"ROW()>{aliases.first('status')}"
        empty = f'IF(AND({below},{aliases.value("status")}<>""),2,0)'
    counts = f"IFERROR(IF(AND({first}{inside}),1,2),2)"
    return f'IF({ticket}="",{empty},IF({unread},3,{counts}))'


def _is_unread() -> str:
    """Test for a date that no formula knows: with its clock, or a word before it."""
    word = f"ISERROR(VALUE(LEFT({TEXT}1,1)))"
    clock = f'ISNUMBER(FIND(":",{TEXT}1))'
    return f'AND({TEXT}1<>"",{DAY}1<9,OR({clock},{word}))'


def _uses(export: Export, column: str) -> bool:
    """Tell whether the rubric needs a folded column."""
    rubric = export.plan.rubric
    filters = [each.tickets for each in rubric.quantities if each.tickets]
    limited = [i.measure for i in rubric.indicators() if isinstance(i.measure, Within)]
    if column == STATUS:
        spared = any(each.spare for each in limited)
        return spared or any(each.status or each.unknown_status for each in filters)
    if column == CLASS:
        return bool(limited) or any(each.classification for each in filters)
    series = rubric.tickets.series if rubric.tickets else ()
    return any(each.column == "rating" for each in series)


def _has_columns(export: Export, wanted: RowFilter) -> str:
    needed = {"tracking_id", "received"}
    needed |= {"status"} if wanted.status or wanted.unknown_status else set()
    needed |= {"classification"} if wanted.classification else set()
    columns = [export.columns[key] for key in sorted(needed & set(export.columns))]
    found = ",".join(f"{column}>0" for column in columns)
    return f"AND({found})"


def _counted(export: Export, wanted: RowFilter) -> str:
    tickets = export.plan.rubric.tickets
    assert tickets is not None
    if wanted.unknown_status:
        every = RowFilter(classification=wanted.classification)
        ids = tuple(each.id for each in tickets.statuses)
        known = RowFilter(status=ids, classification=wanted.classification)
        return f"({_counted(export, every)}-{_counted(export, known)})"
    counts = f"{export.rows(COUNTS)},1"
    terms = []
    statuses = _labels(tickets.statuses, wanted.status)
    for status in statuses:
        for group in _labels(tickets.classifications, wanted.classification):
            chosen_rows = [counts]
            chosen_rows += [f"{export.rows(STATUS)},{status}"] if status else []
            chosen_rows += [f"{export.rows(CLASS)},{group}"] if group else []
            terms.append(f"COUNTIFS({','.join(chosen_rows)})")
    return total(terms)


def _labels(labels: Sequence[Label], wanted: Sequence[str]) -> list[str]:
    if not wanted:
        return [""]
    words = [
        folded(word) for each in labels if each.id in wanted for word in each.labels
    ]
    return [quoted(_literal(word)) for word in dict.fromkeys(words)]


def _literal(word: str) -> str:
    for sign in "~*?":
        word = word.replace(sign, f"~{sign}")
    return f"={word}"
