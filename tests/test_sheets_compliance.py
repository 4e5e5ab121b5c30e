"""The compliance workbook: the reviewer's sheet, read back as a program reads it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook as NewWorkbook

from scorecard.model import AttachedFile, InputFile, Season
from scorecard.rubric.nouns import Rubric
from scorecard.scoring import assess
from scorecard.sheets.compliance import compliance_workbook
from scorecard.sheets.paging import fits_on_last_page
from tests.handmade_season import handmade_season, loaded_rubric
from tests.small import criterion, indicator, rubric, submission
from tests.test_sheets_recalculated import season_of

HEADER = 23
FIRST = HEADER + 1


@cache
def annual() -> Rubric:
    return loaded_rubric().rubric


def opened(code: str, season: Season | None = None, *, values: bool = True) -> Workbook:
    content = compliance_workbook(season or handmade_season(), annual(), code)
    return load_workbook(BytesIO(content), data_only=values)


def columns(sheet: Worksheet) -> dict[str, int]:
    header = next(row for row in sheet.iter_rows() if row[1].value == "Indikator")
    return {cell.value: cell.column for cell in header if cell.value}


def indicator_row(sheet: Worksheet, title: str) -> dict[str, Any]:
    names = columns(sheet)
    for row in sheet.iter_rows():
        if str(row[1].value).lower() == title.lower():
            return {name: row[column - 1].value for name, column in names.items()}
    raise LookupError(title)


def label_value(sheet: Worksheet, label: str) -> Any:
    """The value right of a label in the head of the sheet."""
    for row in sheet.iter_rows(min_row=1, max_row=HEADER - 1):
        for cell in row:
            if cell.value == label:
                rest = (c.value for c in row[cell.column :] if c.value is not None)
                return next(rest, None)
    raise LookupError(label)


def test_same_season_same_bytes() -> None:
    first = compliance_workbook(handmade_season(), annual(), "21")
    assert first == compliance_workbook(handmade_season(), annual(), "21")


def test_an_unknown_code_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        compliance_workbook(handmade_season(), annual(), "99")


def test_the_head_says_who_how_much_which_band_and_which_place() -> None:
    sheet = opened("35")["Kepatuhan"]
    card = handmade_season().scorecard("35")
    assert card.total is not None and card.band is not None
    assert label_value(sheet, "Kode") == "35"
    assert label_value(sheet, "Peserta") == "Jawa Timur"
    assert f"{label_value(sheet, 'Nilai'):.2f}" == card.total.published_low
    assert label_value(sheet, "Predikat") == card.band.title.id
    assert " dari " in label_value(sheet, "Peringkat dalam kategori")
    assert f"{label_value(sheet, 'Tingkat penyelesaian (%)'):.2f}" == "90.14"


@pytest.mark.parametrize("code", ["21", "35", "12", "63", "61.71"])
def test_each_indicator_has_a_row_with_the_season_s_figures(code: str) -> None:
    sheet = opened(code)["Kepatuhan"]
    for finding in handmade_season().scorecard(code).findings:
        row = indicator_row(sheet, finding.title.id)
        assert row["Klausul"] == (finding.clause or None)
        assert row["Alasan"] == finding.reason.id
        if finding.value is not None:
            assert row["Nilai ukuran"] == pytest.approx(float(finding.value))
        if finding.points is not None and not finding.informative:
            assert row["Poin"] == pytest.approx(float(finding.points.low))
        if finding.contribution is not None:
            assert f"{row['Sumbangan']:.2f}" == finding.contribution.published_low


def test_a_share_is_a_formula_down_to_the_numbers_of_tickets() -> None:
    book = opened("35", values=False)
    sheet, proof = book["Kepatuhan"], book["Bukti"]
    row = indicator_row(sheet, "Tingkat penyelesaian")
    below = re.findall(r"'Bukti'!(B\d+),E\d+\)$", str(row["Penyebut"]))[0]
    received, archived = (
        next(f"B{c.row}" for c in proof["A"] if c.value == title)
        for title in ("Masuk", "Arsip")
    )
    formula = str(proof[below].value)
    assert f",{received}-N({archived})-N(" in formula
    assert str(row["Nilai ukuran"]).startswith("='Bukti'!")


def test_evidence_is_led_back_to_file_sheet_cell_and_digest() -> None:
    season = handmade_season()
    attached = AttachedFile("sk_tim.berkas", "35/bukti/sk.pdf", 9, "cd" * 32, True)
    cards = tuple(
        replace(card, files=(attached,)) if card.participant.code == "35" else card
        for card in season.scorecards
    )
    inputs = (InputFile("35/borang.xlsx", 3, "ef" * 32),)
    book = opened("35", replace(season, scorecards=cards, inputs=inputs))
    title = season.scorecard("35").findings[0].title.id
    row = indicator_row(book["Kepatuhan"], title)
    assert row["Berkas"] == "35/borang.xlsx\n35/bukti/sk.pdf"
    assert row["SHA-256 berkas"] == "ef" * 32 + "\n" + "cd" * 32
    assert (row["Lembar"], row["Sel"]) == ("Rekap", "C5")


def test_an_unsettled_score_has_two_totals() -> None:
    sheet = opened("63")["Kepatuhan"]
    card = handmade_season().scorecard("63")
    assert card.total is not None and card.total.is_interval
    assert f"{label_value(sheet, 'Nilai terendah'):.2f}" == card.total.published_low
    assert f"{label_value(sheet, 'Nilai tertinggi'):.2f}" == card.total.published_high
    row = indicator_row(sheet, "Mutu jawaban atas sampel laporan")
    assert (row["Keadaan"], row["Nilai ukuran"]) == ("menunggu", "menunggu")
    assert (row["Poin"], row["Poin tertinggi"]) == (0, 100)


def test_a_settled_score_has_no_column_for_highest_points() -> None:
    assert "Poin tertinggi" not in columns(opened("35")["Kepatuhan"])


def test_who_sent_nothing_gets_a_sheet_that_says_so() -> None:
    sheet = opened("72")["Kepatuhan"]
    assert label_value(sheet, "Nilai") == "tidak ada nilai"
    assert label_value(sheet, "Predikat") == "Tidak menyerahkan"
    assert label_value(sheet, "Peringkat dalam kategori") == "tidak diperingkat"


def test_an_excluded_indicator_has_a_word_and_no_part_of_the_weight() -> None:
    parts = [indicator("ada"), indicator("tiada", measure=LAST, missing="exclude")]
    small = rubric(criterion("k", indicators=parts))
    card = assess(submission(selesai=1, masuk=2), small)
    content = compliance_workbook(season_of(small, [card]), small, "21")
    sheet = load_workbook(BytesIO(content), data_only=True)["Kepatuhan"]
    row = indicator_row(sheet, "tiada")
    assert (row["Poin"], row["Bagian"], row["Sumbangan"]) == ("tidak ada", 0, None)
    assert indicator_row(sheet, "ada")["Bagian"] == 1


LAST = {"verb": "share", "of": ["lalu"], "over": ["masuk_lalu"]}


def test_only_the_reviewer_s_cells_are_unlocked_and_they_are_validated() -> None:
    sheet = opened("35", values=False)["Kepatuhan"]
    names = columns(sheet)
    mine = [names[key] for key in ("Putusan penelaah", "Catatan penelaah")]
    mine.append(names["Tanggal telaah"])
    assert sheet.protection.sheet and not sheet.protection.password
    findings = len(handmade_season().scorecard("35").findings)
    unlocked = [
        cell
        for row in sheet.iter_rows(min_row=FIRST)
        for cell in row
        if not cell.protection.locked and cell.column in mine
    ]
    assert len(unlocked) == 3 * findings
    kinds = {rule.type for rule in sheet.data_validations.dataValidation}
    assert kinds == {"list", "date"}
    verdicts = next(
        rule.formula1
        for rule in sheet.data_validations.dataValidation
        if rule.type == "list"
    )
    assert verdicts == '"Sesuai,Tidak sesuai,Perlu bukti"'
    locked = sheet.cell(FIRST, names["Poin"])
    assert locked.protection.locked


def test_it_is_printed_on_a4_landscape_with_a_block_to_sign() -> None:
    book = opened("35")
    sheet = book["Kepatuhan"]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.print_title_rows == f"${HEADER}:${HEADER}"
    words = [cell.value for row in sheet.iter_rows() for cell in row]
    assert words.count("NIP:") == 2
    assert {"Penelaah,", "Mengetahui,"} <= set(words)
    assert book.sheetnames == ["Kepatuhan", "Bukti", "Masalah", "Sinyal", "Rubrik"]


@pytest.mark.parametrize("code", ["35", "63"])
def test_a_clause_is_legible_on_paper(code: str) -> None:
    """Settled (35) or with the columns of an interval (63): at least 8 points."""
    sheet = opened(code)["Kepatuhan"]
    heads = [cell.value for cell in sheet[HEADER]]
    clause = sheet.cell(FIRST + 1, heads.index("Klausul") + 1)
    assert clause.value
    assert clause.font.size * sheet.page_setup.scale / 100 >= 8


def test_dates_are_in_the_order_of_the_documents_language() -> None:
    words = [str(c.value) for row in opened("35")["Bukti"].iter_rows() for c in row]
    assert "10/01/2025" in words
    assert not [word for word in words if re.fullmatch(r"\d{4}-\d\d-\d\d", word)]


def test_problems_are_those_of_the_participant_alone() -> None:
    sheet = opened("61.71")["Masalah"]
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    assert [row[1:4] for row in rows] == [("61.71/borang.xlsx", "Rekap", "C16")]


def test_a_name_that_looks_like_a_formula_stays_text() -> None:
    sheet = opened("63", values=False)["Kepatuhan"]
    cells = [c for row in sheet.iter_rows() for c in row]
    name = next(cell for cell in cells if cell.value == "=Kalimantan [Selatan]")
    assert name.data_type == "s"
    assert name.quotePrefix


@pytest.mark.parametrize(
    ("rows", "fits"), [((10, 30), True), ((10, 45), False), ((45, 60), True)]
)
def test_what_follows_a_table_stays_on_its_page_where_it_fits(
    rows: tuple[int, int], fits: bool
) -> None:
    """At half the size a page holds 41 rows of 32 pixels, the header among them."""
    book = NewWorkbook(BytesIO())
    sheet = book.add_worksheet()
    for row in range(80):
        sheet.set_row_pixels(row, 32)
    assert fits_on_last_page(sheet, rows, 50, header=0) is fits
