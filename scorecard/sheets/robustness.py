"""The workbook of how sure a ranking is: places, award boundaries, what matters."""

from __future__ import annotations

from collections.abc import Sequence

from scorecard.model import Participant, RankRange, Robustness, Season
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.book import Book, Cell, made_book
from scorecard.sheets.lines import published_cell
from scorecard.sheets.tables import Column, Layout, Rows, table_sheet
from scorecard.wording import Text, say

_PLACES = (
    (Text("Kategori", "Category"), 16.0),
    (Text("Peringkat", "Place"), 10.0),
    (Text("Kode", "Code"), 9.0),
    (Text("Nama", "Name"), 30.0),
    (Text("Peringkat terbaik", "Best place"), 11.0),
    (Text("Peringkat terburuk", "Worst place"), 11.0),
    (Text("Median", "Median"), 9.0),
    (Text("Rata-rata", "Mean"), 10.0),
    (Text("% peringkat 1", "% placed first"), 11.0),
)
_BOUNDARIES = (
    (Text("Penghargaan", "Award"), 30.0),
    (Text("Kategori", "Category"), 16.0),
    (Text("Pemenang terakhir", "Last who wins"), 12.0),
    (Text("Berikutnya", "Next"), 12.0),
    (Text("Bertumpang tindih", "Overlap"), 12.0),
    (Text("Penjelasan", "Explanation"), 70.0),
)
_CRITERIA = (
    (Text("Aspek", "Criterion"), 40.0),
    (Text("Rata-rata perubahan peringkat", "Mean change of place"), 20.0),
)
_DRIVERS = (
    (Text("Ketidakpastian", "Uncertainty"), 40.0),
    (Text("Sendiri (Sobol)", "Alone (Sobol)"), 16.0),
    (Text("Bersama yang lain (Sobol)", "With all others (Sobol)"), 16.0),
)


def robustness_workbook(found: Robustness, season: Season, rubric: Rubric) -> bytes:
    """Make a workbook of a simulation; the same simulation gives the same bytes."""

    def fill(book: Book) -> None:
        how = _how(found).in_(book.language)
        robustness_sheets(book, found, season, rubric)
        _criteria(book, found, how)
        _drivers(book, found, how)
        _drawn(book, found, how)

    title = rubric.title.text.in_(rubric.language)
    footer = f"{title} · {season.rubric.edition}"
    return made_book(title, footer, season.as_of, language=rubric.language, fill=fill)


def robustness_sheets(
    book: Book, found: Robustness, season: Season, rubric: Rubric
) -> None:
    """Write the two sheets that the recap has, too: ranges of places and boundaries."""
    how = _how(found).in_(book.language)
    titles = {c.id: c.title.text.in_(book.language) for c in rubric.categories}
    absent = [season.scorecard(code).participant for code in found.not_drawn]
    rows = [_not_drawn(each, titles, book) for each in absent]
    _places(book, found, titles, (how, rows))
    if found.boundaries:
        _boundaries(book, found, titles, how)


def _how(found: Robustness) -> Text:
    return say(
        "{n} simulasi, benih {seed}, persentil {low} dan {high}.",
        "{n} draws, seed {seed}, percentiles {low} and {high}.",
        n=found.draws,
        seed=str(found.seed),
        low=found.lowest,
        high=found.highest,
    )


def _places(
    book: Book,
    found: Robustness,
    titles: dict[str, str],
    below: tuple[str, list[list[Cell]]],
) -> None:
    """Write a row for each who was drawn, then the rows of those who were not."""
    how, not_drawn = below
    awards = {a.award: a.title for each in found.ranks for a in each.awards}
    heads = [
        *_PLACES,
        *((say("% {award}", "% {award}", award=t), 16.0) for t in awards.values()),
    ]
    rows = [
        [*_range(each, titles), *_chances(each, tuple(awards))] for each in found.ranks
    ]
    blank = [Cell("", "row")] * len(awards)
    rows += [[*row, *blank] for row in not_drawn]
    title = Text("Rentang peringkat", "Ranges of places")
    _table(book, (title, how), heads, rows, frozen=4)


def _range(each: RankRange, titles: dict[str, str]) -> list[Cell]:
    category = " ".join((titles[each.category], each.within)).strip()
    return [
        Cell(category, "row wrap"),
        Cell(each.nominal, "row centre bold"),
        Cell(each.participant, "row code"),
        Cell(each.name, "row wrap bold"),
        Cell(each.low, "row centre"),
        Cell(each.high, "row centre"),
        Cell(each.median, "row centre"),
        published_cell(each.mean),
        published_cell(each.leads),
    ]


def _not_drawn(each: Participant, titles: dict[str, str], book: Book) -> list[Cell]:
    words = Text("tidak ada nilai", "no total").in_(book.language)
    return [
        Cell(titles.get(each.category, each.category), "row wrap"),
        Cell(words, "row absent wrap"),
        Cell(each.code, "row code"),
        Cell(each.name, "row wrap bold"),
        *[Cell("–", "row centre")] * 5,
    ]


def _chances(each: RankRange, awards: tuple[str, ...]) -> list[Cell]:
    mine = {award.award: award.per_cent for award in each.awards}
    return [
        published_cell(mine[award]) if award in mine else Cell("", "row")
        for award in awards
    ]


def _boundaries(
    book: Book, found: Robustness, titles: dict[str, str], how: str
) -> None:
    yes, no = Text("ya", "yes"), Text("tidak", "no")
    rows = [
        [
            Cell(each.title.in_(book.language), "row wrap bold"),
            Cell(f"{titles.get(each.category, '')} {each.within}".strip(), "row wrap"),
            Cell(each.inside, "row code"),
            Cell(each.outside, "row code"),
            Cell((yes if each.overlaps else no).in_(book.language), "row centre"),
            Cell(each.words.in_(book.language), "row wrap"),
        ]
        for each in found.boundaries
    ]
    title = Text("Batas penghargaan", "Boundaries of awards")
    _table(book, (title, how), _BOUNDARIES, rows)


def _criteria(book: Book, found: Robustness, how: str) -> None:
    rows = [
        [
            Cell(each.title.in_(book.language), "row wrap bold"),
            published_cell(each.mean_change),
        ]
        for each in found.left_out
    ]
    title = Text("Bila satu aspek tidak dihitung", "If a criterion did not count")
    _table(book, (title, how), _CRITERIA, rows)


def _drivers(book: Book, found: Robustness, how: str) -> None:
    rows = [
        [
            Cell(each.title.in_(book.language), "row wrap bold"),
            *(
                Cell("–", "row centre") if share is None else published_cell(share)
                for share in (each.first, each.total)
            ),
        ]
        for each in found.drivers
    ]
    title = Text("Penggerak peringkat", "What drives the ranking")
    _table(book, (title, how), _DRIVERS, rows)


def _drawn(book: Book, found: Robustness, how: str) -> None:
    rows = [[Cell(each.in_(book.language), "row wrap")] for each in found.basis]
    title = Text("Yang diacak", "What is drawn")
    _table(book, (title, how), [(title, 90.0)], rows)


def _table(
    book: Book,
    titles: tuple[Text, str],
    heads: Sequence[tuple[Text, float]],
    rows: Rows,
    *,
    frozen: int = 0,
) -> None:
    title = titles[0].in_(book.language)
    columns = [Column(head.in_(book.language), width) for head, width in heads]
    layout = Layout(frozen=frozen)
    table_sheet(book, (title, title, titles[1]), columns, rows, layout=layout)
