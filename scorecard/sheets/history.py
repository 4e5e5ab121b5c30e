"""The workbook of a history: everybody's totals by season, with a curve in a cell."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from scorecard.history.found import History, SeasonKept, Trend
from scorecard.number import Language
from scorecard.sheets.book import Book, Cell, made_book
from scorecard.sheets.compared import colour, compared_table, figure_cell
from scorecard.sheets.tables import HEADER_ROW
from scorecard.wording import Text, joined, say

_FIXED = (
    (Text("Kode", "Code"), 9.0),
    (Text("Nama", "Name"), 30.0),
    (Text("Kategori", "Category"), 14.0),
)
_TITLE = Text("Perkembangan antarmusim", "From season to season")
_PLACES = 2


def history_workbook(found: Sequence[History], language: Language) -> bytes:
    """Make a workbook with one sheet a rubric; the same history, the same bytes."""

    def fill(book: Book) -> None:
        for history in found:
            _sheet(book, history)

    as_of = max(season.as_of for each in found for season in each.seasons)
    title = _TITLE.in_(language)
    return made_book(title, title, as_of, language=language, fill=fill)


def _sheet(book: Book, found: History) -> None:
    seasons = [(_named(each.edition, n), 13.0) for n, each in _numbered(found)]
    heads = [
        *_FIXED,
        *seasons,
        (Text("Perubahan terakhir", "Last change"), 12.0),
        (Text("Grafik", "Curve"), 16.0),
        (Text("Keterangan", "Remarks"), 70.0),
    ]
    rows = [
        _row(book, trend, found, row)
        for row, trend in enumerate(found.trends, HEADER_ROW + 1)
    ]
    tab = Text(found.seasons[-1].rubric, found.seasons[-1].rubric)
    sheet = compared_table(book, (tab, _TITLE, _listed(found)), heads, rows, frozen=2)
    first = len(_FIXED)
    colour(book, sheet, (first + len(seasons),), len(rows))
    _curves(sheet, (first, len(seasons)), len(rows), found.maximum)


def _numbered(found: History) -> list[tuple[int, SeasonKept]]:
    return list(enumerate(found.seasons, start=1))


def _named(edition: str, number: int) -> Text:
    return say("{n}: {edition}", "{n}: {edition}", n=number, edition=edition)


def _listed(found: History) -> Text:
    parts = tuple(
        say(
            "{n}: {start} s.d. {end}",
            "{n}: {start} to {end}",
            n=number,
            start=season.start,
            end=season.end,
        )
        for number, season in _numbered(found)
    )
    return joined(parts, "; ")


def _row(book: Book, trend: Trend, found: History, row: int) -> list[Cell]:
    points = [trend.point(place) for place in range(len(found.seasons))]
    told = dict.fromkeys(
        words
        for point in trend.points
        for words in (point.change.reason if point.change else None, point.note)
        if words is not None
    )
    return [
        Cell(trend.code, "row code"),
        Cell(trend.name, "row wrap bold"),
        Cell(trend.category, "row wrap"),
        *(
            figure_cell(book, point.total, _PLACES) if point else Cell("", "row")
            for point in points
        ),
        _last_change(trend, row),
        Cell("", "row"),
        Cell(joined(tuple(told)).in_(book.language), "row wrap"),
    ]


def _last_change(trend: Trend, row: int) -> Cell:
    """Subtract the last two seasons that it took part in, as a formula."""
    last = trend.points[-1]
    if last.change is None or last.change.settled is None:
        return Cell("–", "row centre")
    places = (last.season, trend.points[-2].season)
    cells = (xl_rowcol_to_cell(row, len(_FIXED) + place) for place in places)
    look, formula = f"row bold places:{_PLACES}", "=" + "-".join(cells)
    return Cell(last.change.settled, look, formula)


def _curves(
    sheet: Worksheet, columns: tuple[int, int], rows: int, maximum: str
) -> None:
    """Draw each row's totals from 0 to the maximum, in the cell after the change."""
    first, count = columns
    name = sheet.get_name().replace("'", "''")
    for row in range(HEADER_ROW + 1, HEADER_ROW + 1 + rows):
        span = xl_range_abs(row, first, row, first + count - 1)
        curve = {"range": f"'{name}'!{span}", "markers": True}
        ends = {"min": 0, "max": float(maximum), "series_color": "#1F3552"}
        sheet.add_sparkline(row, first + count + 1, {**curve, **ends})
