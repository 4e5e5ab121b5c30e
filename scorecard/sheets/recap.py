"""The recap workbook: the season as an evaluator presents it."""

from __future__ import annotations

from scorecard.model import Season
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.book import Book, made_book
from scorecard.sheets.changes import changes_sheet
from scorecard.sheets.long_tables import (
    awards_sheet,
    findings_sheet,
    problems_sheet,
    signals_sheet,
)
from scorecard.sheets.overview import overview_sheet
from scorecard.sheets.robustness import robustness_sheets
from scorecard.sheets.rulebook import rulebook_sheet
from scorecard.sheets.standings import category_sheet, everyone_sheet


def recap_workbook(season: Season, rubric: Rubric) -> bytes:
    """Make recap.xlsx: summary, rankings, findings, problems and the rubric.

    Same season and rubric, same bytes. Figures are the published ones, as numbers. A
    season that is compared with an earlier one has a sheet of changes.
    """
    title = rubric.title.text.in_(rubric.language)

    def fill(book: Book) -> None:
        overview_sheet(book, season, rubric)
        present = {each.participant.category for each in season.scorecards}
        for category in rubric.categories:
            if category.id in present:
                category_sheet(book, season, rubric, category)
        everyone_sheet(book, season, rubric)
        if found := season.comparison:
            changes_sheet(book, found, rubric)
        awards_sheet(book, season, rubric)
        if season.robustness is not None:
            robustness_sheets(book, season.robustness, season, rubric)
        findings_sheet(book, season, rubric)
        problems_sheet(book, season, season.problems)
        if rubric.signals:
            signals_sheet(book, season.signals, season)
        rulebook_sheet(book, rubric)

    footer = footer_of(season, rubric)
    return made_book(title, footer, season.as_of, language=rubric.language, fill=fill)


def footer_of(season: Season, rubric: Rubric) -> str:
    """Name the edition on every printed page."""
    return f"{rubric.title.text.in_(rubric.language)} · {season.rubric.edition}"
