"""What the inputs say, on the sheet of the working: blank, read or unreadable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name

from scorecard.evidence.folding import folded
from scorecard.methods.live.expressions import (
    BLANK,
    READ,
    UNREADABLE,
    Known,
    chosen,
    quoted,
)
from scorecard.rubric.evidence import SheetRole, Vocabulary
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.book import Value
from scorecard.sheets.form import spelled, spelled_dates
from scorecard.sheets.form.ledger import FIRST, Ledger, headings
from scorecard.sheets.form.places import Input
from scorecard.sheets.form.totals import below_parts, below_parts_words
from scorecard.sheets.form.words import told

_MOST = "1000000000000"
_DAYS = ("DATE(1945,1,1)", "DATE(2101,1,1)")
_ROLES: tuple[SheetRole, ...] = ("recap", "documents", "answers")
_HABITS = ("mark", "order")
_NUMBERS = ("whole", "number", "level", "percent")

# Columns of a line; what follows the habit are the steps of reading a text.
_STATE, _VALUE, _WHY, _RAW, _TEXT, _HABIT, *_STEPS = map(
    xl_col_to_name, range(FIRST, FIRST + 14)
)


@dataclass(frozen=True, slots=True)
class _Section:
    """The lines: each input's row (from 1), and the row of the sheets' habits."""

    rubric: Rubric
    inputs: dict[str, Input]
    rows: dict[str, int]
    habits: int

    def at(self, key: str, column: str) -> str:
        """Give the address of a column of an input's line."""
        return f"${column}${self.rows[key]}"

    def habit(self, role: SheetRole, which: str) -> str:
        """Give the cell that tells how a sheet writes numbers, or dates."""
        place = 2 * _ROLES.index(role) + _HABITS.index(which)
        return f"${_STATE}${self.habits + place}"


def fields_section(
    ledger: Ledger, inputs: dict[str, Input], rubric: Rubric
) -> dict[str, Known]:
    """Write each input's state, number and why it has none; not the identity's."""
    language = ledger.book.language
    names = ("w_why", "w_raw", "w_text", "w_habit", "w_steps")
    heads = (*headings(language), *(told(name, language) for name in names))
    ledger.heading(told("w_inputs", language), *heads)
    measured = {key: each for key, each in inputs.items() if each.role != "identity"}
    rows = {key: row for row, key in enumerate(measured, ledger.row + 1)}
    section = _Section(rubric, measured, rows, ledger.row + len(rows) + 1)
    known = {}
    for key, each in measured.items():
        title = each.field.title.text.in_(language)
        formulas = (*_result(section, each, ledger), *_reading(section, each))
        state, value, why, *_ = ledger.line(key, title, *formulas)
        known[key] = Known(state, value, why)
    _write_habits(ledger, section)
    return known


def _result(
    section: _Section, of: Input, ledger: Ledger
) -> Iterator[tuple[str, Value]]:
    """Write state, number, reason, and the state before totals are compared."""
    raw, state = section.at(of.key, _RAW), section.at(of.key, _STATE)
    values = {key: section.at(key, _VALUE) for key in section.inputs}
    states = {key: section.at(key, _RAW) for key in section.inputs}
    low = below_parts(of.key, section.rubric, states, values)
    yield chosen([(each, str(UNREADABLE)) for each in low], raw), BLANK
    yield f"IF({raw}={READ},{_number(section, of)},0)", 0
    language = ledger.book.language
    kind = "number" if of.field.kind in _NUMBERS else of.field.kind
    unread = quoted(told(f"unread_{kind}", language))
    small = below_parts_words(of.key, section.rubric, values, language)
    reasons = [(f"{state}<>{UNREADABLE}", '""'), (f"{raw}={UNREADABLE}", unread)]
    yield chosen(reasons, small), ""
    text = section.at(of.key, _TEXT)
    blank = spelled.is_blank(of.address, text, section.rubric.vocabulary.blank)
    tests = [(f"ISERROR({of.address})", str(UNREADABLE)), (blank, str(BLANK))]
    yield chosen(tests, _filled(section, of)), BLANK


def _number(section: _Section, of: Input) -> str:
    """Write the number of an input that was read."""
    figure = section.at(of.key, _STEPS[6])
    match of.field.kind:
        case "yes_no":
            yes, _ = _answers(section.at(of.key, _TEXT), section.rubric.vocabulary)
            return f"IF(ISLOGICAL({of.address}),{of.address}*1,IF({yes},1,0))"
        case "text" | "file":
            return "1"
        case "percent":
            marked = section.at(of.key, _STEPS[7])
            scaled = f"AND(ISNUMBER({of.address}),{marked})"
            return f"IF({scaled},100*{figure},{figure})"
        case _:
            return figure


def _filled(section: _Section, of: Input) -> str:
    """Say whether what was filled in is of the input's kind."""
    figure = section.at(of.key, _STEPS[6])
    match of.field.kind:
        case "yes_no":
            yes, no = _answers(section.at(of.key, _TEXT), section.rubric.vocabulary)
            fits = f"OR(ISLOGICAL({of.address}),{yes},{no})"
            return f"IF({fits},{READ},{UNREADABLE})"
        case "text" | "file":
            return str(READ)
        case "whole":
            fits = f"AND({figure}>=0,{figure}=INT({figure}),{figure}<={_MOST})"
        case "number" | "level":
            fits = f"ABS({figure})<={_MOST}"
        case "percent":
            # Without a sign 0,9927 may be 99 per cent or just under one.
            marked = section.at(of.key, _STEPS[7])
            sure = f"OR({marked},{figure}=0,ABS({figure})>1)"
            fits = f"AND({sure},ABS({figure})<={_MOST})"
        case "date":
            fits = f"AND({figure}>={_DAYS[0]},{figure}<{_DAYS[1]})"
    inner = f"IF({fits},{READ},{UNREADABLE})"
    return f"IF(ISNUMBER({figure}),{inner},{UNREADABLE})"


def _answers(text: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """Test whether a folded text is a word for yes, or one for no."""
    yes, no = (
        f"OR({','.join(f'{text}={quoted(w)}' for w in dict.fromkeys(map(folded, ws)))})"
        for ws in (vocabulary.yes, vocabulary.no)
    )
    return yes, no


def _reading(section: _Section, of: Input) -> Iterator[tuple[str, Value]]:
    """Write the folded text, what it tells of the sheet's habit, and the steps."""
    yield spelled.words(of.address), ""
    if of.field.kind in _NUMBERS:
        yield from _number_steps(section, of)
    elif of.field.kind == "date":
        yield from _date_steps(section, of)


def _number_steps(section: _Section, of: Input) -> Iterator[tuple[str, Value]]:
    text, *steps = (section.at(of.key, each) for each in (_TEXT, *_STEPS))
    bare, body, signs, place, before, known, _, _ = steps
    percent = of.field.kind == "percent"
    mark = spelled.mark(known, signs, whole_number=of.field.kind == "whole")
    spaceless = f'LEN({bare})=LEN(SUBSTITUTE({text}," ",""))'
    yield mark if percent else f'IF({spaceless},{mark},"")', ""
    unit = of.field.unit
    own = (unit.id, unit.en) if unit else ()
    words = spelled.units_of(*section.rubric.vocabulary.units, *own)
    yield spelled.bare(text, spelled.PERCENT if percent else words), ""
    yield spelled.unsigned(bare), ""
    yield spelled.without_digits(body), ""
    yield spelled.point(body, signs), 0
    yield spelled.whole(body, place), ""
    yield spelled.shape(body, signs, place, before), ""
    decimal = "" if of.field.kind == "whole" else section.habit(of.role, "mark")
    figure = spelled.figure(bare, (body, signs, place, before, known), decimal)
    yield f"IF(ISNUMBER({of.address}),{of.address},{figure})", ""
    if percent:
        yield spelled.has_percent(of.address, text), 0


def _date_steps(section: _Section, of: Input) -> Iterator[tuple[str, Value]]:
    text, *steps = (section.at(of.key, each) for each in (_TEXT, *_STEPS))
    signs, known, one, two, three, turn, _, _ = steps
    yield spelled_dates.order((one, two, three), known), ""
    yield spelled.without_digits(text), ""
    yield spelled_dates.shape(text, signs), ""
    yield spelled_dates.first(text, signs, known), ""
    yield spelled_dates.second(text, signs, known), ""
    yield spelled_dates.third(text, signs, known), ""
    habit = section.habit(of.role, "order")
    yield spelled_dates.turn((signs, one, two, three), known, habit), 0
    figure = spelled_dates.figure(text, (one, two, three), known, turn)
    yield f"IF(ISNUMBER({of.address}),INT({of.address}),{figure})", ""


def _write_habits(ledger: Ledger, section: _Section) -> None:
    """Tell of each sheet how it writes numbers and dates, if its cells agree."""
    language = ledger.book.language
    for role in _ROLES:
        mine = [each for each in section.inputs.values() if each.role == role]
        numbers = [each.key for each in mine if each.field.kind in _NUMBERS]
        dates = [each.key for each in mine if each.field.kind == "date"]
        mark = _agreed(section, numbers, (",", "."), "")
        order = _agreed(section, dates, ("day", "month"), "mixed")
        ledger.line(f"mark.{role}", told("w_mark", language), (mark, ""))
        ledger.line(f"order.{role}", told("w_order", language), (order, ""))


def _agreed(
    section: _Section, keys: Iterable[str], pair: tuple[str, str], both: str
) -> str:
    """Give the word of a pair that alone is told; `both` if the two of them are."""
    cells = [section.at(key, _HABIT) for key in keys]
    if not cells:
        return '""'
    one, other = (
        f"({'+'.join(f'({cell}={quoted(word)})' for cell in cells)}>0)" for word in pair
    )
    tests = [
        (f"AND({one},{other})", quoted(both)),
        (one, quoted(pair[0])),
        (other, quoted(pair[1])),
    ]
    return chosen(tests, '""')
