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

from scorecard.errors import Location
from scorecard.evidence.calendar import working_days
from scorecard.evidence.dates import local_day
from scorecard.evidence.folding import folded
from scorecard.model import (
    AttachedFile,
    Evidence,
    Participant,
    Scorecard,
    Series,
    SeriesItem,
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
from scorecard.wording import Text

TOLERANCE = 1e-9
ROOM = Room(tickets=36, log=12)
UNREAD = "tidak terbaca"
HEADINGS = (
    *("Tracking ID", "Tanggal Laporan Masuk", "Waktu Laporan Masuk"),
    *("Judul Laporan", "Klasifikasi Laporan", "Status Laporan"),
)
_EPOCH = date(1899, 12, 30)
_PLACE = Location("borang.xlsx")
_WHY = Text("tidak terbaca", "cannot be read")

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
    text_dates: bool = True
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
    """State the evidence as a reader of the cells would."""
    assert plan.participant is not None
    inputs = inputs_of(plan)
    answers = {
        key: _evidence(inputs[key], value) for key, value in filled.answers.items()
    }
    files = {
        key: AttachedFile(key, str(value), 1, "0" * 64, True)
        for key, value in filled.answers.items()
        if inputs[key].field.kind == "file"
    }
    counts: dict[str, Evidence] = {}
    series: dict[str, Series] = {}
    if filled.tickets is not None:
        kept = _kept(filled.tickets, plan)
        counts = dict(_counts(kept, plan.rubric))
        series = dict(_series(kept, filled, plan.rubric))
    return Submission(plan.participant, "21", answers, counts, series, files)


def _evidence(of: Input, value: Answer) -> Evidence:
    if value == UNREAD and of.field.kind not in ("text", "file"):
        return Evidence(None, UNREAD, _PLACE, _WHY)
    exact = value if isinstance(value, bool | date) else _number(value)
    return Evidence(exact, str(value), _PLACE)


def _number(value: int | str) -> Fraction | str:
    try:
        return Fraction(value)
    except ValueError:
        return str(value)


def _kept(tickets: Sequence[Ticket], plan: Plan) -> list[tuple[Ticket, date]]:
    assert plan.participant is not None
    period = plan.rubric.period
    days = [(t, local_day(t.received, t.clock, plan.participant.code)) for t in tickets]
    return [(t, day) for t, day in days if period.start <= day <= period.end]


def _counts(
    kept: list[tuple[Ticket, date]], rubric: Rubric
) -> Iterator[tuple[str, Evidence]]:
    assert rubric.tickets is not None
    statuses = {folded(w): s.id for s in rubric.tickets.statuses for w in s.labels}
    for quantity in rubric.quantities:
        if quantity.tickets is not None:
            wanted = quantity.tickets.status
            number = sum(
                not wanted or statuses.get(folded(t.status), "") in wanted
                for t, _ in kept
            )
            yield quantity.id, Evidence(Fraction(number), str(number), _PLACE)


def _series(
    kept: list[tuple[Ticket, date]], filled: Filled, rubric: Rubric
) -> Iterator[tuple[str, Series]]:
    assert rubric.tickets is not None
    classes = {
        folded(w): c.id for c in rubric.tickets.classifications for w in c.labels
    }
    for rule in rubric.tickets.series:
        if not filled.logged:
            yield rule.id, Series((), _PLACE, _WHY)
            continue
        items, waiting = [], []
        for ticket, day in kept:
            start = day if rule.start == "received" else getattr(ticket, rule.start)
            end = getattr(ticket, rule.end or "closed")
            group = classes.get(folded(ticket.classification), "")
            since = start or day
            waited = Fraction(
                working_days(since, rubric.as_of) if since <= rubric.as_of else 0
            )
            if start is not None and end is not None and end >= start:
                days = Fraction(working_days(start, end))
                items.append(SeriesItem(days, group, day))
            else:
                waiting.append(SeriesItem(waited, group, day))
        yield rule.id, Series(tuple(items), _PLACE, waiting=tuple(waiting))


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
    if kind == "percent" and value != UNREAD:
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


def _clock(clock: time, as_text: bool) -> Answer:
    if as_text:
        return clock.strftime("'%H:%M:%S")
    return str((clock.hour * 60 + clock.minute) / 1440)


def _written(day: date, as_text: bool) -> Answer:
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
        draw(st.booleans()),
        logged,
    )


_COUNTS = st.one_of(
    st.integers(0, 12), st.sampled_from([0, 100, 107, 200, 273, 1000, 2675])
)


def _values(of: Input, plan: Plan) -> st.SearchStrategy[Any]:
    period = plan.rubric.period
    match of.field.kind:
        case "yes_no":
            return st.sampled_from([True, True, False, UNREAD])
        case "whole":
            return st.one_of(_COUNTS, _COUNTS, _COUNTS, st.sampled_from([UNREAD]))
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
            return st.integers(2, 100)
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
            return st.sampled_from([*near, UNREAD])
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
