"""The first sheet of the recap: what the season is, who reached what, who won."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from xlsxwriter.worksheet import Worksheet

from scorecard.errors import SEVERITIES
from scorecard.model import AwardResult, Season
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.book import (
    Book,
    Cell,
    height_for,
    new_sheet,
    put,
    put_across,
    tint,
)
from scorecard.sheets.chart import Counts, band_chart
from scorecard.sheets.lines import Line, is_settled
from scorecard.sheets.standings import all_lines
from scorecard.wording import long_date

_WIDTHS = [30.0, *([12.0] * 10)]
_LAST = len(_WIDTHS) - 1
_AWARD_SPANS = (
    ("award", 0, 0),
    ("category", 1, 1),
    ("award_place", 2, 2),
    ("participant", 3, 4),
    ("reason", 5, 8),
    ("award_status", 9, 9),
    ("award_number", 10, 10),
)


def overview_sheet(book: Book, season: Season, rubric: Rubric) -> None:
    """Write the summary of a season."""
    sheet = new_sheet(book, book.word("summary"), _WIDTHS)
    put(book, sheet, (0, 0), Cell(book.word("recap_title"), "title"))
    sheet.set_row(0, 22)
    title = season.rubric.title.in_(book.language)
    put(book, sheet, (1, 0), Cell(title, "heading"))
    if season.what_if is not None:
        headline = season.what_if.headline.in_(book.language)
        put(book, sheet, (2, 0), Cell(headline, "bold"))
    row = _facts(book, sheet, season, rubric)
    row = _distribution(book, sheet, row + 1, (season, rubric))
    row = _winners(book, sheet, row + 1, (season, rubric))
    row = _severities(book, sheet, row + 1, season)
    row = _what_if(book, sheet, row + 1, season)
    _guide(book, sheet, row + 1)
    sheet.fit_to_pages(1, 0)
    sheet.activate()


def _facts(book: Book, sheet: Worksheet, season: Season, rubric: Rubric) -> int:
    days = [
        long_date(day, book.language)
        for day in (rubric.period.start, rubric.period.end, season.as_of)
    ]
    absent = sum(card.outcome == "not_submitted" for card in season.scorecards)
    facts: list[tuple[str, str | int]] = [
        ("edition", season.rubric.edition),
        ("period", book.word("span").format(start=days[0], end=days[1])),
        ("as_of", days[2]),
        ("participants", len(season.scorecards)),
        ("submitted", len(season.scorecards) - absent),
        ("not_submitted", absent),
        ("rubric_file", season.rubric.sha256),
        ("tool", f"scorecard {season.tool.removeprefix('scorecard ')}"),
    ]
    for row, (key, value) in enumerate(facts, 3):
        put(book, sheet, (row, 0), Cell(book.word(key), "cell group"))
        put_across(book, sheet, (row, 1, 6), Cell(value, "cell left"))
    return 3 + len(facts)


def _what_if(book: Book, sheet: Worksheet, row: int, season: Season) -> int:
    """List what was changed in the rubric; nothing where it is as it is."""
    if season.what_if is None:
        return row - 1
    for words in season.what_if.lines():
        put_across(book, sheet, (row, 0, _LAST), Cell(words.in_(book.language), "text"))
        row += 1
    return row


def _distribution(
    book: Book, sheet: Worksheet, row: int, of: tuple[Season, Rubric]
) -> int:
    season, rubric = of
    lines = all_lines(season, rubric)
    present = {line.scorecard.participant.category for line in lines}
    categories = [each for each in rubric.categories if each.id in present]
    put(book, sheet, (row, 0), Cell(book.word("bands_of_category"), "heading"))
    heads = [each.title.text.in_(book.language) for each in categories]
    for column, head in enumerate([book.word("band"), *heads, book.word("sum")]):
        put(book, sheet, (row + 1, column), Cell(head, "head"))
    groups = _groups(book, rubric)
    for down, (title, look, belongs) in enumerate(groups, row + 2):
        members = [
            each.scorecard.participant.category for each in lines if belongs(each)
        ]
        counts = [members.count(each.id) for each in categories]
        put(book, sheet, (down, 0), Cell(title, look))
        for column, count in enumerate([*counts, sum(counts)], 1):
            put(book, sheet, (down, column), Cell(count, "cell centre"))
    table = Counts(row + 1, len(categories), len(groups))
    band_chart(book, sheet, table, [band.colour for band in rubric.bands.ranges])
    return row + 2 + len(groups)


def _groups(
    book: Book, rubric: Rubric
) -> Sequence[tuple[str, str, Callable[[Line], bool]]]:
    """Divide all participants: each band, not settled, not scored, not submitted."""
    bands = [
        (
            band.title.text.in_(book.language),
            f"cell bold fill:{tint(band.colour)}",
            partial(_in_band, band=band.id),
        )
        for band in rubric.bands.ranges
    ]
    plain = "cell group"
    not_scored = rubric.score.not_scored.text.in_(book.language)
    not_submitted = rubric.score.not_submitted.text.in_(book.language)
    return [
        *bands,
        (book.word("unsettled"), plain, _is_unsettled),
        (not_scored, plain, partial(_ended, outcome="not_scored")),
        (not_submitted, plain, partial(_ended, outcome="not_submitted")),
    ]


def _in_band(line: Line, band: str) -> bool:
    reached = line.scorecard.band
    return is_settled(line.scorecard) and reached is not None and reached.low == band


def _is_unsettled(line: Line) -> bool:
    return line.scorecard.band is not None and not is_settled(line.scorecard)


def _ended(line: Line, outcome: str) -> bool:
    return line.scorecard.outcome == outcome


def _winners(book: Book, sheet: Worksheet, row: int, of: tuple[Season, Rubric]) -> int:
    season, rubric = of
    put(book, sheet, (row, 0), Cell(book.word("winners"), "heading"))
    for key, first, last in _AWARD_SPANS:
        put_across(book, sheet, (row + 1, first, last), Cell(book.word(key), "head"))
    row += 2
    sheet.set_row(row - 1, 30)
    winners = [award for award in season.awards if award.status != "denied"]
    for award in winners:
        _winner(book, sheet, row, (award, season, rubric))
        row += 1
    if not winners:
        none = Cell(book.word("no_awards"), "cell absent")
        put_across(book, sheet, (row, 0, _LAST), none)
        row += 1
    return row


def _winner(
    book: Book, sheet: Worksheet, row: int, of: tuple[AwardResult, Season, Rubric]
) -> None:
    award, season, rubric = of
    titles = {each.id: each.title.text.in_(book.language) for each in rubric.categories}
    name = season.scorecard(award.participant).participant.name
    words = {
        "award": Cell(award.title.in_(book.language), "row wrap bold"),
        "category": Cell(titles.get(award.category, award.category), "row wrap"),
        "award_place": Cell(award.place, "row centre"),
        "participant": Cell(name, "row wrap bold"),
        "reason": Cell(award.reason.in_(book.language), "row wrap"),
        "award_status": Cell(book.word(award.status), "row centre wrap"),
        "award_number": Cell(award.number, "row centre wrap small"),
    }
    heights = [15.0]
    for key, first, last in _AWARD_SPANS:
        put_across(book, sheet, (row, first, last), words[key])
        width = sum(_WIDTHS[first : last + 1])
        heights.append(height_for(str(words[key].value), width, words[key].style))
    sheet.set_row(row, max(heights))


def _severities(book: Book, sheet: Worksheet, row: int, season: Season) -> int:
    put(book, sheet, (row, 0), Cell(book.word("problems_by_severity"), "heading"))
    for severity in SEVERITIES:
        row += 1
        count = sum(each.severity == severity for each in season.problems)
        put(book, sheet, (row, 0), Cell(book.word(severity), "cell group"))
        put(book, sheet, (row, 1), Cell(count, "cell centre"))
    return row + 1


def _guide(book: Book, sheet: Worksheet, row: int) -> None:
    put(book, sheet, (row, 0), Cell(book.word("reading_guide"), "heading"))
    for key in ("guide_states", "guide_interval"):
        row += 1
        words = book.word(key)
        put_across(book, sheet, (row, 0, _LAST), Cell(words, "text wrap"))
        sheet.set_row(row, height_for(words, sum(_WIDTHS)))
