"""The workbook of two seasons: changes as live formulas, thresholds counted live."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model import CategoryChange, Comparison, IndicatorChange
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.book import Book, Cell, made_book
from scorecard.sheets.changes import changes_sheet
from scorecard.sheets.compared import (
    TITLE,
    colour,
    compared_table,
    figure_cells,
    seasons_words,
)
from scorecard.sheets.tables import HEADER_ROW
from scorecard.sheets.thresholds import threshold_sheet
from scorecard.wording import Text, joined, say

_INDICATORS = (
    (Text("Kode", "Code"), 9.0),
    (Text("Nama", "Name"), 26.0),
    (Text("Indikator", "Indicator"), 34.0),
    (Text("Hasil sebelum", "Value before"), 12.0),
    (Text("Hasil sesudah", "Value after"), 12.0),
    (Text("Perubahan", "Change"), 11.0),
    (Text("Satuan", "Unit"), 9.0),
    (Text("Poin sebelum", "Points before"), 12.0),
    (Text("Poin sesudah", "Points after"), 12.0),
    (Text("Perubahan poin", "Change of points"), 11.0),
    (Text("Keterangan", "Remarks"), 44.0),
)
_CATEGORIES = (
    (Text("Kategori", "Category"), 20.0),
    (Text("Dinilai sebelum", "Scored before"), 11.0),
    (Text("Dinilai sesudah", "Scored after"), 11.0),
    (Text("Rata-rata sebelum", "Mean before"), 12.0),
    (Text("Rata-rata sesudah", "Mean after"), 12.0),
    (Text("Perubahan", "Change"), 11.0),
    (Text("Median sebelum", "Median before"), 12.0),
    (Text("Median sesudah", "Median after"), 12.0),
    (Text("Perubahan", "Change"), 11.0),
    (Text("Naik", "Rose"), 8.0),
    (Text("Turun", "Fell"), 8.0),
    (Text("Tetap", "Same"), 8.0),
)
_AROUND = (
    (Text("Hal", "Subject"), 24.0),
    (Text("Keterangan", "Remarks"), 100.0),
)


def comparison_workbook(found: Comparison, rubric: Rubric) -> bytes:
    """Make the workbook of a comparison; the same comparison gives the same bytes."""

    def fill(book: Book) -> None:
        changes_sheet(book, found, rubric)
        _indicator_sheet(book, found, rubric)
        for table in found.tables:
            threshold_sheet(book, table, found, rubric)
        _category_sheet(book, found, rubric)
        _around_sheet(book, found)

    language = rubric.language
    title = TITLE.in_(language)
    footer = f"{found.after.title.in_(language)} · {_editions(found)}"
    as_of = found.after.as_of
    return made_book(title, footer, as_of, language=language, fill=fill)


def _editions(found: Comparison) -> str:
    """Name the edition, or both where they differ, on every printed page."""
    ends = dict.fromkeys((found.before.edition, found.after.edition))
    return " → ".join(ends)


def _indicator_sheet(book: Book, found: Comparison, rubric: Rubric) -> None:
    named = {i.indicator: i for i in found.indicators}
    pairs = [
        (each, change) for each in found.participants for change in each.indicators
    ]
    rows = [
        [
            Cell(each.participant.code, "row code"),
            Cell(each.participant.full_name, "row wrap"),
            Cell(named[change.indicator].title.in_(book.language), "row wrap bold"),
            *figure_cells(book, change.value, (row, 3), rubric.score.places),
            Cell(named[change.indicator].unit.in_(book.language), "row centre"),
            *figure_cells(book, change.points, (row, 7), rubric.score.places),
            Cell(_why(change).in_(book.language), "row wrap"),
        ]
        for row, (each, change) in enumerate(pairs, HEADER_ROW + 1)
    ]
    heads = (Text("Indikator", "Indicators"), TITLE, seasons_words(found))
    sheet = compared_table(book, heads, _INDICATORS, rows, frozen=3)
    colour(book, sheet, (5, 9), len(rows))


def _why(change: IndicatorChange) -> Text:
    told = (change.value.reason, change.points.reason)
    return joined(tuple(dict.fromkeys(words for words in told if words is not None)))


def _category_sheet(book: Book, found: Comparison, rubric: Rubric) -> None:
    rows = [
        _category_row(book, each, (row, rubric.score.places))
        for row, each in enumerate(found.categories, HEADER_ROW + 1)
    ]
    heads = (Text("Kategori", "Categories"), TITLE, seasons_words(found))
    sheet = compared_table(book, heads, _CATEGORIES, rows, frozen=1)
    colour(book, sheet, (5, 8), len(rows))


def _category_row(book: Book, each: CategoryChange, at: tuple[int, int]) -> list[Cell]:
    row, places = at
    return [
        Cell(each.title.in_(book.language), "row wrap bold"),
        Cell(each.counted_before, "row centre"),
        Cell(each.counted_after, "row centre"),
        *figure_cells(book, each.mean, (row, 3), places),
        *figure_cells(book, each.median, (row, 6), places),
        Cell(each.rose, "row centre"),
        Cell(each.fell, "row centre"),
        Cell(each.same, "row centre"),
    ]


def _around_sheet(book: Book, found: Comparison) -> None:
    """Write what stands around the figures: seasons, rubrics, regions, definitions."""
    rows = [
        [
            Cell(subject.in_(book.language), "row wrap bold"),
            Cell(words.in_(book.language), "row wrap"),
        ]
        for subject, words in _around(found)
    ]
    heads = (Text("Keterangan", "Remarks"), TITLE, seasons_words(found))
    compared_table(book, heads, _AROUND, rows)


def _around(found: Comparison) -> Iterator[tuple[Text, Text]]:
    yield Text("Musim", "Seasons"), seasons_words(found)
    for words in found.rubric_changes:
        yield Text("Rubrik", "Rubric"), words
    for region in found.regions:
        yield Text("Wilayah", "Region"), region.words
    for each in found.indicators:
        yield each.title, _definition(each.before, each.after)


def _definition(before: Text, after: Text) -> Text:
    if before == after or not before.id:
        return after
    if not after.id:
        return before
    return say("{before} → {after}", "{before} → {after}", before=before, after=after)
