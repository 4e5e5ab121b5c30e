"""The sheet "Rubrik": every figure of the scheme with its clause, basis and source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from xlsxwriter.worksheet import Worksheet

from scorecard.methods import order, rounding
from scorecard.methods.aggregates import SENTENCES
from scorecard.methods.headings import joining_of, needed
from scorecard.methods.headings import sentence as joined_how
from scorecard.methods.scales import sentence
from scorecard.number import tidy
from scorecard.rubric.nouns import Criterion, Indicator, Rubric
from scorecard.sheets.basis import basis_kind, basis_words
from scorecard.sheets.book import (
    Book,
    Cell,
    height_for,
    new_sheet,
    put,
    put_across,
    tint,
)
from scorecard.sheets.lines import sentence_case
from scorecard.sheets.rules import award_rows, category_rows, gate_rows, source_rows

_WIDTHS = (44.0, 10.0, 16.0, 36.0, 46.0, 13.0, 60.0)
_LAST = len(_WIDTHS) - 1
_TABLES: dict[str, tuple[tuple[str, int], ...]] = {
    "criteria": (
        *(("indicator", 0), ("weight", 1), ("missing_policy", 2), ("clause", 3)),
        *(("scale", 4), ("basis", 5), ("basis_words", 6)),
    ),
    "tailoring": (
        *(("category", 0), ("tailored_weights", 1), ("not_applicable_here", 4)),
        *(("basis", 5), ("basis_words", 6)),
    ),
    "bands": (("band", 0), ("from", 1), ("to", 2), ("zone", 3), ("advice", 4)),
    "gates": (
        *(("gate", 0), ("below", 1), ("of", 3), ("cap", 4)),
        *(("basis", 5), ("basis_words", 6)),
    ),
    "award_rules": (
        *(("award", 0), ("places", 1), ("category", 3), ("conditions", 4)),
        *(("basis", 5), ("basis_words", 6)),
    ),
    "sources": (("source", 0), ("where", 3)),
}
"""The headings of each table, each with the column in which it begins."""

Row = Sequence[Cell]


def rulebook_sheet(book: Book, rubric: Rubric) -> Worksheet:
    """Write the whole rubric in words, table after table."""
    sheet = new_sheet(book, book.word("rubric"), _WIDTHS)
    put(book, sheet, (0, 0), Cell(book.word("rubric_title"), "title"))
    sheet.set_row(0, 22)
    title = f"{rubric.title.text.in_(book.language)} · {rubric.edition}"
    put(book, sheet, (1, 0), Cell(title, "heading"))
    row = _paragraph(book, sheet, 2, rubric.note.text.in_(book.language))
    row = _paragraph(book, sheet, row, _score_rule(book, rubric))
    for key, rows in _rows(book, rubric).items():
        if rows:
            row = _table(book, sheet, row + 1, (key, rows))
        if key == "bands":
            row = _paragraph(book, sheet, row, _basis_of_bands(book, rubric))
    sheet.fit_to_pages(1, 0)
    return sheet


def _rows(book: Book, rubric: Rubric) -> dict[str, list[Row]]:
    return {
        "criteria": list(_criteria(book, rubric)),
        "tailoring": list(category_rows(book, rubric)),
        "bands": list(_bands(book, rubric)),
        "gates": list(gate_rows(book, rubric)),
        "award_rules": list(award_rows(book, rubric)),
        "sources": list(source_rows(book, rubric)),
    }


def _table(book: Book, sheet: Worksheet, row: int, table: tuple[str, list[Row]]) -> int:
    key, rows = table
    put(book, sheet, (row, 0), Cell(book.word(key), "heading"))
    starts = [start for _, start in _TABLES[key]]
    spans = [(a, b - 1) for a, b in pairwise([*starts, _LAST + 1])]
    heads = [Cell(book.word(heading), "head") for heading, _ in _TABLES[key]]
    for cells in (heads, *rows):
        row += 1
        heights = [18.0 if cells is heads else 15.0]
        for (first, last), cell in zip(spans, cells, strict=True):
            put_across(book, sheet, (row, first, last), cell)
            if isinstance(cell.value, str):
                width = sum(_WIDTHS[first : last + 1])
                heights.append(height_for(cell.value, width, cell.style))
        sheet.set_row(row, max(heights))
    return row + 1


def _paragraph(book: Book, sheet: Worksheet, row: int, words: str) -> int:
    put_across(book, sheet, (row, 0, _LAST), Cell(words, "text wrap"))
    sheet.set_row(row, height_for(words, sum(_WIDTHS)))
    return row + 1


def _score_rule(book: Book, rubric: Rubric) -> str:
    score = rubric.score
    rule = book.word("score_rule").format(
        maximum=tidy(score.maximum, book.language),
        places=score.places,
        mode=rounding.SENTENCES[score.mode].in_(book.language),
        bands=book.word(score.bands_on),
        ranks=book.word(score.ranks_on),
        coverage=tidy(score.coverage, book.language),
    )
    joining = SENTENCES[score.aggregate].in_(book.language)
    basis = basis_words(book, rubric, score.basis)
    unusual = (each.in_(book.language) for each in order.unusual(score))
    return "\n".join((rule, f"{sentence_case(joining)}.", *unusual, basis))


def _basis_of_bands(book: Book, rubric: Rubric) -> str:
    kind = basis_kind(book, rubric.bands.basis)
    words = basis_words(book, rubric, rubric.bands.basis)
    return f"{book.word('basis')}: {kind}.\n{words}"


def _criteria(book: Book, rubric: Rubric) -> Iterator[Row]:
    for node, depth in _with_depth(rubric.criteria):
        yield _node(book, rubric, node, depth)


def _with_depth(
    nodes: Sequence[Criterion | Indicator], depth: int = 0
) -> Iterator[tuple[Criterion | Indicator, int]]:
    for node in nodes:
        yield node, depth
        if isinstance(node, Criterion):
            yield from _with_depth(node.children, depth + 1)


def _node(book: Book, rubric: Rubric, node: Criterion | Indicator, depth: int) -> Row:
    heading = isinstance(node, Criterion)
    look = "cell wrap" + (" group" if heading else "")
    weight = Cell(node.weight, look + " places:2")
    if node.informative:
        weight = Cell(book.word("informative"), look + " centre small")
    words = (
        joined_how(joining_of(node, rubric))
        if isinstance(node, Criterion)
        else sentence(node.scale)
    )
    rule = sentence_case(words.in_(book.language))
    if isinstance(node, Criterion) and node.coverage:
        rule = f"{rule}. {needed(node).in_(book.language)}"
    clause = "" if isinstance(node, Criterion) else node.clause or ""
    title = sentence_case(node.title.text.in_(book.language))
    return [
        Cell(title, f"{look} indent:{depth}"),
        weight,
        Cell(_missing(book, rubric, node), look + " centre"),
        Cell(clause, look),
        Cell("" if heading and node.informative else rule, look),
        Cell(basis_kind(book, node.basis), look + " centre"),
        Cell(basis_words(book, rubric, node.basis), look),
    ]


def _missing(book: Book, rubric: Rubric, node: Criterion | Indicator) -> str:
    if isinstance(node, Criterion) or node.informative:
        return ""
    policy = node.missing or rubric.score.missing
    return book.word("not_scored_policy" if policy == "not_scored" else policy)


def _bands(book: Book, rubric: Rubric) -> Iterator[Row]:
    places = f"cell places:{rubric.score.places}"
    for band in rubric.bands.ranges:
        title = band.title.text.in_(book.language)
        yield [
            Cell(title, f"cell wrap bold fill:{tint(band.colour)}"),
            Cell(band.from_, places),
            Cell(band.to, places),
            Cell(band.zone.text.in_(book.language) if band.zone else "", "cell wrap"),
            Cell(
                band.advice.text.in_(book.language) if band.advice else "", "cell wrap"
            ),
        ]
