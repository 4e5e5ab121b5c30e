"""The long tables of the recap: every finding, and every problem with its repair."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from scorecard.errors import Location, Problem, worst_first
from scorecard.model import AwardResult, Finding, Score, Scorecard, Season, Signal
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.book import Book, Cell
from scorecard.sheets.lines import interval_words, published_cell, sentence_case
from scorecard.sheets.tables import Column, Layout, table_sheet

_ABSENT = "cell absent small wrap"
_SHADES = {"error": "#F8E1DE", "warning": "#FBF0D9", "note": "#EEF2F6"}
_AWARD_COLUMNS = (
    ("award", 30),
    ("category", 14),
    ("award_place", 9),
    ("code", 8),
    ("participant", 28),
    ("award_status", 16),
    ("reason", 70),
    ("award_number", 20),
)
_FINDING_COLUMNS = (
    ("code", 8),
    ("participant", 20),
    ("indicator", 27),
    ("criterion", 17),
    ("state", 10),
    ("value", 9),
    ("unit", 8),
    ("numerator", 10),
    ("denominator", 10),
    ("points", 10),
    ("weight", 9),
    ("share", 9),
    ("contribution", 11),
    ("reason", 62),
    ("file", 28),
    ("sheet", 16),
    ("cell", 14),
)
_PROBLEM_COLUMNS = (
    ("severity", 11),
    ("code", 8),
    ("participant", 24),
    ("file", 24),
    ("sheet", 13),
    ("cell", 9),
    ("line", 7),
    ("seen", 20),
    ("problem", 36),
    ("expected", 26),
    ("repair", 36),
    ("problem_code", 20),
)

_SIGNAL_COLUMNS = (
    ("code", 8),
    ("participant", 24),
    ("signal", 28),
    ("figures", 52),
    ("threshold", 44),
    ("file", 28),
    ("sheet", 15),
    ("cell", 12),
)


def awards_sheet(book: Book, season: Season, rubric: Rubric) -> None:
    """Write who won, who waits for a decision and who was held back, with reasons."""
    titles = {each.id: each.title.text.in_(book.language) for each in rubric.categories}
    rows = [
        _award_row(book, season, award, titles.get(award.category, award.category))
        for award in season.awards
    ]
    names = (book.word("award_results"), book.word("award_results_title"), book.footer)
    table_sheet(book, names, _columns(book, _AWARD_COLUMNS), rows or [_none(book, 8)])


def findings_sheet(book: Book, season: Season, rubric: Rubric) -> None:
    """Write one row for each participant and indicator."""
    rows = [
        _finding_row(book, rubric, card, finding)
        for card in season.scorecards
        for finding in card.findings
    ]
    titles = (book.word("findings"), book.word("findings_title"), book.footer)
    columns = _columns(book, _FINDING_COLUMNS)
    # On paper the reasons come last: one page wide, where the print is still legible.
    layout = Layout(
        frozen=3, printed=[key for key, _ in _FINDING_COLUMNS].index("file")
    )
    table_sheet(book, titles, columns, rows, layout=layout)


def problems_sheet(
    book: Book, season: Season, problems: Iterable[Problem], *, one: bool = False
) -> None:
    """Write the problems, worst first; `one` when all are of one participant."""
    names = {card.participant.code: card.participant.name for card in season.scorecards}
    hidden = {1, 2} if one else set()
    rows = [
        [
            cell
            for place, cell in enumerate(_problem_row(book, problem, names))
            if place not in hidden
        ]
        for problem in worst_first(problems)
    ]
    columns = [
        column
        for place, column in enumerate(_columns(book, _PROBLEM_COLUMNS))
        if place not in hidden
    ]
    titles = (book.word("problems"), book.word("problems_title"), book.footer)
    table_sheet(book, titles, columns, rows or [_none(book, len(columns))])


def signals_sheet(book: Book, signals: Iterable[Signal], season: Season) -> None:
    """Write what a person should look at; a signal changes no score."""
    names = {card.participant.code: card.participant.name for card in season.scorecards}
    rows = [_signal_row(book, each, names) for each in signals]
    titles = (book.word("signals"), book.word("signals_title"), book.footer)
    columns = _columns(book, _SIGNAL_COLUMNS)
    table_sheet(book, titles, columns, rows or [_none(book, len(columns))])


def number_cell(value: Fraction | None, places: int, absent: str) -> Cell:
    """Write a figure; a word where there is none."""
    return (
        Cell(absent, _ABSENT) if value is None else Cell(value, f"cell places:{places}")
    )


def score_cell(book: Book, score: Score | None, absent: str) -> Cell:
    """Write published points, an interval in words, or a word where there are none."""
    if score is None:
        return Cell(absent, _ABSENT)
    if score.is_interval:
        words = interval_words(book, score.published_low, score.published_high)
        return Cell(words, "cell centre small wrap")
    return published_cell(score.published_low, "cell")


def places_of(finding: Finding) -> tuple[str, str, str]:
    """Give the files, sheets and cells that a finding rests on, each named once."""
    locations = [cited.location for cited in finding.evidence]
    return (
        _each_once(place.file for place in locations),
        _each_once(place.sheet for place in locations),
        _each_once((_cell_or_line(place) for place in locations), ", "),
    )


def _columns(book: Book, columns: tuple[tuple[str, int], ...]) -> list[Column]:
    return [Column(book.word(key), width) for key, width in columns]


def _none(book: Book, columns: int) -> list[Cell]:
    return [Cell(book.word("none_here")), *([Cell("")] * (columns - 1))]


def _award_row(
    book: Book, season: Season, award: AwardResult, category: str
) -> list[Cell]:
    look = " absent left" if award.status == "denied" else ""
    return [
        Cell(award.title.in_(book.language), "cell wrap" + look),
        Cell(category, "cell wrap" + look),
        Cell(award.place, "cell centre"),
        Cell(award.participant, "cell code"),
        Cell(season.scorecard(award.participant).participant.name, "cell wrap bold"),
        Cell(book.word(award.status), "cell centre wrap"),
        Cell(award.reason.in_(book.language), "cell wrap"),
        Cell(award.number, "cell centre wrap"),
    ]


def _finding_row(
    book: Book, rubric: Rubric, card: Scorecard, finding: Finding
) -> list[Cell]:
    absent = "" if finding.state == "scored" else book.word(finding.state)
    beside = finding.informative
    without = book.word("informative") if beside else absent
    heading = rubric.node(finding.criterion).title.text
    return [
        Cell(card.participant.code, "cell code"),
        Cell(card.participant.name, "cell wrap"),
        Cell(sentence_case(finding.title.in_(book.language)), "cell wrap"),
        Cell(sentence_case(heading.in_(book.language)), "cell wrap"),
        Cell(book.word(finding.state), "cell centre wrap"),
        number_cell(finding.value, 2, absent),
        Cell(finding.unit.in_(book.language), "cell centre"),
        number_cell(finding.numerator, 0, ""),
        number_cell(finding.denominator, 0, ""),
        score_cell(book, finding.points, absent),
        number_cell(None if beside else finding.weight, 2, book.word("informative")),
        Cell("" if beside else finding.share, "cell percent"),
        score_cell(book, finding.contribution, without),
        Cell(finding.reason.in_(book.language), "cell wrap"),
        *(Cell(words, "cell wrap") for words in places_of(finding)),
    ]


def _problem_row(book: Book, problem: Problem, names: dict[str, str]) -> list[Cell]:
    place = problem.location
    shade = f"cell centre fill:{_SHADES[problem.severity]}"
    return [
        Cell(book.word(problem.severity), shade),
        Cell(problem.participant, "cell code"),
        Cell(names.get(problem.participant, ""), "cell wrap"),
        Cell(place.file, "cell wrap"),
        Cell(place.sheet, "cell wrap"),
        Cell(place.cell, "cell centre wrap"),
        Cell(place.line or "", "cell centre"),
        Cell(problem.seen, "cell wrap"),
        Cell(problem.message.in_(book.language), "cell wrap"),
        Cell(problem.expected.in_(book.language), "cell wrap"),
        Cell(problem.repair.in_(book.language), "cell wrap"),
        Cell(problem.code, "cell wrap small"),
    ]


def _signal_row(book: Book, signal: Signal, names: dict[str, str]) -> list[Cell]:
    place = signal.location
    return [
        Cell(signal.participant, "cell code"),
        Cell(names.get(signal.participant, ""), "cell wrap"),
        Cell(signal.title.in_(book.language), "cell wrap"),
        Cell(signal.figures.in_(book.language), "cell wrap"),
        Cell(signal.threshold.in_(book.language), "cell wrap"),
        Cell(place.file, "cell wrap"),
        Cell(place.sheet, "cell wrap"),
        Cell(place.cell, "cell centre wrap"),
    ]


def _each_once(words: Iterable[str], separator: str = "\n") -> str:
    return separator.join(dict.fromkeys(word for word in words if word))


def _cell_or_line(place: Location) -> str:
    return place.cell or (str(place.line) if place.line else "")
