"""LibreOffice works out a filled form's score as the engine does."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from scorecard.scoring import assess
from scorecard.sheets.form.places import Plan
from scorecard.sheets.form.workbook import form_workbook
from tests.filled_forms import (
    Filled,
    cells_of,
    differences,
    fillings,
    node_rows,
    plan_of,
    submission_of,
)
from tests.index_verbs import index_verbs
from tests.shipped import RUBRICS, shipped
from tests.test_sheets_office import Office

CASES = {"id-ID": 7, "en-US": 1}
"""Of each rubric; all of them are recalculated in one start of LibreOffice."""


@dataclass
class Saved:
    """A form that LibreOffice saved, read as `differences` reads a live one."""

    plan: Plan
    path: Path

    def __post_init__(self) -> None:
        self.book = load_workbook(self.path, data_only=True)
        working = self.book[self.plan.word("working")]
        self.lines = {str(c.value): c.row for c in working["A"] if c.value}
        self.nodes = node_rows(self.plan.rubric)

    def score(self, node: str, column: int) -> object:
        return self.get(self.plan.word("score"), self.nodes[node], column + 1)

    def line(self, key: str) -> object:
        return self.get(self.plan.word("working"), self.lines[key], 3)

    def get(self, sheet: str, row: int, column: int) -> object:
        value: object = self.book[sheet].cell(row, column).value
        return value


def examples(plan: Plan, cases: int) -> list[Filled]:
    """Take some of the cases that hypothesis makes."""
    found: list[Filled] = []

    @settings(
        max_examples=cases * 10,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def collect(data: st.DataObject) -> None:
        found.append(data.draw(fillings(plan)))

    collect()
    return random.Random(4).sample(found, min(cases, len(found)))


def written(content: bytes, filled: Filled, plan: Plan, path: Path) -> None:
    """Fill a form as a spreadsheet program does; a quote makes a text."""
    book = load_workbook(BytesIO(content))
    for sheet, row, column, value in cells_of(filled, plan):
        cell = book[sheet].cell(row, column)
        if isinstance(value, date):
            cell.value = datetime.combine(value, time())
        elif isinstance(value, str) and value.startswith("'"):
            cell.value = value[1:] or None
            cell.data_type = "s" if value[1:] else "n"
        else:
            cell.value = _as_typed(value) if isinstance(value, str) else value
    book.save(path)


def _as_typed(text: str) -> str | float:
    try:
        return float(text)
    except ValueError:
        return text


def cases(number: int) -> Iterator[tuple[str, Plan, Filled]]:
    rubrics = {name: shipped(name) for name in sorted(RUBRICS)}
    for name, rubric in (rubrics | {"index-verbs": index_verbs()}).items():
        plan = plan_of(rubric)
        for place, filled in enumerate(examples(plan, number)):
            yield f"{name}-{place}", plan, filled


def test_there_are_forty_cases() -> None:
    assert CASES["id-ID"] * len(RUBRICS) >= 40


@pytest.mark.parametrize("locale", CASES)
def test_libreoffice_agrees_with_the_engine(locale: str, tmp_path: Path) -> None:
    """A decimal comma in the program's own language changes no figure."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI must have libreoffice-calc-nogui")
        pytest.skip("apt-get install libreoffice-calc-nogui to run this test")
    every = list(cases(CASES[locale]))
    forms: dict[str, bytes] = {}
    for name, plan, filled in every:
        content = forms.setdefault(plan.rubric.id, form_workbook(plan))
        written(content, filled, plan, tmp_path / f"{name}.xlsx")
    office = Office(program, tmp_path / "office", locale)
    results = office.convert("xlsx", sorted(tmp_path.glob("*.xlsx")))
    wrong = {}
    for name, plan, filled in every:
        card = assess(submission_of(filled, plan), plan.rubric)
        found = differences(Saved(plan, results / f"{name}.xlsx"), card)
        wrong |= {name: found} if found else {}
    assert wrong == {}
