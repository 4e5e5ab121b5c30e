"""The recap workbook: what an evaluator presents, read back as a program reads it."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from scorecard.model import Season
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.scalars import Words
from scorecard.sheets.recap import recap_workbook
from scorecard.wording import Text
from tests.handmade_season import handmade_season, loaded_rubric

HEADER = 4


@cache
def rubric() -> Rubric:
    return loaded_rubric().rubric


def opened(season: Season, language: str = "id") -> Workbook:
    in_language = rubric().model_copy(update={"language": language})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl knows no data bars of 2010
        return load_workbook(BytesIO(recap_workbook(season, in_language)))


@cache
def recap() -> Workbook:
    return opened(handmade_season())


def rows_of(sheet: Worksheet) -> Iterator[dict[str, Any]]:
    heads = [cell.value for cell in sheet[HEADER]]
    for row in sheet.iter_rows(min_row=HEADER + 1, values_only=True):
        yield dict(zip(heads, row, strict=True))


def row_of(sheet: Worksheet, code: str) -> dict[str, Any]:
    return next(row for row in rows_of(sheet) if row["Kode"] == code)


def test_same_season_same_bytes() -> None:
    first = recap_workbook(handmade_season(), rubric())
    assert first == recap_workbook(handmade_season(), rubric())


def test_sheets_are_the_summary_each_category_with_participants_and_the_tables() -> (
    None
):
    assert recap().sheetnames == [
        *("Ringkasan", "Provinsi", "Kota", "Semua"),
        *("Penghargaan", "Temuan", "Masalah", "Sinyal", "Rubrik"),
    ]


def test_sheets_speak_the_language_of_the_rubric() -> None:
    names = opened(handmade_season(), "en").sheetnames
    assert names[:2] == ["Summary", "Provinces"]
    assert names[-4:] == ["Findings", "Problems", "Signals", "Rubric"]


@pytest.mark.parametrize("code", ["21", "35", "12", "63"])
def test_totals_and_points_are_the_published_figures_as_numbers(code: str) -> None:
    card = handmade_season().scorecard(code)
    row = row_of(recap()["Provinsi"], code)
    assert card.total is not None
    assert f"{row['Nilai']:.2f}" == card.total.published_low
    for criterion in card.criteria:
        if criterion.points is not None and not criterion.points.is_interval:
            shown = row[criterion.title.id]
            assert f"{shown:.2f}" == criterion.points.published_low


def test_an_interval_has_its_highest_total_in_a_column_of_its_own() -> None:
    card = handmade_season().scorecard("63")
    row = row_of(recap()["Provinsi"], "63")
    assert card.total is not None and card.total.is_interval
    assert f"{row['Nilai tertinggi']:.2f}" == card.total.published_high


def test_rows_stand_in_the_order_of_the_ranking() -> None:
    ranking = handmade_season().ranking("total", "provinsi")
    assert ranking is not None
    codes = [row["Kode"] for row in rows_of(recap()["Provinsi"])]
    assert codes == [standing.participant for standing in ranking.standings]


def test_who_sent_nothing_has_words_and_no_number() -> None:
    row = row_of(recap()["Provinsi"], "72")
    assert row["Peringkat"] == "tidak diperingkat"
    assert row["Nilai"] == "tidak ada nilai"
    assert row["Predikat"] == "Tidak menyerahkan"
    assert row["Masuk"] == "tidak ada"
    numbers = [value for value in row.values() if isinstance(value, int | float)]
    assert numbers == [0]  # its number of problems


def test_zero_blank_and_missing_are_told_apart() -> None:
    season = handmade_season()
    blank = tuple(
        replace(each, value=None, source="none") if each.quantity == "arsip" else each
        for each in season.scorecard("21").quantities
    )
    cards = tuple(
        replace(card, quantities=blank) if card.participant.code == "21" else card
        for card in season.scorecards
    )
    sheet = opened(replace(season, scorecards=cards))["Provinsi"]
    assert row_of(sheet, "21")["Arsip"] == "tidak diisi"
    assert row_of(sheet, "12")["Arsip"] == 0
    assert row_of(sheet, "72")["Arsip"] == "tidak ada"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("missing", "tidak ada"),
        ("unreadable", "tidak terbaca"),
        ("not_applicable", "tidak berlaku"),
        ("pending", "menunggu"),
        ("waived", "dibebaskan"),
    ],
)
def test_a_finding_without_a_figure_shows_its_state(state: Any, words: str) -> None:
    season = handmade_season()
    card = season.scorecard("21")
    first = replace(
        card.findings[0], state=state, value=None, points=None, contribution=None
    )
    changed = replace(card, findings=(first, *card.findings[1:]))
    alone = replace(season, scorecards=(changed,), rankings=(), awards=())
    sheet = opened(alone)["Temuan"]
    row = next(rows_of(sheet))
    assert row["Keadaan"] == words
    assert row["Nilai ukuran"] == row["Poin"] == row["Sumbangan"] == words


def test_codes_keep_their_zeros_and_dots() -> None:
    codes = {row["Kode"] for row in rows_of(recap()["Semua"])}
    assert {"61.71", "21"} <= codes


def test_the_summary_counts_every_participant_once() -> None:
    sheet = recap()["Ringkasan"]
    table = {
        row[0].value: [cell.value for cell in row[1:4]]
        for row in sheet.iter_rows(min_row=13, max_row=21)
    }
    assert table["Predikat"] == ["Provinsi", "Kota", "Jumlah"]
    counts = [row[2] for row in table.values() if isinstance(row[2], int)]
    assert sum(counts) == len(handmade_season().scorecards)
    assert table["Tidak menyerahkan"] == [1, 0, 1]


def test_every_problem_and_finding_has_a_row() -> None:
    season = handmade_season()
    findings = sum(len(card.findings) for card in season.scorecards)
    assert len(list(rows_of(recap()["Temuan"]))) == findings
    problems = [row["Sel"] for row in rows_of(recap()["Masalah"])]
    assert problems == ["C16", "C4"]


def test_tables_are_frozen_filtered_and_set_up_for_a4_landscape() -> None:
    for title in ("Provinsi", "Semua", "Temuan", "Masalah"):
        sheet = recap()[title]
        assert sheet.auto_filter.ref and sheet.freeze_panes
        assert sheet.print_title_rows == "$4:$4"
    for sheet in recap().worksheets:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert "2025" in sheet.oddFooter.left.text
        assert sheet.oddFooter.right.text == "Halaman &P dari &N"


def test_the_findings_are_printed_one_page_wide_up_to_their_reasons() -> None:
    sheet = recap()["Temuan"]
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    last = sheet.print_area.split("$")[-2]
    assert sheet[f"{last}{HEADER}"].value == "Alasan"


def test_the_band_is_a_word_on_its_colour() -> None:
    sheet = recap()["Provinsi"]
    column = [cell.value for cell in sheet[HEADER]].index("Predikat") + 1
    card = handmade_season().scorecard("35")
    assert card.band is not None
    row = [row["Kode"] for row in rows_of(sheet)].index("35") + HEADER + 1
    cell = sheet.cell(row, column)
    assert cell.value == card.band.title.id
    assert cell.fill.fgColor.rgb != "00000000"


def test_the_rubric_sheet_gives_each_figure_its_basis_and_each_source() -> None:
    words = [
        str(cell.value)
        for row in recap()["Rubrik"].iter_rows()
        for cell in row
        if cell.value
    ]
    for indicator in rubric().indicators():
        assert any(word.lower() == indicator.title.id.lower() for word in words)
    for source in rubric().sources.values():
        assert source.where in words
    assert "asumsi" in words


@pytest.mark.parametrize(
    "name", ["=1+1", "+62", "-5", "@SUM(A1)", "＝1", "\t=1", '=HYPERLINK("http://x")']
)
def test_text_that_looks_like_a_formula_stays_text(name: str) -> None:
    sheet = opened(renamed("21", name))["Provinsi"]
    cell = next(c for row in sheet.iter_rows() for c in row if c.value == name)
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert cell.hyperlink is None


def test_control_characters_and_lone_surrogates_are_left_out() -> None:
    sheet = opened(renamed("21", "Kepu\x00lauan\ud800 Riau\x1b_x0041_"))["Provinsi"]
    assert row_of(sheet, "21")["Nama"] == "Kepulauan Riau_x0041_"


def test_category_titles_become_legal_sheet_titles() -> None:
    first, second, third, *others = rubric().categories
    awkward = Words(id="'Siau/Tagulandang: [semua]?*\\ kab'upaten", en="x")
    categories = (
        first.model_copy(update={"title": awkward}),
        second,
        third.model_copy(update={"title": Words(id="SEMUA", en="x")}),
        *others,
    )
    changed = rubric().model_copy(update={"categories": categories})
    book = load_workbook(BytesIO(recap_workbook(handmade_season(), changed)))
    assert book.sheetnames[1:4] == [
        "Siau-Tagulandang- -semua---- ka",
        "SEMUA",
        "Semua (2)",
    ]


def renamed(code: str, name: str) -> Season:
    season = handmade_season()
    return replace(
        season,
        scorecards=tuple(
            replace(card, participant=replace(card.participant, name=name))
            if card.participant.code == code
            else card
            for card in season.scorecards
        ),
    )


def test_an_award_that_is_open_or_denied_is_not_shown_as_won() -> None:
    season = handmade_season()
    award = replace(
        season.awards[0], status="open", participant="21", reason=Text("seri", "tie")
    )
    book = opened(replace(season, awards=(award,)))
    assert row_of(book["Provinsi"], "21")["Penghargaan"].endswith(
        "(menunggu keputusan)"
    )
    denied = opened(replace(season, awards=(replace(award, status="denied"),)))
    assert not row_of(denied["Provinsi"], "21")["Penghargaan"]
    assert next(rows_of(denied["Penghargaan"]))["Status"] == "syarat tidak terpenuhi"


def test_a_season_without_participants_still_has_its_sheets() -> None:
    nobody = replace(
        handmade_season(), scorecards=(), rankings=(), awards=(), problems=()
    )
    book = opened(nobody)
    assert book.sheetnames[:2] == ["Ringkasan", "Semua"]
    assert book["Masalah"]["A5"].value == "Tidak ada."
