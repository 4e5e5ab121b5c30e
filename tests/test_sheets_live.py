"""A reviewer edits the evidence on "Bukti": every figure follows as the engine's does.

The sheet of one submission is edited into the evidence of another, cell by cell, and
recalculated; it must then show the other's scorecard, each figure, state and band.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import ironcalc
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from scorecard.errors import Location
from scorecard.model import Checked, CriterionScore, Finding, Mark, Scorecard
from scorecard.rubric import methods as verb
from scorecard.rubric.nouns import Indicator, Rubric
from scorecard.scoring import assess
from scorecard.sheets.answered import AS_READ
from scorecard.sheets.compliance import compliance_workbook
from scorecard.sheets.words import word
from tests import small
from tests.filled_forms import Filled, fillings, plan_of, submission_of
from tests.handmade_season import handmade_season, loaded_rubric
from tests.index_verbs import index_verbs
from tests.shipped import RUBRICS, shipped
from tests.test_sheets_recalculated import TOLERANCE, season_of

EVIDENCES, EDITS = 24, 15
LEAST = 250
"""Cases of each shipped rubric: evidence typed into the sheets of other evidence."""


@dataclass
class Live:
    """A compliance sheet in an engine, with the cells that a reviewer may edit."""

    model: Any
    sheets: Mapping[str, int]
    main: Worksheet
    proof: Worksheet
    card: Scorecard
    rubric: Rubric

    def get(self, tab: str, row: int, column: int) -> object:
        return self.model.get_cell_value(self.sheets[tab], row, column)

    def type(self, row: int, column: int, value: object) -> None:
        text = str(float(value)) if isinstance(value, Fraction) else str(value)
        self.model.set_user_input(self.sheets["Bukti"], row, column, text)

    def edit(self, other: Scorecard) -> None:
        for row, column, value in edits(self, other):
            self.type(row, column, value)
        self.model.evaluate()


def opened(card: Scorecard, rubric: Rubric) -> Live:
    season = season_of(rubric, [card])
    content = compliance_workbook(season, rubric, card.participant.code)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xlsx"
        path.write_bytes(content)
        model = ironcalc.load_from_xlsx(str(path), "en", "UTC")
    book = load_workbook(BytesIO(content))
    sheets = {name: place for place, name in enumerate(book.sheetnames)}
    return Live(model, sheets, book["Kepatuhan"], book["Bukti"], card, rubric)


# --- where a reviewer types ----------------------------------------------------------


def edits(live: Live, other: Scorecard) -> Iterator[tuple[int, int, object]]:
    """Give the cells of "Bukti" that hold evidence, with the other's figures."""
    titles = [cell.value for cell in live.proof["A"]]
    if other.quantities:
        first = row_of(titles, word("status_table", "id")) + 2
        for row, each in enumerate(other.quantities, first):
            yield row, 2, known(each.value, "unreadable" if each.location else "blank")
    for finding in other.findings:
        node = live.rubric.node(finding.indicator)
        assert isinstance(node, Indicator)
        yield from of_finding(titles, other, finding, node.measure)


def of_finding(
    titles: list[Any], card: Scorecard, finding: Finding, measure: verb.Measure
) -> Iterator[tuple[int, int, object]]:
    title = finding.title.id[:1].upper() + finding.title.id[1:]
    if isinstance(measure, verb.Document) and finding.conditions:
        first = row_of(titles, title, "document_conditions") + 1
        for row, condition in enumerate(finding.conditions, first):
            yield row, 3, verdict(condition)
    elif isinstance(measure, verb.Mark):
        marks = [m for m in card.marks if m.indicator == finding.indicator]
        first = row_of(titles, title, "marks") + 2
        for row, mark in enumerate(marks, first):
            yield row, 2, known(mark.value, "pending")
    elif isinstance(measure, AS_READ):
        first = row_of(titles, word("answers", "id"))
        below = enumerate(titles[first:], first + 1)
        row = next(r for r, t in below if t == title or str(t).startswith(f"{title} ("))
        yield row, 2, known(finding.value, finding.state)
    elif isinstance(measure, verb.Within):
        first = row_of(titles, title, "shares") + 1
        sides = finding.numerator, finding.denominator
        for row, side in enumerate(sides, first):
            yield row, 2, known(side, finding.state)


def row_of(titles: list[Any], title: str, below: str = "") -> int:
    start = titles.index(word(below, "id")) if below else 0
    return titles.index(title, start) + 1


def known(value: object, otherwise: str) -> object:
    return word(otherwise, "id") if value is None else value


def verdict(condition: Checked) -> str:
    key = "met" if condition.met else "not_met"
    return word("unreadable" if condition.unreadable else key, "id")


def comparable(one: Scorecard, other: Scorecard, rubric: Rubric) -> bool:
    """The sheet has a place for what the other evidence says.

    An interval needs its columns; a document that cannot be read and marks that wait
    need the rows of their bounds; without a total there are no rows for one.
    """
    if one.total is None and other.total is not None:
        return False
    if is_open(other) and not is_open(one):
        return False
    pairs = zip(one.findings, other.findings, strict=True)
    return all(has_place(mine, theirs, rubric) for mine, theirs in pairs)


def has_place(mine: Finding, theirs: Finding, rubric: Rubric) -> bool:
    node = rubric.node(mine.indicator)
    assert isinstance(node, Indicator)
    match node.measure:
        case verb.Document():
            typed_in = mine.state == "missing" and bool(theirs.value)
            return mine.state == theirs.state or typed_in
        case verb.Mark():
            return mine.state in ("pending", theirs.state)
        case verb.Change(after=verb.Figure()) | verb.Change(before=verb.Figure()):
            return {mine.state, theirs.state} == {"scored"}
        case _:
            return True


def is_open(card: Scorecard) -> bool:
    return any(
        each.points is not None and each.points.is_interval
        for each in (*card.findings, *card.criteria)
    )


# --- what must then stand on "Kepatuhan" ---------------------------------------------


def differences(live: Live, card: Scorecard) -> list[str]:
    """List each cell that is not the engine's figure, state or band."""
    header = next(
        row
        for row in range(1, live.main.max_row)
        if live.main.cell(row, 2).value == word("indicator", "id")
    )
    columns = {str(cell.value): cell.column for cell in live.main[header] if cell.value}
    found, row = [], header
    for node in in_order(card):
        row += 1
        for key, value in expected(node, "Poin tertinggi" in columns).items():
            column = columns[word(key, "id")]
            seen = live.get("Kepatuhan", row, column)
            if not alike(seen, value):
                title = live.main.cell(row, 2).value
                found.append(f"{title} {key}: {seen!r}, not {value!r}")
    return [*found, *_coverage(live, card), *_totals(live, card)]


def in_order(card: Scorecard) -> tuple[CriterionScore | Finding, ...]:
    from scorecard.sheets.derivation import in_order as nodes

    return nodes(card)


def expected(node: CriterionScore | Finding, interval: bool) -> dict[str, object]:
    points, part = node.points, node.contribution
    figures: dict[str, object] = {}
    if not node.informative:
        figures["share"] = node.share
        figures["contribution"] = part.low if part else ""
        if interval and points:
            figures["points_top"] = points.high
            figures["contribution_top"] = part.high if part else ""
    settled = points is None or interval or not points.is_interval
    if points and settled and not node.informative:
        figures["points"] = points.low
    if isinstance(node, Finding):
        state = word(node.state, "id")
        figures["state"] = state
        figures["value"] = state if node.value is None else node.value
        if points is None and not node.informative:
            figures["points"] = state
    return figures


def _totals(live: Live, card: Scorecard) -> Iterator[str]:
    labels = {
        cell.value: cell.row
        for column in "BC"
        for cell in live.main[column]
        if isinstance(cell.value, str)
    }
    interval = any(cell.value == "Poin tertinggi" for row in live.main for cell in row)
    if card.total is None or card.band is None:
        yield from _without_total(live, labels)
        return
    ends = [(8, card.total.low, card.total.published_low, card.band.low)]
    if interval:
        ends.append((9, card.total.high, card.total.published_high, card.band.high))
    titles = {each.id: each.title.text.id for each in live.rubric.bands.ranges}
    maximum = live.rubric.score.maximum
    exact = word("total_exact", "id").format(maximum=f"{maximum}")
    for column, low, published, band in ends:
        for label, value in (
            (exact, low),
            (word("total_published", "id"), Fraction(published)),
            (word("band", "id"), titles[band]),
        ):
            row = max(r for name, r in labels.items() if name == label)
            if label == word("band", "id"):
                row = labels[word("band_uncapped", "id")] + 1
            seen = live.get("Kepatuhan", row, column)
            if not alike(seen, value):
                yield f"{label}: {seen!r}, not {value!r}"


def _without_total(live: Live, labels: dict[str, int]) -> Iterator[str]:
    """The published total and the band are words, if the sheet had a total."""
    row = labels.get(word("band_uncapped", "id"))
    if row is None:
        return
    words = live.rubric.score.not_scored.text.id
    for number in (row - 1, row, row + 1):
        seen = live.get("Kepatuhan", number, 8)
        if not isinstance(seen, str) or seen not in (words, word("not_assessed", "id")):
            yield f"row {number}: {seen!r}, not {words!r}"


def _coverage(live: Live, card: Scorecard) -> Iterator[str]:
    label = word("coverage", "id")
    row = next(c.row for c in live.main["A"] if c.value == label)
    seen = live.get("Kepatuhan", row, 3)
    if not alike(seen, card.coverage):
        yield f"{label}: {seen!r}, not {card.coverage!r}"


def alike(seen: object, value: object) -> bool:
    if isinstance(value, str):
        return (seen or "") == value
    if isinstance(seen, bool) or not isinstance(seen, int | float):
        return False
    return abs(seen - float(value)) <= TOLERANCE  # type: ignore[arg-type]


# --- cases ---------------------------------------------------------------------------

INDICES = "verbs of indices"
MARKS = ("0", "1", "2.5", "3", "4", "")


@cache
def rubric_of(name: str) -> Rubric:
    """Give a shipped rubric, or the one of all that indices need."""
    return index_verbs() if name == INDICES else shipped(name)


@cache
def evidences(name: str) -> tuple[Scorecard, ...]:
    """Scorecards of generated evidence, marks included."""
    plan = plan_of(rubric_of(name))
    found: list[Filled] = []

    @settings(
        max_examples=400,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(fillings(plan))
    def collect(filled: Filled) -> None:
        found.append(filled)

    collect()
    chance = random.Random(7)
    sent = islice(cycle([submission_of(each, plan) for each in found]), 400)
    return tuple(
        assess(replace(each, marks=marks_of(plan.rubric, chance)), plan.rubric)
        for each in sent
    )


def marks_of(rubric: Rubric, chance: random.Random) -> tuple[Mark, ...]:
    """Marks of two assessors on some tickets, most of them given."""
    waiting = chance.random() < 0.4
    place = Location("_season/marks/penilai-1.xlsx", "Nilai", "E4")
    marks = []
    for node in rubric.indicators():
        if not isinstance(node.measure, verb.Mark):
            continue
        for number in range(max(node.measure.least, 2)):
            for assessor in ("Penilai 1", "Penilai 2")[: 1 + number % 2]:
                given = chance.choice(MARKS[:-1])
                if waiting and (number == 0 or chance.random() < 0.3):
                    given = ""
                value = Fraction(given) if given else None
                if value is not None:
                    value = min(value, node.measure.maximum)
                marks.append(Mark("21", node.id, f"T{number}", assessor, value, place))
    return tuple(marks)


def test_there_are_two_thousand_cases() -> None:
    assert len(RUBRICS) * LEAST >= 2_000


@pytest.mark.parametrize("name", [*sorted(RUBRICS), INDICES])
def test_other_evidence_typed_in_scores_as_the_engine_does(name: str) -> None:
    rubric = rubric_of(name)
    cards = evidences(name)
    wrong, compared = [], 0
    for one in cards:
        if compared >= EDITS * EVIDENCES:
            break
        others = [c for c in cards if c is not one and comparable(one, c, rubric)]
        live = opened(one, rubric)
        assert differences(live, one) == []
        for other in [one, *others][:EDITS]:
            live.edit(other)
            compared += 1
            wrong += differences(live, other)
    assert wrong[:5] == []
    assert compared >= LEAST


# --- the comparison itself -----------------------------------------------------------

PLANTED = {
    "points of an indicator": ("Poin", "=1+1"),
    "state of an indicator": ("Keadaan", '="menunggu"'),
    "value of an indicator": ("Nilai ukuran", "=12.5"),
    "share of the whole": ("Bagian", "=0.123"),
    "contribution": ("Sumbangan", "=0"),
}


@pytest.mark.parametrize("what", PLANTED)
def test_a_planted_wrong_formula_is_caught(what: str) -> None:
    card = handmade_season().scorecard("35")
    live = opened(card, loaded_rubric().rubric)
    assert differences(live, card) == []
    heading, formula = PLANTED[what]
    header = next(row for row in live.main if row[1].value == "Indikator")
    column = next(cell.column for cell in header if cell.value == heading)
    row = next(c.row for c in live.main["B"] if c.value == "Tingkat penyelesaian")
    live.model.set_user_input(live.sheets["Kepatuhan"], row, column, formula)
    live.model.evaluate()
    assert any("Tingkat penyelesaian" in each for each in differences(live, card))


def test_one_ticket_more_by_hand() -> None:
    """906 of 1011 - 7 - 0 instead of 905: the rate and the total move, as by hand."""
    season, rubric = handmade_season(), loaded_rubric().rubric
    live = opened(season.scorecard("35"), rubric)
    row = next(c.row for c in live.proof["A"] if c.value == "Selesai")
    live.type(row, 2, 906)
    live.model.evaluate()
    shown = next(c.row for c in live.main["B"] if c.value == "Tingkat penyelesaian")
    assert live.get("Kepatuhan", shown, 5) == pytest.approx(100 * 906 / 1004, abs=1e-9)


def two_answers(**score: Any) -> Rubric:
    levels = [{"level": each, "points": 50 * each} for each in (0, 1, 2)]
    level = {"verb": "levels", "levels": levels}
    return small.rubric(
        small.criterion("k", "60", indicators=[answered("hari", small.linear())]),
        small.criterion("l", "40", indicators=[answered("tingkat", level)]),
        score=score,
    )


def answered(key: str, scale: dict[str, Any]) -> dict[str, Any]:
    verb_of = {"tingkat": "answer", "hari": "figure"}[key]
    named = {"answer": "field", "figure": "figure"}[verb_of]
    return small.indicator(key, measure={"verb": verb_of, named: key}, scale=scale)


def test_too_little_evidence_is_not_scored_and_enough_is_again() -> None:
    rules = two_answers(coverage=50)
    full = assess(small.submission(hari=40, tingkat=1), rules)
    little = assess(small.submission(tingkat=1), rules)
    assert (full.coverage, little.coverage, little.total) == (100, 40, None)
    live = opened(full, rules)
    for other in (full, little, full):
        live.edit(other)
        assert differences(live, other) == []


def test_an_answer_that_is_no_level_cannot_be_read() -> None:
    rules = two_answers()
    one = assess(small.submission(hari=40, tingkat=2), rules)
    live = opened(one, rules)
    row = next(c.row for c in live.proof["A"] if str(c.value).startswith("Tingkat"))
    live.type(row, 2, 7)
    live.model.evaluate()
    shown = next(c.row for c in live.main["B"] if c.value == "Tingkat")
    seen = [live.get("Kepatuhan", shown, column) for column in (4, 5, 8)]
    assert seen == [word("unreadable", "id"), word("unreadable", "id"), 0]
    wrong = assess(small.submission(hari=40, tingkat=7), rules)
    assert wrong.finding("tingkat").state == "unreadable"
    assert wrong.finding("tingkat").points.low == 0
