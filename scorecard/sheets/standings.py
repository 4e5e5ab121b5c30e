"""The ranking sheets of the recap: one for each category, one for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scorecard.model import Season
from scorecard.rubric.nouns import Category, Rubric
from scorecard.sheets.book import Book
from scorecard.sheets.fields import Field, category_field, fields_of
from scorecard.sheets.lines import Line, lines_of
from scorecard.sheets.tables import Layout, table_sheet


def category_sheet(
    book: Book, season: Season, rubric: Rubric, category: Category
) -> None:
    """Write the sheet of one category, in the order of its ranking."""
    name = category.title.text.in_(book.language)
    title = book.word("ranking_title").format(name=name)
    lines = lines_of(season, rubric, category.id)
    _write(book, (name, title), fields_of(book, season, rubric), lines)


def everyone_sheet(book: Book, season: Season, rubric: Rubric) -> str:
    """Write all participants, category after category; give the sheet's title."""
    place, code, name, *others = fields_of(book, season, rubric)
    column = replace(place.column, title=book.word("rank_in_category"), width=11.5)
    fields = [
        replace(place, column=column),
        code,
        name,
        category_field(book, rubric),
        *others,
    ]
    titles = (book.word("all"), book.word("all_title"))
    return _write(book, titles, fields, all_lines(season, rubric))


def all_lines(season: Season, rubric: Rubric) -> list[Line]:
    """Give every participant in the order of the categories and their rankings."""
    return [
        line
        for category in rubric.categories
        for line in lines_of(season, rubric, category.id)
    ]


def _write(
    book: Book, titles: tuple[str, str], fields: Sequence[Field], lines: Sequence[Line]
) -> str:
    rows = [[field.cell(line) for field in fields] for line in lines]
    columns = [field.column for field in fields]
    breaks = tuple(place for place, field in enumerate(fields) if field.starts_page)
    layout = Layout(frozen=3, breaks=breaks)
    sheet = table_sheet(book, (*titles, book.footer), columns, rows, layout=layout)
    return str(sheet.get_name())
