"""The day of each row of the pasted export, read as the reader of exports does.

Texts are taken apart in hidden columns beside the row. A moment with its clock, a name
of a weekday and the like are left unread, and the row says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.methods.live.expressions import chosen, quoted
from scorecard.sheets.form import aliases, spelled, spelled_dates
from scorecard.sheets.form.rows import RowColumn
from scorecard.sheets.form.tickets import DAY, RAW, SHIFT, TEXT, Export

_SIGNS, _SHAPE, _FIRST, _SECOND, _THIRD, _ORDER, _TURN = (
    *("BB", "BC", "BD", "BE", "BF", "BG", "BH"),
)


def day_columns(export: Export) -> Iterator[RowColumn]:
    """Give the hidden columns of dates and times."""
    if "received" not in export.columns:
        return
    for column, formula, blank in _steps(export):
        yield RowColumn(column, formula, export.plan.room.tickets, blank)


def order_of(export: Export) -> str:
    """Tell what stands first in the export's dates, if they agree."""
    if "received" not in export.columns:
        return '""'
    cells = export.rows(_ORDER)
    day, month = (f"COUNTIF({cells},{quoted(word)})>0" for word in ("day", "month"))
    tests = [(f"AND({day},{month})", '"mixed"'), (day, '"day"'), (month, '"month"')]
    return chosen(tests, '""')


def _steps(export: Export) -> Iterator[tuple[str, str, str | int]]:
    raw, text, signs, known = (f"{each}1" for each in (RAW, TEXT, _SIGNS, _SHAPE))
    one, two, three = (f"{each}1" for each in (_FIRST, _SECOND, _THIRD))
    when = aliases.value("received")
    yield RAW, f"IF(ROW()>{aliases.first('received')},{when},0)", 0
    yield SHIFT, _shift(export), 0
    yield TEXT, spelled.words(raw), ""
    yield _SIGNS, spelled.without_digits(text), ""
    yield _SHAPE, spelled_dates.shape(text, signs), ""
    yield _FIRST, spelled_dates.first(text, signs, known), ""
    yield _SECOND, spelled_dates.second(text, signs, known), ""
    yield _THIRD, spelled_dates.third(text, signs, known), ""
    yield _ORDER, spelled_dates.order((one, two, three), known), ""
    yield _TURN, spelled_dates.turn((signs, one, two, three), known, aliases.ORDER), 0
    figure = spelled_dates.figure(text, (one, two, three), known, f"{_TURN}1")
    yield DAY, f"IF(ISNUMBER({raw}),INT({raw}),N({figure}))+{SHIFT}1", 0


def _shift(export: Export) -> str:
    """Add a day to a moment in UTC that is the next day at the participant's place.

    The clock stands in a column of its own, or in the number of the date itself.
    """
    raw, hour = f"{RAW}1", f"(24-VALUE({aliases.HOURS}))"
    beside = f"IF(ISNUMBER({raw}),{_late(raw, hour)},0)"
    if "received_time" not in export.columns:
        return beside
    clock, first = aliases.value("received_time"), aliases.first("received_time")
    own = f'IF({clock}="",{beside},{_late(clock, hour)})'
    return f"IF(ROW()>{first},{own},{beside})"


def _late(clock: str, hour: str) -> str:
    number = f"IF(INT(MOD({clock},1)*24+0.0001)>={hour},1,0)"
    colons = f'SUBSTITUTE({clock},".",":")'
    hours = f'VALUE(LEFT({colons},FIND(":",{colons})-1))'
    text = f"IFERROR(IF(AND({hours}>={hour},{hours}<24),1,0),0)"
    return f"IF(ISNUMBER({clock}),{number},{text})"
