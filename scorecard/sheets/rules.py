"""The rules of the sheet "Rubrik" beside the criteria: tailoring, gates, awards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scorecard.comparison.improvement import improvement_title
from scorecard.number import tidy
from scorecard.rubric.awards import Award
from scorecard.rubric.basis import Basis
from scorecard.rubric.nouns import Rubric
from scorecard.sheets.basis import basis_kind, basis_words
from scorecard.sheets.book import Book, Cell
from scorecard.sheets.lines import sentence_case

Row = Sequence[Cell]


def category_rows(book: Book, rubric: Rubric) -> Iterator[Row]:
    """List the categories that have weights of their own or leave something out."""
    for category in rubric.categories:
        if not category.weights and not category.not_applicable:
            continue
        weights = "\n".join(
            f"{_title(book, rubric, node)}: {tidy(weight, book.language)}"
            for node, weight in category.weights.items()
        )
        left_out = "\n".join(
            _title(book, rubric, node) for node in category.not_applicable
        )
        yield [
            Cell(category.title.text.in_(book.language), "cell wrap"),
            Cell(weights, "cell wrap"),
            Cell(left_out, "cell wrap"),
            *_basis(book, rubric, category.basis),
        ]


def gate_rows(book: Book, rubric: Rubric) -> Iterator[Row]:
    """List the gates: below which points of what, down to which band."""
    caps = {each.id: each.title.text for each in rubric.bands.ranges}
    for gate in rubric.gates:
        yield [
            Cell(sentence_case(gate.title.text.in_(book.language)), "cell wrap"),
            Cell(gate.below, "cell places:2"),
            Cell(_title(book, rubric, gate.of), "cell wrap"),
            Cell(caps[gate.cap].in_(book.language), "cell wrap"),
            *_basis(book, rubric, gate.basis),
        ]


def award_rows(book: Book, rubric: Rubric) -> Iterator[Row]:
    """List the awards: how many, for whom, on which conditions."""
    for award in rubric.awards:
        yield [
            Cell(award.title.text.in_(book.language), "cell wrap"),
            Cell(award.places, "cell centre"),
            Cell(_scope(book, rubric, award), "cell wrap"),
            Cell("; ".join(_conditions(book, rubric, award)), "cell wrap"),
            *_basis(book, rubric, award.basis),
        ]


def source_rows(book: Book, rubric: Rubric) -> Iterator[Row]:
    """List what was read, and where."""
    for source in rubric.sources.values():
        title = source.title.text.in_(book.language)
        yield [Cell(title, "cell wrap"), Cell(source.where, "cell wrap")]


def _basis(book: Book, rubric: Rubric, basis: Basis | None) -> tuple[Cell, Cell]:
    return (
        Cell(basis_kind(book, basis), "cell centre wrap"),
        Cell(basis_words(book, rubric, basis), "cell wrap"),
    )


def _scope(book: Book, rubric: Rubric, award: Award) -> str:
    titles = {each.id: each.title.text.in_(book.language) for each in rubric.categories}
    chosen = ", ".join(titles[each] for each in award.categories)
    way = book.word("across" if award.across else "each_category")
    return sentence_case(f"{chosen} ({way})" if chosen else way)


def _conditions(book: Book, rubric: Rubric, award: Award) -> Iterator[str]:
    bands = {each.id: each.title.text for each in rubric.bands.ranges}
    by = _title(book, rubric, award.by) if award.by else book.word("total")
    if award.improvement is not None:
        by = improvement_title(award.improvement, rubric).in_(book.language)
    yield book.word("ranked_by").format(name=by.lower())
    if award.least_band:
        yield book.word("least_band").format(
            band=bands[award.least_band].in_(book.language)
        )
    if award.least_tickets:
        quantity = rubric.quantity(award.least_tickets.quantity).title.text
        yield book.word("least_tickets").format(
            name=quantity.in_(book.language), n=award.least_tickets.count
        )
    for least in award.least_points:
        yield book.word("least_points").format(
            name=_title(book, rubric, least.of), n=tidy(least.points, book.language)
        )
    if award.least_value is not None:
        yield book.word("least_value").format(n=tidy(award.least_value, book.language))
    if award.no_gates:
        yield book.word("no_gates")


def _title(book: Book, rubric: Rubric, node: str) -> str:
    return sentence_case(rubric.node(node).title.text.in_(book.language))
