"""The chart of the summary: how many of each category reached which band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.chart import Chart
from xlsxwriter.worksheet import Worksheet

from scorecard.sheets.book import FONT, Book, tint

_PLAIN = ("#9AA5B1", "#C3CBD4", "#E2E7EC")
"""Shades of those who reached no settled band."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Where the table of counts stands: its header row, and its size."""

    header: int
    categories: int
    rows: int


def band_chart(
    book: Book, sheet: Worksheet, counts: Counts, colours: Sequence[str]
) -> None:
    """Draw stacked columns beside the table, if there is room beside it."""
    first = max(7, counts.categories + 2)
    if first > 8 or not counts.categories:
        return
    chart = book.workbook.add_chart({"type": "column", "subtype": "stacked"})
    shades = [*(tint(colour, 0.75) for colour in colours), *_PLAIN]
    for place in range(counts.rows):
        series = _series(str(sheet.get_name()), counts, place)
        look = {"fill": {"color": shades[place]}, "border": {"color": "#FFFFFF"}}
        chart.add_series(series | look)
    _plain_axes(chart)
    chart.set_size({"width": 89 * (11 - first) - 6, "height": 20 * (counts.header + 3)})
    words = book.word("bands_of_category")
    options = {"x_offset": 6, "description": words, "object_position": 2}
    sheet.insert_chart(3, first, chart, options)


def _series(sheet: str, counts: Counts, place: int) -> dict[str, object]:
    header, row = counts.header, counts.header + 1 + place
    return {
        "name": [sheet, row, 0],
        "categories": [sheet, header, 1, header, counts.categories],
        "values": [sheet, row, 1, row, counts.categories],
        "gap": 60,
    }


def _plain_axes(chart: Chart) -> None:
    font = {"name": FONT, "size": 8}
    grid = {"visible": True, "line": {"color": "#E2E7EC"}}
    chart.set_x_axis({"num_font": font, "line": {"color": "#8FA0B5"}})
    chart.set_y_axis(
        {
            "num_font": font,
            "num_format": "0",
            "line": {"none": True},
            "major_gridlines": grid,
        }
    )
    chart.set_legend({"position": "bottom", "font": font})
    chart.set_title({"none": True})
    chart.set_chartarea({"border": {"color": "#BFC7D1"}})
