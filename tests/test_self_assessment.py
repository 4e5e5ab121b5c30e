"""What a participant says of itself beside the official score, on sheet and paper."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from scorecard.errors import Location
from scorecard.model import Score, Season, SelfScore
from scorecard.self_assessment import Compared, compared, is_wide
from scorecard.sheets.compliance import compliance_workbook
from scorecard.wording import Text
from tests.handmade_season import handmade_season, loaded_rubric
from tests.test_sheets_recalculated import disagreeing

PLACE = Location("35/borang.xlsx", "Skor", "C6")
OFFICIAL = ("60.00", "70.00")


def own(node: str, low: str, high: str = "") -> SelfScore:
    ends = Fraction(low), Fraction(high or low)
    return SelfScore(node, *ends, f"{low} – {high or low}", PLACE)


def with_own(code: str, *scores: SelfScore) -> Season:
    season = handmade_season()
    cards = tuple(
        replace(card, self_scores=scores) if card.participant.code == code else card
        for card in season.scorecards
    )
    return replace(season, scorecards=cards)


def table_of(season: Season, code: str) -> dict[str, tuple[Any, ...]]:
    """The rows of the table on the sheet, by their titles."""
    content = compliance_workbook(season, loaded_rubric().rubric, code)
    sheet = load_workbook(BytesIO(content), data_only=True)["Kepatuhan"]
    rows = [
        tuple(cell for cell in row if cell is not None)
        for row in sheet.iter_rows(values_only=True)
    ]
    start = rows.index(("Penilaian mandiri dan nilai resmi",))
    end = rows.index(("Perhitungan menurut indikator",))
    return {str(row[0]): row[1:] for row in rows[start + 1 : end] if row}


@pytest.mark.parametrize(
    ("stated", "relation"),
    [
        (None, "not_stated"),
        (("60", "70"), "same"),
        (("50", "80"), "within"),
        (("65", "80"), "overlaps"),
        (("70.01", "80"), "lower"),
        (("10", "59.99"), "higher"),
        (("60.001", "70.004"), "same"),
    ],
)
def test_how_the_official_score_stands_to_the_own_one(
    stated: tuple[str, str] | None, relation: str
) -> None:
    season = with_own("35", *([own("", *stated)] if stated else []))
    official = Score(Fraction(60), Fraction(70), *OFFICIAL)
    card = replace(season.scorecard("35"), total=official)
    line = compared(card, loaded_rubric().rubric)[-1]
    assert (line.criterion, line.relation) == ("", relation)


def test_the_difference_is_official_less_own_end_by_end() -> None:
    line = Compared(
        criterion="",
        title=Text("a", "a"),
        depth=0,
        stated=(Fraction(50), Fraction(80)),
        official=(Fraction(65), Fraction(65)),
        source=None,
    )
    assert line.difference == (15, -15)


def test_own_and_official_stand_side_by_side_on_the_sheet() -> None:
    season = with_own("35", own("", "80", "95.5"), own("closing", "99", "99"))
    first = loaded_rubric().rubric.criteria[0]
    season = with_own("35", own("", "80", "95.5"), own(first.id, "70"))
    rows = table_of(season, "35")
    assert rows["Nilai akhir"][:6] == pytest.approx(
        (80, 95.5, 85.17, 85.17, 5.17, -10.33)
    )
    assert rows["Nilai akhir"][6] == "di dalam rentang penilaian mandiri"
    assert rows[first.title.id][0] == 70
    other = loaded_rubric().rubric.criteria[1].title.id
    assert rows[other][0] == "tidak dinyatakan"
    assert rows[other][-1] == "tidak dinyatakan"
    assert any("35/borang.xlsx" in title and "Skor" in title for title in rows)


def test_a_settled_self_assessment_needs_one_column_a_side() -> None:
    season = with_own("35", own("", "85.17"))
    assert not is_wide(compared(season.scorecard("35"), loaded_rubric().rubric))
    assert table_of(season, "35")["Nilai akhir"] == (85.17, 85.17, 0, "sama")


def test_without_any_the_sheet_says_so() -> None:
    rows = table_of(handmade_season(), "35")
    assert rows["Nilai akhir"][0] == "tidak dinyatakan"
    assert any(title.startswith("Penilaian mandiri tidak") for title in rows)


@pytest.mark.parametrize("code", ["35", "63"])
@pytest.mark.parametrize("stated", [("80", "95.5"), ("85.17", ""), ("0", "1"), None])
def test_the_comparison_is_live(code: str, stated: tuple[str, str] | None) -> None:
    scores = [own("", *stated)] if stated else []
    scores += [own(loaded_rubric().rubric.criteria[0].id, "85")]
    content = compliance_workbook(with_own(code, *scores), loaded_rubric().rubric, code)
    assert disagreeing(content) == []


def test_a_forged_self_score_changes_no_other_cell_of_the_sheet() -> None:
    """Only the table of the comparison differs; results and totals stay."""
    rubric = loaded_rubric().rubric
    honest, forged = (
        load_workbook(
            BytesIO(compliance_workbook(season, rubric, "35")), data_only=True
        )["Kepatuhan"]
        for season in (with_own("35", own("", "1")), with_own("35", own("", "100")))
    )
    differing = {
        cell.row
        for row in honest.iter_rows()
        for cell in row
        if cell.value != forged[cell.coordinate].value
    }
    total = next(c.row for c in honest["A"] if c.value == "Nilai akhir")
    assert differing == {total}
