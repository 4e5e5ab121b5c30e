"""The sheet of changes: everybody's total, band and place in two seasons."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from scorecard.comparison.sentences import figure_text
from scorecard.model import Comparison, Development
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.book import Book, Cell
from scorecard.sheets.compared import (
    TITLE,
    colour,
    compared_table,
    figure_cells,
    seasons_words,
)
from scorecard.sheets.tables import HEADER_ROW
from scorecard.wording import Text, joined, say

_CHANGES = (
    (Text("Kategori", "Category"), 14.0),
    (Text("Kode", "Code"), 9.0),
    (Text("Nama", "Name"), 28.0),
    (Text("Nilai sebelum", "Total before"), 12.0),
    (Text("Nilai sesudah", "Total after"), 12.0),
    (Text("Perubahan", "Change"), 11.0),
    (Text("Urutan kenaikan", "Place by rise"), 10.0),
    (Text("Predikat sebelum", "Band before"), 14.0),
    (Text("Predikat sesudah", "Band after"), 14.0),
    (Text("Peringkat sebelum", "Place before"), 10.0),
    (Text("Peringkat sesudah", "Place after"), 10.0),
    (Text("Naik peringkat", "Places risen"), 10.0),
    (Text("Keterangan", "Remarks"), 44.0),
)


def changes_sheet(book: Book, found: Comparison, rubric: Rubric) -> None:
    """Write everybody's total, band and place before and after, with live changes."""
    titles = {c.id: c.title.text.in_(book.language) for c in rubric.categories}
    placed = {m.participant: m.place for m in found.movers}
    ordered = _in_order(found, rubric, placed)
    rows = [
        _change_row(book, (each, titles, placed), (row, rubric.score.places))
        for row, each in enumerate(ordered, HEADER_ROW + 1)
    ]
    heads = (Text("Perubahan", "Changes"), TITLE, seasons_words(found))
    sheet = compared_table(book, heads, _CHANGES, rows, frozen=3)
    colour(book, sheet, (5, 11), len(rows))


def _in_order(
    found: Comparison, rubric: Rubric, placed: dict[str, int]
) -> list[Development]:
    """Put categories in the rubric's order, who rose most first."""
    order = [category.id for category in rubric.categories]
    last = len(placed) + 1
    return sorted(
        found.participants,
        key=lambda each: (
            order.index(each.participant.category)
            if each.participant.category in order
            else len(order),
            placed.get(each.participant.code, last),
        ),
    )


def _change_row(
    book: Book,
    of: tuple[Development, dict[str, str], dict[str, int]],
    at: tuple[int, int],
) -> list[Cell]:
    (each, titles, placed), (row, places) = of, at
    who = each.participant
    band = [
        b.in_(book.language) if b else "" for b in (each.band_before, each.band_after)
    ]
    return [
        Cell(titles.get(who.category, who.category), "row wrap"),
        Cell(who.code, "row code"),
        Cell(who.full_name, "row wrap bold"),
        *figure_cells(book, each.total, (row, 3), places),
        Cell(placed.get(who.code), "row centre"),
        Cell(band[0], "row centre wrap"),
        Cell(band[1], "row centre wrap"),
        Cell(each.place_before, "row centre"),
        Cell(each.place_after, "row centre"),
        _difference(each.place_change, (row, 9), reverse=True),
        Cell(_remarks(each).in_(book.language), "row wrap"),
    ]


def _difference(
    value: int | None, at: tuple[int, int], *, reverse: bool = False
) -> Cell:
    """Subtract two whole cells; a place that fell in number has risen."""
    row, column = at
    if value is None:
        return Cell("–", "row centre")
    ends = [xl_rowcol_to_cell(row, column + n) for n in (0, 1)]
    formula = "=" + "-".join(ends if reverse else ends[::-1])
    return Cell(value, "row centre", formula)


def _remarks(each: Development) -> Text:
    beside = tuple(
        say(
            "{name} ({code}) sebelumnya {total}.",
            "{name} ({code}) had {total}.",
            name=old.name,
            code=old.code,
            total=figure_text(old.total),
        )
        for old in each.beside
    )
    told = (each.total.reason, each.note, *beside)
    return joined(tuple(words for words in told if words is not None))
