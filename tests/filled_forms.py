"""Fill generated forms, recalculate them, and state the same evidence to the engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

import ironcalc
from hypothesis import strategies as st
from openpyxl import load_workbook

from scorecard.model import (
    Participant,
    Scorecard,
    Submission,
)
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.form.places import (
    ANSWER,
    Input,
    Plan,
    Room,
    inputs_of,
    log_sheet,
    tickets_sheet,
)
from tests.read_back import Typed, submission_read

TOLERANCE = 1e-9
ROOM = Room(tickets=36, log=12)
UNREAD = "'tidak terbaca"
HEADINGS = (
    *("Tracking ID", "Tanggal Laporan Masuk", "Waktu Laporan Masuk"),
    *("Judul Laporan", "Klasifikasi Laporan", "Status Laporan"),
)
_EPOCH = date(1899, 12, 30)

Answer: TypeAlias = int | str | bool | date


@dataclass(frozen=True)
class Ticket:
    """A row of the export, and its dates in the log."""

    number: int
    received: date
    clock: time
    status: str
    classification: str
    verified: date | None = None
    first_reply: date | None = None
    closed: date | None = None


@dataclass(frozen=True)
class Filled:
    """What one government wrote; no tickets is an empty sheet."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    tickets: tuple[Ticket, ...] | None = None
    header_row: int = 1
    text_dates: bool | str = True
    logged: bool = False


def plan_of(rubric: Rubric, category: str = "", code: str = "21") -> Plan:
    """Plan a small form for a participant of a category."""
    chosen = next(
        (each for each in rubric.categories if each.id == category),
        rubric.categories[0],
    )
    who = Participant(code, f"Peserta {code}", chosen.types[0], chosen.id)
    return Plan(rubric, chosen, "id", who, "", ROOM)


# --- the same evidence for the engine ------------------------------------------------


def submission_of(filled: Filled, plan: Plan) -> Submission:
    """Read the evidence from the cells, with the reader that `evaluate` uses."""
    cells = cells_of(filled, plan)
    stored = ((sheet, row, column, _stored(v)) for sheet, row, column, v in cells)
    return submission_read(stored, plan)


def _stored(value: Answer) -> Typed:
    """Give what a program stores of what is typed: numbers, unless quoted."""
    if not isinstance(value, str):
        return value
    if value.startswith("'"):
        return value[1:]
    try:
        return float(value)
    except ValueError:
        return value


# --- the form in an engine -----------------------------------------------------------


@dataclass
class LiveForm:
    """A form in ironcalc; filled anew for each case."""

    plan: Plan
    model: Any
    sheets: dict[str, int]
    nodes: dict[str, int]
    lines: dict[str, int]
    touched: list[tuple[int, int, int]] = field(default_factory=list)

    def fill(self, filled: Filled) -> None:
        """Write the cells of one government, take the last one's away, and evaluate."""
        for cell in self.touched:
            self.model.set_user_input(*cell, "")
        self.touched = []
        for sheet, row, column, text in cells_of(filled, self.plan):
            place = (self.sheets[sheet], row, column)
            self.model.set_user_input(*place, as_input(text))
            self.touched.append(place)
        self.model.evaluate()

    def score(self, node: str, column: int) -> object:
        """Read a column (from 0) of a node's row on the score."""
        return self.get(self.plan.word("score"), self.nodes[node], column + 1)

    def line(self, key: str) -> object:
        """Read a line of the working."""
        return self.get(self.plan.word("working"), self.lines[key], 3)

    def get(self, sheet: str, row: int, column: int) -> object:
        value: object = self.model.get_cell_value(self.sheets[sheet], row, column)
        return value


def opened(content: bytes, plan: Plan, folder: Path) -> LiveForm:
    """Open a form in ironcalc and find its rows."""
    path = folder / "form.xlsx"
    path.write_bytes(content)
    book = load_workbook(path)
    sheets = {name: place for place, name in enumerate(book.sheetnames)}
    working = book[plan.word("working")]
    keys = {str(cell.value): cell.row for cell in working["A"] if cell.value}
    return LiveForm(
        plan,
        ironcalc.load_from_xlsx(str(path), "en", "UTC"),
        sheets,
        node_rows(plan.rubric),
        keys,
    )


def node_rows(rubric: Rubric) -> dict[str, int]:
    """Give the row (from 1) of each node on the score."""
    from scorecard.sheets.form.score import TABLE

    return {node.id: TABLE + 2 + n for n, node in enumerate(rubric.nodes())}


def cells_of(filled: Filled, plan: Plan) -> Iterator[tuple[str, int, int, Answer]]:
    """List the cells that a government fills: sheet, row, column (from 1), value."""
    inputs = inputs_of(plan)
    for key, value in filled.answers.items():
        of = inputs[key]
        yield of.sheet, of.row + 1, ANSWER + 1, _typed(value, of.field.kind)
    if filled.tickets is not None:
        yield from _export_cells(filled, filled.tickets, plan)
    if filled.tickets is not None and filled.logged:
        yield from _log_cells(filled.tickets, plan)


def _typed(value: Answer, kind: str) -> Answer:
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if kind == "percent" and not str(value).startswith("'"):
        return str(float(Fraction(str(value)) / 100))
    return value


def _export_cells(
    filled: Filled, tickets: Sequence[Ticket], plan: Plan
) -> Iterator[tuple[str, int, int, Answer]]:
    export, top = tickets_sheet(plan), filled.header_row
    if top > 1:
        yield export, 1, 1, "Judul Laporan"
        yield export, 1, 3, "Laporan Ringkas"
    for column, heading in enumerate(HEADINGS, 1):
        yield export, top, column, heading
    for row, ticket in enumerate(tickets, top + 1):
        cells = (
            f"#{ticket.number}",
            _written(ticket.received, filled.text_dates),
            _clock(ticket.clock, filled.text_dates),
            "rahasia",
            ticket.classification,
            ticket.status,
        )
        for column, value in enumerate(cells, 1):
            if value != "":
                yield export, row, column, value


def _log_cells(
    tickets: Sequence[Ticket], plan: Plan
) -> Iterator[tuple[str, int, int, Answer]]:
    for row, ticket in enumerate(tickets, 2):
        dates = (ticket.verified, ticket.first_reply, ticket.closed)
        # Of the tickets without dates every second one has no row at all.
        if not any(dates) and ticket.number % 2 and row > 2:
            continue
        yield log_sheet(plan), row, 1, f"#{ticket.number}"
        for column, day in enumerate(dates, 2):
            if day is not None:
                yield log_sheet(plan), row, column, day


def _clock(clock: time, as_text: bool | str) -> Answer:
    if as_text:
        return clock.strftime("'%H:%M:%S")
    return str((clock.hour * 60 + clock.minute) / 1440)


def _written(day: date, as_text: bool | str) -> Answer:
    if isinstance(as_text, str):
        return f"'{day.strftime(as_text)}"
    months = [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ]
    return f"'{day.day} {months[day.month - 1]} {day.year}" if as_text else day


def as_input(value: object) -> str:
    """Write a value as it is typed; dates as their numbers."""
    if isinstance(value, date):
        return str((value - _EPOCH).days)
    return str(value)


# --- cases ---------------------------------------------------------------------------


@st.composite
def fillings(draw: st.DrawFn, plan: Plan) -> Filled:
    """Any evidence, near the edges more often than not."""
    inputs = [each for each in inputs_of(plan).values() if each.role != "identity"]
    answers: dict[str, Answer] = {}
    how = draw(st.sampled_from(["full", "full", "some", "few"]))
    for each in inputs:
        blank = {"full": 12, "some": 3, "few": 1}[how]
        if draw(st.integers(0, blank)):
            value = draw(_values(each, plan))
            if value != "":
                answers[each.key] = value
    if not tickets_sheet(plan) or draw(st.integers(0, 2)):
        return Filled(answers)
    tickets = draw(st.lists(_tickets(plan), max_size=10))
    numbered = tuple(Ticket(number, *parts) for number, parts in enumerate(tickets, 1))
    logged = bool(log_sheet(plan)) and bool(numbered) and draw(st.booleans())
    return Filled(
        answers,
        numbered,
        draw(st.sampled_from([1, 11])),
        draw(st.sampled_from([True, True, False, False, *_DAYS])),
        logged,
    )


_DAYS = ("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d", "%m/%d/%Y", "%d Februari %Y")
"""Other notations of an export's dates; by the last, some days do not exist."""

_COUNTS = st.one_of(
    st.integers(0, 12), st.sampled_from([0, 100, 107, 200, 273, 1000, 2675])
)
_BLANKS = ("'-", "'–", "' ", "'...", "'\N{NO-BREAK SPACE}")
_TEXTS = {
    "yes_no": ("'ya", "' YA ", "'Tidak ada", "'belum", "'✓", "'mungkin", "'1"),
    "whole": (
        *("'271", "' 271 ", "'1.011", "'1,011", "'271 laporan", "'271 orang"),
        *("'1.234.567", "'271,0", "'2,5", "'-3", "'0", "'0012", "'1 011", "'12e3"),
        *("'−4", "'1.11", "'1.1.1", "'laporan", "'999.999.999.999", "'9999999999999"),
        *("-3", "2.5", "1.011", "'1.000.000 Laporan", "'1,234.5", "'1.234,0"),
    ),
    "number": (
        *(
            "'3,9",
            "'3.9",
            "'1.234",
            "'1,234",
            "'1.234,5",
            "'1,234.5",
            "'-2,5",
            "'5 hari",
        ),
        *("'5,25 Hari Kerja", "'0,000", "'12.345.678", "',5", "'5,", "'5-6", "'−2,5"),
        *("-2.5", "'1.234 hari", "'3,9 jam", "'1234567890123456", "'0.123"),
    ),
    "level": ("'2", "'2,0", "'2.0", "'3 ", "'dua", "'1.000", "'0,5"),
    "percent": (
        *(
            "'99,27%",
            "'99,27 %",
            "'99.27 persen",
            "'0,5",
            "'0,5 %",
            "'1",
            "'1 %",
            "'120%",
        ),
        *("'45", "'1.234 %", "'12,345 %", "'100 percent", "'-3 %", "'5 % ya", "'%"),
    ),
    "date": (
        *("'31/12/2025", "'31-12-2025", "'31.12.2025", "'2025-12-31", "'2025/12/31"),
        *("'31 Desember 2025", "'31 Des 2025", "'31-Des-2025", "'5 Jan 2025"),
        *("'1 Pebruari 2025", "'03/04/2025", "'03-04-2025", "'3/3/2025", "'12/31/2025"),
        *("'31 Februari 2025", "'31/02/2025", "'31/12/25", "'5 Janari 2025", "'45658"),
        *("'14999", "'2025", "'Desember 2025", "'31 Des 25", "'31//2025", "'0/1/2025"),
        *("'31 * 2025", "'29/02/2024", "'29/02/2025", "'1/13/2025", "'31-12/2025"),
    ),
    "text": ("'–", "'nomor 7", "7"),
    "file": ("'-", "'bukti/sk.pdf"),
}
"""Texts as they are pasted, each with its quote; what no one can read among them."""


def _values(of: Input, plan: Plan) -> st.SearchStrategy[Any]:
    """Give values of an input's kind, and texts pasted where a value should be."""
    kind = of.field.kind
    plain = _plain(of, plan)
    texts = st.sampled_from([*_TEXTS[kind], *_BLANKS, UNREAD])
    spelled = st.text("0123456789.,-/ %", min_size=1, max_size=9).map("'{}".format)
    return st.one_of(plain, plain, plain, plain, texts, spelled)


def _plain(of: Input, plan: Plan) -> st.SearchStrategy[Any]:
    period = plan.rubric.period
    match of.field.kind:
        case "yes_no":
            return st.sampled_from([True, True, False])
        case "whole":
            return _COUNTS
        case "level":
            levels = [
                str(level.level)
                for each in plan.rubric.indicators()
                if isinstance(each.measure, verb.Answer)
                and each.measure.field == of.key
                and isinstance(each.scale, verb.Levels)
                for level in each.scale.levels
            ]
            return st.sampled_from([*levels, *levels, "0.5"])
        case "number":
            ties = ["2.675", "5", "60", "0", "32.5", "99.995", "3.9", "0.005", "70.125"]
            return st.one_of(st.sampled_from(ties), st.integers(0, 100).map(str))
        case "percent":
            return st.one_of(st.integers(0, 100), st.sampled_from([101, -3]))
        case "date":
            edges = [period.start, period.end, plan.rubric.deadline]
            near = [e + timedelta(days=n) for e in edges for n in (-1, 0, 1)]
            conditions = [
                c.by
                for each in plan.rubric.indicators()
                if isinstance(each.measure, verb.Document)
                for c in each.measure.conditions
                if c.by
            ]
            near += [day + timedelta(days=n) for day in conditions for n in (0, 1)]
            return st.sampled_from(near)
        case _:
            return st.sampled_from(["bukti/sk.pdf", "nomor 1/2025"])


@st.composite
def _tickets(draw: st.DrawFn, plan: Plan) -> tuple[Any, ...]:
    rubric = plan.rubric
    assert rubric.tickets is not None
    period = rubric.period
    edges = [period.start + timedelta(days=n) for n in (-1, 0, 1)]
    edges += [period.end + timedelta(days=n) for n in (-1, 0, 1)]
    inside = [period.start + timedelta(days=n) for n in range(5, 60, 6)]
    received = draw(st.sampled_from([*inside, *edges]))
    clock = draw(st.sampled_from([time(1), time(15, 59), time(16), time(17), time(23)]))
    labels = [word for each in rubric.tickets.statuses for word in each.labels]
    spelled = [*labels, *(word.upper() for word in labels), "Entah"]
    groups = [w for each in rubric.tickets.classifications for w in each.labels]
    dates = [
        received + timedelta(days=draw(st.integers(0, 40)))
        if draw(st.integers(0, 3))
        else None
        for _ in range(3)
    ]
    return (
        received,
        clock,
        draw(st.sampled_from(spelled)),
        draw(st.sampled_from([*groups, ""])),
        *dates,
    )


# --- comparison ----------------------------------------------------------------------


def differences(form: LiveForm, card: Scorecard) -> list[str]:
    """List every figure, state and band on which form and engine do not agree."""
    from scorecard.sheets.form import score as page
    from scorecard.sheets.words import word

    found = []
    for node in (*card.criteria, *card.findings):
        key = getattr(node, "criterion" if node in card.criteria else "indicator")
        points, part = node.points, node.contribution
        expected = {
            page.LOW: points.low if points else "",
            page.HIGH: points.high if points else "",
            page.WEIGHT: node.weight,
            page.SHARE: node.share,
            page.PART: part.low if part else "",
            page.PART_HIGH: part.high if part else "",
        }
        state = getattr(node, "state", None)
        if state is not None:
            expected[page.STATE] = word(state, "id")
            if state == "scored":
                expected[page.VALUE] = node.value  # type: ignore[union-attr]
        for column, value in expected.items():
            seen = form.score(key, column)
            if not _same(seen, value):
                found.append(f"{key} {page._HEADS[column]}: {seen!r}, not {value!r}")
    return [*found, *_totals(form, card)]


def _totals(form: LiveForm, card: Scorecard) -> Iterator[str]:
    scored = form.line("scored")
    if scored != int(card.total is not None):
        yield f"scored: {scored!r}"
    if not _same(form.line("coverage"), card.coverage):
        yield f"coverage: {form.line('coverage')!r}, not {card.coverage}"
    if card.total is None:
        return
    pairs = {
        "total_low": card.total.low,
        "total_high": card.total.high,
        "published_low": Fraction(card.total.published_low),
        "published_high": Fraction(card.total.published_high),
    }
    for key, value in pairs.items():
        if not _same(form.line(key), value):
            yield f"{key}: {form.line(key)!r}, not {float(value)}"
    from scorecard.sheets.form.summary import BAND_ROW

    band = form.get(form.plan.word("score"), BAND_ROW + 1, 3)
    assert card.band is not None
    if band != card.band.title.id:
        yield f"band: {band!r}, not {card.band.title.id!r}"


def _same(seen: object, expected: object) -> bool:
    if isinstance(expected, str):
        return (seen or "") == expected
    if isinstance(seen, bool) or not isinstance(seen, int | float):
        return False
    return abs(seen - float(expected)) <= TOLERANCE  # type: ignore[arg-type]
