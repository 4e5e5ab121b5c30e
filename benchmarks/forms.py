"""How long the forms of all regions take, as a ratio to writing them by openpyxl.

Run: python benchmarks/forms.py. The alternative writes the same cells and formulas of
one form with openpyxl, as one would without copying a finished workbook; the ratio can
be compared between machines, the milliseconds cannot.
"""

from __future__ import annotations

import sys
import time
from io import BytesIO

from openpyxl import Workbook, load_workbook

from scorecard.evidence.regions import regions
from scorecard.rubric.load import load_rubric
from scorecard.sheets.form.copies import Skeleton, form_for
from scorecard.sheets.form.places import Plan
from scorecard.sheets.form.workbook import form_skeleton

LIMIT_SECONDS = 0.060


def main() -> int:
    """Time both, print the table, fail when a form takes longer than the limit."""
    started = time.perf_counter()
    forms = all_forms()
    each = (time.perf_counter() - started) / len(forms)
    alternative = by_openpyxl(forms[0])
    rows = (
        (f"scorecard template --all ({len(forms)} forms)", each),
        ("openpyxl, the same cells and formulas", alternative),
    )
    print(f"{'way':44}{'ms a form':>10}{'ratio':>8}")
    for name, took in rows:
        print(f"{name:44}{took * 1e3:10.1f}{took / each:8.1f}")
    return int(each > LIMIT_SECONDS)


def all_forms() -> list[bytes]:
    """Make the form of every region, the skeletons included."""
    loaded = load_rubric()
    skeletons: dict[str, Skeleton] = {}
    forms = []
    for participant in regions().values():
        category = loaded.rubric.category_of(participant.type)
        assert category is not None
        plan = Plan(loaded.rubric, category, "id", participant, loaded.sha256)
        if category.id not in skeletons:
            skeletons[category.id] = form_skeleton(plan)
        forms.append(form_for(skeletons[category.id], participant))
    return forms


def by_openpyxl(form: bytes) -> float:
    """Write one form's cells anew, as values and formulas without any style."""
    read = load_workbook(BytesIO(form))
    cells = [
        (sheet.title, [[cell.value for cell in row] for row in sheet.iter_rows()])
        for sheet in read.worksheets
    ]
    started = time.perf_counter()
    book = Workbook()
    for title, rows in cells:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(BytesIO())
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
