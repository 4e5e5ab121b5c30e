"""The columns of a ranking sheet: identity, total, criteria, remarks, figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scorecard.model import Scorecard, Season
from scorecard.number import tidy
from scorecard.rubric.evidence import Quantity
from scorecard.rubric.nouns import Criterion, Rubric, SideRanking
from scorecard.sheets.book import Book, Cell
from scorecard.sheets.lines import (
    TOTAL,
    Line,
    band_cell,
    has_intervals,
    interval_words,
    published_cell,
    sentence_case,
    zone_words,
)
from scorecard.sheets.tables import Column
from scorecard.wording import joined

_ABSENT = "row absent small wrap"


@dataclass(frozen=True, slots=True)
class Field:
    """A column and how its cell is made from a line."""

    column: Column
    cell: Callable[[Line], Cell]
    starts_page: bool = False


def fields_of(book: Book, season: Season, rubric: Rubric) -> list[Field]:
    """List the columns in their order; the first three are rank, code and name."""
    sides = (_side_fields(book, season, rubric, side) for side in rubric.rankings)
    return [
        *_identity(book),
        *_totals(book, season, rubric),
        *(field for side in sides for field in side),
        *(_criterion(book, each) for each in _weighed(rubric)),
        *_remarks(book),
        *_quantities(book, rubric),
    ]


def category_field(book: Book, rubric: Rubric) -> Field:
    """Name the participant's category."""
    names = {each.id: each.title.text.in_(book.language) for each in rubric.categories}

    def name(line: Line) -> Cell:
        category = line.scorecard.participant.category
        return Cell(names.get(category, category), "row wrap")

    return Field(Column(book.word("category"), 12), name)


def _identity(book: Book) -> list[Field]:
    def place(line: Line) -> Cell:
        standing = line.standings.get(TOTAL)
        if standing is None or standing.place is None:
            return Cell(book.word("unranked"), _ABSENT)
        look = " italic" if standing.provisional else ""
        return Cell(standing.place, "row centre bold" + look)

    return [
        Field(Column(book.word("place"), 10), place),
        Field(
            Column(book.word("code"), 8),
            lambda line: Cell(line.scorecard.participant.code, "row code"),
        ),
        Field(
            Column(book.word("name"), 27),
            lambda line: Cell(line.scorecard.participant.name, "row wrap bold"),
        ),
    ]


def _totals(book: Book, season: Season, rubric: Rubric) -> list[Field]:
    top = float(rubric.score.maximum)

    def end(line: Line, *, high: bool) -> Cell:
        total = line.scorecard.total
        if total is None:
            return Cell(book.word("no_total"), _ABSENT)
        published = total.published_high if high else total.published_low
        return published_cell(published, "row bold")

    lowest = Column(book.word("total"), 10, top)
    fields = [Field(lowest, lambda line: end(line, high=False))]
    if has_intervals(season):
        highest = Column(book.word("total_high"), 10)
        fields.append(Field(highest, lambda line: end(line, high=True)))
    band = Column(book.word("band"), 15)
    fields.append(Field(band, lambda line: band_cell(book, rubric, line.scorecard)))
    if any(each.zone for each in rubric.bands.ranges):
        zone = Column(book.word("zone"), 12)
        fields.append(Field(zone, lambda line: _zone(book, rubric, line.scorecard)))
    return fields


def _zone(book: Book, rubric: Rubric, scorecard: Scorecard) -> Cell:
    return Cell(zone_words(book, rubric, scorecard), "row centre wrap")


def _side_fields(
    book: Book, season: Season, rubric: Rubric, side: SideRanking
) -> list[Field]:
    def place(line: Line) -> Cell:
        standing = line.standings.get(side.id)
        if standing is None or standing.place is None:
            return Cell(book.word("unranked"), _ABSENT)
        return Cell(standing.place, "row centre")

    def value(line: Line) -> Cell:
        standing = line.standings.get(side.id)
        if standing is not None and standing.place is not None:
            return published_cell(standing.value)
        finding = line.scorecard.finding(side.by)
        word = finding.state if finding else "not_assessed"
        return Cell(book.word(word), _ABSENT)

    title = rubric.node(side.by).title.text.in_(book.language)
    unit = _unit_of(book, season, side.by)
    heading = f"{title} ({unit})" if unit else title
    fields = [
        Field(Column(sentence_case(side.title.text.in_(book.language)), 12.5), place),
        Field(Column(sentence_case(heading), 12.5), value),
    ]
    if _few_cases_matter(season, side):
        fields.append(_bound_field(book, side))
    return fields


def _few_cases_matter(season: Season, side: SideRanking) -> bool:
    """Tell whether the bound of any share contradicts the order, or decides it."""
    mine = (each for each in season.rankings if each.id == side.id)
    return any(standing.note for each in mine for standing in each.standings)


def _bound_field(book: Book, side: SideRanking) -> Field:
    def bound(line: Line) -> Cell:
        standing = line.standings.get(side.id)
        if standing is None or not standing.bound:
            return Cell("", "row")
        return published_cell(standing.bound)

    heading = book.word("wilson_bound").format(confidence=tidy(side.confidence, "id"))
    return Field(Column(heading, 12.5), bound)


def _unit_of(book: Book, season: Season, indicator: str) -> str:
    findings = (card.finding(indicator) for card in season.scorecards)
    units = (each.unit.in_(book.language) for each in findings if each)
    return next((unit for unit in units if unit), "")


def _weighed(rubric: Rubric) -> Iterator[Criterion]:
    for node in rubric.nodes():
        if isinstance(node, Criterion) and not node.informative:
            yield node


def _criterion(book: Book, criterion: Criterion) -> Field:
    def points(line: Line) -> Cell:
        score = line.scorecard.points_of(criterion.id)
        if score is None:
            return Cell(book.word(_why_none(line.scorecard, criterion.id)), _ABSENT)
        if score.is_interval:
            words = interval_words(book, score.published_low, score.published_high)
            return Cell(words, "row centre small wrap")
        return published_cell(score.published_low)

    title = sentence_case(criterion.title.text.in_(book.language))
    return Field(Column(title, max(13.0, _longest(title) + 3.0), 100.0), points)


def _why_none(scorecard: Scorecard, criterion: str) -> str:
    """Give the state that all indicators below share, for want of points."""
    if scorecard.outcome == "not_submitted":
        return "missing"
    inside = {criterion}
    for each in scorecard.criteria:
        if each.parent in inside:
            inside.add(each.criterion)
    states = {each.state for each in scorecard.findings if each.criterion in inside}
    return states.pop() if len(states) == 1 else "not_assessed"


def _remarks(book: Book) -> list[Field]:
    def awards(line: Line) -> Cell:
        return Cell(_awards(book, line), "row wrap")

    def problems(line: Line) -> Cell:
        return Cell(line.problems, "row centre")

    def note(line: Line) -> Cell:
        return Cell(_note(book, line), "row wrap")

    return [
        Field(Column(book.word("awards"), 22), awards),
        Field(Column(book.word("problem_count"), 9.5), problems),
        Field(Column(book.word("rank_note"), 105), note, starts_page=True),
        _coverage(book),
    ]


def _awards(book: Book, line: Line) -> str:
    waiting = f" ({book.word('open')})"
    return "\n".join(
        award.title.in_(book.language) + ("" if award.status == "won" else waiting)
        for award in line.awards
        if award.status != "denied"
    )


def _note(book: Book, line: Line) -> str:
    standing = line.standings.get(TOTAL)
    said = (standing.tie, standing.note) if standing else ()
    parts = tuple(text for text in said if text is not None)
    ranked = standing is not None and standing.place is not None
    return joined(parts if ranked or parts else (line.scorecard.reason,)).in_(
        book.language
    )


def _quantities(book: Book, rubric: Rubric) -> list[Field]:
    """Show the numbers of tickets, or all quantities if the rubric counts none."""
    counted = [each for each in rubric.quantities if each.tickets is not None]
    chosen = counted or rubric.quantities
    return [
        _quantity(book, each, starts_page=not place)
        for place, each in enumerate(chosen)
    ]


def _quantity(book: Book, quantity: Quantity, *, starts_page: bool) -> Field:
    def count(line: Line) -> Cell:
        value = line.scorecard.quantity(quantity.id)
        if value is None:
            submitted = line.scorecard.outcome != "not_submitted"
            return Cell(book.word("blank" if submitted else "missing"), _ABSENT)
        return Cell(value, f"row places:{0 if value.denominator == 1 else 2}")

    title = sentence_case(quantity.title.text.in_(book.language))
    return Field(Column(title, max(9.5, _longest(title) + 1.5)), count, starts_page)


def _coverage(book: Book) -> Field:
    def coverage(line: Line) -> Cell:
        if line.scorecard.outcome == "not_submitted":
            return Cell(book.word("missing"), _ABSENT)
        return Cell(line.scorecard.coverage, "row places:2")

    return Field(Column(book.word("coverage"), 12), coverage)


def _longest(title: str) -> int:
    return max(len(piece) for piece in title.split())
