"""Write the assessors' mark sheets, one workbook an assessor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xlsxwriter.worksheet import Worksheet

from tests.season.forms import Styles, new_workbook
from tests.season.plan import Participant

INDICATOR = "answer_quality"
_HEADERS = (
    *("Kode Peserta", "Peserta", "Indikator", "Tracking ID", "Nilai", "Catatan"),
)
_WIDTHS = (14, 30, 18, 18, 8, 26)


def mark_sheet(
    assessor: int,
    participants: tuple[Participant, ...],
    sampled: Mapping[str, tuple[str, ...]],
) -> bytes:
    """Write one assessor's marks (0-4); `sampled` gives each participant's tickets."""
    workbook, buffer = new_workbook()
    styles = Styles(workbook, {})
    sheet = workbook.add_worksheet("Nilai")
    _heading(sheet, assessor, styles)
    rows = (row for each in participants for row in _rows(assessor, each, sampled))
    for number, row in enumerate(rows, start=3):
        for column, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(number, column, value, styles.of(bg_color="#fff8dc"))
            else:
                sheet.write_string(number, column, value, styles.of(num_format="@"))
    workbook.close()
    return buffer.getvalue()


def _heading(sheet: Worksheet, assessor: int, styles: Styles) -> None:
    sheet.write_string(0, 0, "Penilai", styles.of(bold=True))
    sheet.write_string(0, 1, f"Penilai {assessor}", styles.of(bold=True))
    style = styles.of(bold=True, font_color="#ffffff", bg_color="#1f3864")
    for column, (name, width) in enumerate(zip(_HEADERS, _WIDTHS, strict=True)):
        sheet.write_string(2, column, name, style)
        sheet.set_column(column, column, width)
    sheet.freeze_panes(3, 0)


def _rows(
    assessor: int, participant: Participant, sampled: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str | int, ...]]:
    tickets = sampled[participant.code]
    for ticket, pair in zip(tickets, participant.marks, strict=True):
        yield (
            *(participant.code, participant.name, INDICATOR, ticket),
            *(pair[assessor - 1], "sintetis, untuk contoh"),
        )
