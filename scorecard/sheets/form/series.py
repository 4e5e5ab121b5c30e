"""The series of the tickets on the form: ratings, and working days by the log."""

from __future__ import annotations

from collections.abc import Iterator

from xlsxwriter.utility import xl_col_to_name

from scorecard.evidence.folding import folded
from scorecard.methods.live import series as live_series
from scorecard.methods.live.expressions import (
    BLANK,
    READ,
    SPARED,
    UNREADABLE,
    Numbers,
    chosen,
    day,
    quoted,
)
from scorecard.rubric import methods as verb
from scorecard.rubric.evidence import LogColumn
from scorecard.rubric.evidence import Series as SeriesRule
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.sheets.form import aliases
from scorecard.sheets.form.calendar import HOLIDAYS
from scorecard.sheets.form.ledger import Ledger, headings
from scorecard.sheets.form.places import log_sheet, named
from scorecard.sheets.form.rows import RowColumn
from scorecard.sheets.form.tickets import CLASS, COUNTS, DAY, RATING, STATUS, Export
from scorecard.sheets.form.words import told

LOG_KEYS: tuple[LogColumn, ...] = ("tracking_id", "verified", "first_reply", "closed")
_LOGGED, _MATCH, _RECEIVED, _CLASS = "IJKL"
_FIRST = 12
"""The first column of the hidden sheet for a series."""


def series_section(
    ledger: Ledger, export: Export | None, rubric: Rubric
) -> dict[str, Numbers]:
    """Write each series' state, and each limit's, where there is an export."""
    if export is None or rubric.tickets is None or not rubric.tickets.series:
        return {}
    language = ledger.book.language
    ledger.heading(told("w_series", language), *headings(language, 1))
    places = columns_of(rubric)
    known = {}
    for each in rubric.tickets.series:
        title = each.title.text.in_(ledger.book.language)
        (state,) = ledger.line(each.id, title, (_state(each, export), BLANK))
        known[each.id] = Numbers(state, _range(export, each, places[each.id]))
    for indicator in _limited(rubric):
        assert isinstance(indicator.measure, verb.Within)
        of = known[indicator.measure.of]
        rule = next(s for s in rubric.tickets.series if s.id == indicator.measure.of)
        kept = _range(export, rule, places[indicator.id], log=rule.column is None)
        waiting = export.rows(places[_open(indicator)]) if rule.column is None else ""
        known[indicator.id] = Numbers(of.state, of.values, kept, waiting)
    return known


def columns_of(rubric: Rubric) -> dict[str, str]:
    """Give the hidden sheet's column of each series, of each limit and its waiters."""
    tickets = rubric.tickets
    keys = [each.id for each in tickets.series] if tickets else []
    keys += [each.id for each in _limited(rubric)]
    keys += [_open(each) for each in _limited(rubric)]
    return {key: xl_col_to_name(_FIRST + place) for place, key in enumerate(keys)}


def log_columns(export: Export) -> Iterator[RowColumn]:
    """Give the hidden columns beside the rows of the log, and those of its gaps."""
    if log_sheet(export.plan):
        for column, formula in _row(export):
            yield RowColumn(column, formula, export.plan.room.log, "")
        for column, formula in _gaps(export):
            yield RowColumn(column, formula, export.plan.room.tickets, "")


def rated_columns(export: Export) -> Iterator[RowColumn]:
    """Give the hidden columns that tell whether a ticket's rating keeps its limit."""
    rubric = export.plan.rubric
    places = columns_of(rubric)
    for each in _limited(rubric, rated=True):
        assert isinstance(each.measure, verb.Within)
        limit = _limit(each.measure, rubric, (CLASS, DAY))
        kept = f'IF({RATING}1="","",IF(ROUND({RATING}1,10)<={limit},1,0))'
        yield RowColumn(places[each.id], kept, export.plan.room.tickets, "")


def _state(rule: SeriesRule, export: Export) -> str:
    needed = ["tracking_id", "rating" if rule.column else "received"]
    columns = [export.columns.get(key, "1") for key in needed]
    if rule.column == "rating" and "rating" not in export.columns:
        return f"IF({export.present}=1,{UNREADABLE},{BLANK})"
    found = ",".join(f"{column}>0" for column in columns)
    tests = [(f"{export.present}=0", str(BLANK))]
    tests.append((f"NOT(AND({found}))", str(UNREADABLE)))
    tests.append((f"{export.unread}>0", str(UNREADABLE)))
    if rule.column is None:
        tests.append((f"COUNTA({_log(export, 0)})=0", str(UNREADABLE)))
        tests.append((_written_dates(export), str(UNREADABLE)))
    return chosen(tests, str(READ))


def _written_dates(export: Export) -> str:
    """Test whether the log has dates that are texts, or anything else but days."""
    columns = [_log(export, column) for column in (1, 2, 3)]
    return "OR(" + ",".join(f"COUNTA({c})>COUNT({c})" for c in columns) + ")"


def _log(export: Export, column: int) -> str:
    name = xl_col_to_name(column)
    last = export.plan.room.log + 1
    return f"{named(log_sheet(export.plan))}!${name}$2:${name}${last}"


def _range(
    export: Export, rule: SeriesRule, column: str, *, log: bool | None = None
) -> str:
    if rule.column == "rating":
        return export.rows(RATING if log is None else column)
    last = export.plan.room.log
    return f"{export.rows_sheet}!${column}$1:${column}${last}"


def _limited(rubric: Rubric, *, rated: bool | None = None) -> tuple[Indicator, ...]:
    """List the indicators with limits: all, those of ratings, or those of the log."""
    declared = rubric.tickets.series if rubric.tickets else ()
    ratings = {each.id for each in declared if each.column == "rating"}
    return tuple(
        each
        for each in rubric.indicators()
        if isinstance(each.measure, verb.Within)
        and (rated is None or rated == (each.measure.of in ratings))
    )


def _row(export: Export) -> Iterator[tuple[str, str]]:
    rubric, room = export.plan.rubric, export.plan.room
    assert rubric.tickets is not None
    ticket, match = aliases.logged(1), f"{_MATCH}1"
    found = _row_of(ticket, aliases.pasted("tracking_id"))
    first = f"MATCH({ticket},INDEX({aliases.LOG},0,1),0)=ROW()"
    counts = f"INDEX(${COUNTS}$1:${COUNTS}${room.tickets},{found})=1"
    known = f'IFERROR(IF(AND({first},{counts}),{found},""),"")'
    yield _MATCH, f'IF({ticket}="","",{known})'
    days = f"INDEX(${DAY}$1:${DAY}${room.tickets},{match})"
    yield _RECEIVED, f'IF({match}="","",{days})'
    places, own = columns_of(rubric), (_CLASS, _RECEIVED)
    if "classification" in export.columns and _limited(rubric):
        column = aliases.column("classification")
        text = f"LOWER(TRIM(INDEX({aliases.EXPORT},{match},{column})))"
        yield _CLASS, f'IF({match}="","",IF({column}>0,{text},""))'
    for rule in rubric.tickets.series:
        if rule.column is None:
            yield places[rule.id], _days(rule)
    for each in _limited(rubric, rated=False):
        assert isinstance(each.measure, verb.Within)
        taken = f"{places[each.measure.of]}1"
        kept = f"IF({taken}<={_limit(each.measure, rubric, own)},1,0)"
        yield places[each.id], f'IF({taken}="","",{kept})'


def _row_of(ticket: str, among: str) -> str:
    """Find a Tracking ID: an export holds texts, and who keeps a log types numbers."""
    number, text = (
        f"MATCH({each},{among},0)" for each in (f"VALUE({ticket})", f'{ticket}&""')
    )
    return f"IFERROR(MATCH({ticket},{among},0),IFERROR({number},{text}))"


def _gaps(export: Export) -> Iterator[tuple[str, str]]:
    """Tell of each ticket that the log gives no date whether it is late by now: 1."""
    rubric = export.plan.rubric
    rules = {each.id: each for each in rubric.tickets.series} if rubric.tickets else {}
    places = columns_of(rubric)
    dated = [each for each in _limited(rubric) if rules[_of(each)].column is None]
    if dated:
        found = _row_of(aliases.value("tracking_id"), f"INDEX({aliases.LOG},0,1)")
        yield _LOGGED, f'IF({COUNTS}1=1,IFERROR({found},0),"")'
    for each in dated:
        yield places[_open(each)], _gap(each, rules[_of(each)], rubric)


def _gap(indicator: Indicator, rule: SeriesRule, rubric: Rubric) -> str:
    assert isinstance(indicator.measure, verb.Within)
    start, end = (_logged_date(key) for key in (rule.start, rule.end))
    ended = f"IF(ISNUMBER({end}),IF({end}>={start},1,0),0)"
    whole = f"IF({_LOGGED}1=0,0,IF(ISNUMBER({start}),{ended},0))"
    since = f"IF({_LOGGED}1=0,{DAY}1,IF(ISNUMBER({start}),{start},{DAY}1))"
    today = day(rubric.as_of)
    waited = f"IF({since}<={today},{_span(since, today)},0)"
    limit = _limit(indicator.measure, rubric, (CLASS, DAY))
    late = f"IF({waited}>{limit},1,0)"
    if spared := _spared(indicator.measure, rubric):
        late = f"IF({spared},{quoted(SPARED)},{late})"
    return f'IF({COUNTS}1=1,IF({whole}=1,"",{late}),"")'


def _spared(measure: verb.Within, rubric: Rubric) -> str:
    """Test a row of the export for a status that the limit is not asked of."""
    assert rubric.tickets is not None
    words = [
        f"{STATUS}1={quoted(folded(word))}"
        for status in rubric.tickets.statuses
        if status.id in measure.spare
        for word in status.labels
    ]
    return f"OR({','.join(words)})" if words else ""


def _logged_date(key: str | None) -> str:
    """Write a date of the log for the ticket in the export's own row."""
    if key == "received" or key is None:
        return f"{DAY}1"
    place = 1 + [str(each) for each in LOG_KEYS].index(key)
    return f"INDEX({aliases.LOG},{_LOGGED}1,{place})"


def _open(indicator: Indicator) -> str:
    return f"{indicator.id}?"


def _of(indicator: Indicator) -> str:
    assert isinstance(indicator.measure, verb.Within)
    return indicator.measure.of


def _span(start: str, end: str) -> str:
    count = f"NETWORKDAYS({start},{end},{HOLIDAYS})"
    return f"{count}-NETWORKDAYS({start},{start},{HOLIDAYS})"


def _days(rule: SeriesRule) -> str:
    start, end = (_date(key) for key in (rule.start, rule.end))
    count = _span(start, end)
    ordered = f'IF({end}>={start},{count},"")'
    dated = f'IF(AND(ISNUMBER({start}),ISNUMBER({end})),{ordered},"")'
    return f'IF({_MATCH}1="","",{dated})'


def _date(key: str | None) -> str:
    if key == "received" or key is None:
        return f"{_RECEIVED}1"
    return aliases.logged(1 + [str(each) for each in LOG_KEYS].index(key))


def _limit(measure: verb.Within, rubric: Rubric, columns: tuple[str, str]) -> str:
    """Write the limit of a row; `columns` hold its class and its day of receipt."""
    group, received = columns
    assert rubric.tickets is not None
    tests = {
        label.id: "OR("
        + ",".join(f"{group}1={quoted(folded(word))}" for word in label.labels)
        + ")"
        for label in rubric.tickets.classifications
    }
    return live_series.limit(measure, tests, f"{received}1")
